package catalogue

import (
	"math"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// A lexicon knows the words of all names: which names hold a word, how much a
// word tells, and which words an indicator is known to do without.
type lexicon struct {
	entries  []entry
	postings map[string][]int // word → entries that hold it
	weight   map[string]float64
	same     map[string][]int // words in order of the alphabet → indicators
	framed   map[string][]int // the same, with the measure, the ties and the first word
	ordered  map[string][]int // measure in front, "|", words as they follow each other → indicators
	own      []map[string]bool
	spare    []map[string]bool
	spelled  map[string]string // word without diacritics → word, "" if several

	speech
}

// An entry is one name of an indicator.
type entry struct {
	owner int
	key   string // folded
	kind  int
	subject
	weight float64
}

// The kinds of names: those that are taken anywhere, heads of columns, and those
// that need their parent.
const (
	anywhere = iota
	head
	short
)

// A subject is what a name speaks of: its words that tell something, each once,
// without the measure in front.
type subject struct {
	words []string
	front string // the measure in front, "" if none
	order string // the words as they follow each other, with those that tell who does what to whom
	ties  string // the latter alone
}

// newLexicon reads all names; spell is how they are written: as they are, or
// without diacritics.
func newLexicon(list []Indicator, w words, s speech, spell func(string) string) lexicon {
	x := lexicon{speech: s}
	for i, ind := range list {
		for kind, names := range [][]string{anywhere: append([]string{ind.Name}, ind.Aliases...), head: ind.Heads, short: ind.Short} {
			for _, key := range w.folded(names) {
				x.entries = append(x.entries, entry{owner: i, key: key, kind: kind, subject: x.subject(spell(key))})
			}
		}
	}
	x.index(len(list))
	return x
}

// index computes from the entries what answers need, for n indicators.
func (x *lexicon) index(n int) {
	x.postings, x.weight, x.spelled = map[string][]int{}, map[string]float64{}, map[string]string{}
	x.same, x.framed, x.ordered = map[string][]int{}, map[string][]int{}, map[string][]int{}
	x.own, x.spare = make([]map[string]bool, n), make([]map[string]bool, n)
	for i := range n {
		x.own[i], x.spare[i] = map[string]bool{}, map[string]bool{}
	}
	for e, entry := range x.entries {
		for _, w := range entry.words {
			x.own[entry.owner][w] = true
		}
		if entry.kind == anywhere {
			x.learn(e, entry)
		}
	}
	x.weigh(n)
	x.learnSpare()
}

func (x *lexicon) learn(e int, name entry) {
	for _, w := range name.words {
		x.postings[w] = append(x.postings[w], e)
	}
	put := func(index map[string][]int, key string) {
		if !slices.Contains(index[key], name.owner) {
			index[key] = append(index[key], name.owner)
		}
	}
	put(x.same, sorted(name.words))
	if len(name.words) > 0 {
		put(x.framed, name.framed())
	}
	put(x.ordered, name.front+"|"+name.order)
}

// weigh gives each word the number of bits of its rarity among n indicators.
func (x *lexicon) weigh(n int) {
	holders := map[string]int{}
	for _, own := range x.own {
		for w := range own {
			holders[w]++
		}
	}
	for w, k := range holders {
		x.weight[w] = math.Log2(float64(2*n) / float64(k))
		if _, twice := x.spelled[viet.Bare(w)]; twice {
			w = ""
		}
		x.spelled[viet.Bare(w)] = w
	}
	for e := range x.entries {
		x.entries[e].weight = x.total(x.entries[e].words)
	}
}

// unseen is the weight of a word that no name holds.
const unseen = 6

func (x *lexicon) total(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		if weight, ok := x.weight[w]; ok {
			sum += weight
		} else {
			sum += unseen
		}
	}
	return sum
}

// spareWords is how many words two names of an indicator may differ by to show
// that it does without them.
const spareWords = 3

// learnSpare finds the words that an indicator is known to do without: those by
// which one of its names holds more than another.
func (x *lexicon) learnSpare() {
	of := map[int][]entry{}
	for _, e := range x.entries {
		if e.kind == anywhere {
			of[e.owner] = append(of[e.owner], e)
		}
	}
	for i, list := range of {
		for _, a := range list {
			for _, b := range list {
				n := len(a.words) - len(b.words) // the words of b are in a: so many more has a
				if len(b.words) > 0 && n > 0 && n <= spareWords && len(without(b.words, a.words)) == 0 {
					for _, w := range without(a.words, b.words) {
						x.spare[i][w] = true
					}
				}
			}
		}
	}
}

