package roster

import (
	"strings"

	"ccbreport/reports/viet"
)

// The words that may stand before the number or the name of a branch. A class
// holds the words for one thing; those of two classes number apart: thôn 7 is
// not TDP 7.
var kindLines = []struct {
	class string
	words string // parted by ";"
}{
	{branchKind, "chi hội; ch; phân hội"},
	{"tổ", "tổ dân phố; tdp; tổ; tổ dân cư; tổ nhân dân; dân phố"},
	{"khu", "khu; khu phố; kp; khu dân cư; kdc; khu vực; kv"},
	{"tiểu khu", "tiểu khu; tk"},
	{"thôn", "thôn"},
	{"xóm", "xóm"},
	{"ấp", "ấp"},
	{"khóm", "khóm"},
	{"khối", "khối; khối phố"},
	{"bản", "bản"},
	{"làng", "làng"},
	{"buôn", "buôn; bon"},
	{"sóc", "sóc; phum"},
	{"đội", "đội"},
	{cluster, "cụm; cụm dân cư"},
	{filler, "số"},
}

const (
	branchKind = "chi hội" // of any kind of neighbourhood
	cluster    = "cụm"     // of several branches, unless a branch is called so
	filler     = ""        // says nothing of the place, as the association's own name does
)

type kindPhrase struct {
	class string
	words []string
}

// kindsOf indexes the words of kind by their first, without marks.
func kindsOf(own viet.Words) map[string][]kindPhrase {
	index := map[string][]kindPhrase{}
	learn := func(class, list string) {
		for _, s := range strings.Split(list, ";") {
			if words := strings.Fields(viet.Key(s)); len(words) > 0 {
				first := viet.Bare(words[0])
				index[first] = append(index[first], kindPhrase{class, words})
			}
		}
	}
	for _, line := range kindLines {
		learn(line.class, line.words)
	}
	learn(filler, own.Name()+";"+own.Short())
	return index
}

// A lead is the words of kind before a name: "Chi hội CCB thôn".
type lead struct {
	from, to int
	branch   bool     // says "chi hội"
	places   []string // classes
	last     bool     // the word next to the name is one for a place
	marked   bool     // some word of it that has marks was typed with them
}

func (l lead) real() bool { return l.branch || len(l.places) > 0 }

// leadAt reads the words of kind that begin at i.
func (t text) leadAt(i int) lead {
	l := lead{from: i, to: i}
	for l.to < len(t.toks) {
		p, ok := t.kindAt(l.to)
		if !ok || l.to > i && strings.ContainsAny(t.toks[l.to].before, ",;+&") {
			break
		}
		for _, k := range t.toks[l.to : l.to+len(p.words)] {
			l.marked = l.marked || !k.plain
		}
		l.to += len(p.words)
		switch p.class {
		case branchKind:
			l.branch, l.last = true, false
		case filler:
		default:
			l.places, l.last = append(l.places, p.class), true
		}
	}
	return l
}

// kindAt returns the longest phrase of kind at i. A single syllable without its
// marks is one only where all is typed without: "BAN CHẤP HÀNH" is no bản.
func (t text) kindAt(i int) (best kindPhrase, ok bool) {
	for _, p := range t.own.kinds[t.toks[i].bare] {
		if len(p.words) <= len(best.words) || !t.at(i, p.words) {
			continue
		}
		if len(p.words) == 1 && t.marked && t.toks[i].word != p.words[0] {
			continue
		}
		best, ok = p, true
	}
	return best, ok
}
