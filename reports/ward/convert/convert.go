// Package convert makes .xlsx workbooks out of other forms with LibreOffice, as a
// bounded child, and waits for files that are still being copied.
package convert

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// A converter makes .xlsx workbooks out of other forms with LibreOffice. The
// files come from anybody, so each is opened by a child of its own that runs no
// macro and follows no link, sees an empty home, is bounded in time and memory,
// and is killed with everything that it started.
type converter struct {
	program string
	limit   time.Duration
}

// errNotConverted says that the program ended and left no workbook.
var errNotConverted = errors.New("LibreOffice made no workbook of it")

// Find returns what can convert on this machine, nil if nothing can.
func Find() func(ctx context.Context, form string, data []byte) ([]byte, error) {
	for _, name := range officeNames(runtime.GOOS, os.Getenv) {
		if program, err := exec.LookPath(name); err == nil {
			return converter{program, time.Minute}.convert
		}
	}
	return nil
}

// officeNames returns where LibreOffice may be, in order. Its installers on
// Windows and macOS do not put it on the path.
func officeNames(system string, env func(string) string) []string {
	names := []string{"soffice", "libreoffice"}
	switch system {
	case "windows":
		for _, key := range []string{"ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"} {
			if dir := env(key); dir != "" {
				names = append(names, filepath.Join(dir, "LibreOffice", "program", "soffice.com"))
			}
		}
	case "darwin":
		names = append(names, "/Applications/LibreOffice.app/Contents/MacOS/soffice")
	}
	return names
}

// convert returns the workbook as .xlsx; form is the extension of what data is.
func (c converter) convert(ctx context.Context, form string, data []byte) (made []byte, err error) {
	home, err := os.MkdirTemp("", "ccbreport-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	in := filepath.Join(home, "in."+form)
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, err
	}
	if err := writeProfile(filepath.Join(home, "profile")); err != nil {
		return nil, err
	}
	if err := c.run(ctx, home, in); err != nil {
		return nil, err
	}
	made, err = os.ReadFile(filepath.Join(home, "out", "in.xlsx"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, errNotConverted
	}
	return made, err
}

func (c converter) run(whole context.Context, home, in string) error {
	ctx, cancel := context.WithTimeout(whole, c.limit)
	defer cancel()
	cmd := bounded(ctx, c.program,
		"--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
		"-env:UserInstallation="+fileURL(filepath.Join(home, "profile")),
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(home, "out"), in)
	cmd.Dir = home
	cmd.Env = childEnv(os.Environ(), home)
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	if whole.Err() != nil {
		return fmt.Errorf("LibreOffice: %w", context.Cause(whole))
	}
	if ctx.Err() != nil {
		return fmt.Errorf("LibreOffice took longer than %s", c.limit)
	}
	if err != nil {
		return fmt.Errorf("LibreOffice: %w", err)
	}
	return nil
}

// childEnv takes over what a program needs to start and nothing else, and puts
// the child's home and temporary files into one folder.
func childEnv(env []string, home string) []string {
	needed := []string{"PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "LANG", "LC_ALL"}
	child := []string{"HOME=" + home, "USERPROFILE=" + home, "APPDATA=" + home, "LOCALAPPDATA=" + home, "TMPDIR=" + home, "TEMP=" + home, "TMP=" + home}
	for _, entry := range env {
		key, _, _ := strings.Cut(entry, "=")
		for _, n := range needed {
			if strings.EqualFold(key, n) {
				child = append(child, entry)
			}
		}
	}
	return child
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// profile holds the settings of the child: no macros, no links, and the results
// that are stored in a file stay as they are.
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
`

func writeProfile(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "user"), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "user", "registrymodifications.xcu"), []byte(profile), 0o600)
}
