package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Comments stand in two parts: their words in one, the boxes in which they show
// in another, a drawing of an old form. Both are added to, never written anew:
// what other programs keep there, threads among it, they find again.

// A noteBook changes the comments of one sheet.
type noteBook struct {
	parcel  *parcel
	sheet   string // name of its part
	ns      string // of the sheet
	author  string
	stale   func(addr, text string) bool // reports whether a comment is an earlier check's
	notes   map[string]string            // new ones, by cell
	dropped []string                     // cells whose comments were taken off
}

// write changes the comments and returns the relation of their drawing if the
// sheet had none.
func (n *noteBook) write(legacy string) (string, error) {
	relations, err := n.parcel.relations(n.sheet)
	if err != nil {
		return "", err
	}
	words := first(relations, "comments")
	if words == "" {
		if len(n.notes) == 0 {
			return "", nil
		}
		words = n.parcel.free("xl/comments%d.xml")
		n.parcel.put(words, []byte(xmlHead+`<comments xmlns="`+n.ns+`"><authors/><commentList/></comments>`))
		if _, err := n.bring("comments", words, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"); err != nil {
			return "", err
		}
	}
	if err := n.words(words); err != nil || len(n.notes)+len(n.dropped) == 0 {
		return "", err
	}
	if i := slices.IndexFunc(relations, func(r relation) bool { return r.id == legacy && legacy != "" }); i >= 0 {
		return "", n.boxes(relations[i].target)
	}
	if len(n.notes) == 0 {
		return "", nil
	}
	drawing := n.parcel.free("xl/drawings/vmlDrawing%d.vml")
	n.parcel.put(drawing, []byte(emptyDrawing))
	if err := n.boxes(drawing); err != nil {
		return "", err
	}
	return n.bring("vmlDrawing", drawing, "application/vnd.openxmlformats-officedocument.vmlDrawing")
}

// bring makes a new part one of the sheet's and returns its relation.
func (n *noteBook) bring(kind, part, contentType string) (string, error) {
	if err := n.parcel.declare(part, contentType); err != nil {
		return "", err
	}
	return n.parcel.relate(n.sheet, types(n.ns)+"/"+kind, part)
}

const emptyDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`

// words takes the comments of an earlier check out and puts the new ones in. A
// cell that somebody else has commented keeps that comment and no other.
func (n *noteBook) words(part string) error {
	body, err := n.parcel.part(part)
	if err != nil {
		return err
	}
	var authors, list *element
	var edits []edit
	writers := 0
	err = scan(body, func(e *element, closes bool) {
		switch {
		case e.depth == 1 && e.name == "authors":
			authors = e
		case e.depth == 1 && e.name == "commentList":
			list = e
		case closes && e.name == "author":
			writers++
		case closes && e.name == "comment":
			addr := e.get("ref")
			if n.stale(addr, textOf(body[e.from:e.end])) {
				edits, n.dropped = append(edits, edit{e.from, e.end, ""}), append(n.dropped, addr)
			} else {
				delete(n.notes, addr)
			}
		}
	})
	if err != nil || authors == nil || list == nil {
		return fmt.Errorf("comments: no list in %s (%w)", part, err)
	}
	if len(n.notes) > 0 {
		edits = append(edits,
			authors.inside(body, prefixed(authors.prefix, "<author>"+escape(n.author)+"</author>")),
			list.inside(body, prefixed(list.prefix, n.added(writers))))
	}
	if len(edits) > 0 {
		n.parcel.put(part, apply(body, edits))
	}
	return nil
}

// added are the new comments, of the author of that number.
func (n *noteBook) added(author int) string {
	text := ""
	for _, addr := range slices.Sorted(maps.Keys(n.notes)) {
		text += fmt.Sprintf(`<comment ref="%s" authorId="%d"><text><r><rPr><sz val="11"/><rFont val="%s"/></rPr><t xml:space="preserve">%s</t></r></text></comment>`,
			addr, author, face, escape(n.notes[addr]))
	}
	return text
}

// textOf is the text in a piece of a part.
func textOf(piece []byte) string {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(piece))
	for {
		token, err := d.RawToken()
		if err != nil {
			return b.String()
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// boxes takes the boxes of dropped comments out of a drawing and puts those of
// the new ones in. Old programs write drawings that are no XML: such a one is
// only added to.
func (n *noteBook) boxes(part string) error {
	body, err := n.parcel.part(part)
	if err != nil {
		return err
	}
	var edits []edit
	_ = scan(body, func(e *element, closes bool) { // what cannot be read stays
		if closes && e.name == "shape" && slices.Contains(n.dropped, noteAt(body[e.from:e.end])) {
			edits = append(edits, edit{e.from, e.end, ""})
		}
	})
	end := bytes.LastIndex(body, []byte("</xml>"))
	if end < 0 {
		return fmt.Errorf("comments: %s does not end", part)
	}
	id := 1024
	for _, m := range boxID.FindAllSubmatch(body, -1) {
		id = max(id, number(string(m[1]), 0))
	}
	text := ""
	for _, addr := range slices.Sorted(maps.Keys(n.notes)) {
		if text == "" && !bytes.Contains(body, []byte(`"_x0000_t202"`)) {
			text = boxType
		}
		id++
		col, row, err := excelize.CellNameToCoordinates(addr)
		if err != nil {
			return fmt.Errorf("comments: %w", err)
		}
		text += fmt.Sprintf(box, id, col, max(row-2, 0), col+5, max(row-2, 0)+7, row-1, col-1)
	}
	n.parcel.put(part, apply(body, append(edits, edit{end, end, text})))
	return nil
}

var (
	boxID   = regexp.MustCompile(`_x0000_s(\d{1,9})\b`)
	boxCell = regexp.MustCompile(`Row>\s*(\d{1,7})\s*<(?s:.*)Column>\s*(\d{1,5})\s*<`)
)

// noteAt is the cell whose comment a box shows, "" if it shows none.
func noteAt(shape []byte) string {
	m := boxCell.FindSubmatch(shape)
	if m == nil {
		return ""
	}
	addr, err := excelize.CoordinatesToCellName(number(string(m[2]), 0)+1, number(string(m[1]), 0)+1)
	if err != nil {
		return "" // of no sheet that there is
	}
	return addr
}

const boxNames = `xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`

const boxType = `<v:shapetype ` + boxNames + ` id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// box is the box of one comment: its number, the cells that it covers, its cell.
const box = `<v:shape ` + boxNames + ` id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:320pt;height:110pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
	`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
	`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`
