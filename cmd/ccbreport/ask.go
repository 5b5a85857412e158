package main

import (
	"cmp"

	"ccbreport/reports"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
)

// ask is what the flags ask for.
func (f *flags) ask(t *tui) (ward.Ask, error) {
	span, err := f.span()
	return ward.Ask{Report: f.report, Span: span, NoSend: f.noSend, Codes: t.codes}, err
}

// open opens the ward that the flags name, and lets it speak as its configuration
// says.
func (f *flags) open(t *tui) (*ward.Ward, error) {
	w, err := ward.Open(f.file(), f.options(t))
	if err == nil {
		t.Voice = w.Voice
	}
	return w, err
}

// begin opens the ward and reads what is asked of it.
func (f *flags) begin(t *tui) (*ward.Ward, ward.Ask, error) {
	w, err := f.open(t)
	if err != nil {
		return nil, ward.Ask{}, err
	}
	a, err := f.ask(t)
	return w, a, err
}

func (f *flags) file() string { return cmp.Or(f.config, "config.toml") }

func (f *flags) options(t *tui) ward.Options {
	return ward.Options{Lang: f.lang, Inbox: f.inbox, Out: f.out, Progress: t.progress}
}

// span returns the period of --from and --to, zero without them.
func (f *flags) span() (reports.Period, error) {
	switch {
	case f.from == "" && f.to == "":
		return reports.Period{}, nil
	case f.to == "":
		return reports.Period{}, halfFlags.With("--to")
	case f.from == "":
		return reports.Period{}, halfFlags.With("--from")
	}
	from, err := flagDay("--from", f.from)
	if err != nil {
		return reports.Period{}, err
	}
	to, err := flagDay("--to", f.to)
	if err != nil {
		return reports.Period{}, err
	}
	if from > to {
		return reports.Period{}, backwardFlags.With(f.from, f.to)
	}
	return reports.PeriodOf(from, to), nil
}

// flagDay reads the day that a flag gives, as 2020-07-15 or the way that it is
// written in letters, 15/7/2020.
func flagDay(name, text string) (reports.Day, error) {
	if day, err := reports.ParseDay(text); err == nil {
		return day, nil
	}
	if day, ok := viet.ParseDate(text, 0); ok {
		return day, nil
	}
	return 0, badFlagDate.With(name, text)
}
