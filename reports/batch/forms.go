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
// branch, or one for any branch where there is no list. The last edition that can
// be compared with gives the values beside. The inbox is not read.
func Forms(ctx context.Context, job Job, store *archive.Store) ([]FormFile, error) {
	form, err := newForm(job)
	if err != nil {
		return nil, err
	}
	if form.Before, err = before(job, store, form.Catalogue); err != nil {
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

// draftName is what the ids of drafts look like; see [archive.Manifest].
var draftName = regexp.MustCompile(`^.+_(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})_v\d+$`)

// before reads what was said of each unit in the newest draft of the same kind
// that ends before the job's span begins and is as long: what a half year adds up
// to is not to be held against a whole one.
func before(job Job, store *archive.Store, cat *catalogue.Catalogue) (workbook.Before, error) {
	ids, err := store.IDs()
	if err != nil {
		return workbook.Before{}, err
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return !job.follows(id) })
	for newest := archive.Newest(ids, ""); newest != ""; newest = archive.Newest(ids, "") {
		e, err := store.Edition(newest)
		if err != nil {
			return workbook.Before{}, err
		}
		old, err := settingsOf(e)
		if err != nil {
			return workbook.Before{}, err
		}
		if old.Template != job.Template {
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == newest })
			continue
		}
		data, err := e.Read(archive.Data)
		if err != nil {
			return workbook.Before{}, err
		}
		return workbook.ReadBefore(data, reports.PeriodOf(e.Manifest.From, e.Manifest.To), cat)
	}
	return workbook.Before{}, nil
}

// follows reports whether the job's span comes after that of the draft, and is as
// long in months.
func (j Job) follows(draft string) bool {
	m := draftName.FindStringSubmatch(draft)
	if m == nil {
		return false
	}
	from, err1 := reports.ParseDay(m[1])
	to, err2 := reports.ParseDay(m[2])
	return err1 == nil && err2 == nil && to < j.Span.From && months(reports.PeriodOf(from, to)) == months(j.Span)
}

// months is how many months begin within a span of days.
func months(p reports.Period) int {
	y, m, _ := p.From.Date()
	endYear, end, _ := p.To.Date()
	return 12*(endYear-y) + end - m
}
