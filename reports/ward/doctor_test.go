package ward

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const doctorWard = `
[unit]
name = "Hội Cựu chiến binh xã Tân Lập"
place = "Tân Lập"
[[branch]]
id = "mot"
name = "Chi hội Thôn Một"
[[branch]]
id = "hai"
name = "Chi hội Thôn Hai"
[[branch]]
id = "ba"
name = "Chi hội Thôn Ba"
[[report]]
name = "nam"
period = %q
`

// TestOtherTimes: an inbox of another year is told of, a year that stands there to compare
// with is not.
func TestOtherTimes(t *testing.T) {
	for _, c := range []struct {
		reason, today, period string
		books                 []string // branch and year
		told                  []string // files, nil for nothing
	}{
		{"all of this year", "2026-12-10", "this-year", []string{"Một 2026", "Hai 2026"}, nil},
		{"all of the year before", "2026-12-10", "this-year", []string{"Một 2025", "Hai 2025"}, []string{"0.csv", "1.csv"}},
		{"one was sent again with the year before", "2026-12-10", "this-year", []string{"Một 2026", "Hai 2026", "Ba 2025"}, []string{"2.csv"}},
		{"both years of all, one branch waits", "2026-12-10", "this-year", []string{"Một 2025", "Hai 2025", "Ba 2025", "Một 2026", "Hai 2026"}, []string{"2.csv"}},
		{"both years of all", "2026-12-10", "this-year", []string{"Một 2025", "Hai 2025", "Một 2026", "Hai 2026"}, nil},
		{"in January of the year before", "2027-01-15", "last-year", []string{"Một 2026", "Hai 2026"}, nil},
		{"in January, but this year is asked for", "2027-01-15", "this-year", []string{"Một 2026", "Hai 2026"}, []string{"0.csv", "1.csv"}},
	} {
		folder := t.TempDir()
		write := func(name, text string) {
			name = filepath.Join(folder, name)
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		write("config.toml", fmt.Sprintf(doctorWard, c.period))
		for n, book := range c.books {
			branch, year, _ := strings.Cut(book, " ")
			write(fmt.Sprintf("inbox/%d.csv", n), "CHI HỘI THÔN "+branch+"\nChỉ tiêu,Năm "+year+"\nTổng số hội viên,40\n")
		}
		now, err := time.Parse(time.DateOnly, c.today)
		if err != nil {
			t.Fatal(err)
		}
		w, err := Open(filepath.Join(folder, "config.toml"), Options{Clock: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		health, err := w.Doctor(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(health.Checks, func(e Examined) bool { return e.Name == "returns" })
		switch {
		case i < 0 && c.told == nil:
		case i < 0 || c.told == nil || !strings.HasSuffix(health.Checks[i].Detail, ": "+strings.Join(c.told, ", ")):
			t.Errorf("%s: told %+v, want of %q", c.reason, health.Checks[max(i, 0)], c.told)
		case !strings.Contains(health.Checks[i].Hint, "ccbreport run --from"):
			t.Errorf("%s: the hint is %q", c.reason, health.Checks[i].Hint)
		}
	}
}
