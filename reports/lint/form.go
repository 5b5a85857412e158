package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// The rules of this file are about the form of the letter (Decree 30/2020,
// annex I; domain notes 1.3 to 1.7).

var dateInWords = regexp.MustCompile(`ngày (\d{1,2}) tháng (\d{1,2})`)

// dateNoughts: days below 10 and the months 1 and 2 have a leading nought.
func dateNoughts(p *Page) {
	lines := p.lines
	for _, a := range p.Doc.Annexes {
		lines = append(slices.Clip(lines), line{section: a.Label, text: a.Reference})
	}
	for _, l := range lines {
		for _, m := range dateInWords.FindAllStringSubmatchIndex(l.text, -1) {
			day, _ := strconv.Atoi(l.text[m[2]:m[3]])
			month, _ := strconv.Atoi(l.text[m[4]:m[5]])
			right := fmt.Sprintf("ngày %02d tháng %d", day, month)
			if month <= 2 {
				right = fmt.Sprintf("ngày %02d tháng %02d", day, month)
			}
			if text := l.text[m[0]:m[1]]; text != right && !l.quoted(m[0]) {
				p.tell("lint.date.zero", l, m[0], text, right)
			}
		}
	}
}

// place holds the place before the date against the decree, and reports whether it told of it: the
// proper name alone, but a unit named by a number, a person or an event keeps its common
// noun.
func place(p *Page) bool {
	name := p.Doc.Head.Place
	noun, proper := partUnit(name)
	right := name
	switch {
	case name == "":
	case noun == "" && named(name):
		right = upperFirst(p.level()) + " " + name
	case noun != "" && named(proper):
		right = upperFirst(noun) + " " + proper
	case noun != "" && proper != "Hồ Chí Minh":
		right = proper
	}
	if right != name {
		p.alarm("lint.place", "", name, right)
	}
	return right != name
}

// partUnit parts "phường Bồ Đề" into the common noun, in small letters, and
// the proper name.
func partUnit(name string) (noun, proper string) {
	for _, n := range unitNouns {
		if len(name) > len(n) && strings.EqualFold(name[:len(n)], n) && name[len(n)] == ' ' {
			return n, name[len(n)+1:]
		}
	}
	return "", name
}

// named reports whether a unit's name is a number, a person or an event.
func named(proper string) bool {
	return proper != "" && proper[0] >= '0' && proper[0] <= '9' || slices.Contains(honoured, proper)
}

// level is the common noun of the issuing unit.
func (p *Page) level() string {
	issuer := strings.ToLower(p.Doc.Head.Issuer)
	for _, n := range unitNouns {
		if strings.Contains(" "+issuer+" ", " "+n+" ") {
			return n
		}
	}
	return unitNouns[0]
}

var (
	numberForm = regexp.MustCompile(`^(0[1-9]|[1-9]\d+)$`)
	symbolForm = regexp.MustCompile(`^[\p{Lu}\d]+(-[\p{Lu}\d]+)*$`)
	looseForm  = regexp.MustCompile(`\d+ */ *[\p{Lu}]+(?: *- *[\p{Lu}]+)+`)
)

// numberAndSymbol: "05/BC-CCB", two digits at least and no spaces.
func numberAndSymbol(p *Page) {
	h := p.Doc.Head
	if h.Number != "" && !numberForm.MatchString(h.Number) {
		right := strings.TrimLeft(strings.TrimSpace(h.Number), "0")
		p.alarm("lint.number", "", h.Number, strings.Repeat("0", max(0, 2-len(right)))+right)
	}
	if !symbolForm.MatchString(h.Symbol) {
		p.alarm("lint.number", "", h.Symbol, strings.ToUpper(strings.ReplaceAll(h.Symbol, " ", "")))
	}
	for _, l := range p.lines {
		for _, m := range looseForm.FindAllStringIndex(l.text, -1) {
			if text := l.text[m[0]:m[1]]; strings.Contains(text, " ") {
				p.tell("lint.number", l, m[0], text, strings.ReplaceAll(text, " ", ""))
			}
		}
	}
}

