package deliver

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var kills = flag.Int("kills", 20, "how often TestKilledWhileSending kills")

// flushDir tells a copy of this test binary to send what is due in the state
// there, to the server at the port flushPort.
const (
	flushDir  = "CCBREPORT_TEST_FLUSH"
	flushPort = "CCBREPORT_TEST_PORT"
)

// flushAndExit is that copy.
func flushAndExit(dir string) {
	port, err := strconv.Atoi(os.Getenv(flushPort))
	if err != nil {
		panic(err)
	}
	s, err := Open(dir)
	if err == nil {
		_, err = s.Flush(context.Background(), Server{Host: "127.0.0.1", Port: port, TLS: NoTLS}, time.Now)
	}
	if err != nil {
		panic(err)
	}
	os.Exit(0)
}

// A killer kills a sender at an event of the mailroom: at once, so that the state
// in which it must leave the letter is known, or a little later.
type killer struct {
	mu    sync.Mutex
	event string
	after int // how many such events are let pass
	delay time.Duration
	armed bool

	sender *exec.Cmd
	dead   chan struct{} // closed when the sender is
}

func (k *killer) at(event string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.armed || event != k.event {
		return
	}
	if k.after--; k.after >= 0 {
		return
	}
	k.armed = false
	if k.delay == 0 {
		k.sender.Process.Kill()
		<-k.dead
		return
	}
	sender := k.sender
	time.AfterFunc(k.delay, func() { sender.Process.Kill() })
}

// run lets one sender work and reports whether it was killed.
func (k *killer) run(t *testing.T, dir string, port int) bool {
	t.Helper()
	sender := exec.Command(os.Args[0])
	sender.Env = append(os.Environ(), flushDir+"="+dir, fmt.Sprint(flushPort, "=", port))
	var said strings.Builder
	sender.Stderr = &said
	dead := make(chan struct{})
	k.mu.Lock()
	k.sender, k.dead = sender, dead
	if err := sender.Start(); err != nil {
		t.Fatal(err)
	}
	k.mu.Unlock()
	err := sender.Wait()
	close(dead)
	if err == nil {
		return false
	}
	if sender.ProcessState.Exited() {
		t.Fatalf("the sender failed: %v\n%s", err, said.String())
	}
	return true
}

// TestKilledWhileSending: eight letters, senders killed at any moment, and the
// next one goes on without help. None is lost, none arrives twice, none in part,
// and where nobody can know, the row says so.
func TestKilledWhileSending(t *testing.T) {
	events := []string{"connect", "MAIL", "RCPT", "DATA", "accepted"}
	found := map[string]int{} // states that the kills left
	killed := 0
	for round := 0; killed < *kills; round++ {
		k := &killer{}
		m := &mailroom{at: k.at}
		port := m.open(t, nil)
		dir, list := t.TempDir(), eight(t, round)
		for done := false; !done; {
			n := rand.IntN(2 * len(events))
			k.mu.Lock()
			k.event, k.after, k.armed, k.delay = events[n%len(events)], rand.IntN(3), true, 0
			if n >= len(events) {
				k.delay = time.Duration(rand.IntN(8000)) * time.Microsecond
			}
			event, delay := k.event, k.delay
			k.mu.Unlock()
			queue(t, dir, list)
			done = !k.run(t, dir, port)
			if !done {
				killed++
				left := leftBehind(t, dir, m)
				found[left]++
				if want := map[bool]string{true: Dot, false: Sending}[event == "accepted"]; delay == 0 && left != want {
					t.Errorf("killed at %s, it left a letter %s, want %s", event, left, want)
				}
			}
		}
		ended(t, dir, m, list)
	}
	t.Logf("%d kills left %v", killed, found)
}

func eight(t *testing.T, round int) []Message {
	var list []Message
	for i := range 8 {
		l := draftLetter(fmt.Sprintf("officer%d@example.vn", i))
		l.About = fmt.Sprint("round ", round)
		list = append(list, render(t, l))
	}
	return list
}

// queue opens the state as the next run does, with the letters once more.
func queue(t *testing.T, dir string, list []Message) {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Queue(time.Now(), list...); err != nil {
		t.Fatal(err)
	}
}

// count says how often the mailroom has each message.
func (m *mailroom) count() map[string]int {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := map[string]int{}
	for _, mail := range m.accepted {
		n[mail.bytes]++
	}
	return n
}

// leftBehind returns the state of the letter that was under way, "" if none was.
func leftBehind(t *testing.T, dir string, m *mailroom) (left string) {
	t.Helper()
	s, found, err := View(dir)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	defer s.Close()
	accepted := m.count()
	for _, d := range outbox(t, s) {
		message, err := s.message(d)
		if err != nil {
			t.Fatal(err)
		}
		if d.State == Sending || d.State == Dot {
			left = d.State
		}
		if n := accepted[string(message)]; n > 0 && !slices.Contains([]string{Dot, Sent, Uncertain}, d.State) || n == 0 && d.State == Sent {
			t.Errorf("a letter is %s; the server has it %d times", d.State, n)
		}
	}
	return left
}

// ended checks what is at the end of a round.
func ended(t *testing.T, dir string, m *mailroom, list []Message) {
	t.Helper()
	s := open(t, dir)
	accepted := m.count()
	rows := outbox(t, s)
	if len(rows) != len(list) {
		t.Errorf("%d letters, want %d", len(rows), len(list))
	}
	for i, d := range rows {
		n := accepted[string(list[i].Bytes)]
		delete(accepted, string(list[i].Bytes))
		if d.State == Sent && n == 1 || d.State == Uncertain && n <= 1 {
			continue
		}
		t.Errorf("letter %d is %s; the server has it %d times", i, d.State, n)
	}
	if len(accepted) != 0 {
		t.Errorf("the server has %d messages that are none of ours", len(accepted))
	}
}
