// Package say is the mechanism of what the program says to a person: texts in two
// languages, problems with what to do about them, and how a verb ends. Each room
// owns its words; this one has none of its own but those around a machine's error.
//
// The rules for texts:
//
//   - Vietnamese, unless language = "en" or --lang en; short sentences, no
//     English words where Vietnamese has one, no abbreviation that an officer
//     of 70 does not use.
//   - A problem says what is wrong and, apart, what to do about it.
package say

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
)

// A Text is one message in both languages. "{1}" stands for its first word.
type Text struct{ VI, EN string }

// A Class says how a verb ends that meets a problem.
type Class int

// The classes; docs/commands.md has the table of exit codes.
const (
	Failed  Class = iota // the machine could not do it
	Usage                // it was asked wrongly, or is configured wrongly
	Blocked              // it is done while findings block
	Waits                // something waits for a person
	Locked               // somebody else is at work on the same folders
)

// A Problem is a kind of error that a person can do something about.
type Problem struct {
	Code    string // for --json and for tests
	Class   Class
	Message Text
	Hint    Text
}

// A Failure is a problem met: with its words, and the machine's own error where
// there is one.
type Failure struct {
	Problem
	Words []string
	cause error
	More  []*Failure // further problems of the same kind of work
}

// With is the problem met, with its words.
func (p Problem) With(words ...string) *Failure { return &Failure{Problem: p, Words: words} }

// Because is the problem met, with its words, because the machine failed.
func (p Problem) Because(cause error, words ...string) *Failure {
	return &Failure{Problem: p, Words: words, cause: cause}
}

// Error is for logs and wrapping; a person reads a voice's message.
func (f *Failure) Error() string { return f.Code + ": " + Fill(f.Message.EN, f.Words) }

func (f *Failure) Unwrap() error { return f.cause }

// How a verb can end beside done and failed. The first three come with its answer.
var (
	ErrBlocked     = errors.New("findings block")
	ErrDiffers     = errors.New("something is not what was written")
	ErrWaits       = errors.New("something waits for a person")
	ErrInterrupted = errors.New("interrupted")
)

// HasAnswer reports whether the answer of a verb that ended so is one. Whatever failed
// beside, a file that could not be closed, leaves none: it must be told, and nobody can
// say what stands on the disk.
func HasAnswer(err error) bool {
	switch err {
	case nil, ErrBlocked, ErrDiffers, ErrWaits:
		return true
	}
	switch err := err.(type) {
	case *Failure:
		return false
	case interface{ Unwrap() []error }:
		return !slices.ContainsFunc(err.Unwrap(), func(e error) bool { return !HasAnswer(e) })
	case interface{ Unwrap() error }:
		cause := err.Unwrap()
		return cause != nil && HasAnswer(cause)
	}
	return false
}

// A Voice puts texts into the language of a person.
type Voice struct{ English bool }

// Say returns the text in the person's language, with its words filled in.
func (v Voice) Say(m Text, words ...string) string {
	if v.English {
		return Fill(m.EN, words)
	}
	return Fill(m.VI, words)
}

// Fill puts words in place of {1}, {2} …
func Fill(s string, words []string) string {
	var pairs []string
	for i, w := range words {
		pairs = append(pairs, fmt.Sprintf("{%d}", i+1), w)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// technical introduces the machine's own words.
var technical = Text{"(chi tiết kỹ thuật: {1})", "({1})"}

// Message is what is wrong, with the machine's own words where it has some.
func (v Voice) Message(f *Failure) string {
	message := v.Say(f.Message, f.Words...)
	if f.cause != nil {
		message += " " + v.Say(technical, f.cause.Error())
	}
	return message
}

// Remedy is what to do about it.
func (v Voice) Remedy(f *Failure) string { return v.Say(f.Hint, f.Words...) }

// Lines returns message and hint of a failure, and under each those of the
// failures that came with it.
func (v Voice) Lines(f *Failure) (message, hint string) {
	message, hint = v.Message(f), v.Remedy(f)
	for _, next := range f.More {
		message += "\n" + v.Message(next)
		if h := v.Remedy(next); !strings.Contains(hint, h) {
			hint += "\n" + h
		}
	}
	return message, hint
}

// Guarded turns a broken invariant into an error: Go's own exit code for it
// would say that the program was called wrongly.
func Guarded(work func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken invariant: %v\n%s", r, debug.Stack())
		}
	}()
	return work()
}

// Within does work that ends with the context: then a person stopped it, and
// what the work was busy with is of no interest.
func Within(ctx context.Context, work func() error) error {
	err := Guarded(work)
	if err != nil && ctx.Err() != nil {
		return ErrInterrupted
	}
	return err
}

// T is a text in both languages; one that only officers read needs no English.
func T(vi, en string) Text { return Text{vi, en} }

// P is a problem.
func P(code string, class Class, message, hint Text) Problem {
	return Problem{code, class, message, hint}
}
