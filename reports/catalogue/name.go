package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// names are the indicators by folded name.
type names struct {
	anywhere map[string][]int // names and aliases
	heads    map[string][]int // short heads of columns
	short    map[string][]int // names that need their parent
}

func newNames(entries []entry) names {
	n := names{map[string][]int{}, map[string][]int{}, map[string][]int{}}
	for _, e := range entries {
		index := []map[string][]int{anywhere: n.anywhere, head: n.heads, short: n.short}[e.kind]
		if !slices.Contains(index[e.key], e.owner) {
			index[e.key] = append(index[e.key], e.owner)
		}
	}
	return n
}

// fold returns the form in which names are compared: the key with
// abbreviations written out, a leading "%" as "tỷ lệ".
func (w words) fold(s string) string {
	key := w.own.Expand(viet.Key(s))
	if rest, ok := strings.CutPrefix(key, "% "); ok {
		return ratioKey + " " + rest
	}
	return key
}

func (w words) folded(list []string) []string {
	keys := make([]string, len(list))
	for i, s := range list {
		keys[i] = w.fold(s)
	}
	return keys
}

var ratioKey = viet.Key("tỷ lệ")

// words are the [words] of indicators.toml, folded, the longest first.
type words struct {
	own viet.Words // of the association

	totals, totalsBegin, leads, tails, within, money, ratio, idle []string

	// of proposals
	does, happens, stands []string
	neutral, section      string
	sentences             sentencesTOML
}

func newWords(t wordsTOML, own viet.Words) words {
	w := words{own: own}
	w.totals, w.totalsBegin = w.longest(t.Totals), w.longest(t.TotalsBegin)
	w.leads, w.tails, w.within = w.longest(t.Leads), w.longest(t.Tails), w.longest(t.Within)
	w.money, w.ratio, w.idle = w.longest(t.Money), w.longest(t.Ratio), w.longest(t.Idle)
	w.happens, w.stands = w.folded(t.Happens), w.folded(t.Stands)
	w.does = append(w.folded(t.Does), w.happens...)
	w.neutral, w.section, w.sentences = t.Neutral, t.Section, t.Sentences
	return w
}

func (w words) longest(list []string) []string {
	keys := w.folded(list)
	slices.SortStableFunc(keys, func(a, b string) int { return len(b) - len(a) })
	return keys
}

// IsTotalName reports whether a name is that of a total row or column ("Cộng",
// "Tổng cộng", "Cộng mục I"). A name that is an indicator's is none, whatever
// it begins with: "Tổng số hội viên", "Tổng VSMT".
func (c *Catalogue) IsTotalName(name string) bool {
	return len(name) <= longestName && c.total(c.readings(name)[0]) && c.Code(name) == ""
}

func (c *Catalogue) total(r reading) bool {
	return slices.ContainsFunc(r.keys, func(key string) bool {
		if slices.Contains(c.words.totals, key) {
			return true
		}
		_, begins := cutAny(key, c.words.totalsBegin)
		return begins
	})
}

// bracket parts "Tổng chân quỹ Hội (đồng)" into the name and "đồng"; inner is
// "" when the name does not end in brackets.
func bracket(name string) (base, inner string) {
	i := strings.LastIndexByte(name, '(')
	if i <= 0 || !strings.HasSuffix(name, ")") {
		return name, ""
	}
	return strings.TrimSpace(name[:i]), strings.TrimSpace(name[i+1 : len(name)-1])
}

// cutAny takes the first of the prefixes off that key begins with.
func cutAny(key string, prefixes []string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(key, p+" "); ok {
			return rest, true
		}
	}
	return key, false
}
