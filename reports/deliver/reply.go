package deliver

import (
	"cmp"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
)

// A verdict is what trouble means for a letter.
type verdict int

const (
	later   verdict = iota // try again
	never                  // this letter will not be taken
	mend                   // nothing will be, until a person changes the configuration
	unknown                // it may have been taken
)

// Trouble is why a letter was not handed over, or why nobody knows whether it was.
type trouble struct {
	verdict  verdict
	reason   string // of mend, and of what the server did not say itself
	step     string // "connect", "greeting", "EHLO", "STARTTLS", "AUTH", "SIZE", "MAIL", "RCPT", "DATA", "text", "dot"
	text     string // what the server said or the machine met: quoted, cut, without the password
	everyone bool   // it came before any letter was named: the next would fare no better
}

// Error is what is kept of it: with its reason behind, where that is not the server's word.
func (t *trouble) Error() string {
	if t.reason == "" || quotesReply.MatchString(t.text) {
		return t.step + ": " + t.text
	}
	return t.step + ": " + t.text + " [" + t.reason + "]"
}

// quotesReply recognises what a server answered.
var quotesReply = regexp.MustCompile(`^"\d{3} `)

// Why nothing can be sent until a person changes the configuration.
const (
	BadSettings    = "settings"    // the settings contradict each other
	BadCertificate = "certificate" // the server cannot show who it is
	NoTLSThere     = "tls"         // the port does not speak TLS
	NoStartTLS     = "starttls"    // the server does not offer encryption
	NoLogin        = "login"       // it offers no way to log in that is known here
	LoginRefused   = "password"    // it does not take user and password
	TurnedAway     = "refused"     // it does not want to talk to this machine
)

// A ConfigError says that the server cannot be used as it is configured. Waiting
// does not help: everything stays in the outbox, uncounted, until a person has
// mended what Reason names.
type ConfigError struct {
	Reason string // BadSettings, …
	Step   string // where it showed: "connect", "STARTTLS", "AUTH", …
	Detail string // what the server said, quoted; never the password
}

func (e *ConfigError) Error() string {
	return fmt.Sprintf("send mail: %s: %s: %s", e.Step, e.Reason, e.Detail)
}

// Said reports whether Detail is the server's own word, and not what the machine met.
func (e *ConfigError) Said() bool { return quotesReply.MatchString(e.Detail) }

// told is the trouble of a session as others are told it.
func told(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("reach mail server: %w", ctx.Err())
	}
	var t *trouble
	if errors.As(err, &t) && t.verdict == mend {
		return &ConfigError{t.reason, t.step, t.text}
	}
	if t != nil {
		return &NetworkError{cmp.Or(t.reason, NoReach), t.step, t.text}
	}
	return fmt.Errorf("reach mail server: %w", err)
}

func (srv Server) repair(step, reason, text string) *trouble {
	return &trouble{verdict: mend, reason: reason, step: step, text: srv.quiet(text), everyone: true}
}

// early judges an error before any letter was named: it is every letter's.
func (srv Server) early(step string, err error) error {
	var known *trouble
	if errors.As(err, &known) {
		return known
	}
	t := &trouble{step: step, reason: met(err), text: srv.tell(err), everyone: true}
	var certificate *tls.CertificateVerificationError
	var plain tls.RecordHeaderError
	switch code := replyCode(err); {
	case errors.As(err, &certificate):
		t.verdict, t.reason = mend, BadCertificate
	case errors.As(err, &plain):
		t.verdict, t.reason = mend, NoTLSThere
	case code/100 != 5:
	case step == "AUTH":
		t.verdict, t.reason = mend, LoginRefused
	case step == "STARTTLS":
		t.verdict, t.reason = mend, NoStartTLS
	default:
		t.verdict, t.reason = mend, TurnedAway
	}
	return t
}

// late judges an error once the letter was named and before its end was sent.
func (srv Server) late(step string, err error) *trouble {
	t := &trouble{step: step, reason: met(err), text: srv.tell(err)}
	switch code := replyCode(err); {
	case code == 530: // log in or encrypt first (RFC 4954, RFC 3207): no letter would fare better
		t.verdict, t.reason, t.everyone = mend, LoginRefused, true
	case code/100 == 5:
		t.verdict = never
	}
	return t
}

// last judges the error that followed the dot. It returns nil if the server has
// accepted the message all the same.
func (srv Server) last(err error) *trouble {
	t := &trouble{verdict: unknown, step: "dot", reason: met(err), text: srv.tell(err)}
	switch replyCode(err) / 100 {
	case 2:
		return nil
	case 4:
		t.verdict = later
	case 5:
		t.verdict = never
	}
	return t
}

// isReply reports whether the error is something the server said.
func isReply(err error) bool { return replyCode(err) != 0 }

// replyCode returns the code that the server answered with, 0 if it did not.
func replyCode(err error) int {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return reply.Code
	}
	return 0
}

// maxReply is how much of an answer is kept, in bytes.
const maxReply = 300

// tell returns an error as it may be kept and shown.
func (srv Server) tell(err error) string {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return srv.quote(reply.Code, reply.Msg)
	}
	return strconv.Quote(cut(srv.quiet(err.Error())))
}

// quote returns an answer of the server as it may be kept and shown: on one line,
// not endless, and without the password that a server might repeat.
func (srv Server) quote(code int, text string) string {
	return strconv.Quote(cut(srv.quiet(fmt.Sprintf("%d %s", code, text))))
}

func cut(text string) string {
	if len(text) <= maxReply {
		return text
	}
	return strings.ToValidUTF8(text[:maxReply], "") + "…"
}

// quiet takes the password out of a text, in each form in which it is sent.
func (srv Server) quiet(text string) string {
	if srv.Password == "" {
		return text
	}
	encode := base64.StdEncoding.EncodeToString
	for _, secret := range []string{
		srv.Password,
		encode([]byte(srv.Password)),
		encode([]byte("\x00" + srv.User + "\x00" + srv.Password)),
	} {
		text = strings.ReplaceAll(text, secret, "…")
	}
	return text
}