// finalOrDraft: a final has number, day and name; a draft has no number and no
// day, and says on every page that it is one.
func finalOrDraft(p *Page) {
	h := p.Doc.Head
	dated := h.Day > 0 && h.Month > 0 && h.Year > 0
	switch {
	case p.Doc.Draft != nil && (h.Number != "" || h.Day > 0):
		p.alarm("lint.draft.numbered", "", strings.TrimSpace(h.Number+"/"+h.Symbol), "")
	case p.Doc.Draft != nil && !strings.EqualFold(p.Doc.Draft.Mark, draftMark):
		p.alarm("lint.draft.unmarked", "", p.Doc.Draft.Mark, draftMark)
	case p.Doc.Draft == nil && (!dated || h.Number == "" && !p.Unnumbered):
		p.alarm("lint.final.blank", "", h.Number+"/"+h.Symbol, "")
	}
	if p.Doc.Draft == nil && p.Doc.Sign.Name == "" {
		p.alarm("lint.final.name", "", "", "")
	}
}

// issuerInFull: only the upper organisation may be abbreviated.
func issuerInFull(p *Page) {
	for _, word := range strings.Fields(p.Doc.Head.Issuer) {
		if short := strings.HasSuffix(word, ".") || p.abbreviation(strings.Trim(word, ".,")); short {
			p.alarm("lint.issuer", "", p.Doc.Head.Issuer, "")
			return
		}
	}
}

// lastDistricts is the day from which there are no districts (two-level local
// government; domain notes 5.1).
var lastDistricts = reports.DayOf(2025, 7, 1)

var district = regexp.MustCompile(`(?i)(^|\P{L})(quận|huyện|thị xã)(\P{L}|$)`)

// districts: no body of a district is written to once there are none.
func districts(p *Page) {
	issued := p.Issued
	if issued == 0 {
		issued = p.Span.Last()
	}
	if issued < lastDistricts {
		return
	}
	for _, body := range slices.Concat([]string{p.Doc.Head.Parent}, p.Doc.To, p.Doc.Copies) {
		if district.MatchString(body) {
			p.alarm("lint.district", "", body, "")
		}
	}
}

// copies: Như trên first, Lưu: VT last, nobody twice.
func copies(p *Page) {
	list := p.Doc.Copies
	if len(list) == 0 {
		return
	}
	if len(p.Doc.To) > 0 && list[0] != asAbove {
		p.alarm("lint.copies", "", list[0], asAbove)
	}
	if last := list[len(list)-1]; !strings.HasPrefix(last, filed) {
		p.alarm("lint.copies", "", last, filed)
	}
	for i, c := range list {
		twice := slices.Contains(list[:i], c) || slices.ContainsFunc(p.Doc.To, func(to string) bool { return viet.Key(to) == viet.Key(c) })
		switch {
		case twice:
			p.alarm("lint.copies.twice", "", c, "")
		case strings.TrimRight(c, ";.") != c:
			p.alarm("lint.copies", "", c, strings.TrimRight(c, ";."))
		}
	}
}

// endMark: "./." once, behind the last word of the body. Where it is set is the page's
// doing: it takes the place of a last full stop, and is not set where the last words have
// it already.
func endMark(p *Page) {
	prose := p.prose()
	end := p.bodyEnd(prose)
	last := ""
	if end >= 0 {
		last = strings.TrimRight(prose[end].text, " ")
	}
	if p.Doc.End != ending && (p.Doc.End != "" || !strings.HasSuffix(last, ending)) {
		p.alarm("lint.end.missing", "", p.Doc.End, "")
	}
	for i, l := range prose {
		text := strings.TrimRight(l.text, " ")
		if i == end || p.annexed(l) {
			text = strings.TrimSuffix(text, ending)
		}
		if strings.Contains(text, ending) || strings.HasSuffix(text, "/.") {
			p.tellEnd(l, text, i == end)
		}
	}
	for _, s := range append(slices.Clone(p.Doc.Sign.Lines), p.Doc.Sign.Name) {
		if strings.Contains(s, "/.") {
			p.alarm("lint.end.sign", "", s, strings.Trim(s, "./ "))
		}
	}
}

