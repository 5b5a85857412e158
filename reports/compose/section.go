package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// A settled block is what is left of a part: a heading or blocks.
type settled struct {
	level  int // as in part
	item   marker
	text   text
	blocks []paper.Block // instead of text
}

// body executes a block of the template and returns its sections: settled,
// without the empty ones, numbered.
func (c *composer) body(block string) []paper.Block {
	var all []settled
	for _, p := range parts(c.run(block, nil)) {
		all = append(all, c.settlePart(p)...)
	}
	return c.number(c.withoutEchoes(c.joined(c.filled(all))))
}

// settlePart settles one part: prose of several lines makes several paragraphs.
// A heading is settled when it is known what stands under it.
func (c *composer) settlePart(p part) []settled {
	if p.level != 0 {
		return []settled{{level: p.level, text: p.text}}
	}
	var out []settled
	item := p.item
	for _, t := range c.paragraphs(p.text) {
		if v, ok := c.at(t[0].r); ok && v.kind == blocks {
			out = append(out, settled{blocks: v.blocks})
			continue
		}
		out = append(out, settled{item: item, text: t})
		item = unlisted
	}
	return out
}

// paragraphs settles the sentences of one paragraph.
func (c *composer) paragraphs(t text) []text {
	lists := [][]text{nil}
	for _, s := range c.sentences(t) {
		if v, ok := c.first(s); ok && v.kind == newline {
			lists, s = append(lists, nil), s[1:]
		}
		last := &lists[len(lists)-1]
		if s = c.settle(s); len(s) > 0 && !c.repeats(slices.Concat(lists...), s) {
			*last = append(*last, s)
		}
	}
	var out []text
	for _, list := range lists {
		out = append(out, c.bounded(list)...)
	}
	return out
}

// first returns the value that begins t.
func (l *ledger) first(t text) (token, bool) {
	if len(t) == 0 {
		return token{}, false
	}
	return l.at(t[0].r)
}

// without drops the absent values outside the clauses: a title stays without
// them.
func (l *ledger) without(t text) text {
	var out text
	depth := 0
	for _, g := range t {
		switch g.r {
		case clauseOpen:
			depth++
		case clauseShut:
			depth--
		}
		if v, ok := l.at(g.r); !ok || v.kind != absent || depth > 0 {
			out = append(out, g)
		}
	}
	return out
}

// filled drops every heading without anything under it, and says so of the
// outermost ones.
func (c *composer) filled(all []settled) []settled {
	keep := make([]bool, len(all))
	var content [maxLevel + 1]bool // by level: something stands under a heading of that level
	for i, s := range slices.Backward(all) {
		switch {
		case s.level == 0:
			content = [maxLevel + 1]bool{true, true, true, true, true}
			keep[i] = true
		case s.level == endSections:
			content = [maxLevel + 1]bool{}
			keep[i] = true
		default:
			keep[i] = content[s.level]
			clear(content[s.level:])
		}
	}
	c.entitle(all, keep)
	var kept []settled
	outer := maxLevel + 1 // level of the dropped section that the next heading is within
	for i, s := range all {
		switch {
		case keep[i]:
			kept = append(kept, s)
			outer = maxLevel + 1
		case s.level <= outer:
			c.findings.Add("section.empty", reports.Ward, reports.Args{"section": c.printed(s)})
			outer = s.level
		}
	}
	return kept
}

// entitle settles the headings, the inner ones first: a clause that goes with a
// heading under it goes where that one is not kept.
func (c *composer) entitle(all []settled, keep []bool) {
	for i, s := range slices.Backward(all) {
		if s.level <= 0 {
			continue
		}
		var under []string
		for j := i + 1; j < len(all) && (all[j].level == 0 || all[j].level > s.level); j++ {
			if keep[j] && all[j].level > 0 {
				under = append(under, c.printed(all[j]))
			}
		}
		all[i].text = c.capital(c.frame(c.beside(s.text, under)))
	}
}

