package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"github.com/rogpeppe/go-internal/testscript"
)

// typed runs a program on a terminal of its own, at which somebody types the lines of a
// file and then leaves off. What stands on the terminal is its output.
func typed(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: typed FILE PROGRAM ARG…")
	}
	master, slave, err := newTerminal()
	ts.Check(err)
	defer master.Close()
	cmd := exec.Command(inPath(ts.Getenv("PATH"), args[1]), args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "PATH="+ts.Getenv("PATH"), "HOME="+ts.Getenv("HOME"))
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	ts.Check(cmd.Start())
	slave.Close()
	_, err = master.WriteString(ts.ReadFile(args[0]) + "\x04") // the end of what is typed
	ts.Check(err)
	seen, err := io.ReadAll(master)
	if err != nil && !errors.Is(err, syscall.EIO) { // Linux says so where the other end was closed
		ts.Fatalf("read terminal: %v", err)
	}
	err = cmd.Wait()
	_, _ = io.WriteString(ts.Stdout(), strings.ReplaceAll(string(seen), "\r\n", "\n"))
	if (err != nil) != neg {
		ts.Fatalf("%s on a terminal: %v\n%s", args[1], err, seen)
	}
}

// newTerminal returns both ends of a pseudo-terminal; see pty(7).
func newTerminal() (master, slave *os.File, err error) {
	master, err = os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return nil, nil, err
	}
	var unlock int32
	for _, call := range []struct{ what, arg uintptr }{
		{syscall.TIOCSPTLCK, uintptr(unsafe.Pointer(&unlock))},
		{0x5441, syscall.O_RDWR | syscall.O_NOCTTY}, // TIOCGPTPEER, of which package syscall does not know
	} {
		fd, _, errno := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), call.what, call.arg)
		if errno != 0 {
			return nil, nil, errors.Join(errno, master.Close())
		}
		if call.what != syscall.TIOCSPTLCK {
			slave = os.NewFile(fd, "terminal")
		}
	}
	return master, slave, nil
}

// inPath finds a program as the script's own PATH has it.
func inPath(path, name string) string {
	for _, dir := range filepath.SplitList(path) {
		at := filepath.Join(dir, name)
		if _, err := os.Stat(at); err == nil {
			return at
		}
	}
	return name
}

// TestNewTerminal: a terminal is one by what the program looks at.
func TestNewTerminal(t *testing.T) {
	master, slave, err := newTerminal()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	defer slave.Close()
	if !isTerminal(slave) {
		t.Error("the program would not ask on it")
	}
}
