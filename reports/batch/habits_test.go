package batch

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
	"ccbreport/reports/question"
	"ccbreport/templates"
)

var (
	wards    = flag.Int("wards", 25, "how many made-up wards TestHabits reads, clean and odd ones each")
	wardSeed = flag.Uint64("ward", 0, "the first of them")
)

// An oddity is something odd that was put into a workbook, and how the findings
// may speak of it.
type oddity struct {
	what  string
	codes []string // of the findings that name it
	also  []string // of the findings that may follow from it, wherever they are
	file  string   // where it stands: file, sheet and address as far as known
	sheet string
	addr  string
	unit  reports.UnitID
	facts []fact // figures that may be absent for it
	about []fact // figures that it bears on at all
	named bool
}

// TestHabits reads made-up wards that mix the habits of branches. Every figure
// must come back exactly, or be named in a finding; a ward without anything odd
// gives no finding but notes; every oddity is named; and at least 95 of 100
// findings that are not notes name one.
func TestHabits(t *testing.T) {
	t.Parallel()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	base := newWard(0, 1).job
	var findings, named int
	for seed := *wardSeed; seed < *wardSeed+uint64(*wards); seed++ {
		for _, odd := range []bool{false, true} {
			w := makeWard(seed, cat, base)
			w.compose()
			if odd {
				w.spoil()
			}
			w.save(t)
			got := w.read(t)
			f, n := w.judge(t, seed, odd, got)
			findings, named = findings+f, named+n
		}
	}
	t.Logf("%d findings that are not notes, %d name an oddity", findings, named)
	if named*100 < findings*95 {
		t.Errorf("of %d findings that are not notes only %d name an oddity", findings, named)
	}
}

// read runs the stages up to the sums.
func (w *madeWard) read(t *testing.T) *work {
	t.Helper()
	job := w.job
	if !w.listed {
		job.Branches = nil
	}
	got := &work{job: job, cat: w.cat}
	var err error
	if got.rules, err = question.Load(job.Templates, w.cat); err != nil {
		t.Fatal(err)
	}
	if got.inbox, err = intake.Read(t.Context(), w.inbox, w.job.reading()); err != nil {
		t.Fatal(err)
	}
	got.find(got.inbox.Findings)
	got.books = normalise.Books(got.inbox.Books, got.options())
	got.find(got.books.Findings)
	got.settle()
	return got
}

// judge holds what was read against what the ward says.
func (w *madeWard) judge(t *testing.T, seed uint64, odd bool, got *work) (findings, named int) {
	t.Helper()
	var wrong []string
	ids := w.ids(got)
	for _, f := range got.findings.Sorted() {
		r := w.cat.Render(f, "vi")
		if r.Severity == reports.Note {
			continue
		}
		findings++
		f.Unit = ids(f.Unit)
		if w.explained(f) {
			named++
		} else {
			wrong = append(wrong, fmt.Sprintf("finding %s %s %v %v", f.Code, f.Unit, f.At, f.Args))
		}
	}
	for _, o := range w.oddness {
		if !o.named {
			wrong = append(wrong, fmt.Sprintf("not named: %s at %s!%s!%s", o.what, o.file, o.sheet, o.addr))
		}
	}
	wrong = append(wrong, w.compare(got)...)
	wrong = append(wrong, account(got)...)
	if !odd {
		wrong = append(wrong, w.totals(got)...)
	}
	if more := len(wrong) - 12; more > 0 {
		wrong = append(wrong[:12], fmt.Sprintf("and %d more", more))
	}
	if len(wrong) > 0 {
		t.Errorf("ward %d (odd: %v):\n%s\n%s\n%s", seed, odd, strings.Join(w.story, "\n"), strings.Join(wrong, "\n"), w.show(wrong))
	}
	return findings, named
}

// totals lists the ward's figures that are not the sum of what it made up: of all
// periods, or of the last one for levels.
func (w *madeWard) totals(got *work) []string {
	var wrong []string
	for _, it := range w.items {
		for _, ind := range it.inds {
			var sum int64
			for b := range w.job.Branches {
				for p := range w.when {
					if ind.Kind != catalogue.Stock || p == len(w.when)-1 {
						sum += w.values[w.fact(b, p, ind.Code)].Num
					}
				}
			}
			if v := got.totals.Figures[ind.Code].Value; !v.Equal(reports.Int(sum)) {
				wrong = append(wrong, fmt.Sprintf("total: %s = %v, want %d", ind.Code, v, sum))
			}
		}
	}
	return wrong
}

