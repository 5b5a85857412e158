package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
)

// A text is one message in both languages. "{1}" stands for its first word.
type text struct{ vi, en string }

// A class says how a verb ends that meets a problem.
type class int

// The classes; README.md has the table of exit codes.
const (
	classFailed  class = iota // the machine could not do it
	classUsage                // it was asked wrongly, or is configured wrongly
	classBlocked              // it is done while findings block
	classWaits                // something waits for a person
	classLocked               // somebody else is at work on the same folders
)

// A problem is a kind of error that a person can do something about.
type problem struct {
	code    string // for --json and for tests
	class   class
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

// Error is for logs and wrapping; a person reads a voice's message.
func (f *failure) Error() string { return f.code + ": " + fill(f.message.en, f.words) }

func (f *failure) Unwrap() error { return f.cause }

// How a verb can end beside done and failed. The first three come with its answer.
var (
	errBlocked     = errors.New("findings block")
	errDiffers     = errors.New("something is not what was written")
	errWaits       = errors.New("something waits for a person")
	errInterrupted = errors.New("interrupted")
)

// hasAnswer reports whether the answer of a verb that ended so is one.
func hasAnswer(err error) bool {
	return err == nil || errors.Is(err, errBlocked) || errors.Is(err, errDiffers) || errors.Is(err, errWaits)
}

// A voice puts texts into the language of a person.
type voice struct{ english bool }

// say returns the text in the person's language, with its words filled in.
func (v voice) say(m text, words ...string) string {
	if v.english {
		return fill(m.en, words)
	}
	return fill(m.vi, words)
}

func fill(s string, words []string) string {
	var pairs []string
	for i, w := range words {
		pairs = append(pairs, fmt.Sprintf("{%d}", i+1), w)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// technical introduces the machine's own words.
var technical = text{"(chi tiết kỹ thuật: {1})", "({1})"}

// message is what is wrong, with the machine's own words where it has some.
func (v voice) message(f *failure) string {
	message := v.say(f.message, f.words...)
	if f.cause != nil {
		message += " " + v.say(technical, f.cause.Error())
	}
	return message
}

// remedy is what to do about it.
func (v voice) remedy(f *failure) string { return v.say(f.hint, f.words...) }

// lines returns message and hint of a failure, and under each those of the
// failures that came with it.
func (v voice) lines(f *failure) (message, hint string) {
	message, hint = v.message(f), v.remedy(f)
	for _, next := range f.more {
		message += "\n" + v.message(next)
		if h := v.remedy(next); !strings.Contains(hint, h) {
			hint += "\n" + h
		}
	}
	return message, hint
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

// guardedIn does work that ends with the context: then a person stopped it, and
// what the work was busy with is of no interest.
func guardedIn(ctx context.Context, work func() error) error {
	err := guarded(work)
	if err != nil && ctx.Err() != nil {
		return errInterrupted
	}
	return err
}
