package deliver

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
	"github.com/google/go-cmp/cmp"
)

// A mailroom is an SMTP server of somebody else's making: what the office of
// these tests takes for right, it would have to get wrong in the same way.
type mailroom struct {
	mu       sync.Mutex
	accepted []mailed
	at       func(event string) // called at each event, if set: "connect", "MAIL", "RCPT", "DATA", "accepted"
}

type mailed struct {
	From, To string
	Notify   []smtp.DSNNotify
	Return   smtp.DSNReturn
	Hello    string
	bytes    string
}

// open lets the mailroom serve until the test ends, and returns its port. Without
// TLS it takes a password in the clear.
func (m *mailroom) open(t *testing.T, config *tls.Config) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(m)
	server.Domain, server.EnableDSN, server.EnableSMTPUTF8, server.MaxMessageBytes = "mailroom", true, true, 1<<20
	server.TLSConfig, server.AllowInsecureAuth = config, config == nil
	server.ErrorLog = log.New(io.Discard, "", 0) // of connections cut off
	var served sync.WaitGroup
	served.Go(func() { server.Serve(listener) })
	t.Cleanup(func() {
		server.Close()
		served.Wait()
	})
	return listener.Addr().(*net.TCPAddr).Port
}

func (m *mailroom) event(name string) {
	if m.at != nil {
		m.at(name)
	}
}

func (m *mailroom) NewSession(c *smtp.Conn) (smtp.Session, error) {
	m.event("connect")
	return &clerk{mailroom: m, conn: c}, nil
}

type clerk struct {
	*mailroom
	conn *smtp.Conn
	mail mailed
}

func (c *clerk) AuthMechanisms() []string { return []string{sasl.Plain} }

func (c *clerk) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "hoiccb" || password != secret {
			return errors.New("wrong password")
		}
		return nil
	}), nil
}

func (c *clerk) Reset()        {}
func (c *clerk) Logout() error { return nil }

func (c *clerk) Mail(from string, opts *smtp.MailOptions) error {
	c.event("MAIL")
	c.mail = mailed{From: from, Return: opts.Return, Hello: c.conn.Hostname()}
	if opts.UTF8 {
		return errors.New("nothing here needs SMTPUTF8")
	}
	return nil
}

func (c *clerk) Rcpt(to string, opts *smtp.RcptOptions) error {
	c.event("RCPT")
	c.mail.To, c.mail.Notify = to, opts.Notify
	return nil
}

func (c *clerk) Data(r io.Reader) error {
	c.event("DATA")
	all, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	c.mail.bytes = string(all)
	c.mu.Lock()
	c.accepted = append(c.accepted, c.mail)
	c.mu.Unlock()
	c.event("accepted")
	return nil
}

