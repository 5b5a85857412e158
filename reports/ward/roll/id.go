package roll

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// identify gives each branch its id, made of its name alone so that it stays, and the
// aliases that only it can have.
func (r *Reader) identify() {
	taken := map[string]bool{}
	var all [][]string
	for i := range r.list.Branches {
		b := &r.list.Branches[i]
		b.ID = unique(id(b.parts, r.Words, oldIn(b.Name)), taken)
		all = append(all, r.others(i))
	}
	for i := range r.list.Branches {
		r.list.Branches[i].Aliases = all[i]
	}
}

// ID makes an id of the name of a branch, unlike those that are taken.
func ID(name string, words viet.Words, taken []string) string {
	set := map[string]bool{}
	for _, t := range taken {
		set[t] = true
	}
	return unique(id((&Reader{names: roster.NewNames(words)}).parts(name), words, oldIn(name)), set)
}

// Name is the name of a branch as it is printed, from what somebody calls it: "Chi hội
// thôn Đông" from "Thôn Đông".
func Name(called string, words viet.Words) string {
	r := Reader{Words: words, names: roster.NewNames(words)}
	return r.made(viet.Clean(called)).Name
}

// Names reports whether a text can name a branch: it says more than what kind of place it
// is, and nothing by which somebody is reached.
func Names(called string, words viet.Words) bool {
	r := Reader{Words: words, names: roster.NewNames(words)}
	rest := r.parts(viet.Clean(called)).Rest
	return slug(rest) != "" && !hasNumber(called)
}

// oldIn is the old commune in brackets at the end of a name.
func oldIn(name string) string {
	if i := strings.LastIndex(name, "("); i > 0 && strings.HasSuffix(name, "cũ)") {
		return strings.TrimSuffix(name[i+1:], " cũ)")
	}
	return ""
}

func id(p roster.Name, words viet.Words, old string) string {
	place := strings.Fields(viet.Bare(words.Expand(viet.Key(p.Place))))
	head := strings.Join(place, "")
	if len(place) > 1 { // "tdp", "kp"
		head = ""
		for _, w := range place {
			head += w[:1]
		}
	}
	rest, _, _ := strings.Cut(p.Rest, "(")
	rest = slug(rest)
	if p.Number != "" {
		if rest = p.Number; len(rest) < 2 {
			rest = "0" + rest
		}
		if head == "" {
			head = "ch"
		}
	}
	commune := oldNoun.ReplaceAllString(old, "")
	var parts []string
	for _, s := range []string{head, rest, slug(commune)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return "chi-hoi"
	}
	return strings.Join(parts, "-")
}

// oldNoun is what an old commune was.
var oldNoun = regexp.MustCompile(`^(?i:xã|phường|thị trấn) `)

// slug is a text in small letters of ASCII, digits and hyphens.
func slug(s string) string {
	words := strings.FieldsFunc(viet.Bare(viet.Key(s)), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "-")
}

func unique(id string, taken map[string]bool) string {
	for n, base := 2, id; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	taken[id] = true
	return id
}

// others are the aliases of a branch that no other is called by, with "Chi hội 3" of the
// only branch of that number.
func (r *Reader) others(i int) []string {
	b := r.list.Branches[i]
	all := slices.Clone(b.Aliases)
	own := len(all)
	if b.parts.Place != "" && b.parts.Number != "" && r.only(i) {
		all = append(all, "Chi hội "+b.parts.Number)
	}
	var kept []string
	known := []string{r.Words.UnitKey(b.Name)}
	for n, s := range all {
		key := r.Words.UnitKey(s)
		switch {
		case key == "" || slices.Contains(known, key):
		case !r.elsewhere(i, key):
			known, kept = append(known, key), append(kept, s)
		case n < own && !slices.Contains(r.list.Clashes, s):
			r.list.Clashes = append(r.list.Clashes, s)
		}
	}
	return kept
}

// only reports whether no other branch has the number.
func (r *Reader) only(i int) bool {
	for j, b := range r.list.Branches {
		if j != i && b.parts.Number == r.list.Branches[i].parts.Number {
			return false
		}
	}
	return true
}

// elsewhere reports whether another branch is called by the key.
func (r *Reader) elsewhere(i int, key string) bool {
	for j, b := range r.list.Branches {
		for _, s := range append([]string{b.Name}, b.Aliases...) {
			if j != i && short(r.Words.UnitKey(s)) == short(key) {
				return true
			}
		}
	}
	return false
}

// short is the key of a name without "chi hội": workbooks call a branch by both.
func short(key string) string { return strings.TrimPrefix(key, "chi hội ") }
