package typeset

import (
	"fmt"
	"io/fs"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ccbreport/reports/paper"
)

// A typeface is the family that a document is set in: a real face for each
// [paper.Style], never a slanted or thickened one.
type typeface [paper.Bold | paper.Italic + 1]*face

// A face is one font: its file and the widths of its glyphs.
type face struct {
	file     string
	data     []byte
	font     *sfnt.Font
	buf      sfnt.Buffer
	widths   map[rune]int // thousandths of the size, as the PDF tells its reader
	ascent   int          // thousandths of the size above the baseline
	descent  int          // and below it
	emSquare fixed.Int26_6
}

// loadTypeface reads the four faces of the profile.
func loadTypeface(fsys fs.FS, p FontProfile) (*typeface, error) {
	files := [len(typeface{})]string{
		0:                         p.Regular,
		paper.Bold:                p.Bold,
		paper.Italic:              p.Italic,
		paper.Bold | paper.Italic: p.BoldItalic,
	}
	var t typeface
	for style, file := range files {
		f, err := loadFace(fsys, file)
		if err != nil {
			return nil, err
		}
		t[style] = f
	}
	return &t, nil
}

func loadFace(fsys fs.FS, file string) (*face, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", file, err)
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", file, err)
	}
	f := &face{file: file, data: data, font: parsed, widths: make(map[rune]int)}
	f.emSquare = fixed.I(int(parsed.UnitsPerEm()))
	m, err := parsed.Metrics(&f.buf, f.emSquare, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("read font %s: metrics: %w", file, err)
	}
	f.ascent, f.descent = f.thousandths(m.Ascent), f.thousandths(m.Descent)
	return f, nil
}

// thousandths turns a distance in the font's own units into thousandths of the
// size, rounded as fpdf rounds the widths that it writes.
func (f *face) thousandths(units fixed.Int26_6) int {
	return (int(units)*1000 + int(f.emSquare)/2) / int(f.emSquare)
}

// width gives the advance of r in thousandths of the size; ok is false if the
// face has no glyph for r.
func (f *face) width(r rune) (w int, ok bool) {
	if w, ok := f.widths[r]; ok {
		return w, w >= 0
	}
	w = -1
	if i, err := f.font.GlyphIndex(&f.buf, r); err == nil && i != 0 {
		if adv, err := f.font.GlyphAdvance(&f.buf, i, f.emSquare, font.HintingNone); err == nil {
			w = f.thousandths(adv)
		}
	}
	f.widths[r] = w
	return w, w >= 0
}

// shows says whether fpdf can draw r with the face.
func (f *face) shows(r rune) bool {
	if r > 0xFFFF || r == utf8.RuneError || unicode.IsControl(r) {
		return false
	}
	_, ok := f.width(r)
	return ok
}

// measure gives the width of s, all of whose runes the face must have.
func (t *typeface) measure(s string, style paper.Style, size Length) Length {
	sum := 0
	for _, r := range s {
		w, _ := t[style].width(r)
		sum += w
	}
	return size.scaled(sum, 1000)
}

// baseline gives the depth of the baseline in a line of the given pitch, with
// the letters in the middle of it.
func (t *typeface) baseline(size, pitch Length) Length {
	f := t[0]
	rise, drop := size.scaled(f.ascent, 1000), size.scaled(f.descent, 1000)
	return (pitch-rise-drop)/2 + rise
}
