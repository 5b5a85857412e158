package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"

	"github.com/spf13/pflag"
)

func ofForms(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.StringVar(&f.forms, "out", "", t.say(flagForms))
	set.StringVar(&f.report, "report", "", t.say(flagReport))
	set.StringVar(&f.from, "from", "", t.say(flagFrom))
	set.StringVar(&f.to, "to", "", t.say(flagTo))
}

// formsOutput is the object of forms --json.
type formsOutput struct {
	Report string       `json:"report"`
	From   reports.Day  `json:"from"`
	To     reports.Day  `json:"to"`  // last day included
	Out    string       `json:"out"` // absolute
	Files  []formOutput `json:"files"`
}

type formOutput struct {
	Name string         `json:"name"`
	Unit reports.UnitID `json:"unit"` // "@ward": the ward's; "": for any branch
}

// makeForms is the verb forms: the workbooks that people fill in.
func makeForms(ctx context.Context, t *tui, f *flags) error {
	s, r, err := configured(t, f, time.Now())
	if err != nil {
		return err
	}
	if f.forms == "" {
		return formsNowhere.with()
	}
	if s.job.Templates, err = s.conf.templates(r.Template); err != nil {
		return err
	}
	if s.out, err = filepath.Abs(f.forms); err != nil {
		return err
	}
	var files []batch.FormFile
	err = supervise(ctx, func() error {
		store, err := archive.Open(s.conf.path(s.conf.Paths.Out))
		if err != nil {
			return err
		}
		if files, err = batch.Forms(s.job, store); err != nil {
			return err
		}
		return writeForms(s.out, files)
	}, func() error { return nil })
	if err != nil {
		return err
	}
	return t.tellForms(s, files)
}

func (t *tui) tellForms(s *session, files []batch.FormFile) error {
	if t.json {
		o := formsOutput{Report: s.job.Report, From: s.job.Span.From, To: s.job.Span.Last(), Out: s.out}
		for _, file := range files {
			o.Files = append(o.Files, formOutput{file.Name, file.Unit.ID})
		}
		t.print(o)
	}
	t.tell(formsLine, strconv.Itoa(len(files)), viet.Date(s.job.Span.From), viet.Date(s.job.Span.Last()))
	t.tell(whereLine, s.out)
	t.tell(nextForms)
	return nil
}

// writeForms writes all forms, or none if one of them would replace a file that
// somebody may have filled in.
func writeForms(dir string, files []batch.FormFile) error {
	for _, file := range files {
		name := filepath.Join(dir, file.Name)
		old, err := os.ReadFile(name)
		if err == nil && !bytes.Equal(old, file.Bytes) {
			return formTaken.with(name)
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
