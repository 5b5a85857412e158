package intake

import (
	"strings"

	"ccbreport/reports/intake/numfmt"
)

// A format is what a cell's style says about its value.
type format struct {
	font    font
	code    string
	date    bool
	percent bool
	shows   *numfmt.Format
	look    *Look // of a cell that has nothing else to it; shared by all of them
}

// A font is how letters look.
type font struct {
	name            string
	struck          bool
	raised, lowered bool
	colour          string
}

// A styleRef is a cell style as it is stored: numbers of a font, a fill and a
// format.
type styleRef struct{ font, fill, code int }

// A styleSheet is the styles part being read.
type styleSheet struct {
	*cursor
	fonts []font
	fills []string // colours of the ground
	refs  []styleRef
	codes map[int]string
	shows map[string]*numfmt.Format // by code: many styles share a few
}

// readStyles reads for each cell style its font, the colour of its ground and
// its number format. Borders are not read.
func readStyles(c *cursor) ([]format, error) {
	s := &styleSheet{cursor: c, codes: map[int]string{}, shows: map[string]*numfmt.Format{}}
	if !c.root("styleSheet") {
		return nil, c.finish()
	}
	for level := c.depth(); c.child(level); {
		s.readList()
	}
	if c.err != nil {
		return nil, c.err
	}
	formats := make([]format, len(s.refs))
	for i, ref := range s.refs {
		formats[i] = s.format(ref)
	}
	return formats, c.finish()
}

func (s *styleSheet) readList() {
	switch string(s.name) {
	case "numFmts":
		for level := s.depth(); s.child(level); {
			s.codes[s.int("numFmtId")] = s.str("formatCode")
			s.bound(len(s.codes))
		}
	case "fonts":
		for level := s.depth(); s.child(level); {
			s.fonts = append(s.fonts, s.readFont())
			s.bound(len(s.fonts))
		}
	case "fills":
		for level := s.depth(); s.child(level); {
			s.fills = append(s.fills, s.readFill())
			s.bound(len(s.fills))
		}
	case "cellXfs":
		for level := s.depth(); s.child(level); {
			s.refs = append(s.refs, styleRef{s.int("fontId"), s.int("fillId"), s.int("numFmtId")})
			s.bound(len(s.refs))
		}
	}
}

// bound ends a list of styles that is longer than Excel's own limits, twice.
func (c *cursor) bound(n int) {
	if n > 2*65_490 {
		c.err = tooBig("%s: more than %d styles", c.part, n)
	}
}

// readFont reads the font of a cell, or what a run of rich text says of its own.
func (c *cursor) readFont() font {
	var f font
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "name", "rFont":
			f.name = c.str("val")
		case "strike":
			f.struck = c.attr("val") == nil || c.flag("val")
		case "vertAlign":
			f.raised, f.lowered = c.str("val") == "superscript", c.str("val") == "subscript"
		case "color":
			f.colour = c.colour()
		}
	}
	return f
}

func (s *styleSheet) format(ref styleRef) format {
	var f format
	if ref.font >= 0 && ref.font < len(s.fonts) {
		f.font = s.fonts[ref.font]
	}
	colour := f.font.colour
	if ref.fill >= 0 && ref.fill < len(s.fills) && s.fills[ref.fill] != "" {
		colour = s.fills[ref.fill]
	}
	if colour != "" || f.font.struck {
		f.look = &Look{Colour: colour, Struck: f.font.struck}
	}
	id := ref.code
	f.code = s.codes[id]
	f.shows = s.numbers(id)
	bare := bareFormat(f.code)
	f.percent = id == 9 || id == 10 || strings.Contains(bare, "%")
	f.date = !f.percent && (f.code == "" && builtinDate(id) || strings.ContainsAny(bare, "dDmMyYhH"))
	return f
}

// numbers returns how a number format shows values; the workbook's own code goes
// before the built-in one of that number.
func (s *styleSheet) numbers(id int) *numfmt.Format {
	code := s.codes[id]
	if code == "" {
		code = numfmt.Builtin(id)
	}
	if s.shows[code] == nil {
		s.shows[code] = numfmt.New(code)
	}
	return s.shows[code]
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
