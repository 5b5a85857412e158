// Package roll reads a ward's list of branches as people keep it: a workbook, a table of
// text, lines pasted from Zalo, in any order of columns, with the names of heads, their
// telephones, and what stands above and below. What it takes are the names of branches,
// what else they are called, and nothing of a person.
//
// Nothing is left out without a word: every row that has something is a branch, or is
// set aside with what it is, or is a doubt. A doubt is what only a person can say; who
// reads the list again with his answer gets one doubt less.
package roll

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// A List is what a list says.
type List struct {
	Branches []Branch
	Aside    []Aside // rows that name no branch, from above
	Doubts   []Doubt // what is to be answered first
	Left     []Column
	Clashes  []string // other names that two branches have, and so none
	People   int      // names of persons that were passed over
	Numbers  int      // of telephones, and addresses
	Sheet    string
}

// A Branch is one of the list.
type Branch struct {
	ID      string
	Name    string // as it is printed: "Chi hội thôn Đông"
	Aliases []string
	Row     int // in which it stands

	parts roster.Name
	old   string // commune that it belonged to
	sheet string // before the keys of doubts about its row
}

// An Aside is a row that names no branch.
type Aside struct {
	Row  int
	Kind Kind
	Text string // what stands there, without numbers of telephones
}

// A Kind says what a row is that names no branch.
type Kind string

// The kinds of rows.
const (
	Title     Kind = "title"
	Head      Kind = "head"
	Numbering Kind = "numbering"
	Total     Kind = "total"
	Signature Kind = "signature"
	Group     Kind = "group"    // an old commune, whose branches follow
	Persons   Kind = "persons"  // one more person of the branch above
	Empty     Kind = "empty"    // a number, and no name
	Struck    Kind = "struck"   // struck out
	Repeated  Kind = "repeated" // the same branch again, as somebody said
	Dropped   Kind = "dropped"  // none, as somebody said
)

// A Column is one that was not taken.
type Column struct {
	Letters string
	Head    string // "" if it has none
}

// A Reader reads lists for a ward of an association.
type Reader struct {
	Words   viet.Words
	Answers map[string]string // what somebody said to doubts, by key

	names   roster.Names
	list    List
	cols    columns
	where   string // old commune of the rows that follow
	reached bool   // what is read has a number by which somebody is reached
	listed  bool   // the row has a number or a mark of a list
	ended   bool   // totals or signatures have begun
	plain   bool   // nothing of the list has marks

	sheet, prefix string // where several are read: its name, and what its keys begin with
}

// Read reads the list that stands on one of the sheets, or on several, as somebody said.
func (r *Reader) Read(sheets []Sheet) List {
	r.names, r.list = roster.NewNames(r.Words), List{}
	chosen := r.choose(sheets)
	for i, sheet := range chosen {
		r.sheet, r.prefix, r.where, r.ended = "", "", "", false
		if len(chosen) > 1 {
			r.sheet, r.prefix = sheet.Name, fmt.Sprintf("trang-%d-", i+1)
			r.where = oldOf(sheet.Name, true)
		}
		r.list.Sheet, r.plain = sheet.Name, plain(sheet)
		var ok bool
		if r.cols, ok = r.columns(sheet); !ok {
			return r.list
		}
		r.cols.behind = r.personsBehind(sheet)
		for _, row := range sheet.Rows {
			r.row(row)
		}
	}
	r.namesakes()
	r.gather()
	r.identify()
	return r.list
}

// namesIn counts the cells of a sheet that begin with a word of kind.
func (r *Reader) namesIn(s Sheet) int {
	n := 0
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if r.leads(c.Text) {
				n++
			}
		}
	}
	return n
}

// leads reports whether a text begins with words of kind and goes on with a name.
func (r *Reader) leads(s string) bool {
	n := r.parts(unlisted(firstLine(s)))
	return (n.Branch || n.Place != "") && n.Rest != "" && (!isHead(s) || r.nameable(s))
}

func (r *Reader) aside(row Row, kind Kind) {
	r.list.Aside = append(r.list.Aside, Aside{row.Num, kind, quote(row.text())})
}

// namesakes parts branches of one name by the communes that they belonged to; what is left
// of them is one branch, or a person says so.
func (r *Reader) namesakes() {
	groups := map[string][]int{}
	for i, b := range r.list.Branches {
		key := r.Words.UnitKey(b.Name)
		groups[key] = append(groups[key], i)
	}
	for _, b := range groups {
		if len(b) > 1 {
			for _, i := range b {
				if one := &r.list.Branches[i]; one.old != "" {
					one.Name += " (" + one.old + " cũ)"
				}
			}
		}
	}
	r.once()
	slices.SortStableFunc(r.list.Aside, func(a, b Aside) int { return cmp.Compare(a.Row, b.Row) })
}

// once keeps one of the branches that still have one name.
func (r *Reader) once() {
	var kept []Branch
	first := map[string]int{}
	for _, b := range r.list.Branches {
		key := r.Words.UnitKey(b.Name)
		row, again := first[key]
		if !again {
			first[key] = b.Row
			kept = append(kept, b)
			continue
		}
		d := Doubt{
			Key: fmt.Sprintf("%strung-%d", b.sheet, b.Row), Kind: AskRepeated, Row: b.Row, Rows: []int{row, b.Row}, Text: b.Name,
			Choices: []Choice{{Yes, b.Name}},
		}
		if r.doubt(d) == Yes {
			r.list.Aside = append(r.list.Aside, Aside{b.Row, Repeated, b.Name})
		}
	}
	r.list.Branches = kept
}

// plain reports whether nothing on a sheet has marks.
func plain(s Sheet) bool {
	for _, row := range s.Rows {
		if key := viet.Key(row.text()); viet.Bare(key) != key {
			return false
		}
	}
	return true
}

// firstLine is what stands before a line break.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
