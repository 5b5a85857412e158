package workbook

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"

	"github.com/xuri/excelize/v2"
)

// A Fault is a finding that somebody should see to, with its words.
type Fault struct {
	Unit     reports.UnitID
	Code     string
	Severity reports.Severity
	At       []reports.Cell
	Message  string
	Hint     string
	Weight   int // how many figures hang on it
}

// Received is a workbook that came in, and what is wrong with it.
type Received struct {
	Name   string // in the inbox
	Unit   string // whose it is, in words
	By     string // the association that marks it, in short
	Data   []byte
	Faults []Fault
	Text   func(sheet, addr string) string // what a cell holds, as it was read
}

// The colours of marked cells: red, and an orange that nobody takes for the
// yellow of a form.
const (
	mustFill   = "FF9B9B"
	shouldFill = "FFB84D"
)

// Mark returns a copy of a received workbook with the cells that the faults name
// filled in and commented, and a sheet that lists them with links. Everything
// else of it goes out as it came in, byte by byte: charts, pictures, macros,
// rules, comments of other people. What an earlier check put in is taken out
// first. A workbook to which nothing can be added gets the list alone.
func Mark(r Received, w *Words) ([]byte, error) {
	out, err := newMarker(r, w, true).copy(r.Data)
	if err != nil { // comments are what people's programs write in most ways
		out, err = newMarker(r, w, false).copy(r.Data)
	}
	if err != nil {
		out, err = bare(r, w)
	}
	return out, err
}

// bare is the list of faults alone, put into a workbook of our own.
func bare(r Received, w *Words) ([]byte, error) {
	p := newPen(w.Feedback.Sheet)
	p.text(1, 1, Ours, stampLook)
	data, err := p.bytes()
	if err != nil {
		return nil, err
	}
	m := newMarker(r, w, false)
	m.alone = true
	m.Text = func(_, addr string) string { return map[string]string{"A1": Ours}[addr] }
	return m.copy(data)
}

// A marker marks one workbook.
type marker struct {
	Received
	words    feedbackWords
	comments bool // are added
	alone    bool // the workbook holds nothing but the list
	parcel   *parcel
	palette  *palette
	main     string // name of the workbook part
	sheets   []sheetRef
	charts   []string                // parts of sheets without cells
	fills    map[reports.Cell]string // what the faults' cells are filled with
	before   map[reports.Cell]string // what they were filled with before any check
	old      map[reports.Cell]string // what an earlier check noted of that
}

// A sheetRef is a sheet as the workbook part lists it.
type sheetRef struct{ name, part string }

func newMarker(r Received, w *Words, comments bool) *marker {
	return &marker{
		Received: r, words: w.Feedback, comments: comments,
		fills: map[reports.Cell]string{}, before: map[reports.Cell]string{}, old: map[reports.Cell]string{},
	}
}

// copy marks the workbook, part by part.
func (m *marker) copy(data []byte) (out []byte, err error) {
	if m.parcel, err = openParcel(data); err != nil {
		return nil, err
	}
	for _, step := range []func() error{m.readMain, m.readStyles, m.readOld, m.paint, m.list} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return m.parcel.bytes()
}

// readMain finds the sheets.
func (m *marker) readMain() error {
	top, err := m.parcel.relations("")
	if err != nil {
		return err
	}
	m.main = first(top, "officeDocument")
	around, err := m.parcel.relations(m.main)
	if err != nil {
		return err
	}
	body, err := m.parcel.part(m.main)
	if err != nil {
		return err
	}
	return scan(body, func(e *element, closes bool) {
		if closes || e.name != "sheet" || e.depth != 2 {
			return
		}
		i := slices.IndexFunc(around, func(r relation) bool { return r.id == e.relation() })
		switch {
		case i < 0:
		case around[i].kind == "worksheet":
			m.sheets = append(m.sheets, sheetRef{e.get("name"), around[i].target})
		default:
			m.charts = append(m.charts, around[i].target)
		}
	})
}

// readStyles reads the styles, or gives the workbook some.
func (m *marker) readStyles() error {
	around, err := m.parcel.relations(m.main)
	if err != nil {
		return err
	}
	part := first(around, "styles")
	if part == "" {
		part = m.parcel.free("xl/styles%d.xml")
		m.parcel.put(part, []byte(noStyles))
		if _, err := m.parcel.relate(m.main, relationTypes+"/styles", part); err != nil {
			return err
		}
		if err := m.parcel.declare(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"); err != nil {
			return err
		}
	}
	body, err := m.parcel.part(part)
	if err != nil {
		return err
	}
	m.palette, err = readPalette(body)
	return err
}

// isResult reports whether a sheet is the list of an earlier check.
func (m *marker) isResult(sheet string) bool {
	return strings.HasPrefix(sheet, m.words.Sheet) && IsOurs(m.Text(sheet, "A1"))
}

// readOld reads what an earlier check noted of the cells that it marked.
func (m *marker) readOld() error {
	for _, s := range m.sheets {
		if !m.isResult(s.name) {
			continue
		}
		for row := resultHead + 1; m.Text(s.name, at(colMarked, row)) != ""; row++ {
			sheet, addr := m.Text(s.name, at(colMarkedSheet, row)), m.Text(s.name, at(colMarked, row))
			fill, ok := plainFill(m.Text(s.name, at(colBefore, row)))
			if _, _, err := excelize.CellNameToCoordinates(addr); err != nil || !ok {
				continue // somebody has written there
			}
			m.old[reports.Cell{File: m.Name, Sheet: sheet, Addr: addr}] = fill
		}
	}
	return nil
}

