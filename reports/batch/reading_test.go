package batch

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

var (
	update = flag.Bool("update", false, "rewrite the score of the labelled set, and the letters")
	score  = flag.Bool("score", false, "print the score of the labelled set and what is wrong in each case")
)

const readingDir = "testdata/reading"

// A readingCase is one ward of the labelled set; its README.md says how it is
// written.
type readingCase struct {
	name, family string
	ward         string
	span         reports.Period
	branches     []reports.Unit
	files        []readingFile
	want         []wanted
	calm         bool
}

type readingFile struct{ name, text string }

// A wanted one is a figure that must come out, or must be asked about.
type wanted struct {
	unit reports.UnitID // "" for the ward
	code string         // "" where the report as a whole must stop
	want int64          // percentages in hundredths
	ask  bool
}

// loadReading parses the labelled set.
func loadReading(t *testing.T, cat *catalogue.Catalogue) []*readingCase {
	t.Helper()
	files, err := filepath.Glob(readingDir + "/*.txtar")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	var cases []*readingCase
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		must(t, err)
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		family, _, _ := strings.Cut(name, "-")
		c := &readingCase{name: name, family: family}
		for _, s := range archive.Files {
			if err := c.section(s.Name, string(s.Data), cat); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if len(c.files) == 0 || len(c.want) == 0 || len(c.branches) == 0 || c.span.Days() < 28 {
			t.Fatalf("%s: no ward, no files or nothing wanted", name)
		}
		cases = append(cases, c)
	}
	return cases
}

func (c *readingCase) section(name, text string, cat *catalogue.Catalogue) error {
	if file, ok := strings.CutPrefix(name, "file: "); ok {
		c.files = append(c.files, readingFile{file, text})
		return nil
	}
	parse := map[string]func(string) error{
		"ward": c.wardLine,
		"want": func(line string) error { return c.wantLine(line, cat) },
	}[name]
	if parse == nil {
		return fmt.Errorf("no section %q", name)
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := parse(line); err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
	}
	return nil
}

func (c *readingCase) wardLine(line string) (err error) {
	if rest, ok := strings.CutPrefix(line, "branch "); ok {
		parts := strings.Split(rest+" ", "|")
		if len(parts) < 2 {
			return fmt.Errorf("a branch has an ID and a name")
		}
		u := reports.Unit{ID: reports.UnitID(strings.TrimSpace(parts[0])), Name: strings.TrimSpace(parts[1])}
		for _, a := range strings.Split(strings.Join(parts[2:], ""), ";") {
			if a = strings.TrimSpace(a); a != "" {
				u.Aliases = append(u.Aliases, a)
			}
		}
		c.branches = append(c.branches, u)
		return nil
	}
	key, value, _ := strings.Cut(line, " = ")
	switch key {
	case "name":
		c.ward = value
	case "from":
		c.span.From, err = reports.ParseDay(value)
	case "to":
		c.span.To, err = reports.ParseDay(value)
		c.span.To++ // the last day is in it
	default:
		err = fmt.Errorf("unknown")
	}
	return err
}

func (c *readingCase) wantLine(line string, cat *catalogue.Catalogue) error {
	var l wanted
	words := strings.Fields(line)
	if words[0] == "calm" && len(words) == 1 {
		c.calm = true
		return nil
	}
	switch {
	case words[0] == "ask":
		l.ask, words = true, words[1:]
	case words[0] == "branch" && len(words) == 4:
		l.unit, words = reports.UnitID(words[1]), words[2:]
		if !slices.ContainsFunc(c.branches, func(u reports.Unit) bool { return u.ID == l.unit }) {
			return fmt.Errorf("no such branch")
		}
	}
	if len(words) > 0 {
		l.code = words[0]
		ind, ok := cat.Indicator(l.code)
		if !ok {
			return fmt.Errorf("no such indicator")
		}
		if !l.ask {
			if len(words) != 2 {
				return fmt.Errorf("no single value")
			}
			v, err := strconv.ParseFloat(words[1], 64)
			if err != nil {
				return err
			}
			l.want = int64(v*float64(scaleOf(ind)) + 0.5)
		}
	}
	c.want = append(c.want, l)
	return nil
}

// scaleOf is what makes whole numbers of an indicator's values as they are printed.
func scaleOf(ind catalogue.Indicator) int64 {
	if ind.Percent() {
		return 100
	}
	return 1
}

// read checks the case as a ward would.
func (c *readingCase) read(t *testing.T) (*Checked, error) {
	t.Helper()
	job := newWard(0, 1).job
	job.Report, job.Template, job.Span = "nam", "nam", c.span
	job.Term = Term{Name: "2022 - 2027", Ordinal: "VII", Span: reports.PeriodOf(reports.DayOf(2022, 1, 1), reports.DayOf(2027, 12, 31))}
	job.Unit.Name, job.Unit.Parent, job.Unit.Place = c.ward, "Hội Cựu chiến binh thành phố Ba Khe", "Ba Khe"
	job.Unit.Short = strings.Replace(c.ward, "Cựu chiến binh", "CCB", 1)
	job.To = []string{strings.Replace(c.ward, "Hội Cựu chiến binh", "Đảng ủy", 1)} // its own, not that of the made-up ward
	job.Branches, job.Inbox = c.branches, c.fill(t)
	return Check(t.Context(), job)
}

