package typeset

import (
	"bytes"
	"context"
	"fmt"

	"github.com/go-pdf/fpdf"

	"ccbreport/reports/paper"
)

// family is the name of the typeface within fpdf.
const family = "serif"

// A drawing is a PDF file as fpdf writes it, with what it cannot write.
type drawing struct {
	file   []byte
	marks  [][]*element // for each page, to which element each piece of marked content belongs
	photos []*photo     // by the number in their name
	links  []hotspot
	places map[string]place // of the anchors
}

// draw writes pages as a PDF file. The same pages give the same bytes.
func draw(ctx context.Context, pages []page, props properties, face *typeface) (drawing, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: sheet(pages[0])})
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetCellMargin(0)
	props.describe(f)
	if err := addFaces(f, pages, face); err != nil {
		return drawing{}, err
	}
	made := drawing{places: make(map[string]place)}
	last := pages[len(pages)-1]
	for n, pg := range pages {
		if ctx.Err() != nil {
			return drawing{}, fmt.Errorf("draw pages: %w", context.Cause(ctx))
		}
		f.AddPageFormat("P", sheet(pg))
		d := pageDrawer{Fpdf: f, height: pg.height, photos: made.photos}
		for i, it := range pg.items {
			if b, ok := it.(bookmark); ok {
				// fpdf counts from the foot of the last page, whatever page it is on.
				b.y += last.height - pg.height
				it = b
			}
			d.item(it, endsLine(pg.items[i:]))
		}
		d.close()
		made.marks = append(made.marks, d.marks)
		made.photos = d.photos
		made.connect(n, pg)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return drawing{}, fmt.Errorf("write PDF: %w", err)
	}
	made.file = out.Bytes()
	return made, nil
}

// endsLine says whether the first of items is a text with none behind it on its
// line.
func endsLine(items []item) bool {
	t, ok := items[0].(text)
	if !ok || len(items) == 1 {
		return ok
	}
	next, ok := items[1].(text)
	return !ok || next.y != t.y || next.element.block() != t.element.block()
}

// sheet gives the size of a page. A landscape page is a wide sheet, never a
// turned one.
func sheet(pg page) fpdf.SizeType {
	return fpdf.SizeType{Wd: pg.width.pt(), Ht: pg.height.pt()}
}

// addFaces embeds the faces that the pages use. fpdf reports a bad font on
// stdout only, so each is looked up again.
func addFaces(f *fpdf.Fpdf, pages []page, face *typeface) error {
	used := usedStyles(pages)
	for style, fc := range face {
		if !used[style] {
			continue
		}
		name := fontStyle(paper.Style(style))
		f.AddUTF8FontFromBytes(family, name, fc.data)
		f.SetFont(family, name, 12)
		if err := f.Error(); err != nil {
			return fmt.Errorf("embed font %s: %w", fc.file, err)
		}
	}
	return nil
}

func usedStyles(pages []page) (used [len(typeface{})]bool) {
	for _, pg := range pages {
		for _, it := range pg.items {
			if t, ok := it.(text); ok {
				used[t.style] = true
			}
		}
	}
	return used
}

func fontStyle(s paper.Style) string {
	name := ""
	if s&paper.Bold != 0 {
		name += "B"
	}
	if s&paper.Italic != 0 {
		name += "I"
	}
	return name
}

// A pageDrawer draws the items of one page. All that it draws is marked: as
// content of an element, or as an artifact.
type pageDrawer struct {
	*fpdf.Fpdf
	height Length     // of the page
	photos []*photo   // of the file so far
	marks  []*element // of the marked content so far
	open   bool       // there is marked content that has not ended
	last   *element   // which it belongs to; nil: an artifact
}

func (d *pageDrawer) item(it item, endsLine bool) {
	switch it := it.(type) {
	case text:
		d.mark(it.element)
		d.text(it)
		if endsLine && it.element != nil {
			d.space(it)
		}
	case rule:
		d.mark(nil)
		d.SetLineWidth(it.thick.pt())
		d.Line(it.x1.pt(), it.y1.pt(), it.x2.pt(), it.y2.pt())
	case frame:
		d.mark(nil)
		d.SetLineWidth(it.thick.pt())
		d.Rect(it.x.pt(), it.y.pt(), it.width.pt(), it.height.pt(), "D")
	case area:
		d.mark(nil)
		d.SetFillColor(int(it.grey), int(it.grey), int(it.grey))
		d.Rect(it.x.pt(), it.y.pt(), it.width.pt(), it.height.pt(), "F")
	case picture:
		d.mark(it.element)
		d.picture(it)
	case bookmark:
		d.Bookmark(property(it.title), it.level, it.y.pt())
	default:
		panic(fmt.Sprintf("typeset: item of type %T", it))
	}
}

// picture shows a photo by its name. The photo itself is written afterwards:
// fpdf takes files that are cut short and keeps what they tell about the camera.
func (d *pageDrawer) picture(p picture) {
	d.RawWriteStr(fmt.Sprintf("q %.3f 0 0 %.3f %.3f %.3f cm /%s Do Q", p.width.pt(), p.height.pt(),
		p.x.pt(), (d.height - p.y - p.height).pt(), photoName(len(d.photos))))
	d.photos = append(d.photos, p.photo)
}

// text sets a run on its baseline. fpdf puts the baseline of a cell without
// height 0.3 of the size below it; alignment "J" alone stretches spaces, as word
// spacing has no effect on its fonts.
func (d *pageDrawer) text(t text) {
	align := "L"
	if t.stretch {
		align = "J"
	}
	d.SetFont(family, fontStyle(t.style), t.size.pt())
	d.SetXY(t.x.pt(), (t.y-t.raise).pt()-0.3*t.size.pt())
	d.CellFormat(t.width.pt(), 0, t.text, "", 0, align, false, 0, "")
}

// space ends a line with a space behind its last text: without it, words on both
// sides of a line end are one word to whoever reads by the structure.
func (d *pageDrawer) space(t text) {
	d.text(text{x: t.x + t.width, y: t.y, width: t.size / 4, size: t.size, style: t.style, text: " "})
}
