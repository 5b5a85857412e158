package main

import (
	"context"
	"errors"
	"flag"
	"strings"
	"testing"

	"ccbreport/reports/ward/say"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ccbreport": main})
}

func TestAPersonStopsTheWork(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	err := say.Within(ctx, func() error {
		stop()
		return ctx.Err()
	})
	var out, said strings.Builder
	talk := &tui{out: &out, err: &said, json: true}
	if code := talk.end(err); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if out.String() != "" || !strings.Contains(said.String(), "Không có gì được ghi dở dang") {
		t.Errorf("said %q and printed %q", said.String(), out.String())
	}
}

func TestABrokenInvariantIsTheMachinesFault(t *testing.T) {
	err := say.Within(t.Context(), func() error { panic("no such page") })
	var said strings.Builder
	if code := (&tui{err: &said}).end(err); code != exitFailed || !strings.Contains(said.String(), "no such page") {
		t.Errorf("exit code %d, said %q", code, said.String())
	}
}

func TestErrorOfWorkIsKept(t *testing.T) {
	want := errors.New("disk full")
	if err := say.Within(t.Context(), func() error { return want }); !errors.Is(err, want) {
		t.Errorf("got %v", err)
	}
}

// TestAFailureBesideWhatWaits: a state that could not be closed is told, though
// something waits too.
func TestAFailureBesideWhatWaits(t *testing.T) {
	var said strings.Builder
	err := errors.Join(say.ErrWaits, errors.New("close state: input/output error"))
	if code := (&tui{err: &said}).end(err); code != exitFailed || !strings.Contains(said.String(), "input/output error") {
		t.Errorf("exit code %d, said %q", code, said.String())
	}
	if code := (&tui{err: &said}).end(errors.Join(say.ErrWaits, say.ErrBlocked)); code != exitBlocked {
		t.Errorf("exit code %d of what blocks and waits", code)
	}
}
