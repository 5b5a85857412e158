package schedule

import (
	"time"

	"ccbreport/reports"
)

// A Rule is a spec, and what is done about its moments that were not seen to.
type Rule struct {
	Spec    Spec
	CatchUp bool          // what was missed is run when the computer is on again
	Grace   time.Duration // what is later than this is not
}

// punctual is how late an occurrence may be without CatchUp: the program looks
// once in a quarter of an hour, and the run before may take its time.
const punctual = time.Hour

// A Verdict is what is to be done now about a schedule.
type Verdict struct {
	Run     time.Time          // the moment to run now, zero for none
	Waiting reports.Occurrence // a failed one that is run later, see [Again]; zero for none
	Missed  []time.Time        // what will not be run any more and was not told yet, in order
}

// Due decides about the moments from since to now. Open are the occurrences that
// the ledger has until now: the last one, whatever became of it, and every other
// one that is begun or failed.
//
// Of several moments that went by only the latest is run: its report says what an
// earlier one would have said. What is done never runs again. What was missed
// does if a clock that ran ahead has been set right: a wrong clock must not lose a
// report. An occurrence is known by its moment alone, so that it does not matter
// how the clock came to it.
func (r Rule) Due(since time.Time, open []reports.Occurrence, now time.Time) Verdict {
	known := map[int64]reports.Occurrence{}
	for _, o := range open {
		known[o.Due.Unix()] = o
		if o.Due.After(since) {
			since = o.Due // when it was seen to, so were those before it
		}
	}
	moments := r.Spec.between(since, now)
	if len(moments) == 0 {
		return Verdict{Missed: abandoned(open, time.Time{})}
	}
	latest := moments[len(moments)-1].UTC()
	v := Verdict{Missed: abandoned(open, latest)}
	for _, m := range moments[:len(moments)-1] {
		if _, ok := known[m.Unix()]; !ok {
			v.Missed = append(v.Missed, m.UTC())
		}
	}
	r.decide(&v, latest, known[latest.Unix()], now)
	return v
}

// abandoned are the occurrences that are neither done nor the latest.
func abandoned(open []reports.Occurrence, latest time.Time) []time.Time {
	var list []time.Time
	for _, o := range open {
		if (o.State == reports.Begun || o.State == reports.Failed) && !o.Due.Equal(latest) {
			list = append(list, o.Due)
		}
	}
	return list
}

// decide says what to do about the latest moment; was is what the ledger has of
// it.
func (r Rule) decide(v *Verdict, latest time.Time, was reports.Occurrence, now time.Time) {
	grace := r.Grace
	if !r.CatchUp {
		grace = min(grace, punctual)
	}
	late := now.Sub(latest) > grace
	switch {
	case was.State == reports.Done, was.State == reports.Missed && late:
	case late:
		v.Missed = append(v.Missed, latest)
	case was.State == reports.Failed && now.Before(Again(was)) && !now.Before(was.Tried): // else the clock was set back since
		v.Waiting = was
	default:
		v.Run = latest
	}
}

// Again returns when a failed occurrence is tried again at the earliest: at the
// next look, since a disk that was full for a moment should not cost the hour for
// which a timer of the system sleeps; after a quarter of an hour if it fails again,
// then after twice as long each time, up to six hours.
func Again(failed reports.Occurrence) time.Time {
	if failed.Attempts < 2 {
		return failed.Tried
	}
	wait := 15 * time.Minute
	for range failed.Attempts - 2 {
		wait = min(2*wait, 6*time.Hour)
	}
	return failed.Tried.Add(wait)
}
