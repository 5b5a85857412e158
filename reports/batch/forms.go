package batch

import (
	"cmp"
	"context"
	"regexp"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/compose"
	"ccbreport/reports/workbook"
)

// A FormFile is the form of one unit.
type FormFile struct {
	archive.Blob
	Unit reports.Unit
}

// Forms makes the forms of the job's report: the ward's, then one for every
// branch, or one for any branch where there is no list. The newest edition of
// the store gives the values beside. The inbox is not read.
func Forms(ctx context.Context, job Job, store *archive.Store) ([]FormFile, error) {
	form, err := newForm(job)
	if err != nil {
		return nil, err
	}
	if form.Before, err = before(store, form.Catalogue); err != nil {
		return nil, err
	}
	units := append([]reports.Unit{{ID: reports.Ward, Name: job.Unit.Name}}, job.Branches...)
	if len(job.Branches) == 0 {
		units = append(units, reports.Unit{})
	}
	var files []FormFile
	for i, unit := range units {
		if err := ended(ctx); err != nil {
			return nil, err
		}
		form.Unit = unit
		data, err := workbook.MakeForm(form)
		if err != nil {
			return nil, err
		}
		name := workbook.FileName(i, cmp.Or(unit.Name, "chi hội"))
		files = append(files, FormFile{archive.Blob{Name: name, Bytes: data}, unit})
	}
	return files, nil
}

func newForm(job Job) (workbook.Form, error) {
	form := workbook.Form{Ward: job.Unit.Name, Report: job.Report, Span: job.Span, YearStart: job.YearStart, Due: job.Due}
	var err error
	if form.Catalogue, err = catalogue.Load(job.Templates); err != nil {
		return form, err
	}
	template, err := compose.Load(job.Templates, job.Template, form.Catalogue)
	if err != nil {
		return form, err
	}
	form.Slots = template.Slots()
	if form.Samples, err = workbook.LoadSamples(job.Templates); err != nil {
		return form, err
	}
	form.Words, err = workbook.LoadWords(job.Templates)
	return form, err
}

// draftID is what the ids of drafts end in.
var draftID = regexp.MustCompile(`_v\d+$`)

// before reads what the newest draft said of each unit.
func before(store *archive.Store, cat *catalogue.Catalogue) (workbook.Before, error) {
	ids, err := store.IDs()
	if err != nil {
		return workbook.Before{}, err
	}
	newest := archive.Newest(slices.DeleteFunc(ids, func(id string) bool { return !draftID.MatchString(id) }), "")
	if newest == "" {
		return workbook.Before{}, nil
	}
	e, err := store.Edition(newest)
	if err != nil {
		return workbook.Before{}, err
	}
	data, err := e.Read(archive.Data)
	if err != nil {
		return workbook.Before{}, err
	}
	return workbook.ReadBefore(data, reports.PeriodOf(e.Manifest.From, e.Manifest.To), cat)
}
