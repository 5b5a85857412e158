package ward

import (
	"errors"
	"slices"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/office"
)

// reports rehearses every configured report, and the letters. What is wrong in a template
// is told once, however many reports are made from it.
func (d *doctor) reports() {
	templates, err := d.conf.AllTemplates()
	if err != nil {
		d.fails("templates", err)
		return
	}
	for _, r := range d.conf.Reports {
		job := d.conf.Job(r, d.conf.Span(r, config.TodayIn(d.conf.Zone, d.now)))
		if job.Templates, err = d.conf.Templates(r.Template); err == nil {
			err = job.Ready()
		}
		if err != nil {
			d.broken("report "+r.Name, err)
		} else {
			d.good("report "+r.Name, d.say(doctorReport, r.Name, viet.Date(job.Span.From), viet.Date(job.Span.Last()))+d.signed(r))
		}
	}
	if _, err := office.WordsOf(d.conf); err != nil {
		d.broken("words", err)
	}
	for _, kind := range []string{deliver.Draft, deliver.Final, deliver.Copy, deliver.Failure, deliver.Reminder, deliver.Done, deliver.Test} {
		if _, _, err := deliver.Compose(templates, kind, deliver.Words{}); err != nil {
			d.broken("letter "+kind, err)
		}
	}
}

// broken tells of an error that templates, or what they stand for, have made.
func (d *doctor) broken(name string, err error) {
	var mistakes author.Mistakes
	if errors.As(err, &mistakes) {
		d.template(mistakes)
	} else {
		d.fails(name, err)
	}
}

// template tells what is wrong in templates, with file and line, unless it has been told.
func (d *doctor) template(list author.Mistakes) {
	before := len(d.checks)
	d.fails("template "+list[0].File, list)
	told := &d.checks[before]
	told.Detail = d.say(doctorTemplate, list[0].File) + "\n" + told.Detail
	if slices.ContainsFunc(d.checks[:before], func(c Examined) bool { return c.Detail == told.Detail }) {
		d.checks = d.checks[:before]
	}
}

// signed says who signs a report that has that of its own, "" for one that has not.
func (d *doctor) signed(r config.Report) string {
	if r.Sign == (config.Sign{}) {
		return ""
	}
	s := r.Signer(d.conf.Sign)
	lines := slices.DeleteFunc(append(strings.Split(s.Authority+"\n"+s.Position, "\n"), s.Name), func(l string) bool { return l == "" })
	return d.say(doctorSigned, strings.Join(lines, ", "))
}
