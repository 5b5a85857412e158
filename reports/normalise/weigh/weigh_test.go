package weigh

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
)

var classes = map[string]Class{
	"?": Nothing, "actual": Actual, "place": Place, "total": Total, "part": Part, "half": Half,
}

// quarters and the year of 2019, as classes of columns.
var periods = map[string]reports.Period{
	"Q1":   reports.PeriodOf(reports.DayOf(2019, 1, 1), reports.DayOf(2019, 3, 31)),
	"Q2":   reports.PeriodOf(reports.DayOf(2019, 4, 1), reports.DayOf(2019, 6, 30)),
	"half": {},
	"year": reports.PeriodOf(reports.DayOf(2019, 1, 1), reports.DayOf(2019, 12, 31)),
}

// scales reads heads and rows: a head is a class, a period, or @ and a branch, with a
// star for the branch itself; a row is its numbers, behind "level", "flow" or
// "unknown", with a dash for an empty cell.
func scales(t *testing.T, heads string, rows ...string) *Scales {
	t.Helper()
	var columns []Column
	for _, head := range strings.Fields(heads) {
		c := Column{}
		if class, ok := classes[head]; ok {
			c.Class = class
		} else if p, ok := periods[head]; ok {
			c.Class, c.Period = Period, p
		} else {
			c.Class, c.Unit, c.Self = Branch, reports.UnitID(strings.Trim(head, "@*")), strings.HasSuffix(head, "*")
		}
		columns = append(columns, c)
	}
	var known []Row
	for _, row := range rows {
		words := strings.Fields(row)
		known = append(known, Row{Known: words[0] != "unknown", Level: words[0] == "level"})
		for i, word := range words[1:] {
			a := Amount{}
			if n, err := strconv.ParseInt(word, 10, 64); err == nil {
				a = Amount{n * 10_000, true}
			}
			columns[i].Amounts = append(columns[i].Amounts, a)
		}
	}
	return New(columns, known)
}

func told(uses []Use) string {
	var words []string
	for _, u := range uses {
		words = append(words, map[Use]string{AsValue: "value", AsTotal: "total", AsAddend: "add", AsPart: "part"}[u])
	}
	return strings.Join(words, " ")
}

// TestWeigh: the best reading of columns, and the one that a person must part from it.
func TestWeigh(t *testing.T) {
	for _, c := range []struct {
		why, heads  string
		rows        []string
		best, rival string
	}{
		{"a total of one thing is none", "total part", []string{"level 50 4", "flow 3 0", "flow 6 1"}, "value part", ""},
		{"men and women are everybody, and add up to what stands before them", "total half half", []string{"level 50 46 4", "level 30 28 2"}, "total add add", ""},
		{"a word for women alone is a part", "actual half", []string{"level 50 4", "level 30 2"}, "value part", ""},
		{"without a sum beside them they add up", "half half", []string{"level 46 4", "level 28 2"}, "add add", ""},
		{"quarters are values, the sum over them is held against them", "Q1 Q2 total", []string{"flow 3 4 7", "flow 10 20 30", "flow 5 5 10"}, "value value total", ""},
		{"a slip in one row overturns no total", "Q1 Q2 total", []string{"flow 13 4 17", "flow 10 20 30", "flow 15 5 20", "flow 8 8 17", "flow 9 9 18"}, "value value total", ""},
		{"a level is no sum: its last may stand there again", "Q1 Q2 total", []string{"level 50 52 52", "level 30 31 31"}, "value value total", ""},
		{"branches and their sum", "@a @b total", []string{"level 50 30 80", "flow 3 4 7"}, "value value total", ""},
		{"the branch itself is the sum of its groups", "place place @a*", []string{"level 25 25 50", "level 10 11 21", "flow 12 20 32"}, "add add total", ""},
		{"old villages add up", "place place", []string{"level 25 25", "flow 3 1"}, "add add", ""},
		{"one of several places may be the sum of the others", "place place place", []string{"level 25 20 45", "flow 30 12 42", "flow 60 11 71"}, "add add total", ""},
		{"one row of places does not tell whether the last is the sum", "place place place", []string{"flow 20 25 45"}, "add add total", "add add add"},
		{"a sum that fits in no row leaves open whether the quarters count", "Q1 Q2 total", []string{"flow 1 0 2", "flow 1 1 3"}, "value value value", "value value total"},
		{"one row does not prove a sum that no word proposes", "? ? ?", []string{"flow 22 25 47"}, "value value value", ""},
		{"nor does one beside rows of nothing, or of one number", "? ? ?", []string{"flow 22 25 47", "level 0 0 0", "flow 3 0 3"}, "value value value", ""},
		{"two rows do", "? ? ?", []string{"flow 22 25 47", "flow 30 12 42"}, "add add total", ""},
		{"one row may leave a large sum of places open", "place place place", []string{"flow 1500000 1800000 3300000"}, "add add total", "add add add"},
		{"heads that say nothing have equal claims", "? ? ?", []string{"flow 22 25 48"}, "value value value", ""},
		{"places that do not add up to their total are parts of it", "place place @a*", []string{"flow 1 1 2", "flow 20 25 47"}, "part part value", ""},
		{"many rows do", "? ? ? total", []string{
			"flow 21 32 53 53", "flow 11 12 23 23", "flow 41 32 73 73", "flow 15 17 32 32", "flow 61 20 81 81",
		}, "add add total total", ""},
		{"a part is not more than its whole", "actual part", []string{"level 5 50", "level 3 30", "level 2 20"}, "value value", ""},
		{"what says nothing beside a period may be another value or an addend", "Q1 ? total", []string{"flow 5 4 9"}, "value add total", "value value total"},
		{"nothing is known of a row that nobody names", "? ?", []string{"unknown 1 2"}, "value value", ""},
	} {
		best, rival := scales(t, c.heads, c.rows...).Weigh()
		if got, other := told(best), told(rival); got != c.best || other != c.rival {
			t.Errorf("%s:\n%s %q\n got %s, or %s\nwant %s, or %s", c.why, c.heads, c.rows, got, other, c.best, c.rival)
		}
	}
}

