package viet

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators holds collators between calls: one serves one goroutine at a time.
var collators = sync.Pool{
	New: func() any { return collate.New(language.Vietnamese, collate.Numeric) },
}

// Compare orders two texts as a Vietnamese reader expects: đ after d, ơ after
// ô, tones last, and numbers by their value (Chi hội 2 before Chi hội 10).
// Texts that differ at all are never equal.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if r := c.CompareString(Clean(a), Clean(b)); r != 0 {
		return r
	}
	return strings.Compare(a, b)
}
