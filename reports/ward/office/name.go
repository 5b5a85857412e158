package office

import (
	"fmt"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
)

// reportName is what people call a report of a span: "Báo cáo năm 2026", "Báo cáo giữa nhiệm
// kỳ 2021–2026". A template that cannot be read may be what a letter is about: its report goes
// by the name that it has in the configuration.
func (o *Office) reportName(r config.Report, span reports.Period) string {
	kind, _ := batch.KindOf(o.templates, r.Template)
	name, when := kind.VI, spanWords(span)
	switch {
	case name == "":
		name = r.Name
	case strings.HasPrefix(when, name+" "), strings.HasPrefix(when, "6 tháng ") && strings.HasSuffix(name, "tháng"):
		name = "" // the span says it
	}
	return o.words.say(letterReport, said{"kind": strings.TrimSpace(name + " " + when)})
}

// spanWords is a span in words: "năm 2026", "6 tháng đầu năm 2026", "quý I năm 2026",
// "2021–2026", "01/2026–10/2026".
func spanWords(span reports.Period) string {
	year, month, _ := span.From.Date()
	last, lastMonth, _ := span.Last().Date()
	for _, named := range []struct {
		period reports.Period
		words  string
	}{
		{reports.Year(year), "năm"},
		{reports.Months(year, 1, 6), "6 tháng đầu năm"},
		{reports.Months(year, 7, 6), "6 tháng cuối năm"},
		{reports.Months(year, (month-1)/3*3+1, 3), "quý " + viet.Roman((month+2)/3) + " năm"},
		{reports.Months(year, month, 1), "tháng " + strconv.Itoa(month) + " năm"},
	} {
		if span == named.period {
			return named.words + " " + strconv.Itoa(year)
		}
	}
	if year != last {
		return strconv.Itoa(year) + "–" + strconv.Itoa(last)
	}
	return fmt.Sprintf("%02d/%d–%02d/%d", month, year, lastMonth, last)
}
