package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	plain fs.FileMode = 0o644
	runs  fs.FileMode = 0o755
)

// windows is the zip. It has no folder of its own: Windows makes one when it takes
// the zip apart.
func (b *build) windows() error {
	files := []file{{"bat-dau.bat", startFile(), plain}}
	for _, name := range []string{guidePDF, "README.md", "LICENSE", licences, windowTask} {
		files = append(files, file{name, b.files[name], plain})
	}
	return b.archive(forWindows, "ccbreport.exe", files, ".zip", writeZip)
}

func (b *build) linux() error {
	within := "ccbreport-" + version() + "/"
	var files []file
	for name, at := range map[string]string{
		guidePDF: "", "README.md": "", "CHANGELOG.md": "", "LICENSE": "", licences: "",
		manual: "man/man1/ccbreport.1", manualVi: "man/vi/man1/ccbreport.1",
		"ccbreport.bash": "completion/", "ccbreport.zsh": "completion/", "ccbreport.fish": "completion/",
		service: "systemd/", timer: "systemd/",
	} {
		if at == "" || strings.HasSuffix(at, "/") {
			at += name
		}
		files = append(files, file{within + at, b.files[name], plain})
	}
	return b.archive(forLinux, within+"ccbreport", files, ".tar.gz", writeTar)
}

// archive writes a package of files and the program, which gets its name in it.
func (b *build) archive(t target, name string, files []file, ending string, write func(io.Writer, []file, time.Time) error) error {
	program, err := os.ReadFile(b.program(t))
	if err != nil {
		return err
	}
	at, err := made()
	if err != nil {
		return err
	}
	to, err := os.Create(filepath.Join(b.out, t.named(ending)))
	if err != nil {
		return err
	}
	defer to.Close()
	if err := write(to, append(files, file{name, program, runs}), at); err != nil {
		return err
	}
	return to.Close()
}

// debian hands everything to nfpm; deploy/deb/nfpm.yaml says what goes where.
func (b *build) debian() error {
	staged := papers{
		"ccbreport.1.gz": zipped(b.files[manual]), "ccbreport.vi.1.gz": zipped(b.files[manualVi]),
		"CHANGELOG.md.gz": zipped(b.files["CHANGELOG.md"]),
		"copyright":       slices.Concat(b.files["LICENSE"], []byte("\n"), b.files[licences]),
		service:           packagedUnit(b.files[service]), timer: packagedUnit(b.files[timer]),
	}
	for _, name := range []string{guidePDF, "README.md", "ccbreport.bash", "ccbreport.zsh", "ccbreport.fish"} {
		staged[name] = b.files[name]
	}
	for name, data := range staged {
		if err := os.WriteFile(filepath.Join(b.stage, name), data, 0o666); err != nil {
			return err
		}
	}
	at, err := made()
	if err != nil {
		return err
	}
	cmd := b.tool("nfpm", "package", "--config", "deploy/deb/nfpm.yaml", "--packager", "deb", "--target", b.out)
	cmd.Env = append(cmd.Env, "VERSION="+version(), "STAGE="+b.stage, "PROGRAM="+b.program(forLinux),
		fmt.Sprintf("SOURCE_DATE_EPOCH=%d", at.Unix()))
	_, err = output(cmd)
	return err
}

// sums writes SHA256SUMS of what this version is, as sha256sum --check reads it.
func (b *build) sums() error {
	var lines strings.Builder
	for _, name := range []string{
		"ccbreport_" + version() + "_amd64.deb",
		forLinux.named(".cdx.json"), forLinux.named(".tar.gz"), forWindows.named(".cdx.json"), forWindows.named(".zip"),
	} {
		data, err := os.ReadFile(filepath.Join(b.out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&lines, "%x  %s\n", sha256.Sum256(data), name)
	}
	return os.WriteFile(filepath.Join(b.out, "SHA256SUMS"), []byte(lines.String()), 0o666)
}
