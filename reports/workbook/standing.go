package workbook

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// A Standing is how far one branch has come with its report.
type Standing struct {
	Unit     reports.Unit
	Expected bool        // it is in the list of branches
	Received bool        // at least one figure of it counts
	Given    int         // indicators given of those commonly given
	Of       int         // indicators that at least half of the branches give
	Saved    reports.Day // of its first workbook, by the core properties; 0: unknown
	Late     int         // days after the due date; 0: in time; -1: unknown, or no date is set
	Blocking int         // findings about it
	Warning  int
	Files    []string // its workbooks, by name, those that could not be used among them
}

// MakeStanding writes tinh-hinh.xlsx: who sent what, how complete and how late.
func MakeStanding(list []Standing, span reports.Period, due reports.Day, words *Words) ([]byte, error) {
	p := newPen(words.Standing.Sheet)
	standing(p, list, span, due, words.Standing)
	return p.bytes()
}

var (
	tableLook  = look{size: 12, border: true, align: "left", wrap: true, top: true}
	numberLook = look{size: 12, border: true, align: "right", top: true, format: "#,##0.##"}
	alarmLook  = look{size: 12, bold: true, fill: mustFill, border: true, align: "left", top: true, format: textFormat}
)

func standing(p *pen, list []Standing, span reports.Period, due reports.Day, w standingWords) {
	p.text(1, 1, w.Title, titleLook)
	p.text(1, 2, fill(w.Period, "from", viet.Date(span.From), "to", viet.Date(span.Last())), lineLook)
	row := 3
	if due != 0 {
		p.text(1, row, fill(w.Due, "day", viet.Date(due)), lineLook)
		row++
	}
	received, expected := 0, 0
	for _, s := range list {
		if s.Expected {
			expected++
		}
		if s.Received {
			received++
		}
	}
	if expected > 0 {
		p.text(1, row, fill(w.Sum, "received", itoa(received), "expected", itoa(expected)), unitLook)
		row++
	}
	p.text(1, row, w.Noted, stampLook)
	row += 2
	head := row
	for i, width := range []float64{6, 34, 16, 11, 7, 7, 13, 11, 10, 10, 44} {
		p.width(1+i, width)
		p.text(1+i, head, w.Heads[i], headLook)
	}
	p.height(head, 34)
	for i, s := range list {
		row++
		s.write(p, row, i+1, w)
		p.height(row, 21)
	}
	p.page(true, head, len(w.Heads), row, "&P/&N")
}

// write writes the line of one branch. What is unknown is said, not left to
// look like nought.
func (s Standing) write(p *pen, row, n int, w standingWords) {
	p.whole(1, row, n, numberLook)
	p.text(2, row, s.Unit.Name, tableLook)
	for col := 3; col <= 11; col++ {
		p.paint(col, row, col, row, tableLook)
	}
	p.whole(9, row, s.Blocking, numberLook)
	p.whole(10, row, s.Warning, numberLook)
	p.text(11, row, strings.Join(s.Files, "; "), tableLook)
	switch {
	case s.Received:
	case len(s.Files) > 0:
		p.text(3, row, w.Came, alarmLook)
		return
	default:
		p.text(3, row, w.No, alarmLook)
		return
	}
	p.text(3, row, w.Yes, tableLook)
	if s.Of > 0 {
		p.value(4, row, share, reports.Ratio(int64(s.Given), int64(s.Of)), numberLook)
	}
	p.whole(5, row, s.Given, numberLook)
	p.whole(6, row, s.Of, numberLook)
	p.text(7, row, w.Unknown, tableLook)
	if s.Saved != 0 {
		p.text(7, row, viet.Date(s.Saved), tableLook)
	}
	p.text(8, row, w.Unknown, tableLook)
	if s.Late >= 0 {
		p.whole(8, row, s.Late, numberLook)
	}
}

// share is how a part of a whole is printed.
var share = catalogue.Indicator{Unit: "%"}
