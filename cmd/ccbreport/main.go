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
	"syscall"
	_ "time/tzdata" // Windows has no zone files

	"ccbreport/reports/ward/say"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // who asks a second time does not wait
	out := &printer{to: os.Stdout}
	t := &tui{out: out, err: os.Stderr, terminal: isTerminal(os.Stderr)}
	if isTerminal(os.Stdin) {
		t.in = os.Stdin
	}
	err := say.Guarded(func() error { return execute(ctx, t, os.Args[1:]) })
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
