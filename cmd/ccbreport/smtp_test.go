package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"ccbreport/reports/deliver"

	"github.com/emersion/go-smtp"
	"github.com/rogpeppe/go-internal/testscript"
)

// serveMail is the script command
//
//	smtp FOLDER [ADDRESS…]
//
// It starts a mail server for the rest of the script, which keeps what it takes
// in the folder as 1.eml, 2.eml, … and refuses the addresses, and sets $SMTP to
// its port.
func serveMail(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: smtp FOLDER [ADDRESS…]")
	}
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o777))
	server := smtp.NewServer(&mailbox{dir: dir, refused: args[1:]})
	server.Domain, server.AllowInsecureAuth = "localhost", true
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	go server.Serve(listener)
	ts.Defer(func() { server.Close() })
	ts.Setenv("SMTP", fmt.Sprint(listener.Addr().(*net.TCPAddr).Port))
}

// A mailbox keeps every letter of a server in a folder.
type mailbox struct {
	dir     string
	refused []string

	mu sync.Mutex
	n  int
}

func (m *mailbox) NewSession(*smtp.Conn) (smtp.Session, error) { return &sender{mailbox: m}, nil }

// A sender is one connection.
type sender struct {
	*mailbox
	to string
}

func (s *sender) Reset() {}

func (s *sender) Logout() error { return nil }

func (s *sender) Mail(string, *smtp.MailOptions) error { return nil }

func (s *sender) Rcpt(to string, _ *smtp.RcptOptions) error {
	for _, address := range s.refused {
		if strings.EqualFold(to, address) {
			return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}
		}
	}
	s.to = to
	return nil
}

func (s *sender) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.n++
	data = append([]byte("X-Envelope-To: "+s.to+"\r\n"), data...)
	return os.WriteFile(filepath.Join(s.dir, fmt.Sprint(s.n)+".eml"), data, 0o666)
}

// attached wants a letter to carry the bytes of a file, or not to.
func attached(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: attached LETTER FILE")
	}
	letter, err := mail.ReadMessage(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	_, params, err := mime.ParseMediaType(letter.Header.Get("Content-Type"))
	ts.Check(err)
	parts := multipart.NewReader(letter.Body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		switch {
		case err == io.EOF && neg:
			return
		case err == io.EOF:
			ts.Fatalf("%s carries no %s", args[0], args[1])
		}
		ts.Check(err)
		if part.FileName() == "" {
			continue
		}
		data, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, part))
		ts.Check(err)
		if string(data) == ts.ReadFile(args[1]) {
			if neg {
				ts.Fatalf("%s carries %s", args[0], args[1])
			}
			return
		}
	}
}

// signature is what a program for electronic signatures adds to a PDF: an update
// behind its last byte.
const signature = "9999 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 10] /Contents <00> >>\nendobj\nstartxref\n0\n%%EOF\n"

// sign adds a signature to a PDF.
func sign(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ts.ReadFile(args[0])+signature), 0o666))
}

func appendTo(ts *testscript.TestScript, _ bool, args []string) {
	text := args[1]
	if file, ok := strings.CutPrefix(text, "@"); ok {
		text = ts.ReadFile(file)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+text), 0o666))
}

// findLetter is the script command
//
//	letter NAME STATE [KIND]
//
// It sets $NAME to the ID of the first letter of the outbox in the state, and of the kind.
func findLetter(ts *testscript.TestScript, _ bool, args []string) {
	state, found, err := deliver.View(ts.MkAbs("state"))
	ts.Check(err)
	if !found {
		ts.Fatalf("there is no state")
	}
	defer state.Close()
	box, err := state.Outbox()
	ts.Check(err)
	for _, d := range box {
		if d.State == args[1] && (len(args) < 3 || d.Kind == args[2]) {
			ts.Setenv(args[0], d.ID)
			return
		}
	}
	ts.Fatalf("no letter is %s", args[1])
}
