package roll

import (
	"fmt"
	"slices"
)

// A Doubt is what only a person can say of a list.
type Doubt struct {
	Key     string // for Options.Answers: "dong-9"
	Kind    Ask
	Row     int // 0: of the whole list
	Rows    []int
	Text    string // what stands there, without numbers of telephones
	Choices []Choice

	person bool // what stands there may be a person
}

// An Ask is what is asked.
type Ask string

// What may be asked.
const (
	AskSheet    Ask = "sheet"    // on which sheet the list is
	AskColumn   Ask = "column"   // which column has the names
	AskBranch   Ask = "branch"   // is this the name of a branch
	AskTwo      Ask = "two"      // one branch or two
	AskPerson   Ask = "person"   // where the name ends, and a person's begins
	AskRest     Ask = "rest"     // does what follows belong to the name
	AskRepeated Ask = "repeated" // one name in several rows
	AskRepeats  Ask = "repeats"  // many rows that name branches again
	AskGlued    Ask = "glued"    // many rows in which a person follows the name
	AskPersons  Ask = "persons"  // many rows that may be persons
)

// A Choice is one answer to a doubt, with what it means.
type Choice struct {
	ID   string
	Text string // a column, a sheet, the names that come of it; "" for none
}

// The answers to a doubt.
const (
	Yes  = "co"   // it is a branch; it is one; it all belongs to the name
	No   = "bo"   // it is none; what follows does not belong to the name
	Both = "hai"  // they are two branches
	Each = "tung" // to be asked of each row
	All  = "ca"   // the list is on all sheets
)

// choose returns the sheet that has a list: the only one that names branches, or else
// those that somebody said.
func (r *Reader) choose(sheets []Sheet) []Sheet {
	var with []Sheet
	for _, s := range sheets {
		if r.namesIn(s) > 0 {
			with = append(with, s)
		}
	}
	if len(with) == 0 {
		with = slices.DeleteFunc(slices.Clone(sheets), func(s Sheet) bool { return len(s.Rows) == 0 })
	}
	if len(with) < 2 {
		return with
	}
	d := Doubt{Key: "trang", Kind: AskSheet}
	for i, s := range with {
		d.Choices = append(d.Choices, Choice{fmt.Sprint(i + 1), s.Name})
	}
	d.Choices = append(d.Choices, Choice{All, ""})
	switch said := r.doubt(d); said {
	case "":
		return nil
	case All:
		return with
	default:
		n := slices.IndexFunc(d.Choices, func(c Choice) bool { return c.ID == said })
		return with[n : n+1]
	}
}

// doubt asks, unless it is answered: then it returns the answer.
func (r *Reader) doubt(d Doubt) string {
	said := r.Answers[d.Key]
	if all := r.Answers[gathered[d.Kind]]; said == "" && (d.Kind == AskRepeated || d.person) {
		said = all
	}
	if slices.ContainsFunc(d.Choices, func(c Choice) bool { return c.ID == said }) {
		return said
	}
	r.list.Doubts = append(r.list.Doubts, d)
	return ""
}

// gathered are the keys of what is asked once of many rows.
var gathered = map[Ask]string{AskRepeated: "trung", AskBranch: "nguoi", AskPerson: "lien"}

// manyRows are so many that a person wants to be asked once.
const manyRows = 3

// gather makes one doubt of many of one kind: a roll of members names each branch in
// hundreds of rows, and has hundreds of persons.
func (r *Reader) gather() {
	r.gatherAs(AskRepeats, func(d Doubt) bool { return d.Kind == AskRepeated }, Choice{Yes, ""})
	r.gatherAs(AskGlued, func(d Doubt) bool { return d.Kind == AskPerson && d.person }, Choice{No, ""}, Choice{Each, ""})
	r.gatherAs(AskPersons, func(d Doubt) bool { return d.Kind == AskBranch && d.person }, Choice{No, ""}, Choice{Yes, ""}, Choice{Each, ""})
}

func (r *Reader) gatherAs(kind Ask, of func(Doubt) bool, choices ...Choice) {
	one := Doubt{Kind: kind, Choices: choices}
	at := slices.IndexFunc(r.list.Doubts, of)
	for _, d := range r.list.Doubts {
		if of(d) {
			one.Key, one.Rows = gathered[d.Kind], append(one.Rows, d.Row)
		}
	}
	if len(one.Rows) < manyRows || r.Answers[one.Key] == Each {
		return
	}
	one.Text = r.list.Doubts[at].Text
	if kind == AskGlued {
		one.Choices[0].Text = r.list.Doubts[at].Choices[0].Text
	}
	r.list.Doubts[at].Kind = "" // its place
	r.list.Doubts = slices.DeleteFunc(r.list.Doubts, func(d Doubt) bool { return of(d) && d.Kind != "" })
	if at = slices.IndexFunc(r.list.Doubts, func(d Doubt) bool { return d.Kind == "" }); at >= 0 {
		r.list.Doubts[at] = one
	}
}