// beside puts into a heading which of the headings that its clauses go with are
// there. Without any, as over running text or in a heading that goes itself, all
// clauses stay.
func (c *composer) beside(t text, under []string) text {
	out := slices.Clone(t)
	for i, g := range t {
		v, ok := c.at(g.r)
		switch {
		case !ok || v.kind != heading:
		case len(under) == 0 || slices.Contains(under, v.text):
			out[i].r, _ = utf8.DecodeRuneInString(c.put(token{kind: fact}))
		default:
			out[i].r, _ = utf8.DecodeRuneInString(c.absent())
		}
	}
	return out
}

// under is the action that bears a clause of a heading as long as the heading of
// that title stands under it.
func (c *composer) under(title string) string { return c.put(token{kind: heading, text: title}) }

// withoutEchoes drops a heading that is alone under another and only repeats it.
func (c *composer) withoutEchoes(all []settled) []settled {
	var out []settled
	above := 0
	for i, s := range all {
		echo := s.level > 1 && alone(all, i) && above < s.level && len(out) > 0 && out[len(out)-1].level == above &&
			strings.EqualFold(c.printed(out[len(out)-1]), c.printed(s))
		if s.level > 0 && !echo {
			above = s.level
		}
		if !echo {
			out = append(out, s)
		}
	}
	return out
}

// printed returns the words of a heading.
func (c *composer) printed(s settled) string { return plainText(c.spans(s.text)) }

// alone reports whether heading i is the only one of its level within the one
// that it stands under: a lone heading has no number.
func alone(all []settled, i int) bool {
	level := all[i].level
	ends := func(s settled) bool { return s.level == endSections || s.level > 0 && s.level <= level }
	for j := i - 1; j >= 0; j-- {
		if ends(all[j]) {
			if all[j].level == level {
				return false
			}
			break
		}
	}
	next := slices.IndexFunc(all[i+1:], ends)
	return next < 0 || all[i+1+next].level != level
}

// number gives every numbered paragraph, and every heading that is not alone, its
// label: Phần I, I., 1., a) in the order of Decree 30/2020, annex I, part II.
func (c *composer) number(all []settled) []paper.Block {
	var out []paper.Block
	var count [maxLevel + 1]int
	level, items := 0, 0
	for i, s := range all {
		switch {
		case s.blocks != nil:
			out = append(out, s.blocks...)
		case s.level == endSections:
			level, items = 0, 0
		case s.level > 0:
			level, items = s.level, 0
			count[level]++
			clear(count[level+1:])
			h := &paper.Heading{Level: level - 1, Title: c.title(s.text, level)}
			if !alone(all, i) {
				h.Label = c.label(level, count[level])
			}
			out = append(out, h)
		default:
			spans := c.spans(s.text)
			switch s.item {
			case numbered:
				items++
				spans = slices.Insert(spans, 0, paper.Span{Text: itemLabel(level, items) + " "})
			case dashed:
				spans = slices.Insert(spans, 0, paper.Span{Text: "- "})
			}
			out = append(out, &paper.Paragraph{Spans: spans})
		}
	}
	return out
}

// label returns the n-th label of a level.
func (c *composer) label(level, n int) string {
	switch level {
	case 1:
		return c.line("part", viet.Roman(n))
	case 2:
		return viet.Roman(n) + "."
	case 3:
		return strconv.Itoa(n) + "."
	}
	return viet.Letter(n) + ")"
}

// itemLabel returns the n-th label of a list in a section of the given level:
// one step below the section's own.
func itemLabel(level, n int) string {
	if level < 3 {
		return strconv.Itoa(n) + "."
	}
	return viet.Letter(n) + ")"
}

// title returns the words of a heading; a Phần and a mục are in capitals.
func (c *composer) title(t text, level int) []paper.Span {
	spans := c.spans(t)
	if level <= 2 {
		for i := range spans {
			spans[i].Text = strings.ToUpper(spans[i].Text)
		}
	}
	return spans
}
