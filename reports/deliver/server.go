package deliver

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"
)

// A Server is where mail is handed over, and how to get in.
type Server struct {
	Host     string
	Port     int
	TLS      string // StartTLS, ImplicitTLS, or NoTLS: only to this machine
	CA       []byte // PEM of the authorities to trust; nil: the system's
	User     string // "": no login
	Password string
	Timeouts Timeouts
	Limit    int // bytes of a message; 0: 25 MB
}

// The ways to encrypt. There is none that goes on without when the server does
// not offer it.
const (
	StartTLS    = "starttls"
	ImplicitTLS = "implicit"
	NoTLS       = "none"
)

// Timeouts say how long to wait for the server. Zero is what the standard asks
// for (RFC 5321, 4.5.3.2): who gives up early after the dot sends twice.
type Timeouts struct {
	Dial time.Duration // 30 s
	Verb time.Duration // each answer but the last: 5 min
	Text time.Duration // the whole message on its way: 30 min
	Dot  time.Duration // the answer to its end: 10 min
}

func (t Timeouts) dial() time.Duration { return cmp.Or(t.Dial, 30*time.Second) }
func (t Timeouts) verb() time.Duration { return cmp.Or(t.Verb, 5*time.Minute) }
func (t Timeouts) text() time.Duration { return cmp.Or(t.Text, 30*time.Minute) }
func (t Timeouts) dot() time.Duration  { return cmp.Or(t.Dot, 10*time.Minute) }

// helloName is who the server is told is calling: an address literal, since the
// name of this machine is nobody's business and often no name at all.
const helloName = "[127.0.0.1]"

func (srv Server) limit() int { return cmp.Or(srv.Limit, 25_000_000) }

// A session is a connection to a server that is greeted, encrypted and logged
// into.
type session struct {
	Server
	wire   net.Conn // below TLS: closing it sends nothing more, not even the end of a message
	config *tls.Config
	client *smtp.Client
	inText bool // between DATA and the answer to the dot
}

// A limited connection breaks off when the other side has said more than any
// server has to say: answers are read whole, however long they are.
type limited struct {
	net.Conn
	left int // bytes
}

const maxSaid = 1 << 20

var errTooMuch = errors.New("the server does not stop talking")

func (l *limited) Read(p []byte) (int, error) {
	if l.left == 0 {
		return 0, errTooMuch
	}
	n, err := l.Conn.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// connect opens a session. Its errors are troubles.
func (srv Server) connect(ctx context.Context) (*session, error) {
	config, err := srv.check()
	if err != nil {
		return nil, err
	}
	s := &session{Server: srv, config: config}
	dialer := net.Dialer{Timeout: srv.Timeouts.dial()}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(srv.Host, strconv.Itoa(srv.Port)))
	if err != nil {
		return nil, srv.early("connect", err)
	}
	s.wire = &limited{conn, maxSaid}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"greeting", s.greet}, {"EHLO", s.hello}, {"STARTTLS", s.encrypt}, {"AUTH", s.login},
	} {
		if err := s.within(ctx, srv.Timeouts.verb(), step.do); err != nil {
			s.cut()
			return nil, srv.early(step.name, err)
		}
	}
	return s, nil
}

// check refuses settings with which nothing may be sent.
func (srv Server) check() (*tls.Config, error) {
	config := &tls.Config{ServerName: srv.Host, MinVersion: tls.VersionTLS12}
	switch {
	case !slices.Contains([]string{StartTLS, ImplicitTLS, NoTLS}, srv.TLS):
		return nil, srv.repair("connect", BadSettings, "there is no encryption "+strconv.Quote(srv.TLS))
	case srv.TLS == NoTLS && !isLoopback(srv.Host):
		return nil, srv.repair("connect", BadSettings, "without encryption mail goes to this machine only")
	case srv.User != "" && srv.Password == "":
		return nil, srv.repair("connect", BadSettings, "a user without a password")
	}
	if srv.CA != nil {
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(srv.CA) {
			return nil, srv.repair("connect", BadSettings, "the CA file holds no certificate")
		}
	}
	return config, nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

func (s *session) greet() error {
	conn := s.wire
	switch s.TLS {
	case ImplicitTLS:
		secure := tls.Client(conn, s.config)
		if err := secure.Handshake(); err != nil {
			return err
		}
		conn = secure
	case NoTLS:
		// The name "localhost" could lead elsewhere.
		if at, ok := conn.RemoteAddr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
			return s.repair("greeting", BadSettings, "without encryption mail goes to this machine only")
		}
	}
	var err error
	if s.client, err = smtp.NewClient(conn, s.Host); err != nil {
		return err
	}
	s.client.SkipSMTPUTF8(true)
	s.client.SetDSNRcptNotifyOption("FAILURE,DELAY")
	s.client.SetDSNMailReturnOption("HDRS") // a report of failure need not carry the report
	return nil
}

