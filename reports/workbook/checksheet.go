package workbook

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"

	"github.com/xuri/excelize/v2"
)

// ReasonHead stands above the cells in which a unit says why figures are right
// though they do not agree. Like [Ours] it is a mark, not a wording: templates
// cannot change it.
const ReasonHead = "Lý do (nếu không khớp)"

// IsReasonHead reports whether a text is that head.
func IsReasonHead(text string) bool { return viet.Key(text) == viet.Key(ReasonHead) }

// A trial is a rule of which a form asks every term.
type trial struct {
	rule        catalogue.Rule
	left, right []operand
}

// An operand is a term of a rule with the rows in which a form asks for it, of a
// sum those of its parts.
type operand struct {
	catalogue.Term
	rows []int
}

// trials are the rules that a form can hold against what is typed into it.
func (f Form) trials(rows map[string]int) []trial {
	var all []trial
	for _, rule := range f.Catalogue.Rules() {
		left, ok1 := f.operands(rule.Left, rows)
		right, ok2 := f.operands(rule.Right, rows)
		if ok1 && ok2 {
			all = append(all, trial{rule, left, right})
		}
	}
	return all
}

func (f Form) operands(terms []catalogue.Term, rows map[string]int) ([]operand, bool) {
	var all []operand
	for _, term := range terms {
		ind, _ := f.Catalogue.Indicator(term.Code)
		o := operand{Term: term}
		for _, code := range append([]string{term.Code}, ind.Parts...) {
			if row, ok := rows[code]; ok {
				o.rows = append(o.rows, row)
			}
		}
		if len(o.rows) == 0 {
			return nil, false
		}
		all = append(all, o)
	}
	return all, true
}

// cells are those of the operand in the n-th period; a level at the start stands
// in the column before, of the first period in none.
func (o operand) cells(n int, sheet string) string {
	col := 4 + n
	if o.Start {
		col--
	}
	var refs []string
	for _, row := range o.rows {
		refs = append(refs, fmt.Sprintf("%s$%s$%d", sheet, column(col), row))
	}
	return strings.Join(refs, ",")
}

// fails is a formula that is true if the rule is broken in the n-th period, "" if
// that cannot be told. As in the program's own check nothing is compared with what
// is not given, but for terms that may be left out, of which one is enough. sheet
// is the reference to the sheet of figures, "" on that sheet itself.
func (t trial) fails(n int, sheet string) string {
	var given, free []string
	for _, o := range slices.Concat(t.left, t.right) {
		switch {
		case o.Start && n == 0:
			return ""
		case o.Free:
			free = append(free, o.cells(n, sheet))
		default:
			given = append(given, "COUNT("+o.cells(n, sheet)+")>0")
		}
	}
	if len(free) > 0 {
		given = append(given, "COUNT("+strings.Join(free, ",")+")>0")
	}
	broken := map[string]string{"=": "<>", "<=": ">", ">=": "<"}[t.rule.Op]
	return "AND(" + strings.Join(given, ",") + "," + total(t.left, n, sheet) + broken + total(t.right, n, sheet) + ")"
}

// total adds up the operands; what is no number counts for nothing.
func total(list []operand, n int, sheet string) string {
	var b strings.Builder
	for i, o := range list {
		switch {
		case o.Minus:
			b.WriteByte('-')
		case i > 0:
			b.WriteByte('+')
		}
		b.WriteString("SUM(" + o.cells(n, sheet) + ")")
	}
	return b.String()
}

// colour lets the cells of a broken rule change their colour while somebody types.
func (f Form) colour(p *pen, trials []trial, periods int) {
	mark, err := p.book.NewConditionalStyle(&excelize.Style{Fill: solid(shouldFill)})
	p.try(err)
	for _, t := range trials {
		for n := range periods {
			broken := t.fails(n, "")
			if broken == "" {
				continue
			}
			for _, o := range slices.Concat(t.left, t.right) {
				for _, cell := range strings.Split(strings.ReplaceAll(o.cells(n, ""), "$", ""), ",") {
					p.try(p.book.SetConditionalFormat(p.sheet, cell, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: broken, Format: &mark}}))
				}
			}
		}
	}
}

// checkSheet writes the sheet that says which rules are broken, with a cell for
// the reason beside each. Its results are the only formulas of a form; the sheet
// holds no figures, and none are read from it.
func (f Form) checkSheet(p *pen, trials []trial, spans []span) {
	w := f.Words.Form.Check
	p.turn(w.Sheet)
	for i, width := range []float64{6, 46, 26, 52} {
		p.width(1+i, width)
	}
	p.text(1, 1, Ours, stampLook)
	p.text(1, 2, w.Title, titleLook)
	for i, line := range w.About {
		p.text(1, 3+i, line, lineLook)
	}
	head := 4 + len(w.About)
	for row := 1; row < head; row++ {
		p.height(row, 21)
	}
	f.heads(p, head, append(slices.Clone(w.Heads), ReasonHead))
	result := centreLook
	result.bold, result.align = true, "left"
	for i, t := range trials {
		row := head + 1 + i
		p.whole(1, row, i+1, centreLook)
		p.text(2, row, t.rule.Name, nameLook)
		p.try(p.book.SetCellFormula(p.sheet, at(3, row), t.result(f.Words.Form, spans)))
		p.paint(3, row, 3, row, result)
		p.paint(4, row, 4, row, writingLook)
		p.height(row, 38)
	}
	mark, err := p.book.NewConditionalStyle(&excelize.Style{Fill: solid(shouldFill)})
	p.try(err)
	first := at(3, head+1)
	p.try(p.book.SetConditionalFormat(p.sheet, first+":"+at(3, head+len(trials)), []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "LEN(" + first + ")>0", Format: &mark}}))
	p.page(false, head, 4, head+len(trials), f.Words.Form.Footer)
	f.protect(p)
}

// result is the formula that names the periods in which the rule is broken.
func (t trial) result(w formWords, spans []span) string {
	var all, named []string
	for n, s := range spans {
		if broken := t.fails(n, quoted(w.Figures)+"!"); broken != "" {
			all = append(all, broken)
			named = append(named, fmt.Sprintf(`IF(%s,"%s","")`, broken, " "+s.name+"."))
		}
	}
	if len(all) == 0 {
		return `""`
	}
	return fmt.Sprintf(`IF(OR(%s),"%s"&%s,"")`, strings.Join(all, ","), w.Check.Wrong, strings.Join(named, "&"))
}
