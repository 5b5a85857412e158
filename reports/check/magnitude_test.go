package check_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/check"
	"ccbreport/reports/check/checktest"
)

var long = flag.Bool("long", false, "run the long form of the tests")

// A kind of money of an invented ward: the middle of it by member, or by event,
// in đồng, and how many times that the largest may be.
var moneyKinds = []struct {
	code   string
	middle float64
	spread float64
	event  bool
}{
	{"QUY", 900_000, 3, false},
	{"UNGHO", 150_000, 2.2, false},
	{"TIEN", 130_000, 1.9, true},
}

// inventedWard makes the returns of a ward as wards are: branches of twenty to a
// hundred and twenty members, amounts by member that lie within some times of each
// other, and a few branches that give no members.
func inventedWard(random *rand.Rand) []reports.Return {
	within := func(middle, spread float64) float64 {
		return middle * math.Pow(spread, 2*random.Float64()-1)
	}
	var list []reports.Return
	for b := range 8 + random.IntN(33) {
		members := 20 + random.Int64N(101)
		silent := random.IntN(10) == 0
		for year := 2017; year < 2020; year++ {
			r := reports.Return{Unit: reports.UnitID(fmt.Sprintf("b%02d", b)), File: fmt.Sprintf("b%02d.xlsx", b), Period: reports.Year(year)}
			put := func(code string, n int64) {
				at := reports.Cell{File: r.File, Sheet: "S", Addr: fmt.Sprintf("%c%d", 'A'+year-2017, len(r.Entries)+1)}
				r.Entries = append(r.Entries, reports.Entry{Code: code, Value: reports.Int(n), At: at, Source: reports.FromTable})
			}
			if !silent {
				put("HV", members)
			}
			events := 1 + members/4 + random.Int64N(1+members/4)
			put("LUOT", events)
			for _, k := range moneyKinds {
				n := float64(members)
				if k.event {
					n = float64(events)
				}
				put(k.code, int64(n*within(k.middle, k.spread)/1000)*1000)
			}
			list = append(list, r)
		}
	}
	return list
}

// TestMagnitude: in wards as they are nothing is asked; of a single amount written
// a thousand times too large or too small that very cell is, with its slip.
func TestMagnitude(t *testing.T) {
	wards, tries := 12, 25
	if *long {
		wards, tries = 60, math.MaxInt
	}
	cat := checktest.Catalogue(t)
	for seed := range wards {
		random := rand.New(rand.NewPCG(uint64(seed), 11))
		returns := inventedWard(random)
		asked := func() reports.Findings { return check.Magnitude(cat, check.Settled{Returns: returns}) }
		if got := asked(); len(got) > 0 {
			t.Fatalf("ward %d: asked of amounts as they are:\n%s", seed, checktest.Print(got))
		}
		var money []*reports.Entry
		for _, r := range returns {
			for i := range r.Entries {
				if ind, _ := cat.Indicator(r.Entries[i].Code); ind.Money() {
					money = append(money, &r.Entries[i])
				}
			}
		}
		random.Shuffle(len(money), func(i, j int) { money[i], money[j] = money[j], money[i] })
		for _, e := range money[:min(tries, len(money))] {
			was := e.Value
			larger, _ := was.Scale(1000)
			for code, v := range map[string]reports.Value{"money.large": larger, "money.thousands": reports.Int(was.Num / 1000)} {
				e.Value = v
				got := asked()
				if len(got) != 1 || got[0].Code != code && got[0].Code != code+".moves" || !slices.Equal(got[0].At, []reports.Cell{e.At}) || got[0].Args["thousands"] == "" {
					t.Errorf("ward %d: %s at %s is %v for %v: want %s there, got\n%s", seed, e.Code, e.At, v, was, code, checktest.Print(got))
				}
			}
			e.Value = was
		}
	}
}
