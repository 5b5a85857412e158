package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// A sheetPart is one sheet of a received workbook, being marked. One pass over
// its bytes finds the cells; what is changed of them is their style.
type sheetPart struct {
	body    []byte
	root    *element
	edits   []edit
	restyle func(addr string, style int) (int, bool) // what a wanted cell looks like now
	want    map[int][]int                            // columns that are wanted, by row
	legacy  string                                   // relation of the drawings of comments
	tail    int                                      // where that may stand; 0: at the end
	cols    []colStyle
	row     *element
	rowNum  int
	col     int
	style   int // of cells of the row that are not there; -1: that of the column
}

type colStyle struct{ first, last, style int }

// readSheetPart marks the cells at addrs.
func readSheetPart(body []byte, addrs []string, restyle func(addr string, style int) (int, bool)) (*sheetPart, error) {
	s := &sheetPart{body: body, restyle: restyle, want: map[int][]int{}}
	for _, addr := range addrs {
		col, row, err := excelize.CellNameToCoordinates(addr)
		if err == nil && !slices.Contains(s.want[row], col) {
			s.want[row] = append(s.want[row], col)
		}
	}
	for _, cols := range s.want {
		slices.Sort(cols)
	}
	if err := scan(body, s.visit); err != nil {
		return nil, err
	}
	if s.root == nil || s.root.name != "worksheet" {
		return nil, fmt.Errorf("sheet: no worksheet in it")
	}
	return s, nil
}

// late are the elements of a sheet that stand behind the drawings of comments.
var late = []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst"}

func (s *sheetPart) visit(e *element, closes bool) {
	switch {
	case e.depth == 0:
		s.root = e
	case closes && e.name == "row" && e.depth == 2:
		s.flushRow(1<<30, -1)
	case closes && e.name == "sheetData" && e.depth == 1:
		s.flush(1<<30, e)
	case closes:
	case e.depth == 1 && e.name == "legacyDrawing":
		s.legacy = e.relation()
	case e.depth == 1 && s.tail == 0 && slices.Contains(late, e.name):
		s.tail = e.from
	case e.selected():
		s.edits = append(s.edits, e.tag(s.body, "tabSelected", "0")) // or what is typed would go into two sheets
	case e.name == "col" && e.depth == 2:
		s.cols = append(s.cols, colStyle{number(e.get("min"), 0), number(e.get("max"), 0), number(e.get("style"), 0)})
	case e.name == "row" && e.depth == 2:
		s.begin(e)
	case e.name == "c" && e.depth == 3:
		s.cell(e)
	}
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}

// begin begins a row; wanted rows above it are not there and are put before it.
func (s *sheetPart) begin(e *element) {
	s.rowNum = number(e.get("r"), s.rowNum+1)
	s.flush(s.rowNum, e)
	s.row, s.col, s.style = e, 0, -1
	if e.flag("customFormat") {
		s.style = number(e.get("s"), -1)
	}
}

// cell restyles a cell that is wanted; wanted ones before it are not there.
func (s *sheetPart) cell(e *element) {
	col := s.col + 1
	if c, _, err := excelize.CellNameToCoordinates(e.get("r")); err == nil {
		col = c
	}
	s.col = col
	s.flushRow(col, e.from)
	wanted := s.want[s.rowNum]
	if len(wanted) == 0 || wanted[0] != col {
		return
	}
	s.want[s.rowNum] = wanted[1:]
	if style, ok := s.restyle(at(col, s.rowNum), number(e.get("s"), 0)); ok {
		s.edits = append(s.edits, e.tag(s.body, "s", strconv.Itoa(style)))
	}
}

// flushRow adds the wanted cells of the row that stand before a column; at is
// where, -1 for the end of the row.
func (s *sheetPart) flushRow(before, from int) {
	text, wanted := "", s.want[s.rowNum]
	for len(wanted) > 0 && wanted[0] < before {
		text += s.newCell(wanted[0], s.rowNum, s.style)
		wanted = wanted[1:]
	}
	s.want[s.rowNum] = wanted
	switch {
	case text == "":
	case from >= 0:
		s.edits = append(s.edits, edit{from, from, text})
	default:
		s.edits = append(s.edits, s.row.inside(s.body, text))
	}
}

func (s *sheetPart) newCell(col, row, style int) string {
	if style < 0 {
		style = 0
		for _, c := range s.cols {
			if c.first <= col && col <= c.last {
				style = c.style
			}
		}
	}
	style, ok := s.restyle(at(col, row), style)
	if !ok {
		return ""
	}
	return prefixed(s.root.prefix, fmt.Sprintf(`<c r="%s" s="%d"></c>`, at(col, row), style))
}

// flush adds the wanted rows above a row, or at the end of the closed table.
func (s *sheetPart) flush(before int, e *element) {
	text := ""
	for _, row := range slices.Sorted(maps.Keys(s.want)) {
		if row >= before || row <= 0 {
			continue
		}
		cells := ""
		for _, col := range s.want[row] {
			cells += s.newCell(col, row, -1)
		}
		delete(s.want, row)
		if cells != "" {
			text += prefixed(s.root.prefix, fmt.Sprintf(`<row r="%d">`, row)) + cells + prefixed(s.root.prefix, "</row>")
		}
	}
	switch {
	case text == "":
	case e.name == "row":
		s.edits = append(s.edits, edit{e.from, e.from, text})
	default:
		s.edits = append(s.edits, e.inside(s.body, text))
	}
}

// bytes returns the sheet as it is now; relation is that of the drawings of
// comments, if it is new.
func (s *sheetPart) bytes(relation string) []byte {
	if relation != "" {
		text := fmt.Sprintf(`<legacyDrawing xmlns:r="%s" r:id="%s"></legacyDrawing>`, types(namespace(s.root)), relation)
		text = prefixed(s.root.prefix, text)
		at := s.root.inside(s.body, text)
		if s.tail > 0 {
			at = edit{s.tail, s.tail, text}
		}
		s.edits = append(s.edits, at)
	}
	if len(s.edits) == 0 {
		return s.body
	}
	return apply(s.body, s.edits)
}
