package roll

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// row takes a branch from a row, or says why it has none.
func (r *Reader) row(row Row) {
	for _, c := range row.own() {
		r.list.Numbers += len(reach.FindAllString(c.Text, -1))
		if role := r.cols.role[c.Col]; c.Col != r.cols.name && role == persons && isPerson(unlisted(strip(c.Text))) {
			r.list.People++
		}
	}
	if kind, ok := r.aparts(row); ok {
		r.aside(row, kind)
		return
	}
	text := row.at(r.cols.name)
	if r.cols.name == 0 {
		text = row.text()
	}
	r.branch(row, text)
}

// aparts reports whether a row names no branch for certain, and what it is.
func (r *Reader) aparts(row Row) (Kind, bool) {
	own := row.own()
	name, first := row.at(r.cols.name), ""
	for _, c := range own {
		if first = unlisted(c.Text); wordy([]Cell{c}) > 0 {
			break
		}
	}
	named := r.leads(name)
	switch {
	case row.struck:
		return Struck, true
	case slices.Contains(r.cols.heads, row.Num), headed(row):
		return Head, true
	case isTotal(first):
		r.ended = true
		return Total, true
	case !named && isSignature(first):
		r.ended = true
		return Signature, true
	case !named && r.above(row) && (isTitle(row.text()) || r.alone(row) && r.isWard(row.text())):
		return Title, true
	case wordy(own) == 1 && oldOf(first, false) != "" && r.cols.role[own[0].Col] != olds:
		r.where = oldOf(first, false)
		return Group, true
	}
	return r.nameless(row, own, name, named)
}

// nameless says what a row is that has nothing in the column of names but marks, or
// belongs to what ended the list.
func (r *Reader) nameless(row Row, own []Cell, name string, named bool) (Kind, bool) {
	again := slices.ContainsFunc(row.Cells, func(c Cell) bool { return c.Again && c.Col == r.cols.name })
	letters := strings.IndexFunc(row.text(), unicode.IsLetter) >= 0
	switch {
	case r.ended && !named && (len(own) == 1 || name == ""):
		return Signature, true
	case r.cols.name == 0:
		return "", false
	case again:
		return Persons, true
	case !letters && (name == "" || counts(own) || r.cols.kind == "" && !r.headIsBranch()):
		if len(own) > 1 {
			return Numbering, true
		}
		return Empty, true
	case name != "":
		return "", false
	case slices.ContainsFunc(own, func(c Cell) bool { return r.cols.role[c.Col] == persons || isPerson(unlisted(strip(c.Text))) }):
		return Persons, true
	}
	return Empty, !letters
}

// wordy counts the cells that have words, and no mere number of a list.
func wordy(own []Cell) int {
	n := 0
	for _, c := range own {
		if strings.Trim(viet.Key(c.Text), "ivx0123456789.() ") != "" {
			n++
		}
	}
	return n
}

// counts reports whether a row numbers the columns: "(1)", "(2)", or 1, 2, 3.
func counts(own []Cell) bool {
	for i, c := range own {
		if strings.HasPrefix(c.Text, "(") {
			continue
		}
		if i > 0 && number(c.Text) != number(own[i-1].Text)+1 {
			return false
		}
	}
	return len(own) > 2
}

func number(s string) int {
	n, err := strconv.Atoi(strings.Trim(s, "(). "))
	if err != nil {
		return -1
	}
	return n
}

// above reports whether a row stands above the first branch and the heads.
func (r *Reader) above(row Row) bool {
	return len(r.list.Branches) == 0 && (len(r.cols.heads) == 0 || row.Num < r.cols.heads[0])
}

// alone reports whether a row is no row of a table: fewer cells than the columns have.
func (r *Reader) alone(row Row) bool { return len(row.own()) <= 2 }

// isWard reports whether a text is the name of an association of a whole commune, and of
// whatever is above it.
func (r *Reader) isWard(s string) bool {
	key := viet.Key(s)
	return r.Words.In(key) || strings.HasPrefix(key, "xã ") || strings.HasPrefix(key, "phường ") || len(viet.Places(s)) > 0
}

// headIsBranch reports whether the column of names has a head that lone numbers may stand
// under.
func (r *Reader) headIsBranch() bool { return len(r.cols.heads) > 0 }

// branch reads the name in a row.
func (r *Reader) branch(row Row, text string) {
	old := r.oldIn(row)
	for _, said := range r.parse(row, text) {
		if said.name == "" {
			continue
		}
		b := r.made(said.name)
		b.Row, b.old = row.Num, old
		if said.old != "" {
			b.old = said.old
		}
		b.Aliases = append(said.aliases, r.aliasesIn(row)...)
		r.list.Branches = append(r.list.Branches, b)
	}
}

// oldIn is the old commune of a row: that of its column, else of the group that it is in.
func (r *Reader) oldIn(row Row) string {
	for _, c := range row.Cells {
		if r.cols.role[c.Col] == olds && c.Col != r.cols.name {
			if old := oldOf(c.Text, true); old != "" {
				return old
			}
		}
	}
	return r.where
}

func (r *Reader) aliasesIn(row Row) []string {
	var all []string
	for _, c := range row.Cells {
		if r.cols.role[c.Col] != aliases {
			continue
		}
		for _, s := range strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune(";,/\n", r) }) {
			if s = viet.Clean(s); s != "" && !hasNumber(s) && !isPerson(s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// made is a branch by the name that somebody wrote.
func (r *Reader) made(name string) Branch {
	p := r.names.Parts(name)
	if !p.Branch && p.Place == "" && r.cols.kind != "" {
		p.Place = r.cols.kind
		if p.Number != "" && p.Rest == p.Number {
			p.Rest = "số " + p.Number
		}
	}
	p.Rest = spelt(p.Rest, p.Place != "")
	base, _, _ := strings.Cut(name, "(")
	if p.Number == "" && base != name {
		p.Number = r.names.Parts(base).Number
	}
	if p.Place == "" {
		return Branch{Name: "Chi hội " + p.Rest, parts: p}
	}
	place := r.Words.Expand(viet.Key(p.Place))
	if strings.IndexFunc(p.Rest, unicode.IsDigit) >= 0 {
		place = viet.Sentence(place) // "Thôn 7", "thôn Đông"
	}
	return Branch{Name: "Chi hội " + place + " " + p.Rest, parts: p}
}

// rowKey is the key of a doubt about a row.
func rowKey(row Row) string { return fmt.Sprintf("dong-%d", row.Num) }
