package catalogue

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/viet"
)

// sectionOf returns the section whose names have most in common with a name, and
// with the words of the group that it stands in. A word of few sections tells more,
// two words that follow each other tell more than each.
func (c *Catalogue) sectionOf(name, group string) string {
	holders := map[string]map[string]bool{} // what names hold → sections
	all := map[string]bool{}
	for _, e := range c.lexicon.entries {
		section := c.indicators[e.owner].Section
		all[section] = true
		for _, f := range c.features(e.key) {
			if holders[f] == nil {
				holders[f] = map[string]bool{}
			}
			holders[f][section] = true
		}
	}
	score := map[string]float64{}
	for _, text := range []string{name, group} {
		for _, f := range c.features(c.words.fold(text)) {
			for section := range holders[f] {
				score[section] += math.Log2(float64(len(all))/float64(len(holders[f]))) * float64(1+strings.Count(f, " "))
			}
		}
	}
	best := c.generalSection()
	for _, ind := range c.indicators { // the first of equals
		if score[ind.Section] >= likely && score[ind.Section] > score[best] {
			best = ind.Section
		}
	}
	return best
}

// likely is how much a name must have in common with a section: more than one word that
// no other section has.
const likely = 4

// features returns the words of a name that tell something, and those that follow
// each other.
func (c *Catalogue) features(key string) []string {
	words := slices.DeleteFunc(slices.Clone(c.lexicon.subject(key).words), func(w string) bool { return c.lexicon.general[w] })
	out := slices.Clone(words)
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1]+" "+words[i])
	}
	return out
}

// generalSection is that of what belongs nowhere else: as the catalogue says, or the
// last one.
func (c *Catalogue) generalSection() string {
	if len(c.indicators) == 0 {
		return ""
	}
	return cmp.Or(c.words.section, c.indicators[len(c.indicators)-1].Section)
}

// enough is how many letters of a code tell what it is for.
const enough = 7

// codeOf makes a code that no indicator has: what the codes of a section begin with,
// and the first words that tell something, in capitals without marks.
func (c *Catalogue) codeOf(section, name, unit string, others []string) string {
	var words strings.Builder
	key := c.words.fold(c.withoutMeasure(name, unit))
	for _, w := range strings.Fields(c.lexicon.rephrase(key)) {
		if !c.lexicon.filler[w] && !c.lexicon.general[w] && words.Len() < enough {
			words.WriteString(squeeze(viet.Bare(w)))
		}
	}
	code := c.prefix(section) + "." + strings.ToUpper(cmp.Or(words.String(), squeeze(viet.Bare(key)), "moi"))
	if viet.IsMoneyUnit(unit) {
		code += ".TIEN"
	}
	for n, free := 2, code; ; n++ {
		if _, taken := c.index[free]; !taken && !slices.Contains(others, free) {
			return free
		}
		free = code + strconv.Itoa(n)
	}
}

// withoutMeasure takes off a name how it is counted, as far as more is left of it.
func (c *Catalogue) withoutMeasure(name, unit string) string {
	for _, phrases := range [][]string{c.words.money, c.words.ratio, c.words.leads} {
		if _, rest := c.cutFront(name, phrases); rest != "" {
			name = rest
		}
	}
	of := c.unitNamed(unit)
	if _, rest := cutWords(name, func(s string) bool {
		return c.words.fold(s) == c.words.fold(unit) || of != "" && c.unitNamed(s) == of
	}); rest != "" {
		name = rest
	}
	return name
}

// prefix is what the codes of a section begin with.
func (c *Catalogue) prefix(section string) string {
	for _, ind := range c.indicators {
		if ind.Section == section {
			first, _, _ := strings.Cut(ind.Code, ".")
			return first
		}
	}
	return strings.ToUpper(squeeze(viet.Bare(viet.Key(section))))
}
