package archive

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// crashDir tells a copy of this test binary to begin an edition there and to
// hang in the middle of it.
const crashDir = "CCBREPORT_TEST_CRASH"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		hang(dir)
	}
	os.Exit(m.Run())
}

func hang(dir string) {
	s, err := Open(dir)
	if err == nil {
		err = s.publish(context.Background(), []Blob{{PDF, []byte("half")}}, func(string) error {
			os.Stdout.WriteString("writing\n")
			_, err := io.Copy(io.Discard, os.Stdin) // until it is killed, or the test ends
			return err
		})
	}
	panic(err)
}

// writer starts a process that has written half an edition into dir.
func writer(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashDir+"="+dir)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "writing\n" {
		t.Fatalf("the writer said %q, %v", line, err)
	}
	return cmd
}

func TestLeftoversOfAKilledRunAreSwept(t *testing.T) {
	dir := t.TempDir()
	cmd := writer(t, dir)
	s := open(t, dir)
	if left, _ := s.leftovers(); len(left) != 1 {
		t.Fatalf("the folder of a run that is alive must stay, have %v", left)
	}
	put(t, s, draft("beside it"))
	if left, _ := s.leftovers(); len(left) != 1 {
		t.Fatalf("the folder of a run that is alive must stay, have %v", left)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // it was killed
	if left, _ := open(t, dir).leftovers(); len(left) != 0 {
		t.Errorf("left behind after the kill: %v", left)
	}
}

// An ending context ends when it has been asked a number of times.
type ending struct {
	context.Context
	left int
}

func (e *ending) Err() error {
	if e.left--; e.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestEnded: whenever the context ends while an edition is written, there is
// nothing of it, and what stood there stays.
func TestEnded(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	before := []Blob{{"old.txt", []byte("old")}}
	if _, err := s.Replace(t.Context(), "kiem-tra", before); err != nil {
		t.Fatal(err)
	}
	want := tree(t, dir)
	files := []Blob{{PDF, []byte("x")}, {Data, []byte("y")}}
	for name, write := range map[string]func(context.Context) error{
		"Put":     func(ctx context.Context) error { _, err := s.Put(ctx, draft("nam"), nil, files); return err },
		"Replace": func(ctx context.Context) error { _, err := s.Replace(ctx, "kiem-tra", files); return err },
	} {
		asked := 0
		for ; ; asked++ {
			err := write(&ending{t.Context(), asked})
			if err == nil {
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, ended after %d: %v", name, asked, err)
			}
			if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
				t.Fatalf("%s, ended after %d: %s", name, asked, diff)
			}
		}
		if asked < len(files) {
			t.Errorf("%s asked only %d times whether to go on", name, asked)
		}
		want = tree(t, dir)
	}
}

func TestLockHoldsOneOnly(t *testing.T) {
	name := filepath.Join(t.TempDir(), "state", "lock")
	first, err := TryLock(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := TryLock(name); !errors.Is(err, ErrLocked) {
		t.Fatalf("a second lock: %v", err)
	}
	if err := first.Unlock(); err != nil {
		t.Fatal(err)
	}
	again, err := TryLock(name)
	if err != nil {
		t.Fatal(err)
	}
	again.Unlock()
}
