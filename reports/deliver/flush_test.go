package deliver

import (
	stdcmp "cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const usualOffers = "SIZE 50000000,8BITMIME,DSN,STARTTLS,AUTH LOGIN PLAIN"

func at(moment time.Time) func() time.Time { return func() time.Time { return moment } }

// queued is a state with a letter to each of the recipients.
func queued(t *testing.T, letters ...Letter) (*State, []Message) {
	t.Helper()
	s := open(t, t.TempDir())
	var list []Message
	for _, l := range letters {
		list = append(list, render(t, l))
	}
	if err := s.Queue(noon, list...); err != nil {
		t.Fatal(err)
	}
	return s, list
}

func outbox(t *testing.T, s *State) []Delivery {
	t.Helper()
	list, err := s.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// rows tells the outbox in short: recipient, state, attempts. What must hold of
// any row is checked on the way.
func rows(t *testing.T, s *State, now time.Time) []string {
	t.Helper()
	var list []string
	for _, d := range outbox(t, s) {
		list = append(list, fmt.Sprintf("%s %s %d", d.Recipient, d.State, d.Attempts))
		switch {
		case d.State != Pending && !d.Next.IsZero(),
			d.State == Pending && d.Attempts == 0 && !d.Next.Equal(d.Queued),
			d.State == Pending && d.Attempts > 0 && !d.Next.Equal(now.Add(backOff(d.ID, d.Attempts)).Truncate(time.Second)):
			t.Errorf("%s %s is to be sent at %v", d.Recipient, d.State, d.Next)
		}
		if strings.Contains(d.Reply, secret) || strings.ContainsAny(d.Reply, "\r\n") || len(d.Reply) > 2*maxReply {
			t.Errorf("%s has the reply %q", d.Recipient, d.Reply)
		}
	}
	return list
}

// intact closes the office and checks that it has nothing but whole messages, each once, and
// that who listened on the wire did not learn the password.
func (o *office) intact(t *testing.T, list []Message) {
	t.Helper()
	o.close()
	seen := map[string]bool{}
	for _, p := range o.accepted {
		if !slices.ContainsFunc(list, func(m Message) bool {
			return p.bytes == string(m.Bytes) && strings.HasPrefix(p.to, "TO:<"+m.To+">")
		}) {
			t.Errorf("the server holds a message of %d bytes that is none of ours", len(p.bytes))
		}
		if seen[p.bytes+p.to] {
			t.Errorf("the server holds a message to %s twice", p.to)
		}
		seen[p.bytes+p.to] = true
	}
	for _, form := range []string{
		secret, base64.StdEncoding.EncodeToString([]byte(secret)),
		base64.StdEncoding.EncodeToString([]byte("\x00hoiccb\x00" + secret)),
	} {
		if strings.Contains(o.heard.String(), form) {
			t.Errorf("%q went over the wire in the clear", form)
		}
	}
}

// TestFaults: a letter, a server that does something else than take it, and what
// becomes of both.
func TestFaults(t *testing.T) {
	short := Timeouts{Verb: 500 * time.Millisecond, Text: 500 * time.Millisecond, Dot: 500 * time.Millisecond}
	for _, tt := range []struct {
		reason   string
		script   map[string]string
		change   func(*office, *Server)
		large    bool   // more than the system's buffers hold
		want     string // state and attempts
		reply    string // how the row's begins
		config   string // the reason of a *ConfigError
		accepted int
	}{
		{reason: "none", want: "sent 1", reply: `"250 2.0.0 queued as`, accepted: 1},
		{reason: "none, large", large: true, want: "sent 1", reply: `"250 2.0.0 queued as`, accepted: 1},
		{reason: "implicit TLS", change: func(o *office, srv *Server) { o.tls = ImplicitTLS }, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "an old way to log in", change: func(o *office, srv *Server) { o.offers = "STARTTLS,AUTH LOGIN" }, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "a server of the same machine, no encryption", change: func(o *office, srv *Server) { o.tls, o.offers, srv.User = NoTLS, "", "" }, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "another word of success", script: map[string]string{"dot": "251 forwarded"}, want: "sent 1", reply: `"251 forwarded"`, accepted: 1},

		{reason: "banner 4xx", script: map[string]string{"banner": "421 4.3.2 later"}, want: "pending 1", reply: `greeting: "421 4.3.2 later"`},
		{reason: "banner 5xx", script: map[string]string{"banner": "554 5.7.1 go away"}, want: "pending 0", reply: `greeting: "554 5.7.1`, config: TurnedAway},
		{reason: "banner hang", script: map[string]string{"banner": "hang"}, want: "pending 1", reply: `greeting: "no answer in time"`},
		{reason: "banner close", script: map[string]string{"banner": "close"}, want: "pending 1", reply: `greeting: "EOF"`},
		{reason: "banner reset, at times before the connection stands", script: map[string]string{"banner": "reset"}, want: "pending 1"},
		{reason: "banner without end", script: map[string]string{"banner": "flood"}, want: "pending 1", reply: `greeting: "the server does not stop talking"`},
		{reason: "banner of another service", script: map[string]string{"banner": "+OK POP3 ready"}, want: "pending 1", reply: `greeting: "`},

		{reason: "EHLO 4xx", script: map[string]string{"EHLO": "421 4.3.2 later"}, want: "pending 1", reply: `EHLO: "421`},
		{reason: "EHLO 5xx, and HELO has no encryption", script: map[string]string{"EHLO": "502 what?"}, want: "pending 0", reply: `EHLO: "502`, config: TurnedAway},
		{reason: "EHLO hang", script: map[string]string{"EHLO": "hang"}, want: "pending 1", reply: `EHLO: "no answer`},
		{reason: "EHLO close", script: map[string]string{"EHLO": "close"}, want: "pending 1", reply: `EHLO: "`},
		{reason: "EHLO reset", script: map[string]string{"EHLO": "reset"}, want: "pending 1", reply: `EHLO: "`},

		{reason: "no STARTTLS", change: func(o *office, srv *Server) { o.offers = "AUTH PLAIN" }, want: "pending 0", reply: "STARTTLS: ", config: NoStartTLS},
		{reason: "STARTTLS 4xx", script: map[string]string{"STARTTLS": "454 4.7.0 later"}, want: "pending 1", reply: `STARTTLS: "454`},
		{reason: "STARTTLS 5xx", script: map[string]string{"STARTTLS": "502 5.5.1 no"}, want: "pending 0", reply: `STARTTLS: "502`, config: NoStartTLS},
		{reason: "STARTTLS hang", script: map[string]string{"STARTTLS": "hang"}, want: "pending 1", reply: `STARTTLS: "no answer`},
		{reason: "STARTTLS close", script: map[string]string{"STARTTLS": "close"}, want: "pending 1", reply: `STARTTLS: "`},
		{reason: "STARTTLS reset", script: map[string]string{"STARTTLS": "reset"}, want: "pending 1", reply: `STARTTLS: "`},
		{reason: "another authority", change: func(o *office, srv *Server) { srv.CA = theirs().pem }, want: "pending 0", reply: `STARTTLS: "tls: failed to verify certificate`, config: BadCertificate},
		{reason: "another authority, implicit TLS", change: func(o *office, srv *Server) { o.tls, srv.CA = ImplicitTLS, theirs().pem }, want: "pending 0", reply: `greeting: "tls: failed to verify`, config: BadCertificate},
		{reason: "the certificate of another host", change: func(o *office, srv *Server) { o.config = serverTLS("mail.example.vn") }, want: "pending 0", reply: `STARTTLS: "tls: failed to verify`, config: BadCertificate},
		{reason: "implicit TLS on a port without", change: func(o *office, srv *Server) { srv.TLS = ImplicitTLS }, want: "pending 0", reply: `greeting: "tls: first record`, config: NoTLSThere},
		{reason: "no encryption, another machine", change: func(o *office, srv *Server) { srv.TLS, srv.Host = NoTLS, "192.0.2.1" }, want: "pending 0", reply: "connect: ", config: BadSettings},
		{reason: "an encryption that there is not", change: func(o *office, srv *Server) { srv.TLS = "ssl" }, want: "pending 0", reply: "connect: ", config: BadSettings},
		{reason: "a CA file of something else", change: func(o *office, srv *Server) { srv.CA = []byte("x") }, want: "pending 0", reply: "connect: ", config: BadSettings},
		{reason: "a user without a password", change: func(o *office, srv *Server) { srv.Password = "" }, want: "pending 0", reply: "connect: ", config: BadSettings},

		{reason: "AUTH 454", script: map[string]string{"AUTH": "454 4.7.0 later"}, want: "pending 1", reply: `AUTH: "454`},
		{reason: "AUTH 535, repeating what it heard", script: map[string]string{"AUTH": "535 5.7.8 bad " + secret + " " + base64.StdEncoding.EncodeToString([]byte("\x00hoiccb\x00"+secret))},
			want: "pending 0", reply: `AUTH: "535 5.7.8 bad … …"`, config: LoginRefused},
		{reason: "AUTH hang", script: map[string]string{"AUTH": "hang"}, want: "pending 1", reply: `AUTH: "no answer`},
		{reason: "AUTH close", script: map[string]string{"AUTH": "close"}, want: "pending 1", reply: `AUTH: "`},
		{reason: "AUTH reset", script: map[string]string{"AUTH": "reset"}, want: "pending 1", reply: `AUTH: "`},
		{reason: "no login", change: func(o *office, srv *Server) { o.offers = "STARTTLS" }, want: "pending 0", reply: "AUTH: ", config: NoLogin},

		{reason: "MAIL 4xx", script: map[string]string{"MAIL": "451 4.3.0 later"}, want: "pending 1", reply: `MAIL: "451`},
		{reason: "MAIL 5xx", script: map[string]string{"MAIL": "550 5.7.1 not you"}, want: "failed 1", reply: `MAIL: "550`},
		{reason: "MAIL without a login that the server wants", script: map[string]string{"MAIL": "530 5.7.0 log in first"}, want: "pending 0", reply: `MAIL: "530`, config: LoginRefused},
		{reason: "MAIL hang", script: map[string]string{"MAIL": "hang"}, want: "pending 1", reply: `MAIL: "no answer`},
		{reason: "MAIL close", script: map[string]string{"MAIL": "close"}, want: "pending 1", reply: `MAIL: "EOF"`},
		{reason: "MAIL reset", script: map[string]string{"MAIL": "reset"}, want: "pending 1", reply: `MAIL: "`},

		{reason: "RCPT 4xx", script: map[string]string{"RCPT": "450 4.2.1 grey"}, want: "pending 1", reply: `RCPT: "450`},
		{reason: "RCPT 5xx, of two lines", script: map[string]string{"RCPT": "550-5.1.1 no\r\n550 5.1.1 such user"}, want: "failed 1", reply: `RCPT: "550 5.1.1 no\n5.1.1 such user"`},
		{reason: "RCPT 5xx, without end", script: map[string]string{"RCPT": "550 " + strings.Repeat("ô", 900)}, want: "failed 1", reply: `RCPT: "550 ô`},
		{reason: "RCPT hang", script: map[string]string{"RCPT": "hang"}, want: "pending 1", reply: `RCPT: "no answer`},
		{reason: "RCPT close", script: map[string]string{"RCPT": "close"}, want: "pending 1", reply: `RCPT: "EOF"`},
		{reason: "RCPT reset", script: map[string]string{"RCPT": "reset"}, want: "pending 1", reply: `RCPT: "`},

		{reason: "DATA 4xx", script: map[string]string{"DATA": "451 4.3.0 later"}, want: "pending 1", reply: `DATA: "451`},
		{reason: "DATA 5xx", script: map[string]string{"DATA": "554 5.6.0 no"}, want: "failed 1", reply: `DATA: "554`},
		{reason: "DATA hang", script: map[string]string{"DATA": "hang"}, want: "pending 1", reply: `DATA: "no answer`},
		{reason: "DATA close", script: map[string]string{"DATA": "close"}, want: "pending 1", reply: `DATA: "EOF"`},
		{reason: "DATA reset", script: map[string]string{"DATA": "reset"}, want: "pending 1", reply: `DATA: "`},

		{reason: "text stalls", script: map[string]string{"text": "stall"}, large: true, want: "pending 1", reply: `text: "no answer in time"`},
		{reason: "text and dot taken without a word", script: map[string]string{"text": "hang"}, want: "uncertain 1", reply: `dot: "no answer in time"`},
		{reason: "text close", script: map[string]string{"text": "close"}, large: true, want: "pending 1", reply: `text: "`},
		{reason: "text reset", script: map[string]string{"text": "reset"}, large: true, want: "pending 1", reply: `text: "`},
		{reason: "text closed before its end, all of it sent", script: map[string]string{"text": "close"}, want: "pending 1", reply: `text: "`},
		{reason: "text 4xx", script: map[string]string{"text": "421 4.3.0 down"}, want: "pending 1", reply: `text: "421`},
		{reason: "text 5xx", script: map[string]string{"text": "552 5.3.4 too much"}, want: "failed 1", reply: `text: "552`},
		{reason: "larger than the server takes", change: func(o *office, srv *Server) { o.offers = "SIZE 1000," + usualOffers[14:] }, want: "failed 1", reply: "SIZE: "},
		{reason: "larger than may be sent", change: func(o *office, srv *Server) { srv.Limit = 1000 }, want: "failed 1", reply: "SIZE: "},
		{reason: "a server that takes any size", change: func(o *office, srv *Server) { o.offers = "SIZE 0," + usualOffers[14:] }, want: "sent 1", reply: `"250`, accepted: 1},

		{reason: "dot 4xx", script: map[string]string{"dot": "452 4.3.1 full"}, want: "pending 1", reply: `dot: "452`},
		{reason: "dot 5xx", script: map[string]string{"dot": "554 5.7.1 spam"}, want: "failed 1", reply: `dot: "554`},
		{reason: "dot hang", script: map[string]string{"dot": "hang"}, want: "uncertain 1", reply: `dot: "no answer in time"`},
		{reason: "dot close", script: map[string]string{"dot": "close"}, want: "uncertain 1", reply: `dot: "EOF"`},
		{reason: "dot reset", script: map[string]string{"dot": "reset"}, want: "uncertain 1", reply: `dot: "`},
		{reason: "dot accepted and the answer lost", script: map[string]string{"dot": "lost"}, want: "uncertain 1", reply: `dot: "EOF"`, accepted: 1},
		{reason: "dot and half an answer", script: map[string]string{"dot": "25"}, want: "uncertain 1", reply: `dot: "short response`, accepted: 1},
		{reason: "dot and no answer of SMTP", script: map[string]string{"dot": "HTTP/1.1 200 OK"}, want: "uncertain 1", reply: `dot: "`},

		{reason: "QUIT 4xx", script: map[string]string{"QUIT": "421 down"}, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "QUIT hang", script: map[string]string{"QUIT": "hang"}, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "QUIT close", script: map[string]string{"QUIT": "close"}, want: "sent 1", reply: `"250`, accepted: 1},
		{reason: "QUIT reset", script: map[string]string{"QUIT": "reset"}, want: "sent 1", reply: `"250`, accepted: 1},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			letter := draftLetter("a@example.vn")
			if tt.large {
				letter.Files[0].Bytes = pdf(8 << 20)
			}
			s, list := queued(t, letter)
			o := &office{script: tt.script, tls: StartTLS, offers: usualOffers}
			change := Server{User: "hoiccb", Password: secret}
			if tt.change != nil {
				tt.change(o, &change)
			}
			o.open(t)
			server := o.server()
			server.User, server.Password, server.Limit = change.User, change.Password, change.Limit
			server.TLS, server.Host = stdcmp.Or(change.TLS, server.TLS), stdcmp.Or(change.Host, server.Host)
			if change.CA != nil {
				server.CA = change.CA
			}
			now := at(noon)
			for _, act := range tt.script {
				if act == "hang" || act == "stall" {
					server.Timeouts = short
				} else if tt.script["text"] != "" {
					// So that what the server does is done before the dot.
					now = func() time.Time {
						if outbox(t, s)[0].State == Sending {
							<-o.acted
						}
						return noon
					}
				}
			}
			_, err := s.Flush(t.Context(), server, now)
			var config *ConfigError
			if errors.As(err, &config); tt.config == "" && err != nil || tt.config != "" && (config == nil || config.Reason != tt.config) {
				t.Errorf("error %v, want a reason %q", err, tt.config)
			}
			if err != nil && strings.Contains(err.Error(), secret) {
				t.Errorf("the error holds the password: %v", err)
			}
			if diff := cmp.Diff([]string{"a@example.vn " + tt.want}, rows(t, s, noon)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if d := outbox(t, s)[0]; !strings.HasPrefix(d.Reply, tt.reply) {
				t.Errorf("reply %s, want %s", d.Reply, tt.reply)
			}
			o.intact(t, list)
			if len(o.accepted) != tt.accepted {
				t.Errorf("the server accepted %d messages, want %d", len(o.accepted), tt.accepted)
			}
		})
	}
}
