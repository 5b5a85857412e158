package compose

import (
	"strconv"
	"text/template"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// An argument says what an action is given; [Load] checks it before any figure
// is known.
type argument int

const (
	argCode  argument = iota // of an indicator
	argWords                 // printed as they are
	argCount                 // a whole number
	argAnnex                 // the name of an annex
	argSlots                 // one or more names of a slot for the ward's words
	argCodes                 // one or more codes of indicators
	argTitle                 // the title of a heading
)

// signatures are the actions with arguments that must be written out in the
// template, so that they can be checked.
var signatures = map[string][]argument{
	"fig": {argCode}, "nought": {argCode, argWords}, "reached": {argCode}, "below": {argCode},
	"share": {argCode, argWords}, "floor": {argCode, argCount, argWords, argWords},
	"has": {argCode}, "zero": {argCode}, "rose": {argCode}, "fell": {argCode},
	"exceeds": {argCode, argCode}, "several": {argCode}, "always": {argCode},
	"text": {argSlots}, "must": {argSlots}, "word": {argSlots}, "lessons": {argCode, argSlots},
	"awards": {argCode}, "prizes": {argCode}, "annex": {argAnnex}, "table": {argAnnex}, "under": {argTitle},
	"branches": {argCodes}, "periodchart": {argCode, argWords}, "branchchart": {argCode, argWords},
}

// funcs are the actions of a template. They are listed for authors at the top
// of templates/giua-nhiem-ky.md.
func (c *composer) funcs() template.FuncMap {
	named := func(get func() string) func() string { return func() string { return c.name(get()) } }
	return template.FuncMap{
		"fig": c.fig, "nought": c.nought, "reached": c.reached, "below": c.below,
		"share": c.share, "floor": c.floor,
		"has": c.has, "zero": c.zero, "rose": c.rose, "fell": c.fell, "exceeds": c.exceeds, "several": c.several, "always": c.always,

		"text": c.text, "must": c.must, "word": c.word, "lessons": c.lessons,
		"awards": c.awards, "prizes": c.prizes,

		"introduce": c.introduce,
		"unit":      named(func() string { return c.in.Unit.Name }),
		"short":     named(c.short),
		"here":      named(func() string { return c.local(c.short()) }),
		"level":     named(func() string { return level(c.local(c.short())) }),
		"parent":    named(func() string { return abbreviated(c.in.Unit.Parent) }),
		"place":     named(func() string { return c.in.Unit.Place }),
		"receivers": c.receivers,
		"term":      named(func() string { return c.in.Term.Name }),
		"ordinal":   named(func() string { return c.in.Term.Ordinal }),
		"from":      func() string { return c.day(c.in.Span.From) },
		"until":     func() string { return c.day(c.in.Span.Last()) },
		"symbol":    named(func() string { return c.in.Unit.Symbol }),

		"received": c.received,
		"under":    c.under,
		"silent":   func() string { return c.name(joined(c.in.Branches.Missing)) },
		"draft":    func() bool { return c.in.Draft },
		"behind":   c.behind,
		"wardgave": c.wardGave,
		"annex":    c.annex,
		"table":    c.table,
		"branches": c.branchTable, "branchchart": c.branchChart, "periodchart": c.periodChart, "photos": c.photos,
		"numbered": func() bool { return !c.in.Draft && c.in.Number != "" },
		"number":   named(func() string { return c.in.Number }),
		"dated":    func() bool { return !c.in.Draft && c.in.Date != 0 },
		"date":     func() string { return c.name(viet.LongDate(c.in.Date)) },
		"keep":     func() string { return c.put(token{kind: fact}) },
	}
}

// day is a day of the report's span: a fact that can carry a sentence.
func (c *composer) day(d reports.Day) string {
	if c.in.Span.IsZero() {
		return c.absent()
	}
	return c.put(token{kind: fact, text: viet.Date(d)})
}

// received is the number of branches that reported, of those that should:
// "33/34"; "33" if nobody knows how many should; absent if none did.
func (c *composer) received() string {
	b := c.in.Branches
	switch {
	case b.Received <= 0:
		return c.absent()
	case b.Expected <= 0:
		return c.put(token{kind: fact, text: strconv.Itoa(b.Received)})
	}
	return c.put(token{kind: fact, text: strconv.Itoa(b.Received) + "/" + strconv.Itoa(b.Expected)})
}

// wardGave bears a clause that is true only if the ward itself gave figures.
func (c *composer) wardGave() string {
	for _, f := range c.in.Totals.Figures {
		for _, e := range f.From {
			if e.Unit == reports.Ward {
				return c.put(token{kind: fact})
			}
		}
	}
	return c.absent()
}
