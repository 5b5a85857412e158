package catalogue

import (
	"math/bits"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// nearest proposes a name for one that matches none. Names are compared as sets
// of bare words, rare words weighing more; the index of words keeps a question
// about every cell of fifty workbooks cheap.
type nearest struct {
	entries  []nearEntry
	postings map[string][]int // word → entries that hold it
	weight   map[string]int
}

type nearEntry struct {
	owner int // what the caller gave
	total int // weight of all its words
}

// nearActivity is the share of weight, in percent, that two names must have in
// common; measured on misspelt and on foreign rows.
const nearActivity = 68

func (n *nearest) learn(owner int, keys []string) {
	for _, key := range keys {
		for _, w := range bareWords(key) {
			n.postings[w] = append(n.postings[w], len(n.entries))
		}
		n.entries = append(n.entries, nearEntry{owner: owner})
	}
}

// weigh gives each word the number of bits of its rarity.
func (n *nearest) weigh() {
	for w, list := range n.postings {
		n.weight[w] = bits.Len(uint(len(n.entries) / len(list)))
		for _, e := range list {
			n.entries[e].total += n.weight[w]
		}
	}
}

// find returns the owner of the nearest name, or -1 if none is near enough to
// be worth a person's look. Two words are near only to the same two without
// diacritics: they say too little.
func (n nearest) find(keys []string) int {
	owner, best := -1, nearActivity-1
	for _, key := range keys {
		words := bareWords(key)
		total, common, shared := n.overlap(words)
		for e, entry := range n.entries {
			if shared[e] < 2 {
				continue
			}
			score := 200 * common[e] / (total + entry.total)
			if score > best && (len(words) > 2 || score == 100) {
				owner, best = entry.owner, score
			}
		}
	}
	return owner
}

// overlap returns the weight of the words, and for each entry the weight and
// the number of those that it holds.
func (n nearest) overlap(words []string) (total int, common, shared []int) {
	common, shared = make([]int, len(n.entries)), make([]int, len(n.entries))
	for _, w := range words {
		list, ok := n.postings[w]
		if !ok {
			total += unseen
			continue
		}
		total += n.weight[w]
		for _, e := range list {
			common[e] += n.weight[w]
			shared[e]++
		}
	}
	return total, common, shared
}

// bareWords returns the words of a folded name without diacritics, each once.
func bareWords(key string) []string {
	words := strings.Fields(viet.Bare(key))
	slices.Sort(words)
	return slices.Compact(words)
}
