package batch

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/question"
)

// What an answer does is not guessed: the workbooks are read and added up again as if it
// were given. What is not found then hangs on the question.

// mostSupposed bounds how often the workbooks are read so: what stands further down is
// ranked by the findings alone.
const mostSupposed = 24

// A trial is one choice of a question.
type trial struct {
	of     *inquiry
	choice string // its id, or what else the question takes
	probe  bool   // only what hangs on the question is of interest: nobody may choose so
}

// A supposal is a reading of the workbooks as if some choices had been made.
type supposal struct {
	trials []trial
	said   []heeded         // what each trial says, and of which cells
	after  *work            // nil if it cannot be
	moves  map[int][]change // what each trial does to the figures
	under  map[string]int   // which of them settles a finding, by what that says
}

// measure tries the choices of the questions and notes what each does, in all
// questions and findings; list are those of the report as it is.
func (w *work) measure(questions []*inquiry, list []found) {
	w.measured = &measured{does: map[string]*inquiry{}, under: map[string]string{}}
	hangs := map[string]*inquiry{} // findings, by what they say
	for left, next := mostSupposed, asFewReadings(trialsOf(questions)); len(next) > 0 && left > 0; {
		now := next[:min(len(next), left)]
		left, next = left-len(now), next[len(now):]
		w.try(now)
		for _, s := range now {
			switch {
			case s.after != nil && w.tellsApart(&s, list):
				w.compareTrials(s, hangs)
			case len(s.trials) > 1:
				half := len(s.trials) / 2
				next = append(next, supposal{trials: s.trials[:half]}, supposal{trials: s.trials[half:]})
			}
		}
	}
	w.keepMeasures(questions, hangs)
}

// keepMeasures notes what was found out of the questions, and what hangs on them.
func (w *work) keepMeasures(questions []*inquiry, hangs map[string]*inquiry) {
	c := w.bare()
	for _, q := range questions {
		q.Share = max(q.Share, w.silentShare(q))
		if q.Kind == reports.AskName && q.New == nil {
			ind := c.proposed(q, reports.NewIndicator{})
			q.New = &ind
		}
		w.measured.does[q.Key] = q
	}
	for saying, q := range hangs {
		w.measured.under[saying] = q.Key
	}
}

// trialsOf lists the choices that are worth trying, those of questions that block
// first.
func trialsOf(questions []*inquiry) []trial {
	var all []trial
	for _, q := range questions {
		switch {
		case q.Kind == reports.AskName && len(q.options) == 0:
			all = append(all, trial{of: q, choice: reports.New})
		case q.Kind == reports.AskBlank:
			all = append(all, trial{of: q, choice: reports.Nought})
		}
		tries := 0
		for _, o := range q.options {
			if o.try {
				all = append(all, trial{of: q, choice: o.ID})
				tries++
			}
		}
		if probe := q.probe(); tries == 0 && probe != "" {
			all = append(all, trial{of: q, choice: probe, probe: true})
		}
	}
	slices.SortStableFunc(all, func(a, b trial) int { return cmp.Compare(rank(b.of), rank(a.of)) })
	return all
}

// probe is some answer to a question of which none is likely: any number, any branch.
func (q *inquiry) probe() string {
	switch {
	case q.Free == reports.AnyNumber:
		return "1"
	case q.Free == reports.AnyBranch && len(q.options) > 0:
		return q.options[0].ID
	}
	return ""
}

func rank(q *inquiry) int {
	if q.Blocking {
		return 1
	}
	return 0
}

// asFewReadings puts into one reading the first choice of every name, the second of every
// name into another, and so with values: as a rule each moves figures by cells of its own.
// All else is tried alone.
func asFewReadings(trials []trial) []supposal {
	var all []supposal
	fits := func(t trial) func(supposal) bool {
		return func(s supposal) bool {
			return s.trials[0].of.Kind == t.of.Kind && !slices.ContainsFunc(s.trials, func(o trial) bool { return o.of == t.of })
		}
	}
	for _, t := range trials {
		i := -1
		if t.of.Kind == reports.AskName || t.of.Kind == reports.AskValue {
			i = slices.IndexFunc(all, fits(t))
		}
		if i < 0 {
			i = len(all)
			all = append(all, supposal{})
		}
		all[i].trials = append(all[i].trials, t)
	}
	return all
}

// try reads as is supposed.
func (w *work) try(list []supposal) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range list {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wait.Done() }()
			list[i].after, list[i].said = w.tried(list[i].trials)
		}()
	}
	wait.Wait()
}

// tried is the work as it would be with some choices, and what each of them says; nil if
// it cannot be.
func (w *work) tried(trials []trial) (after *work, said []heeded) {
	c := w.bare()
	var answers []reports.Answer
	for _, t := range trials {
		c.inquiries = append(c.inquiries, t.of)
	}
	for _, t := range trials {
		a, err := c.Answer(Word{Key: t.of.Key, Choice: t.choice, Why: "?", probe: t.probe})
		if err != nil {
			return nil, nil
		}
		answers, said = append(answers, a), append(said, heeded{a, t.of.At})
	}
	after, err := w.suppose(answers...)
	if err != nil {
		return nil, nil
	}
	return after, said
}