// TestBest: the best of the readings that somebody wants, whatever weighs more.
func TestBest(t *testing.T) {
	s := scales(t, "Q1 Q2 total", "flow 3 4 7", "flow 10 20 30")
	best, ok := s.Best(func(uses []Use) bool { return uses[2] == AsValue })
	if !ok || told(best) != "value value value" {
		t.Errorf("%v %s", ok, told(best))
	}
	if best, ok := s.Best(s.Adds); ok {
		t.Errorf("quarters add up: %s", told(best))
	}
	best, _ = s.Best(func([]Use) bool { return true })
	if first, _ := s.Weigh(); told(best) != told(first) {
		t.Errorf("the best of all is %s, not %s", told(best), told(first))
	}
}

// TestTotals: in which rows a total comes out, of whatever columns; and what a part may
// be a part of.
func TestTotals(t *testing.T) {
	s := scales(t, "Q1 Q2 total", "flow 3 4 7", "flow 3 4 8", "flow 0 7 7", "level 3 4 4", "flow 3 4 -")
	best, _ := s.Weigh()
	if told(best) != "value value total" || s.Adds(best) || !s.HasTotal(best) || s.Clash(best) || s.Halves() {
		t.Error(told(best), s.Adds(best), s.HasTotal(best), s.Clash(best), s.Halves())
	}
	for k, want := range []bool{true, false, true, true, true} {
		if got := s.Fits(2, best)[k]; got != want {
			t.Errorf("the total of row %d comes out: %v", k, got)
		}
	}
	s = scales(t, "half half", "level 46 4", "level - -")
	best, _ = s.Weigh()
	if !s.Halves() || !s.Adds(best) || s.HasTotal(best) {
		t.Error("men and women do not add up", told(best))
	}
	if whole, ok := s.Whole(best, 0); !ok || whole != 500_000 {
		t.Error("both together are", whole, ok)
	}
	if _, ok := s.Whole(best, 1); ok {
		t.Error("nothing is a whole")
	}
	s = scales(t, "? ?", "flow 22 25")
	if best, _ = s.Weigh(); !s.Clash(best) {
		t.Error("two columns of one claim do not clash", told(best))
	}
}

