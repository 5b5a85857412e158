package viet

import (
	"slices"
	"strings"
)

// partWords begin a remark that may hold figures of its own: parts of the one
// before it.
var partWords = [][]string{
	{"trong", "đó"}, {"bao", "gồm"}, {"gồm"}, {"nữ"}, {"nam"}, {"có"},
}

// peopleWords begin a list of people.
var peopleWords = [][]string{{"ông"}, {"bà"}, {"đ", "/", "c"}, {"đồng", "chí"}}

// turning are words after which the figure before them may not be the one that
// is asked for: not yet, about, by plan, each, of another time.
var turning = wordSet(`không ko chưa khoảng ước tạm dự chờ trừ thiếu sai nhầm sửa mỗi từng hàng hằng
	kế kỳ trước ngoái cũ tiêu nghìn ngàn vạn triệu tr tỷ tỉ k`)

// parting are words that make another thing of a unit straight before them: "5 hộ
// thoát nghèo" are not 5 hộ nghèo, "12 cây số" no trees.
var parting = wordSet(`còn ngoài khác thoát cận đi đến ra mới thành nữ nam mất thêm lại quá hạn xuất số`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// mark reads the mark of a note behind a figure: *, (*), ¹, or (1) where a note
// with that number stands below.
func (p *parser) mark() string {
	at := p.pos
	open := p.take("(", "[")
	text := p.markText(open)
	next := p.peek(0)
	switch {
	case text == "", open && !p.take(")", "]"), !open && (next.kind == numeralTok || isNumberWord(next.text)):
		p.pos = at
		return ""
	}
	return text
}

func (p *parser) markText(open bool) string {
	if t := p.peek(0); open && t.kind == numeralTok && isDigits(t.text) && p.noted != nil && p.noted(t.text) {
		p.pos++
		return t.text
	}
	text := ""
	for t := p.peek(0); t.kind != noTok && strings.Trim(t.text, "*¹²³⁴⁵⁶⁷⁸⁹⁰") == ""; t = p.peek(0) {
		text += t.text
		p.pos++
	}
	return text
}

// remark passes over words behind the last figure that say more about it: behind
// a mark ( : ; , or straight behind its unit. It reports false for words that may
// change the figure and for figures of which it is not said that they are parts.
func (p *parser) remark(d *draft) bool {
	start, end := p.pos, p.peek(0).at
	for p.pos < len(p.toks) {
		if !p.clause(d) {
			p.pos = start
			return false
		}
	}
	p.figuresEnd = end
	return true
}

// clause passes over a bracket, or all that is left.
func (p *parser) clause(d *draft) bool {
	open := p.take("(")
	marked := open || p.take(":", ";", ",")
	rest := p.toks[p.pos:]
	for i, t := range rest {
		if open && t.text == ")" {
			rest = rest[:i]
			break
		}
	}
	p.pos = min(p.pos+len(rest)+count(open), len(p.toks))
	return (marked || d.unit != "" && rest[0].kind == wordTok && !parted(rest)) && aside(rest, d, marked)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// parted reports whether words that follow a unit without a mark make another
// thing of it.
func parted(rest []token) bool {
	inside := begins(rest, [][]string{{"trong", "đó"}, {"bao", "gồm"}, {"gồm"}})
	return !inside && slices.ContainsFunc(rest, func(t token) bool { return parting[t.text] })
}

// aside reports whether a clause leaves the figure as it is; the figures of its
// parts are kept to be compared.
func aside(rest []token, d *draft, marked bool) bool {
	letters, figures := false, false
	var parts []string
	for i, t := range rest {
		p := parser{toks: rest, pos: i}
		letters = letters || t.kind == wordTok
		figures = figures || t.kind == numeralTok || isNumberWord(t.text)
		if turning[t.text] || p.boundary() != Exact {
			return false
		}
		if t.kind == numeralTok && p.peek(1).text != percent {
			parts = append(parts, t.text)
		}
	}
	switch {
	case !letters:
		return false
	case !figures || marked && begins(rest, peopleWords):
		return true
	case !begins(rest, partWords) || !marked && rest[0].text == "có": // "61 đ/c có 4 nữ" is two figures
		return false
	}
	d.within = append(d.within, parts...)
	return true
}

// begins reports whether tokens begin with one of the phrases.
func begins(toks []token, phrases [][]string) bool {
next:
	for _, phrase := range phrases {
		for i, w := range phrase {
			if i >= len(toks) || toks[i].text != w {
				continue next
			}
		}
		return true
	}
	return false
}

// hasWithin reports whether the figures of a remark can be parts of the figure.
func (d draft) hasWithin(q Quantity, m measure) bool {
	for _, text := range d.within {
		v, _, reason := readNumeral(text, m.counted().marks())
		if reason != "" || v.Cmp(q.Value) > 0 {
			return false
		}
	}
	return true
}
