package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"
)

// A tab is one sheet as a case of testdata/reading describes it.
type tab struct {
	name   string
	hidden bool
	font   string
	rows   [][]string
	orders []order
}

// An order is a line of a sheet that is no row of cells.
type order struct{ verb, at, rest string }

var (
	sheetLine   = regexp.MustCompile(`^(hidden )?sheet (.+)$`)
	fontLine    = regexp.MustCompile(`^font (.+)$`)
	orderLine   = regexp.MustCompile(`^(merge|rowhidden|colhidden|comment|box|style) (\S+) ?(.*)$`)
	numberCell  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	formulaCell = regexp.MustCompile(`^=(.+) -> (.*)$`)
	storedText  = regexp.MustCompile(` t="str"(><f>[^<]*</f><v>-?[0-9]+(\.[0-9]+)?</v>)`)
)

// parseTabs reads the lines of a workbook.
func parseTabs(text string) ([]*tab, error) {
	var tabs []*tab
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if m := sheetLine.FindStringSubmatch(line); m != nil {
			tabs = append(tabs, &tab{name: m[2], hidden: m[1] != ""})
			continue
		}
		if len(tabs) == 0 {
			return nil, fmt.Errorf("%q stands before the first sheet", line)
		}
		s := tabs[len(tabs)-1]
		if m := fontLine.FindStringSubmatch(line); m != nil {
			s.font = m[1]
		} else if m := orderLine.FindStringSubmatch(line); m != nil {
			s.orders = append(s.orders, order{m[1], m[2], m[3]})
		} else {
			// An editor takes the blank off the end of a line that ends with an empty cell.
			s.rows = append(s.rows, strings.Split(" "+line+" ", " | "))
		}
	}
	return tabs, nil
}

// A bookMaker writes one workbook.
type bookMaker struct {
	t      *testing.T
	file   *excelize.File
	tab    *tab
	styles map[string]*excelize.Style // of the sheet in hand, by cell
	raised map[string]int             // letters at the end that are raised, by cell
	merged [][]string                 // ranges, by sheet
}

// buildBook returns the bytes of a workbook. All are of the same moment, so that
// nothing but their contents tells which is the later one.
func buildBook(t *testing.T, tabs []*tab) []byte {
	t.Helper()
	m := &bookMaker{t: t, file: excelize.NewFile(), merged: make([][]string, len(tabs))}
	for i, s := range tabs {
		if i == 0 {
			must(t, m.file.SetSheetName("Sheet1", s.name))
		} else {
			_, err := m.file.NewSheet(s.name)
			must(t, err)
		}
		m.tab, m.styles, m.raised = s, map[string]*excelize.Style{}, map[string]int{}
		m.cells()
		for _, o := range s.orders {
			if o.verb == "merge" {
				m.merged[i] = append(m.merged[i], o.at)
			} else {
				m.obey(o)
			}
		}
		m.dress()
	}
	m.hide(tabs)
	const moment = "2026-12-20T08:00:00Z"
	must(t, m.file.SetDocProps(&excelize.DocProperties{Created: moment, Modified: moment}))
	buf, err := m.file.WriteToBuffer()
	must(t, err)
	return m.finish(buf.Bytes())
}

// hide hides sheets; the one that is open when the book is must be seen.
func (m *bookMaker) hide(tabs []*tab) {
	for i, s := range tabs {
		if !s.hidden {
			m.file.SetActiveSheet(i)
			break
		}
	}
	for _, s := range tabs {
		must(m.t, m.file.SetSheetVisible(s.name, !s.hidden))
	}
}

func (m *bookMaker) cells() {
	for r, row := range m.tab.rows {
		for c, text := range row {
			if text = strings.TrimSpace(text); text != "" {
				m.cell(addr(c, r), text)
			}
		}
	}
}

func (m *bookMaker) cell(at, text string) {
	s, f := m.tab.name, m.file
	if m.tab.font != "" {
		m.letters(at).Family = m.tab.font
	}
	day, err := time.Parse("@2006-01-02", text)
	formula := formulaCell.FindStringSubmatch(text)
	switch {
	case numberCell.MatchString(text):
		must(m.t, f.SetCellDefault(s, at, text))
	case err == nil:
		first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		must(m.t, f.SetCellInt(s, at, int64(day.Sub(first)/(24*time.Hour))))
		m.format(at, "dd/mm/yyyy")
	case formula != nil:
		must(m.t, f.SetCellDefault(s, at, formula[2]))
		must(m.t, f.SetCellFormula(s, at, formula[1]))
	case text == "TRUE" || text == "FALSE":
		must(m.t, f.SetCellBool(s, at, text == "TRUE"))
	case len(text) > 1 && strings.HasPrefix(text, `"`) && strings.HasSuffix(text, `"`):
		must(m.t, f.SetCellStr(s, at, text[1:len(text)-1]))
	default:
		must(m.t, f.SetCellStr(s, at, text))
	}
}

