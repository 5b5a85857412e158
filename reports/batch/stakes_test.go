package batch

import (
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
	"ccbreport/templates"
)

// TestStakes: an unknown name blocks if it may well be one, a value that nobody sees
// blocks if it would change a figure by more than a hundredth.
func TestStakes(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	at := reports.Cell{File: "x.xlsx", Sheet: "S", Addr: "D7"}
	for _, c := range []struct {
		code   string
		near   string
		hidden int64  // value of the cell that nobody sees
		beside int64  // that of another such cell of the figure
		total  int64  // the ward's figure, 0 if there is none
		stands string // what stands right of the cell
		want   reports.Severity
	}{
		{"indicator.unknown", "", 0, 0, 0, "", reports.Warning},
		{"indicator.unknown", "", 0, 0, 0, "0", reports.Warning},
		{"indicator.unknown", "", 0, 0, 0, "12", reports.Blocking}, // it would be counted if it were known
		{"indicator.unknown", "Tổng số hội viên", 0, 0, 0, "", reports.Blocking},
		{"value.unseen", "", 4, 0, 400, "", reports.Warning},
		{"value.unseen", "", 5, 0, 400, "", reports.Blocking},
		{"value.unseen", "", 3, 2, 400, "", reports.Blocking}, // together more than a hundredth
		{"value.unseen", "", 1, 0, 0, "", reports.Blocking},
		{"branch.missing", "", 0, 0, 0, "", reports.Blocking},
	} {
		w := &work{cat: cat, inbox: inboxWith(at, c.stands), totals: &aggregate.Totals{Figures: map[string]reports.Figure{}}, books: normalise.Result{}}
		w.books.Unread = []reports.Contribution{
			{Entry: reports.Entry{Code: "PT.CAY", Value: reports.Int(c.hidden), At: at}},
			{Entry: reports.Entry{Code: "PT.CAY", Value: reports.Int(c.beside), At: reports.Cell{File: "y.xlsx", Sheet: "S", Addr: "D7"}}},
			{Entry: reports.Entry{Code: "TC.HV.MOI", Value: reports.Int(99), At: reports.Cell{File: "y.xlsx", Sheet: "S", Addr: "D8"}}},
		}
		if c.total > 0 {
			w.totals.Figures["PT.CAY"] = reports.Figure{Code: "PT.CAY", Value: reports.Int(c.total)}
		}
		f := reports.Finding{Code: c.code, At: []reports.Cell{at}, Args: reports.Args{"near": c.near}}
		if got := w.severity(f); got != c.want {
			t.Errorf("%+v is %s", c, got)
		}
	}
}

// inboxWith is an inbox with one workbook, in which a number stands right of a cell.
func inboxWith(at reports.Cell, number string) *intake.Inbox {
	row := intake.Row{Num: at.Row(), Cells: []intake.Cell{{Col: intake.Column(at.Column()), Text: "Việc gì đó"}}}
	if number != "" {
		row.Cells = append(row.Cells, intake.Cell{Col: row.Cells[0].Col + 1, Text: number, Kind: intake.Number})
	}
	return &intake.Inbox{Books: []*intake.Book{{Name: at.File, Sheets: []intake.Sheet{{Name: at.Sheet, Rows: []intake.Row{row}}}}}}
}

// TestIdleRate: a percentage that can be read in two ways blocks only where a figure
// hangs on it: not a branch's among several, which is never pooled.
func TestIdleRate(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	two := []reports.Unit{{ID: "a"}, {ID: "b"}}
	for _, c := range []struct {
		reason          string
		unit            reports.UnitID
		branches        []reports.Unit
		indicator, text string
		want            reports.Severity
	}{
		{"one branch's rate among those of two", "a", two, "Tỷ lệ thu hội phí", "0,95", reports.Warning},
		{"the rate of the only branch is the ward's", "a", two[:1], "Tỷ lệ thu hội phí", "0,95", reports.Blocking},
		{"the ward's own", reports.Ward, two, "Tỷ lệ thu hội phí", "0,95", reports.Blocking},
		{"whose it is nobody knows", "", two, "Tỷ lệ thu hội phí", "0,95", reports.Blocking},
		{"parts are pooled", "a", two, "Tỷ lệ thu hội phí", "1,234/1,250", reports.Blocking},
		{"two rates, told together", "a", two, "Tỷ lệ thu hội phí; Tỷ lệ hộ hội viên nghèo", "0,95; 0,9", reports.Warning},
		{"a rate and a count, told together", "a", two, "Tỷ lệ thu hội phí; Tổng số hội viên", "0,95; 1,234", reports.Blocking},
		{"more than are named", "a", two, "Tỷ lệ thu hội phí", "0,95; 0,9; 0,8; …", reports.Blocking},
		{"a count", "a", two, "Tổng số hội viên", "1,234", reports.Blocking},
		{"a name that the catalogue does not have", "a", two, "Tỷ lệ", "0,95", reports.Blocking},
	} {
		w := &work{cat: cat, books: normalise.Result{Branches: c.branches}}
		f := reports.Finding{Code: "number.ambiguous", Unit: c.unit, Args: reports.Args{"indicator": c.indicator, "text": c.text}}
		if got := w.severity(f); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}
