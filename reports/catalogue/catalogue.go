// Package catalogue says what is counted: it reads templates/indicators.toml
// and answers questions about it, in the words of the association that counts. It
// also holds the words of the findings (templates/findings.toml).
//
// What a catalogue says never changes after Load. One code is one number in one unit.
package catalogue

import (
	"ccbreport/reports"
	"ccbreport/reports/association"
	"ccbreport/reports/memo"
	"ccbreport/reports/viet"
)

// A Catalogue is what the files said, with everything that answers need
// computed once. It is safe for use by several goroutines.
type Catalogue struct {
	association association.Association

	sections   []Section // those that are named
	indicators []Indicator
	index      map[string]int // by code
	rules      []Rule
	texts      map[string]Text
	words      words
	units      units
	names      names
	activities map[string][]Feed        // by key of the activity
	family     [][]int                  // by indicator: what hangs on it
	lexicon    lexicon                  // the words of all names
	bare       func() *lexicon          // the same, without diacritics; computed when it is first needed
	spelling   func() *spelling         // of all names, to find them mistyped; computed when it is first needed
	nearLog    nearest                  // over the names of activities
	taken      *memo.Memo[Query, taken] // what queries so far named by themselves
	answers    *memo.Memo[Query, Match] // to them, with proposals

	activityNames []string // first name of each
}

// Association returns whose catalogue it is.
func (c *Catalogue) Association() association.Association { return c.association }

// Indicators returns all indicators in the order of the file. The slice is the
// catalogue's own: it must not be changed.
func (c *Catalogue) Indicators() []Indicator { return c.indicators }

// Indicator returns the indicator with that code.
func (c *Catalogue) Indicator(code string) (Indicator, bool) {
	i, ok := c.index[code]
	if !ok {
		return Indicator{}, false
	}
	return c.indicators[i], true
}

// Rules returns the rules in the order of the file.
func (c *Catalogue) Rules() []Rule { return c.rules }

// A Kind says how values of an indicator are added (domain notes, 2.3).
type Kind string

const (
	Flow    Kind = "flow"    // events, money, turns, persons in the period: Σ periods, Σ branches
	Once    Kind = "once"    // each object entered once, in the period it happened: as Flow
	Stock   Kind = "stock"   // level at a day: the last period within the span, Σ branches
	Rate    Kind = "rate"    // a recurring amount per year: the last period, Σ branches
	Ratio   Kind = "ratio"   // Num/Den, pooled over the span or of its last period
	Average Kind = "average" // Num/Den of the two stocks at the end, rounded to whole units
	All     Kind = "all"     // a percentage that may be printed as 100% only if every one is 100
	Target  Kind = "target"  // a percentage of a target, taken as given
	List    Kind = "list"    // counted lines of text: awards, lessons
)

// A Level says who reports an indicator.
type Level string

const (
	Branch Level = "branch"
	WardLv Level = "ward"
	Both   Level = "both" // both do
)

// An Indicator is one line of the catalogue.
type Indicator struct {
	Code    string
	Name    string   // as printed in tables
	Aliases []string // other spellings met in workbooks
	Unit    string   // "người", "đồng", "%", "đồng/năm"
	Kind    Kind
	Level   Level
	Section string   // "DA", "TT", … (domain notes, 2.2)
	Num     string   // Ratio, Average: code of the numerator
	Den     string   // Ratio, Average: code of the denominator
	Over    string   // Ratio: "pooled" (Σ over the span) or "last"
	Parts   []string // codes that it is the sum of (TC.HV.GIAM)
	Of      string   // code of the indicator that it is a part of or hangs on ("trong đó", "số tiền")
	Under   []string // further indicators below which Short is taken
	Logs    []Log    // the log events that feed it
	Help    bool     // exists only to feed others: not in the table of indicators
	Heads   []string // short names for the head of a column: not taken below an indicator of another section
	Short   []string // names taken only below an indicator that this one belongs to: "ý kiến"
	Max     int64    // a larger value is not believed; 0: no bound
	Better  string   // "less" or "more" where one direction is the good one
	Forms   []string // List: the forms of award that it counts ("Bằng khen")
	About   []string // List: words one of which the award must be for; empty: any

	PerMember [2]int64 // plausible least and most đồng by member, of a flow by year too; {0, 0}: nothing is known

	Sentence string // what reports say of it, with FigurePlace; "" where a template says it, or nothing does
}

// Money reports whether the indicator is an amount of đồng.
func (i Indicator) Money() bool {
	return viet.IsMoneyUnit(i.Unit)
}

// Adds reports whether the indicator says what happened, which adds up over periods,
// and not how things stand on a day.
func (i Indicator) Adds() bool { return i.Kind == Flow || i.Kind == Once || i.Kind == List }

// Percent reports whether the indicator is printed as a percentage.
func (i Indicator) Percent() bool { return i.Unit == "%" }

// Derived reports whether the indicator is computed from others.
func (i Indicator) Derived() bool { return i.Num != "" || len(i.Parts) > 0 }

// A Log is a kind of event in a log, and the column that it feeds.
type Log struct {
	Activity []string // names of the activity, as in the column Hoạt động
	Column   string   // "count", "opinions", "turns" or "money"
}

// A Rule is an identity or a bound between figures of one unit:
// Σ Left Op Σ Right. A term is a code, with "-" before it to take it off and
// "@start" after it for the value at the period before.
type Rule struct {
	Name    string
	Left    []Term
	Op      string // "=", "<=", ">="
	Right   []Term
	Missing string // "skip": any missing skips the rule; "zero": missing is 0; "skip-all": skip if all are missing
	Finding string // code of the finding
}

// A Term is one code of a rule.
type Term struct {
	Code  string
	Minus bool
	Start bool // the stock at the end of the period before
	Free  bool // missing counts as 0, whatever Rule.Missing says; written "CODE?"
}

// A Feed says which indicator a column of a log event feeds.
type Feed struct {
	Column string // "count", "opinions", "turns" or "money"
	Code   string
}

// A LogMatch is the answer to the name of an activity. Feeds is empty if no
// activity has that name; Near then holds a known activity worth proposing.
type LogMatch struct {
	Feeds []Feed
	Near  string
}

// A Text is the wording of one code of finding.
type Text struct {
	Code     string
	Severity reports.Severity
	Keep     bool              // accepted, it stands as it was read; else its cells are left out
	Counted  bool              // nobody need decide anything: it is counted, not told
	Branch   bool              // the branch that it is about can answer it, and nobody else
	Message  map[string]string // by language, with {name} places
	Hint     map[string]string
}
