package compose

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

const standingAnnex = "standing"

// A Standing is how far one branch has come with its report, as far as is known
// before the page is set.
type Standing struct {
	Name      string
	Received  bool        // something of it counts
	Given, Of int         // indicators, of those that at least half of the branches give
	Saved     reports.Day // of its first workbook; 0: unknown
	Late      int         // days after the due date; -1: unknown, or no date is set
	Blocking  int         // findings about it
	Warning   int
}

// behind reports whether somebody who reads a final must know how the figures
// were received: a branch is missing or was late, or something was accepted to
// be left out. Where all came in time, 34 times "yes" tells the committee
// nothing; a draft has the annex in any case, since the officers who read it
// have to see that nobody was overlooked.
func (c *composer) behind() bool {
	b := c.in.Branches
	late := func(s Standing) bool { return s.Late > 0 }
	return b.Received < b.Expected || len(c.in.Remarks) > 0 || slices.ContainsFunc(b.Standings, late)
}

// StandingWords is what the blocks "standing …" are given of a branch, or of all;
// "" is unknown, nothing or none.
type StandingWords struct {
	Received           bool
	Saved              string // "05/7/2020"
	Late               string // days
	Given, Of, Percent string // "1.398", "1.496", "93,45%"
	Blocking, Warning  string
}

// lateColumn is there only if a day is set; openColumn, of what is still to be done, is
// the officers' matter, and in drafts only.
const lateColumn, openColumn = 3, 5

// standingTable returns the table of what was received from whom, with a row of
// totals.
func (c *composer) standingTable() []paper.Block {
	b := c.in.Branches
	if len(b.Standings) == 0 {
		return nil
	}
	t := &paper.Table{Alt: c.line("alt standing", nil), Columns: c.heads("heads standing", 6)}
	for i, s := range b.Standings {
		w := standingWords(s)
		t.Rows = append(t.Rows, c.standingRow(strconv.Itoa(i+1), s.Name, c.line("standing received", w), c.line("standing late", w), w))
	}
	t.Rows = append(t.Rows, c.standingTotal())
	t.Notes = []string{c.line("note standing", dayWords(b.Due))}
	used := map[int]bool{lateColumn: b.Due != 0, openColumn: c.in.Draft}
	for n := range t.Columns {
		if n != lateColumn && n != openColumn {
			used[n] = true
		}
	}
	keepColumns(t, used)
	return []paper.Block{t}
}

// standingTotal is the last row: how many came and how many of them late; the
// indicators of those that came.
func (c *composer) standingTotal() paper.Row {
	sum := Standing{Received: true, Late: -1}
	received, late := 0, 0
	for _, s := range c.in.Branches.Standings {
		sum.Given, sum.Of = sum.Given+s.Given, sum.Of+s.Of
		sum.Blocking, sum.Warning = sum.Blocking+s.Blocking, sum.Warning+s.Warning
		if s.Received {
			received++
		}
		if s.Late > 0 {
			late++
		}
	}
	of := strconv.Itoa(received)
	if n := c.in.Branches.Expected; n > 0 {
		of += "/" + strconv.Itoa(n)
	}
	row := c.standingRow("", c.line("total", nil), c.line("standing total", of), c.line("standing total late", numberWords(late)), standingWords(sum))
	row.Kind = paper.TotalRow
	return row
}

// standingRow returns a row; what is nothing is a dash.
func (c *composer) standingRow(number, name, received, late string, w StandingWords) paper.Row {
	row := paper.Row{Cells: [][]paper.Span{cell(number), cell(name)}}
	for _, words := range []string{received, late, c.line("standing share", w), c.line("standing open", w)} {
		if words == "" {
			words = "-"
		}
		row.Cells = append(row.Cells, cell(words))
	}
	return row
}

func standingWords(s Standing) StandingWords {
	w := StandingWords{Received: s.Received, Saved: dayWords(s.Saved), Blocking: numberWords(s.Blocking), Warning: numberWords(s.Warning)}
	if s.Late >= 0 {
		w.Late = strconv.Itoa(s.Late)
	}
	if s.Of > 0 {
		w.Given, w.Of = viet.Int(int64(s.Given)), viet.Int(int64(s.Of))
		w.Percent = viet.Percent(reports.Ratio(int64(s.Given), int64(s.Of)))
	}
	return w
}

// dayWords is a day as it is printed, "" if there is none.
func dayWords(d reports.Day) string {
	if d == 0 {
		return ""
	}
	return viet.Date(d)
}

// numberWords is a number as it is printed, "" for nought.
func numberWords(n int) string {
	if n == 0 {
		return ""
	}
	return viet.Int(int64(n))
}
