package history

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/trace"
	"ccbreport/reports/viet"
)

// candidatesShown is how many names an answer lists that leaves several open.
const candidatesShown = 10

// A named figure has a name by which people may ask for it.
type named struct {
	name, code string
	printed    bool // by the report; else branches write it
}

// byName finds the figure that a name means, as the report prints it or as branches write
// it, in any case and also without diacritics: the one of that name, else the only one in
// whose name it stands.
func (x *explainer) byName(word string) ([]trace.Explanation, error) {
	typed := viet.Bare(viet.Key(word))
	if typed == "" {
		return nil, noFigure.With(word, x.e.ID)
	}
	list := x.names()
	equal := func(n named) bool { return n.key() == typed }
	within := func(n named) bool { return viet.Holds(n.key(), typed) }
	printed := func(n named) bool { return n.printed && within(n) }
	var same []named
	for _, means := range []func(named) bool{equal, printed, within} {
		if same = codesOf(list, means); len(same) > 0 {
			break
		}
	}
	switch len(same) {
	case 0:
		return nil, x.noName(word, typed, list)
	case 1:
		return x.data.Explain(same[0].code, x.h.Cat.Units()), nil
	}
	return nil, severalNames.With(word, listed(same))
}

// names are those of the figures that the edition has, and of what was left out.
func (x *explainer) names() (list []named) {
	for _, ind := range x.h.Cat.Indicators() {
		f, ok := x.data.Figures[ind.Code]
		if !ok && !slices.ContainsFunc(x.data.LeftOut, func(l trace.LeftOut) bool { return l.Code == ind.Code }) {
			continue
		}
		list = append(list, named{cmp.Or(f.Name, ind.Name), ind.Code, true})
		for _, name := range append([]string{ind.Name}, ind.Aliases...) {
			list = append(list, named{name, ind.Code, false})
		}
	}
	for code, f := range x.data.Figures {
		if _, ok := x.h.Cat.Indicator(code); !ok { // it was counted then
			list = append(list, named{f.Name, code, true})
		}
	}
	slices.SortStableFunc(list, func(a, b named) int { return strings.Compare(a.code, b.code) })
	return list
}

// key is how names are compared.
func (n named) key() string { return viet.Bare(viet.Key(n.name)) }

// codesOf are the figures with a name of which it holds, each once, by its printed name.
func codesOf(list []named, means func(named) bool) (found []named) {
	for _, n := range list {
		known := slices.ContainsFunc(found, func(f named) bool { return f.code == n.code })
		if !known && means(n) {
			first := slices.IndexFunc(list, func(f named) bool { return f.code == n.code })
			found = append(found, list[first])
		}
	}
	return found
}

func listed(list []named) string {
	var words []string
	for _, n := range list[:min(candidatesShown, len(list))] {
		words = append(words, "“"+n.name+"” ["+n.code+"]")
	}
	if len(list) > candidatesShown {
		words = append(words, "…")
	}
	return strings.Join(words, "; ")
}

// noName is the error of a name that the edition does not have: what is counted and nobody
// gave, what looks like it, or nothing.
func (x *explainer) noName(word, typed string, list []named) error {
	for _, ind := range x.h.Cat.Indicators() {
		if viet.Bare(viet.Key(ind.Name)) == typed || strings.EqualFold(ind.Code, strings.TrimSpace(word)) {
			return nobodyGave.With(ind.Name, x.e.ID)
		}
	}
	var keys, codes []string
	for _, n := range list {
		keys, codes = append(keys, n.key()), append(codes, n.code)
	}
	near := slices.Index(keys, author.Near(typed, keys))
	if strings.Contains(word, ".") { // a code, with a slip
		near = slices.IndexFunc(list, func(n named) bool { return n.code == author.Near(strings.ToUpper(word), codes) })
	}
	if near >= 0 {
		return nearFigure.With(word, x.e.ID, listed(list[near:][:1]))
	}
	return noFigure.With(word, x.e.ID)
}