// TestFigures: what a reading comes to. A period that lies within a longer one is not
// added to it; of a level the last counts.
func TestFigures(t *testing.T) {
	s := scales(t, "Q1 Q2 year @a", "flow 3 4 8 5", "level 50 52 51 40", "unknown 1 2 3 4")
	got := s.figures([]Use{AsValue, AsValue, AsValue, AsValue})
	if want := "0  80000\n0 a 50000\n1  510000\n1 a 400000\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s = scales(t, "place place total", "flow 3 4 8")
	if adds, whole := s.figures([]Use{AsAddend, AsAddend, AsPart}), s.figures([]Use{AsAddend, AsAddend, AsTotal}); adds != "0  70000\n" || whole != "0  80000\n" {
		t.Errorf("%q and %q", adds, whole)
	}
}

// TestSums: what one row says of a total, in bits: much where two addends come out,
// little where only one is there or a level stands again, against it where they do not.
func TestSums(t *testing.T) {
	for _, c := range []struct {
		heads, row string
		misses     int
		won        float64
	}{
		{"Q1 Q2 total", "flow 3 4 7", 0, 3},                       // log2(1+7)
		{"Q1 Q2 total", "flow 7 0 7", 0, 0.75},                    // of one
		{"Q1 Q2 total", "level 3 7 7", 0, 0.75},                   // the last again
		{"@a @b total", "level 3 7 7", 1, 0},                      // of branches nothing stands again
		{"Q1 Q2 total", "flow 3 4 8", 1, 0},                       // a miss
		{"Q1 Q2 total", "flow - - 7", 0, -4},                      // half a miss
		{"Q1 Q2 total", "flow 3 4 -", 0, 0},                       // nothing
		{"Q1 Q2 total", "flow 0 0 0", 0, 0},                       // says nothing
		{"Q1 Q2 total", "flow -3 -4 -7", 0, 3},                    // nor does a sign
		{"Q1 Q2 total", "flow 999 1001 2000", 0, math.Log2(1001)}, // and no more for more
	} {
		s := scales(t, c.heads, c.row)
		got := s.sums(2, []int{0, 1})
		if got.misses != c.misses || got.won != c.won {
			t.Errorf("%s %q: %+v, want %d, %v", c.heads, c.row, got, c.misses, c.won)
		}
	}
	if bits := (verdict{misses: 9, won: 99}).bits(); bits != 0 {
		t.Error("many rows outweigh any miss, or many misses any row:", bits)
	}
	for _, heads := range []string{"@a total", "Q1 total", "actual total"} {
		if one := scales(t, heads, "level 50 50"); len(one.addendSets(1, []Use{AsValue, AsTotal})) == 0 {
			t.Errorf("%s: a total is none of one", heads)
		}
	}
	if one := scales(t, "place total", "level 50 50"); len(one.addendSets(1, []Use{AsAddend, AsTotal})) != 0 {
		t.Error("a total is that of one place")
	}
}

// TestCosts: what readings cost that no sheet means.
func TestCosts(t *testing.T) {
	for _, c := range []struct {
		heads, uses    string
		claims, addend float64
	}{
		{"? ?", "value value", -14, 0},
		{"@a @a @b", "value value value", -14, 0},
		{"Q1 Q1", "value value", 0, 0}, // they are compared when the periods are settled
		{"Q1 Q2", "value value", 0, 0},
		{"? ? ?", "add add add", 0, 0},
		{"? ? ?", "add part part", 0, -8},    // nothing to add to
		{"? ? Q1", "add add value", 0, -6},   // beside periods
		{"? ? ?", "add add value", 0, -8},    // beside a bare value
		{"? ? @a", "add add value", 0, -8},   // beside a branch
		{"? ? @a*", "add add value", 0, -14}, // of which they are the sum
		{"? @a", "value value", 0, -12},      // bare beside branches
	} {
		s := scales(t, c.heads)
		var uses []Use
		for _, word := range strings.Fields(c.uses) {
			uses = append(uses, map[string]Use{"value": AsValue, "add": AsAddend, "part": AsPart}[word])
		}
		if claims, addend := s.claims(uses), s.addends(uses); claims != c.claims || addend != c.addend {
			t.Errorf("%s as %s: %v and %v, want %v and %v", c.heads, c.uses, claims, addend, c.claims, c.addend)
		}
	}
}
