package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// tidings writes to the officers what became of the letters to the committee: a
// line when all of an edition's have arrived, and one for each that failed or of
// which nobody knows. The outbox tells all of it, so a kill loses none, and equal
// words have one ID, so none is told twice.
func (o *office) tidings() error {
	box, err := o.state.Outbox()
	if err != nil {
		return err
	}
	var editions []string
	for _, d := range box {
		if d.Kind == deliver.Final && !slices.Contains(editions, d.About) {
			editions = append(editions, d.About)
		}
	}
	for _, id := range editions {
		mine := slices.DeleteFunc(slices.Clone(box), func(d deliver.Delivery) bool { return d.Kind != deliver.Final || d.About != id })
		if err := o.tell(id, mine); err != nil {
			return err
		}
	}
	return nil
}

// tell writes about one edition. If it is gone, there is nothing to write about.
func (o *office) tell(id string, letters []deliver.Delivery) error {
	e, err := o.store.Edition(id)
	var damaged *archive.DamagedError
	if errors.Is(err, fs.ErrNotExist) || errors.As(err, &damaged) {
		return nil // verify tells of it
	}
	if err != nil {
		return err
	}
	var arrived, lost []string
	for _, d := range letters {
		switch d.State {
		case deliver.Sent:
			arrived = append(arrived, d.Recipient)
		case deliver.Failed, deliver.Uncertain:
			lost = append(lost, fill(noticeMail[d.State].vi, []string{d.Recipient, d.Subject, shortID(d.ID), d.Reply}))
		}
	}
	if len(lost) > 0 {
		return o.officers(e, deliver.Failure, lost)
	}
	if len(arrived) == len(letters) {
		return o.officers(e, deliver.Done, arrived)
	}
	return nil
}

// officers writes to the officers about an edition.
func (o *office) officers(e archive.Edition, kind string, lines []string) error {
	words, err := o.about(e)
	if err != nil {
		return err
	}
	words.Lines = lines
	messages, err := o.letters(deliver.Letter{Kind: kind, About: e.ID}, words, o.conf.Mail.Officers)
	if err != nil {
		return fmt.Errorf("write to the officers about %s: %w", e.ID, err)
	}
	return o.state.Queue(o.now(), messages...)
}

// shortID is as much of a letter's ID as a person types.
func shortID(id string) string { return id[:min(8, len(id))] }
