package deliver

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected letters")

// pdf is as long as asked, of bytes that no encoding leaves as they are, with
// lines that begin with a dot.
func pdf(size int) []byte {
	b := []byte("%PDF-1.4\n.\r\n..\r\n\r\n.\r\n")
	for i := len(b); i < size; i++ {
		b = append(b, byte(i*i>>3))
	}
	return b
}

// draftLetter is a letter with a file to the recipient.
func draftLetter(to string) Letter {
	return Letter{
		Kind: Draft, About: "nam_2026-01-01_2026-12-31_v1",
		From: "Hội CCB phường Hoa Sen <ccb@hoasen.example.vn>", To: to,
		Subject: "Dự thảo: Báo cáo năm 2026", Text: "Kính gửi các đồng chí,\n.\n..\n",
		Files: []Attachment{{"bao-cao.pdf", pdf(3000)}},
		Date:  noon,
	}
}

func render(t *testing.T, l Letter) Message {
	t.Helper()
	m, err := l.Render()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// content is what a reader of a message finds.
type content struct {
	Header map[string]string
	Text   string
	Files  map[string]string
}

// read takes a message apart with the standard library, which has no part in
// making it.
func read(t *testing.T, eml []byte) content {
	t.Helper()
	msg, err := netmail.ReadMessage(bytes.NewReader(eml))
	if err != nil {
		t.Fatal(err)
	}
	c := content{map[string]string{}, "", map[string]string{}}
	for _, name := range []string{"From", "To"} {
		c.Header[name] = msg.Header.Get(name)
	}
	for _, name := range []string{"Subject", "Date", "Message-Id", "Auto-Submitted"} {
		if c.Header[name], err = new(mime.WordDecoder).DecodeHeader(msg.Header.Get(name)); err != nil {
			t.Fatal(err)
		}
	}
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if kind == "text/plain" {
		c.Text = decoded(t, msg.Header.Get("Content-Transfer-Encoding"), msg.Body)
		return c
	}
	for parts := multipart.NewReader(msg.Body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return c
		}
		if err != nil {
			t.Fatal(err)
		}
		text := decoded(t, part.Header.Get("Content-Transfer-Encoding"), part)
		if name := part.FileName(); name != "" {
			c.Files[name] = part.Header.Get("Content-Type") + "\n" + text
		} else {
			c.Text += text
		}
	}
}

