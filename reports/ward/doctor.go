package ward

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/convert"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// An Examined is one thing that doctor looked at.
type Examined struct {
	Name   string `json:"name"` // "inbox", "out", …
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"` // what to do if it is not, or what to look at though it is
}

// Health is what doctor answers, and prints with --json.
type Health struct {
	Program string     `json:"program"`
	OK      bool       `json:"ok"`
	Checks  []Examined `json:"checks"`
}

// A doctor looks at everything that a run needs, before it is needed.
type doctor struct {
	*Ward
	conf   *config.Config
	now    time.Time
	checks []Examined
}

// Doctor looks at everything that a run needs. It writes nothing that stays, and
// sends nothing but a test letter to the address, "" for none. The error is
// [say.ErrWaits] if anything is amiss.
func (w *Ward) Doctor(ctx context.Context, address string) (Health, error) {
	d := &doctor{Ward: w, conf: &w.Config, now: w.clock()}
	d.good("config", d.say(doctorConfig, w.file, strconv.Itoa(len(d.conf.Branches)), strconv.Itoa(len(d.conf.Reports))))
	d.good("clock", d.say(doctorClock, d.now.In(d.conf.Zone).Format("15:04 02/01/2006"), d.conf.Timezone))
	d.folders()
	d.reports()
	d.places()
	d.state()
	d.converter()
	d.mail(ctx, address)
	h := Health{archive.Program, !slices.ContainsFunc(d.checks, func(c Examined) bool { return !c.OK }), d.checks}
	if !h.OK {
		return h, say.ErrWaits
	}
	return h, nil
}

func (d *doctor) say(m say.Text, words ...string) string { return d.Voice.Say(m, words...) }

func (d *doctor) good(name, detail string) {
	d.checks = append(d.checks, Examined{Name: name, OK: true, Detail: detail})
}

func (d *doctor) bad(name, detail, hint string) {
	d.checks = append(d.checks, Examined{Name: name, Detail: detail, Hint: hint})
}

// fails tells of an error in the words that a run would use.
func (d *doctor) fails(name string, err error) {
	message, hint := d.Voice.Lines(AsFailure(err))
	d.bad(name, message, hint)
}

// folders looks whether the inbox can be read, and results can be written.
func (d *doctor) folders() {
	inbox := d.inbox
	if _, err := openInbox(inbox); err != nil {
		d.fails("inbox", err)
	} else if entries, err := os.ReadDir(inbox); err != nil {
		d.fails("inbox", err)
	} else {
		d.good("inbox", d.say(doctorInbox, inbox, strconv.Itoa(len(entries))))
	}
	for _, folder := range []struct{ name, path string }{
		{"out", d.out}, {"state", d.conf.Path(d.conf.Paths.State)},
	} {
		if err := writable(folder.path); err != nil {
			d.fails(folder.name, err)
		} else {
			d.good(folder.name, d.say(doctorWritable, folder.path))
		}
	}
}

