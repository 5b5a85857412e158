package office

import (
	"strings"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// trialMark parts the letters of a trial from those that count. A trial has sent
// nothing to anybody: what its letters are about has the mark, and they are not
// kept in the edition.
const trialMark = " [thử]"

// trying reports whether all letters go to one address for now.
func (o *Office) trying() bool { return o.conf.Mail.RedirectAllTo != "" }

// marked is what the letters about something are about, in a trial or not.
func (o *Office) marked(about string) string {
	if o.trying() {
		return about + trialMark
	}
	return about
}

// keyOf is what the state knows an edition by: its name, and a part of its seal,
// since another one may come to stand under the name once the folder is emptied.
func keyOf(e archive.Edition) string {
	return e.ID + "#" + e.Manifest.Seal[:min(12, len(e.Manifest.Seal))]
}

// EditionOf is the name of the edition that a letter is about, in a trial or not.
func EditionOf(about string) string {
	name, _, _ := strings.Cut(strings.TrimSuffix(about, trialMark), "#")
	return name
}

// shownAbout is what a letter is about as people are told it.
func shownAbout(about string) string {
	if strings.HasSuffix(about, trialMark) {
		return EditionOf(about) + trialMark
	}
	return EditionOf(about)
}

// counts reports whether a letter belongs to what is being done now: the letters
// of a trial count in a trial only, all others only outside of one.
func (o *Office) counts(d deliver.Delivery) bool {
	return o.trying() == strings.HasSuffix(d.About, trialMark)
}
