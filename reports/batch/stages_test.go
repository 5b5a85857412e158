package batch

import (
	"slices"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
)

// TestEveryCheckRuns holds that what each check of the returns finds reaches a
// person: the inbox of a sound ward says nothing, and one change says one thing.
func TestEveryCheckRuns(t *testing.T) {
	sound := [][]any{{"Tổng số hội viên", 40, 40}, {"Hội viên là đảng viên", 30, 30}, {"Hội viên mới kết nạp", 0, 0}}
	for _, tt := range []struct {
		reason, code string
		unit         reports.UnitID
		rows         func(b, row int) []any // nil: as they are
		without      string                 // a file that is taken away
		photo        string                 // named in the ward's sheet
		span         reports.Period         // zero: the two years of the table
	}{
		{reason: "nothing is odd"},
		{reason: "a rule between two figures", code: "rule.members", unit: "ch-2", rows: func(b, row int) []any {
			if b == 1 && row == 1 {
				return []any{"Hội viên là đảng viên", 41, 41}
			}
			return sound[row]
		}},
		{reason: "the members of two years", code: "stock.identity", unit: "ch-1", rows: func(b, row int) []any {
			if b == 0 && row == 0 {
				return []any{"Tổng số hội viên", 40, 43}
			}
			return sound[row]
		}},
		{reason: "a branch that sent nothing", code: "branch.missing", unit: "ch-2", without: "2.xlsx"},
		{reason: "an indicator that one branch leaves out", code: "indicator.missing", unit: "ch-3", rows: func(b, row int) []any {
			if b == 2 && row == 1 {
				return nil
			}
			return sound[row]
		}},
		{reason: "a year of one branch", code: "period.missing.branch", unit: "ch-3", rows: func(b, row int) []any {
			if b == 2 {
				return slices.Replace(slices.Clone(sound[row]), 1, 2, nil)
			}
			return sound[row]
		}},
		{reason: "a year that nobody gives", code: "period.missing.all", span: reports.PeriodOf(reports.DayOf(2018, 1, 1), reports.DayOf(2020, 12, 31))},
		{reason: "a photo that was not sent", code: "photo.missing", unit: reports.Ward, photo: "le.jpg"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			job, inbox := newWard(1, 3).job, fstest.MapFS{}
			job.Inbox, job.Span = inbox, reports.PeriodOf(reports.DayOf(2018, 1, 1), reports.DayOf(2019, 12, 31))
			if !tt.span.IsZero() {
				job.Span = tt.span
			}
			for b, u := range job.Branches {
				m := newBook(t, "Chỉ tiêu")
				m.add(u.Name)
				m.add("Chỉ tiêu", 2018, 2019)
				for row := range sound {
					if tt.rows == nil {
						m.add(sound[row]...)
					} else if cells := tt.rows(b, row); cells != nil {
						m.add(cells...)
					}
				}
				m.save(inbox, string(rune('1'+b))+".xlsx")
			}
			delete(inbox, tt.without)
			if tt.photo != "" {
				m := newBook(t, "Ảnh")
				m.add(job.Unit.Name)
				m.add("Tệp", "Chú thích")
				m.add(tt.photo, "Lễ kỷ niệm")
				m.save(inbox, "hoi.xlsx")
			}
			got, err := Check(t.Context(), job)
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, f := range got.Findings {
				if f.Severity != reports.Note && f.Code != "text.slot.empty" {
					told = append(told, f.Code+" "+string(f.Unit))
				}
			}
			var want []string
			if tt.code != "" {
				want = []string{tt.code + " " + string(tt.unit)}
			}
			if !slices.Equal(told, want) {
				t.Errorf("got %q, want %q", told, want)
			}
		})
	}
}