// tellsApart notes what each of the choices moves and settles, and reports whether that is
// known: of several each change, and each finding that would be gone, must be the work of
// one of them. Otherwise they are to be tried without each other.
func (w *work) tellsApart(s *supposal, list []found) bool {
	s.moves, s.under = map[int][]change{}, map[string]int{}
	for _, c := range w.changes(s.after) {
		i := w.mover(*s, c)
		if i < 0 {
			return false
		}
		s.moves[i] = append(s.moves[i], c)
	}
	gone := w.gone(s.after)
	for _, f := range list {
		if said := saying(f.Finding); gone[said] && mayHang(f, s.trials[0].of) {
			i := s.settler(f.At)
			if i < 0 {
				return false
			}
			s.under[said] = i
		}
	}
	return true
}

// settler is the one trial whose cells reach all of some others: what was found in the
// row of a name is settled with it. It is -1 if there is none, or more than one.
func (s *supposal) settler(at []reports.Cell) int {
	if len(s.trials) == 1 {
		return 0
	}
	settler := -1
	for i, h := range s.said {
		reaches := func(c reports.Cell) bool {
			return slices.ContainsFunc(h.at, func(own reports.Cell) bool { return h.reaches(own, c) })
		}
		switch {
		case !slices.ContainsFunc(at, reaches):
		case settler >= 0 || slices.ContainsFunc(at, func(c reports.Cell) bool { return !reaches(c) }):
			return -1
		default:
			settler = i
		}
	}
	return settler
}

// mover is the one trial that a change is the work of: its cells hold all that the figure
// has more or less. It is -1 if there is none, or more than one.
func (w *work) mover(s supposal, c change) int {
	if len(s.trials) == 1 {
		return 0
	}
	mover := -1
	for _, e := range moved(w.totals.Figures[c.code].From, s.after.totals.Figures[c.code].From) {
		for i, h := range s.said {
			switch {
			case !h.bears(e):
			case mover >= 0 && mover != i:
				return -1
			default:
				mover = i
			}
		}
		if mover < 0 || !s.said[mover].bears(e) {
			return -1
		}
	}
	return mover
}

// moved are the contributions that only one of two figures has.
func moved(before, after []reports.Contribution) []reports.Contribution {
	count := map[reports.Contribution]int{}
	for _, e := range before {
		count[e]--
	}
	for _, e := range after {
		count[e]++
	}
	return slices.DeleteFunc(slices.Concat(before, after), func(e reports.Contribution) bool { return count[e] == 0 })
}

// suppose reads and adds up again as if answers were given; nothing is written of it.
func (w *work) suppose(answers ...reports.Answer) (*work, error) {
	after := &work{job: w.job, cat: w.cat, template: w.template, rules: w.rules, inbox: w.inbox, labels: w.labels}
	after.job.Answers = slices.Concat(w.job.Answers, answers)
	if slices.ContainsFunc(answers, func(a reports.Answer) bool { return a.Kind == reports.AskName }) {
		var err error
		if after.job.Templates, err = question.Lay(w.job.Templates, answers); err != nil {
			return nil, err
		}
		if after.cat, err = catalogue.Load(after.job.Templates); err != nil {
			return nil, err
		}
	}
	after.find(after.inbox.Findings)
	if err := after.understand(); err != nil {
		return nil, err
	}
	after.settle()
	return after, nil
}

// compareTrials notes what choices do to the figures, and which findings would not be
// there.
func (w *work) compareTrials(s supposal, hangs map[string]*inquiry) {
	for i, t := range s.trials {
		if ind := s.said[i].answer.Indicator; ind != nil {
			t.of.New = ind
		}
		if !t.probe {
			w.noteEffect(t, s.after.cat, s.moves[i])
		}
	}
	for said, i := range s.under {
		if q := s.trials[i].of; hangs[said] == nil || hangs[said].Share < q.Share {
			hangs[said] = q
		}
	}
}

// gone is what was found before any document is written, and is not found in another
// reading.
func (w *work) gone(after *work) map[string]bool {
	gone := map[string]bool{}
	for _, f := range w.findings[:w.gathered] {
		gone[saying(f)] = true
	}
	for _, f := range after.findings {
		delete(gone, saying(f))
	}
	return gone
}

// mayHang reports whether a finding that would be gone is folded under a question: it
// asks nothing itself, or only what follows when names, workbooks, columns and cells are
// known: whether a blank is one, which of two values counts, whether something may stand.
func mayHang(f found, q *inquiry) bool {
	kind, _, _ := strings.Cut(f.question, ".")
	switch reports.QuestionKind(kind) {
	case "":
		return true
	case reports.AskBlank:
		return q.Kind != reports.AskBlank
	case reports.AskRival, reports.AskLook, reports.AskAbsent:
		return q.Kind == reports.AskName || q.Kind == reports.AskBranch || q.Kind == reports.AskFile || q.Kind == reports.AskColumns
	}
	return false
}

// noteEffect notes what a choice does to the figures.
func (w *work) noteEffect(t trial, cat *catalogue.Catalogue, changes []change) {
	if len(changes) > 0 {
		t.of.Share = max(t.of.Share, changes[0].share)
	}
	i := slices.IndexFunc(t.of.Choices, func(c reports.Choice) bool { return c.ID == t.choice })
	t.of.Choices[i].Effect = w.effect(changes, cat)
	w.sayHowMuch(t, cat, changes)
}

// saying is what a finding says, to know it again.
func saying(f reports.Finding) string {
	parts := []string{f.Code, string(f.Unit)}
	for _, at := range f.At {
		if at.Addr != "" { // the same is said of a branch whichever of its workbooks count
			parts = append(parts, at.String())
		}
	}
	for _, name := range []string{"name", "count", "figures", "indicator", "text"} {
		parts = append(parts, f.Args[name])
	}
	return strings.Join(parts, "\x00")
}
