package lint

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// The rules of this file hold the words against the figures.

// numeral is a number as the report prints it: 1.862, 99,34%, 500.000 đồng.
var numeral = regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)(?: \p{L}[\p{L}/ ]*)?$`)

// parse reads a printed number and the number of its decimals.
func parse(text string) (v *big.Rat, decimals int, ok bool) {
	m := numeral.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return nil, 0, false
	}
	v, ok = new(big.Rat).SetString(strings.ReplaceAll(m[1], ".", "") + "." + m[2] + "0")
	return v, len(m[2]), ok
}

// printsAs reports whether a value is printed as v, which has that many
// decimals; a percentage is printed in hundredths.
func printsAs(value reports.Value, ind catalogue.Indicator, v *big.Rat, decimals int) bool {
	exact, near := inUnit(ind, value), ind.Printed(value)
	if near.Known() && inUnit(ind, near).Cmp(v) == 0 {
		return true // 99,996% is printed as 99,99%
	}
	grain := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	off := new(big.Rat).Sub(exact, v)
	return off.Abs(off).Mul(off, big.NewRat(2, 1)).Cmp(grain) <= 0
}

// inUnit is a value in the unit of its indicator: percentages in percent.
func inUnit(ind catalogue.Indicator, v reports.Value) *big.Rat {
	r := big.NewRat(v.Num, v.Den)
	if ind.Percent() {
		r.Mul(r, big.NewRat(100, 1))
	}
	return r
}

// figure is the figure that a span prints.
func (p *Page) figure(s paper.Span) (reports.Figure, bool) {
	var of map[string]reports.Figure
	switch span := s.Over(); {
	case s.Unit == reports.Plan:
		of = p.Plan
	case s.Unit != "":
		of = p.Units[s.Unit]
	case span.IsZero():
		of = p.Figures
	case p.Periods[span] != nil:
		of = p.Periods[span]
	default:
		of = p.Earlier[span]
	}
	f, ok := of[s.Figure]
	return f, ok
}

// sameFigure: a figure has one value wherever it is printed, in words, tables
// and charts, and a row of totals is the sum of its rows.
func sameFigure(p *Page) {
	first := map[paper.Ref]*big.Rat{}
	for _, l := range p.lines {
		offset := 0
		for _, s := range l.spans {
			at := offset
			offset += len(s.Text)
			v, decimals, ok := parse(s.Text)
			ind, counted := p.Catalogue.Indicator(s.Figure)
			p.difference(l, at, s)
			if s.Figure == "" || p.ofPlan(l, at, s) || !ok || !counted || ind.Kind == catalogue.List || ofAll.MatchString(s.Text) {
				continue // words, the years within a list, and what claims looks at
			}
			if f, known := p.figure(s); known && !printsAs(f.Value, ind, v, decimals) {
				p.tell("lint.figure.differs", l, at, s.Text+" ("+ind.Name+")", "")
				continue
			}
			if w, met := first[s.Ref]; met && w.Cmp(v) != 0 {
				p.tell("lint.figure.differs", l, at, s.Text+" ("+ind.Name+")", w.FloatString(decimals))
			}
			first[s.Ref] = v
		}
	}
	p.totals(p.Doc.Body)
	for _, a := range p.Doc.Annexes {
		p.totals(a.Body)
	}
}

// totals compares each row of totals with the rows above it, column by column.
func (p *Page) totals(blocks []paper.Block) {
	for _, b := range blocks {
		t, ok := b.(*paper.Table)
		if !ok {
			continue
		}
		for i, row := range t.Rows {
			if row.Kind != paper.TotalRow {
				continue
			}
			for col := range t.Columns {
				p.total(t, t.Rows[:i], row.Cells[col], col)
			}
		}
	}
}

func (p *Page) total(t *paper.Table, rows []paper.Row, cell []paper.Span, col int) {
	want, _, ok := parse(words(cell))
	if ind, counted := p.Catalogue.Indicator(code(cell)); !ok || counted && (ind.Percent() || ind.Kind == catalogue.Average) {
		return
	}
	sum := new(big.Rat)
	for _, r := range rows {
		text := strings.TrimSpace(words(r.Cells[col]))
		v, _, ok := parse(text)
		switch {
		case r.Kind != paper.Plain:
			sum = new(big.Rat) // a group or a total of its own begins anew
		case ok:
			sum.Add(sum, v)
		case text != "" && text != "-":
			return // not a column of numbers
		}
	}
	if sum.Cmp(want) != 0 {
		p.alarm("lint.total.differs", t.Columns[col].Head, words(cell), sum.FloatString(0))
	}
}

func words(spans []paper.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func code(spans []paper.Span) string {
	for _, s := range spans {
		if s.Figure != "" {
			return s.Figure
		}
	}
	return ""
}

var (
	numberInText = regexp.MustCompile(`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`)
	noCount      = regexp.MustCompile(`(?i)(?:ngày|tháng|năm|quý|số|thứ|khóa|tuổi|án|thị|quyết|định|luận|lệnh|tư|tổ|khu|đường|lục|điều|khoản|kỳ|hội|phố|phường|quận|đoạn|tầng|cấp|hạng|lớp|trang|mục|phần|\d ?[-–/.]|[-–/“(+]) ?$`)
	joined       = regexp.MustCompile(`^(?:[-–/.]\d| ?[-–] ?\d|\p{L}|\+|/| (?:năm|tháng|tuần|ngày|giờ|phút)(?:\P{L}|$))`)
)

// numbersOfPeople: every number that the ward wrote itself is looked up. One
// that says another thing than a figure of that name is told; what is no figure
// at all is listed for reading.
func numbersOfPeople(p *Page) {
	for _, l := range p.prose() {
		for _, m := range numberInText.FindAllStringIndex(l.text, -1) {
			s := l.span(m[0])
			text, rest := l.text[m[0]:m[1]], l.after(m[1])
			n, _ := strconv.Atoi(text)
			year := len(text) == 4 && n >= 1900 && n <= 2100
			if s.Source == "" || s.Figure != "" || year || l.quoted(m[0]) || l.aims(m[0]) || noCount.MatchString(lately(l.before(m[0]))) || joined.MatchString(rest) {
				continue
			}
			if strings.HasPrefix(rest, "%") {
				text += "%"
			}
			p.lookUp(l, m[0], text, rest)
		}
	}
}

// beingThere is the end of words behind which a number says how many there are: of a level
// nothing else is meant. "Kết nạp 3 hội viên" is no number of all members.
var beingThere = regexp.MustCompile(`(?i)(?:^|\P{L})(?:có|còn|là|gồm|tổng số|tổng cộng|đạt|lên|với|hiện|hiện có|được|quản lý) $`)

func (p *Page) lookUp(l line, at int, text, rest string) {
	v, decimals, ok := parse(text)
	if !ok {
		return
	}
	said := p.meaning(rest)
	for _, ind := range p.Catalogue.Indicators() {
		known := p.values(ind.Code)
		if (said == "" || said == ind.Code) && ind.Percent() == strings.HasSuffix(text, "%") &&
			slices.ContainsFunc(known, func(x reports.Value) bool { return printsAs(x, ind, v, decimals) }) {
			return
		}
	}
	if said == "" || len(p.values(said)) == 0 {
		p.tell("lint.number.unknown", l, at, excerpt(text, rest), "")
		return
	}
	ind, _ := p.Catalogue.Indicator(said)
	if !ind.Adds() && !beingThere.MatchString(l.clause(at)) && !strings.HasPrefix(strings.TrimSpace(rest), "tổng") {
		p.tell("lint.number.unknown", l, at, excerpt(text, rest), "")
		return
	}
	p.tell("lint.number.differs", l, at, excerpt(text, rest), ind.Name+": "+p.Figures[said].Value.String())
}

// meaning is the code of the indicator that the words behind a number name,
// the longest name first; "" if they name none.
func (p *Page) meaning(rest string) string {
	fields := leading(strings.TrimPrefix(rest, "%"), 6)
	for i, f := range fields {
		if strings.ContainsAny(f, ",.;:()") {
			fields[i] = strings.Trim(f, ",.;:()")
			fields = fields[:i+1]
			break
		}
	}
	for n := len(fields); n > 0; n-- {
		if code := p.names[viet.Key(strings.Join(fields[:n], " "))]; code != "" {
			return code
		}
	}
	return ""
}

// names returns the codes of the indicators by the keys of their names; one that
// several bear means none.
func names(cat *catalogue.Catalogue) map[string]string {
	codes := map[string]string{}
	for _, ind := range cat.Indicators() {
		for _, name := range append([]string{ind.Name}, ind.Aliases...) {
			key := viet.Key(name)
			if other, taken := codes[key]; taken && other != ind.Code {
				codes[key] = ""
				continue
			}
			codes[key] = ind.Code
		}
	}
	return codes
}

// values are all values of an indicator: the ward's over the span, of each
// sub-period and earlier span and in the plan, and those of the branches.
func (p *Page) values(code string) []reports.Value {
	var all []reports.Value
	add := func(figures map[string]reports.Figure) {
		if f, ok := figures[code]; ok && f.Value.Known() {
			all = append(all, f.Value)
		}
	}
	add(p.Figures)
	for _, own := range p.Periods {
		add(own)
	}
	for _, own := range p.Earlier {
		add(own)
	}
	add(p.Plan)
	for _, own := range p.Units {
		add(own)
	}
	return all
}

// excerpt is a number with the words behind it.
func excerpt(text, rest string) string {
	return strings.TrimRight(text+" "+strings.Join(leading(strings.TrimPrefix(rest, "%"), 4), " "), " ,.;:")
}
