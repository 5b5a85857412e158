package viet

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Words are those that one association has for itself, as keys have them: what is
// short for them, and what its branches' names do without. The zero Words are
// nobody's.
type Words struct {
	name, short string            // behind "hội": "cựu chiến binh", "ccb"
	long        map[string]string // by abbreviation, its short name among them
	begins      map[string]bool   // the words with which one of these begins
}

// NewWords returns the words of the association that is called so in full and in
// short, with what else it abbreviates.
func NewWords(name, short string, more map[string]string) Words {
	all := maps.Clone(more)
	if all == nil {
		all = map[string]string{}
	}
	all[short] = name
	long := keyed(all)
	return Words{Key(name), Key(short), long, firstWords(long)}
}

// Name is the key of the association's name behind "hội", "" for nobody's.
func (w Words) Name() string { return w.name }

// Short is the key of its short name, "" for nobody's.
func (w Words) Short() string { return w.short }

// In reports whether a key names the association, in full or in short.
func (w Words) In(key string) bool {
	return w.name != "" && Holds(w.Expand(key), w.name)
}

// Expand is [Expand] that writes out the association's own abbreviations too.
func (w Words) Expand(key string) string {
	words := strings.Fields(key)
	if !slices.ContainsFunc(words, w.abbreviates) {
		return strings.Join(words, " ")
	}
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) {
			if long, ok := w.written(words[i] + " " + words[i+1]); ok {
				out = append(out, long)
				i++
				continue
			}
		}
		long, _ := w.written(words[i])
		out = append(out, cmp.Or(long, words[i]))
	}
	return strings.Join(out, " ")
}

// Expand writes out the abbreviations of a key, whole words only. Those that
// mean different things in different places (KH, TH, CB, TB, TT …) stay.
func Expand(key string) string { return Words{}.Expand(key) }

// abbreviates reports whether an abbreviation may begin with a word.
func (w Words) abbreviates(word string) bool { return abbreviated[word] || w.begins[word] }

// written is what an abbreviation is short for.
func (w Words) written(short string) (long string, ok bool) {
	if long, ok = w.long[short]; !ok {
		long, ok = abbreviations[short]
	}
	return long, ok
}

// UnitKey returns the key of a unit's name: abbreviations written out, the
// association's name, "đơn vị" and "số" dropped, numbers parted from letters and
// without leading noughts. "Chi hội CCB TDP số 04" and "chi hội tổ dân phố 4"
// are equal; "Chi hội 1" and "Chi hội 11" are not. It also serves names typed
// without any diacritics; those match only in the form of [Bare].
func (w Words) UnitKey(s string) string {
	key := Key(partDigits(Key(s)))
	drop := []string{" " + w.name + " ", " đơn vị ", " số "}
	if isASCII(key) {
		drop = append(drop, " "+Bare(w.name)+" ", " don vi ", " so ")
	}
	key = " " + w.Expand(key) + " "
	for _, phrase := range drop {
		for strings.Contains(key, phrase) {
			key = strings.ReplaceAll(key, phrase, " ")
		}
	}
	words := strings.Fields(key)
	for i, word := range words {
		if isDigits(word) {
			words[i] = cmp.Or(strings.TrimLeft(word, "0"), "0")
		}
	}
	return strings.Join(words, " ")
}
