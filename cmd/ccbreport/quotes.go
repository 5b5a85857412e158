package main

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A command that was pasted from Word or Zalo has curly quotes and long dashes in it.
// The shell takes neither for what it was meant as: “a b” arrives as two words, and –why
// as a word of its own.

const (
	curlyOpen  = "“”„‟‘‚«" // Word turns some the wrong way round
	curlyClose = "”“‟’»"
)

// longDash is a flag whose dashes were drawn together.
var longDash = regexp.MustCompile(`^-?[–—][-–—]?([a-z][a-z-]*(=.*)?)$`)

// straighten puts words together again that stand in curly quotes, and flags under their
// dashes; mended is whether it had to. A quote that nothing closes may mean anything.
func straighten(args []string) (straight []string, mended bool, err error) {
	for i := 0; i < len(args); i++ {
		arg := longDash.ReplaceAllString(args[i], "--$1")
		key, text := quotedPart(arg)
		if text == "" || strings.Contains(arg, " ") { // the shell knew it for one word
			straight, mended = append(straight, arg), mended || arg != args[i]
			continue
		}
		last := i
		for last < len(args) && !closes(args[last], last == i, text) {
			last++
		}
		if last == len(args) {
			return nil, true, curlyQuotes.With(arg)
		}
		words := append([]string{text}, args[i+1:last+1]...)
		straight, mended = append(straight, key+bare(strings.Join(words, " "))), true
		i = last
	}
	return straight, mended, nil
}

// quotedPart parts the words that begin with a curly quote from the flag or key before
// them; "" for an argument that has none there.
func quotedPart(arg string) (key, text string) {
	if before, after, ok := strings.Cut(arg, "="); ok && begins(after) {
		return before + "=", after
	}
	if begins(arg) {
		return "", arg
	}
	return arg, ""
}

func begins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(curlyOpen, r)
}

// closes reports whether an argument ends what is quoted; the first one is not closed by
// the mark that opens it.
func closes(arg string, first bool, text string) bool {
	r, size := utf8.DecodeLastRuneInString(arg)
	return strings.ContainsRune(curlyClose, r) && (!first || len(text) > size)
}

// bare is what stands between two quotes.
func bare(s string) string {
	_, open := utf8.DecodeRuneInString(s)
	_, shut := utf8.DecodeLastRuneInString(s)
	return s[open : len(s)-shut]
}
