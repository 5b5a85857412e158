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
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
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

// A text is one message in both languages. "{1}" stands for its first word.
type text struct{ vi, en string }

// A problem is a kind of error that a person can do something about.
type problem struct {
	code    string // for --json and for tests
	exit    int
	message text
	hint    text
}

// A failure is a problem met: with its words, and the machine's own error where
// there is one.
type failure struct {
	problem
	words []string
	cause error
	more  []*failure // further problems of the same kind of work
}

func (p problem) with(words ...string) *failure { return &failure{problem: p, words: words} }

func (p problem) because(cause error, words ...string) *failure {
	return &failure{problem: p, words: words, cause: cause}
}

// Error is for logs and wrapping; a person reads tui.fail.
func (f *failure) Error() string { return f.code + ": " + fill(f.message.en, f.words) }

func (f *failure) Unwrap() error { return f.cause }

// errBlocked ends a verb that is done while findings block.
var errBlocked = errors.New("findings block")

// errDiffers ends verify when something is not what was written.
var errDiffers = errors.New("something is not what was written")

// errWaits ends schedule when something waits for a person.
var errWaits = errors.New("something waits for a person")

// errInterrupted ends a verb that a person stopped.
var errInterrupted = errors.New("interrupted")

// A tui talks to the person.
type tui struct {
	out, err io.Writer
	english  bool
	quiet    bool
	json     bool
	codes    bool // of findings, also in Vietnamese
	terminal bool // err is one

	began time.Time // of the work whose progress is shown
	drawn bool      // a bar stands on the last line
}

// say returns the text in the person's language, with its words filled in.
func (t *tui) say(m text, words ...string) string {
	if t.english {
		return fill(m.en, words)
	}
	return fill(m.vi, words)
}

// tell prints a line of progress or summary, unless --quiet or --json.
func (t *tui) tell(m text, words ...string) {
	if !t.quiet && !t.json {
		fmt.Fprintln(t.err, t.say(m, words...))
	}
}

func fill(s string, words []string) string {
	var pairs []string
	for i, w := range words {
		pairs = append(pairs, fmt.Sprintf("{%d}", i+1), w)
	}
	return strings.NewReplacer(pairs...).Replace(s)
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
		fmt.Fprintln(t.err, t.say(hintWord), t.say(one.hint, one.words...))
	}
	if t.json {
		message, hint := t.lines(f)
		t.print(errorOutput{errorWords{f.code, message, hint}})
	}
	return f.exit
}

// message is what is wrong, with the machine's own words where it has some.
func (t *tui) message(f *failure) string {
	message := t.say(f.message, f.words...)
	if f.cause != nil {
		message += " " + t.say(technical, f.cause.Error())
	}
	return message
}

// lines returns message and hint of a failure, and under each those of the
// failures that came with it.
func (t *tui) lines(f *failure) (message, hint string) {
	message, hint = t.message(f), t.say(f.hint, f.words...)
	for _, next := range f.more {
		message += "\n" + t.message(next)
		if h := t.say(next.hint, next.words...); !strings.Contains(hint, h) {
			hint += "\n" + h
		}
	}
	return message, hint
}

// line writes a line of what was asked for, which --quiet does not silence.
func (t *tui) line(m text, words ...string) { fmt.Fprintln(t.out, t.say(m, words...)) }

// print writes one JSON object to standard output.
func (t *tui) print(v any) {
	fmt.Fprintf(t.out, "%s", encodeJSON(v))
}

func encodeJSON(v any) []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		panic(err) // plain data always encodes
	}
	return []byte(b.String())
}

// asFailure finds words for what the machine could not do.
func asFailure(err error) *failure {
	var f *failure
	var damaged *archive.DamagedError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &damaged):
		return damagedEdition.with(damaged.Edition, damaged.File)
	case errors.Is(err, deliver.ErrNewer):
		return newerState.with()
	case diskFull(err):
		return noSpace.because(err)
	case deliver.Harmed(err):
		return harmedState.because(err)
	case errors.Is(err, archive.ErrLocked):
		return runLocked.with()
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &path):
		return noPermission.with(path.Path)
	}
	if errors.As(err, &link) {
		return folderBusy.because(link.Err, link.Old)
	}
	return machineFailed.because(err)
}

// diskFull reports whether there was no room: as systems say it, and as the
// database does.
func diskFull(err error) bool {
	const windowsFull = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsFull) || deliver.Full(err)
}

// isTerminal reports whether a person sees the file as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
