// Command ccbreport turns the workbooks of a ward's branches into the checked,
// added-up report of its Veterans' Association. README.md tells how to use it,
// package reports how it is built.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	_ "time/tzdata" // Windows has no zone files
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	t := &tui{out: os.Stdout, err: os.Stderr, terminal: isTerminal(os.Stderr)}
	code := t.end(execute(ctx, t, os.Args[1:]))
	stop()
	os.Exit(code)
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
