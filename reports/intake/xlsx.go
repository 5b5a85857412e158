package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"ccbreport/reports"
)

// An aside is what a workbook holds besides cells and what an officer should
// know about: the code of a finding, and the sheet if it is about one.
type aside struct{ code, sheet string }

// readXLSX reads a workbook of the Open XML format from its bytes, whole or not
// at all. The error is a *fault: the workbook cannot be used, and a finding will
// say why. One part after the other lies in buf, which grows as it must.
func readXLSX(data []byte, lim Limits, buf *[]byte) (*Book, []aside, error) {
	parts, err := openContainer(data, lim, buf)
	if err != nil {
		return nil, nil, err
	}
	w := &workbook{parts: parts, lim: lim, book: &Book{}}
	if err := w.read(); err != nil {
		return nil, nil, err
	}
	if err := parts.rest(); err != nil {
		return nil, nil, err
	}
	return w.book, w.asides, nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// A workbook is a workbook being read.
type workbook struct {
	parts  *container
	lim    Limits
	book   *Book
	asides []aside
	shared sharedStrings
	styles []format
	cells  int
}

// A sheetRef is a sheet as the workbook part lists it.
type sheetRef struct {
	name, rel string
	hidden    bool
}

func (w *workbook) read() error {
	top, err := w.relations("")
	if err != nil {
		return w.noPackage(err)
	}
	main := find(top, "officeDocument")
	switch {
	case strings.HasSuffix(main, ".bin"):
		return &fault{code: "file.format", cause: "xlsb", form: "xlsb"}
	case strings.HasPrefix(main, "word/"):
		return &fault{code: "file.document", cause: "docx"}
	case strings.HasPrefix(main, "ppt/"):
		return &fault{code: "file.document", cause: "pptx"}
	case !w.parts.has(main):
		return damaged("no workbook in the container")
	}
	refs, err := w.readMain(main)
	if err != nil {
		return err
	}
	around, err := w.relations(main)
	if err != nil {
		return err
	}
	if err := w.readAround(around, find(top, "core-properties")); err != nil {
		return err
	}
	w.lookAround(around)
	return w.readSheets(refs, around)
}

// noPackage says what a container without relations is.
func (w *workbook) noPackage(err error) error {
	if !w.parts.has("_rels/.rels") && w.parts.has("content.xml") && w.parts.has("mimetype") {
		return &fault{code: "file.format", cause: "ods", form: "ods"}
	}
	if !w.parts.has("_rels/.rels") && !w.parts.has("[Content_Types].xml") && !w.parts.under("xl/") {
		return &fault{code: "file.archive", cause: "zip"}
	}
	return err
}

// readMain reads the workbook part: sheets in order, and the epoch of dates.
func (w *workbook) readMain(main string) ([]sheetRef, error) {
	body, err := w.parts.part(main)
	if err != nil {
		return nil, err
	}
	var refs []sheetRef
	c := newCursor(main, body, w.lim)
	if !c.root("workbook") {
		return nil, c.finish()
	}
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "workbookPr":
			w.book.Date1904 = c.flag("date1904")
		case "sheets":
			for level := c.depth(); c.child(level); {
				if string(c.name) != "sheet" {
					c.fail("%s among the sheets", c.name)
				}
				state := c.str("state")
				refs = append(refs, sheetRef{c.str("name"), c.prefixed("id"), state == "hidden" || state == "veryHidden"})
				if len(refs) > w.lim.Parts {
					c.err = tooBig("more than %d sheets", w.lim.Parts)
				}
			}
		}
	}
	return refs, c.finish()
}

// readAround reads what stands around the sheets: strings, styles, core
// properties.
func (w *workbook) readAround(rels []relation, core string) error {
	if name := find(rels, "sharedStrings"); name != "" {
		body, err := w.parts.part(name)
		if err != nil {
			return err
		}
		if w.shared, err = readShared(newCursor(name, body, w.lim), w.lim); err != nil {
			return err
		}
	}
	if name := find(rels, "styles"); name != "" {
		body, err := w.parts.part(name)
		if err != nil {
			return err
		}
		if w.styles, err = readStyles(newCursor(name, body, w.lim)); err != nil {
			return err
		}
	}
	if w.parts.has(core) {
		return w.readCore(core)
	}
	return nil
}

// readCore takes the time of the last save from the core properties. A workbook
// without them, or with a time of another form, is whole all the same.
func (w *workbook) readCore(name string) error {
	body, err := w.parts.part(name)
	if err != nil {
		return err
	}
	c := newCursor(name, body, w.lim)
	if c.root("coreProperties") {
		for level := c.depth(); c.child(level); {
			if string(c.name) == "modified" {
				w.book.Modified = parseTime(string(c.content()))
			}
		}
	}
	return c.finish()
}

// parseTime reads a time of the W3C's form, to the second or to the day; a time
// without zone is taken as UTC.
func parseTime(s string) time.Time {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(form, strings.TrimSpace(s)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// lookAround notes what the workbook holds that is not read.
func (w *workbook) lookAround(rels []relation) {
	if find(rels, "externalLink") != "" {
		w.asides = append(w.asides, aside{code: "external.link"})
	}
	if find(rels, "vbaProject") != "" || find(rels, "xlMacrosheet") != "" || find(rels, "xlIntlMacrosheet") != "" {
		w.asides = append(w.asides, aside{code: "macro.ignored"})
	}
	if w.parts.under("xl/embeddings/") {
		w.asides = append(w.asides, aside{code: "object.ignored"})
	}
}

// readSheets reads the sheets in their order. A sheet that leads nowhere, or to
// the cells of another, is a fault: its own cells are lost.
func (w *workbook) readSheets(refs []sheetRef, rels []relation) error {
	byID := map[string]relation{}
	for _, r := range rels {
		if byID[r.id].id != "" {
			return damaged("relation %s stands twice", r.id)
		}
		byID[r.id] = r
	}
	seen := map[string]bool{}
	for _, ref := range refs {
		if ref.rel == "" { // a module of macros, as Excel 5 had them
			w.asides = append(w.asides, aside{"sheet.nocells", ref.name})
			continue
		}
		r := byID[ref.rel]
		name, target := "name "+strings.ToLower(ref.name), "part "+strings.ToLower(r.target)
		if r.id == "" || seen[name] || seen[target] {
			return damaged("sheet %q has no part of its own", ref.name)
		}
		seen[name], seen[target] = true, true
		if err := w.readSheet(ref, r); err != nil {
			return err
		}
	}
	return nil
}

// readSheet reads one worksheet. A chart sheet has no cells, one of macros no
// values.
func (w *workbook) readSheet(ref sheetRef, r relation) error {
	if r.kind != "worksheet" {
		w.asides = append(w.asides, aside{"sheet.nocells", ref.name})
		return nil
	}
	body, err := w.parts.part(r.target)
	if err != nil {
		return err
	}
	s := &sheetReader{
		cursor: newCursor(r.target, body, w.lim), lim: w.lim,
		shared: w.shared, styles: w.styles, cells: &w.cells, date1904: w.book.Date1904,
		sheet: Sheet{Name: ref.name, Hidden: ref.hidden},
	}
	if err := s.read(); err != nil {
		if f, ok := err.(*fault); ok {
			f.at = reports.Cell{Sheet: ref.name, Addr: s.here()}
		}
		return err
	}
	s.sheet.cover()
	err = w.readOverlays(&s.sheet, r.target)
	w.book.Sheets = append(w.book.Sheets, s.sheet)
	return err
}
