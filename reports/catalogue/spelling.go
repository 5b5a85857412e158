package catalogue

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// A spelling finds names as they are mistyped: without marks or with wrong ones,
// with words run together, with one letter too many, too few, wrong or swapped.
type spelling struct {
	bare   map[string][]int // name without marks → indicators
	nearly map[string][]int // the same without spaces, and with any one letter left out → names
	names  []string         // without marks and spaces
	owners []int            // of each
}

// Shorter names, in letters, are not told apart by a letter.
const (
	shortestTypo   = 8
	shortestGlued  = 6
	longestSpelled = 60
)

func newSpelling(entries []entry) *spelling {
	s := &spelling{bare: map[string][]int{}, nearly: map[string][]int{}}
	for _, e := range entries {
		if e.kind != anywhere {
			continue
		}
		bare := viet.Bare(e.key)
		if !slices.Contains(s.bare[bare], e.owner) {
			s.bare[bare] = append(s.bare[bare], e.owner)
		}
		s.learn(squeeze(bare), e.owner)
	}
	return s
}

func (s *spelling) learn(name string, owner int) {
	if len(name) < shortestGlued || len(name) > longestSpelled {
		return
	}
	n := len(s.names)
	s.names, s.owners = append(s.names, name), append(s.owners, owner)
	for _, less := range oneLess(name) {
		s.nearly[less] = append(s.nearly[less], n)
	}
}

// squeeze takes the spaces and marks out of a bare key.
func squeeze(bare string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, bare)
}

// oneLess is a name, and the name without each of its letters.
func oneLess(name string) []string {
	all := []string{name}
	for i := range name {
		if less := name[:i] + name[i+1:]; less != all[len(all)-1] {
			all = append(all, less)
		}
	}
	return all
}

// unmarked tells the indicator of a name that somebody types without any marks: the
// one whose name it is.
func (c *Catalogue) unmarked(a asked) int {
	for _, key := range a.r.keys {
		if strings.Count(key, " ") < 2 || viet.Bare(key) != key { // "Tin bao" may be of a storm
			continue
		}
		if found := c.spelling().bare[key]; len(found) > 0 {
			return c.choose(found, a.unit)
		}
	}
	return -1
}

// misspelt returns the one indicator whose name differs by its marks, its spaces or
// one letter, -1 if there is none or several.
func (c *Catalogue) misspelt(a asked) int {
	known := c.spelling()
	for _, key := range a.r.keys {
		name := squeeze(viet.Bare(key))
		if len(name) < shortestGlued || len(name) > longestSpelled || utf8.RuneCountInString(key) > longestSpelled {
			continue
		}
		owner := -1
		for _, less := range oneLess(name) {
			for _, n := range known.nearly[less] {
				other, typo := known.names[n], known.names[n] != name
				switch {
				case typo && (len(name) < shortestTypo || !oneOff(name, other)):
				case owner >= 0 && owner != known.owners[n]:
					return -1
				default:
					owner = known.owners[n]
				}
			}
		}
		if owner >= 0 {
			return c.choose([]int{owner}, a.unit)
		}
	}
	return -1
}

// oneOff reports whether two names differ by one letter: one too many, one wrong,
// or two that changed places. A figure is no letter.
func oneOff(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	x, y := a[i:len(a)-j], b[i:len(b)-j]
	if strings.ContainsAny(x+y, "0123456789") {
		return false
	}
	swapped := len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	return len(x) <= 1 && len(y) <= 1 || swapped
}
