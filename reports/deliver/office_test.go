package deliver

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/textproto"
	"strings"
	"sync"
	"testing"
	"time"
)

// authority signs what servers show; its PEM is what a client may trust.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pem  []byte
}

// ours is the authority of the servers of the tests, theirs one that signed
// nothing.
var ours, theirs = sync.OnceValue(newAuthority), sync.OnceValue(newAuthority)

func newAuthority() authority {
	a := authority{cert: &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test CA"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}}
	der := a.sign(a.cert, &a)
	a.pem = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return a
}

// sign makes the key of who is to be certified and the certificate.
func (a *authority) sign(cert *x509.Certificate, who *authority) []byte {
	var err error
	if who.key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		panic(err)
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, a.cert, &who.key.PublicKey, a.key)
	if err != nil {
		panic(err)
	}
	return der
}

// serverTLS is what a server that the authority certifies as the host shows.
func serverTLS(host string) *tls.Config {
	a, server := ours(), authority{}
	der := a.sign(&x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}, &server)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: server.key}}}
}

// A wire keeps what came in over a connection, as whoever listens has it.
type wire struct {
	net.Conn
	heard *bytes.Buffer
	mu    *sync.Mutex
}

func (w wire) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	w.mu.Lock()
	w.heard.Write(p[:n])
	w.mu.Unlock()
	return n, err
}

// An office is an SMTP server that does what its script says when it comes to a
// verb: "450 words" is the answer, "hang" listens and says nothing, "stall" does
// not even listen, "flood" talks without end, "close" and "reset" end the
// connection. The verbs are those of SMTP, "banner",
// "RCPT address", "text" (in the middle of it) and "dot" (after its end), where
// "lost" accepts the message and closes.
type office struct {
	script map[string]string
	offers string // of EHLO, separated by commas
	tls    string // StartTLS, ImplicitTLS, NoTLS
	config *tls.Config
	port   int

	mu       sync.Mutex
	heard    bytes.Buffer
	verbs    []string // one list for all connections
	accepted []parcel
	at       func(verb string) // called at each verb, if set

	acted  chan struct{} // closed when the script was followed in the middle of a text
	closed chan struct{} // closed by close
	close  func()        // no more connections; those that are have ended
}

// A parcel is a message that an office accepted.
type parcel struct {
	from, to string // with the parameters of the verbs
	bytes    string
}

const secret = "mật-khẩu+9"

// open lets the office serve until the test ends.
func (o *office) open(t *testing.T) *office {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.port = listener.Addr().(*net.TCPAddr).Port
	o.acted, o.closed = make(chan struct{}), make(chan struct{})
	if o.config == nil {
		o.config = serverTLS("localhost")
	}
	var served sync.WaitGroup
	served.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return // closed below
			}
			served.Go(func() { o.serve(conn) })
		}
	})
	o.close = sync.OnceFunc(func() {
		listener.Close()
		close(o.closed)
		served.Wait()
	})
	t.Cleanup(o.close)
	return o
}

// has counts the messages accepted so far.
func (o *office) has() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.accepted)
}

// server is how to reach the office.
func (o *office) server() Server {
	return Server{Host: "localhost", Port: o.port, TLS: o.tls, CA: ours().pem}
}

// serve talks on one connection until either side ends it.
func (o *office) serve(conn net.Conn) {
	defer conn.Close()
	tap := wire{conn, &o.heard, &o.mu}
	s := &counter{office: o, tcp: conn.(*net.TCPConn)}
	if o.tls == ImplicitTLS {
		s.use(tls.Server(tap, o.config))
	} else {
		s.use(tap)
	}
	if !s.step("banner", "220 office ready") {
		return
	}
	for {
		line, err := s.in.ReadLine()
		if err != nil || !s.answer(line) {
			return
		}
	}
}

// A counter is one connection to an office.
type counter struct {
	*office
	tcp      *net.TCPConn
	conn     net.Conn
	in       *textproto.Reader
	from, to string
}

func (s *counter) use(conn net.Conn) {
	s.conn, s.in = conn, textproto.NewReader(bufio.NewReader(conn))
}

func (s *counter) say(line string) bool {
	_, err := io.WriteString(s.conn, line+"\r\n")
	return err == nil
}

// step does what the script says at the verb, else it says the line. It reports
// whether the talk goes on.
func (s *counter) step(verb, line string) bool {
	s.mu.Lock()
	s.verbs = append(s.verbs, verb)
	at, act := s.at, s.script[verb]
	s.mu.Unlock()
	if at != nil {
		at(verb)
	}
	if act == "" {
		return s.say(line)
	}
	switch act {
	case "hang":
		io.Copy(io.Discard, s.conn)
	case "flood":
		for s.say("220-welcome, welcome, welcome, welcome, welcome") {
		}
	case "stall":
		<-s.closed
	case "reset":
		s.tcp.SetLinger(0)
		s.tcp.Close()
	case "close", "lost":
		s.tcp.Close()
	default:
		return s.say(act) && !strings.HasPrefix(act, "421")
	}
	return false
}

func (s *counter) answer(line string) bool {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "EHLO":
		lines := append([]string{"office"}, strings.Split(s.offers, ",")...)
		for i := range lines {
			lines[i] = "250" + map[bool]string{true: " ", false: "-"}[i == len(lines)-1] + lines[i]
		}
		return s.step(verb, strings.Join(lines, "\r\n"))
	case "STARTTLS":
		if !s.step(verb, "220 go ahead") {
			return false
		}
		if s.script[verb] == "" {
			s.use(tls.Server(s.conn, s.config))
		}
		return true
	case "AUTH":
		if rest == "LOGIN" {
			for _, ask := range []string{"334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"} {
				if !s.say(ask) {
					return false
				}
				s.in.ReadLine()
			}
		}
		return s.step(verb, "235 welcome")
	case "MAIL":
		s.from = rest
		return s.step(verb, "250 ok")
	case "RCPT":
		s.to = rest
		address, _, _ := strings.Cut(rest, ">")
		if one := "RCPT " + strings.TrimPrefix(address, "TO:<"); s.script[one] != "" {
			verb = one
		}
		return s.step(verb, "250 ok")
	case "DATA":
		return s.step(verb, "354 go ahead") && (s.script[verb] != "" || s.text())
	case "QUIT":
		s.step(verb, "221 bye")
		return false
	}
	return s.say("502 unknown")
}

// text takes a message in.
func (s *counter) text() bool {
	if s.script["text"] != "" {
		s.in.ReadLine()
		s.step("text", "")
		close(s.acted)
		io.Copy(io.Discard, s.conn) // unread, it would take back the answer
		return false
	}
	raw, err := io.ReadAll(s.in.DotReader())
	if err != nil {
		return false
	}
	act := s.script["dot"]
	if act == "" || act == "lost" || act[0] == '2' {
		s.mu.Lock()
		// The reader of dots turns line ends into those of Unix.
		s.accepted = append(s.accepted, parcel{s.from, s.to, strings.ReplaceAll(string(raw), "\n", "\r\n")})
		s.mu.Unlock()
	}
	return s.step("dot", fmt.Sprintf("250 2.0.0 queued as %d", len(raw)))
}
