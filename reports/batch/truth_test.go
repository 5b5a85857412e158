package batch

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

// A page is a document as its reader has it: the sentences of the body, and what Annex I
// says of each figure.
type page struct {
	doc       *paper.Document
	cat       *catalogue.Catalogue
	sentences []told
	rows      map[string]annexRow // by code
	faults    []string
}

// A told is a sentence with the figures of the ward over the whole span in it.
type told struct {
	text  string
	spans []paper.Span
}

// An annexRow is what Annex I says of a figure: how many branches gave it, -1 if it does
// not say, and the day of an older level.
type annexRow struct {
	text            string
	given, expected int
	day             string
	short           bool // not of all the time
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?](?: |$)`)
	coverageOf  = regexp.MustCompile(`^(\d+)/(\d+)`)
	dayWritten  = regexp.MustCompile(`\d{1,2}/\d{1,2}/\d{4}`)
)

func readPage(doc *paper.Document, cat *catalogue.Catalogue) *page {
	p := &page{doc: doc, cat: cat, rows: map[string]annexRow{}}
	for _, b := range doc.Body {
		if par, ok := b.(*paper.Paragraph); ok {
			p.read(par.Spans)
		}
	}
	for _, a := range doc.Annexes {
		for _, b := range a.Body {
			if t, ok := b.(*paper.Table); ok && !a.Sources {
				p.annex(t)
			}
		}
	}
	return p
}

// read cuts a paragraph into sentences; the ward's own words are one each.
func (p *page) read(spans []paper.Span) {
	var now told
	end := func() {
		if now.text = strings.TrimSpace(now.text); now.text != "" {
			p.sentences = append(p.sentences, now)
		}
		now = told{}
	}
	for _, s := range spans {
		if s.Source != "" && s.Figure == "" && strings.HasSuffix(s.Text, ".") {
			end()
			continue
		}
		if s.Figure != "" {
			now.text, now.spans = now.text+s.Text, append(now.spans, s)
			continue
		}
		text := s.Text
		for at := sentenceEnd.FindStringIndex(text); at != nil; at = sentenceEnd.FindStringIndex(text) {
			now.text += text[:at[1]]
			text = text[at[1]:]
			end()
		}
		now.text += text
	}
	end()
}

// annex reads a table of figures, if it is one: that of the whole span.
func (p *page) annex(t *paper.Table) {
	column := slices.IndexFunc(t.Columns, func(c paper.Column) bool { return c.Head == "Số chi hội có số liệu" })
	for _, row := range t.Rows {
		if row.Kind != paper.Plain || len(t.Columns) < 4 || t.Columns[1].Head != "Chỉ tiêu" {
			continue
		}
		for _, cell := range row.Cells {
			s := cell[0]
			if s.Figure == "" || s.Ref != (paper.Ref{Figure: s.Figure}) {
				continue
			}
			r := annexRow{text: s.Text, given: -1}
			if column >= 0 {
				words := row.Cells[column][0].Text
				if m := coverageOf.FindStringSubmatch(words); m != nil {
					r.given, _ = strconv.Atoi(m[1])
					r.expected, _ = strconv.Atoi(m[2])
				}
				r.day = dayWritten.FindString(words)
				r.short = strings.Contains(words, "đến hết") || strings.Contains(words, "chưa đủ các kỳ")
			}
			p.rows[s.Figure] = r
		}
	}
}

func (p *page) fault(format string, args ...any) {
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// own are the ward's figures over the span in a sentence.
func (s told) own() []paper.Span {
	return slices.DeleteFunc(slices.Clone(s.spans), func(x paper.Span) bool { return x.Ref != (paper.Ref{Figure: x.Figure}) })
}

// check looks for sentences that the annexes contradict.
func (p *page) check(span reports.Period) []string {
	for _, s := range p.sentences {
		p.coverage(s)
		p.together(s)
		p.days(s, span)
		p.words(s, span)
	}
	return p.faults
}

// coverage: what is said of all is of all or nearly, what is less has its mark, and what
// less than half gave is not said at all.
func (p *page) coverage(s told) {
	partial := false
	for _, x := range s.own() {
		r, ok := p.rows[x.Figure]
		if !ok {
			continue // lists stand in an annex of their own
		}
		if !strings.HasPrefix(x.Text, r.text) && digits.MatchString(x.Text) && !strings.Contains(x.Text, "trên") && !strings.Contains(x.Text, "100%") {
			p.fault("%q says %s of %s, the annex %s", s.text, x.Text, x.Figure, r.text)
		}
		switch {
		case r.given < 0:
		case 2*r.given < r.expected && !p.hangs(x.Figure):
			p.fault("%q: only %d/%d gave %s", s.text, r.given, r.expected, x.Figure)
		case 10*r.given < 9*r.expected && !p.hangs(x.Figure):
			partial = true
		}
		partial = partial || r.short
	}
	if all := strings.Contains(strings.ToLower(s.text), "toàn hội"); all && p.fewer(s) {
		p.fault("%q: not all gave it", s.text)
	}
	if m := ofBranches.FindStringSubmatch(s.text); m != nil && p.fewer(s) {
		p.fault("%q: figures of fewer than the %s branches that it names", s.text, m[1])
	}
	if partial && !strings.Contains(s.text, "*") {
		p.fault("%q has no mark", s.text)
	}
}

var ofBranches = regexp.MustCompile(`(?:ở|tại) (\d+) chi hội`)

var digits = regexp.MustCompile(`\d`)

// fewer reports whether fewer than nine in ten gave a figure of a sentence.
func (p *page) fewer(s told) bool {
	return slices.ContainsFunc(s.own(), func(x paper.Span) bool {
		r := p.rows[x.Figure]
		return r.given >= 0 && 10*r.given < 9*r.expected && !p.hangs(x.Figure)
	})
}

// hangs reports whether a figure belongs to another, whose branches are then meant.
func (p *page) hangs(code string) bool {
	ind, _ := p.cat.Indicator(code)
	return ind.Of != ""
}

// together: a part, its money and its ratio belong to the whole in one sentence.
func (p *page) together(s told) {
	said := map[string]float64{}
	for _, x := range s.own() {
		if v, ok := numberOf(x.Text); ok {
			said[x.Figure] = v
		}
	}
	for code, v := range said {
		ind, _ := p.cat.Indicator(code)
		whole, ok := said[ind.Of]
		of, _ := p.cat.Indicator(ind.Of)
		if ok && ind.Unit == of.Unit && v > whole {
			p.fault("%q: %s %v of %v", s.text, code, v, whole)
		}
		num, ok1 := said[ind.Num]
		den, ok2 := said[ind.Den]
		if off := v - 100*num/max(den, 1); ok1 && ok2 && ind.Percent() && (off > 0.006 || off < -0.006) {
			p.fault("%q: %v%% is not %v/%v", s.text, v, num, den)
		}
	}
}

func numberOf(text string) (float64, bool) {
	m := regexp.MustCompile(`^\d[\d.]*(?:,\d+)?`).FindString(strings.ReplaceAll(text, "\u00a0", " "))
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(m, ".", ""), ",", "."), 64)
	return v, err == nil
}

// days: no day after the last that the report can tell of, nor another than the annex has
// of a level.
func (p *page) days(s told, span reports.Period) {
	last := span.Last()
	if h := p.doc.Head; h.Day != 0 {
		last = min(last, reports.DayOf(h.Year, h.Month, h.Day))
	}
	for _, text := range dayWritten.FindAllString(s.text, -1) {
		var d, m, y int
		if _, err := fmt.Sscanf(text, "%d/%d/%d", &d, &m, &y); err == nil && reports.DayOf(y, m, d) > last && strings.Contains(s.text, "đến") {
			p.fault("%q: %s is after %s", s.text, text, last)
		}
	}
	for _, x := range s.own() {
		if r := p.rows[x.Figure]; r.day != "" && !r.short && !strings.Contains(s.text, r.day) && !strings.Contains(s.text, "*") && !strings.Contains(strings.ToLower(s.text), "hằng năm") {
			p.fault("%q: the annex has %s of %s", s.text, x.Figure, r.day)
		}
	}
}

// words: a year's report speaks of the year, a half of the half.
func (p *page) words(s told, span reports.Period) {
	low := strings.ToLower(s.text)
	if span.Days() <= 366 && (strings.Contains(low, "trong kỳ") || strings.Contains(low, "cuối kỳ") || strings.Contains(low, "nửa đầu nhiệm kỳ")) {
		p.fault("%q in a report of %d days", s.text, span.Days())
	}
}
