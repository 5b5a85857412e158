package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"

	"github.com/xuri/excelize/v2"
)

// checks gathers the cells of a sheet that the same is asked of.
type checks struct {
	pen    *pen
	form   Form
	order  []rule
	ranges map[rule][]string
}

// A rule is what a spreadsheet checks by itself while somebody types, and what
// it says before and after. The refusal is the hint of the finding that the same
// input would make.
type rule struct {
	kind     excelize.DataValidationType
	from, to string
	prompt   string
	refusal  string
}

func newChecks(p *pen, f Form) *checks {
	return &checks{pen: p, form: f, ranges: map[rule][]string{}}
}

// figure asks for a value of the indicator in a row of cells.
func (c *checks) figure(ind catalogue.Indicator, row, first, last int) {
	c.add(c.ruleOf(ind), at(first, row)+":"+at(last, row))
}

func (c *checks) add(r rule, cells string) {
	if !slices.Contains(c.order, r) {
		c.order = append(c.order, r)
	}
	c.ranges[r] = append(c.ranges[r], cells)
}

func (c *checks) ruleOf(ind catalogue.Indicator) rule {
	w := c.form.Words.Form.Input
	most := "999999999999999"
	if ind.Max > 0 {
		most = strconv.FormatInt(ind.Max, 10)
	}
	switch {
	case ind.Percent():
		most = "100"
		if ind.Kind == catalogue.Target {
			most = "1000" // more than the target is no mistake
		}
		return rule{excelize.DataValidationTypeDecimal, "0", most, fill(w.Percent, "max", most), c.hint("percent.range")}
	case ind.Money():
		return rule{excelize.DataValidationTypeWhole, "0", most, w.Money, c.hint("number.notread")}
	case c.form.Catalogue.Units().Measured(ind.Unit):
		return rule{excelize.DataValidationTypeDecimal, "0", most, fill(w.Decimal, "unit", ind.Unit), c.hint("number.notread", "number.negative")}
	}
	return rule{excelize.DataValidationTypeWhole, "0", most, fill(w.Count, "unit", ind.Unit), c.hint("number.fraction", "number.negative")}
}

// hint is what the findings say to do.
func (c *checks) hint(codes ...string) string {
	var hints []string
	for _, code := range codes {
		hints = append(hints, c.form.Catalogue.Render(reports.Finding{Code: code}, "vi").Hint)
	}
	return strings.Join(hints, " ")
}

// write puts the rules into the sheet, one for all cells that share it.
func (c *checks) write() {
	w := c.form.Words.Form.Input
	for _, r := range c.order {
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(strings.Join(c.ranges[r], " "))
		c.pen.try(dv.SetRange(r.from, r.to, r.kind, excelize.DataValidationOperatorBetween))
		dv.SetInput(w.Title, shorten(r.prompt, 255))
		dv.SetError(excelize.DataValidationErrorStyleStop, w.Wrong, shorten(r.refusal, 255))
		c.pen.try(c.pen.book.AddDataValidation(c.pen.sheet, dv))
	}
}

// choice offers what stands in the cells of source; other words are taken too.
func (p *pen) choice(cells, source, title, prompt string) {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(cells)
	dv.SetSqrefDropList(source)
	dv.ShowErrorMessage = false
	dv.SetInput(title, shorten(prompt, 255))
	p.try(p.book.AddDataValidation(p.sheet, dv))
}

// shorten keeps to what a spreadsheet takes for a message.
func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

func property(name, value string) excelize.CustomProperty {
	return excelize.CustomProperty{Name: "ccbreport." + name, Value: value}
}

// protection lets people widen rows and columns and choose any cell.
func protection() *excelize.SheetProtectionOptions {
	return &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}
}

func cellRange(col1, row1, col2, row2 int) string {
	return fmt.Sprintf("%s:%s", at(col1, row1), at(col2, row2))
}
