package main

import (
	"context"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// runReport is the verb run: the main job.
func runReport(ctx context.Context, t *tui, f *flags) error {
	w, a, err := f.begin(t)
	if err != nil {
		return err
	}
	work := w.Run
	if f.dryRun {
		work, a.NoSend = w.TryRun, true
	}
	made, err := work(ctx, a)
	t.endProgress()
	if !say.HasAnswer(err) {
		return err
	}
	if t.json {
		t.print(made)
	}
	t.tellTrial(made)
	t.tellMade(w, a, made)
	t.tellMail(slices.DeleteFunc(slices.Clone(made.Mail), func(m office.Mail) bool {
		return m.State == deliver.Sent && slices.Contains(made.Old, m.ID)
	}))
	t.tellTroubles(made.Troubles)
	return err
}

// checkInbox is the verb check: everything up to the findings.
func checkInbox(ctx context.Context, t *tui, f *flags) error {
	w, a, err := f.begin(t)
	if err != nil {
		return err
	}
	work := w.Check
	if f.dryRun {
		work = w.TryCheck
	}
	found, err := work(ctx, a)
	t.endProgress()
	if !say.HasAnswer(err) {
		return err
	}
	if t.json {
		t.print(found)
	}
	if f.dryRun {
		t.tell(trialLine)
	}
	t.tellChecked(found)
	t.tell(checkedLine)
	t.tell(whereLine, found.Folder)
	if !t.tellWhatBlocks(found) {
		t.tell(nextChecked)
	}
	return err
}

// tellWhatBlocks tells what has to be done before anything final can be made, and
// reports whether something has. Where there are questions it says how to answer them.
func (t *tui) tellWhatBlocks(a ward.Answer) bool {
	must := slices.ContainsFunc(a.Questions, func(q ward.Question) bool { return q.Blocking })
	switch {
	case must:
		t.tell(nextAnswer)
	case a.Findings.Blocking > 0:
		t.tell(nextBlocked)
	}
	if len(a.Questions) > 0 {
		t.tell(howToFill)
	}
	return a.Findings.Blocking > 0
}

// tellTrial tells of a run that was only tried.
func (t *tui) tellTrial(made ward.Answer) {
	if made.Folder != "" {
		t.tell(trialLine)
		t.tell(whereLine, made.Folder)
	}
}

// tellChecked tells what was read and found.
func (t *tui) tellChecked(found ward.Answer) {
	if !t.quiet && !t.json {
		if t.codes {
			found.Summary(t.err, t.Voice, true)
		} else {
			found.Brief(t.err, t.Voice)
		}
	}
}

// tellMade tells what was found, where the report is and what to do next.
func (t *tui) tellMade(w *ward.Ward, a ward.Ask, made ward.Answer) {
	t.tellChecked(made)
	line := madeLine
	if !*made.New {
		line = unchangedLine
	}
	t.tell(line, strconv.Itoa(made.Pages), made.Edition)
	t.tell(whereLine, made.PDF)
	if !a.NoSend && !w.Config.HasMail {
		t.tell(ward.NoMailLine)
	}
	switch {
	case t.tellWhatBlocks(made):
		return
	case made.Final != "":
		t.tell(autoLine, made.Final)
		return
	case w.FinalOf(made.Edition) != "":
		t.tell(finalLine, w.FinalOf(made.Edition))
		return
	case made.Findings.Warning > 0:
		t.tell(nextWarned)
	default:
		t.tell(nextClear)
	}
	t.tell(nextApprove, made.Edition, t.typed(made.To+1))
}

// acceptFinding is the verb accept: a person lets findings of a code stand, or
// takes up a name that is proposed.
func acceptFinding(ctx context.Context, t *tui, f *flags, code string) error {
	w, a, err := f.begin(t)
	if err != nil {
		return err
	}
	var done ward.Accepted
	if code == ward.UnknownIndicator {
		done, err = w.TakeUp(ctx, a, f.name, f.why)
	} else {
		done, err = w.Accept(ctx, a, ward.Letting{Code: code, Branch: reports.UnitID(f.branch), At: f.at, All: f.all, Why: f.why})
	}
	t.endProgress()
	if err != nil {
		return err
	}
	t.tellAccepted(done)
	if done.Alias != nil {
		t.tellAlias(done)
	}
	t.tellLeft(done)
	if t.json {
		t.print(done)
	}
	return nil
}

func (t *tui) tellAccepted(done ward.Accepted) {
	if n := len(done.Accepted); n > 1 {
		t.tell(acceptedAllLine, strconv.Itoa(n))
	}
	for _, a := range done.Accepted {
		t.tell(acceptedLine, a.Message, a.Code)
		if len(a.At) > 0 {
			t.tell(ward.AtLine, ward.Places(t.Voice, a.At))
		}
	}
	if n := len(done.Accepted); n > 0 {
		t.tell(ward.WhyAcceptedLine, done.Accepted[n-1].Why)
		t.tell(acceptedTermsLine)
	}
}

func (t *tui) tellAlias(done ward.Accepted) {
	ind, _ := done.Checked.Catalogue.Indicator(done.Alias.Code)
	t.tell(aliasLine, done.Alias.Name, ind.Name, ind.Code)
	t.tell(whereLine, done.Alias.File)
	t.tell(ward.WhyAcceptedLine, done.Alias.Why)
	t.tell(proposalsLeftLine, strconv.Itoa(len(done.Checked.Proposals())))
}

// tellLeft tells what blocks still.
func (t *tui) tellLeft(done ward.Accepted) {
	if done.Blocking > 0 {
		t.tell(leftLine, strconv.Itoa(done.Blocking), done.Left)
		return
	}
	t.tell(nothingLeftLine)
	t.tell(nextChecked)
}

// makeForms is the verb forms: the workbooks that people fill in.
func makeForms(ctx context.Context, t *tui, f *flags) error {
	w, a, err := f.begin(t)
	if err != nil {
		return err
	}
	if f.forms == "" {
		return formsNowhere.With()
	}
	made, err := w.Forms(ctx, a, f.forms)
	if err != nil {
		return err
	}
	if t.json {
		t.print(made)
	}
	t.tell(formsLine, strconv.Itoa(len(made.Files)), viet.Date(made.From), viet.Date(made.To))
	t.tell(whereLine, made.Out)
	t.tell(nextForms)
	return nil
}

// tellTroubles tells what a person must know of.
func (t *tui) tellTroubles(troubles []string) {
	for _, line := range troubles {
		t.tell(troubleLine, line)
	}
}
