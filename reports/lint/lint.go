// Package lint reads the finished document as a clerk of the Party committee
// does, before anybody signs it: the head, the letters, the capitals, the
// numbers and what is claimed. A rule tells; it never rewrites what people wrote.
package lint

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

// An Input is the document with what its claims are held against.
type Input struct {
	Doc        *paper.Document
	Span       reports.Period
	Issued     reports.Day // of a final; 0: a draft counts as issued on the last day of the span
	Unnumbered bool        // a final whose number is written in by hand
	Names      []string    // proper names as the ward spells them: its own and those of the branches
	Branches   []string    // names of the branches, as the ward's list has them
	Silent     int         // branches that should have reported and did not
	Catalogue  *catalogue.Catalogue
	Figures    map[string]reports.Figure                    // the ward's over the whole span, by code
	Periods    map[reports.Period]map[string]reports.Figure // the ward's of each sub-period
	Units      map[reports.UnitID]map[string]reports.Figure // each branch's own
	Earlier    map[reports.Period]map[string]reports.Figure // the ward's of spans that the report is compared with
	Plan       map[string]reports.Figure                    // what the plan says of the ward's figures
}

// A Rule is one thing that a clerk looks for. Name is its number among the
// rules ("L01"); Look tells what it finds.
type Rule struct {
	Name string
	Look func(p *Page)
}

// Rules returns the 25 rules in their order: the form of the letter, letters,
// figures and claims, leftovers.
func Rules() []Rule {
	return []Rule{
		{"L01", dateNoughts}, {"L02", places}, {"L03", numberAndSymbol}, {"L04", finalOrDraft}, {"L05", issuerInFull},
		{"L06", districts}, {"L07", copies}, {"L08", endMark}, {"L09", annexes}, {"L10", citations},
		{"L11", people}, {"L12", bodies}, {"L13", commonNouns}, {"L14", documents}, {"L15", movements},
		{"L16", toneMarks}, {"L17", spelling}, {"L18", abbreviations}, {"L19", money}, {"L20", percents},
		{"L21", sameFigure}, {"L22", numbersOfPeople}, {"L23", claims}, {"L24", periodWords}, {"L25", leftovers},
	}
}

// Check looks at the document by the rules. The findings are in the order of
// the rules and the document, equal ones told once; each has the section
// (where), what stands there (text), how it should read if that is sure (right)
// and, if there are several, their count. At is the cell of the ward's own words.
func Check(in Input, rules []Rule) reports.Findings {
	p := newPage(in)
	for _, r := range rules {
		r.Look(p)
	}
	var found reports.Findings
	for _, a := range p.told {
		args := reports.Args{"where": a.where, "text": a.text, "right": a.right}
		if a.count > 1 {
			args["count"] = strconv.Itoa(a.count)
		}
		maps.DeleteFunc(args, func(_, v string) bool { return v == "" })
		found.Add(a.code, "", args, a.at...)
	}
	return found
}

// A Page is a document under the eyes of the rules.
type Page struct {
	Input
	lines []line
	names map[string]string // codes of indicators by the keys of their names
	told  []*alarm
	index map[string]*alarm // by code, text and right
}

// A line is a title, a paragraph, one cell of a table or a caption, with plain
// spaces.
type line struct {
	section string
	kind    paper.LineKind
	tasks   bool // below a heading of what is to be done
	text    string
	spans   []paper.Span
}

type alarm struct {
	code, where, text, right string
	count                    int
	at                       []reports.Cell
}

func newPage(in Input) *Page {
	p := &Page{Input: in, names: names(in.Catalogue), index: map[string]*alarm{}}
	p.add(line{kind: paper.Prose}, []paper.Span{{Text: in.Doc.Head.Subject}})
	var headings outline
	for _, l := range in.Doc.Lines() {
		of := line{section: l.Section, kind: l.Kind, tasks: headings.next(l)}
		cells := l.Cells
		if l.Kind != paper.TableRow {
			cells = [][]paper.Span{l.Spans}
		}
		for _, c := range cells {
			p.add(of, c)
		}
	}
	return p
}

