package ward

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// AsFailure finds words for what the machine could not do.
func AsFailure(err error) *say.Failure {
	var f *say.Failure
	var damaged *archive.DamagedError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &damaged):
		return damagedEdition.With(damaged.Edition, damaged.File)
	case errors.Is(err, deliver.ErrNewer):
		return newerState.With()
	case diskFull(err):
		return noSpace.Because(err)
	case deliver.Harmed(err):
		return harmedState.Because(err)
	case errors.Is(err, archive.ErrLocked):
		return runLocked.With()
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &path):
		return noPermission.With(path.Path)
	}
	if errors.As(err, &link) {
		return folderBusy.Because(link.Err, link.Old)
	}
	return machineFailed.Because(err)
}

// diskFull reports whether there was no room: as systems say it, and as the
// database does.
func diskFull(err error) bool {
	const windowsFull = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsFull) || deliver.Full(err)
}
