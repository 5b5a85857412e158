package convert

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestOfficeNames(t *testing.T) {
	env := func(key string) string { return map[string]string{"ProgramFiles": "C"}[key] }
	tests := []struct {
		system string
		last   string
	}{
		{"linux", "libreoffice"},
		{"darwin", "/Applications/LibreOffice.app/Contents/MacOS/soffice"},
	}
	for _, tt := range tests {
		if names := officeNames(tt.system, env); names[len(names)-1] != tt.last {
			t.Errorf("%s: %v", tt.system, names)
		}
	}
	if names := officeNames("windows", env); len(names) != 3 {
		t.Errorf("windows: %v", names)
	}
}

// TestChildSeesLittle: what converts a stranger's file knows no password and no
// folder of ours.
func TestChildSeesLittle(t *testing.T) {
	env := childEnv([]string{"PATH=/bin", "CCBREPORT_SMTP_PASSWORD=x", "HOME=/home/a", "SystemRoot=C:\\Windows"}, "/tmp/x")
	for _, want := range []string{"PATH=/bin", "HOME=/tmp/x", "SystemRoot=C:\\Windows"} {
		if !slices.Contains(env, want) {
			t.Errorf("%s is missing in %v", want, env)
		}
	}
	for _, not := range []string{"CCBREPORT_SMTP_PASSWORD=x", "HOME=/home/a"} {
		if slices.Contains(env, not) {
			t.Errorf("%s is passed on", not)
		}
	}
}

// office returns a program that stands for LibreOffice: a shell script.
func withOfficeSuite(t *testing.T, script string) converter {
	t.Helper()
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("this system has no shell")
	}
	program := filepath.Join(t.TempDir(), "office")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	return converter{program, 10 * time.Second}
}

// TestConvert hands a file over, takes the workbook back, and leaves nothing
// behind, whatever the program does.
func TestConvert(t *testing.T) {
	tests := []struct {
		reason string
		script string
		want   string // "" for an error
	}{
		{"a workbook is made", `for in; do :; done; mkdir out && cp "$in" out/in.xlsx`, "old bytes"},
		{"none is made", "exit 0", ""},
		{"the program fails", "exit 1", ""},
		{"it fills its home and dies", "echo x > profile/user/a; kill -9 $$", ""},
		{"it has no home of ours", `test "$HOME" = "$PWD" || exit 1; mkdir out; echo ok > out/in.xlsx`, "ok\n"},
	}
	for _, tt := range tests {
		made, err := withOfficeSuite(t, tt.script).convert(t.Context(), "xls", []byte("old bytes"))
		if string(made) != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: %q, %v", tt.reason, made, err)
		}
		if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
			t.Errorf("%s: left behind %v, %v", tt.reason, left, err)
		}
	}
}

// TestConvertIsBounded: a child that does not end is killed with its own child,
// which would hold the output open.
func TestConvertIsBounded(t *testing.T) {
	c := withOfficeSuite(t, "sleep 600 & sleep 600")
	c.limit = 50 * time.Millisecond
	if _, err := c.convert(t.Context(), "xls", nil); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("a child that sleeps: %v", err)
	}
}

// TestLibreOffice makes a workbook of a page of HTML, which people send as .xls,
// where the program is installed.
func TestLibreOffice(t *testing.T) {
	convert := Find()
	if convert == nil {
		t.Skip("LibreOffice is not installed")
	}
	made, err := convert(t.Context(), "xls", []byte("<html><table><tr><td>A</td><td>46</td></tr></table></html>"))
	if err != nil || !strings.HasPrefix(string(made), "PK") {
		t.Errorf("%.20q, %v", made, err)
	}
}
