package workbook

import (
	"maps"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// Discreet returns the finding without words of a cell that may be personal
// data: what goes out names the cell instead (domain notes, 5.6). Names of
// branches, files and sheets are the ward's own and stay.
func (w *Words) Discreet(f reports.Finding) reports.Finding {
	args := maps.Clone(f.Args)
	for key, value := range f.Args {
		switch key {
		case "branch", "file", "files", "sheet", "cell", "indicator", "candidates", "winner", "loser", "by":
			continue
		}
		if strings.HasPrefix(f.Code, "branch.") && key == "name" {
			continue
		}
		if viet.Personal(value) {
			args[key] = w.Feedback.Hidden
		}
	}
	f.Args = args
	return f
}
