package batch

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// causes are the codes of findings about single cells that are said once for all
// cells of a sheet, with the arguments that must agree for them to have one
// cause. A code that is not here is said for each cell: what a person has to do
// differs from one to the next.
var causes = map[string][]string{
	"value.blank":      {},
	"value.extra":      {},
	"value.unseen":     {"reason"},
	"number.read":      {"reason"},
	"number.about":     {},
	"number.shown":     {},
	"number.scale":     {},
	"value.tick":       {},
	"number.notread":   {"reason"},
	"number.ambiguous": {"reason"},
	"number.fraction":  {"reason"},
	"number.negative":  {},
	"number.english":   {},
	"number.approx":    {},
	"formula.error":    {"error"},
	"formula.nocache":  {},
	"formula.computed": {},
	"unit.mismatch":    {"written", "want"},
	"period.unknown":   {"text", "figures"},
	"date.notread":     {},
	"log.noactivity":   {},
}

// listings are the codes of findings about whole workbooks that are said once for a
// branch, with all that they list.
var listings = map[string]bool{"indicator.missing": true}

// A found is one finding, or several folded into one, with what people said to
// each of them.
type found struct {
	reports.Finding
	accepted string               // the reason; "" if nobody accepted it
	grounds  []reports.Acceptance // one for each finding, without its reason
	question string               // key of the question that it asks or hangs on; "" if none
}

// fold draws together findings of one code about one sheet that have one cause
// and differ by their cells only, at the place of the first.
func fold(list []found) []found {
	var groups [][]found
	index := map[string]int{}
	for _, f := range list {
		key, ok := cause(f)
		i, seen := index[key]
		switch {
		case ok && seen:
			groups[i] = append(groups[i], f)
			continue
		case ok:
			index[key] = len(groups)
		}
		groups = append(groups, []found{f})
	}
	out := make([]found, len(groups))
	for i, group := range groups {
		out[i] = group[0]
		if _, ok := causes[out[i].Code]; ok || listings[out[i].Code] {
			out[i] = one(group)
		}
	}
	return out
}

// cause names what findings must share to be one; ok is false if f stands alone
// in any case.
func cause(f found) (key string, ok bool) {
	if listings[f.Code] {
		return strings.Join([]string{f.Code, string(f.Unit), f.accepted, f.question}, "\x00"), true
	}
	agree, ok := causes[f.Code]
	if !ok || len(f.At) == 0 || slices.ContainsFunc(f.At, func(c reports.Cell) bool {
		return c.Addr == "" || c.File != f.At[0].File || c.Sheet != f.At[0].Sheet
	}) {
		return "", false
	}
	parts := []string{f.Code, string(f.Unit), f.At[0].File, f.At[0].Sheet, f.accepted, f.question}
	for _, name := range agree {
		parts = append(parts, f.Args[name])
	}
	return strings.Join(parts, "\x00"), true
}

// one makes one finding of several. Where there are several cells, it says which
// and how many: the words have a place for that.
func one(group []found) found {
	f := group[0]
	values := map[string][]string{}
	f.At, f.grounds = nil, nil
	for _, g := range group {
		f.At = append(f.At, g.At...)
		f.grounds = append(f.grounds, g.grounds...)
		for name, value := range g.Args {
			values[name] = append(values[name], value)
		}
	}
	slices.SortFunc(f.At, reports.Cell.Compare)
	f.At = slices.Compact(f.At)
	if listings[f.Code] {
		f.Args = reports.Args{"count": strconv.Itoa(len(group)), "figures": listed(values["figures"])}
		return f
	}
	if len(f.At) < 2 {
		return f
	}
	f.Args = reports.Args{"cell": addresses(f.At), "count": strconv.Itoa(len(f.At))}
	for name, list := range values {
		if name != "cell" {
			f.Args[name] = listed(list)
		}
	}
	return f
}

// addresses names cells of one sheet: "N9:N40, P12".
func addresses(cells []reports.Cell) string {
	var spans []string
	for _, c := range reports.Spans(cells) {
		spans = append(spans, c.Addr)
	}
	return strings.Join(spans, ", ")
}

// listed names the first few different values.
func listed(values []string) string {
	const shown = 3
	var words []string
	for _, v := range values {
		switch {
		case v == "" || slices.Contains(words, v):
		case len(words) == shown:
			return strings.Join(words, "; ") + "; …"
		default:
			words = append(words, v)
		}
	}
	return strings.Join(words, "; ")
}
