package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A palette is the part with the styles of a received workbook. Styles are only
// added to it: those that cells have keep their numbers.
type palette struct {
	body     []byte
	prefix   string
	root     *element
	sections [4]section
}

// The sections of styles that are added to, in the order of the format.
const (
	fonts = iota
	fills
	borders
	formats
)

var sectionNames = [...]string{"fonts", "fills", "borders", "cellXfs"}

// A section is a list of the palette; items are the bytes of its elements.
type section struct {
	list  *element
	items []string
	added []string
}

const noStyles = xmlHead + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
	`<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`

func readPalette(body []byte) (*palette, error) {
	p := &palette{body: body}
	var in *section
	err := scan(body, func(e *element, closes bool) {
		switch {
		case e.depth == 0:
			p.root, p.prefix = e, e.prefix
		case e.depth == 1 && !closes:
			in = nil
			if i := slices.Index(sectionNames[:], e.name); i >= 0 {
				in = &p.sections[i]
				in.list = e
			}
		case e.depth == 2 && closes && in != nil:
			in.items = append(in.items, string(body[e.from:e.end]))
		}
	})
	if err == nil && slices.ContainsFunc(p.sections[:], func(s section) bool { return s.list == nil }) {
		err = fmt.Errorf("styles: no list of fonts, fills, borders or formats")
	}
	return p, err
}

// add returns the number of an item of a section, which is added if it is new.
func (p *palette) add(to int, item string) int {
	s := &p.sections[to]
	item = prefixed(p.prefix, item)
	i := slices.Index(s.items, item)
	if i < 0 {
		i = len(s.items)
		s.items, s.added = append(s.items, item), append(s.added, item)
	}
	return i
}

// bytes returns the part with what was added.
func (p *palette) bytes() []byte {
	var edits []edit
	for _, s := range p.sections {
		if len(s.added) == 0 {
			continue
		}
		tag := s.list.tag(p.body, "count", strconv.Itoa(len(s.items)))
		inside := s.list.inside(p.body, strings.Join(s.added, ""))
		if inside.from < tag.to { // an empty list in one tag
			inside = edit{tag.from, tag.to, strings.TrimSuffix(tag.text, "/>") + inside.text}
			edits = append(edits, inside)
			continue
		}
		edits = append(edits, tag, inside)
	}
	return apply(p.body, edits)
}

// format returns a format of cells, that of an unknown number as plain.
func (p *palette) format(n int) string {
	if items := p.sections[formats].items; n >= 0 && n < len(items) {
		return items[n]
	}
	return prefixed(p.prefix, `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
}

// fillOf returns the fill of a format without the prefix, "" if there is none.
func (p *palette) fillOf(format int) string {
	n := 0
	each(p.format(format), func(e *element) {
		if e.depth == 0 {
			n, _ = strconv.Atoi(e.get("fillId"))
		}
	})
	if items := p.sections[fills].items; n < len(items) && n >= 0 {
		fill, _ := plainFill(items[n])
		return fill
	}
	return ""
}

// filled returns the number of a format that differs in its fill alone.
func (p *palette) filled(format int, fill string) int {
	xf := p.format(format)
	item := ""
	each(xf, func(e *element) {
		if e.depth == 0 {
			body := []byte(xf)
			item = string(apply(body, []edit{e.tag(body, "fillId", strconv.Itoa(p.add(fills, fill)), "applyFill", "1")}))
		}
	})
	s := &p.sections[formats]
	if i := slices.Index(s.items, item); i >= 0 {
		return i
	}
	s.items, s.added = append(s.items, item), append(s.added, item)
	return len(s.items) - 1
}

// each visits the elements of a piece of a part at their start.
func each(piece string, visit func(e *element)) {
	_ = scan([]byte(piece), func(e *element, closes bool) { // a piece of a part that was scanned
		if !closes {
			visit(e)
		}
	})
}

// noFill is how a cell looks that is not filled.
const noFill = `<fill><patternFill patternType="none"/></fill>`

// solidFill is a fill of one colour.
func solidFill(colour string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + colour + `"/><bgColor indexed="64"/></patternFill></fill>`
}

// isMark reports whether a fill is that of a mark, written by whatever program.
func isMark(fill string) bool {
	marked := false
	each(fill, func(e *element) {
		rgb := strings.ToUpper(e.get("rgb"))
		marked = marked || e.name == "fgColor" && (strings.HasSuffix(rgb, mustFill) || strings.HasSuffix(rgb, shouldFill))
	})
	return marked
}

// plainFill writes a fill anew, without prefixes: what its elements and
// attributes may be and nothing else. It reports false if it is no fill.
func plainFill(piece string) (string, bool) {
	var b strings.Builder
	ok := true
	err := scan([]byte(piece), func(e *element, closes bool) {
		ok = ok && (e.depth == 0) == (e.name == "fill") && slices.Contains([]string{"fill", "patternFill", "gradientFill", "fgColor", "bgColor", "stop", "color"}, e.name)
		if closes {
			b.WriteString("</" + e.name + ">")
			return
		}
		b.WriteString("<" + e.name)
		for _, a := range e.attr {
			if a.Name.Space == "" && a.Name.Local != "xmlns" {
				b.WriteString(" " + a.Name.Local + `="` + escape(a.Value) + `"`)
			}
		}
		b.WriteString(">")
	})
	return b.String(), ok && err == nil && b.Len() > 0
}

// look returns the number of a format for cells of our own.
func (p *palette) look(l look) int {
	font := `<font>`
	if l.bold {
		font += `<b/>`
	}
	if l.italic {
		font += `<i/>`
	}
	font += fmt.Sprintf(`<sz val="%g"/>`, l.size)
	if l.ink != "" {
		font += `<color rgb="FF` + l.ink + `"/>`
	}
	font += `<name val="` + face + `"/><family val="1"/></font>`
	fill, border, number, vertical, wrap := noFill, `<border/>`, 0, "center", ""
	if l.fill != "" {
		fill = solidFill(l.fill)
	}
	if l.border {
		border = boxed
	}
	if l.format == textFormat {
		number = 49
	}
	if l.top {
		vertical = "top"
	}
	if l.wrap {
		wrap = ` wrapText="1"`
	}
	return p.add(formats, fmt.Sprintf(
		`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="%s" vertical="%s"%s/></xf>`,
		number, p.add(fonts, font), p.add(fills, fill), p.add(borders, border), l.align, vertical, wrap))
}

var boxed = func() string {
	b := `<border>`
	for _, side := range []string{"left", "right", "top", "bottom"} {
		b += `<` + side + ` style="thin"><color rgb="FF808080"/></` + side + `>`
	}
	return b + `<diagonal/></border>`
}()
