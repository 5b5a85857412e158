package catalogue

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// loaded keeps what was loaded last: to learn the names takes longer than to read a
// ward's workbooks, and one process reads for many wards, days or answers from the
// same files. What it has found for a name it knows for the next reader, too.
var loaded shelf

// A shelf holds the catalogues of the last few contents, the latest last.
type shelf struct {
	mu    sync.Mutex
	books []shelved
}

type shelved struct {
	said [sha256.Size]byte
	cat  *Catalogue
}

// shelfRoom is how many: a ward's own names may be laid over the same files in turn.
const shelfRoom = 4

// get returns the catalogue of the contents, made if it is not there. What cannot be
// made is not kept.
func (s *shelf) get(said [sha256.Size]byte, load func() (*Catalogue, error)) (*Catalogue, error) {
	if c := s.find(said); c != nil {
		return c, nil
	}
	c, err := load()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.books = append(s.books, shelved{said, c})
	s.books = s.books[max(0, len(s.books)-shelfRoom):]
	return c, nil
}

func (s *shelf) find(said [sha256.Size]byte) *Catalogue {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.books, func(b shelved) bool { return b.said == said })
	if i < 0 {
		return nil
	}
	b := s.books[i]
	s.books = append(slices.Delete(s.books, i, i+1), b)
	return b.cat
}

// contents is a digest of all that Load reads. A file that is not there says nothing:
// what it would be needed for is told by who reads it.
func contents(fsys fs.FS) (said [sha256.Size]byte, err error) {
	names, err := Files(fsys)
	if err != nil {
		return said, err
	}
	h := sha256.New()
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return said, fmt.Errorf("read %s: %w", name, err)
		}
		fmt.Fprintf(h, "%q %d\n%s", name, len(data), data)
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}
