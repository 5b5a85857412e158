package memo

import (
	"slices"
	"sync"
)

// Last keeps the few large values that were asked for last. It may be used from several
// goroutines at once.
type Last[K comparable, V any] struct {
	Room int // how many; 0: none

	mu   sync.Mutex
	kept []kept[K, V] // the latest at the end
}

type kept[K comparable, V any] struct {
	key   K
	value V
}

// Get returns the value of key, made if it is not kept. What cannot be made is not kept.
func (l *Last[K, V]) Get(key K, produce func() (V, error)) (V, error) {
	if v, ok := l.find(key); ok {
		return v, nil
	}
	v, err := produce()
	if err != nil {
		return v, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept = append(l.kept, kept[K, V]{key, v})
	l.kept = l.kept[max(0, len(l.kept)-l.Room):]
	return v, nil
}

func (l *Last[K, V]) find(key K) (value V, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	i := slices.IndexFunc(l.kept, func(k kept[K, V]) bool { return k.key == key })
	if i < 0 {
		return value, false
	}
	k := l.kept[i]
	l.kept = append(slices.Delete(l.kept, i, i+1), k)
	return k.value, true
}
