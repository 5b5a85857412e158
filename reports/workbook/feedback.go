package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
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
}

// The colours of marked cells.
const (
	mustFill   = "FFC7CE"
	shouldFill = "FFEB9C"
)

// Mark returns a copy of a received workbook, called file in the inbox, with the
// cells that the faults name filled in, commented where comments survive, and a
// sheet that lists them with links. All that the workbook held stays. What an
// earlier check marked is unmarked first.
func Mark(file, unit string, data []byte, faults []Fault, w *Words) ([]byte, error) {
	m := marker{file: file, unit: unit, faults: faults, words: w.Feedback}
	out, err := m.copy(data, true)
	if err != nil {
		// Comments are what breaks: those of LibreOffice cannot be added to.
		out, err = m.copy(data, false)
	}
	if err != nil {
		out, err = m.bare()
	}
	return out, err
}

// bare is the list of faults alone, for a workbook that the library cannot
// write.
func (m marker) bare() ([]byte, error) {
	m.book, m.alone = excelize.NewFile(), true
	if err := m.list(); err != nil {
		return nil, err
	}
	if err := m.book.DeleteSheet("Sheet1"); err != nil {
		return nil, err
	}
	return (&pen{book: m.book}).bytes()
}

// A marker marks one workbook.
type marker struct {
	file, unit string
	faults     []Fault
	words      feedbackWords
	book       *excelize.File
	alone      bool // the book holds nothing but the list
	fills      map[fillKey]int
	before     map[reports.Cell]string // colours under the marks, "" for none
}

type fillKey struct {
	style  int
	colour string
}

var errComments = errors.New("comments do not survive")

// copy marks the workbook. The library breaks off with a panic on some damaged
// comments that it was not made for: that is an error of this file, not of ours.
func (m marker) copy(data []byte, comments bool) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("library broke off: %v", r)
		}
	}()
	if m.book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped}); err != nil {
		return nil, err
	}
	m.fills, m.before = map[fillKey]int{}, map[reports.Cell]string{}
	steps := []func() error{m.unmark, m.paint, m.list}
	if comments {
		steps = append(steps, m.comment)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if out, err = finish(m.book, nil); err != nil || !comments {
		return out, err
	}
	return out, m.verify(data, out)
}

// unzipped is more than intake lets pass, so that nothing spills to a disk.
const unzipped = 512 << 20

