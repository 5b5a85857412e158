package ward

import (
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/watch"
)

// What verbs take and answer that the rooms below know.
type (
	Approval = office.Approval // how a draft becomes final
	Copy     = office.Copy     // a signed copy that a person brings along
	Issued   = office.Issued   // what approve and release answer
	Outbox   = office.Outbox   // what outbox answers

	Editions   = history.Editions   // what editions answers
	Shown      = history.Shown      // what show answers
	Explained  = history.Explained  // what explain answers
	Difference = history.Difference // what diff answers
	Verified   = history.Verified   // what verify answers

	Schedules = watch.Schedules // what schedule --list answers
)
