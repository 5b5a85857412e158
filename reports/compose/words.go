package compose

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A slot is a place of the template for words of the ward. Its first name is
// the one that forms offer; the others are accepted.
type slot struct {
	names []string
	list  string // code of the list that its paragraphs make (lessons), "" for none
}

// fill gives every paragraph of the ward to the slot of its name. "Bài học 2"
// belongs to the slot "Bài học", in the order of the numbers. What no slot
// takes is a finding.
func (c *composer) fill() map[string][]reports.Paragraph {
	slots := map[string]string{}
	for _, s := range c.t.slots {
		for _, n := range s.names {
			slots[viet.Key(n)] = s.names[0]
		}
	}
	type place struct {
		number int
		reports.Paragraph
	}
	places := map[string][]place{}
	for _, p := range c.in.Paragraphs {
		key, number := viet.Key(p.Section), 0
		if _, whole := slots[key]; !whole {
			key, number = numberedKey(key)
		}
		if name, ok := slots[key]; ok {
			places[name] = append(places[name], place{number, p})
		} else {
			c.findings.Add("text.unknown", reports.Ward, reports.Args{"section": p.Section}, p.At)
		}
	}
	words := map[string][]reports.Paragraph{}
	for name, ps := range places {
		slices.SortStableFunc(ps, func(a, b place) int { return cmp.Compare(a.number, b.number) })
		for _, p := range ps {
			words[name] = append(words[name], p.Paragraph)
		}
	}
	return words
}

// numberedKey takes the number off the end of a name.
func numberedKey(key string) (string, int) {
	base := strings.TrimRight(key, "0123456789")
	n, err := strconv.Atoi(key[len(base):])
	if err != nil {
		return key, 0
	}
	return strings.TrimSpace(base), n
}

// A line is one paragraph of prose with the cell that it stood in.
type line struct{ text, source string }

// lines returns the paragraphs that the ward wrote for a slot, the empty ones
// left out. A cell with several lines makes several paragraphs.
func (c *composer) lines(names []string) []line {
	var out []line
	for _, p := range c.words[names[0]] {
		for l := range strings.FieldsFuncSeq(p.Text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\v' || r == '\u2028' }) {
			if l = plain(viet.Clean(l)); l != "" {
				out = append(out, line{l, p.At.String()})
			}
		}
	}
	return out
}

// text is the action that prints the ward's paragraphs for a slot.
func (c *composer) text(names ...string) string { return c.prose(names[0], c.lines(names)) }

// mentions reports whether the ward's words for a slot hold some words, so that the
// template need not say the same deed again.
func (c *composer) mentions(slot, words string) bool {
	return slices.ContainsFunc(c.lines([]string{slot}), func(l line) bool {
		return strings.Contains(" "+viet.Key(l.text)+" ", " "+viet.Key(words)+" ")
	})
}

// must is text for a slot that a report cannot do without.
func (c *composer) must(names ...string) string {
	lines := c.lines(names)
	if len(lines) == 0 && !slices.Contains(c.missing, names[0]) {
		c.missing = append(c.missing, names[0])
		c.findings.Add("text.slot.empty", reports.Ward, reports.Args{"slot": names[0]})
	}
	return c.prose(names[0], lines)
}

// prose enters paragraphs that people wrote.
func (c *composer) prose(slot string, lines []line) string {
	var out []string
	for _, l := range lines {
		out = append(out, c.put(token{kind: prose, text: stopped(l.text), source: l.source, slot: slot}))
	}
	if len(out) == 0 {
		return c.unwritten()
	}
	return strings.Join(out, c.newline())
}

// stopped returns a sentence with its full stop.
func stopped(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune("%)”’»\"", last) {
		return s + "."
	}
	return s
}

// word is the action that prints the ward's words for a slot within a sentence.
func (c *composer) word(names ...string) string {
	var texts []string
	lines := c.lines(names)
	for _, l := range lines {
		texts = append(texts, strings.TrimRight(l.text, ".;, "))
	}
	if len(lines) == 0 {
		return c.absent()
	}
	return c.put(token{kind: fact, text: strings.Join(texts, ", "), source: lines[0].source})
}

// Lessons are the ward's lessons (Bài học kinh nghiệm).
type Lessons struct {
	Count string // how many
	Many  bool   // more than one: each has its ordinal
	Each  []Lesson
}

// A Lesson is one of them. Ordinal is the word "Một" of "Một là", "" if it is
// the only one; Text begins with a small letter after it.
type Lesson struct{ Ordinal, Text string }

// lessons is the action that returns the paragraphs of a slot as lessons, nil
// if there are none. Their count is the figure of the given code.
func (c *composer) lessons(code string, names ...string) *Lessons {
	lines := c.lines(names)
	if len(lines) == 0 {
		return nil
	}
	out := &Lessons{Many: len(lines) > 1}
	out.Count = c.put(token{kind: fact, text: viet.Int(int64(len(lines))), ref: ref(code), source: lines[0].source})
	for i, l := range lines {
		var lesson Lesson
		if out.Many {
			lesson.Ordinal, l.text = viet.Ordinal(i+1), viet.LowerFirst(l.text)
		}
		lesson.Text = c.prose(names[0], []line{l})
		out.Each = append(out.Each, lesson)
	}
	return out
}

// upperFirst makes the first letter a capital.
func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