// obey does what a line says that is no row of cells.
func (m *bookMaker) obey(o order) {
	m.t.Helper()
	s, f := m.tab.name, m.file
	switch o.verb {
	case "rowhidden":
		row, err := strconv.Atoi(o.at)
		must(m.t, err)
		must(m.t, f.SetRowVisible(s, row, false))
	case "colhidden":
		must(m.t, f.SetColVisible(s, o.at, false))
	case "comment":
		must(m.t, f.AddComment(s, excelize.Comment{Cell: o.at, Author: "CCB", Text: o.rest}))
	case "box":
		must(m.t, f.AddShape(s, &excelize.Shape{
			Cell: o.at, Type: "rect", Width: 400, Height: 60, Paragraph: []excelize.RichTextRun{{Text: o.rest}},
		}))
	case "style":
		m.style(o.at, o.rest)
	}
}

func (m *bookMaker) style(at, rest string) {
	m.t.Helper()
	what, value, _ := strings.Cut(rest, "=")
	switch what {
	case "fmt":
		m.format(at, value)
	case "strike":
		m.letters(at).Strike = true
	case "colour":
		m.letters(at).Color = value
	case "fill":
		m.look(at).Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{value}}
	case "sup":
		n, err := strconv.Atoi(value)
		must(m.t, err)
		m.raised[at] = n
	default:
		m.t.Fatalf("no style %q", rest)
	}
}

func (m *bookMaker) look(at string) *excelize.Style {
	if m.styles[at] == nil {
		m.styles[at] = &excelize.Style{}
	}
	return m.styles[at]
}

func (m *bookMaker) letters(at string) *excelize.Font {
	s := m.look(at)
	if s.Font == nil {
		s.Font = &excelize.Font{}
	}
	return s.Font
}

func (m *bookMaker) format(at, format string) { m.look(at).CustomNumFmt = &format }

// dress gives the cells of the sheet their looks, after every line was read.
func (m *bookMaker) dress() {
	s := m.tab.name
	for _, at := range slices.Sorted(maps.Keys(m.styles)) {
		id, err := m.file.NewStyle(m.styles[at])
		must(m.t, err)
		must(m.t, m.file.SetCellStyle(s, at, at, id))
	}
	for _, at := range slices.Sorted(maps.Keys(m.raised)) {
		text, err := m.file.GetCellValue(s, at)
		must(m.t, err)
		all := []rune(text)
		cut := len(all) - m.raised[at]
		must(m.t, m.file.SetCellRichText(s, at, []excelize.RichTextRun{
			{Text: string(all[:cut])},
			{Text: string(all[cut:]), Font: &excelize.Font{VertAlign: "superscript"}},
		}))
	}
}

// finish writes what the library does not: numbers as the values of formulas,
// and merged cells that keep what lies under them.
func (m *bookMaker) finish(data []byte) []byte {
	m.t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(m.t, err)
	var buf bytes.Buffer
	to := zip.NewWriter(&buf)
	for _, part := range from.File {
		r, err := part.Open()
		must(m.t, err)
		text, err := io.ReadAll(r)
		must(m.t, err)
		for i, ranges := range m.merged {
			if part.Name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
				text = finishSheet(text, ranges)
			}
		}
		w, err := to.Create(part.Name)
		must(m.t, err)
		_, err = w.Write(text)
		must(m.t, err)
	}
	must(m.t, to.Close())
	return buf.Bytes()
}

func finishSheet(text []byte, ranges []string) []byte {
	text = storedText.ReplaceAll(text, []byte("$1"))
	if len(ranges) == 0 {
		return text
	}
	var b strings.Builder
	fmt.Fprintf(&b, `</sheetData><mergeCells count="%d">`, len(ranges))
	for _, r := range ranges {
		fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, r)
	}
	b.WriteString("</mergeCells>")
	return bytes.Replace(text, []byte("</sheetData>"), []byte(b.String()), 1)
}

// fill puts the workbooks of a case into an inbox.
func (c *readingCase) fill(t *testing.T) fstest.MapFS {
	t.Helper()
	inbox := fstest.MapFS{}
	for _, f := range c.files {
		data := []byte(f.text)
		if !strings.HasSuffix(f.name, ".csv") {
			tabs, err := parseTabs(f.text)
			if err != nil {
				t.Fatalf("%s: %s: %v", c.name, f.name, err)
			}
			data = buildBook(t, tabs)
		}
		inbox[f.name] = &fstest.MapFile{Data: data}
	}
	return inbox
}
