package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// FigurePlace stands in [Indicator.Sentence] where the figure goes.
const FigurePlace = "{số}"

// sentence checks the sentence of an indicator: its figure is the one number in it,
// since no other would have a cell behind it, and it cannot be taken for the template.
func (v verifier) sentence(p part, n int, t indicatorTOML) {
	s := viet.Clean(t.Sentence)
	if s == "" {
		return
	}
	line := p.Within("indicator", n, "sentence")
	before, after, _ := strings.Cut(s, FigurePlace)
	switch words := before + after; {
	case strings.Count(s, FigurePlace) != 1:
		p.Reject(line, "sentence của %[1]s phải có %[2]s đúng một lần; ghi %[2]s vào chỗ in con số", "the sentence of %[1]s must have %[2]s just once; write %[2]s where the figure goes", t.Code, FigurePlace)
	case !strings.HasSuffix(s, "."):
		p.Reject(line, "sentence của %s phải là cả câu; thêm dấu chấm ở cuối", "the sentence of %s must be a whole one; add a full stop at its end", t.Code)
	case strings.ContainsAny(words, "{}⟦⟧"):
		p.Reject(line, "sentence của %s không dùng dấu { } ⟦ ⟧ của mẫu; xóa đi", "the sentence of %s has a mark of templates, { } ⟦ ⟧; take it out", t.Code)
	case unitTwice(t.Unit, after):
		p.Reject(line, "sentence của %[1]s ghi thừa %[2]q: %[3]s in cả %[2]q; xóa đi", "the sentence of %[1]s says %[2]q twice: %[3]s prints it too; take it out", t.Code, t.Unit, FigurePlace)
	default:
		v.strangeNumber(p, line, t, words)
	}
}

// strangeNumber rejects a number that is no part of what the indicator is called
// ("Đề án 03") or counted in: it would be printed without a cell.
func (v verifier) strangeNumber(p part, line int, t indicatorTOML, words string) {
	named := numbers(strings.Join(append(slices.Clone(t.Aliases), t.Name, t.Unit), " "))
	for _, number := range numbers(words) {
		if !slices.Contains(named, number) {
			p.Reject(line, "sentence của %s ghi số %s, không có trong tên chỉ tiêu; chỉ để %s", "the sentence of %s says %s, which is not in the indicator's name; leave %s only", t.Code, number, FigurePlace)
			return
		}
	}
}

// numbers returns the runs of digits of s.
func numbers(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// unitTwice reports whether the words behind a figure repeat what is printed with it.
func unitTwice(unit, after string) bool {
	if unit != "%" && !viet.IsMoneyUnit(unit) {
		return false
	}
	money, _, _ := strings.Cut(unit, "/")
	return strings.HasPrefix(strings.TrimSpace(after), money)
}

// proposals checks the words of which indicators are proposed.
func (v verifier) proposals(p part) {
	t, at := p.Words, func(key string) int { return p.Line("words." + key) }
	if t.Neutral != "" && !slices.Contains(v.c.units.list, t.Neutral) {
		p.Misnamed(at("neutral"), t.Neutral, v.c.units.list, "neutral ghi %q, không phải tên của một [[unit]]", "neutral is %q, the name of no [[unit]]", t.Neutral)
	}
	if known := sectionsKnown(p); t.Section != "" && !slices.Contains(known, t.Section) {
		p.Misnamed(at("section"), t.Section, known, "không có section %q trong %s", "unknown section %q, none of %s", t.Section, join(known))
	}
	for key, form := range t.Sentences.forms() {
		if form != "" && (strings.Count(form, FigurePlace) != 1 || !strings.HasSuffix(form, ".")) {
			p.Reject(at("sentences."+key), "mẫu câu %[1]s phải có %[2]s đúng một lần và dấu chấm ở cuối", "the form %[1]s must have %[2]s just once, and a full stop at its end", key, FigurePlace)
		}
	}
}
