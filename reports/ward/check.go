package ward

import (
	"bytes"
	"context"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/question"
	"ccbreport/reports/ward/say"
)

// checkFolder is where check leaves the findings, replaced each time.
const checkFolder = "kiem-tra"

// Check reads the inbox and tells what is wrong; the findings go into a folder
// beside the editions. The error is [say.ErrBlocked] if findings block.
func (w *Ward) Check(ctx context.Context, a Ask) (Answer, error) {
	s, err := w.session(a)
	if err != nil {
		return Answer{}, err
	}
	s.job.Keep = func(answers []reports.Answer, taken []question.Taken) error {
		return w.locked(func() error { return s.keepReplies(answers, taken) })
	}
	return s.check(ctx)
}

// TryCheck is Check into a folder of its own.
func (w *Ward) TryCheck(ctx context.Context, a Ask) (found Answer, err error) {
	s, err := w.session(a)
	if err != nil {
		return found, err
	}
	err = s.tryOut(func() (err error) {
		found, err = s.check(ctx)
		return err
	})
	return found, err
}

func (s *session) check(ctx context.Context) (found Answer, err error) {
	store, err := s.begin()
	if err != nil {
		return found, err
	}
	err = say.Within(ctx, func() error {
		checked, err := batch.Check(ctx, s.job)
		if err != nil {
			return err
		}
		found = ofCheck(checked)
		found.Folder, err = store.Replace(ctx, checkFolder, s.checkFiles(found))
		return err
	})
	if err != nil {
		return found, s.explain(err)
	}
	return found, blocked(found.Checked)
}

// text is the summary as a file, with what old Notepads need.
func (a Answer) text(v say.Voice, codes bool) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	a.Summary(&b, v, codes)
	return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte("\r\n"))
}

// checkFiles are what check leaves: the summary to read, and the answer as JSON.
func (s *session) checkFiles(found Answer) []archive.Blob {
	return append([]archive.Blob{
		{Name: batch.ToldFile, Bytes: found.text(s.Voice, s.ask.Codes)},
		{Name: "kiem-tra.json", Bytes: EncodeJSON(found)},
	}, found.Checked.Papers...)
}
