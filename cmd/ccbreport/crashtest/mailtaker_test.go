package crashtest

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net"
	"net/mail"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// A mailTaker is a mail server that remembers all that it accepted, over every
// death of whoever sends. It dawdles, so that a kill often meets it in the middle
// of a letter or just behind one.
type mailTaker struct {
	port   string
	dawdle time.Duration // at most, before the answers to RCPT and to the dot

	gate sync.RWMutex // closed by hold

	mu      sync.Mutex
	idle    *sync.Cond
	open    int // connections
	rand    *rand.Rand
	taken   []takenLetter
	waiting map[smtpMoment]chan struct{} // closed when it comes
}

// A takenLetter is one that the server has answered for: its dot has come.
type takenLetter struct {
	id    string // of the Message-ID, before the "@"
	to    string
	bytes []byte
}

// A smtpMoment is a moment of a session that a test may wait for.
type smtpMoment int

const (
	anyMoment smtpMoment = iota
	mailCame             // MAIL has come
	dotCame              // all of a letter has come, and nothing was answered yet
)

func takeMail(t *testing.T, seed uint64, dawdle time.Duration) *mailTaker {
	t.Helper()
	m := &mailTaker{dawdle: dawdle, rand: rand.New(rand.NewPCG(seed, 0)), waiting: map[smtpMoment]chan struct{}{}}
	m.idle = sync.NewCond(&m.mu)
	server := smtp.NewServer(m)
	server.Domain, server.AllowInsecureAuth = "localhost", true
	server.ErrorLog = quiet{} // killed clients are no news
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	m.port = strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	return m
}

type quiet struct{}

func (quiet) Printf(string, ...any) {}

func (quiet) Println(...any) {}

func (m *mailTaker) NewSession(*smtp.Conn) (smtp.Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.open++
	return &taking{mailTaker: m}, nil
}

// A taking is one connection.
type taking struct {
	*mailTaker
	to string
}

func (s *taking) Reset() {}

func (s *taking) Logout() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
	s.idle.Broadcast()
	return nil
}

func (s *taking) Mail(string, *smtp.MailOptions) error {
	s.come(mailCame)
	s.gate.RLock()
	defer s.gate.RUnlock()
	return nil
}

func (s *taking) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = to
	s.rest()
	return nil
}

func (s *taking) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	letter, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return err
	}
	id, _, _ := strings.Cut(strings.Trim(letter.Header.Get("Message-ID"), "<>"), "@")
	s.mu.Lock()
	s.taken = append(s.taken, takenLetter{id, s.to, data})
	s.mu.Unlock()
	s.come(dotCame)
	s.rest()
	return nil
}

// hold lets no letter go on until what it returns is called.
func (m *mailTaker) hold() (release func()) {
	m.gate.Lock()
	return m.gate.Unlock
}

// rest waits for as long as chance has it.
func (m *mailTaker) rest() {
	m.mu.Lock()
	d := time.Duration(m.rand.Int64N(int64(m.dawdle) + 1))
	m.mu.Unlock()
	time.Sleep(d)
}

func (m *mailTaker) come(at smtpMoment) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.waiting[at]; c != nil {
		close(c)
		delete(m.waiting, at)
	}
}

// next returns what is closed when the moment comes again.
func (m *mailTaker) next(at smtpMoment) <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.waiting[at] == nil {
		m.waiting[at] = make(chan struct{})
	}
	return m.waiting[at]
}

// settle waits until nobody is connected, so that what is on the wire has come,
// and returns all that was taken so far.
func (m *mailTaker) settle() []takenLetter {
	m.mu.Lock()
	defer m.mu.Unlock()
	for m.open > 0 {
		m.idle.Wait()
	}
	return append([]takenLetter(nil), m.taken...)
}
