package batch

import (
	"slices"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/check"
	"ccbreport/reports/compose"
	"ccbreport/reports/normalise"
	"ccbreport/reports/workbook"
)

// A Standing is how far one branch has come with its report.
type Standing = workbook.Standing

// standings tells of every branch of the list, or of every branch found, how far
// it has come. c has its files and findings already.
func (w *work) standings(c *Checked) []Standing {
	units := w.job.Branches
	if len(units) == 0 {
		units = w.books.Branches
	}
	shares := check.Shares(w.cat, w.settled, w.job.Branches)
	papers := w.otherPapers()
	var list []Standing
	for _, u := range units {
		s := Standing{
			Unit: u, Expected: len(w.job.Branches) > 0, Received: slices.Contains(w.received, u.ID),
			Given: shares[u.ID].Given, Of: shares[u.ID].Of, Late: -1,
		}
		for _, f := range c.Findings {
			switch {
			case c.Concerns(f) != u.ID:
			case f.Severity == reports.Blocking:
				s.Blocking++
			case f.Severity == reports.Warning:
				s.Warning++
			}
		}
		w.saved(&s)
		for _, f := range c.Files {
			if f.Unit == u.ID && !slices.Contains(s.Files, f.Name) {
				s.Files = append(s.Files, f.Name) // it came, and could not be used
			}
		}
		if !s.Received {
			s.Files = append(s.Files, papers[u.ID]...)
		}
		slices.Sort(s.Files)
		list = append(list, s)
	}
	return list
}

// printed are the standings as the report prints them.
func printed(list []Standing) []compose.Standing {
	var all []compose.Standing
	for _, s := range list {
		all = append(all, compose.Standing{
			Name: s.Unit.Name, Received: s.Received, Given: s.Given, Of: s.Of, Saved: s.Saved, Late: s.Late,
			Blocking: s.Blocking, Warning: s.Warning,
		})
	}
	return all
}

// otherPapers are the files that are no workbooks, by the branch that their names
// say: photos of a form, documents. What stands in the folder of photos is the
// ward's, for its report.
func (w *work) otherPapers() map[reports.UnitID][]string {
	papers := map[reports.UnitID][]string{}
	for _, f := range w.inbox.Files {
		if f.Why != "file.other" && !reports.IsPhoto(f.Name) || strings.HasPrefix(strings.ToLower(f.Name), "anh/") {
			continue
		}
		if unit := normalise.Sender(f.Name, w.options()); unit != "" {
			papers[unit] = append(papers[unit], f.Name)
		}
	}
	return papers
}

// saved names the workbooks of a branch and the day on which the first of them
// was saved, by the core properties: sending one again resets the time of the
// file. A branch that corrects what it sent in time was in time.
func (w *work) saved(s *Standing) {
	for i, b := range w.books.Books {
		if b.Rejected != "" || !slices.Contains(b.Units, s.Unit.ID) {
			continue
		}
		s.Files = append(s.Files, b.Name)
		if at := w.inbox.Books[i].Modified; !at.IsZero() {
			day := dayIn(at, w.job.zone())
			if s.Saved == 0 || day < s.Saved {
				s.Saved = day
			}
		}
	}
	if s.Saved != 0 && w.job.Due != 0 {
		s.Late = max(0, int(s.Saved-w.job.Due))
	}
}

func dayIn(at time.Time, zone *time.Location) reports.Day {
	y, m, d := at.In(zone).Date()
	return reports.DayOf(y, int(m), d)
}
