package check

import (
	"math"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// How far an amount may lie from what is usual, either way. Measured on two
// wards: no true amount lies beyond, every one that is a thousand times too
// large or too small does.
const (
	// farByEvent is for the amount of one visit, funeral or loan: true ones lie
	// within 2 times the middle of the other branches.
	farByEvent = 5
	// farByMember is for an amount by member: true ones lie within 7 times.
	farByMember = 50
	// farByBranch is for the middle of all that a branch gives, by member: true
	// ones lie within 2 times.
	farByBranch = 3
	// farAlone is how far above the span of the catalogue an amount may lie where no
	// other branches show what is usual, and a level below it; where they do,
	// farByMember. Little may be given in a year: a flow may lie fewAlone below.
	farAlone, fewAlone = 5, 20

	// leastMoney is the đồng below which an amount is hardly meant in đồng: the
	// smallest note in use is 500 đồng (domain notes, 2.6, 8).
	leastMoney = 1_000
	// mostMoney is the đồng above which an amount of one unit is not believed.
	mostMoney = 100_000_000_000

	// enoughOthers is how many other branches show what is usual, enoughEvents how
	// many other lines of a log.
	enoughOthers, enoughEvents = 2, 4
	// enoughKinds is of how many kinds a branch must give money to be judged as a
	// whole.
	enoughKinds = 3
	// moving is the share, one in moving, of a printed figure that holds a final
	// report up.
	moving = 10
)

// Magnitude asks about amounts that are some orders too large or too small:
// held against the other branches by what was done and by member, against the
// span of the catalogue, and of a branch all its money together. It says which
// slip would explain them (thousands, millions, a nought) and blocks where that
// moves a figure of the ward by more than a tenth. There is one finding for each
// branch and kind of slip.
func Magnitude(cat *catalogue.Catalogue, settled Settled) reports.Findings {
	list := amounts(cat, settled)
	u := newUsual(list)
	for _, a := range list {
		a.judge(u)
	}
	for _, own := range byUnit(list) {
		judgeBranch(u, own)
	}
	moved := movedFigures(list)
	var fold Fold
	for _, own := range byUnit(list) {
		askUnit(cat, &fold, own, moved)
	}
	return fold.Findings()
}

// A slip is what somebody may have done to an amount: written 1/10, 1/1000 or
// 1/1000000 of it (by is 10, 1000, 1000000 and small holds), or so many times it.
type slip struct {
	by    int64
	small bool
}

// slipOf returns the slip that best explains an amount which is times what is
// usual. A nought more or less is not seen by member; between thousands and
// millions the middle parts.
func slipOf(times float64) slip {
	s := slip{by: 10, small: times < 1}
	switch far := max(times, 1/times); {
	case far > 31_623:
		s.by = 1_000_000
	case far > farByMember:
		s.by = 1_000
	}
	return s
}

// undo returns what was meant, unknown if that does not fit.
func (s slip) undo(v reports.Value) reports.Value {
	if s.small {
		v, _ = v.Scale(s.by)
		return v
	}
	v, _ = v.Per(reports.Int(s.by))
	return v
}

// beyond reports whether an amount that is times what is usual is too far off.
func beyond(times, limit float64) bool {
	return times > 0 && (times > limit || times < 1/limit)
}

// judge sets what is usual in place of an amount and, if it is too far off, the
// slip. What was done tells more than how many members there are.
func (a *amount) judge(u *usual) {
	below, above := float64(fewAlone), float64(farAlone)
	if AtEnd(a.ind, a.Entry) {
		below = farAlone
	}
	for _, t := range []struct {
		by    func(*amount) (float64, float64)
		limit float64
	}{{u.byEvent, farByEvent}, {u.byMember, farByMember}} {
		small, large := t.by(a)
		if small == 0 {
			continue
		}
		below, above = farByMember, farByMember
		a.hold(small, large, t.limit)
	}
	a.holdSpan(below, above)
	a.holdAlone()
}

// hold compares with the two middles of the others: the smaller tells what is
// too small, the larger what is too large, so that one slip among few others
// accuses nobody else.
func (a *amount) hold(small, large, limit float64) {
	typical := large
	if a.value < small {
		typical = small
	}
	if a.typical == 0 {
		a.typical = typical
	}
	if !a.odd() && (beyond(a.value/small, limit) && beyond(a.value/large, limit)) {
		a.typical, a.slip = typical, slipOf(a.value/typical)
	}
}

// holdSpan compares with what the catalogue holds for plausible.
func (a *amount) holdSpan(below, above float64) {
	small, large, middle := a.span()
	if a.typical == 0 {
		a.typical = middle
	}
	if !a.odd() && small > 0 && (a.value < small/below || a.value > large*above) {
		a.typical, a.slip = middle, slipOf(a.value/middle)
	}
}

// holdAlone compares with what money there is at all.
func (a *amount) holdAlone() {
	switch {
	case a.odd() || leastMoney <= a.value && a.value <= mostMoney:
	case a.typical > 0 && beyond(a.value/a.typical, math.Sqrt(10)):
		a.slip = slipOf(a.value / a.typical)
	default:
		a.slip = slip{by: 1_000, small: a.value < leastMoney}
	}
}

// judgeBranch asks about all the money of a branch that lies off as a whole, and
// not about what of it lies where the others' does.
func judgeBranch(u *usual, own []*amount) {
	times := u.ofBranch(own)
	if len(times) < enoughKinds {
		return
	}
	slices.Sort(times)
	low, high := times[(len(times)-1)/2], times[len(times)/2]
	if !beyond(low, farByBranch) || !beyond(high, farByBranch) || low < 1 != (high < 1) {
		return
	}
	whole := slipOf(low)
	for _, a := range own {
		t := a.value / a.typical // +Inf where nothing is usual
		follows := a.typical == 0 || beyond(t, farByBranch) && t < 1 == whole.small
		if !a.odd() && follows {
			a.slip = whole
		}
	}
}

// A figureKey names a figure of the ward: a flow over all its periods, a level
// on one day.
type figureKey struct {
	code string
	on   reports.Day
}

func (a *amount) figure() figureKey {
	if AtEnd(a.ind, a.Entry) {
		return figureKey{a.Code, a.Period.To}
	}
	return figureKey{code: a.Code}
}

// movedFigures returns the figures of the ward that all slips together would
// move by more than a tenth: many small ones are as wrong as one that is large.
func movedFigures(list []*amount) map[figureKey]bool {
	printed, moved := map[figureKey]float64{}, map[figureKey]float64{}
	for _, a := range list {
		printed[a.figure()] += a.value
		if a.odd() {
			moved[a.figure()] += math.Abs(a.value - float(a.slip.undo(a.Value)))
		}
	}
	far := map[figureKey]bool{}
	for k, m := range moved {
		far[k] = m*moving > printed[k]
	}
	return far
}

// askUnit asks about each kind of slip that a unit may have made.
func askUnit(cat *catalogue.Catalogue, fold *Fold, own []*amount, moved map[figureKey]bool) {
	blocks := map[slip]bool{}
	for _, a := range own {
		blocks[a.slip] = blocks[a.slip] || moved[a.figure()]
	}
	for _, a := range own {
		if a.odd() {
			fold.Add(a.slip.code(blocks[a.slip]), a.Unit, a.slip.key(), a.args(), label(cat, a.Contribution)+": "+ValueText(a.ind, a.Value), a.At)
		}
	}
}

func (s slip) code(blocks bool) string {
	code := "money.large"
	if s.small {
		code = "money.thousands"
	}
	if blocks {
		code += ".moves"
	}
	return code
}

// key names the slip, and the argument that holds what would have been meant.
func (s slip) key() string {
	return map[int64]string{10: "tenfold", 1_000: "thousands", 1_000_000: "millions"}[s.by]
}

func (a *amount) args() reports.Args {
	args := reports.Args{
		"file": a.At.File, "cell": a.At.String(), "name": a.ind.Name, "value": ValueText(a.ind, a.Value),
		"typical": "", "tenfold": "", "thousands": "", "millions": "",
	}
	if meant := a.slip.undo(a.Value); meant.Known() {
		args[a.slip.key()] = ValueText(a.ind, meant)
	}
	if a.typical > 0 {
		args["typical"] = ValueText(a.ind, rough(a.typical))
	}
	return args
}

// rough returns an amount in two figures: 31.437.250 is about 31.000.000.
func rough(x float64) reports.Value {
	unit := math.Pow10(max(0, int(math.Floor(math.Log10(x)))-1))
	return reports.Int(int64(math.Round(x/unit) * unit))
}
