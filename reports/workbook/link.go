package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
)

// A hyperlink leads from a cell of ours to a file beside the workbook, and to a
// place in it.
type hyperlink struct {
	from     string // our cell
	file     string // from the folder of the workbook, with slashes
	location string // 'Sheet'!C12, "" for the file alone
}

// mostLinks is what Excel takes on one sheet; beyond it it calls a workbook
// damaged. Rows behind it name their cells without a link.
const mostLinks = 65_000

const linkInk = "0563C1" // as spreadsheets colour what can be clicked

// link makes a cell that has its text lead to a position of the inbox.
func (in Figures) link(p *pen, col, row int, to reports.Cell, l look) {
	p.link(col, row, in.Stored, to, l)
}

// link makes a cell that has its text lead to a position of the inbox, if the file of it
// is stored.
func (p *pen) link(col, row int, places map[string]string, to reports.Cell, l look) {
	stored, ok := places[to.File]
	if !ok || len(p.links[p.sheet]) >= mostLinks {
		return
	}
	h := hyperlink{from: at(col, row), file: stored}
	if to.Sheet != "" && to.Addr != "" {
		h.location = quoted(to.Sheet) + "!" + to.Addr
	}
	p.links[p.sheet] = append(p.links[p.sheet], h)
	l.ink, l.format = linkInk, textFormat
	p.paint(col, row, col, row, l)
}

// linked writes the hyperlinks into a workbook. excelize cannot: it gives a link
// to another file no place in it, and a relationship of its own to each, which
// takes the square of their number.
func linked(data []byte, links map[string][]hyperlink) ([]byte, error) {
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer book.Close()
	for i, sheet := range book.GetSheetList() { // in the order in which the parts are numbered
		if len(links[sheet]) == 0 {
			continue
		}
		part := fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
		text, ok := book.Pkg.Load(part)
		own, _ := text.([]byte)
		before, after, found := bytes.Cut(own, []byte("<pageMargins"))
		if !ok || !found {
			return nil, fmt.Errorf("link sheet %q: no place for links in %s", sheet, part)
		}
		hyperlinks, relations := linkParts(links[sheet])
		book.Pkg.Store(part, []byte(string(before)+hyperlinks+"<pageMargins"+string(after)))
		book.Pkg.Store(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), []byte(relations))
	}
	return finish(book, nil)
}

// linkParts returns the element of the links of one sheet, and the part that
// names their files, each once (ECMA-376, 18.3.1.47).
func linkParts(links []hyperlink) (hyperlinks, relations string) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var elements, targets strings.Builder
	ids := map[string]int{}
	for _, l := range links {
		if ids[l.file] == 0 {
			ids[l.file] = len(ids) + 1
			fmt.Fprintf(&targets, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`,
				ids[l.file], office, escaped(reference(l.file)))
		}
		fmt.Fprintf(&elements, `<hyperlink ref="%s" r:id="rId%d"`, l.from, ids[l.file])
		if l.location != "" {
			fmt.Fprintf(&elements, ` location="%s"`, escaped(l.location))
		}
		elements.WriteString("/>")
	}
	return `<hyperlinks xmlns:r="` + office + `">` + elements.String() + `</hyperlinks>`,
		xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + targets.String() + `</Relationships>`
}

// reference writes the name of a file as a relative address: letters stay as
// they are, as Excel writes them; spaces and marks with a meaning are escaped.
func reference(file string) string {
	var b strings.Builder
	for _, r := range file {
		if r < 0x80 && r != '/' {
			b.WriteString(url.PathEscape(string(r)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}