const (
	right = iota
	silent
	stopped
)

var outcomes = []string{"right", "SILENT", "stopped"}

// A tally is a row of the score.
type tally struct {
	cases, books int
	ward, branch [3]int // by outcome
	needless     int    // findings that are more than notes where none is due
}

func (a *tally) add(b tally) {
	a.cases, a.books, a.needless = a.cases+b.cases, a.books+b.books, a.needless+b.needless
	for i := range outcomes {
		a.ward[i], a.branch[i] = a.ward[i]+b.ward[i], a.branch[i]+b.branch[i]
	}
}

// judge holds what was read against the labels, and says in words what is wrong.
func (c *readingCase) judge(got *Checked) (tally, []string) {
	sum := tally{cases: 1, books: len(c.files)}
	var wrong []string
	for _, l := range c.want {
		value := got.figure(l)
		outcome := right
		if l.ask && !got.blocks("") || !l.ask && value != strconv.FormatInt(l.want, 10) {
			outcome = silent
			if got.blocks(l.unit) {
				outcome = stopped
			}
		}
		if l.unit == "" {
			sum.ward[outcome]++
		} else {
			sum.branch[outcome]++
		}
		switch {
		case outcome == right:
		case l.ask:
			wrong = append(wrong, fmt.Sprintf("%s: ask %s, got %s", outcomes[outcome], l.code, value))
		default:
			wrong = append(wrong, fmt.Sprintf("%s: %s %s want %d, got %s", outcomes[outcome], l.unit, l.code, l.want, value))
		}
	}
	if c.calm {
		sum.needless = len(got.serious())
	}
	return sum, wrong
}

// figure is the figure that a label is about, as it is printed without its
// decimal mark; "-" where there is none.
func (c *Checked) figure(l wanted) string {
	figures := c.Totals.Figures
	if l.unit != "" {
		figures = c.Totals.Units[l.unit]
	}
	ind, _ := c.Catalogue.Indicator(l.code)
	scale := scaleOf(ind)
	if ind.Percent() {
		scale *= 100 // a ratio, of which hundredths of a percent are printed
	}
	n, ok := figures[l.code].Value.Rounded(scale)
	if !ok {
		return "-"
	}
	return strconv.FormatInt(n, 10)
}

// blocks reports whether anything stops the report; for a branch, whether it is
// about that branch, or about a file that may be the branch's.
func (c *Checked) blocks(unit reports.UnitID) bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool {
		switch {
		case f.Severity != reports.Blocking:
			return false
		case unit == "" || f.Unit == unit:
			return true
		}
		return slices.ContainsFunc(f.At, func(at reports.Cell) bool {
			return slices.ContainsFunc(c.Files, func(file reports.File) bool {
				return file.Name == at.File && (file.Unit == unit || file.Unit == "")
			})
		})
	})
}

// serious lists the findings that are more than notes, but for those about the
// officer's own words, which no workbook of the set is there to give.
func (c *Checked) serious() []string {
	var list []string
	for _, f := range c.Findings {
		if f.Severity != reports.Note && f.Code != "text.slot.empty" {
			list = append(list, fmt.Sprintf("%s %s", f.Severity, f.Code))
		}
	}
	return list
}

// TestReadingScore reads the labelled set and holds its score, by family, against
// the one on file: reading that gets better or worse shows there.
func TestReadingScore(t *testing.T) {
	t.Parallel()
	cat, err := catalogue.Load(templates.FS)
	must(t, err)
	sums := map[string]tally{}
	for _, c := range loadReading(t, cat) {
		got, err := c.read(t)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		sum, wrong := c.judge(got)
		if *score && len(wrong)+sum.needless > 0 {
			t.Logf("%s (needless %d)\n\t%s\n\t%s", c.name, sum.needless, strings.Join(wrong, "\n\t"), strings.Join(got.serious(), ", "))
		}
		all := sums[c.family]
		all.add(sum)
		sums[c.family] = all
	}
	table := scoreTable(sums)
	if *score {
		t.Logf("\n%s", table)
	}
	const file = readingDir + "/score.txt"
	if *update {
		must(t, os.WriteFile(file, []byte(table), 0o666))
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if diff := cmp.Diff(string(want), table); diff != "" {
		t.Errorf("score (-want +got)\n%s", diff)
	}
}

// scoreTable prints the sums by family, and of all.
func scoreTable(sums map[string]tally) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "family\tcases\tworkbooks\tward right\tsilent\tstopped\tbranch right\tsilent\tstopped\tneedless\t")
	row := func(name string, s tally) {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t\n", name, s.cases, s.books,
			s.ward[right], s.ward[silent], s.ward[stopped], s.branch[right], s.branch[silent], s.branch[stopped], s.needless)
	}
	var all tally
	for _, family := range slices.Sorted(maps.Keys(sums)) {
		row(family, sums[family])
		all.add(sums[family])
	}
	row("total", all)
	w.Flush()
	return b.String()
}
