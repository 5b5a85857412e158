package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports/archive"

	"github.com/rogpeppe/go-internal/testscript"
)

// fetchMailbox is the script command
//
//	fetch FOLDER MAILBOX
//
// It waits until the server has delivered all that it accepted.
func fetchMailbox(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: fetch FOLDER MAILBOX")
	}
	post := ts.Getenv("POSTOFFICE")
	ts.Check(waitForDelivery(filepath.Join(post, "queue")))
	ca, err := os.ReadFile(filepath.Join(post, "ca.pem"))
	ts.Check(err)
	letters, err := readMailbox(net.JoinHostPort("localhost", ts.Getenv("IMAPS")), ca, args[1])
	ts.Check(err)
	dir := ts.MkAbs(args[0])
	ts.Check(os.RemoveAll(dir))
	ts.Check(os.MkdirAll(dir, 0o777))
	for i, letter := range letters {
		ts.Check(os.WriteFile(filepath.Join(dir, fmt.Sprint(i+1)+".eml"), letter, 0o666))
	}
}

// waitForDelivery waits until no letter is on its way. A letter moves through the
// queues in this order, so that none slips past.
func waitForDelivery(queue string) error {
	deadline := time.Now().Add(30 * time.Second)
	for {
		waiting := 0
		for _, name := range []string{"maildrop", "incoming", "active", "deferred"} {
			err := filepath.WalkDir(filepath.Join(queue, name), func(_ string, d fs.DirEntry, err error) error {
				if err == nil && d.Type().IsRegular() {
					waiting++
				}
				if errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		if waiting == 0 {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("wait for delivery: %d letters stay in the queue", waiting)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// readMailbox reads every letter of a mailbox, the oldest first.
func readMailbox(address string, ca []byte, name string) (letters [][]byte, err error) {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	conn, err := tls.Dial("tcp", address, &tls.Config{RootCAs: roots})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if err := conn.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		return nil, err
	}
	in := bufio.NewReader(conn)
	for _, command := range []string{
		"LOGIN " + name + " " + strconv.Quote(secret), "EXAMINE INBOX", "UID FETCH 1:* BODY.PEEK[]", "LOGOUT",
	} {
		if _, err := fmt.Fprintf(conn, "a %s\r\n", command); err != nil {
			return nil, err
		}
		got, err := readAnswer(in)
		if err != nil {
			return nil, fmt.Errorf("%.5s: %w", command, err)
		}
		letters = append(letters, got...)
	}
	return letters, nil
}

// readAnswer reads what a server says to one command, and returns the literals in
// it (RFC 3501, 4.3).
func readAnswer(in *bufio.Reader) (literals [][]byte, err error) {
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		line = strings.TrimSpace(line)
		switch answer, tagged := strings.CutPrefix(line, "a "); {
		case tagged && strings.HasPrefix(answer, "OK"):
			return literals, nil
		case tagged:
			return nil, errors.New(answer)
		}
		open := strings.LastIndexByte(line, '{')
		if open < 0 || !strings.HasSuffix(line, "}") {
			continue
		}
		size, err := strconv.Atoi(line[open+1 : len(line)-1])
		if err != nil {
			return nil, err
		}
		literal := make([]byte, size)
		if _, err := io.ReadFull(in, literal); err != nil {
			return nil, err
		}
		literals = append(literals, literal)
	}
}

// A piece is one part of a letter.
type piece struct {
	name string // of an attached file, as it is written; "" for the text
	kind string
	data []byte
}

// pieces takes a letter apart.
func pieces(ts *testscript.TestScript, name string) (mail.Header, []piece) {
	letter, err := mail.ReadMessage(strings.NewReader(ts.ReadFile(name)))
	ts.Check(err)
	kind, params, err := mime.ParseMediaType(letter.Header.Get("Content-Type"))
	ts.Check(err)
	if !strings.HasPrefix(kind, "multipart/") {
		return letter.Header, []piece{{"", kind, decode7bit(ts, letter.Header.Get("Content-Transfer-Encoding"), letter.Body)}}
	}
	var list []piece
	parts := multipart.NewReader(letter.Body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return letter.Header, list
		}
		ts.Check(err)
		kind, _, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		ts.Check(err)
		list = append(list, piece{part.FileName(), kind, decode7bit(ts, part.Header.Get("Content-Transfer-Encoding"), part)})
	}
}

func decode7bit(ts *testscript.TestScript, encoding string, body io.Reader) []byte {
	switch encoding {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	default:
		ts.Fatalf("a part is encoded as %q", encoding)
	}
	data, err := io.ReadAll(body)
	ts.Check(err)
	return data
}

// openLetter prints what a mail program shows of a letter.
func openLetter(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: open LETTER")
	}
	header, parts := pieces(ts, args[0])
	out := ts.Stdout()
	var words mime.WordDecoder
	for _, key := range []string{"From", "To", "Subject", "Auto-Submitted"} {
		value, err := words.DecodeHeader(header.Get(key))
		ts.Check(err)
		if value != "" {
			fmt.Fprintf(out, "%s: %s\n", key, value)
		}
	}
	for _, p := range parts {
		if p.name != "" {
			fmt.Fprintf(out, "File: %s (%s)\n", p.name, p.kind)
		}
	}
	for _, p := range parts {
		if p.name == "" {
			text := bytes.ReplaceAll(p.data, []byte("\r\n"), []byte("\n"))
			if m := codeOfLetter.FindSubmatch(text); m != nil {
				ts.Setenv("CODE", string(m[1]))
			}
			text = codeOfLetter.ReplaceAll(text, []byte("MÃ DUYỆT: ???-???"))
			fmt.Fprintf(out, "\n%s", idOfLetter.ReplaceAll(text, []byte("outbox $1 MÃ-THƯ")))
		}
	}
}

// What a letter says of a draft and of another letter is something else whenever a
// template or the program is.
var (
	codeOfLetter = regexp.MustCompile(`MÃ DUYỆT: (\S+)`)
	idOfLetter   = regexp.MustCompile(`outbox (retry|cancel|confirm) [0-9a-f]{8}`)
)

// archived wants a letter to carry one file, which is the report of an edition.
func archived(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: archived LETTER EDITION")
	}
	var m archive.Manifest
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(filepath.Join(args[1], "manifest.json"))), &m))
	_, parts := pieces(ts, args[0])
	if len(parts) != 2 || parts[0].name != "" || parts[1].name == "" {
		ts.Fatalf("%s has other parts than a text and a file", args[0])
	}
	sum := archive.Sum(parts[1].data)
	if !slices.ContainsFunc(m.Outputs, func(h archive.Hashed) bool {
		return h.SHA256 == sum && strings.HasPrefix(h.Name, strings.TrimSuffix(archive.PDF, filepath.Ext(archive.PDF)))
	}) {
		ts.Fatalf("%s carries %s, which is not the report of %s", args[0], sum, args[1])
	}
}

// leaks wants a password to stand in one of the files, in clear or as it is sent;
// with "!", in none.
func leaks(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: leaks PASSWORD PATH…")
	}
	password := args[0]
	forms := []string{password}
	for _, text := range []string{password, "\x00hoiccb\x00" + password} {
		forms = append(forms, base64.StdEncoding.EncodeToString([]byte(text)))
	}
	var found []string
	looked := 0
	for _, arg := range args[1:] {
		ts.Check(filepath.WalkDir(ts.MkAbs(arg), func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			looked++
			data, err := os.ReadFile(name)
			if slices.ContainsFunc(forms, func(form string) bool { return bytes.Contains(data, []byte(form)) }) {
				found = append(found, name)
			}
			return err
		}))
	}
	switch {
	case looked == 0:
		ts.Fatalf("there is no file in %v", args)
	case neg && len(found) > 0:
		ts.Fatalf("the password stands in %v", found)
	case !neg && len(found) == 0:
		ts.Fatalf("the password stands nowhere in %v", args)
	}
}
