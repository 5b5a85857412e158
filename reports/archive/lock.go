package archive

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrLocked says that another process holds the lock.
var ErrLocked = errors.New("locked by another run")

// A Lock is a lock of the operating system on a file. It ends with the process,
// however that ends, so it is never stale; the file itself stays.
type Lock struct{ file *os.File }

type lockMode int

const (
	exclusive lockMode = iota // fails at once with ErrLocked if another holds the lock
	shared                    // waits for a holder that is alone
)

// TryLock takes the lock on the file for the caller alone, making the file and
// its folder if need be. It returns [ErrLocked] at once if another holds it.
func TryLock(name string) (*Lock, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	return lock(name, exclusive)
}

func lock(name string, mode lockMode) (*Lock, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	if err := lockFile(f, mode); err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", name, err), f.Close())
	}
	return &Lock{f}, nil
}

// Unlock gives the lock back.
func (l *Lock) Unlock() error { return l.file.Close() }
