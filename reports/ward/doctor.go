package ward

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
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

	Technical string `json:"technical,omitempty"` // what the machine met, for whoever looks after it
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
	d.time()
	d.folders()
	d.synced()
	d.reports()
	d.places()
	d.lists()
	d.returns(ctx)
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

// look tells of what is well-formed and may not be meant, with what to do if it is not.
func (d *doctor) look(name, detail, hint string) {
	d.checks = append(d.checks, Examined{Name: name, OK: true, Detail: detail, Hint: hint})
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
		{"out", d.out}, {"state", d.stateFolder()},
	} {
		if err := writable(folder.path); err != nil {
			d.fails(folder.name, err)
		} else {
			d.good(folder.name, d.say(doctorWritable, folder.path))
		}
	}
}

// stateFolder is where the state stands, as a person finds it.
func (d *doctor) stateFolder() string {
	folder := d.conf.Path(d.conf.Paths.State)
	if whole, err := filepath.Abs(folder); err == nil {
		return whole
	}
	return folder
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
