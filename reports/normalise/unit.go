package normalise

import (
	"strconv"
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

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// persons reports whether a unit counts persons or their turns.
func (r *reader) persons(unit string) bool { return r.units().Alike(unit, "người") }
