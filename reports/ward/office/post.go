package office

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/history"
)

// post writes the letters that go out with an edition, puts them into the
// outbox and keeps them in the edition. That is done once: who was not among the
// recipients then gets nothing later. Of a draft, due is the day on which it was due.
func (o *Office) post(e archive.Edition, kind string, to []string, due reports.Day) error {
	if !o.conf.HasMail || len(to) == 0 {
		return nil
	}
	if o.trying() {
		messages, err := o.render(e, kind, to, due)
		if err != nil {
			return err
		}
		return o.State.Queue(o.Now(), messages...)
	}
	kept, err := e.Letters()
	if err != nil {
		return err
	}
	queued, err := o.State.Messages(keyOf(e))
	if err != nil {
		return err
	}
	if len(kept) > 0 && slices.ContainsFunc(queued, func(m deliver.Message) bool { return m.Kind == kind }) {
		return nil
	}
	messages, err := o.render(e, kind, to, due)
	if err != nil {
		return err
	}
	if len(kept) > 0 {
		// The edition was sent and the state does not know of it: it was lost.
		// Nobody can tell what arrived.
		return o.State.Hold(o.Now(), messages...)
	}
	if err := o.State.Queue(o.Now(), messages...); err != nil {
		return err
	}
	return o.keep(e, messages)
}

// keep puts the letters into the edition as they stand in the outbox: one that was
// queued before a kill has the day of then.
func (o *Office) keep(e archive.Edition, mine []deliver.Message) error {
	queued, err := o.State.Messages(keyOf(e))
	if err != nil {
		return err
	}
	var letters []archive.Blob
	for _, m := range queued {
		if slices.ContainsFunc(mine, func(my deliver.Message) bool { return my.ID == m.ID }) {
			letters = append(letters, archive.Blob{Name: m.ID + ".eml", Bytes: m.Bytes})
		}
	}
	_, _, err = o.Store.Attach(e, letters)
	return err
}

// render writes one message for each recipient. In a trial all of them go to one
// address, and say to whom they would go.
func (o *Office) render(e archive.Edition, kind string, to []string, due reports.Day) ([]deliver.Message, error) {
	words, err := o.about(e)
	if err != nil {
		return nil, err
	}
	if kind == deliver.Draft {
		if err := o.brief(&words, e, due); err != nil {
			return nil, err
		}
	}
	file, err := o.attachment(e)
	if err != nil {
		return nil, err
	}
	return o.letters(deliver.Letter{Kind: kind, About: keyOf(e), Files: []deliver.Attachment{file}}, words, to)
}

// letters writes the letter to each recipient.
func (o *Office) letters(l deliver.Letter, words deliver.Words, to []string) ([]deliver.Message, error) {
	var list []deliver.Message
	l.About = o.marked(l.About)
	for _, recipient := range to {
		l.From, l.To, l.Date = o.conf.Mail.From, recipient, o.Now()
		if trial := o.conf.Mail.RedirectAllTo; trial != "" {
			l.To, l.Meant, words.Trial = trial, recipient, recipient
		}
		var err error
		if l.Subject, l.Text, err = deliver.Compose(o.templates, l.Kind, words); err != nil {
			return nil, err
		}
		m, err := l.Render()
		if err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, nil
}

// about gathers what letters say about an edition, from what the edition keeps.
func (o *Office) about(e archive.Edition) (deliver.Words, error) {
	m := e.Manifest
	w := deliver.Words{
		Unit: o.conf.Unit.Name, Parent: o.conf.Unit.Parent, Addressees: o.conf.Letter.To,
		From: viet.Date(m.From), To: viet.Date(m.To), Edition: archive.DraftID(e.ID),
		Short: o.conf.Unit.Short, Version: archive.Version(e.ID),
	}
	report, ok := o.conf.Report(m.Report)
	if !ok { // it is configured no more
		report.Name, report.Template = m.Report, m.Report
	}
	w.Report = o.reportName(report, reports.PeriodOf(m.From, m.To))
	data, err := history.DataOf(o.Store, e)
	if err != nil {
		return w, err
	}
	w.Title = title(data.Document.Head)
	for _, f := range m.Findings {
		if f.Code == "branch.missing" {
			w.Missing = append(w.Missing, data.Name(f.Branch))
		}
		switch {
		case f.Severity == reports.Blocking:
			w.Blocking++
		case f.Code == "branch.missing": // accepted: it has been looked at
		case f.Severity == reports.Warning:
			w.Warning++
		}
	}
	w.Branches = fmt.Sprintf("%d/%d", len(data.Units)-len(w.Missing), len(data.Units))
	if follows := m.Follows; follows != nil {
		w.Number, w.Date = numbered(follows.Number, o.conf.Unit.Symbol), viet.Date(follows.Date)
		w.Replaces, err = o.replaces(e)
	}
	return w, err
}

// title is what people call a report: "Báo cáo sơ kết …".
func title(h paper.Head) string {
	subject := []rune(h.Subject)
	if len(subject) > 1 && unicode.IsLower(subject[1]) { // no abbreviation
		subject[0] = unicode.ToLower(subject[0])
	}
	return strings.TrimSpace(viet.Sentence(strings.ToLower(h.Kind)) + " " + string(subject))
}

// numbered is a number as it is read, "05/BC-CCB"; "" where there is none.
func numbered(number, symbol string) string {
	if number == "" {
		return ""
	}
	return number + "/" + symbol
}

// replaces names the final of the same report and span that went to the
// committee before, "" if none did.
func (o *Office) replaces(e archive.Edition) (string, error) {
	box, err := o.State.Outbox()
	if err != nil {
		return "", err
	}
	ids, err := o.Store.IDs()
	if err != nil {
		return "", err
	}
	for _, id := range slices.Backward(ids) {
		if archive.DraftID(id) == archive.DraftID(e.ID) {
			continue
		}
		before, err := o.Store.Edition(id)
		if err != nil {
			return "", err
		}
		m, key := before.Manifest, keyOf(before)
		sent := slices.ContainsFunc(box, func(d deliver.Delivery) bool {
			return d.Kind == deliver.Final && d.State == deliver.Sent && d.About == key
		})
		if sent && m.Report == e.Manifest.Report && m.From == e.Manifest.From && m.To == e.Manifest.To && m.Follows != nil {
			words := said{"number": numbered(m.Follows.Number, o.conf.Unit.Symbol), "day": viet.Date(m.Follows.Date)}
			if m.Follows.Number == "" { // made by itself: the number was written in by hand
				return o.words.say(letterUnnumbered, words), nil
			}
			return o.words.say(letterNumbered, words), nil
		}
	}
	return "", nil
}

// attachment is the file that goes out: the report, or its signed copy.
func (o *Office) attachment(e archive.Edition) (deliver.Attachment, error) {
	m, name := e.Manifest, history.ReportOf(e.Manifest)
	data, err := e.Read(name)
	if err != nil {
		return deliver.Attachment{}, err
	}
	shown, err := deliver.FileName(o.conf.Mail.FileName, m.Report, o.conf.Unit.Short, reports.PeriodOf(m.From, m.To))
	if err != nil {
		return deliver.Attachment{}, err
	}
	if m.Status == archive.Draft {
		shown = "du-thao-" + archive.Version(e.ID) + "_" + shown
	}
	return deliver.Attachment{Name: shown + path.Ext(name), Bytes: data}, nil
}
