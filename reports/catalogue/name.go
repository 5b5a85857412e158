package catalogue

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// fold returns the form in which names are compared: the key with
// abbreviations written out, a leading "%" as "tỷ lệ".
func fold(s string) string {
	key := viet.Expand(viet.Key(s))
	if rest, ok := strings.CutPrefix(key, "% "); ok {
		return ratioKey + " " + rest
	}
	return key
}

func folded(list []string) []string {
	keys := make([]string, len(list))
	for i, s := range list {
		keys[i] = fold(s)
	}
	return keys
}

var ratioKey = viet.Key("tỷ lệ")

// words are the [words] of indicators.toml, folded, the longest first.
type words struct {
	totals, totalsBegin, leads, tails, within, money, ratio []string
}

func newWords(t wordsTOML) words {
	longest := func(list []string) []string {
		keys := folded(list)
		slices.SortStableFunc(keys, func(a, b string) int { return len(b) - len(a) })
		return keys
	}
	return words{
		totals: longest(t.Totals), totalsBegin: longest(t.TotalsBegin),
		leads: longest(t.Leads), tails: longest(t.Tails), within: longest(t.Within),
		money: longest(t.Money), ratio: longest(t.Ratio),
	}
}

// numbering is what may stand before a name: "1.", "a)", "(2)", "II -", "–".
var numbering = regexp.MustCompile(`^(?:[-–—•+*·\s]+|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[ivx]{1,4}|[a-zđA-ZĐ])(?:\s*[.):]|/\s|\s+[-–])+\s*)+`)

// A reading is what a written name may mean: keys to look up, the surest first,
// and the unit in brackets at its end.
type reading struct {
	keys   []string
	within bool // began with "trong đó"
	unit   string
}

// read takes a written name apart.
func (c *Catalogue) read(name string) reading {
	var r reading
	name = viet.Clean(name)
	if rest := numbering.ReplaceAllString(name, ""); rest != "" {
		name = rest
	}
	whole := fold(name)
	r.add(whole)
	if base, inner := bracket(name); c.units.known(inner) {
		r.unit = inner
		whole = fold(base)
		r.add(whole)
	}
	if rest, ok := cutAny(whole, c.words.within); ok {
		whole, r.within = rest, true
		r.add(rest)
	}
	bare := whole
	for _, tail := range c.words.tails {
		bare = strings.TrimSuffix(bare, " "+tail)
	}
	r.add(bare)
	for _, key := range []string{whole, bare} {
		for _, lead := range c.words.leads {
			if rest, ok := strings.CutPrefix(key, lead+" "); ok {
				r.add(rest)
			}
		}
	}
	return r
}

func (r *reading) add(key string) {
	if key != "" && !slices.Contains(r.keys, key) {
		r.keys = append(r.keys, key)
	}
}

// bracket parts "Tổng chân quỹ Hội (đồng)" into the name and "đồng"; inner is
// "" when the name does not end in brackets.
func bracket(name string) (base, inner string) {
	i := strings.LastIndexByte(name, '(')
	if i <= 0 || !strings.HasSuffix(name, ")") {
		return name, ""
	}
	return strings.TrimSpace(name[:i]), name[i+1 : len(name)-1]
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
