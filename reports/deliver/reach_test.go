package deliver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"os"
	"syscall"
	"testing"
)

func TestWhatWasMetOnTheWay(t *testing.T) {
	dial := func(err error) error {
		return fmt.Errorf("reach: %w", &net.OpError{Op: "dial", Net: "tcp", Err: err})
	}
	for _, test := range []struct {
		err  error
		want string
	}{
		{dial(&net.DNSError{Err: "no such host", IsNotFound: true}), NameUnknown},
		{dial(&net.DNSError{Err: "server misbehaving", IsTemporary: true}), NoNetwork},
		{dial(&net.DNSError{Err: "i/o timeout", IsTimeout: true}), NoNetwork},
		{dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), PortRefused},
		{dial(os.NewSyscallError("connectex", syscall.Errno(10061))), PortRefused}, // as Windows says it
		{dial(os.NewSyscallError("connect", syscall.ENETUNREACH)), NoNetwork},
		{dial(os.ErrDeadlineExceeded), NoAnswer},
		{dial(context.DeadlineExceeded), NoAnswer},
		{errTimeout, NoAnswer},
		{dial(os.NewSyscallError("connectex", syscall.Errno(10060))), NoAnswer},
		{io.EOF, CutOff},
		{dial(os.NewSyscallError("read", syscall.ECONNRESET)), CutOff},
		{errTooMuch, NoReach},
		{&textproto.Error{Code: 550, Msg: "no"}, ""},
	} {
		got := met(test.err)
		if got != test.want {
			t.Errorf("%v: got %q, want %q", test.err, got, test.want)
		}
		kept := (&trouble{step: "connect", reason: got, text: Server{}.tell(test.err)}).Error()
		if again := ReasonOf(kept); again != test.want {
			t.Errorf("%s: got %q, want %q", kept, again, test.want)
		}
	}
}

// TestReasonsOfOldReplies: what was kept before there were reasons.
func TestReasonsOfOldReplies(t *testing.T) {
	for reply, want := range map[string]string{
		`connect: "dial tcp 127.0.0.1:1: connect: connection refused"`: NoReach,
		`RCPT: "550 5.1.1 no such mailbox"`:                            "",
		`"250 2.0.0 queued"`:                                           "",
		`RCPT: "550 blocked [name]"`:                                   "",
	} {
		if got := ReasonOf(reply); got != want {
			t.Errorf("%s: got %q, want %q", reply, got, want)
		}
	}
}

// TestProbeSaysWhy: where nobody listens, in a way that can be put into words.
func TestProbeSaysWhy(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Server{Host: "127.0.0.1", Port: port, TLS: NoTLS}.Probe(t.Context())
	var network *NetworkError
	if !errors.As(err, &network) || network.Reason != PortRefused || network.Step != "connect" {
		t.Errorf("got %v", err)
	}
}
