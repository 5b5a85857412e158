package office

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/history"
)

// What a letter about a draft has room for on a telephone.
const (
	briefFigures = 5
	briefChanges = 5
	briefAsked   = 5
	briefBlanks  = 3
	briefRunes   = 140 // of one question
)

// brief fills in what the letter that brings a draft is read for: its chief figures, what
// is open, what changed since the draft that the officers had before, and what to do.
func (o *Office) brief(w *deliver.Words, draft archive.Edition, due reports.Day) error {
	next, err := o.steps(draft, due)
	if err != nil {
		return err
	}
	w.Lines, w.Commands = next.lines, next.commands
	report, _ := o.conf.Report(draft.Manifest.Report)
	if next.approve {
		w.Code = draft.Manifest.Code()
	}
	w.Signs, w.Sends = report.Release == "signed", report.Release != "signed" && o.canSend()
	h, err := o.history()
	if err != nil {
		return err
	}
	w.Asked = asked(h, draft.Manifest)
	w.MoreAsked = max(0, len(w.Asked)-briefAsked)
	w.Asked = w.Asked[:len(w.Asked)-w.MoreAsked]
	chief, err := batch.ChiefOf(o.templates, cmp.Or(report.Template, draft.Manifest.Report))
	if err != nil {
		chief = nil // that template is for the next report; this one is made
	}
	if w.Figures, err = h.Chief(draft.ID, chief, briefFigures); err != nil {
		return err
	}
	return o.since(w, h, draft, chief)
}

// history tells about the editions that stand here, in Vietnamese.
func (o *Office) history() (*history.History, error) {
	cat, err := catalogue.Load(o.templates)
	return &history.History{Conf: o.conf, Store: o.Store, Cat: cat, Lang: "vi"}, err
}

// asked is what is open about a draft, a line each: the questions that must be answered, what
// else blocks, and the other questions. Branches that sent nothing stand in the letter
// already.
func asked(h *history.History, m archive.Manifest) (lines []string) {
	var later []string
	of := map[string]bool{}
	for _, q := range m.Questions {
		of[q.Key] = true
		switch {
		case q.Kind == reports.AskAbsent:
		case q.Blocking:
			lines = append(lines, named(q, m)+shorter(q.Text))
		default:
			later = append(later, named(q, m)+shorter(q.Text))
		}
	}
	for _, f := range m.Findings {
		if f.Severity != reports.Blocking || f.Code == "branch.missing" || of[f.Question] {
			continue
		}
		if line := shorter(h.Words(f).Message); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return append(lines, later...)
}

// named are the indicators that a question about blanks is about, to stand before it: who
// reads on a telephone has no workbook at hand to see which they are.
func named(q archive.Question, m archive.Manifest) string {
	var names []string
	for _, f := range m.Findings {
		name := cmp.Or(f.Args["figures"], f.Args["indicator"])
		if q.Kind == reports.AskBlank && f.Question == q.Key && name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > briefBlanks:
		names = append(names[:briefBlanks], "…")
	}
	return shorter(strings.Join(names, "; ")) + ": "
}

// shorter is a text on one line, cut behind a word where it is long.
func shorter(text string) string {
	begins, more := viet.Beginning(text, briefRunes)
	if more {
		return strings.TrimRight(begins, " ,;:.") + "…"
	}
	return begins
}

// since says what changed since the draft that the officers had before.
func (o *Office) since(w *deliver.Words, h *history.History, draft archive.Edition, chief []string) error {
	before, err := o.hadBefore(draft)
	if err != nil || before == "" {
		return err
	}
	news, err := h.News(before, draft.ID, chief, briefChanges)
	var damaged *archive.DamagedError
	if errors.As(err, &damaged) && damaged.Edition == before {
		return nil // what is harmed there is told by the notice, and is nothing of this draft
	}
	if err != nil {
		return err
	}
	w.Since = archive.Version(before)
	w.Changed, w.MoreChanged, w.Reworded = news.Changed, news.More, news.Reworded
	return nil
}

// hadBefore returns the newest of the earlier drafts of the same report and span that went
// to the officers, "" if none did.
func (o *Office) hadBefore(draft archive.Edition) (string, error) {
	ids, err := o.Store.IDs()
	if err != nil {
		return "", err
	}
	box, err := o.State.Outbox()
	if err != nil {
		return "", err
	}
	at := slices.Index(ids, draft.ID)
	for _, id := range slices.Backward(ids[:max(0, at)]) {
		if archive.DraftID(id) != id || !strings.HasPrefix(id, versionsOf(draft.ID)) {
			continue
		}
		e, err := o.Store.Edition(id)
		if err != nil {
			continue // it cannot be compared
		}
		went := slices.ContainsFunc(box, func(d deliver.Delivery) bool {
			return d.Kind == deliver.Draft && d.State != deliver.Cancelled && o.counts(d) && strings.TrimSuffix(d.About, trialMark) == keyOf(e)
		})
		if kept, err := e.Letters(); went || err == nil && len(kept) > 0 {
			return id, nil
		}
	}
	return "", nil
}
