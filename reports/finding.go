package reports

import (
	"cmp"
	"maps"
	"slices"
)

// A Severity says what a finding does to the report.
type Severity string

const (
	Note     Severity = "note"     // good to know
	Warning  Severity = "warning"  // somebody should look
	Blocking Severity = "blocking" // nothing final is made while it stands
)

// Args are the words and numbers of one finding, by the names used in
// templates/findings.toml.
type Args map[string]string

// A Finding is something that people wrote and that somebody should look at.
// Its words are in templates/findings.toml under Code, in Vietnamese and
// English; Args fill them in. At is empty when nothing was written at all.
type Finding struct {
	Code string
	Unit UnitID // "" if no single unit is meant
	At   []Cell
	Args Args
}

// Findings is a list of findings; stages append to it.
type Findings []Finding

// Add appends a finding about the cells at.
func (fs *Findings) Add(code string, unit UnitID, args Args, at ...Cell) {
	*fs = append(*fs, Finding{Code: code, Unit: unit, At: at, Args: args})
}

// Sorted returns the findings in order of position, then of code, each once.
func (fs Findings) Sorted() Findings {
	sorted := slices.Clone(fs)
	slices.SortStableFunc(sorted, compareFindings)
	return slices.CompactFunc(sorted, func(a, b Finding) bool {
		return compareFindings(a, b) == 0 && maps.Equal(a.Args, b.Args)
	})
}

func compareFindings(a, b Finding) int {
	return cmp.Or(
		slices.CompareFunc(a.At, b.At, Cell.Compare),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Unit, b.Unit),
		compareArgs(a.Args, b.Args),
	)
}

func compareArgs(a, b Args) int {
	for _, k := range slices.Sorted(maps.Keys(a)) {
		if c := cmp.Compare(a[k], b[k]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}
