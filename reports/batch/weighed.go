package batch

import "ccbreport/reports"

// standing is the severity of a finding after what people said to it: what blocks and may
// stand is something to look at still, anything else that was answered is a note.
func (w *work) standing(f found) reports.Severity {
	severity := w.severity(f.Finding)
	switch {
	case f.accepted == "":
		return severity
	case severity == reports.Blocking:
		return reports.Warning
	}
	return reports.Note
}

// weighed puts beside each finding that asks something what people said to it.
func (w *work) weighed(list reports.Findings) []found {
	var out []found
	for _, f := range list {
		one := found{Finding: f}
		if _, key, _ := w.rules.Of(f, w.severity(f)); key != "" {
			a, _ := w.acceptance(f)
			one.accepted = a.Why
			one.grounds = []reports.Acceptance{w.ground(f)}
		}
		out = append(out, one)
	}
	return out
}

// A measured is what is known of the answers to questions.
type measured struct {
	does  map[string]*inquiry // by key: with their shares and effects
	under map[string]string   // key of the question that a finding hangs on, by what it says
}

// asksOnce returns the questions that the findings ask, the weightiest first. What the
// answers to them would do is the same however often a run is told of.
func (w *work) asksOnce(list []found) []*inquiry {
	questions := w.ask(list)
	if w.issue == nil && w.measured == nil && !w.job.Unmeasured {
		w.measure(questions, list)
		questions = w.ask(list) // without what hangs on another
	}
	if w.measured == nil {
		return questions
	}
	byKey := map[string]*inquiry{}
	for _, q := range questions {
		byKey[q.Key] = q
		if m, ok := w.measured.does[q.Key]; ok {
			q.Share, q.Choices, q.New, q.sum = m.Share, m.Choices, m.New, m.sum
			q.Text = w.rules.Text(q.Kind, w.spoken(q), w.job.Lang)
		}
	}
	for i := range list {
		f := &list[i]
		if q := byKey[w.measured.under[saying(f.Finding)]]; q != nil && f.question == "" && w.severity(f.Finding) != reports.Note {
			f.question = q.Key
			q.Settles++
		}
	}
	inOrder(questions)
	return questions
}

// hangsOnAnother reports whether a finding would not be there if another question than
// its own were answered.
func (w *work) hangsOnAnother(f reports.Finding, own string) bool {
	if w.measured == nil {
		return false
	}
	key := w.measured.under[saying(f)]
	return key != "" && key != own
}
