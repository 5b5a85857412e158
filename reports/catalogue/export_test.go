package catalogue

import (
	"slices"

	"ccbreport/reports/memo"
)

// LoadedRoom is how many catalogues are kept.
const LoadedRoom = loadedRoom

// Without returns the catalogue as it were if the indicator lacked that name, or
// were not there at all if name is "".
func (c *Catalogue) Without(code, name string) *Catalogue {
	d, i, key := *c, c.index[code], c.words.fold(name)
	gone := func(e entry) bool { return e.owner == i && (name == "" || e.key == key) }
	bare := *c.bare()
	d.bare = func() *lexicon { return &bare }
	for _, x := range []*lexicon{&d.lexicon, &bare} {
		x.entries = slices.DeleteFunc(slices.Clone(x.entries), gone)
		x.index(len(c.indicators))
	}
	d.names = newNames(d.lexicon.entries)
	d.family = slices.Clone(c.family)
	for of := range d.family {
		d.family[of] = slices.DeleteFunc(slices.Clone(c.family[of]), func(k int) bool { return name == "" && (k == i || of == i) })
	}
	d.taken, d.answers = &memo.Memo[Query, taken]{}, &memo.Memo[Query, Match]{}
	return &d
}

// SameName reports whether two names are one to the catalogue.
func (c *Catalogue) SameName(a, b string) bool { return c.words.fold(a) == c.words.fold(b) }
