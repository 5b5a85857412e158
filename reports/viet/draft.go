package viet

// A part is one numeral, or a run of number words, with its scale word.
type part struct {
	text  string // the numeral
	words []string
	scale int64  // 0 if none is written
	tail  string // the 5 of "1tr5"
}

// A draft is a figure as it stands, before its marks can be read: what a dot
// means depends on the scale and the unit that follow it.
type draft struct {
	bound    Bound
	parts    []part // "1 tỷ 168 triệu" has two
	half     bool   // rưỡi
	unit     string // "" if none is written
	over     *draft // the denominator of a fraction
	percent  *draft // the percentage beside it
	relation string // the sign that joins it to the figure before: "x", "=", "(", "-" or "" for a list
}

var boundWords = []struct {
	phrase []string
	bound  Bound
}{
	{[]string{"không", "dưới"}, AtLeast}, {[]string{"không", "quá"}, AtMost}, {[]string{"ít", "nhất"}, AtLeast},
	{[]string{"tối", "thiểu"}, AtLeast}, {[]string{"tối", "đa"}, AtMost}, {[]string{"xấp", "xỉ"}, About},
	{[]string{"trên", "dưới"}, About}, {[]string{"ước", "tính"}, About}, {[]string{"ước"}, About},
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
	relation := ""
	for {
		d, reason := p.draft()
		if reason != "" {
			return nil, reason
		}
		d.relation = relation
		drafts = append(drafts, d)
		if relation == "(" && !p.take(")") {
			return nil, "text-around"
		}
		if p.peek(0).kind == noTok {
			return drafts, ""
		}
		relation = p.relation()
		if relation == "-" && drafts[len(drafts)-1].unit == "" {
			return nil, "range"
		}
		if p.peek(0).kind == noTok {
			return nil, "text-around"
		}
	}
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
	case p.take("("):
		return "("
	}
	p.take(";", ",", "/", "+", "và", "với", "cho")
	return ""
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
	d.unit = d.over.unit
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
	return ""
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
	if out.scale > 0 && tail.kind == numeralTok && tail.glued && scaleWords[p.peek(1).text] == 0 {
		p.pos++
		out.tail = tail.text
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
	fits := reason == "" && (other.unit == "%" && d.unit != "%" || other.over != nil && d.unit == "%")
	switch {
	case !fits || open && !p.take(")"):
		p.pos = at
	case other.unit == "%":
		d.percent = &other
	default:
		other.bound, other.percent = d.bound, &draft{parts: d.parts, unit: "%"}
		*d = other
	}
}
