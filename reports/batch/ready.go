package batch

import (
	"ccbreport/reports/catalogue"
	"ccbreport/reports/compose"
	"ccbreport/reports/typeset"
)

// Ready reports whether the job has all that it needs to make a report but an
// inbox: its catalogue and template agree, and the page can be set.
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
	_, err = j.MadeFrom()
	return err
}
