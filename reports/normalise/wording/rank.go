package wording

import (
	"regexp"
	"strings"
)

// A Rank is that of a heading by its mark, higher for what holds more: "a)", "2.", "II.";
// Unranked is a line without any mark.
type Rank int

const (
	Unranked Rank = iota
	byLetter
	byNumber
	byRoman
)

var headMark = regexp.MustCompile(`^\(?(?:([IVX]{1,4})|(\d{1,2}(?:\.\d{1,2})*)|([a-zđA-ZĐ]))[.)/:]?\s`)

// RankOf returns the rank of a heading, and its words without the mark.
func RankOf(s string) (Rank, string) {
	m := headMark.FindStringSubmatch(s)
	switch {
	case m == nil || !strings.ContainsAny(m[0], ".)/:"):
		return Unranked, s
	case m[1] != "":
		return byRoman, s[len(m[0]):]
	case m[2] != "":
		return byNumber, s[len(m[0]):]
	}
	return byLetter, s[len(m[0]):]
}

// A Scope is how far what a heading says holds: On, up to a heading of its own rank or a
// higher one.
type Scope struct {
	On   bool
	rank Rank
}

// Open begins what a heading says; one without a mark stands above all others.
func (s *Scope) Open(rank Rank) {
	if s.On = true; rank == Unranked {
		rank = byRoman
	}
	s.rank = rank
}

// Closes reports whether a heading ends what an earlier one began.
func (s *Scope) Closes(rank Rank) bool { return s.On && rank >= s.rank }

// MarkOf tells the kind of the mark before a heading: "I", "1", "A", "a", or "" for none.
func MarkOf(s string) string {
	m := headMark.FindStringSubmatch(s)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return "I"
	case m[2] != "":
		return "1"
	case m[3] == strings.ToUpper(m[3]):
		return "A"
	}
	return "a"
}
