package deliver

import (
	"fmt"
	"regexp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

var (
	placeholder = regexp.MustCompile(`\{[^{}]*\}`)
	notPlain    = regexp.MustCompile(`[^0-9a-z]+`)
)

// FileName fills in a pattern such as "bao-cao_{report}_{unit}_{from}_{to}.pdf":
// the report's name, that of the unit, the first and the last day of the span as
// 2026-12-31. Names lose their marks ("phường Hòa Bình" is "phuong-hoa-binh"):
// every mail program can read the result, and save a file under it.
func FileName(pattern, report, unit string, span reports.Period) (string, error) {
	words := map[string]string{
		"{report}": plain(report), "{unit}": plain(unit),
		"{from}": span.From.String(), "{to}": span.Last().String(),
	}
	var wrong string
	name := placeholder.ReplaceAllStringFunc(pattern, func(key string) string {
		word, ok := words[key]
		if !ok {
			wrong = key
		}
		return word
	})
	if wrong != "" {
		return "", fmt.Errorf("name attachment %q: there is no %s", pattern, wrong)
	}
	if !fileName7bit.MatchString(name) {
		return "", fmt.Errorf("name attachment %q: %q has more than 100 characters, or others than letters, digits, dots and hyphens", pattern, name)
	}
	return name, nil
}

// plain writes a name in small ASCII letters and hyphens. The key of a name would
// not do: it spells y as i.
func plain(name string) string {
	return strings.Trim(notPlain.ReplaceAllString(strings.ToLower(viet.Bare(viet.Clean(name))), "-"), "-")
}
