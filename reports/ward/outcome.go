package ward

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"syscall"

	"ccbreport/reports/archive"
	"ccbreport/reports/author"
	"ccbreport/reports/deliver"
	"ccbreport/reports/question"
	"ccbreport/reports/ward/say"
)

// AsFailure finds words for what the machine could not do.
func AsFailure(err error) *say.Failure {
	var f *say.Failure
	var damaged *archive.DamagedError
	var path *fs.PathError
	var link *os.LinkError
	var mistakes author.Mistakes
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &mistakes):
		return ofAuthor(mistakes)
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

// mistakesShown is how many mistakes are told at once: who has made more begins
// with these.
const mistakesShown = 12

// ofAuthor tells what is wrong in the templates, place by place.
func ofAuthor(list author.Mistakes) *say.Failure {
	var first *say.Failure
	for i, m := range list {
		if i == mistakesShown {
			first.More = append(first.More, templateMore.With(m.File, strconv.Itoa(len(list)-i)))
			break
		}
		one := templateWrong.With(m.File, strconv.Itoa(m.Line), m.VI, m.EN)
		if m.File == question.AnswersFile {
			one = answersWrong.With(m.File, strconv.Itoa(m.Line), m.VI, m.EN)
		}
		if m.Line == 0 {
			one = templateWrongFile.With(m.File, m.VI, m.EN)
		}
		if first == nil {
			first = one
			continue
		}
		first.More = append(first.More, one)
	}
	return first
}

// diskFull reports whether there was no room: as systems say it, and as the
// database does.
func diskFull(err error) bool {
	const windowsFull = syscall.Errno(112) // ERROR_DISK_FULL
	return errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsFull) || deliver.Full(err)
}