// cells are the cells of this workbook that a fault names, spans of them cell by
// cell.
func (m *marker) cells(f Fault) []reports.Cell {
	var all []reports.Cell
	for _, c := range f.At {
		known := m.alone || slices.ContainsFunc(m.sheets, func(s sheetRef) bool { return s.name == c.Sheet })
		if c.File != m.Name || c.Sheet == "" || c.Addr == "" || !known {
			continue
		}
		for _, addr := range addresses(c.Addr) {
			all = append(all, reports.Cell{File: c.File, Sheet: c.Sheet, Addr: addr})
		}
	}
	return all
}

// addresses parts "E14:E18" into its cells; a longer span is marked at its
// beginning.
func addresses(span string) []string {
	first, last, ok := strings.Cut(span, ":")
	col, row, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return nil
	}
	col2, row2, err := excelize.CellNameToCoordinates(last)
	if !ok || err != nil {
		return []string{first}
	}
	var all []string
	for r := row; r <= row2 && len(all) < mostMarks; r++ {
		for c := col; c <= col2 && len(all) < mostMarks; c++ {
			all = append(all, at(c, r))
		}
	}
	return all
}

// mostMarks is how many cells of one span are marked.
const mostMarks = 200

// paint fills in the cells of every sheet, warnings first, so that what blocks
// covers them, and puts the words of the faults beside them.
func (m *marker) paint() error {
	for _, severity := range []reports.Severity{reports.Warning, reports.Blocking} {
		for _, f := range m.Faults {
			for _, c := range m.cells(f) {
				if f.Severity == severity {
					m.fills[c] = solidFill(colourOf(f))
				}
			}
		}
	}
	notes := m.notes()
	for _, s := range m.sheets {
		if m.isResult(s.name) {
			continue
		}
		if err := m.paintSheet(s, notes[s.name]); err != nil {
			return fmt.Errorf("mark sheet: %w", err)
		}
	}
	return m.deselect()
}

// deselect takes the selection off the sheets without cells: of several that are
// selected a spreadsheet changes all at once.
func (m *marker) deselect() error {
	for _, part := range m.charts {
		body, err := m.parcel.part(part)
		if err != nil {
			return err
		}
		var edits []edit
		err = scan(body, func(e *element, closes bool) {
			if !closes && e.selected() {
				edits = append(edits, e.tag(body, "tabSelected", "0"))
			}
		})
		if err != nil {
			return err
		}
		if len(edits) > 0 {
			m.parcel.put(part, apply(body, edits))
		}
	}
	return nil
}

func colourOf(f Fault) string {
	if f.Severity == reports.Blocking {
		return mustFill
	}
	return shouldFill
}

func (m *marker) paintSheet(s sheetRef, notes map[string]string) error {
	body, err := m.parcel.part(s.part)
	if err != nil {
		return err
	}
	var addrs []string
	for _, all := range []map[reports.Cell]string{m.fills, m.old} {
		for c := range all { // in any order: the sheet has its own
			if c.Sheet == s.name {
				addrs = append(addrs, c.Addr)
			}
		}
	}
	part, err := readSheetPart(body, addrs, func(addr string, style int) (int, bool) { return m.restyle(s.name, addr, style) })
	if err != nil {
		return err
	}
	relation := ""
	if m.comments {
		n := noteBook{parcel: m.parcel, sheet: s.part, ns: namespace(part.root), author: fill(m.words.Author, "short", m.By), notes: notes}
		n.stale = func(addr, text string) bool {
			_, marked := m.old[reports.Cell{File: m.Name, Sheet: s.name, Addr: addr}]
			return marked && m.words.isMark(text)
		}
		if relation, err = n.write(part.legacy); err != nil {
			return err
		}
	}
	if out := part.bytes(relation); len(part.edits) > 0 {
		m.parcel.put(s.part, out)
	}
	return nil
}

// restyle says what a cell looks like now. One that an earlier check marked gets
// its own fill back, unless somebody has given it another since.
func (m *marker) restyle(sheet, addr string, style int) (int, bool) {
	c := reports.Cell{File: m.Name, Sheet: sheet, Addr: addr}
	now := m.palette.fillOf(style)
	own := now
	if old, ok := m.old[c]; ok && isMark(now) {
		own = old
	}
	if fill, ok := m.fills[c]; ok {
		m.before[c] = own
		return m.palette.filled(style, fill), true
	}
	if own == now {
		return 0, false
	}
	return m.palette.filled(style, own), true
}

// notes are what is to be said beside each cell, by sheet and cell.
func (m *marker) notes() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, f := range m.Faults {
		for _, c := range m.cells(f) {
			if all[c.Sheet] == nil {
				all[c.Sheet] = map[string]string{}
			}
			said := m.severity(f) + ": " + strings.TrimSpace(f.Message+" "+f.Hint)
			all[c.Sheet][c.Addr] = strings.TrimPrefix(all[c.Sheet][c.Addr]+"\n"+said, "\n")
		}
	}
	return all
}

func (m *marker) severity(f Fault) string {
	if f.Severity == reports.Blocking {
		return m.words.Blocking
	}
	return m.words.Warning
}
