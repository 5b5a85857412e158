package office

import (
	"strings"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// A Mail is one letter in what --json prints.
type Mail struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	About    string     `json:"about"` // an edition, or what is due
	To       string     `json:"to"`
	Subject  string     `json:"subject"`
	State    string     `json:"state"`
	Attempts int        `json:"attempts"`
	Queued   time.Time  `json:"queued"`
	Changed  time.Time  `json:"changed"`
	Next     *time.Time `json:"next"` // of a pending one: not before
	Reply    string     `json:"reply,omitempty"`
	Reason   string     `json:"reason,omitempty"` // why it was not handed over, where no server said so
}

func ofDelivery(d deliver.Delivery) Mail {
	o := Mail{
		ID: d.ID, Kind: d.Kind, About: shownAbout(d.About), To: d.Recipient, Subject: d.Subject, State: d.State,
		Attempts: d.Attempts, Queued: d.Queued, Changed: d.Changed, Reply: d.Reply, Reason: deliver.ReasonOf(d.Reply),
	}
	if d.State == deliver.Pending {
		o.Next = &d.Next
	}
	return o
}

// An Outbox is what outbox answers, and prints with --json.
type Outbox struct {
	Mail  []Mail `json:"mail"`
	Waits int    `json:"waits"` // letters that a person must look at

	Troubles []string `json:"-"` // what a person must know of, in Vietnamese
}

// MailOf returns the letters about an edition.
func (o *Office) MailOf(e archive.Edition) ([]Mail, error) {
	box, err := o.State.Outbox()
	list := []Mail{}
	for _, d := range box {
		if strings.TrimSuffix(d.About, trialMark) == keyOf(e) {
			list = append(list, ofDelivery(d))
		}
	}
	return list, err
}

// Sent are the letters that have been sent.
func (o *Office) Sent() (ids []string, err error) {
	box, err := o.State.Outbox()
	for _, d := range box {
		if d.State == deliver.Sent {
			ids = append(ids, d.ID)
		}
	}
	return ids, err
}

// Waiting reports whether a person must look at a letter: it did not arrive, or
// nobody knows.
func Waiting(state string) bool {
	return state == deliver.Failed || state == deliver.Uncertain
}

// held reports whether a letter should have gone and was not even tried: there was
// no getting at the server as it is configured.
func held(d deliver.Delivery, now time.Time) bool {
	return d.State == deliver.Pending && d.Attempts == 0 && !d.Next.After(now)
}

// List lists all letters.
func (o *Office) List() (Outbox, error) {
	box, err := o.State.Outbox()
	out := Outbox{Mail: []Mail{}}
	for _, d := range box {
		out.Mail = append(out.Mail, ofDelivery(d))
		if Waiting(d.State) || held(d, o.Now()) {
			out.Waits++
		}
	}
	return out, err
}