func (s *session) hello() error { return s.client.Hello(helloName) }

// encrypt begins TLS. go-mail can go on without it; this does not.
func (s *session) encrypt() error {
	if s.TLS != StartTLS {
		return nil
	}
	if ok, _ := s.client.Extension("STARTTLS"); !ok {
		return s.repair("STARTTLS", NoStartTLS, "the server does not offer it")
	}
	return s.client.StartTLS(s.config)
}

func (s *session) login() error {
	if s.User == "" {
		return nil
	}
	_, offered := s.client.Extension("AUTH")
	ways := strings.Fields(strings.ToUpper(offered))
	local := s.TLS == NoTLS // the wire does not leave this machine
	switch {
	case slices.Contains(ways, "PLAIN"):
		return s.client.Auth(smtp.PlainAuth("", s.User, s.Password, s.Host, local))
	case slices.Contains(ways, "LOGIN"):
		return s.client.Auth(smtp.LoginAuth(s.User, s.Password, s.Host, local))
	}
	return s.repair("AUTH", NoLogin, "the server offers neither PLAIN nor LOGIN: "+strconv.Quote(offered))
}

// size returns the longest message that the server takes, 0 if it does not say.
func (s *session) size() int {
	_, text := s.client.Extension("SIZE")
	size, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0
	}
	return size
}

var errTimeout = errors.New("no answer in time")

// within does the work, cutting the wire if it takes too long or the caller gives
// up. Only the wire is cut: a polite end would finish the message.
func (s *session) within(ctx context.Context, wait time.Duration, work func() error) error {
	ctx, cancel := context.WithTimeoutCause(ctx, wait, errTimeout)
	defer cancel()
	stop := context.AfterFunc(ctx, s.cut)
	defer stop()
	err := work()
	if err != nil && !isReply(err) && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

func (s *session) cut() { s.wire.Close() }

// leave ends the session. In the middle of a message the wire is cut, because
// QUIT would end the message first, and the server would take what it has.
func (s *session) leave(ctx context.Context) {
	if !s.inText {
		// What is said after the server's last word changes nothing.
		_ = s.within(ctx, min(s.Timeouts.verb(), 30*time.Second), s.client.Quit)
	}
	s.cut()
}

// Probed is what a server says about itself.
type Probed struct {
	TLS   string   // "TLS 1.3"; "" without
	Size  int      // bytes of a message, 0 if it does not say
	Auth  []string // the ways to log in
	DSN   bool     // whether it reports failures and delays
	Login bool     // whether it took the password
}

// Probe connects, encrypts, logs in and leaves, and sends nothing. Its errors are
// as in [State.Flush]: a *ConfigError if waiting does not help.
func (srv Server) Probe(ctx context.Context) (Probed, error) {
	s, err := srv.connect(ctx)
	if err != nil {
		return Probed{}, told(ctx, err)
	}
	defer s.leave(ctx)
	p := Probed{Size: s.size(), Login: srv.User != ""}
	if state, ok := s.client.TLSConnectionState(); ok {
		p.TLS = tls.VersionName(state.Version)
	}
	_, ways := s.client.Extension("AUTH")
	p.Auth = strings.Fields(ways)
	p.DSN, _ = s.client.Extension("DSN")
	return p, nil
}
