// Command ccbreport turns the workbooks of a ward's branches into the checked,
// added-up report of its Veterans' Association. README.md tells how to use it,
// package reports how it is built.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	_ "time/tzdata" // Windows has no zone files
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	out := &printer{to: os.Stdout}
	t := &tui{out: out, err: os.Stderr, terminal: isTerminal(os.Stderr)}
	err := guarded(func() error { return execute(ctx, t, os.Args[1:]) })
	if out.err != nil {
		err = out.err
	}
	code := t.end(err)
	stop()
	os.Exit(code)
}

// A printer remembers that something could not be printed: half an answer must not
// pass for a whole one.
type printer struct {
	to  io.Writer
	err error
}

func (p *printer) Write(b []byte) (int, error) {
	n, err := p.to.Write(b)
	if p.err == nil && err != nil {
		p.err = fmt.Errorf("print: %w", err)
	}
	return n, err
}

// supervise does the work to its end, or until a person stops it; then abandon
// is called to take away what is half written, and the work is left behind:
// the process is about to end.
func supervise(ctx context.Context, work, abandon func() error) error {
	done := make(chan error, 1)
	go func() { done <- guarded(work) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		if err := abandon(); err != nil {
			return err
		}
		return errInterrupted
	}
}

// guarded turns a broken invariant into an error: Go's own exit code for it
// would say that the program was called wrongly.
func guarded(work func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken invariant: %v\n%s", r, debug.Stack())
		}
	}()
	return work()
}
