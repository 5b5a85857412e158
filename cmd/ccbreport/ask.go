package main

import (
	"cmp"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// ask is what the flags ask for.
func (f *flags) ask(t *tui) (Ask, error) {
	span, err := f.span()
	return Ask{Report: f.report, Span: span, NoSend: f.noSend, Codes: t.codes}, err
}

// open opens the ward that the flags name, and lets it speak as its configuration
// says.
func (f *flags) open(t *tui) (*Ward, error) {
	w, err := Open(f.file(), f.options(t))
	if err == nil {
		t.voice = w.Voice
	}
	return w, err
}

// begin opens the ward and reads what is asked of it.
func (f *flags) begin(t *tui) (*Ward, Ask, error) {
	w, err := f.open(t)
	if err != nil {
		return nil, Ask{}, err
	}
	a, err := f.ask(t)
	return w, a, err
}

func (f *flags) file() string { return cmp.Or(f.config, "config.toml") }

func (f *flags) options(t *tui) Options {
	return Options{Lang: f.lang, Inbox: f.inbox, Out: f.out, Progress: t.progress}
}

// span returns the period of --from and --to, zero without them.
func (f *flags) span() (reports.Period, error) {
	switch {
	case f.from == "" && f.to == "":
		return reports.Period{}, nil
	case f.to == "":
		return reports.Period{}, halfFlags.with("--to")
	case f.from == "":
		return reports.Period{}, halfFlags.with("--from")
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
		return reports.Period{}, backwardFlags.with(f.from, f.to)
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
	return 0, badFlagDate.with(name, text)
}
