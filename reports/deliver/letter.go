package deliver

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	netmail "net/mail"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/wneessen/go-mail"

	"ccbreport/reports/viet"
)

// The kinds of letters. Those to officers say by a header that a program wrote
// them, so that nobody's holiday notice answers; a final is sent on a person's
// word and is answered by persons.
const (
	Draft    = "draft"
	Final    = "final"
	Failure  = "failure"
	Reminder = "reminder"
	Done     = "done"

	// Copy brings the officers the final that was made, to keep or to sign. It is no
	// letter to the committee, and none of the laws of those hangs on it.
	Copy = "copy"
)

// Test is the template of the letter by which a person tries the way out. Such a
// letter is of the kind Done.
const Test = "test"

// A Letter is what is said to one recipient.
type Letter struct {
	Kind  string // Draft, Final, Copy, Failure, Reminder, Done
	About string // an edition, or what is due
	From  string // "Hội CCB phường … <a@b.vn>"
	To    string // one address, with a name or without
	Meant string // in a trial, the address that it would go to; else ""

	Subject, Text string
	Files         []Attachment
	Date          time.Time
}

// An Attachment is a file of a letter. Its name is ASCII, see [FileName]: other
// names are written in ways that not every mail program can read.
type Attachment struct {
	Name  string
	Bytes []byte
}

// A Message is a letter made ready: nothing about it changes any more.
type Message struct {
	ID      string // 20 hexadecimal digits, from what is said to whom
	Kind    string
	About   string
	From    string // the address alone
	To      string // the address alone
	Subject string
	SHA256  string // of the bytes, hexadecimal
	Bytes   []byte // the finished .eml
}

const (
	idLength   = 20  // digits: 80 bits
	maxSubject = 300 // characters
)

var (
	fileName7bit = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$`)
	kinds        = map[string]bool{Draft: true, Final: true, Failure: true, Reminder: true, Done: true, Copy: true}
)

// Render makes the message. The same letter gives the same bytes, on any machine
// and at any time: whatever go-mail would take from the clock, from chance, from
// the host's name or from the system's table of file types is set here.
func (l Letter) Render() (Message, error) {
	m, err := l.render()
	if err != nil {
		return Message{}, fmt.Errorf("render letter: %w", err)
	}
	return m, nil
}

func (l Letter) render() (Message, error) {
	from, err := parseMailbox(l.From)
	if err != nil {
		return Message{}, err
	}
	to, err := parseMailbox(l.To)
	if err != nil {
		return Message{}, err
	}
	if err := l.check(); err != nil {
		return Message{}, err
	}
	m := Message{
		ID: l.id(to), Kind: l.Kind, About: l.About,
		From: from.address(), To: to.address(), Subject: viet.Clean(l.Subject),
	}
	if m.Bytes, err = l.compose(m, from, to); err != nil {
		return Message{}, err
	}
	m.SHA256 = digest(m.Bytes)
	return m, nil
}

// check refuses what would make a letter other than it seems.
func (l Letter) check() error {
	switch {
	case !kinds[l.Kind]:
		return fmt.Errorf("unknown kind %q", l.Kind)
	case l.Date.IsZero():
		return errors.New("no date")
	case strings.ContainsFunc(l.Subject, unicode.IsControl):
		return fmt.Errorf("subject %.80q holds a control character", l.Subject)
	case utf8.RuneCountInString(l.Subject) > maxSubject:
		return fmt.Errorf("subject has more than %d characters", maxSubject)
	case viet.Clean(l.Subject) == "":
		return errors.New("no subject")
	}
	for _, f := range l.Files {
		if !fileName7bit.MatchString(f.Name) {
			return fmt.Errorf("attach %q: the name has other characters than letters, digits, dots and hyphens", f.Name)
		}
	}
	return nil
}

// id makes one name of equal content to one recipient. Neither the date nor, when
// there are files, the words count: an edition goes to a person once, whoever
// rewords the covering letter.
func (l Letter) id(to mailbox) string {
	h := sha256.New()
	put(h, l.Kind)
	put(h, l.About)
	put(h, strings.ToLower(to.address()))
	put(h, strings.ToLower(l.Meant))
	for _, f := range l.Files {
		put(h, digest(f.Bytes))
	}
	if len(l.Files) == 0 {
		put(h, l.Text)
	}
	return hex.EncodeToString(h.Sum(nil))[:idLength]
}

// put adds a text with its length, so that no two lists of texts look alike.
func put(h hash.Hash, text string) { fmt.Fprintf(h, "%d:%s,", len(text), text) }

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// compose writes the .eml.
func (l Letter) compose(m Message, from, to mailbox) ([]byte, error) {
	msg := mail.NewMsg(
		mail.WithNoDefaultUserAgent(),
		mail.WithCharset(mail.CharsetUTF8),
		mail.WithEncoding(mail.EncodingQP),
		mail.WithBoundary("part_"+m.ID), // go-mail does not quote it, so it is one word
	)
	msg.FromMailAddress(&netmail.Address{Name: from.name, Address: from.address()})
	msg.AddToMailAddress(&netmail.Address{Name: to.name, Address: to.address()})
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.ID + "@" + from.domain)
	msg.SetDateWithValue(l.Date)
	if l.Kind != Final {
		msg.SetGenHeader("Auto-Submitted", "auto-generated")
	}
	msg.SetBodyString(mail.TypeTextPlain, strings.TrimRight(l.Text, "\n")+"\n")
	for _, f := range l.Files {
		if err := msg.AttachReader(f.Name, bytes.NewReader(f.Bytes), typed(f.Name)); err != nil {
			return nil, fmt.Errorf("attach %s: %w", f.Name, err)
		}
	}
	var out bytes.Buffer
	if _, err := msg.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// typed says what an attachment is, all of it: where go-mail finds nothing said, it
// asks the system's table of types first, and package mime panics if that cannot be
// read.
func typed(name string) mail.FileOption {
	return func(f *mail.File) {
		f.Header.Set("Content-Type", fmt.Sprintf(`%s; name="%s"`, fileType(name), name))
	}
}

// fileType returns the type of an attachment, the same on every machine.
func fileType(name string) mail.ContentType {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}