// without returns the words of a that b lacks.
func without(a, b []string) []string {
	var rest []string
	for _, w := range a {
		if !slices.Contains(b, w) {
			rest = append(rest, w)
		}
	}
	return rest
}

func (s subject) framed() string {
	return strings.Join([]string{s.front, s.ties, s.words[0], sorted(s.words)}, "|")
}

// sorted joins words in order of the alphabet.
func sorted(words []string) string {
	return strings.Join(slices.Sorted(slices.Values(words)), " ")
}

// speech knows how words are used in names.
type speech struct {
	filler  map[string]bool     // says nothing: là, được, của …
	parting map[string]bool     // makes it another thing: không, chưa, thoát …
	tie     map[string]bool     // a filler that tells who does what to whom: "được", "cho"
	whose   map[string]bool     // goes without saying: hội viên
	general map[string]bool     // names anything by itself: hội viên, quỹ
	phrases map[string][]phrase // by first word, the longest first
	fronts  []string            // measures that are cut off the front, longest first
	measure map[string]string
}

// A phrase is a run of words that reads as another, or as one word.
type phrase struct{ from, to, notAfter []string }

func newSpeech(t wordsTOML, w words, u units, spell func(string) string) speech {
	fold := func(s string) string { return spell(w.fold(s)) }
	setOf := func(list []string) map[string]bool {
		set := map[string]bool{}
		for _, word := range list {
			set[strings.ReplaceAll(fold(word), " ", "_")] = true
		}
		return set
	}
	s := speech{filler: setOf(t.Fillers), parting: setOf(t.Parting), tie: setOf(t.Ties), whose: setOf(t.Whose), general: setOf(t.General), measure: map[string]string{}, phrases: map[string][]phrase{}}
	for _, joined := range t.Joined {
		s.learnPhrase(fold(joined), strings.ReplaceAll(fold(joined), " ", "_"), "")
	}
	for _, p := range t.Same {
		s.learnPhrase(fold(p.From), s.rephrase(fold(p.To)), spell(strings.Join(p.NotAfter, " ")))
	}
	for _, m := range w.money {
		s.measure[spell(m)] = "đồng"
	}
	for _, m := range w.ratio {
		s.measure[spell(m)] = "%"
	}
	for _, m := range u.front {
		if u.measure[u.names[m][0]] {
			s.measure[spell(m)], s.measure[spell("số "+m)] = m, m
		}
	}
	for m := range s.measure {
		s.fronts = append(s.fronts, m)
	}
	slices.SortFunc(s.fronts, func(a, b string) int { return len(b) - len(a) })
	return s
}

func (s speech) learnPhrase(from, to, notAfter string) {
	p := phrase{strings.Fields(from), strings.Fields(to), strings.Fields(notAfter)}
	first := p.from[0]
	s.phrases[first] = append(s.phrases[first], p)
	slices.SortStableFunc(s.phrases[first], func(a, b phrase) int { return len(b.from) - len(a.from) })
}

// subject takes a folded name apart.
func (s speech) subject(key string) subject {
	var out subject
	for _, m := range s.fronts {
		if rest, ok := strings.CutPrefix(key, m+" "); ok {
			key, out.front = rest, s.measure[m]
			break
		}
	}
	var order, ties []string
	for _, w := range strings.Fields(s.rephrase(key)) {
		if !s.filler[w] && !slices.Contains(out.words, w) {
			out.words = append(out.words, w)
		}
		if !s.filler[w] || s.tie[w] {
			order = append(order, w)
		}
		if s.tie[w] {
			ties = append(ties, w)
		}
	}
	out.order, out.ties = strings.Join(order, " "), strings.Join(ties, " ")
	return out
}

// rephrase writes the phrases of a key in their one form.
func (s speech) rephrase(key string) string {
	var out []string
	for words := strings.Fields(key); len(words) > 0; {
		from, to := 1, words[:1]
		for _, p := range s.phrases[words[0]] {
			begins := len(p.from) <= len(words) && slices.Equal(words[:len(p.from)], p.from)
			if begins && (len(out) == 0 || !slices.Contains(p.notAfter, out[len(out)-1])) {
				from, to = len(p.from), p.to
				break
			}
		}
		out, words = append(out, to...), words[from:]
	}
	return strings.Join(out, " ")
}

// vague reports whether words name nothing by themselves.
func (s speech) vague(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !s.general[w] })
}
