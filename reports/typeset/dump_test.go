package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"ccbreport/reports/paper"
)

// dump writes pages as text, one item a line, places in millimetres from the
// top left corner of the paper. Golden tests compare it.
func dump(pages []page) string {
	var b strings.Builder
	for i, pg := range pages {
		fmt.Fprintf(&b, "page %d %s x %s\n", i+1, pg.width.mm(), pg.height.mm())
		for _, it := range pg.items {
			dumpItem(&b, it)
		}
	}
	return b.String()
}

func dumpItem(b *strings.Builder, it item) {
	switch it := it.(type) {
	case text:
		stretch := ""
		if it.stretch {
			stretch = " stretch"
		}
		role := "artifact"
		if it.element != nil {
			role = it.element.role
		}
		if it.tie != nil {
			role += it.tie.dump()
		}
		fmt.Fprintf(b, "text %s,%s w=%s %gpt%s%s %s %q\n",
			it.x.mm(), it.y.mm(), it.width.mm(), it.size.pt(), styleName(it.style), stretch, role, it.text)
	case rule:
		fmt.Fprintf(b, "rule %s,%s %s,%s\n", it.x1.mm(), it.y1.mm(), it.x2.mm(), it.y2.mm())
	case frame:
		fmt.Fprintf(b, "frame %s,%s w=%s h=%s\n", it.x.mm(), it.y.mm(), it.width.mm(), it.height.mm())
	case area:
		fmt.Fprintf(b, "area %s,%s w=%s h=%s grey=%d\n", it.x.mm(), it.y.mm(), it.width.mm(), it.height.mm(), it.grey)
	case picture:
		fmt.Fprintf(b, "picture %s,%s w=%s h=%s %d x %d %q\n", it.x.mm(), it.y.mm(), it.width.mm(), it.height.mm(),
			it.photo.width, it.photo.height, it.element.alt)
	case bookmark:
		fmt.Fprintf(b, "bookmark %d y=%s %q\n", it.level, it.y.mm(), it.title)
	default:
		panic(fmt.Sprintf("typeset: item of type %T", it))
	}
}

func (t tie) dump() string {
	words := ""
	for _, field := range []struct{ mark, name string }{{" #", t.anchor}, {" ->", t.link}} {
		if field.name != "" {
			words += field.mark + field.name
		}
	}
	if t.note > 0 {
		words += fmt.Sprintf(" note=%d", t.note)
	}
	return words
}

func styleName(s paper.Style) string {
	name := ""
	if s&paper.Bold != 0 {
		name += " bold"
	}
	if s&paper.Italic != 0 {
		name += " italic"
	}
	return name
}

// mm writes the length in millimetres with two decimals, for dumps.
func (l Length) mm() string {
	return strconv.FormatFloat(float64(l)/millimetre, 'f', 2, 64)
}