// account lists the sheets of which the fates of the number cells do not add up.
func account(got *work) []string {
	var wrong []string
	for i, b := range got.inbox.Books {
		for _, s := range b.Sheets {
			left := 0
			for _, row := range s.Rows {
				for _, c := range row.Cells {
					if c.Kind == intake.Number {
						left++
					}
				}
			}
			for _, f := range got.books.Books[i].Fates {
				if f.Sheet == s.Name && f.Is != "" {
					left -= f.Count
				}
			}
			if left != 0 {
				wrong = append(wrong, fmt.Sprintf("account: %s!%s: %d number cells", b.Name, s.Name, left))
			}
		}
	}
	return wrong
}

// show draws the workbooks that failures speak of.
func (w *madeWard) show(wrong []string) string {
	var out strings.Builder
	all := strings.Join(wrong, "\n")
	shown := 0
	for _, b := range w.books {
		if shown < 2 && (strings.Contains(all, b.file) || b.about(all)) {
			out.WriteString(b.show())
			shown++
		}
	}
	return out.String()
}

// about reports whether the text names a branch of the workbook and no file.
func (b *madeBook) about(text string) bool {
	if strings.Contains(text, ".xlsx") {
		return false
	}
	for u, in := range b.units {
		if in && strings.Contains(text, " {"+string(u)+" ") {
			return true
		}
	}
	return false
}

// compare lists the figures that did not come back: each must be there once for
// its unit and period with its value, unless an oddity took it.
func (w *madeWard) compare(got *work) []string {
	read := map[fact][]reports.Contribution{}
	ids := w.ids(got)
	for _, r := range got.settled.Returns {
		for _, e := range r.Entries {
			f := fact{ids(r.Unit), e.Code, r.Period}
			read[f] = append(read[f], reports.Contribution{Unit: r.Unit, Period: r.Period, Entry: e})
		}
	}
	taken := map[fact]bool{}
	for _, o := range w.oddness {
		for _, f := range o.facts {
			taken[f] = true
		}
	}
	var wrong []string
	for _, f := range slices.SortedFunc(maps.Keys(w.values), compareFacts) {
		list := read[f]
		delete(read, f)
		switch {
		case len(list) == 0 && !taken[f]:
			wrong = append(wrong, fmt.Sprintf("lost: %v = %v", f, w.values[f]))
		case len(list) > 0 && !list[0].Value.Equal(w.values[f]):
			wrong = append(wrong, fmt.Sprintf("wrong: %v = %v, want %v (%v)", f, list[0].Value, w.values[f], list[0].At))
		}
	}
	for _, f := range slices.SortedFunc(maps.Keys(read), compareFacts) {
		wrong = append(wrong, fmt.Sprintf("invented: %v = %v (%v)", f, read[f][0].Value, read[f][0].At))
	}
	return wrong
}

// ids returns a function that turns the ids of what was read into the ward's own:
// without a list the program makes its own, and names tell who is meant.
func (w *madeWard) ids(got *work) func(reports.UnitID) reports.UnitID {
	if w.listed {
		return func(id reports.UnitID) reports.UnitID { return id }
	}
	own := map[reports.UnitID]reports.UnitID{}
	for _, found := range got.books.Branches {
		for _, u := range w.job.Branches {
			if strings.EqualFold(plain(norm.NFC.String(found.Name)), plain(u.Name)) {
				own[found.ID] = u.ID
			}
		}
	}
	return func(id reports.UnitID) reports.UnitID { return cmp.Or(own[id], id) }
}

func compareFacts(a, b fact) int {
	if a.unit != b.unit {
		return strings.Compare(string(a.unit), string(b.unit))
	}
	if a.code != b.code {
		return strings.Compare(a.code, b.code)
	}
	return a.period.Compare(b.period)
}

// explained reports whether a finding names one of the oddities, or may follow
// from one; an oddity that is named is noted.
func (w *madeWard) explained(f reports.Finding) bool {
	ok := false
	for _, o := range w.oddness {
		switch {
		case slices.Contains(o.codes, f.Code) && o.meets(f):
			o.named, ok = true, true
		case slices.Contains(o.also, f.Code):
			ok = true
		}
	}
	return ok
}

// meets reports whether a finding is about the oddity's place.
func (o *oddity) meets(f reports.Finding) bool {
	if o.unit != "" && f.Unit == o.unit {
		return true
	}
	return slices.ContainsFunc(f.At, func(c reports.Cell) bool {
		return c.File == o.file && (c.Sheet == "" || o.sheet == "" || c.Sheet == o.sheet) && (c.Addr == "" || o.addr == "" || c.Addr == o.addr)
	})
}
