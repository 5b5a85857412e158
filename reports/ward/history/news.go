package history

import (
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/trace"
)

// fewChief is with how few figures a letter would say too little of a report.
const fewChief = 3

// Chief returns at most n figures that an edition prints, as it prints them: "Tổng số hội
// viên: 815 người". Those with the codes come first; where few of them are printed, the
// first that the text has follow.
func (h *History) Chief(id string, codes []string, n int) ([]string, error) {
	d, _, err := h.data(id)
	if err != nil {
		return nil, err
	}
	printed := map[string]string{}
	var inOrder []string
	for _, p := range d.Document.Places() {
		own := p.Unit == "" && p.Over().IsZero() // the ward's, of the whole span
		if _, seen := printed[p.Figure]; own && !seen {
			printed[p.Figure] = p.Text
			inOrder = append(inOrder, p.Figure)
		}
	}
	codes = slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return printed[code] == "" })
	if len(codes) < fewChief {
		codes = append(codes, slices.DeleteFunc(inOrder, func(code string) bool { return slices.Contains(codes, code) })...)
	}
	var lines []string
	for _, code := range codes[:min(n, len(codes))] {
		lines = append(lines, h.figureLine(d.Figures[code], printed[code]))
	}
	return lines, nil
}

// figureLine says one figure. What is printed as words ("không còn hộ nghèo") is said as
// the number that it is.
func (h *History) figureLine(f trace.Figure, text string) string {
	switch {
	case !strings.ContainsFunc(text, unicode.IsDigit):
		text = h.amount(f.Value, f)
	case f.Unit != "" && f.Unit != "%" && !strings.Contains(text, f.Unit):
		text += " " + f.Unit
	}
	return f.Name + ": " + text
}

// News is what changed between two editions, in as many words as a letter has room for.
type News struct {
	Changed  []string // "Tổng số hội viên: 812 → 815 người"
	More     int      // figures that changed, too
	Reworded int      // sentences and rows that read otherwise
}

// News tells what changed from one edition to another: of the figures of the whole span at
// most n, those with the codes first.
func (h *History) News(before, after string, codes []string, n int) (News, error) {
	diff, err := h.Compare(before, after)
	if err != nil {
		return News{}, err
	}
	changed := slices.DeleteFunc(diff.Figures, func(c Change) bool { return c.Period != nil || c.ShownBefore == c.ShownAfter })
	rank := func(c Change) int {
		if i := slices.Index(codes, c.Code); i >= 0 {
			return i
		}
		return len(codes)
	}
	slices.SortStableFunc(changed, func(a, b Change) int { return rank(a) - rank(b) })
	news := News{More: max(0, len(changed)-n), Reworded: len(diff.Sentences)}
	for _, c := range changed[:len(changed)-news.More] {
		news.Changed = append(news.Changed, c.Name+": "+change(c.ShownBefore, c.ShownAfter))
	}
	return news, nil
}

// change is what was and what is; a unit that both have is said once.
func change(before, after string) string {
	const none = "-"
	number, unit, _ := strings.Cut(before, " ")
	if own, same := strings.CutSuffix(after, " "+unit); same && unit != "" && !strings.Contains(own, " ") {
		before = number
	}
	for _, shown := range []*string{&before, &after} {
		if *shown == none {
			*shown = "chưa có"
		}
	}
	return before + " → " + after
}
