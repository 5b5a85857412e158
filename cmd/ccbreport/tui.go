package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"
)

// This file and the files of words are the program's voice on the terminal:
//
//   - Progress, messages and errors go to standard error. Standard output is
//     for what was asked: the object of --json, help, the version.
//   - With --json nothing else is on standard output, whatever happens.

// Exit codes (docs/commands.md has the table).
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitBlocked     = 3
	exitWaits       = 4
	exitLocked      = 75
	exitInterrupted = 130
)

var exitCodes = map[say.Class]int{
	say.Failed: exitFailed, say.Usage: exitUsage, say.Blocked: exitBlocked, say.Waits: exitWaits, say.Locked: exitLocked,
}

// A tui talks to the person.
type tui struct {
	say.Voice
	in       io.Reader // of a person who can be asked; nil for none
	out, err io.Writer
	quiet    bool
	json     bool
	codes    bool // of findings, also in Vietnamese
	terminal bool // err is one

	began time.Time // of the work whose progress is shown
	drawn bool      // a bar stands on the last line
}

// tell prints a line of progress or summary, unless --quiet or --json.
func (t *tui) tell(m say.Text, words ...string) {
	if !t.quiet && !t.json {
		fmt.Fprintln(t.err, t.Say(m, words...))
	}
}

// end tells how a verb ended and returns the exit code.
func (t *tui) end(err error) int {
	switch {
	case err == nil:
		return exitDone
	case say.HasAnswer(err) && errors.Is(err, say.ErrBlocked):
		return exitBlocked
	case say.HasAnswer(err):
		return exitWaits
	case errors.Is(err, say.ErrInterrupted):
		fmt.Fprintln(t.err, t.Say(wasInterrupted))
		return exitInterrupted
	}
	f := ward.AsFailure(err)
	all := append([]*say.Failure{f}, f.More...)
	for i, one := range all {
		fmt.Fprintln(t.err, t.Say(errorWord), t.Message(one))
		if i+1 < len(all) && t.Remedy(all[i+1]) == t.Remedy(one) {
			continue // one remedy for several
		}
		fmt.Fprintln(t.err, t.Say(hintWord), t.Remedy(one))
	}
	if t.json {
		message, hint := t.Lines(f)
		t.print(errorOutput{errorWords{f.Code, message, hint}})
	}
	return exitCodes[f.Class]
}

// line writes a line of what was asked for, which --quiet does not silence.
func (t *tui) line(m say.Text, words ...string) { fmt.Fprintln(t.out, t.Say(m, words...)) }

// print writes one JSON object to standard output.
func (t *tui) print(v any) {
	fmt.Fprintf(t.out, "%s", ward.EncodeJSON(v))
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
