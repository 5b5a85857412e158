package batch

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// valueOptions offers the values that the findings propose.
func (w *work) valueOptions(q *inquiry) {
	if strings.HasPrefix(q.asks[0].Code, "money.") {
		w.moneyOptions(q)
		return
	}
	values := w.rules.Values(q.asks[0].Finding)
	for i, v := range values {
		if v = withoutAbout(v, q.asks[0].Finding); v == "" {
			continue
		}
		o := option{Choice: reports.Choice{ID: "so-" + strconv.Itoa(i+1), Text: w.rules.Word("value", reports.Args{"name": plainValue(v, q.asks[0].Finding)}, w.job.Lang)}, try: true}
		for _, f := range q.asks {
			own := w.rules.Values(f.Finding)
			for _, at := range f.At {
				if i >= len(own) {
					continue
				}
				c := w.looked(at)
				c.Value = plainValue(own[i], f.Finding)
				o.cells = append(o.cells, c)
			}
		}
		q.options = append(q.options, o)
	}
}

// slips are the arguments of a finding about money of an odd size that say by how much
// the unit may be off.
var slips = map[string]int64{"tenfold": 10, "thousands": 1000, "millions": 1_000_000}

// moneyOptions offers amounts of an odd size as they are, and in the unit that may have
// been meant.
func (w *work) moneyOptions(q *inquiry) {
	q.options = []option{{Choice: reports.Choice{ID: reports.Accept, Text: w.rules.Word("as written", nil, w.job.Lang)}}}
	meant := option{Choice: reports.Choice{ID: "1"}, try: true}
	var amounts []string
	for _, f := range q.asks {
		for _, c := range w.givenBeside(f.At) {
			if !slices.Contains(f.At, c.At) {
				continue
			}
			v, ok := meantBy(f.Finding, c.Value)
			if !ok {
				return
			}
			looked := w.looked(c.At)
			looked.Value = w.written(c.Code, v)
			meant.cells, amounts = append(meant.cells, looked), append(amounts, viet.Int(v.Num/v.Den))
		}
	}
	if len(amounts) > 1 {
		q.Free = reports.OnlyChoices // one number is not right for all of them
	}
	if len(amounts) > 0 {
		meant.Text = w.rules.Word("money", reports.Args{"name": listed(amounts)}, w.job.Lang)
		q.options = append(q.options, meant)
	}
}

// meantBy is the amount that was meant if the unit is off as a finding says.
func meantBy(f reports.Finding, v reports.Value) (reports.Value, bool) {
	for name, by := range slips {
		if f.Args[name] == "" {
			continue
		}
		if strings.HasPrefix(f.Code, "money.thousands") {
			return v.Scale(by)
		}
		return reports.Ratio(v.Num, v.Den*by), v.Num%(v.Den*by) == 0
	}
	return reports.Value{}, false
}

// withoutAbout is the number itself of one that was written as a rough one, "khoảng 3":
// with its word it would be read as rough again. It is "" if it has no digits.
func withoutAbout(v string, f reports.Finding) string {
	if f.Code != "number.about" {
		return v
	}
	i := strings.IndexAny(v, "0123456789")
	if i < 0 {
		return ""
	}
	return v[i:]
}

// plainValue is an offered value as it is written into a cell: a number in another unit
// is taken for one in the indicator's own.
func plainValue(v string, f reports.Finding) string {
	v = withoutAbout(v, f)
	if f.Code == "unit.mismatch" {
		return strings.TrimSpace(strings.Replace(v, f.Args["written"], "", 1)) + " " + f.Args["want"]
	}
	return v
}
