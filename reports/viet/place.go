package viet

import (
	"regexp"
	"slices"
	"strings"
)

// A Place is a unit of the administration that a text names: "phường", "Bồ Đề".
type Place struct {
	Noun string // in small letters
	Name string // as written
	At   int    // where the noun begins in the text, in bytes
}

// Nouns of units of the administration: of the lowest level, and of those above.
var (
	communeNouns = []string{"phường", "xã", "thị trấn", "đặc khu"}
	upperNouns   = []string{"quận", "huyện", "thị xã", "thành phố", "tỉnh"}
)

// placeForm is such a noun with a name behind it: words with capitals, or a number that ends the
// text. A cooperative (hợp tác xã) is none.
var placeForm = regexp.MustCompile(`(?i:(?:^|\P{L})(hợp tác xã|phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)) (\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*)*|\d+$)`)

// Places returns the units of the administration that a text names, in order. A text in
// capitals throughout does not show where a name ends; see [Place].
func Places(text string) []Place {
	var all []Place
	for _, m := range placeForm.FindAllStringSubmatchIndex(text, -1) {
		p := Place{Noun: strings.ToLower(text[m[2]:m[3]]), Name: text[m[4]:m[5]], At: m[2]}
		if slices.Contains(communeNouns, p.Noun) || slices.Contains(upperNouns, p.Noun) {
			all = append(all, p)
		}
	}
	return all
}

// Is reports whether a place has the name; words with capitals may follow a name in a text:
// "phường Bồ Đề Nguyễn Văn A".
func (p Place) Is(name string) bool {
	mine, theirs := strings.TrimLeft(Key(p.Name), "0"), strings.TrimLeft(Key(name), "0")
	return mine == theirs || strings.HasPrefix(mine, theirs+" ")
}

// Elsewhere returns the communes and districts that a text names and that have no name of the known
// places. Nothing is told of a level of which none is known; provinces and cities are
// above all of them.
func Elsewhere(text string, known []Place) []Place {
	among := func(nouns []string) bool {
		return slices.ContainsFunc(known, func(k Place) bool { return slices.Contains(nouns, k.Noun) })
	}
	return slices.DeleteFunc(Places(text), func(p Place) bool {
		nouns := communeNouns
		if slices.Contains(upperNouns, p.Noun) {
			nouns = upperNouns
		}
		return p.Noun == "thành phố" || p.Noun == "tỉnh" || !among(nouns) || slices.ContainsFunc(known, func(k Place) bool { return p.Is(k.Name) })
	})
}

// AtHome reports whether a place, with its noun or by its name alone as before a date, is one of the known ones;
// where none is known nobody can tell.
func AtHome(name string, known []Place) bool {
	if len(known) == 0 {
		return true
	}
	if named := Places(name); len(named) == 1 {
		name = named[0].Name
	}
	return slices.ContainsFunc(known, func(k Place) bool { return k.Is(name) })
}
