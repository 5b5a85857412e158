// Package compose says what was counted: it puts the ward's figures and words
// into a template and makes the document.
//
// A template is Markdown (headings, paragraphs, lists, italic, bold) with the
// actions of text/template, which run first. A value enters the Markdown as one
// opaque rune, so it can never become markup, and it keeps its figure and its
// cells. An optional clause stands between ⟦ and ⟧ and goes with its separator
// when a value in it is absent; a value that is absent outside a clause takes
// its whole sentence along; an empty paragraph goes, an empty section goes with
// a note, and only then are sections numbered.
//
// Annexes are composed before the body, which names those that exist; the annex of
// sources is filled after it, from the document itself: a row for every figure that
// is printed, tied to its places both ways.
//
// A figure that is nought counts as absent in a sentence: nought is said only
// where the template says how. It is held against an earlier one, or the plan,
// only where the same units gave both; what is said of the two leads to the cells
// of the earlier one. Compose never makes a claim that no figure,
// award or paragraph of this ward bears; the words of a ward are in the
// template or in the ward's own workbook, never here.
package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// A Template is one report's text, checked against the catalogue. It never
// changes after [Load] and may be used by several goroutines.
type Template struct {
	file  string
	root  *template.Template
	cat   *catalogue.Catalogue
	slots []slot

	titles    []string        // of the headings, as written
	named     map[string]bool // annexes that the text names
	compares  bool            // it holds figures against earlier ones
	says      map[string]bool // codes of the indicators that its own text prints
	mentioned []string        // slots of whose words it asks what they say
	placed    map[string]bool // sections of the catalogue whose sentences it has a place for
}

// An Input is everything that one report says beside the template's own words.
type Input struct {
	Span       reports.Period
	YearStart  [2]int // month and day on which a year begins; zero: 1 January
	Term       TermInfo
	Unit       UnitInfo
	Sign       SignInfo
	To         []string // Kính gửi
	Copies     []string // Nơi nhận
	Totals     *aggregate.Totals
	Awards     []reports.Award
	Paragraphs []reports.Paragraph
	Photos     []paper.Photo // in the order of the ward's sheet
	Branches   BranchInfo
	Open       OpenInfo
	Gaps       []reports.Period // parts of the span of which nobody gave anything
	Nearly     int              // percent of the branches of which a figure is called that of all; 0: 90
	Remarks    []Remark         // on the figures: what a person accepted to be left out
	Draft      bool
	Sources    bool        // the annex of sources stands in it: files, sheets and cells
	Number     string      // of a final: "05"
	Date       reports.Day // of a final
}

// TermInfo is the term of office (nhiệm kỳ).
type TermInfo struct {
	Name    string // "2017 - 2022"
	Ordinal string // "VII"
	Span    reports.Period
}

// UnitInfo is the ward's organisation as it signs.
type UnitInfo struct {
	Name   string // "Hội Cựu chiến binh phường …", in full
	Short  string // "Hội CCB phường …"; "" makes it from Name
	Parent string // the organisation above
	Place  string // the place alone, as in the date line
	Symbol string // "BC-CCB"
}

// SignInfo is who signs.
type SignInfo struct {
	Authority string // "TM. BAN CHẤP HÀNH"; "" for none
	Position  string // "CHỦ TỊCH", or a line each: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
	Name      string // "" leaves room only
}

// BranchInfo says how many branches should have reported and how many did.
type BranchInfo struct {
	Units    []reports.Unit // all of them, in the order in which they are listed
	Expected int            // -1: nobody knows
	Received int            // branches of which something counts
	Missing  []string       // names, as printed

	Standings []Standing  // of those expected, or else of those found, in order
	Due       reports.Day // last day on which they were to send; 0: none is set
}

// OpenInfo says what must be mended before a final can be made, as far as is
// known before the pages are set.
type OpenInfo struct {
	Count    int      // of findings that block
	Branches []string // names of those that they concern, the missing ones apart
}

// A Remark says what is not in the figures, in the words of the block "remark".
type Remark struct {
	Kind     string   // "missing": the branches gave nothing at all; "gap": nobody spoke of a part of the span; "bound": sums that cannot both be right; "": what was left out
	Branches []string // names; one of "" is nobody's in particular
	What     []string // names of what was left out; none: it has no name
	Reasons  []string // for which a person let it be so
}

// A composer makes one document. What it met on the way is in findings.
type composer struct {
	*ledger
	t        *Template
	in       Input
	exec     *template.Template
	words    map[string][]reports.Paragraph // by slot
	annexes  map[string]string              // label by name, of those that exist
	sources  *paper.Table                   // of the annex of sources, filled when all else is said; nil without it
	missing  []string                       // slots that must be filled and are not
	covers   map[string]aggregate.Cover     // by code, as far as it was asked for
	starred  bool                           // a mark stands in the text
	starry   []*paper.Table                 // tables whose last note explains it
	findings reports.Findings
	err      error // the first block that could not be executed
}

// Slots returns the names of the human paragraphs that the template takes, in
// the order of the template.
func (t *Template) Slots() []string {
	var names []string
	for _, s := range t.slots {
		names = append(names, s.names[0])
	}
	return names
}

// Compares reports whether the template holds figures against those of an earlier
// span.
func (t *Template) Compares() bool { return t.compares }

