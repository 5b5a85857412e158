package compose

import (
	"slices"
	"strings"

	"ccbreport/reports/catalogue"
)

// ofSections is the action sentences: it says what the catalogue says of the indicators
// of some sections, in its order; of no section, of those that no other place of the
// template is for. It is "" where there is nothing to say, so that a heading above can
// go too.
//
// An indicator that the template prints itself is not said again.
func (c *composer) ofSections(sections ...string) string {
	var all []string
	for _, ind := range c.t.cat.Indicators() {
		here := slices.Contains(sections, ind.Section) || len(sections) == 0 && !c.t.placed[ind.Section]
		if here && ind.Sentence != "" && !c.t.says[ind.Code] && c.has(ind.Code) {
			all = append(all, c.sentence(ind))
		}
	}
	return strings.Join(all, " ")
}

// sentence puts the figure of an indicator into its sentence. The words are values
// too, so that nothing in them is markup or ends the sentence; only the full stop at
// the end is the template's own, before which a remark may stand.
func (c *composer) sentence(ind catalogue.Indicator) string {
	before, after, _ := strings.Cut(strings.TrimSuffix(ind.Sentence, "."), catalogue.FigurePlace)
	return c.wording(before) + c.fig(ind.Code) + c.wording(after) + "."
}

// wording enters words that say nothing without a figure beside them.
func (c *composer) wording(s string) string {
	if s == "" {
		return ""
	}
	return c.put(token{kind: setting, text: plain(s)})
}

// sections returns those of the catalogue, each once, in its order.
func (t *Template) sections() []string {
	var list []string
	for _, ind := range t.cat.Indicators() {
		if !slices.Contains(list, ind.Section) {
			list = append(list, ind.Section)
		}
	}
	return list
}