// cells are the cells of this workbook that a fault names, spans of them cell by
// cell.
func (m marker) cells(f Fault) []reports.Cell {
	var all []reports.Cell
	for _, c := range f.At {
		if c.File != m.file || c.Sheet == "" || c.Addr == "" || !m.alone && !slices.Contains(m.book.GetSheetList(), c.Sheet) {
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
	for r := row; r <= row2; r++ {
		for c := col; c <= col2 && len(all) < 200; c++ {
			all = append(all, at(c, r))
		}
	}
	return all
}

// paint fills the cells of warnings, then of what blocks.
func (m marker) paint() error {
	for _, severity := range []reports.Severity{reports.Warning, reports.Blocking} {
		for _, f := range m.faults {
			if f.Severity != severity {
				continue
			}
			for _, c := range m.cells(f) {
				if _, marked := m.before[c]; !marked {
					m.before[c] = m.colour(c)
				}
				if err := m.fill(c, colourOf(f)); err != nil {
					return err
				}
			}
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

// colour returns the colour that a cell is filled with, "" for none or one of a
// theme. The library reads no colours of a workbook without a theme, as
// LibreOffice writes it, so its tables are asked.
func (m marker) colour(c reports.Cell) string {
	id, err := m.style(c)
	if err != nil {
		return ""
	}
	fill := m.book.Styles.CellXfs.Xf[id].FillID
	if fill == nil || *fill >= len(m.book.Styles.Fills.Fill) {
		return ""
	}
	pattern := m.book.Styles.Fills.Fill[*fill].PatternFill
	if pattern == nil || pattern.PatternType != "solid" || pattern.FgColor == nil || len(pattern.FgColor.RGB) < 6 {
		return ""
	}
	rgb := pattern.FgColor.RGB
	return rgb[len(rgb)-6:]
}

// style returns the style of a cell, with the tables of styles read.
func (m marker) style(c reports.Cell) (int, error) {
	id, err := m.book.GetCellStyle(c.Sheet, c.Addr)
	if err != nil {
		return 0, err
	}
	_, err = m.book.GetStyle(id)
	return id, err
}

// fill gives a cell a colour, "" for none, and leaves all else of its style.
func (m marker) fill(c reports.Cell, colour string) error {
	id, err := m.style(c)
	if err != nil {
		return err
	}
	key := fillKey{id, colour}
	filled, ok := m.fills[key]
	if !ok {
		if filled, err = m.restyled(id, colour); err != nil {
			return err
		}
		m.fills[key] = filled
	}
	return m.book.SetCellStyle(c.Sheet, c.Addr, c.Addr, filled)
}

// restyled copies a style with another fill. Setting the library's own form of
// a style anew would lose what that form does not hold.
func (m marker) restyled(id int, colour string) (int, error) {
	none := 0
	own := &none
	if colour != "" {
		sample, err := m.book.NewStyle(&excelize.Style{Fill: solid(colour)})
		if err != nil {
			return 0, err
		}
		own = m.book.Styles.CellXfs.Xf[sample].FillID
	}
	xfs, apply := m.book.Styles.CellXfs, true
	xf := xfs.Xf[id]
	xf.FillID, xf.ApplyFill = own, &apply
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1, nil
}

// comment puts the words of the faults beside their cells, but for cells that
// somebody else has commented.
func (m marker) comment() error {
	all := m.notes()
	for _, sheet := range slices.Sorted(maps.Keys(all)) {
		notes := all[sheet]
		taken, err := m.book.GetComments(sheet)
		if err != nil {
			return err
		}
		for _, addr := range slices.Sorted(maps.Keys(notes)) {
			if slices.ContainsFunc(taken, func(c excelize.Comment) bool { return c.Cell == addr }) {
				continue
			}
			err := m.book.AddComment(sheet, excelize.Comment{
				Cell: addr, Author: m.words.Author, Width: 320, Height: 130,
				Paragraph: []excelize.RichTextRun{{Text: strings.Join(notes[addr], "\n"), Font: &excelize.Font{Family: face, Size: 11}}},
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// notes are what is to be said beside each cell, by sheet and cell.
func (m marker) notes() map[string]map[string][]string {
	all := map[string]map[string][]string{}
	for _, f := range m.faults {
		for _, c := range m.cells(f) {
			if all[c.Sheet] == nil {
				all[c.Sheet] = map[string][]string{}
			}
			all[c.Sheet][c.Addr] = append(all[c.Sheet][c.Addr], m.severity(f)+": "+strings.TrimSpace(f.Message+" "+f.Hint))
		}
	}
	return all
}

func (m marker) severity(f Fault) string {
	if f.Severity == reports.Blocking {
		return m.words.Blocking
	}
	return m.words.Warning
}

// verify makes sure that a reader of the copy sees the comments that were there
// and the new ones.
func (m marker) verify(data, out []byte) error {
	old, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	made, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		return err
	}
	notes := m.notes()
	for _, sheet := range old.GetSheetList() {
		was, err := old.GetComments(sheet)
		if err != nil {
			return err
		}
		is, err := made.GetComments(sheet)
		if err != nil && !m.isResult(sheet) {
			return err
		}
		seen := map[string]bool{}
		for _, c := range is {
			seen[c.Cell] = true
		}
		for _, c := range was {
			if !seen[c.Cell] && c.Author != m.words.Author {
				return errComments
			}
		}
		for addr := range notes[sheet] {
			if !seen[addr] {
				return errComments
			}
		}
	}
	return nil
}

func (m marker) isResult(sheet string) bool {
	first, err := m.book.GetCellValue(sheet, "A1")
	return err == nil && IsOurs(first) && strings.HasPrefix(sheet, m.words.Sheet)
}
