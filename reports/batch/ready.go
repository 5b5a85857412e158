package batch

import (
	"ccbreport/reports/catalogue"
	"ccbreport/reports/compose"
	"ccbreport/reports/question"
	"ccbreport/reports/typeset"
	"ccbreport/reports/workbook"
)

// Ready reports whether the job has all that it needs to make a report but an
// inbox: its catalogue and template agree, the page can be set, and what is asked and what
// stands in workbooks has its words.
func (j Job) Ready() error {
	cat, err := catalogue.Load(j.Templates)
	if err != nil {
		return err
	}
	if _, err := compose.Load(j.Templates, j.Template, cat); err != nil {
		return err
	}
	if _, err := typeset.LoadProfile(j.Templates); err != nil {
		return err
	}
	if _, err := question.Load(j.Templates, cat); err != nil {
		return err
	}
	if _, err := workbook.LoadWords(j.Templates); err != nil {
		return err
	}
	_, err = j.MadeFrom()
	return err
}
