package main

// This file and words.go are the program's voice: everything that a person
// meets on the terminal. The rules are:
//
//   - Vietnamese, unless language = "en" or --lang en; short sentences, no
//     English words where Vietnamese has one, no abbreviation that an officer
//     of 70 does not use.
//   - An error says what is wrong, and on its own line what to do about it.
//   - Progress, messages and errors go to standard error. Standard output is
//     for what was asked: the object of --json, help, the version.
//   - With --json nothing else is on standard output, whatever happens.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Exit codes (README.md has the table).
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitBlocked     = 3
	exitWaits       = 4
	exitLocked      = 75
	exitInterrupted = 130
)

var exitCodes = map[class]int{
	classFailed: exitFailed, classUsage: exitUsage, classBlocked: exitBlocked, classWaits: exitWaits, classLocked: exitLocked,
}

// A tui talks to the person.
type tui struct {
	voice
	out, err io.Writer
	quiet    bool
	json     bool
	codes    bool // of findings, also in Vietnamese
	terminal bool // err is one

	began time.Time // of the work whose progress is shown
	drawn bool      // a bar stands on the last line
}

// tell prints a line of progress or summary, unless --quiet or --json.
func (t *tui) tell(m text, words ...string) {
	if !t.quiet && !t.json {
		fmt.Fprintln(t.err, t.say(m, words...))
	}
}

// end tells how a verb ended and returns the exit code.
func (t *tui) end(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errBlocked):
		return exitBlocked
	case errors.Is(err, errDiffers), errors.Is(err, errWaits):
		return exitWaits
	case errors.Is(err, errInterrupted):
		fmt.Fprintln(t.err, t.say(wasInterrupted))
		return exitInterrupted
	}
	f := asFailure(err)
	for _, one := range append([]*failure{f}, f.more...) {
		fmt.Fprintln(t.err, t.say(errorWord), t.message(one))
		fmt.Fprintln(t.err, t.say(hintWord), t.remedy(one))
	}
	if t.json {
		message, hint := t.lines(f)
		t.print(errorOutput{errorWords{f.code, message, hint}})
	}
	return exitCodes[f.class]
}

// line writes a line of what was asked for, which --quiet does not silence.
func (t *tui) line(m text, words ...string) { fmt.Fprintln(t.out, t.say(m, words...)) }

// print writes one JSON object to standard output.
func (t *tui) print(v any) {
	fmt.Fprintf(t.out, "%s", EncodeJSON(v))
}

// isTerminal reports whether a person sees the file as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// An errorOutput is what --json prints instead when there is no result.
type errorOutput struct {
	Error errorWords `json:"error"`
}

type errorWords struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}
