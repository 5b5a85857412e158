package archive

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
)

// editionName is what names of editions look like.
var editionName = regexp.MustCompile(`^[a-z0-9-]+_(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_v(\d+)$`)

// Newest returns the edition that reaches furthest in time, of those the
// shortest, of those the last version; false if there is none yet.
func (s *Store) Newest() (Edition, bool, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Edition{}, false, fmt.Errorf("list editions: %w", err)
	}
	var names [][]string
	for _, entry := range entries {
		if m := editionName.FindStringSubmatch(entry.Name()); m != nil && entry.IsDir() {
			names = append(names, m)
		}
	}
	if len(names) == 0 {
		return Edition{}, false, nil
	}
	newest := slices.MaxFunc(names, func(a, b []string) int {
		return cmp.Or(cmp.Compare(a[2], b[2]), cmp.Compare(a[1], b[1]), cmp.Compare(version(a), version(b)), cmp.Compare(a[0], b[0]))
	})
	e, err := s.load(newest[0])
	return e, err == nil, err
}

func version(m []string) int {
	n, _ := strconv.Atoi(m[3]) // digits; one too large to be a number is no version of ours
	return n
}

// Read returns the bytes of an output of the edition, which must be those that
// were written: a [*DamagedError] says that they are not.
func (e Edition) Read(name string) ([]byte, error) {
	i := slices.IndexFunc(e.Manifest.Outputs, func(h Hashed) bool { return h.Name == name })
	data, err := os.ReadFile(e.Path(name))
	if err == nil && (i < 0 || Sum(data) != e.Manifest.Outputs[i].SHA256) {
		err = errChanged
	}
	if err != nil {
		return nil, &DamagedError{e.ID, name, err}
	}
	return data, nil
}
