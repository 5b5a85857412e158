package convert

import (
	"context"
	"os/exec"
	"strconv"
)

// bounded returns a command that is killed with its children when ctx ends:
// soffice.com starts soffice.bin and leaves it behind otherwise.
func bounded(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Cancel = func() error {
		return exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(cmd.Process.Pid)).Run()
	}
	return cmd
}
