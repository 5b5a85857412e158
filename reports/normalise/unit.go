package normalise

import (
	"strings"

	"ccbreport/reports/viet"
)

// wordSet is the set of the words, as keys have them, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		key := viet.Key(w)
		set[key], set[viet.Bare(key)] = true, true
	}
	return set
}