func (p *Page) add(l line, spans []paper.Span) {
	for _, s := range spans {
		s.Text = strings.ReplaceAll(s.Text, "\u00a0", " ")
		l.spans, l.text = append(l.spans, s), l.text+s.Text
	}
	if l.text != "" {
		p.lines = append(p.lines, l)
	}
}

// prose are the lines that people read as sentences.
func (p *Page) prose() []line {
	return slices.DeleteFunc(slices.Clone(p.lines), func(l line) bool { return l.kind != paper.Prose })
}

// tell tells of what stands at an offset of a line.
func (p *Page) tell(code string, l line, offset int, text, right string) {
	a := p.alarm(code, l.section, text, right)
	if at := l.source(offset); at.File != "" && !slices.Contains(a.at, at) {
		a.at = append(a.at, at)
	}
}

// alarm counts an alarm, a new one or one more of the same.
func (p *Page) alarm(code, where, text, right string) *alarm {
	key := code + "\x00" + text + "\x00" + right
	a := p.index[key]
	if a == nil {
		a = &alarm{code: code, where: where, text: text, right: right}
		p.index[key], p.told = a, append(p.told, a)
	}
	a.count++
	return a
}

// span returns the span at an offset of the line.
func (l line) span(offset int) paper.Span {
	for _, s := range l.spans {
		if offset < len(s.Text) {
			return s
		}
		offset -= len(s.Text)
	}
	return paper.Span{}
}

// firstCell is the first of the positions that a span comes from.
var firstCell = regexp.MustCompile(`^(.*?![A-Z]+[0-9]+)(?:, .*)?$`)

// source is the cell of the ward's words at an offset, none for words of the
// template.
func (l line) source(offset int) reports.Cell {
	if m := firstCell.FindStringSubmatch(l.span(offset).Source); m != nil {
		return reports.ParseCell(m[1])
	}
	return reports.Cell{}
}

// before and after are the text of the line around a place.
// ofBranch reports whether what stands at an offset is of a branch's name as the ward's
// list spells it: the program writes it so, and nobody can mend it in the text.
func (p *Page) ofBranch(l line, at int) bool {
	return slices.ContainsFunc(p.Branches, func(name string) bool {
		from := max(0, at-len(name)+1)
		i := strings.Index(l.text[from:min(len(l.text), at+len(name))], name)
		return i >= 0 && from+i <= at && at < from+i+len(name)
	})
}

func (l line) before(at int) string { return l.text[:at] }
func (l line) after(at int) string  { return l.text[at:] }

// clause is the part of the sentence before a place.
func (l line) clause(at int) string {
	text := l.text[:at]
	return text[strings.LastIndexAny(text, ".;")+1:]
}

// lately is the end of a text, more than any rule looks back for a phrase.
func lately(text string) string {
	const most = 120
	if len(text) <= most {
		return text
	}
	text = text[len(text)-most:]
	for text != "" && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return text
}

// leading are the first words of a text, at most n.
func leading(text string, n int) []string {
	var words []string
	for len(words) < n {
		text = strings.TrimLeft(text, " ")
		if text == "" {
			break
		}
		i := strings.IndexByte(text, ' ')
		if i < 0 {
			i = len(text)
		}
		words, text = append(words, text[:i]), text[i:]
	}
	return words
}

// whole reports whether text[from:to] is not part of a longer word.
func whole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !wordRune(before) && !wordRune(after)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// within reports whether a place stands in a quotation.
func (l line) quoted(at int) bool {
	return strings.LastIndex(l.text[:at], "“") > strings.LastIndex(l.text[:at], "”")
}

// midSentence reports whether a word at that place needs no capital for its
// place: something other than the end of a sentence stands before it.
func (l line) midSentence(at int) bool {
	before := strings.TrimRight(l.text[:at], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && (wordRune(last) || strings.ContainsRune(",;%)”-–", last))
}

// firstWord is the word at the beginning of a text, after spaces.
func firstWord(text string) string {
	text = strings.TrimLeft(text, " ")
	if i := strings.IndexFunc(text, func(r rune) bool { return !wordRune(r) }); i >= 0 {
		return text[:i]
	}
	return text
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func allCapitals(s string) bool { return s == strings.ToUpper(s) }

// upperFirst returns s with its first letter a capital.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
