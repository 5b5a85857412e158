package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
)

// The columns of the sheet of results.
const (
	colNumber = 1 + iota
	colSeverity
	colSheet
	colCell
	colText
	colMessage
	colHint

	// Hidden, a list of its own: the cells that are marked, and the fill that each
	// had before.
	colMarkedSheet
	colMarked
	colBefore
)

const resultHead = 5 // row of the heads

// resultWidths are the widths of the columns, in letters: together a landscape
// page at nearly full size.
var resultWidths = []float64{5, 10, 13, 11, 14, 50, 40}

// A page is a sheet of our own in a workbook of somebody else's. Text stands in
// its cells as text, which no spreadsheet takes for a formula.
type page struct {
	palette *palette
	rows    strings.Builder
	links   strings.Builder
}

func (p *page) begin(row int, height float64) {
	fmt.Fprintf(&p.rows, `<row r="%d" ht="%g" customHeight="1">`, row, height)
}

func (p *page) end() { p.rows.WriteString(`</row>`) }

func (p *page) text(col, row int, s string, l look) {
	if l.format == "" {
		l.format = textFormat
	}
	fmt.Fprintf(&p.rows, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at(col, row), p.palette.look(l), escape(shorten(s, mostText)))
}

// mostText is what a cell holds.
const mostText = 32767

func (p *page) whole(col, row, n int, l look) {
	fmt.Fprintf(&p.rows, `<c r="%s" s="%d"><v>%d</v></c>`, at(col, row), p.palette.look(l), n)
}

var (
	textLook = look{size: 12, border: true, align: "left", top: true, wrap: true}
	linkLook = look{size: 12, ink: linkInk, border: true, align: "left", top: true, wrap: true}
	noteLook = look{size: 12, align: "left", wrap: true, top: true}
	fineLook = look{size: 8, align: "left"}
)

// list writes the sheet of results, what blocks first. It takes the place of the
// list of an earlier check.
func (m *marker) list() error {
	p := &page{palette: m.palette}
	for i, line := range []struct {
		text   string
		look   look
		height float64
	}{
		{Ours, stampLook, 18}, {fill(m.words.Title, "unit", m.Unit), titleLook, 24}, {m.words.Intro, noteLook, 36},
	} {
		p.begin(i+1, line.height)
		p.text(1, i+1, line.text, line.look)
		p.end()
	}
	p.begin(resultHead, 24)
	for i, head := range m.words.Heads {
		p.text(1+i, resultHead, head, headLook)
	}
	p.end()
	m.rows(p)
	return m.bind(p)
}

// rows writes the faults, and beside them, hidden, the cells that are marked.
func (m *marker) rows(p *page) {
	var faults []Fault
	for _, severity := range []reports.Severity{reports.Blocking, reports.Warning} {
		for _, f := range m.Faults {
			if f.Severity == severity {
				faults = append(faults, f)
			}
		}
	}
	marked := slices.SortedFunc(maps.Keys(m.before), reports.Cell.Compare)
	for i := range max(len(faults), len(marked)) {
		row := resultHead + 1 + i
		if i < len(faults) {
			p.begin(row, rowHeight(faults[i]))
			m.tell(p, row, i+1, faults[i])
		} else {
			p.begin(row, 15)
		}
		if i < len(marked) {
			p.text(colMarkedSheet, row, marked[i].Sheet, fineLook)
			p.text(colMarked, row, marked[i].Addr, fineLook)
			p.text(colBefore, row, m.before[marked[i]], fineLook)
		}
		p.end()
	}
}

// tell writes one fault.
func (m *marker) tell(p *page, row, n int, f Fault) {
	severity := textLook
	severity.fill = colourOf(f)
	p.whole(colNumber, row, n, textLook)
	p.text(colSeverity, row, m.severity(f), severity)
	m.place(p, row, f)
	p.text(colMessage, row, f.Message, textLook)
	p.text(colHint, row, f.Hint, textLook)
}

// mostSpans is how many places of a fault are named.
const mostSpans = 8

// place writes the cells of a fault, with a link to the first, and what that
// holds.
func (m *marker) place(p *page, row int, f Fault) {
	cells := m.cells(f)
	sheet, where, text, l := sheetOf(f, m.Name), "", "", textLook
	switch {
	case len(cells) > 0:
		var spans []string
		for _, c := range reports.Spans(cells) {
			if c.Sheet != cells[0].Sheet {
				c.Addr = c.Sheet + "!" + c.Addr
			}
			spans = append(spans, c.Addr)
		}
		if len(spans) > mostSpans {
			spans = append(spans[:mostSpans], "…")
		}
		where, sheet, text = strings.Join(spans, ", "), cells[0].Sheet, m.Text(cells[0].Sheet, cells[0].Addr)
		if !m.alone {
			l = linkLook
			fmt.Fprintf(&p.links, `<hyperlink ref="%s" location="%s" display="%s"/>`, at(colCell, row), escape(quoted(sheet)+"!"+cells[0].Addr), escape(where))
		}
	case sheet != "":
		where = m.words.Whole
	}
	p.text(colSheet, row, sheet, textLook)
	p.text(colCell, row, where, l)
	p.text(colText, row, shorten(text, 200), textLook)
}

