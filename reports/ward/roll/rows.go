package roll

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// row takes a branch from a row, or says why it has none.
func (r *Reader) row(row Row) {
	for _, c := range row.own() {
		r.list.Numbers += len(numbersIn(c.Text))
		if role := r.cols.role[c.Col]; (c.Col != r.cols.name && role == persons || c.Col == r.cols.name && r.cols.people) && isPerson(unlisted(strip(c.Text))) {
			r.list.People++
		}
	}
	if kind, ok := r.aparts(row); ok {
		r.aside(row, kind)
		return
	}
	text := row.at(r.cols.name)
	r.listed = r.numbered(row) || unlisted(text) != strings.TrimSpace(text)
	if r.cols.name == 0 {
		text = worded(row)
	}
	r.branch(row, text)
}

// numbered reports whether a row of a table has its number, if the others have one.
func (r *Reader) numbered(row Row) bool {
	for col, role := range r.cols.role {
		if role == numbers {
			return number(row.at(col)) > 0
		}
	}
	return len(row.Cells) > 1
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
	case slices.Contains(r.cols.heads, row.Num), r.headed(row):
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
	case again, r.cols.people && !named && isPerson(unlisted(strip(name))):
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

// worded is the first cell of a row that has words, else all of it.
func worded(row Row) string {
	for _, c := range row.own() {
		if wordy([]Cell{c}) > 0 && strip(c.Text) != "" {
			return c.Text
		}
	}
	return row.text()
}

// wordy counts the cells that have words, and no mere number of a list.
func wordy(own []Cell) int {
	n := 0
	for _, c := range own {
		if key := strings.Trim(viet.Key(c.Text), "ivx0123456789.() "); len([]rune(key)) > 1 {
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
		b.Row, b.old, b.sheet = row.Num, old, r.prefix
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
			if old := oldOf(c.Text, true); old != "" && isOld(old) || r.cols.noun == "" {
				return old
			} else if old != "" {
				return r.cols.noun + " " + old
			}
		}
	}
	return r.where
}

var aliasParts = regexp.MustCompile(`\s*[;,/\n+&]\s*|\s+và\s+`)

func (r *Reader) aliasesIn(row Row) []string {
	var all []string
	for _, c := range row.Cells {
		if r.cols.role[c.Col] != aliases {
			continue
		}
		lead := ""
		for _, s := range aliasParts.Split(c.Text, -1) {
			if s = viet.Clean(s); number(s) > 0 {
				s = strings.TrimSpace(lead + s) // "Thôn 1, 2"
			}
			if p := r.parts(s); p.Number != "" {
				lead = strings.TrimSuffix(s, p.Number)
			}
			switch {
			case s == "" || hasNumber(s), number(s) > 0:
			case isPerson(s), startsTitled(s), titled.MatchString(s):
				r.list.People++
			default:
				all = append(all, s)
			}
		}
	}
	return all
}

// made is a branch by the name that somebody wrote.
func (r *Reader) made(name string) Branch {
	p := r.parts(strings.NewReplacer(`"`, "", "“", "", "”", "").Replace(name))
	if !p.Branch && p.Place == "" && r.cols.kind != "" {
		p.Place = r.cols.kind
		if p.Number != "" && p.Rest == p.Number {
			p.Rest = "số " + p.Number
		}
	}
	p.Rest = spelt(p.Rest, p.Place != "")
	base, _, _ := strings.Cut(name, "(")
	if p.Number == "" && base != name {
		p.Number = r.parts(base).Number
	}
	if p.Place == "" {
		return Branch{Name: "Chi hội " + p.Rest, parts: p}
	}
	place := r.place(p.Place)
	if strings.IndexFunc(p.Rest, unicode.IsDigit) >= 0 {
		place = viet.Sentence(place) // "Thôn 7", "thôn Đông"
	}
	return Branch{Name: "Chi hội " + place + " " + p.Rest, parts: p}
}

// rowKey is the key of a doubt about a row.
func (r *Reader) rowKey(row Row) string { return fmt.Sprintf("%sdong-%d", r.prefix, row.Num) }

// told is a row as it is told, with its sheet where several are read.
func (r *Reader) told(row Row) string {
	if r.sheet != "" {
		return r.sheet + ": " + quote(row.text())
	}
	return quote(row.text())
}
