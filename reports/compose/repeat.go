package compose

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// repeats reports whether a sentence of the template says nothing but what the ward's own
// words before it have said: the same numbers of the same things. It is not said twice,
// and a note tells where the figure stands; a figure that not all gave, and a comparison,
// say more than the ward did.
func (c *composer) repeats(before []text, s text) bool {
	var said strings.Builder
	for _, t := range before {
		for _, g := range t {
			if v, _ := c.at(g.r); v.kind == prose {
				said.WriteString(" " + spacedWords(v.text) + " ")
			}
		}
	}
	if said.Len() == 0 || c.holds(s, prose) {
		return false
	}
	figures := c.figuresOf(s)
	if len(figures) == 0 || slices.ContainsFunc(figures, func(f saidFigure) bool {
		return f.more || !strings.Contains(said.String(), " "+f.deed+" ")
	}) {
		return false
	}
	for _, f := range figures {
		ind, _ := c.t.cat.Indicator(f.code)
		c.findings.Add("figure.told", reports.Ward, reports.Args{"indicator": ind.Name})
	}
	return true
}

// So many words before and behind a number name what it counts: "lực lượng công an 8 nguồn
// tin", "đã kết nạp 3 hội viên mới".
const behindOf, aheadOf = 2, 3

// A saidFigure is a figure of a sentence with the words around it.
type saidFigure struct {
	code string
	deed string // the number with so many words around it that they name the deed
	more bool   // the template says more of it than the number
}

// figuresOf are the figures of a sentence.
func (c *composer) figuresOf(s text) []saidFigure {
	var all []saidFigure
	for i, g := range s {
		v, _ := c.at(g.r)
		if v.kind != fact || v.ref.Figure == "" {
			continue
		}
		before, after := strings.Fields(spacedWords(plainText(c.spans(s[:i])))), strings.Fields(spacedWords(plainText(c.spans(s[i+1:]))))
		f := saidFigure{code: v.ref.Figure, more: v.ref != ref(v.ref.Figure) || c.reach(v.ref.Figure) > nearly}
		ahead, behind := min(aheadOf, len(after)), min(behindOf, len(before))
		f.deed = strings.Join(slices.Concat(before[len(before)-behind:], []string{spacedWords(v.text)}, after[:ahead]), " ")
		all = append(all, f)
	}
	return all
}

// spacedWords is a text as words, small and without the marks around them.
func spacedWords(s string) string {
	words := strings.Fields(strings.ToLower(viet.Clean(s)))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,;:()“”\"*")
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
