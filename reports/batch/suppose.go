package batch

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
	"ccbreport/reports/question"
)

// What an answer does is not guessed: the workbooks are read and added up again as if it
// were given. What is not found then hangs on the question.

// mostSupposed bounds how many answers are tried: what stands further down is ranked by
// the findings alone.
const mostSupposed = 24

// A trial is one choice of a question, with what came of it.
type trial struct {
	of     *inquiry
	choice string // its id, or what else the question takes
	probe  bool   // only what hangs on the question is of interest: nobody may choose so
	after  *work
}

// measure tries the choices of the questions and notes what each does, in all
// questions and findings; list are those of the report as it is.
func (w *work) measure(questions []*inquiry, list []found) {
	w.measured = &measured{does: map[string]*inquiry{}, under: map[string]string{}}
	trials := trialsOf(questions)
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range trials {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wait.Done() }()
			trials[i].after = w.tried(trials[i])
		}()
	}
	wait.Wait()
	hangs := map[string]*inquiry{} // findings, by what they say
	for _, t := range trials {
		if t.after != nil {
			w.compareTrial(t, list, hangs)
		}
	}
	for _, q := range questions {
		q.Share = max(q.Share, w.silentShare(q))
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
	return all[:min(len(all), mostSupposed)]
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

// tried is the work as it would be with a choice; nil if it cannot be.
func (w *work) tried(t trial) *work {
	c := w.bare()
	c.inquiries = []*inquiry{t.of}
	a, err := c.Answer(Word{Key: t.of.Key, Choice: t.choice, Why: "?"})
	if err != nil {
		return nil
	}
	after, err := w.suppose(a)
	if err != nil {
		return nil
	}
	return after
}

// suppose reads and adds up again as if answers were given.
func (w *work) suppose(answers ...reports.Answer) (*work, error) {
	after := &work{job: w.job, cat: w.cat, template: w.template, rules: w.rules, inbox: w.inbox}
	after.job.Answers = slices.Concat(w.job.Answers, answers)
	if slices.ContainsFunc(answers, func(a reports.Answer) bool { return a.Kind == reports.AskName }) {
		var err error
		if after.job.Templates, err = question.Lay(w.job.Templates, answers); err != nil {
			return nil, err
		}
		if err = after.load(); err != nil {
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

// compareTrial notes what a choice does to the figures, and which findings would not
// be there.
func (w *work) compareTrial(t trial, list []found, hangs map[string]*inquiry) {
	if !t.probe {
		w.noteEffect(t)
	}
	gone := map[string]bool{} // what was found before any document is written, and is not found now
	for _, f := range w.findings[:w.gathered] {
		gone[saying(f)] = true
	}
	for _, f := range t.after.findings {
		delete(gone, saying(f))
	}
	for _, f := range list {
		if s := saying(f.Finding); gone[s] && mayHang(f, t.of) && (hangs[s] == nil || hangs[s].Share < t.of.Share) {
			hangs[s] = t.of
		}
	}
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
	case reports.AskRival, reports.AskLook:
		return q.Kind == reports.AskName || q.Kind == reports.AskBranch || q.Kind == reports.AskFile || q.Kind == reports.AskColumns
	}
	return false
}

// noteEffect notes what a choice does to the figures.
func (w *work) noteEffect(t trial) {
	changes := w.changes(t.after)
	if len(changes) > 0 {
		t.of.Share = max(t.of.Share, changes[0].share)
	}
	i := slices.IndexFunc(t.of.Choices, func(c reports.Choice) bool { return c.ID == t.choice })
	t.of.Choices[i].Effect = w.effect(changes, t.after.cat)
	w.sayHowMuch(t, changes)
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

// A change is what an answer does to one printed figure.
type change struct {
	code          string
	before, after reports.Value // not known where there is none
	share         float64
}

// changes lists what another reading of the workbooks changes, the largest share first.
func (w *work) changes(after *work) []change {
	var all []change
	for code, f := range after.totals.Figures {
		before := w.totals.Figures[code].Value
		if s := share(before, f.Value); s > 0 {
			all = append(all, change{code, before, f.Value, s})
		}
	}
	for code, f := range w.totals.Figures {
		if _, ok := after.totals.Figures[code]; !ok {
			all = append(all, change{code, f.Value, reports.Value{}, 1})
		}
	}
	slices.SortFunc(all, func(a, b change) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.code, b.code)) })
	return all
}

// share is the part of a figure that a change is: all of it where there is no figure
// before.
func share(before, after reports.Value) float64 {
	number := func(v reports.Value) float64 { return float64(v.Num) / float64(v.Den) }
	switch {
	case !before.Known() || !after.Known():
		return 1
	case before.Equal(after):
		return 0
	}
	a, b := number(before), number(after)
	return math.Abs(a-b) / max(math.Abs(a), math.Abs(b))
}

// effect words what a choice does, the largest changes first.
func (w *work) effect(changes []change, cat *catalogue.Catalogue) string {
	const told = 3
	var words []string
	for i, c := range changes {
		if i == told {
			words = append(words, w.rules.Word("more", reports.Args{"count": strconv.Itoa(len(changes) - told)}, w.job.Lang))
			break
		}
		ind, _ := cat.Indicator(c.code)
		args := reports.Args{"name": ind.Name, "before": check.ValueText(ind, c.before), "after": check.ValueText(ind, c.after)}
		id := "effect"
		switch {
		case !c.before.Known():
			id = "effect new"
		case !c.after.Known():
			id = "effect gone"
		}
		words = append(words, w.rules.Word(id, args, w.job.Lang))
	}
	return strings.Join(words, "; ")
}

// sayHowMuch puts into the text of a question about a name what stands under it.
func (w *work) sayHowMuch(t trial, changes []change) {
	if t.of.Kind != reports.AskName || t.of.sum != "" || len(changes) == 0 {
		return
	}
	ind, _ := t.after.cat.Indicator(changes[0].code)
	value := changes[0].after
	if before := changes[0].before; before.Known() {
		less, _ := before.Scale(-1)
		value, _ = value.Add(less)
	}
	if !value.Known() || value.Num < 0 || t.choice != reports.New && !ind.Adds() {
		return
	}
	t.of.sum = check.ValueText(ind, value)
	if !ind.Percent() {
		t.of.sum += " " + ind.Unit
	}
	t.of.Text = w.rules.Text(t.of.Kind, w.spoken(t.of), w.job.Lang)
}

// unreadShare is the part of a figure that some cells are that cannot be read: all of
// it if there is no other.
func (w *work) unreadShare(at []reports.Cell) float64 {
	most := 0.0
	for _, c := range at {
		u := w.unread(c)
		if u == nil {
			continue
		}
		f, ok := w.totals.Figures[u.Code]
		if !ok {
			return 1
		}
		most = max(most, 1/float64(len(f.From)+1))
	}
	return most
}

// silentShare is the part of the branches that a question leaves out: the figures of
// a file that cannot be read are not known.
func (w *work) silentShare(q *inquiry) float64 {
	code := q.asks[0].Code
	if q.Kind == reports.AskValue {
		return w.unreadShare(q.At)
	}
	if !strings.HasPrefix(code, "file.") && !strings.HasPrefix(code, "branch.") {
		return 0
	}
	return 1 / float64(max(1, len(w.books.Branches), len(w.job.Branches)))
}
