// Package memo remembers what was found out of something that comes again and again:
// fifty workbooks of one form hold the same few hundred texts.
package memo

import "sync"

// remembered bounds the memory that strangers' workbooks can take up.
const remembered = 20_000

// A Memo holds values by what they were found out of. It may be used from several
// goroutines at once. The zero Memo is ready.
type Memo[K comparable, V any] struct {
	mu    sync.Mutex
	known map[K]V
}

// Get returns the value of key; find, which must tell the same each time, is asked if it
// is not known. What the value refers to is shared by all who get it.
func (m *Memo[K, V]) Get(key K, find func() V) V {
	m.mu.Lock()
	v, ok := m.known[key]
	m.mu.Unlock()
	if ok {
		return v
	}
	v = find() // unlocked: it may ask in its turn
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= remembered {
		m.known = map[K]V{}
	}
	m.known[key] = v
	return v
}
