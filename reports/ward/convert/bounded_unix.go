//go:build unix

package convert

import (
	"context"
	"os/exec"
	"syscall"
)

// bounded returns a command in a process group of its own, which is killed
// whole when ctx ends. The shell sets the bounds that its children inherit: two
// minutes of processor, 4 GB of addresses, files of 256 MB; what a system does
// not know is left out.
func bounded(ctx context.Context, program string, args ...string) *exec.Cmd {
	const limits = `ulimit -t 120; ulimit -v 4194304; ulimit -f 524288; exec "$0" "$@"`
	cmd := exec.CommandContext(ctx, "/bin/sh", append([]string{"-c", limits, program}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}
