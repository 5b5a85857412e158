package viet

// A part is one numeral, or a run of number words, with its scale word.
type part struct {
	text  string // the numeral
	words []string
	scale int64  // 0 if none is written
	tail  string // the 5 of "1tr5"
	loose bool   // the tail stands apart: "24 triệu 400"
}

// A draft is a figure as it stands, before its marks can be read: what a dot
// means depends on the scale and the unit that follow it.
type draft struct {
	bound    Bound
	parts    []part   // "1 tỷ 168 triệu" has two
	half     bool     // rưỡi
	unit     string   // "" if none is written
	fine     bool     // it can have fractions
	over     *draft   // the denominator of a fraction
	percent  *draft   // the percentage beside it
	relation string   // the sign that joins it to the figure before: "x", "=", "(", "-", "+" or "" for a list
	mark     string   // of a note
	remark   bool     // words follow that were set aside
	within   []string // numerals in them that are parts of the figure
}

var boundWords = []struct {
	phrase []string
	bound  Bound
}{
	{[]string{"không", "dưới"}, AtLeast}, {[]string{"không", "quá"}, AtMost}, {[]string{"ít", "nhất"}, AtLeast},
	{[]string{"tối", "thiểu"}, AtLeast}, {[]string{"tối", "đa"}, AtMost}, {[]string{"xấp", "xỉ"}, About},
	{[]string{"trên", "dưới"}, About}, {[]string{"ước", "tính"}, About}, {[]string{"ước", "đạt"}, About}, {[]string{"ước"}, About},
	{[]string{"tạm", "tính"}, About}, {[]string{"tạm"}, About}, {[]string{"dự", "kiến"}, About},
	{[]string{"trên"}, Above}, {[]string{"hơn"}, Above}, {[]string{"dưới"}, Below},
	{[]string{"khoảng"}, About}, {[]string{"gần"}, About}, {[]string{"chừng"}, About},
	{[]string{">", "="}, AtLeast}, {[]string{"<", "="}, AtMost}, {[]string{">"}, Above}, {[]string{"<"}, Below},
	{[]string{"≥"}, AtLeast}, {[]string{"≤"}, AtMost}, {[]string{"~"}, About}, {[]string{"≈"}, About},
	{[]string{"trở", "lên"}, AtLeast}, {[]string{"trở", "xuống"}, AtMost},
}

// boundary reads a word or sign that makes the figure a limit.
func (p *parser) boundary() Bound {
next:
	for _, b := range boundWords {
		for i, w := range b.phrase {
			if p.peek(i).text != w {
				continue next
			}
		}
		p.pos += len(b.phrase)
		return b.bound
	}
	return Exact
}

// drafts reads the whole cell. The reason is "" or a code of [NumberError].
func (p *parser) drafts() (drafts []draft, reason string) {
	p.total()
	d, reason := p.draft()
	for ; reason == ""; d, reason = p.next(d) {
		drafts = append(drafts, d)
		if p.peek(0).kind == noTok {
			return drafts, ""
		}
	}
	last := len(drafts) - 1
	if last < 0 || reason != "text-around" || !p.remark(&drafts[last]) {
		return nil, reason
	}
	drafts[last].remark = true
	return drafts, ""
}

// total passes over the "Tổng:" of "Tổng: 30 đ/c".
func (p *parser) total() {
	if p.take("tổng") {
		p.take("số", "cộng")
		p.take(":")
	}
}

// next reads the figure after another, with what joins them. Where there is none
// it stays where it was.
func (p *parser) next(before draft) (draft, string) {
	at := p.pos
	relation := p.relation()
	if relation == "-" && before.unit == "" {
		return draft{}, "range"
	}
	d, reason := p.draft()
	d.relation = relation
	if reason == "" && relation == "(" && !p.take(")") {
		reason = "text-around"
	}
	if reason != "" {
		p.pos = at
	}
	if reason == "not-a-number" {
		reason = "text-around" // a sign at the end
	}
	return d, reason
}

// relation reads what stands between two figures.
func (p *parser) relation() string {
	switch {
	case p.take("x", "*"):
		return "x"
	case p.take("="):
		return "="
	case p.take("-"):
		return "-"
	case p.take("+"):
		return "+"
	case p.take("("):
		p.spelt()
		return "("
	}
	p.take(";", ",", "/", "và", "với", "cho")
	if p.spelt() {
		return "words"
	}
	return ""
}

