package roster

import (
	"strings"

	"ccbreport/reports/viet"
)

// A Name is what somebody calls a branch, in its parts.
type Name struct {
	Branch bool   // "chi hội" stands before it
	Place  string // the first word for a kind of place, as typed: "thôn", "TDP"; "" for none
	Number string // that follows and ends the name, "" if it has words: of "TDP số 04" it is "4"
	Rest   string // what follows the words of kind, as typed: "Đông", "số 04"
}

// Names reads names of branches, of which no list is needed.
type Names struct{ m *Roster }

// NewNames reads those of an association, whose own name says nothing of a place.
func NewNames(association viet.Words) Names { return Names{&Roster{own: newOwn(association)}} }

// Parts takes the words of kind off a name.
func (g Names) Parts(s string) Name {
	t := g.m.read(viet.Clean(s))
	var n Name
	i := 0
	for i < len(t.toks) && (i == 0 || !strings.ContainsAny(t.toks[i].before, ",;+&")) {
		p, ok := t.kindAt(i)
		numbering := p.class == filler && t.toks[i].is("số")
		if !ok || numbering || n.Place != "" && p.class != filler {
			break
		}
		switch p.class {
		case branchKind:
			n.Branch = true
		case filler:
		default:
			n.Place = typed(t.toks[i : i+len(p.words)])
		}
		i += len(p.words)
	}
	if n.Rest = typed(t.toks[i:]); strings.Count(n.Rest, "(") > strings.Count(n.Rest, ")") {
		n.Rest += ")"
	}
	if i < len(t.toks) && t.toks[i].is("số") {
		i++
	}
	if i == len(t.toks)-1 && t.toks[i].num {
		n.Number = t.toks[i].word
	}
	return n
}

// typed are words with the signs between them.
func typed(toks []token) string {
	var b strings.Builder
	for i, k := range toks {
		if i > 0 {
			b.WriteString(k.before)
		}
		b.WriteString(k.raw)
	}
	return strings.TrimSpace(b.String())
}