// Compose makes the document of one report. The findings say which words are
// missing, which sections went, and which figures could not be said; the error
// is a template that cannot be executed.
func (t *Template) Compose(in Input) (*paper.Document, reports.Findings, error) {
	if in.Totals == nil {
		in.Totals = &aggregate.Totals{Span: in.Span}
	}
	c := &composer{ledger: newLedger(), t: t, in: in, annexes: map[string]string{}}
	exec, err := t.root.Clone()
	if err != nil {
		return nil, nil, fmt.Errorf("compose %s: %w", t.file, err)
	}
	c.exec = exec.Funcs(c.funcs())
	c.words = c.fill()
	c.in.Awards = c.within(in.Awards)
	doc := c.document()
	c.fillSources(doc)
	c.explainMarks()
	switch {
	case c.err != nil:
		return nil, nil, fmt.Errorf("compose %s: %w", t.file, c.err)
	case c.full:
		return nil, nil, fmt.Errorf("compose %s: more than %d values in one document", t.file, int(lastToken-firstToken))
	}
	c.checkAlone()
	c.checkFew()
	return doc, c.findings, nil
}

// document puts the parts together. Annexes come first: the body names those
// that exist.
func (c *composer) document() *paper.Document {
	annexes := c.composeAnnexes()
	doc := &paper.Document{
		Head:    c.head(),
		To:      listed(c.in.To),
		Body:    c.body(c.t.file),
		End:     c.line("end", nil),
		Sign:    paper.Signature{Name: c.in.Sign.Name},
		Copies:  listed(c.in.Copies),
		Annexes: annexes,
		Lang:    "vi-VN",
		Author:  c.in.Unit.Name,
	}
	for line := range strings.SplitSeq(c.in.Sign.Authority+"\n"+c.in.Sign.Position, "\n") {
		if line = viet.Clean(line); line != "" {
			doc.Sign.Lines = append(doc.Sign.Lines, viet.Upper(line))
		}
	}
	if c.in.Draft {
		doc.Draft = &paper.Draft{Mark: c.line("draft", nil), Missing: c.draftMissing()}
	}
	return doc
}

// head fills the decree's head. A draft has no number and no date.
func (c *composer) head() paper.Head {
	unit := c.in.Unit
	h := paper.Head{
		Parent:  viet.Upper(c.abbreviated(unit.Parent)),
		Issuer:  viet.Upper(unit.Name),
		Nation:  c.line("nation", nil),
		Motto:   c.line("motto", nil),
		Symbol:  unit.Symbol,
		Place:   unit.Place,
		Kind:    c.line("kind", nil),
		Subject: c.line("subject", nil),
	}
	if !c.in.Draft {
		h.Number = c.in.Number
		if c.in.Date != 0 {
			h.Year, h.Month, h.Day = c.in.Date.Date()
		}
	}
	return h
}

// draftMissing says what a draft lacks: branches first, then words, then what
// must be mended.
func (c *composer) draftMissing() []string {
	var lines []string
	if b := c.in.Branches; b.Received < b.Expected || len(b.Missing) > 0 {
		lines = append(lines, c.line("draft branches", draftBranches{
			fmt.Sprintf("%d/%d", b.Received, b.Expected), c.some(b.Missing),
		}))
	}
	if len(c.missing) > 0 {
		lines = append(lines, c.line("draft words", strings.Join(c.missing, ", ")))
	}
	if empty := c.emptySections(); len(empty) > 0 {
		lines = append(lines, c.line("draft sections", strings.Join(empty, "; ")))
	}
	if open := c.in.Open; open.Count > 0 {
		lines = append(lines, c.line("draft open", draftOpen{strconv.Itoa(open.Count), c.some(open.Branches)}))
	}
	return lines
}

// emptySections are the titles of the sections that go because nothing stands in them,
// but for those that are named as words that are missing.
func (c *composer) emptySections() []string {
	var titles []string
	for _, f := range c.findings {
		title := f.Args["section"]
		named := func(slot string) bool { return strings.HasPrefix(viet.Key(title), viet.Key(slot)) }
		if f.Code == "section.empty" && !slices.ContainsFunc(c.missing, named) {
			titles = append(titles, title)
		}
	}
	return titles
}

// What the blocks about a draft are given. A value that is absent takes its
// clause along.
type (
	draftBranches struct {
		Received string // "33/34"
		Missing  someNames
	}
	draftOpen struct {
		Count    string
		Branches someNames
	}
	// someNames are those of a few branches; Others is how many more there are.
	someNames struct{ First, Others string }
)

// some returns the first names of a list that is too long for page 1.
func (c *composer) some(list []string) someNames {
	const most = 10
	said := func(s string) string { return c.put(token{kind: fact, text: plain(viet.Clean(s))}) }
	switch n := len(list); {
	case n == 0:
		return someNames{c.absent(), c.absent()}
	case n <= most:
		return someNames{said(joined(list)), c.absent()}
	default:
		return someNames{said(strings.Join(list[:most], ", ")), said(strconv.Itoa(n - most))}
	}
}

// listed returns entries without the punctuation of a list: typeset adds it.
func listed(entries []string) []string {
	var out []string
	for _, e := range entries {
		if e = strings.TrimRight(viet.Clean(e), ";. "); e != "" {
			out = append(out, e)
		}
	}
	return out
}

// run executes the template or one of its blocks. The first failure is kept:
// the document is not made then.
func (c *composer) run(block string, data any) string {
	var b strings.Builder
	if err := c.exec.ExecuteTemplate(&b, block, data); err != nil && c.err == nil {
		c.err = err
	}
	return b.String()
}

// line executes a block that is one line without markup and returns its words.
func (c *composer) line(block string, data any) string {
	return plainText(c.spans(c.frame(unstyled(c.run(block, data)))))
}

// frame settles words that stay even when every clause in them goes: titles
// and labels.
func (c *composer) frame(t text) text {
	t, _ = c.resolve(clauses(c.without(t)), new([]string))
	return tidy(t)
}
