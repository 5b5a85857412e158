package batch

import (
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
	"ccbreport/reports/workbook"
)

// A reason is what a unit wrote into its form beside a rule: why its figures are
// right though they break it.
type reason struct {
	rule string
	why  string
	at   reports.Cell
}

// reasons reads the sheets of checks of a form, which are ours and hold no figures.
func reasons(b *intake.Book, rules []catalogue.Rule) []reason {
	var all []reason
	for _, s := range b.Sheets {
		if !isOurs(s) {
			continue
		}
		col := 0 // of the reasons, below their head
		for _, row := range s.Rows {
			if i := slices.IndexFunc(row.Cells, func(c intake.Cell) bool { return workbook.IsReasonHead(c.Text) }); i >= 0 {
				col = row.Cells[i].Col
				continue
			}
			i := slices.IndexFunc(row.Cells, func(c intake.Cell) bool { return c.Col == col })
			rule := slices.IndexFunc(rules, func(r catalogue.Rule) bool {
				return slices.ContainsFunc(row.Cells, func(c intake.Cell) bool { return c.Col != col && viet.Key(c.Text) == viet.Key(r.Name) })
			})
			if i < 0 || rule < 0 || strings.TrimSpace(row.Cells[i].Text) == "" {
				continue
			}
			at := reports.Cell{File: b.Name, Sheet: s.Name, Addr: intake.Addr(col, row.Num)}
			all = append(all, reason{rules[rule].Name, strings.TrimSpace(row.Cells[i].Text), at})
		}
	}
	return all
}

// isOurs reports whether the program wrote a sheet, for people to read.
func isOurs(s intake.Sheet) bool {
	return len(s.Rows) > 0 && len(s.Rows[0].Cells) > 0 && workbook.IsOurs(s.Rows[0].Cells[0].Text)
}

// reasoned makes a note of every broken rule for which the unit gives a reason,
// in a workbook that still counts.
func (w *work) reasoned(found reports.Findings) reports.Findings {
	for i, f := range found {
		for _, book := range w.inbox.Books {
			if _, old := w.settled.Superseded[book.Name]; old || w.senderOf(book.Name) != f.Unit {
				continue
			}
			for _, r := range reasons(book, w.cat.Rules()) {
				if f.Unit != "" && r.rule == f.Args["rule"] {
					args := maps.Clone(f.Args)
					args["why"] = r.why
					found[i] = reports.Finding{Code: "rule.reasoned", Unit: f.Unit, At: append(slices.Clone(f.At), r.at), Args: args}
				}
			}
		}
	}
	return found
}
