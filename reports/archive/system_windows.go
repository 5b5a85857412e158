package archive

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

// LockFileEx is not in package syscall; its flags are those of fileapi.h.
var lockFileEx = syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")

const (
	failImmediately = 0x1
	exclusiveLock   = 0x2
	lockViolation   = syscall.Errno(33) // ERROR_LOCK_VIOLATION
)

func lockFile(f *os.File, mode lockMode) error {
	flags := uintptr(exclusiveLock | failImmediately)
	if mode == shared {
		flags = 0
	}
	var at syscall.Overlapped
	ok, _, err := lockFileEx.Call(f.Fd(), flags, 0, 1, 0, uintptr(unsafe.Pointer(&at)))
	switch {
	case ok != 0:
		return nil
	case errors.Is(err, lockViolation), errors.Is(err, syscall.ERROR_IO_PENDING):
		return ErrLocked
	}
	return err
}

// syncDir does nothing: Windows has no way to sync a folder, and NTFS keeps
// the order of its own records.
func syncDir(string) error { return nil }