func TestAServerOfSomebodyElse(t *testing.T) {
	for way, config := range map[string]*tls.Config{StartTLS: serverTLS("localhost"), NoTLS: nil} {
		s, list := queued(t, three()...)
		m := &mailroom{}
		flush(t, s, Server{
			Host: "localhost", Port: m.open(t, config), TLS: way, CA: ours().pem, User: "hoiccb", Password: secret,
		}, noon)
		var want []mailed
		for _, l := range list {
			want = append(want, mailed{
				"ccb@hoasen.example.vn", l.To, []smtp.DSNNotify{smtp.DSNNotifyFailure, smtp.DSNNotifyDelayed}, smtp.DSNReturnHeaders, helloName, string(l.Bytes),
			})
		}
		m.mu.Lock()
		if diff := cmp.Diff(want, m.accepted, cmp.AllowUnexported(mailed{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", way, diff)
		}
		m.mu.Unlock()
	}
}

// TestOnlyThisMachineHearsThePassword: without encryption it is said in the clear
// to a server of this machine. Were the office deaf, TestFaults would show nothing.
func TestOnlyThisMachineHearsThePassword(t *testing.T) {
	s, _ := queued(t, draftLetter("a@example.vn"))
	o := (&office{tls: NoTLS, offers: "AUTH PLAIN"}).open(t)
	server := o.server()
	server.User, server.Password = "hoiccb", secret
	flush(t, s, server, noon)
	o.close()
	if !strings.Contains(o.heard.String(), base64.StdEncoding.EncodeToString([]byte("\x00hoiccb\x00"+secret))) {
		t.Error("the office heard no password")
	}
}

func TestProbe(t *testing.T) {
	for _, tt := range []struct {
		reason string
		script map[string]string
		change func(*office, *Server)
		want   string // what is told, or the error
	}{
		{"all there is", nil, nil, "{TLS 1.3 50000000 [LOGIN PLAIN] true true}"},
		{"implicit TLS, no login", nil, func(o *office, srv *Server) { o.tls, srv.TLS, srv.User = ImplicitTLS, ImplicitTLS, "" }, "{TLS 1.3 50000000 [LOGIN PLAIN] true false}"},
		{"bare", nil, func(o *office, srv *Server) { o.tls, o.offers, srv.TLS, srv.User = NoTLS, "HELP", NoTLS, "" }, "{ 0 [] false false}"},
		{"a wrong password", map[string]string{"AUTH": "535 5.7.8 bad " + secret}, nil, `send mail: AUTH: password: "535 5.7.8 bad …"`},
		{"a wrong authority", nil, func(o *office, srv *Server) { srv.CA = theirs().pem }, "send mail: STARTTLS: certificate: "},
		{"busy", map[string]string{"banner": "421 later"}, nil, `reach mail server: greeting: "421 later"`},
		{"parting in anger", map[string]string{"QUIT": "reset"}, nil, "{TLS 1.3 50000000 [LOGIN PLAIN] true true}"},
	} {
		o := &office{script: tt.script, tls: StartTLS, offers: usualOffers}
		settings := Server{TLS: StartTLS, User: "hoiccb", CA: ours().pem}
		if tt.change != nil {
			tt.change(o, &settings)
		}
		o.open(t)
		server := o.server()
		server.User, server.Password, server.TLS, server.CA = settings.User, secret, settings.TLS, settings.CA
		got, err := server.Probe(t.Context())
		told := fmt.Sprint(got)
		if err != nil {
			told = err.Error()
		}
		if !strings.HasPrefix(told, tt.want) || strings.Contains(told, secret) {
			t.Errorf("%s: %s, want %s", tt.reason, told, tt.want)
		}
		o.intact(t, nil)
		if slices.Contains(o.verbs, "MAIL") {
			t.Errorf("%s: a letter was begun", tt.reason)
		}
	}
}

func TestProbeOfNothing(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := Server{Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port, TLS: StartTLS}
	listener.Close()
	if _, err := server.Probe(t.Context()); err == nil || errors.As(err, new(*ConfigError)) || !strings.Contains(err.Error(), "connect: ") {
		t.Errorf("nobody there: %v", err)
	}
	s, _ := queued(t, three()...)
	flush(t, s, server, noon)
	same(t, "nobody there", []string{"a@example.vn pending 1", "b@example.vn pending 1", "c@example.vn pending 1"}, rows(t, s, noon))
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	o := (&office{script: map[string]string{"banner": "hang"}, tls: NoTLS}).open(t)
	if _, err := o.server().Probe(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the caller's time is up: %v", err)
	}
}

// TestTimeouts: zero is what the standard asks for; a library gives up after 15
// seconds, when the other side may still be taking the message in.
func TestTimeouts(t *testing.T) {
	var zero Timeouts
	if got, least := zero.dot(), 10*time.Minute; got < least {
		t.Errorf("the answer to the dot is waited for %v, want %v", got, least)
	}
	own := Timeouts{1, 2, 3, 4}
	if got, want := [4]time.Duration{own.dial(), own.verb(), own.text(), own.dot()}, [4]time.Duration{1, 2, 3, 4}; got != want {
		t.Errorf("set to %v, they are %v", want, got)
	}
}
