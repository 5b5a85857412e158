package catalogue

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"

	"ccbreport/reports/memo"
)

// loaded keeps what was loaded last: to learn the names takes longer than to read a
// ward's workbooks, and one process reads for many wards, days or answers from the
// same files. What it has found for a name it knows for the next reader, too.
// A ward's own names may be laid over the same files in turn.
var loaded = memo.Last[[sha256.Size]byte, *Catalogue]{Room: loadedRoom}

const loadedRoom = 4

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
