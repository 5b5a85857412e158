package ward

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

func TestWhatTheMachineCannotDo(t *testing.T) {
	link := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EBUSY}
	for _, tt := range []struct {
		reason string
		err    error
		code   string
	}{
		{"no room for a file", &fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}, "disk.full"},
		{"no room to rename into", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.ENOSPC}, "disk.full"},
		{"a folder that another program holds", fmt.Errorf("store edition: %w", link), "folder.busy"},
		{"an edition that somebody changed", &archive.DamagedError{Edition: "x", File: "y", Err: fs.ErrNotExist}, "edition.damaged"},
		{"a state of a later program", fmt.Errorf("open state: %w", deliver.ErrNewer), "state.newer"},
		{"another run", fmt.Errorf("lock: %w", archive.ErrLocked), "run.locked"},
		{"a file that may not be read", &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}, "file.permission"},
		{"what nobody foresaw", errors.New("x"), "machine.failed"},
	} {
		if got := AsFailure(tt.err).Code; got != tt.code {
			t.Errorf("%s: %s, want %s", tt.reason, got, tt.code)
		}
	}
}