func sheetOf(f Fault, file string) string {
	for _, c := range f.At {
		if c.File == file {
			return c.Sheet
		}
	}
	return ""
}

func rowHeight(f Fault) float64 {
	lines := max(len([]rune(f.Message))/48, len([]rune(f.Hint))/38) + 1
	return float64(6 + 16*lines)
}

// xml writes the sheet: fitted to the width of a page, the heads in sight, and
// shown when the workbook is opened.
func (p *page) xml(ns string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, xmlHead+`<worksheet xmlns="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`, ns)
	fmt.Fprintf(&b, `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		resultHead, at(1, resultHead+1))
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, width := range resultWidths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, width)
	}
	fmt.Fprintf(&b, `<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/></cols>`, colMarkedSheet, colBefore)
	fmt.Fprintf(&b, `<sheetData>%s</sheetData><mergeCells count="1"><mergeCell ref="A3:%s"/></mergeCells>`, p.rows.String(), at(colHint, 3))
	if p.links.Len() > 0 {
		fmt.Fprintf(&b, `<hyperlinks>%s</hyperlinks>`, p.links.String())
	}
	b.WriteString(`<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>`)
	b.WriteString(`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`)
	return []byte(b.String())
}

// bind puts the list into the workbook, opens it there, and writes the styles.
func (m *marker) bind(p *page) error {
	body, err := m.parcel.part(m.main)
	if err != nil {
		return err
	}
	b := binding{body: body}
	if err := scan(body, b.visit); err != nil {
		return err
	}
	if b.sheets == nil {
		return fmt.Errorf("workbook: no list of sheets")
	}
	ns := namespace(b.root)
	part := ""
	if i := slices.IndexFunc(m.sheets, func(s sheetRef) bool { return m.isResult(s.name) }); i >= 0 {
		part = m.sheets[i].part
		b.show(m.sheets[i].name)
		m.parcel.drop(relationsOf(part))
	} else {
		part = m.parcel.free("xl/worksheets/sheet%d.xml")
		b.active = len(b.names)
		id, err := m.parcel.relate(m.main, types(ns)+"/worksheet", part)
		if err != nil {
			return err
		}
		if err := m.parcel.declare(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"); err != nil {
			return err
		}
		b.add(m.freeName(b.names), id, ns)
	}
	m.parcel.put(part, p.xml(ns))
	m.parcel.put(m.main, apply(body, append(b.edits, b.open()...)))
	around, err := m.parcel.relations(m.main)
	if err != nil {
		return err
	}
	m.parcel.put(first(around, "styles"), m.palette.bytes())
	return nil
}

// freeName is a name for the list that no sheet has.
func (m *marker) freeName(taken []string) string {
	name := m.words.Sheet
	for n := 2; slices.ContainsFunc(taken, func(s string) bool { return strings.EqualFold(s, name) }); n++ {
		name = m.words.Sheet + " " + itoa(n)
	}
	return name
}

// A binding is the workbook part, being changed.
type binding struct {
	body   []byte
	root   *element
	sheets *element // the list of sheets
	view   *element // of the window
	names  []string
	tags   []*element // of the sheets
	most   int        // greatest id of a sheet
	active int        // number of the sheet that shows first
	edits  []edit
}

func (b *binding) visit(e *element, closes bool) {
	switch {
	case e.depth == 0:
		b.root = e
	case e.depth == 1 && e.name == "sheets":
		b.sheets = e
	case !closes && e.depth == 2 && e.name == "workbookView" && b.view == nil:
		b.view = e
	case !closes && e.depth == 2 && e.name == "sheet":
		b.names, b.tags = append(b.names, e.get("name")), append(b.tags, e)
		b.most = max(b.most, number(e.get("sheetId"), 0))
	}
}

func (b *binding) add(name, relation, ns string) {
	text := fmt.Sprintf(`<sheet xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`, types(ns), escape(name), b.most+1, relation)
	b.edits = append(b.edits, b.sheets.inside(b.body, prefixed(b.root.prefix, text)))
}

// show makes a sheet that is there the one to show, though somebody hid it.
func (b *binding) show(name string) {
	b.active = slices.Index(b.names, name)
	if tag := b.tags[b.active]; tag.get("state") != "" {
		b.edits = append(b.edits, tag.tag(b.body, "state", "visible"))
	}
}

// open has the list shown first.
func (b *binding) open() []edit {
	if b.view != nil {
		return []edit{b.view.tag(b.body, "activeTab", itoa(b.active))}
	}
	text := fmt.Sprintf(`<bookViews><workbookView activeTab="%d"/></bookViews>`, b.active)
	return []edit{{b.sheets.from, b.sheets.from, prefixed(b.root.prefix, text)}}
}
