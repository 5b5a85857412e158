package batch

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// mixedTally is what came of all wards.
type mixedTally struct {
	wards, figures, right, stopped, silent int
}

// TestMixedHabits reads wards whose branches mix the habits of people, several to
// a workbook. A figure is right, or something blocks; what blocks names an oddity
// that was planted; and of a ward without any, nothing is said but notes.
func TestMixedHabits(t *testing.T) {
	t.Parallel()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	first, n := *wardSeed, uint64(40)
	switch {
	case *long:
		n = 1000
		if first == 0 {
			first = rand.Uint64() >> 16
		}
	case *wards != 25:
		n = uint64(*wards)
	}
	t.Logf("seeds from %d: -ward %d", first, first)
	var all mixedTally
	base := newWard(0, 1).job
	for seed := first; seed < first+n; seed++ {
		w := mixWard(seed, cat, base)
		w.compose()
		w.save(t)
		w.judge(t, seed, &all)
	}
	t.Logf("%d wards, %d of %d branch figures right, %d wards stopped, %d figures wrong in silence", all.wards, all.right, all.figures, all.stopped, all.silent)
	if all.right*100 < all.figures*99 {
		t.Errorf("only %d of %d figures are right", all.right, all.figures)
	}
}

// A mixedWard is a ward made up from a seed. Its figures are drawn before
// anything is written.
type mixedWard struct {
	*madeWard
	items    []mixItem
	branches []*mixBranch
	books    []*mixBook
	odds     []*mixOdd
	said     map[string]bool // codes of warnings about what is truly left out
	own      map[string]int64
}

// A mixOdd is an oddity that must be asked about, where it stands, and the
// figures that may be absent for it.
type mixOdd struct {
	what  string
	unit  reports.UnitID
	codes []string
	at    []reports.Cell
	quiet bool // it need not be asked about where all its figures are right
	named bool
}

func mixWard(seed uint64, cat *catalogue.Catalogue, base Job) *mixedWard {
	w := &mixedWard{madeWard: &madeWard{rng: rand.New(rand.NewPCG(seed, 11)), cat: cat, job: base}, said: map[string]bool{}, own: map[string]int64{}}
	w.job.Report, w.job.Template = "nam", "nam"
	w.job.Inbox, w.job.Branches, w.job.Span = fstest.MapFS{}, nil, reports.Year(2026)
	w.job.Term.Span = reports.PeriodOf(reports.DayOf(2025, 1, 1), reports.DayOf(2029, 12, 31))
	w.drawItems()
	w.drawBranches(3 + w.rng.IntN(4))
	return w
}

// judge holds what was read against what was drawn.
func (w *mixedWard) judge(t *testing.T, seed uint64, all *mixedTally) {
	t.Helper()
	got, err := gather(t.Context(), w.job)
	if err != nil {
		t.Fatal(err)
	}
	findings := got.checked(nil).Findings
	blocks := slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == reports.Blocking })
	faults := w.compareFigures(got, all)
	all.wards++
	if blocks {
		all.stopped++
	} else {
		all.silent += len(faults)
	}
	wrong := w.strange(findings)
	if !blocks || len(w.odds) == 0 {
		wrong = append(faults, wrong...)
	}
	if blocks && len(w.odds) == 0 {
		wrong = append(wrong, "a ward without anything odd is stopped")
	}
	for _, o := range w.odds {
		harmless := o.quiet && !slices.ContainsFunc(faults, func(s string) bool { return strings.HasPrefix(s, string(o.unit)+" ") })
		if !o.named && !harmless {
			wrong = append(wrong, "not named: "+o.what)
		}
	}
	if len(wrong) > 0 {
		t.Errorf("ward %d: %s\n%s\n%s", seed, strings.Join(w.story, ", "), strings.Join(wrong, "\n"), w.dump(strings.Join(wrong, "\n")))
	}
}

// compareFigures lists the figures of branches and of the ward that are not the
// ones drawn. What an oddity may take away counts in no sum.
func (w *mixedWard) compareFigures(got *work, all *mixedTally) []string {
	var faults []string
	sums, open := map[string]int64{}, map[string]bool{}
	for _, b := range w.branches {
		for _, it := range w.items {
			want := b.year[it.code]
			sums[it.code] += want
			v := got.totals.Units[b.unit.ID][it.code].Value
			taken := w.mayTake(b.unit.ID, it.code)
			open[it.code] = open[it.code] || taken
			if !taken {
				all.figures++
			}
			switch {
			case v.Equal(reports.Int(want)) && !taken:
				all.right++
			case !v.Equal(reports.Int(want)):
				faults = append(faults, fmt.Sprintf("%s %s = %v, want %d", b.unit.ID, it.code, v, want))
			}
		}
	}
	for code, n := range w.own {
		sums[code] += n
	}
	for _, code := range sortedKeys(sums) {
		if v := got.totals.Figures[code].Value; !v.Equal(reports.Int(sums[code])) && !open[code] {
			faults = append(faults, fmt.Sprintf("ward %s = %v, want %d", code, v, sums[code]))
		}
	}
	return faults
}

func sortedKeys(m map[string]int64) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (w *mixedWard) mayTake(unit reports.UnitID, code string) bool {
	return slices.ContainsFunc(w.odds, func(o *mixOdd) bool { return o.unit == unit && slices.Contains(o.codes, code) })
}

// strange lists the findings that are no notes and speak of no oddity.
func (w *mixedWard) strange(findings []Finding) []string {
	var wrong []string
	for _, f := range findings {
		if f.Severity == reports.Note || w.said[f.Code] || w.meets(f.Finding) {
			continue
		}
		wrong = append(wrong, fmt.Sprintf("%s %s %v %v: %s", f.Severity, f.Code, f.At, f.Args, f.Message))
	}
	return wrong
}

// meets reports whether a finding is about the place of an oddity: its row or its
// column; or follows from one.
func (w *mixedWard) meets(f reports.Finding) bool {
	ok := false
	for _, o := range w.odds {
		here := slices.ContainsFunc(f.At, o.crosses)
		if here {
			o.named = true
		}
		ok = ok || here || f.Unit == o.unit && slices.Contains(absences, f.Code)
	}
	return ok || len(w.odds) > 0 && slices.Contains(absences, f.Code)
}

// crosses reports whether a cell stands in a row or a column of the oddity.
func (o *mixOdd) crosses(c reports.Cell) bool {
	return slices.ContainsFunc(o.at, func(own reports.Cell) bool {
		if own.File != c.File || c.Sheet != "" && own.Sheet != c.Sheet {
			return false
		}
		if c.Addr == "" {
			return true
		}
		from, to, _ := strings.Cut(c.Addr, ":")
		if to == "" {
			to = from
		}
		col, row, _ := excelize.CellNameToCoordinates(own.Addr)
		c1, r1, _ := excelize.CellNameToCoordinates(from)
		c2, r2, _ := excelize.CellNameToCoordinates(to)
		return c1 <= col && col <= c2 || r1 <= row && row <= r2
	})
}

// dump shows the workbooks that are spoken of.
func (w *mixedWard) dump(about string) string {
	var out strings.Builder
	shown := 0
	for _, b := range w.books {
		if shown < 2 && (strings.Contains(about, b.file) || strings.Contains(about, string(b.unit)+" ")) {
			out.WriteString(b.show())
			shown++
		}
	}
	return out.String()
}
