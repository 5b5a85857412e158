package office

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/watch"
)

// notices writes to the officers what became of the letters that bring an edition:
// one when all of those to the committee have arrived that nobody cancelled, and one
// when any failed, or nobody knows of one to the committee. It carries no file, so
// that it arrives where a draft was too large. The outbox tells all of it, so a kill
// loses none, and equal words have one ID, so none is told twice.
func (o *Office) notices() error {
	box, err := o.State.Outbox()
	if err != nil {
		return err
	}
	var editions []string
	for _, d := range box {
		if carries(d) && o.counts(d) && !slices.Contains(editions, d.About) {
			editions = append(editions, d.About)
		}
	}
	for _, id := range editions {
		mine := slices.DeleteFunc(slices.Clone(box), func(d deliver.Delivery) bool { return !carries(d) || d.About != id })
		if err := o.tell(id, mine, box); err != nil {
			return err
		}
	}
	return nil
}

// carries reports whether an edition comes with the letter.
func carries(d deliver.Delivery) bool {
	return d.Kind == deliver.Draft || d.Kind == deliver.Final || d.Kind == deliver.Copy
}

// tell writes about one edition. If it is gone, another one stands under its name,
// or it is the final of a signed copy, there is nothing to write about; if it cannot
// be read, that is for a person to know.
func (o *Office) tell(id string, letters, box []deliver.Delivery) error {
	e, err := o.Store.Edition(EditionOf(id))
	if err == nil && keyOf(e) == strings.TrimSuffix(id, trialMark) {
		err = o.tellOf(e, letters, box)
	}
	if err = o.unlessDamaged(err); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (o *Office) tellOf(e archive.Edition, letters, box []deliver.Delivery) error {
	if kind, lines := o.news(e.Manifest.Status, letters, box); kind != "" {
		return o.officers(e, kind, lines)
	}
	return nil
}

// news is what the officers are to hear of the letters about an edition, "" for nothing:
// of each that was lost, and of all that arrived once nothing is open.
func (o *Office) news(status archive.Status, letters, box []deliver.Delivery) (kind string, lines []string) {
	var arrived, lost []string
	letters, copies := parted(letters)
	for _, d := range copies { // the officers' own: no news of the committee
		if d.State == deliver.Failed {
			lost = append(lost, o.lostLine(d, plainReply(d.Reply)))
		}
	}
	open := len(letters)
	for _, d := range letters {
		switch {
		case d.State == deliver.Sent:
			arrived = append(arrived, d.Recipient)
			open--
		case d.State == deliver.Cancelled:
			open--
		case d.State == deliver.Failed, d.State == deliver.Uncertain && d.Kind == deliver.Final:
			lost = append(lost, o.lostLine(d, plainReply(d.Reply)))
		}
	}
	if len(lost) > 0 {
		return deliver.Failure, lost
	}
	if status != archive.Draft && len(arrived) > 0 && open == 0 && !toldOf(letters, box) {
		return deliver.Done, arrived
	}
	return "", nil
}

// parted are the letters without the copies for the officers, and these.
func parted(letters []deliver.Delivery) (others, copies []deliver.Delivery) {
	for _, d := range letters {
		if d.Kind == deliver.Copy {
			copies = append(copies, d)
		} else {
			others = append(others, d)
		}
	}
	return others, copies
}

// toldOf reports whether the officers were told since the last of the letters
// arrived: other words in the configuration are no other news.
func toldOf(letters, box []deliver.Delivery) bool {
	return slices.ContainsFunc(box, func(d deliver.Delivery) bool {
		return d.Kind == deliver.Done && d.About == letters[0].About &&
			!slices.ContainsFunc(letters, func(l deliver.Delivery) bool { return l.Changed.After(d.Queued) })
	})
}

// officers writes to the officers about an edition.
func (o *Office) officers(e archive.Edition, kind string, lines []string) error {
	words, err := o.about(e)
	if err != nil {
		return err
	}
	o.tellLines(&words, lines)
	return o.write(deliver.Letter{Kind: kind, About: keyOf(e)}, words)
}

// ShortID is as much of a letter's ID as a person types.
func ShortID(id string) string { return id[:min(8, len(id))] }

// Remind writes to the officers who has not sent yet.
func (o *Office) Remind(r watch.Reminder) error {
	if !o.conf.HasMail {
		return nil
	}
	words := o.ofSpan(r.Report, r.Span)
	words.Due = viet.Date(r.LastDay)
	words.DueDay = words.Due[:len("05/12")]
	if r.Listed {
		words.Branches = fmt.Sprintf("%d/%d", len(o.conf.Branches)-len(r.Missing), len(o.conf.Branches))
	}
	for _, u := range r.Missing {
		words.Missing = append(words.Missing, u.Name)
	}
	return o.write(deliver.Letter{Kind: deliver.Reminder, About: occasion(r.Schedule, r.Due)}, words)
}

// Report writes to the officers what failed or was missed: one letter for each
// schedule, however much went by. The moment of the next attempt is not in it, so
// that one cause is told once.
func (o *Office) Report(events []watch.Event) error {
	if !o.conf.HasMail {
		return nil
	}
	lines := map[string][]string{} // by schedule
	for _, e := range events {
		if e.Kind == watch.Failed || e.Kind == watch.Missed {
			lines[e.Schedule] = append(lines[e.Schedule], o.eventLine(e))
		}
	}
	for _, e := range events {
		if lines[e.Schedule] == nil {
			continue
		}
		r, _ := o.conf.Report(e.Report)
		words := o.ofSpan(r, reports.PeriodOf(e.From, e.To))
		o.tellLines(&words, lines[e.Schedule])
		delete(lines, e.Schedule)
		if err := o.write(deliver.Letter{Kind: deliver.Failure, About: occasion(e.Schedule, e.Due)}, words); err != nil {
			return err
		}
	}
	return nil
}

// occasion is what a letter of the clock is about: equal words are told again on another
// occasion, and on one occasion once.
func occasion(schedule string, due time.Time) string {
	return schedule + " " + due.UTC().Format(time.RFC3339)
}

// eventLine says what failed or was missed, in the officers' language.
func (o *Office) eventLine(e watch.Event) string {
	due := e.Due.In(o.conf.Zone).Format("15:04 ngày 02/01/2006")
	r, ok := o.conf.Report(e.Report)
	if !ok {
		r.Name, r.Template = e.Report, e.Report
	}
	name := o.reportName(r, reports.PeriodOf(e.From, e.To))
	words := said{"name": name, "report": e.Report, "due": due, "why": o.homely(e.Why), "from": viet.Date(e.From), "to": viet.Date(e.To)}
	if e.Kind == watch.Missed {
		return o.words.say(noticeMissed, words)
	}
	return o.words.say(noticeFailed, words)
}

// ofSpan are the words about a report that is not there yet. A template that
// cannot be read may be what the letter is about: its report goes by its own name.
func (o *Office) ofSpan(r config.Report, span reports.Period) deliver.Words {
	kind, _ := batch.KindOf(o.templates, r.Template)
	return deliver.Words{
		Unit: o.conf.Unit.Name, Parent: o.conf.Unit.Parent,
		Title: o.words.say(letterReport, said{"kind": cmp.Or(kind.VI, r.Name)}),
		From:  viet.Date(span.From), To: viet.Date(span.Last()),
		Short: o.conf.Unit.Short, Report: o.reportName(r, span),
	}
}

// tellLines puts what went wrong, or was done, into a letter: as it is, and parted into
// what everybody understands and what is typed at the computer, behind an arrow.
func (o *Office) tellLines(words *deliver.Words, lines []string) {
	words.Lines = lines
	for _, line := range lines {
		parts := strings.Split(line, "→")
		words.Troubles = append(words.Troubles, strings.TrimSpace(parts[0]))
		for _, part := range parts[1:] {
			if part = strings.TrimSpace(part); !slices.Contains(words.Commands, part) {
				words.Commands = append(words.Commands, part)
			}
		}
	}
}

// write puts a letter to the officers into the outbox.
func (o *Office) write(l deliver.Letter, words deliver.Words) error {
	messages, err := o.letters(l, words, o.conf.Mail.Officers)
	if err != nil {
		return fmt.Errorf("write to the officers about %s: %w", l.About, err)
	}
	return o.State.Queue(o.Now(), messages...)
}
