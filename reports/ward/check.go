package ward

import (
	"bytes"
	"context"

	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
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

// checkFiles are what check leaves: the summary to read, with what old Notepads
// need, and the answer as JSON.
func (s *session) checkFiles(found Answer) []archive.Blob {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	found.Summary(&b, s.Voice, s.ask.Codes)
	return append([]archive.Blob{
		{Name: "kiem-tra.txt", Bytes: bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte("\r\n"))},
		{Name: "kiem-tra.json", Bytes: EncodeJSON(found)},
	}, found.Checked.Papers...)
}
