package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// leastCopied is how many figures that are not nought two branches must have in
// common, and of how many indicators, before that is odd: short forms with small
// numbers are often alike.
const (
	leastCopied = 20
	leastKinds  = 10
)

// Copies asks about branches whose tables hold the same figures throughout:
// most likely a neighbour's workbook that was sent with another title. Units
// gives the names of the branches. It blocks: one of the branches is counted
// twice and the other not at all.
func Copies(settled Settled, units []reports.Unit) reports.Findings {
	alike := map[string][]branchTables{}
	for _, b := range tablesOf(settled) {
		if len(b.figures) >= leastCopied && b.codes >= leastKinds {
			all := strings.Join(b.figures, "\n")
			alike[all] = append(alike[all], b)
		}
	}
	var findings reports.Findings
	for _, list := range alike {
		if len(list) > 1 {
			askCopies(&findings, list, units)
		}
	}
	return findings.Sorted()
}

// branchTables are the figures of the tables of one branch that are not nought,
// in words and in order.
type branchTables struct {
	unit    reports.UnitID
	figures []string
	codes   int            // different indicators among them
	at      []reports.Cell // the sheets that they stand on, each once
}

func tablesOf(settled Settled) []branchTables {
	var list []branchTables
	for own := range runs(flatten(settled.Returns), func(a, b reports.Contribution) bool { return a.Unit == b.Unit }) {
		if own[0].Unit == reports.Ward {
			continue
		}
		b := branchTables{unit: own[0].Unit}
		codes := map[string]bool{}
		for _, c := range own {
			if !fromLog(c) && !c.Value.IsZero() {
				codes[c.Code] = true
				b.figures = append(b.figures, fmt.Sprint(c.Code, " ", c.Period, " ", c.Value))
				b.at = append(b.at, reports.Cell{File: c.At.File, Sheet: c.At.Sheet})
			}
		}
		b.codes = len(codes)
		slices.Sort(b.figures)
		slices.SortFunc(b.at, reports.Cell.Compare)
		b.at = slices.Compact(b.at)
		list = append(list, b)
	}
	return list
}

func askCopies(findings *reports.Findings, list []branchTables, units []reports.Unit) {
	var names, files []string
	var at []reports.Cell
	for _, b := range list {
		name := string(b.unit)
		if i := slices.IndexFunc(units, func(u reports.Unit) bool { return u.ID == b.unit }); i >= 0 {
			name = units[i].Name
		}
		names = append(names, name)
		for _, c := range b.at {
			at, files = append(at, c), append(files, c.File)
		}
	}
	slices.SortFunc(at, reports.Cell.Compare)
	slices.Sort(files)
	findings.Add("branch.copied", "", reports.Args{
		"branches": strings.Join(names, ", "), "files": strings.Join(slices.Compact(files), ", "),
		"count": strconv.Itoa(len(list[0].figures)),
	}, slices.Compact(at)...)
}
