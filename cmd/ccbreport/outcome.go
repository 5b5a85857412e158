package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// asFailure finds words for what the machine could not do.
func asFailure(err error) *failure {
	var f *failure
	var damaged *archive.DamagedError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &damaged):
		return damagedEdition.with(damaged.Edition, damaged.File)
	case errors.Is(err, deliver.ErrNewer):
		return newerState.with()
	case diskFull(err):
		return noSpace.because(err)
	case deliver.Harmed(err):
		return harmedState.because(err)
	case errors.Is(err, archive.ErrLocked):
		return runLocked.with()
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &path):
		return noPermission.with(path.Path)
	}
	if errors.As(err, &link) {
		return folderBusy.because(link.Err, link.Old)
	}
	return machineFailed.because(err)
}

// diskFull reports whether there was no room: as systems say it, and as the
// database does.
func diskFull(err error) bool {
	const windowsFull = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsFull) || deliver.Full(err)
}
