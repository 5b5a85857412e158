package intake

import "strings"

// A format is what a cell's style says about its value.
type format struct {
	font    string
	code    string
	date    bool
	percent bool
}

// A styleRef is a cell style as it is stored: numbers of a font and a format.
type styleRef struct{ font, code int }

// readStyles reads for each cell style its font and number format. Colours,
// borders and fills are not read.
func readStyles(c *cursor) ([]format, error) {
	var fonts []string
	var refs []styleRef
	codes := map[int]string{}
	if !c.root("styleSheet") {
		return nil, c.finish()
	}
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "numFmts":
			for level := c.depth(); c.child(level); {
				codes[c.int("numFmtId")] = c.str("formatCode")
				c.bound(len(codes))
			}
		case "fonts":
			for level := c.depth(); c.child(level); {
				fonts = append(fonts, c.fontName())
				c.bound(len(fonts))
			}
		case "cellXfs":
			for level := c.depth(); c.child(level); {
				refs = append(refs, styleRef{c.int("fontId"), c.int("numFmtId")})
				c.bound(len(refs))
			}
		}
	}
	if c.err != nil {
		return nil, c.err
	}
	formats := make([]format, len(refs))
	for i, ref := range refs {
		formats[i] = newFormat(ref, fonts, codes)
	}
	return formats, c.finish()
}

// bound ends a list of styles that is longer than Excel's own limits, twice.
func (c *cursor) bound(n int) {
	if n > 2*65_490 {
		c.err = tooBig("%s: more than %d styles", c.part, n)
	}
}

func (c *cursor) fontName() string {
	name := ""
	for level := c.depth(); c.child(level); {
		if string(c.name) == "name" {
			name = c.str("val")
		}
	}
	return name
}

func newFormat(ref styleRef, fonts []string, codes map[int]string) format {
	var f format
	if ref.font >= 0 && ref.font < len(fonts) {
		f.font = fonts[ref.font]
	}
	id := ref.code
	f.code = codes[id]
	bare := bareFormat(f.code)
	f.percent = id == 9 || id == 10 || strings.Contains(bare, "%")
	f.date = !f.percent && (f.code == "" && builtinDate(id) || strings.ContainsAny(bare, "dDmMyYhH"))
	return f
}

// builtinDate reports whether a built-in number format shows a date (ECMA-376
// part 1, 18.8.30, with the East Asian ones).
func builtinDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// bareFormat takes quoted text, escaped characters and bracketed parts out of a
// format code: what is left says how the number is shown.
func bareFormat(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skipTo(code, i, '"')
		case '[':
			end := skipTo(code, i, ']')
			b.WriteString(elapsed(code[i+1 : end]))
			i = end
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(code[i])
		}
	}
	return strings.ReplaceAll(b.String(), "General", "")
}

// elapsed returns what stands in brackets if it counts hours or minutes: [h],
// [mm]. All else in brackets is a colour, a condition or a language.
func elapsed(in string) string {
	if strings.Trim(strings.ToLower(in), "h") == "" || strings.Trim(strings.ToLower(in), "m") == "" {
		return in
	}
	return ""
}

func skipTo(s string, i int, end byte) int {
	if j := strings.IndexByte(s[i+1:], end); j >= 0 {
		return i + 1 + j
	}
	return len(s)
}
