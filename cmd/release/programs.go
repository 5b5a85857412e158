package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ccbreport/reports/archive"
)

// A target is a system that a release is built for.
type target struct{ system, processor string }

var (
	forWindows = target{"windows", "amd64"}
	forLinux   = target{"linux", "amd64"}
)

// version is that of the program: "0.2.0" of "ccbreport 0.2.0".
func version() string {
	_, v, _ := strings.Cut(archive.Program, " ")
	return v
}

// named is the name of a package or a parts list.
func (t target) named(ending string) string {
	return fmt.Sprintf("ccbreport-%s-%s-%s%s", version(), t.system, t.processor, ending)
}

// program is where the built program of a target stands.
func (b *build) program(t target) string {
	return filepath.Join(b.stage, t.named(""))
}

// programs builds the program for each target: no path, no commit and no C library
// of this machine gets into it.
func (b *build) programs() error {
	for _, t := range []target{forLinux, forWindows} {
		cmd := b.goes("build", "-ldflags=-s -w -buildid=", "-o", b.program(t), "./cmd/ccbreport")
		cmd.Env = append(cmd.Env, "GOOS="+t.system, "GOARCH="+t.processor)
		if _, err := output(cmd); err != nil {
			return err
		}
	}
	return nil
}

// goes is a call of Go in the module that leaves nothing of this machine in what it
// makes.
func (b *build) goes(args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Dir = b.root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-trimpath -buildvcs=false", "GOWORK=off")
	return cmd
}

// tool is a call of a program that deploy/tools.mod pins.
func (b *build) tool(args ...string) *exec.Cmd {
	return b.goes(append([]string{"tool", "-modfile=deploy/tools.mod"}, args...)...)
}

// output runs a command and returns what it prints; its complaints are in the error.
func output(cmd *exec.Cmd) ([]byte, error) {
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s%s", strings.Join(cmd.Args, " "), err, out, said.String())
	}
	return out, nil
}