// tellEnd tells of a mark within the text: who wrote it is to take it out.
func (p *Page) tellEnd(l line, text string, last bool) {
	at := strings.LastIndex(text, "/.")
	code, right := "lint.end", ""
	if l.source(at).File != "" {
		code = "lint.end.ward"
	}
	if last && strings.HasSuffix(text, "/.") { // the page would set one more behind it
		right = strings.TrimRight(tail(text), "./ ") + ending
	}
	p.tell(code, l, at, tail(text[:at+len("/.")]), right)
}

// bodyEnd is the index of the paragraph that ends the body, -1 if something else does: a
// table has the mark on a line of its own.
func (p *Page) bodyEnd(prose []line) int {
	n := -1
	if len(p.Doc.Body) == 0 {
		return n
	}
	if _, isText := p.Doc.Body[len(p.Doc.Body)-1].(*paper.Paragraph); !isText {
		return n
	}
	for i, l := range prose {
		if !p.annexed(l) {
			n = i
		}
	}
	return n
}

// annexed reports whether a line stands in an annex.
func (p *Page) annexed(l line) bool {
	return slices.ContainsFunc(p.Doc.Annexes, func(a paper.Annex) bool { return strings.HasPrefix(l.section, a.Label+". ") })
}

// tail is the end of a text, enough to find it.
func tail(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[max(0, len(words)-6):], " ")
}

var annexLabel = regexp.MustCompile(`^(.*?)(?: ([IVXLC]+|\d+))?$`)

// annexes: each is named in the body, by its Roman number if there are several,
// and says to which report it belongs.
func annexes(p *Page) {
	var body strings.Builder
	for _, l := range p.prose() {
		if !p.annexed(l) {
			body.WriteString(l.text + "\n")
		}
	}
	for i, a := range p.Doc.Annexes {
		m := annexLabel.FindStringSubmatch(a.Label)
		right := m[1]
		if len(p.Doc.Annexes) > 1 {
			right += " " + viet.Roman(i+1)
		}
		switch {
		case a.Label != right:
			p.alarm("lint.annex.label", "", a.Label, right)
		case !mentions(body.String(), m[1], m[2]):
			p.alarm("lint.annex", "", a.Label, "")
		}
		if !strings.Contains(a.Reference, enclosed) {
			p.alarm("lint.annex.reference", "", a.Label, "("+enclosed+" …)")
		}
	}
}

// mentions finds "Phụ lục II", also in "các Phụ lục I, II và III".
func mentions(body, word, number string) bool {
	if number == "" {
		return strings.Contains(body, word)
	}
	list := regexp.MustCompile(regexp.QuoteMeta(word) + `((?: ?(?:,|và|đến)? ?[IVXLC]+)+)`)
	for _, m := range list.FindAllStringSubmatch(body, -1) {
		if slices.Contains(strings.FieldsFunc(m[1], func(r rune) bool { return !strings.ContainsRune("IVXLC", r) }), number) {
			return true
		}
	}
	return false
}

var (
	citation = regexp.MustCompile(`(Quyết định|Nghị quyết|Chỉ thị|Kết luận|Nghị định|Thông tư|Quy định|Hướng dẫn|Pháp lệnh)( số)? (\d+)([-/][\p{Lu}\d/-]*)?`)
	inFull   = regexp.MustCompile(`^ ngày \d{1,2} tháng \d{1,2} năm \d{4} của [^.;]*(về|ban hành)`)
)

// citations: a document that is named for the first time has its number, date,
// issuer and subject.
func citations(p *Page) {
	var known []string
	for _, l := range p.prose() {
		for _, m := range citation.FindAllStringSubmatchIndex(l.text, -1) {
			key := l.text[m[2]:m[3]] + " " + l.text[m[6]:m[7]]
			if slices.Contains(known, key) {
				continue
			}
			known = append(known, key)
			if m[4] < 0 || m[8] < 0 || !inFull.MatchString(l.after(m[1])) {
				p.tell("lint.citation", l, m[0], l.text[m[0]:m[1]], "")
			}
		}
	}
}
