package trace

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A Diff is what changed from one edition to another.
type Diff struct {
	Figures   []FigureChange
	Sentences []SentenceChange
}

// A FigureChange is a figure with another value, or made of other cells.
type FigureChange struct {
	Code, Name, Unit string
	Period           reports.Period // the sub-period; zero: the whole span
	Before, After    reports.Value  // unknown: the edition has no such figure
	Cells            []CellChange
}

// A CellChange is an entry that changed (both), came (After) or went (Before).
type CellChange struct {
	Before, After *Entry
	Why           string // of one that went: the code of the finding why it is not added now; "" if it is not there any more
}

// A SentenceChange is a sentence, or a row of a table, that reads otherwise:
// Before or After is "" if it came or went.
type SentenceChange struct {
	Section       string
	Before, After string
}

// Compare says what changed from a to b: figures in order of their codes, those
// of the whole span first, then those of its parts and of what it is compared with,
// and sentences in the order of the documents.
func Compare(a, b *Data) Diff {
	diff := Diff{
		Figures:   b.changes(a.Figures, b.Figures, reports.Period{}),
		Sentences: sentences(a.Document, b.Document),
	}
	spans := map[reports.Period]bool{}
	for _, p := range slices.Concat(a.Periods, b.Periods, a.Earlier, b.Earlier) {
		spans[p.Period] = true
	}
	for _, p := range slices.SortedFunc(maps.Keys(spans), reports.Period.Compare) {
		diff.Figures = append(diff.Figures, b.changes(a.of(p), b.of(p), p)...)
	}
	return diff
}

// of returns the figures of a sub-period or an earlier span.
func (d *Data) of(p reports.Period) map[string]Figure {
	for _, own := range slices.Concat(d.Periods, d.Earlier) {
		if own.Period == p {
			return own.Figures
		}
	}
	return nil
}

func (d *Data) changes(before, after map[string]Figure, of reports.Period) []FigureChange {
	codes := maps.Clone(before)
	if codes == nil {
		codes = map[string]Figure{}
	}
	maps.Copy(codes, after)
	var list []FigureChange
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		x, y := before[code], after[code]
		c := FigureChange{
			Code: code, Name: codes[code].Name, Unit: codes[code].Unit, Period: of,
			Before: x.Value, After: y.Value, Cells: d.cells(x.From, y.From),
		}
		if !x.Value.Equal(y.Value) || len(c.Cells) > 0 {
			list = append(list, c)
		}
	}
	return list
}

// cells pairs the entries of a figure before and after. One that stands in the
// same cell, or else the only one of its unit, period and code that moved to
// another, has changed; the others came or went.
func (d *Data) cells(before, after []Entry) []CellChange {
	gone, came := without(before, after), without(after, before)
	var list []CellChange
	for _, same := range []func(x, y Entry) bool{
		func(x, y Entry) bool { return meaning(x) == meaning(y) && x.At() == y.At() },
		func(x, y Entry) bool { return meaning(x) == meaning(y) },
	} {
		gone = slices.DeleteFunc(gone, func(x Entry) bool {
			i := slices.IndexFunc(came, func(y Entry) bool { return same(x, y) })
			if i < 0 {
				return false
			}
			y := came[i]
			list, came = append(list, CellChange{Before: &x, After: &y}), slices.Delete(came, i, i+1)
			return true
		})
	}
	for _, x := range gone {
		list = append(list, CellChange{Before: &x, Why: d.whyLeftOut(x)})
	}
	for _, y := range came {
		list = append(list, CellChange{After: &y})
	}
	slices.SortStableFunc(list, func(x, y CellChange) int {
		return cmp.Or(x.at().Compare(y.at()), strings.Compare(x.entry().Code, y.entry().Code))
	})
	return list
}

func (c CellChange) entry() *Entry {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

func (c CellChange) at() reports.Cell { return c.entry().At() }

// without returns the entries of a that b has not, each as often as it is more.
func without(a, b []Entry) []Entry {
	count := map[Entry]int{}
	for _, e := range b {
		count[e]++
	}
	var rest []Entry
	for _, e := range a {
		if count[e]--; count[e] < 0 {
			rest = append(rest, e)
		}
	}
	return rest
}

// meaning is what an entry speaks of, wherever it stands.
func meaning(e Entry) Entry { return Entry{Unit: e.Unit, Period: e.Period, Code: e.Code} }

func (d *Data) whyLeftOut(e Entry) string {
	i := slices.IndexFunc(d.LeftOut, func(l LeftOut) bool { return l.Entry == e })
	if i < 0 {
		return ""
	}
	return d.LeftOut[i].Why
}

// sentences compares two documents sentence by sentence. What stands between
// two sentences that stayed is paired in its order.
func sentences(a, b *paper.Document) []SentenceChange {
	x, y := read(a), read(b)
	var list []SentenceChange
	i, j := 0, 0
	for _, kept := range append(common(x, y), [2]int{len(x), len(y)}) {
		for i < kept[0] || j < kept[1] {
			var c SentenceChange
			if j < kept[1] {
				c.Section, c.After = y[j].section, y[j].text
			}
			if i < kept[0] {
				c.Section, c.Before = cmp.Or(c.Section, x[i].section), x[i].text
			}
			i, j = min(i+1, kept[0]), min(j+1, kept[1])
			list = append(list, c)
		}
		i, j = kept[0]+1, kept[1]+1
	}
	return list
}

type said struct{ section, text string }

func read(d *paper.Document) []said {
	var all []said
	for _, line := range d.Lines() {
		for _, s := range line.Sentences() {
			if text := strings.TrimSpace(s.Text()); text != "" {
				all = append(all, said{s.Section, text})
			}
		}
	}
	return all
}

// common returns the indices of a longest common subsequence of x and y.
// Documents have some hundreds of sentences, most of them the same.
func common(x, y []said) [][2]int {
	long := make([][]int, len(x)+1)
	for i := range long {
		long[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i].text == y[j].text {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].text == y[j].text:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case long[i+1][j] >= long[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
