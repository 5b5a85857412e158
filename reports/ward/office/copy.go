package office

import (
	"errors"
	"io/fs"
	"slices"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// A final goes to the officers too, as it was made: to keep, or to sign. Such a letter is
// never one to the committee: who stands in both lists gets nothing by it, and it counts
// nowhere as the sending of a report.

// copyDue reports whether an approval brings the officers their copy. A final that stands
// here and of whose approval the state knows nothing was made before the state was lost:
// its copies went, as far as anybody can tell.
func (o *Office) copyDue(a deliver.Approval) (bool, error) {
	if !a.Copy {
		return false, nil
	}
	known, err := o.State.Approval(a.Edition, a.Seal)
	if err != nil || known != nil {
		return known != nil, err
	}
	_, err = o.Store.Edition(archive.FinalID(a.Edition))
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	return false, err
}

// copies writes to the officers with a final. That is done once: who was no officer then
// gets none later. If its signed copy has gone to the committee, there is nothing to sign.
func (o *Office) copies(final archive.Edition, a deliver.Approval) error {
	to := slices.DeleteFunc(slices.Clone(o.conf.Mail.Officers), func(officer string) bool {
		return slices.ContainsFunc(o.conf.Mail.Committee, func(c string) bool { return deliver.SameAddress(c, officer) })
	})
	sent, err := o.sentBefore(final.ID)
	if err != nil || sent != "" && sent != final.ID || !o.conf.HasMail || len(to) == 0 {
		return err
	}
	box, err := o.State.Outbox()
	if err != nil || slices.ContainsFunc(box, func(d deliver.Delivery) bool {
		return d.Kind == deliver.Copy && d.About == o.marked(keyOf(final))
	}) {
		return err
	}
	words, err := o.about(final)
	if err != nil {
		return err
	}
	report, _ := o.conf.Report(final.Manifest.Report)
	if words.Signs, words.Sends = report.Release == "signed", a.Send; words.Signs {
		words.Commands = []string{o.words.say(stepSign, said{"edition": words.Edition})}
		words.Lines = words.Commands
	}
	file, err := o.attachment(final)
	if err != nil {
		return err
	}
	messages, err := o.letters(deliver.Letter{Kind: deliver.Copy, About: keyOf(final), Files: []deliver.Attachment{file}}, words, to)
	if err != nil {
		return err
	}
	return o.State.Queue(o.Now(), messages...)
}