// writable tries to write into a folder, or into the nearest one above it that
// exists.
func writable(folder string) error {
	for {
		info, err := os.Stat(folder)
		if err == nil && !info.IsDir() {
			return outIsFile.With(folder)
		}
		parent := filepath.Dir(folder)
		if err == nil || parent == folder {
			break
		}
		folder = parent
	}
	file, err := os.CreateTemp(folder, ".thu-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// reports rehearses every configured report, and the letters.
func (d *doctor) reports() {
	templates, err := d.conf.AllTemplates()
	if err != nil {
		d.fails("templates", err)
		return
	}
	for _, r := range d.conf.Reports {
		job := d.conf.Job(r, d.conf.Span(r, config.TodayIn(d.conf.Zone, d.now)))
		if job.Templates, err = d.conf.Templates(r.Template); err == nil {
			err = job.Ready()
		}
		if err != nil {
			d.fails("report "+r.Name, err)
			continue
		}
		d.good("report "+r.Name, d.say(doctorReport, r.Name, viet.Date(job.Span.From), viet.Date(job.Span.Last()))+d.signed(r))
	}
	if _, err := office.WordsOf(d.conf); err != nil {
		d.fails("words", err)
	}
	for _, kind := range []string{deliver.Draft, deliver.Final, deliver.Copy, deliver.Failure, deliver.Reminder, deliver.Done, deliver.Test} {
		if _, _, err := deliver.Compose(templates, kind, deliver.Words{}); err != nil {
			d.fails("letter "+kind, err)
		}
	}
}

// signed says who signs a report that has that of its own, "" for one that has not.
func (d *doctor) signed(r config.Report) string {
	if r.Sign == (config.Sign{}) {
		return ""
	}
	s := r.Signer(d.conf.Sign)
	lines := slices.DeleteFunc(append(strings.Split(s.Authority+"\n"+s.Position, "\n"), s.Name), func(l string) bool { return l == "" })
	return d.say(doctorSigned, strings.Join(lines, ", "))
}

// places looks whether the letter and the place before the date are those of the ward or of the
// organisation above. Another one may be meant, so it is only to be looked at.
func (d *doctor) places() {
	unit := d.conf.Unit
	known := slices.Concat(viet.Places(unit.Name), viet.Places(unit.Parent))
	for _, b := range d.conf.Branches {
		known = append(known, viet.Places(b.Name)...)
	}
	if home := viet.AtHome(unit.Place, known); unit.Place != "" && !home {
		d.look("unit.place", d.say(doctorPlace, "[unit] place", unit.Place))
	}
	for _, list := range []struct {
		key, name string
		entries   []string
	}{{"letter.to", "[letter] to", d.conf.Letter.To}, {"letter.copies", "[letter] copies", d.conf.Letter.Copies}} {
		for _, entry := range list.entries {
			if len(viet.Elsewhere(entry, known)) > 0 {
				d.look(list.key, d.say(doctorPlace, list.name, entry))
			}
		}
	}
}

// look tells of what is well-formed and may not be meant.
func (d *doctor) look(name, detail string) {
	d.checks = append(d.checks, Examined{Name: name, OK: true, Detail: detail, Hint: d.say(doctorPlaceHint)})
}

// state looks whether the state opens, whether a run is under way, and what waits.
func (d *doctor) state() {
	dir := d.conf.Path(d.conf.Paths.State)
	state, found, err := deliver.View(dir)
	switch {
	case err != nil:
		d.fails("state", err)
		return
	case !found:
		d.good("state", d.say(doctorNoState))
		return
	}
	defer state.Close() // it was only read
	box, err := state.Outbox()
	if err != nil {
		d.fails("outbox", err)
		return
	}
	for _, l := range box {
		if office.Waiting(l.State) {
			d.bad("outbox", d.say(MailLine, d.say(MailStates[l.State]), l.Recipient, l.Subject, office.ShortID(l.ID)), d.say(MailAdvice[l.State], office.ShortID(l.ID)))
		}
	}
	if !slices.ContainsFunc(box, func(l deliver.Delivery) bool { return office.Waiting(l.State) }) {
		d.good("outbox", d.say(doctorOutbox, strconv.Itoa(len(box))))
	}
}

func (d *doctor) converter() {
	if convert.Find() == nil {
		d.good("libreoffice", d.say(doctorNoOffice))
	} else {
		d.good("libreoffice", d.say(doctorOffice))
	}
}

// probeWait is how long doctor waits for the server. A port that wants TLS at
// once says nothing to whoever waits for its greeting.
const probeWait = time.Minute

// mail looks whether the server takes our letters; address is where a test
// letter goes, "" for none.
func (d *doctor) mail(ctx context.Context, address string) {
	if !d.conf.HasMail {
		d.good("mail", d.say(NoMailLine))
		if address != "" {
			d.bad("mail", d.say(NoMailLine), d.say(doctorMailHint))
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
	var unusable *deliver.ConfigError
	switch {
	case errors.As(err, &unusable):
		d.bad("mail", d.say(doctorMailBad, server.Host, unusable.Detail), d.say(office.MailRepair[unusable.Reason]))
		return
	case err != nil:
		d.bad("mail", d.say(doctorMailBad, server.Host, err.Error()), d.say(doctorMailLater))
		return
	}
	d.good("mail", d.say(doctorMail, server.Host, cmp.Or(probed.TLS, "-"), size(probed.Size)))
	if address != "" {
		d.sendTest(ctx, server, address)
	}
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
		d.bad("test letter", d.say(MailStates[reply.State])+": "+address, reply.Reply)
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
