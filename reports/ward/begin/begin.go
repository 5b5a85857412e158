// Package begin makes what a new ward needs to begin: its configuration from the few
// things that only the ward can say, and the files that a double click runs. It writes
// nothing itself.
package begin

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/association"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
)

// Answers are what a ward says of itself.
type Answers struct {
	Name     string // of the association of the ward, in full
	Parent   string // the organisation above, in full; "" where nobody says
	Place    string // before the date
	Term     Term
	Branches []config.Branch // none: every unit found is a branch
	Report   string          // that is made without --report
	Due      string          // last day for sending, as config.toml has it; "" for none
	To       []string        // Kính gửi
	Signer   string          // "" leaves the place of the signature empty

	Notes []Note // what is to be looked at, though it was taken
}

// A Term is the term of office.
type Term struct {
	Name    string // "2025 - 2030"
	Ordinal string // "VIII", "" where nobody says
	Span    reports.Period
}

// A Note is a text with its words.
type Note struct {
	Text  say.Text
	Words []string
}

// Reports are the built-in reports, the usual one first, each with the last day for
// sending that it has unless somebody says another.
var Reports = []struct{ Name, Due string }{{"nam", "12-05"}, {"sau-thang", "06-05"}, {"giua-nhiem-ky", ""}, {"nhiem-ky", ""}}

// A Ward asks for the answers and makes the files.
type Ward struct {
	Own   association.Association
	Today reports.Day
}

var termForm = regexp.MustCompile(`^(\d{4})\s*[-–—]\s*(\d{4})$`)

// termOf reads "2025 - 2030": as reports count it, whole years up to the last, in which
// the next term begins.
func termOf(s string) (Term, error) {
	m := termForm.FindStringSubmatch(viet.Clean(s))
	if m == nil {
		return Term{}, badTerm.With(s)
	}
	from, _ := strconv.Atoi(m[1])
	to, _ := strconv.Atoi(m[2])
	if to <= from || to-from > 10 {
		return Term{}, badTerm.With(s)
	}
	return Term{Name: m[1] + " - " + m[2], Span: reports.Period{From: reports.DayOf(from, 1, 1), To: reports.DayOf(to, 1, 1)}}, nil
}

// firstTerm is a year in which terms of communes began all over the country; they last
// for termYears.
const (
	firstTerm = 2025
	termYears = 5
)

// usualTerm is the term that most wards are in on a day.
func usualTerm(today reports.Day) string {
	year, _, _ := today.Date()
	from := firstTerm + (year-firstTerm)/termYears*termYears
	if year < firstTerm {
		from = firstTerm
	}
	return fmt.Sprintf("%d - %d", from, from+termYears)
}

// half is the first half of a term, in whole months.
func (t Term) half() reports.Period {
	from, _, _ := t.Span.From.Date()
	to, _, _ := t.Span.To.Date()
	return reports.Period{From: t.Span.From, To: reports.DayOf(from, 1+6*(to-from), 1)}
}

// skeleton is the configuration of a ward that has said nothing yet.
//
//go:embed skeleton.toml
var skeleton string

// Text is config.toml of the ward. It has nothing that the ward did not say, but for what
// holds for all.
func (w Ward) Text(a Answers) (string, error) {
	text := strings.ReplaceAll(skeleton, "{short}", w.Own.Short)
	half := a.Term.half()
	day := func(d reports.Day) string { return d.String() }
	for _, s := range []struct {
		key   string
		words []string
	}{
		{"unit.name", []string{a.Name}},
		{"unit.parent", []string{a.Parent}},
		{"unit.place", []string{a.Place}},
		{"term.name", []string{a.Term.Name}},
		{"term.ordinal", []string{a.Term.Ordinal}},
		{"term.from", []string{day(a.Term.Span.From)}},
		{"term.to", []string{day(a.Term.Span.Last())}},
		{"report.giua-nhiem-ky.from", []string{day(half.From)}},
		{"report.giua-nhiem-ky.to", []string{day(half.Last())}},
		{"report." + a.Report + ".default", []string{"true"}},
		{"report." + a.Report + ".due", []string{a.Due}},
		{"letter.to", a.To},
		{"letter.copies", []string{"Như trên", "Các chi hội " + w.Own.Short, "Lưu: VT"}},
		{"sign.name", []string{a.Signer}},
	} {
		var err error
		if s.key == "report."+a.Report+".due" && a.Due == "" {
			continue
		}
		if text, err = config.Set(text, s.key, s.words...); err != nil {
			return "", err
		}
	}
	for _, b := range a.Branches {
		var err error
		if text, err = config.AddBranch(text, b); err != nil {
			return "", err
		}
	}
	return text, nil
}
