package ward

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/ward/say"
)

// Forms is what forms answers, and prints with --json.
type Forms struct {
	Report string      `json:"report"`
	From   reports.Day `json:"from"`
	To     reports.Day `json:"to"`  // last day included
	Out    string      `json:"out"` // absolute
	Files  []Form      `json:"files"`
}

type Form struct {
	Name string         `json:"name"`
	Unit reports.UnitID `json:"unit"` // "@ward": the ward's; "": for any branch
}

// Forms writes the workbooks that people fill in into a folder: one for each
// branch, and one for the ward.
func (w *Ward) Forms(ctx context.Context, a Ask, dir string) (made Forms, err error) {
	s, err := w.asked(a)
	if err != nil {
		return made, err
	}
	made = Forms{Report: s.job.Report, From: s.job.Span.From, To: s.job.Span.Last()}
	if made.Out, err = filepath.Abs(dir); err != nil {
		return made, err
	}
	err = say.Within(ctx, func() error {
		store, err := archive.Open(w.out)
		if err != nil {
			return err
		}
		files, err := batch.Forms(ctx, s.job, store)
		if err != nil {
			return err
		}
		for _, file := range files {
			made.Files = append(made.Files, Form{file.Name, file.Unit.ID})
		}
		return writeForms(made.Out, files)
	})
	return made, err
}

// writeForms writes all forms, or none if one of them would replace a file that
// somebody may have filled in.
func writeForms(dir string, files []batch.FormFile) error {
	for _, file := range files {
		name := filepath.Join(dir, file.Name)
		old, err := os.ReadFile(name)
		if err == nil && !bytes.Equal(old, file.Bytes) {
			return formTaken.With(name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, file := range files {
		if err := writeWhole(filepath.Join(dir, file.Name), file.Bytes); err != nil {
			return err
		}
	}
	return nil
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(name string, data []byte) error {
	temp := name + ".part"
	err := os.WriteFile(temp, data, 0o666)
	if err == nil {
		err = os.Rename(temp, name)
	}
	return err
}
