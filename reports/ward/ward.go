package ward

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/convert"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// A Ward is one ward's association with its folders. Its methods are the verbs of
// the program. They answer with values; an answer is valid where the error is nil
// or one for which [say.HasAnswer] holds. What writes takes the lock of the
// ward's state folder and fails with [archive.ErrLocked] while somebody else has
// it. One Ward is used by one goroutine at a time.
type Ward struct {
	Config config.Config // as its file says
	Voice  say.Voice     // of messages

	file       string
	lang       string // of findings, "vi" or "en"
	inbox, out string // absolute
	clock      func() time.Time
	progress   func(done, total int, file string)
}

// Options change for one opening what the configuration says.
type Options struct {
	Lang     string                             // "vi" or "en", of messages; the report is always Vietnamese
	Inbox    string                             // a folder instead of the configured one
	Out      string                             // a folder instead of the configured one
	Clock    func() time.Time                   // nil: the machine's
	Progress func(done, total int, file string) // is called while files are read; nil for none
}

// Open reads the configuration, with what the templates say of the association. No
// other folder is looked at yet.
func Open(file string, o Options) (*Ward, error) {
	conf, err := config.Load(file)
	if err != nil {
		return nil, err
	}
	return open(file, conf, o)
}

func open(file string, conf config.Config, o Options) (w *Ward, err error) {
	w = &Ward{Config: conf, file: file, lang: cmp.Or(o.Lang, conf.Language), clock: o.Clock, progress: o.Progress}
	w.Voice.English = w.lang == "en"
	if w.clock == nil {
		w.clock = time.Now
	}
	if w.inbox, err = filepath.Abs(cmp.Or(o.Inbox, conf.Path(conf.Paths.Inbox))); err != nil {
		return nil, err
	}
	w.out, err = filepath.Abs(cmp.Or(o.Out, conf.Path(conf.Paths.Out)))
	return w, err
}

// An Ask says what a verb is to work on. The zero Ask is the default report for
// the span that the configuration gives it today.
type Ask struct {
	Report string         // name of a configured report
	Span   reports.Period // days that it covers
	NoSend bool           // no mail goes out
	Codes  bool           // texts name the code of each finding also in Vietnamese
}

// A session is the work on one report and span.
type session struct {
	*Ward
	ask Ask
	job batch.Job
	out string // of results; in a trial not the ward's
}

// session resolves what is asked for, and looks at the folders.
func (w *Ward) session(a Ask) (*session, error) {
	s, err := w.asked(a)
	if err != nil {
		return nil, err
	}
	return s, s.open()
}

// asked resolves what is asked for, without looking at any folder but that of the
// templates.
func (w *Ward) asked(a Ask) (*session, error) {
	r, err := w.Config.Choose(a.Report, w.file)
	if err != nil {
		return nil, err
	}
	if a.Span.IsZero() {
		a.Span = w.Config.Span(r, config.TodayIn(w.Config.Zone, w.clock()))
	}
	s := &session{Ward: w, ask: a, job: w.Config.Job(r, a.Span), out: w.out}
	s.job.Lang, s.job.Progress = w.lang, w.progress
	s.job.Templates, err = w.Config.Templates(r.Template)
	return s, err
}

// open finds the folders.
func (s *session) open() (err error) {
	if s.job.Inbox, err = openInbox(s.inbox); err != nil {
		return err
	}
	s.job.Convert, s.job.Settled = convert.Find(), convert.Settled(s.job.Inbox)
	if info, err := os.Stat(s.out); err == nil && !info.IsDir() {
		return outIsFile.With(s.out)
	}
	return nil
}

// openInbox makes sure that dir is a folder.
func openInbox(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, noInbox.With(dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, inboxIsFile.With(dir)
	}
	return os.DirFS(dir), nil
}

// locked does what writes: alone on the ward's folders.
func (w *Ward) locked(work func() error) (err error) {
	lock, err := archive.TryLock(w.Config.State("run.lock"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	return work()
}

// withOffice does the work under the lock.
func (w *Ward) withOffice(work func(*office.Office) error) error {
	return w.locked(func() (err error) {
		store, err := archive.Open(w.out)
		if err != nil {
			return err
		}
		o, err := office.Open(&w.Config, store, w.lang, w.clock)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, o.Close()) }()
		return work(o)
	})
}

// inOffice does the work under the lock, after whatever a kill left half done.
func (w *Ward) inOffice(ctx context.Context, work func(*office.Office) error) error {
	return w.withOffice(func(o *office.Office) error {
		if err := o.Resume(ctx); err != nil {
			return err
		}
		return work(o)
	})
}
