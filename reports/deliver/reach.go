package deliver

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"slices"
	"syscall"
)

// Why a letter was not handed over, where it was not the server that said so. Beside those
// of a [ConfigError] a person is told these; what Go's network says is for whoever looks
// after the computer.
const (
	NameUnknown = "name"    // there is no server of that name
	PortRefused = "port"    // nobody listens at that port
	NoAnswer    = "silence" // no answer in time
	NoNetwork   = "network" // no way to the server
	CutOff      = "cut"     // the connection broke off
	NoReach     = "reach"   // any other trouble on the way
	TooLarge    = "size"    // longer than may be sent
	Damaged     = "damaged" // the bytes are not those that were rendered
)

// A NetworkError says that there was no getting through to the server. It may help to
// wait, or the name of the server is wrong: Reason says which is likely.
type NetworkError struct {
	Reason string // NameUnknown, …
	Step   string
	Detail string // what the machine met, quoted; never the password
}

func (e *NetworkError) Error() string {
	return fmt.Sprintf("reach mail server: %s: %s", e.Step, e.Detail)
}

// Windows has numbers of its own for what sockets meet (WSAECONNREFUSED, …), of which the
// portable names know nothing.
var (
	refusals = []error{syscall.ECONNREFUSED, syscall.Errno(10061)}
	noWays   = []error{syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.Errno(10050), syscall.Errno(10051), syscall.Errno(10065)}
	silences = []error{errTimeout, os.ErrDeadlineExceeded, syscall.ETIMEDOUT, syscall.Errno(10060)}
	breaks   = []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, syscall.ECONNRESET, syscall.EPIPE, syscall.Errno(10053), syscall.Errno(10054)}
)

// met names what went wrong on the way, "" if the server said it.
func met(err error) string {
	is := func(list []error) bool {
		return slices.ContainsFunc(list, func(known error) bool { return errors.Is(err, known) })
	}
	var name *net.DNSError
	var slow net.Error
	switch {
	case isReply(err):
		return ""
	case errors.As(err, &name) && name.IsNotFound:
		return NameUnknown
	case errors.As(err, &name), is(noWays): // who cannot even ask for the name has no network
		return NoNetwork
	case is(refusals):
		return PortRefused
	case is(silences), errors.As(err, &slow) && slow.Timeout():
		return NoAnswer
	case is(breaks):
		return CutOff
	}
	return NoReach
}

// reasonMark is how a reason stands at the end of what is kept of a trouble.
var (
	reasonMark = regexp.MustCompile(` \[([a-z]+)\]$`)
	unmarked   = regexp.MustCompile(`^[A-Za-z]+: "\D`)
)

// ReasonOf returns why a letter was not handed over, from the reply that is kept with it:
// one of the reasons, "" if it is the server's own word. Letters of before the reasons
// were kept have none; what no server said is then NoReach.
func ReasonOf(reply string) string {
	if m := reasonMark.FindStringSubmatch(reply); m != nil {
		return m[1]
	}
	if unmarked.MatchString(reply) {
		return NoReach
	}
	return ""
}
