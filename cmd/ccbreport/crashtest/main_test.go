package crashtest

import (
	"flag"
	"os"
	"testing"
)

var long = flag.Bool("long", false, "fill disks of more sizes, begin more runs at once")

// Exit codes, as README.md has them: the program is known from outside only.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitWaits  = 4
	exitLocked = 75
)

// TestMain takes away, after all tests, the program that they built.
func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(build.dir)
	os.Exit(code)
}