func decoded(t *testing.T, encoding string, r io.Reader) string {
	t.Helper()
	switch encoding {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	default:
		t.Errorf("encoding %q", encoding)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRender(t *testing.T) {
	long := strings.Repeat("Báo cáo kết quả công tác Hội và phong trào thi đua ", 5)
	for _, tt := range []struct {
		name   string // of the golden file
		reason string
		letter Letter
	}{
		{"draft", "a file beside the text, lines that are a dot", draftLetter("Nguyễn Văn A <a@example.vn>")},
		{"final", "two files, answered by persons, a subject of many lines", Letter{
			Kind: Final, About: "nam_v1_chinh-thuc", From: `"Hội CCB, phường Hoa Sen" <ccb@hoasen.example.vn>`, To: "vp@danguy.example.vn",
			Subject: long, Text: "Kính gửi: Đảng ủy phường\n\n" + long + "=\n",
			Files: []Attachment{{"bao-cao.pdf", pdf(100)}, {"so-lieu.xlsx", []byte{0, '\r', '\n', 0xff}}}, Date: noon,
		}},
		{"reminder", "text alone", Letter{
			Kind: Reminder, About: "nam 2026-12-15", From: "ccb@hoasen.example.vn", To: "CT@Example.VN",
			Subject: "Nhắc hạn", Text: "Còn 3 chi hội.\n\n\n", Date: noon,
		}},
		{"failure", "ASCII alone, and no file type known", Letter{
			Kind: Failure, About: "x", From: "a@localhost", To: "b@localhost", Subject: "x", Text: "x", Date: noon,
			Files: []Attachment{{"x.bin", nil}},
		}},
	} {
		m := render(t, tt.letter)
		golden(t, filepath.Join("testdata", tt.name+".eml"), strings.ReplaceAll(string(m.Bytes), "\r\n", "\n"))
		if bare := regexp.MustCompile(`[^\r]\n|\r[^\n]|[^\n]$|[^\x00-\x7f]`).Find(m.Bytes); bare != nil {
			t.Errorf("%s: %q in the message", tt.reason, bare)
		}
		for line := range bytes.Lines(m.Bytes) {
			if len(line) > 998+2 {
				t.Errorf("%s: a line of %d characters: %q", tt.reason, len(line), line)
			}
		}
		got := read(t, m.Bytes)
		want := content{map[string]string{
			"Subject": strings.TrimSpace(tt.letter.Subject), "Date": "Wed, 01 Jul 2020 12:00:00 +0700",
			"Message-Id": "<" + m.ID + "@" + m.From[strings.IndexByte(m.From, '@')+1:] + ">", "Auto-Submitted": "auto-generated",
			"From": got.Header["From"], "To": got.Header["To"], // below
		}, strings.TrimRight(strings.ReplaceAll(tt.letter.Text, "\n", "\r\n"), "\r\n") + "\r\n", map[string]string{}}
		if tt.letter.Kind == Final {
			want.Header["Auto-Submitted"] = ""
		}
		for _, f := range tt.letter.Files {
			want.Files[f.Name] = fmt.Sprintf("%s; name=%q\n%s", fileType(f.Name), f.Name, f.Bytes)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: read back (-want +got):\n%s", tt.reason, diff)
		}
		for _, mailbox := range []struct{ written, address, header string }{
			{tt.letter.From, m.From, got.Header["From"]}, {tt.letter.To, m.To, got.Header["To"]},
		} {
			asked, err := netmail.ParseAddress(mailbox.written)
			found, err2 := netmail.ParseAddress(mailbox.header)
			if err != nil || err2 != nil || found.Name != asked.Name || found.Address != mailbox.address || !strings.EqualFold(asked.Address, mailbox.address) {
				t.Errorf("%s: %q became %q and %q", tt.reason, mailbox.written, mailbox.header, mailbox.address)
			}
		}
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestNothingOfThisMachineIsInALetter: go-mail would write its own name, that of
// the host, the time and a random boundary.
func TestNothingOfThisMachineIsInALetter(t *testing.T) {
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	first := render(t, draftLetter("a@example.vn"))
	for range 20 {
		if again := render(t, draftLetter("a@example.vn")); !bytes.Equal(again.Bytes, first.Bytes) {
			t.Fatal("the same letter has other bytes")
		}
	}
	for _, trace := range []string{"go-mail", "X-Mailer", "User-Agent", "@" + host} {
		if bytes.Contains(bytes.ToLower(first.Bytes), bytes.ToLower([]byte(trace))) {
			t.Errorf("the letter holds %q", trace)
		}
	}
}

func TestEqualContentToOneRecipientIsOneLetter(t *testing.T) {
	base := draftLetter("a@example.vn")
	text := base
	text.Files = nil
	for _, tt := range []struct {
		reason string
		of     Letter
		change func(*Letter)
		same   bool
	}{
		{"another date", base, func(l *Letter) { l.Date = l.Date.Add(time.Hour) }, true},
		{"the recipient's name, and capitals", base, func(l *Letter) { l.To = "Ông A <A@Example.VN>" }, true},
		{"another covering text for the same file", base, func(l *Letter) { l.Subject, l.Text = "y", "z" }, true},
		{"another sender", base, func(l *Letter) { l.From = "b@example.vn" }, true},
		{"another recipient", base, func(l *Letter) { l.To = "b@example.vn" }, false},
		{"a trial", base, func(l *Letter) { l.Meant = "b@example.vn" }, false},
		{"another kind", base, func(l *Letter) { l.Kind = Final }, false},
		{"another edition", base, func(l *Letter) { l.About += "x" }, false},
		{"another file", base, func(l *Letter) { l.Files = []Attachment{{"bao-cao.pdf", pdf(3001)}} }, false},
		{"a file more", base, func(l *Letter) { l.Files = append(l.Files[:1:1], Attachment{"x.pdf", nil}) }, false},
		{"without a file, another text", text, func(l *Letter) { l.Text += "x" }, false},
		{"without a file, another date", text, func(l *Letter) { l.Date = l.Date.Add(time.Hour) }, true},
	} {
		changed := tt.of
		tt.change(&changed)
		was, is := render(t, tt.of).ID, render(t, changed).ID
		if (was == is) != tt.same {
			t.Errorf("%s: the same letter is %v, want %v", tt.reason, was == is, tt.same)
		}
		if !regexp.MustCompile(`^[0-9a-f]{20}$`).MatchString(is) {
			t.Errorf("%s: ID %q", tt.reason, is)
		}
	}
}

func TestLettersThatAreNotRendered(t *testing.T) {
	for _, tt := range []struct {
		reason string
		change func(*Letter)
		want   string
	}{
		{"a header hidden in the subject", func(l *Letter) { l.Subject = "x\r\nBcc: evil@example.com" }, "control character"},
		{"a header hidden in a name", func(l *Letter) { l.To = "x\r\nBcc: evil@example.com\r\n <a@example.vn>" }, "no letter"},
		{"two recipients", func(l *Letter) { l.To = "a@example.vn,b@example.vn" }, "not a"},
		{"a sender that is none", func(l *Letter) { l.From = "Hội CCB" }, "no @"},
		{"a file name with marks", func(l *Letter) { l.Files = []Attachment{{"báo-cáo.pdf", nil}} }, "attach"},
		{"a file name that breaks its header", func(l *Letter) { l.Files = []Attachment{{"a\".pdf\r\nX: y", nil}} }, "attach"},
		{"no subject", func(l *Letter) { l.Subject = " " }, "no subject"},
		{"a subject without end", func(l *Letter) { l.Subject = strings.Repeat("ô", 301) }, "300"},
		{"no date", func(l *Letter) { l.Date = time.Time{} }, "no date"},
		{"an unknown kind", func(l *Letter) { l.Kind = "spam" }, "spam"},
	} {
		l := draftLetter("a@example.vn")
		tt.change(&l)
		if _, err := l.Render(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.reason, err, tt.want)
		}
	}
}
