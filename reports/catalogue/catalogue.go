// Package catalogue says what is counted: it reads templates/indicators.toml
// and answers questions about it. It also holds the words of the findings
// (templates/findings.toml).
//
// A catalogue never changes after Load. One code is one number in one unit.
package catalogue

import "ccbreport/reports"

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
	Both   Level = "both" // the ward's figure counts; the branches' sum is compared with it
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
	Logs    []Log    // the log events that feed it
	Help    bool     // exists only to feed others: not in the table of indicators
}

// Money reports whether the indicator is an amount of đồng.
func (i Indicator) Money() bool {
	return i.Unit == "đồng" || i.Unit == "đồng/năm" || i.Unit == "đồng/hội viên"
}

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
}

// A Match is the answer to a name.
type Match struct {
	Code  string // "" if nothing matches exactly
	Near  string // code of the nearest indicator worth proposing, "" if none
	Exact bool   // the name or an alias, after normalising
}

// A Text is the wording of one code of finding.
type Text struct {
	Code     string
	Severity reports.Severity
	Message  map[string]string // by language, with {name} places
	Hint     map[string]string
}
