package batch

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
)

// formsAfter are the forms of a report over the days from and to, by unit: the
// head of the last column, and what stands below it by the name of the indicator.
func formsAfter(t *testing.T, job Job, store *archive.Store, kind string, from, to reports.Day) (string, map[reports.UnitID]map[string]string) {
	t.Helper()
	job.Report, job.Template, job.Span = kind, kind, reports.PeriodOf(from, to)
	forms, err := Forms(t.Context(), job, store)
	if err != nil {
		t.Fatal(err)
	}
	head, values := "", map[reports.UnitID]map[string]string{}
	for _, form := range forms {
		rows, err := openBook(t, form.Bytes).GetRows("Chỉ tiêu")
		if err != nil {
			t.Fatal(err)
		}
		own, last := map[string]string{}, 0
		for _, row := range rows {
			switch {
			case len(row) > 3 && row[0] == "STT":
				head, last = row[len(row)-1], len(row)-1
			case last > 0 && len(row) > last:
				own[row[1]] = row[last]
			}
		}
		values[form.Unit.ID] = own
	}
	return head, values
}

// TestBeforeOfEveryBranch: beside the cells of a form stands what its own branch
// gave in the last report of the kind that is as long: flows over all of it,
// levels at its end.
func TestBeforeOfEveryBranch(t *testing.T) {
	w := newWard(11, 4)
	layouts["one sheet for all branches"](t, w)
	store := openStore(t)
	whole := w.job.Span
	year := w.job
	year.Report, year.Template, year.Span = "nam", "nam", reports.Year(2019)
	for _, job := range []Job{w.job, year} {
		if _, err := Run(t.Context(), job, store); err != nil {
			t.Fatal(err)
		}
	}
	cat, err := catalogue.Load(w.job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		reason   string
		kind     string
		from, to reports.Day
		head     string
		periods  []int // of the ward's, that the value is of
	}{
		{"the half term behind it, as long", "giua-nhiem-ky", whole.To, reports.DayOf(2023, 12, 31), "01/01/2017 - 30/6/2020", []int{0, 1, 2, 3}},
		{"the year before, of the same kind", "nam", reports.DayOf(2020, 1, 1), reports.DayOf(2020, 12, 31), "01/01/2019 - 31/12/2019", []int{2}},
		{"a year between, still the last one", "nam", reports.DayOf(2021, 1, 1), reports.DayOf(2021, 12, 31), "01/01/2019 - 31/12/2019", []int{2}},
		{"the same span again", "giua-nhiem-ky", whole.From, whole.Last(), "", nil},
		{"half as long", "giua-nhiem-ky", whole.To, reports.DayOf(2022, 3, 31), "", nil},
		{"another kind", "sau-thang", whole.To, reports.DayOf(2020, 12, 31), "", nil},
	} {
		head, forms := formsAfter(t, w.job, store, c.kind, c.from, c.to)
		if c.head == "" {
			if strings.HasPrefix(head, "Báo cáo trước") {
				t.Errorf("%s: a column %q", c.reason, head)
			}
			continue
		}
		if head != "Báo cáo trước ("+c.head+") (so sánh)" {
			t.Errorf("%s: the column is headed %q", c.reason, head)
		}
		for b, unit := range w.job.Branches {
			for _, counter := range w.counters {
				ind, _ := cat.Indicator(counter.code)
				var sum int64
				for _, p := range c.periods {
					v := w.values[counter.code][b*len(wardPeriods)+p]
					if sum += v; counter.stock {
						sum = v
					}
				}
				if got := strings.ReplaceAll(forms[unit.ID][ind.Name], ",", ""); got != reports.Int(sum).String() {
					t.Errorf("%s: %s %s is %q, want %d", c.reason, unit.ID, ind.Name, got, sum)
				}
			}
		}
	}
}

// TestBeforeIsNotRead: a form filled in beside what the last report said gives
// what was filled in and nothing else.
func TestBeforeIsNotRead(t *testing.T) {
	w := newWard(12, 3)
	layouts["one sheet for all branches"](t, w)
	store := openStore(t)
	if _, err := Run(t.Context(), w.job, store); err != nil {
		t.Fatal(err)
	}
	next := w.job
	next.Span = reports.PeriodOf(w.job.Span.To, reports.DayOf(2023, 12, 31))
	forms, err := Forms(t.Context(), next, store)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := catalogue.Load(w.job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	f := &filler{t, cat, map[string]int{}}
	inbox := fstest.MapFS{}
	for _, form := range forms[1:] {
		inbox[form.Name] = &fstest.MapFile{Data: f.fill(form)}
	}
	got := checkInbox(t, next, inbox)
	for code, n := range f.given {
		if cells := got.Totals.Figures[code].Cells(); slices.ContainsFunc(cells, func(c reports.Cell) bool { return strings.HasPrefix(c.Addr, "H") }) || len(cells) > n {
			t.Errorf("%s is of %v, given were %d cells", code, cells, n)
		}
	}
}