// spelt passes over what announces the same amount in words.
func (p *parser) spelt() bool {
	if p.peek(0).text != "bằng" || p.peek(1).text != "chữ" {
		return false
	}
	p.pos += 2
	p.take(":", "là")
	return true
}

// draft reads one figure with all that belongs to it.
func (p *parser) draft() (draft, string) {
	p.take("đạt")
	var d draft
	from := p.take("từ")
	d.bound = p.boundary()
	if reason := p.figure(&d); reason != "" {
		return d, reason
	}
	if after := p.boundary(); after != Exact {
		d.bound = after
	} else if from {
		return d, "range" // from … to …
	}
	p.beside(&d)
	d.mark = p.mark()
	return d, ""
}

// figure reads an amount or a fraction. The unit of a fraction stands after it.
func (p *parser) figure(d *draft) string {
	if reason := p.amount(d); reason != "" {
		return reason
	}
	plain := d.unit == "" && len(d.parts) == 1 && d.parts[0].scale == 0
	if !plain || p.peek(0).text != "/" || p.peek(1).kind != numeralTok {
		return ""
	}
	p.pos++
	d.over = &draft{}
	reason := p.amount(d.over)
	d.unit, d.fine = d.over.unit, d.over.fine
	return reason
}

// amount reads numerals with scales, and the unit.
func (p *parser) amount(d *draft) string {
	for {
		next, ok := p.part()
		if !ok {
			break
		}
		d.parts = append(d.parts, next)
		if next.scale == 0 {
			break
		}
		if p.take("rưỡi") {
			d.half = true
			break
		}
	}
	if len(d.parts) == 0 {
		if len(p.toks) == p.pos {
			return "not-a-number"
		}
		return "text-around"
	}
	d.unit, _ = p.unit()
	p.bracketUnit(d)
	d.fine = p.units.Measured(d.unit)
	p.take("chẵn")
	return ""
}

// bracketUnit reads a unit or a scale in brackets: "12 (cây)", "15 (triệu đồng)".
func (p *parser) bracketUnit(d *draft) {
	at, last := p.pos, &d.parts[len(d.parts)-1]
	if d.unit != "" || !p.take("(") {
		return
	}
	scale := int64(0)
	if last.scale == 0 && last.words == nil {
		scale = p.scales()
	}
	unit, ok := p.unit()
	if !ok && scale == 0 || !p.take(")") {
		p.pos = at
		return
	}
	last.scale, d.unit = max(last.scale, scale), unit
}

// part reads one numeral or run of number words, and its scale.
func (p *parser) part() (part, bool) {
	t := p.peek(0)
	if _, digit := digitWords[t.text]; digit || t.text == "mười" {
		return p.wordPart(), true
	}
	if t.kind != numeralTok {
		return part{}, false
	}
	p.pos++
	out := part{text: t.text, scale: p.scales()}
	tail := p.peek(0)
	spoken := len(tail.text) == 3 || len(tail.text) == 1 && out.scale >= 1e6 // of two digits nobody can tell
	if out.scale > 0 && tail.kind == numeralTok && (tail.glued || spoken) && scaleWords[p.peek(1).text] == 0 {
		p.pos++
		out.tail, out.loose = tail.text, !tail.glued
	}
	return out, true
}

func (p *parser) wordPart() part {
	var words []string
	for isNumberWord(p.peek(0).text) {
		words = append(words, p.peek(0).text)
		p.pos++
	}
	return part{words: words}
}

// beside reads a percentage, or the fraction that a percentage stands for, in
// brackets or after a sign.
func (p *parser) beside(d *draft) {
	at := p.pos
	open := p.take("(")
	if !open && !p.take("=", "-", ",", ";") && !(p.peek(0).text == "đạt") {
		return
	}
	p.take("đạt", "=")
	other := draft{}
	reason := p.figure(&other)
	fits := reason == "" && (other.unit == percent && d.unit != percent || other.over != nil && d.unit == percent)
	switch {
	case !fits || open && !p.take(")"):
		p.pos = at
	case other.unit == percent:
		d.percent = &other
	default:
		other.bound, other.percent = d.bound, &draft{parts: d.parts, unit: percent}
		*d = other
	}
}
