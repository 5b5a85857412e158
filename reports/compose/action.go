package compose

import (
	"maps"
	"strconv"
	"text/template"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// An argument says what an action is given; [Load] checks it before any figure
// is known.
type argument int

const (
	argCode     argument = iota // of an indicator
	argWords                    // printed as they are
	argCount                    // a whole number
	argAnnex                    // the name of an annex
	argSlots                    // one or more names of a slot for the ward's words
	argCodes                    // one or more codes of indicators
	argTitle                    // the title of a heading
	argSections                 // any number of codes of sections of the catalogue
	argSlot                     // the first name of a slot that the template takes
)

// signatures are the actions with arguments that must be written out in the
// template, so that they can be checked.
var signatures = map[string][]argument{
	"fig": {argCode}, "nought": {argCode, argWords}, "reached": {argCode}, "below": {argCode},
	"share": {argCode, argWords}, "floor": {argCode, argCount, argWords, argWords},
	"has": {argCode}, "zero": {argCode}, "rose": {argCode}, "fell": {argCode},
	"exceeds": {argCode, argCode}, "several": {argCode}, "always": {argCode},
	"text": {argSlots}, "must": {argSlots}, "word": {argSlots}, "lessons": {argCode, argSlots}, "mentions": {argSlot, argWords}, "called": {argCode, argWords}, "doers": {argCode}, "branchesof": {argCode, argCode}, "ofall": {argCode}, "together": {argCode, argCode},
	"awards": {argCode}, "prizes": {argCode}, "annex": {argAnnex}, "table": {argAnnex}, "under": {argTitle},
	"against": {argCode, argWords}, "since": {argCode, argWords},
	"sentences": {argSections},
	"branches":  {argCodes}, "periodchart": {argCode, argWords}, "branchchart": {argCode, argWords},
}

// funcs are the actions of a template. They are listed for authors at the top
// of templates/giua-nhiem-ky.md.
func (c *composer) funcs() template.FuncMap {
	funcs := template.FuncMap{
		"fig": c.fig, "nought": c.nought, "reached": c.reached, "below": c.below,
		"share": c.share, "floor": c.floor,
		"has": c.has, "zero": c.zero, "rose": c.rose, "fell": c.fell, "exceeds": c.exceeds, "several": c.several, "always": c.always,
		"sentences": c.ofSections,
		"against":   c.against, "since": c.since, "results": c.results, "targets": c.targets,

		"text": c.text, "must": c.must, "word": c.word, "lessons": c.lessons, "mentions": c.mentions, "called": c.called,
		"awards": c.awards, "prizes": c.prizes,

		"introduce": c.introduce,
		"receivers": c.receivers,
		"from":      func() string { return c.day(c.in.Span.From) },
		"until":     func() string { return c.day(c.lastDay()) },

		"received": c.received,
		"under":    c.under,
		"draft":    func() bool { return c.in.Draft },
		"behind":   c.behind,
		"wardgave": c.wardGave, "estimated": c.estimated,
		"annex":    c.annex,
		"table":    c.table,
		"branches": c.branchTable, "branchchart": c.branchChart, "periodchart": c.periodChart, "photos": c.photos,
		"numbered": func() bool { return !c.in.Draft && c.in.Number != "" },
		"dated":    func() bool { return !c.in.Draft && c.in.Date != 0 },
		"keep":     func() string { return c.put(token{kind: fact}) },
	}
	maps.Copy(funcs, c.scopeFuncs())
	for action, get := range c.names() {
		funcs[action] = func() string { return c.name(get()) }
	}
	return funcs
}

// scopeFuncs are the actions that say whose figures these are and of what time.
func (c *composer) scopeFuncs() template.FuncMap {
	return template.FuncMap{
		"complete": c.complete,
		"doers":    c.doers,
		"gaps":     c.gaps,
		"whole": func() string {
			return c.put(token{kind: setting, word: theWhole, text: c.line("whole", Whole{All: true})})
		},
		"close":     func() string { return c.ending(theEnd) },
		"everyyear": func() string { return c.put(token{kind: setting, word: theYears, text: c.line("everyyear", nil)}) },
		"asof":      func() string { return c.ending(theDay) },
		"ofall":     c.ofAll, "together": c.together, "branchesof": c.branchesOf, "firsthalf": c.firstHalf, "severalyears": c.severalYears,
	}
}

// names are the actions that print a name, which says nothing by itself.
func (c *composer) names() map[string]func() string {
	return map[string]func() string{
		"unit":    func() string { return c.in.Unit.Name },
		"short":   c.short,
		"here":    func() string { return c.local(c.short()) },
		"level":   func() string { return level(c.local(c.short())) },
		"parent":  func() string { return c.abbreviated(c.in.Unit.Parent) },
		"place":   func() string { return c.in.Unit.Place },
		"term":    func() string { return c.in.Term.Name },
		"ordinal": func() string { return c.in.Term.Ordinal },
		"symbol":  func() string { return c.in.Unit.Symbol },
		"year":    c.year,
		"when":    c.when,
		"during":  func() string { return c.line("during", c.periodWords(c.in.Span)) },
		"within":  func() string { return c.line("within", c.periodWords(c.in.Span)) },
		"next":    c.next,
		"silent":  func() string { return joined(c.in.Branches.Missing) },
		"named":   c.silentNames,
		"unnamed": c.silentCount,
		"number":  func() string { return c.in.Number },
		"date":    func() string { return viet.LongDate(c.in.Date) },

		"reporter": c.reporter,
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
