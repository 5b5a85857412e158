package main

import (
	"strings"

	"ccbreport/reports/deliver"
)

// trialMark parts the letters of a trial from those that count. A trial has sent
// nothing to anybody: what its letters are about has the mark, and they are not
// kept in the edition.
const trialMark = " [thử]"

// trying reports whether all letters go to one address for now.
func (o *office) trying() bool { return o.conf.Mail.RedirectAllTo != "" }

// editionOf is the edition that a letter is about, in a trial or not.
func editionOf(about string) string { return strings.TrimSuffix(about, trialMark) }

// counts reports whether a letter belongs to what is being done now: the letters
// of a trial count in a trial only, all others only outside of one.
func (o *office) counts(d deliver.Delivery) bool {
	return o.trying() == strings.HasSuffix(d.About, trialMark)
}
