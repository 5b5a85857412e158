package ward

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"
)

// probeWait is how long doctor waits for the server. A port that wants TLS at
// once says nothing to whoever waits for its greeting.
const probeWait = time.Minute

// mail looks whether the server takes our letters; address is where a test
// letter goes, "" for none.
func (d *doctor) mail(ctx context.Context, address string) {
	if !d.conf.HasMail {
		if address != "" {
			d.bad("mail", d.say(NoMailLine), d.say(doctorMailHint))
		} else {
			d.look("mail", d.say(NoMailLine), d.say(doctorMailMaybe))
		}
		return
	}
	server, err := d.conf.Server()
	if err != nil {
		d.fails("mail", err)
		return
	}
	waiting, cancel := context.WithTimeout(ctx, probeWait)
	defer cancel()
	probed, err := server.Probe(waiting)
	if err != nil {
		d.unreachable(server, err)
		return
	}
	d.good("mail", d.say(doctorMail, server.Host, cmp.Or(probed.TLS, "-"), size(probed.Size)))
	if address != "" {
		d.sendTest(ctx, server, address)
	}
}

// unreachable tells why the server cannot be used: in plain words, with what it said if it
// said anything. What the machine met on the way is for --json only: no officer can use it.
func (d *doctor) unreachable(server deliver.Server, err error) {
	var unusable *deliver.ConfigError
	var network *deliver.NetworkError
	reason, technical, said := deliver.NoReach, err.Error(), ""
	switch {
	case errors.As(err, &unusable):
		if reason, technical = unusable.Reason, unusable.Detail; unusable.Said() {
			said = d.say(doctorServerSaid, strings.Trim(technical, `"`))
		}
	case errors.As(err, &network):
		reason, technical = network.Reason, network.Detail
	case errors.Is(err, context.DeadlineExceeded):
		reason = deliver.NoAnswer
	}
	d.fails("mail", mailUnusable.With(server.Host, strconv.Itoa(server.Port), d.say(office.MailWrong[reason])+said, d.say(office.MailRepair[reason])))
	d.checks[len(d.checks)-1].Technical = strings.Trim(technical, `"`)
}

func size(bytes int) string {
	if bytes == 0 {
		return "?"
	}
	return strconv.Itoa(bytes>>20) + " MB"
}

// sendTest sends a letter that says that letters arrive. It goes through an
// outbox of its own, which is gone afterwards.
func (d *doctor) sendTest(ctx context.Context, server deliver.Server, address string) {
	reply, err := d.tryLetter(ctx, server, address)
	if err != nil {
		d.fails("test letter", err)
		return
	}
	if reply.State != deliver.Sent {
		reason := deliver.ReasonOf(reply.Reply)
		why := cmp.Or(d.say(office.MailRepair[reason]), d.say(office.MailWrong[reason]), reply.Reply)
		d.bad("test letter", d.say(MailStates[reply.State])+": "+address, why)
		return
	}
	d.good("test letter", d.say(doctorSent, address))
}

func (d *doctor) testLetter(address string) (deliver.Message, error) {
	templates, err := d.conf.AllTemplates()
	if err != nil {
		return deliver.Message{}, err
	}
	subject, text, err := deliver.Compose(templates, deliver.Test, deliver.Words{Unit: d.conf.Unit.Name, Parent: d.conf.Unit.Parent, Short: d.conf.Unit.Short})
	if err != nil {
		return deliver.Message{}, err
	}
	return deliver.Letter{
		Kind: deliver.Done, About: "doctor " + d.now.Format(time.RFC3339Nano), From: d.conf.Mail.From, To: address,
		Subject: subject, Text: text, Date: d.now,
	}.Render()
}

func (d *doctor) tryLetter(ctx context.Context, server deliver.Server, address string) (reply deliver.Delivery, err error) {
	message, err := d.testLetter(address)
	if err != nil {
		return reply, fmt.Errorf("write test letter: %w", err)
	}
	dir, err := os.MkdirTemp("", "ccbreport-")
	if err != nil {
		return reply, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	state, err := deliver.Open(dir)
	if err != nil {
		return reply, err
	}
	defer func() { err = errors.Join(err, state.Close()) }()
	if err := state.Queue(d.now, message); err != nil {
		return reply, err
	}
	if _, err := state.Flush(ctx, server, time.Now); err != nil {
		return reply, err
	}
	box, err := state.Outbox()
	if err != nil || len(box) == 0 {
		return reply, err
	}
	return box[0], nil
}
