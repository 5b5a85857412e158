package intake

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// A kind of token.
type tokenKind int

const (
	opened tokenKind = iota // name and attrs are set
	closed
	chars // text is set
)

// An attribute of a start tag, its value with references replaced.
type attribute struct{ name, value []byte }

// mostAttributes bounds what one tag may hold: the root of a workbook that uses
// every known extension has two dozen.
const mostAttributes = 200

// mostWide bounds a part in UTF-16, which takes several times its bytes to
// decode. No spreadsheet program writes any.
const mostWide = 8 << 20

// A scanner parts the text of an XML part into tokens and holds it to being
// well-formed: tags that match, one root, known references only, no document
// type. encoding/xml does the same in eight times the time, which is most of
// what reading an inbox would cost. After the first fault scan returns false
// for good; the fields of a token are good until the next element opens.
type scanner struct {
	part  string
	body  []byte
	pos   int
	limit int      // of depth
	open  [][]byte // the full names of the open elements
	empty bool     // the element just opened was empty: it closes next
	done  bool     // the root was closed
	err   error

	kind  tokenKind
	name  []byte // of an opened element, without prefix
	attrs []attribute
	text  []byte
	buf   []byte // holds what had references
}

func newScanner(part string, body []byte, depth int) scanner {
	s := scanner{part: part, limit: depth, open: make([][]byte, 0, 16), attrs: make([]attribute, 0, 16)}
	if isWide(body) && len(body) > mostWide {
		s.err = tooBig("%s: %d bytes of UTF-16", part, len(body))
		return s
	}
	s.body = utf8Part(body)
	if i := badChar(s.body); i >= 0 {
		s.fail("byte %d is no character", i)
	}
	return s
}

func (s *scanner) fail(format string, args ...any) bool {
	if s.err == nil {
		s.err = damaged("%s: %s", s.part, fmt.Sprintf(format, args...))
	}
	return false
}

func (s *scanner) depth() int { return len(s.open) }

// scan moves to the next token; it returns false at the end and at a fault.
func (s *scanner) scan() bool {
	if s.err != nil {
		return false
	}
	if s.empty {
		s.empty = false
		return s.pop()
	}
	for s.pos < len(s.body) {
		rest := s.body[s.pos:]
		if rest[0] != '<' {
			if s.scanText(rest) {
				return true
			}
		} else if s.scanMarkup(rest) {
			return true
		}
		if s.err != nil {
			return false
		}
	}
	switch {
	case len(s.open) > 0:
		return s.fail("breaks off inside %s", s.open[len(s.open)-1])
	case !s.done:
		return s.fail("no content")
	}
	return false
}

// scanMarkup reads what begins with "<"; false is for what is no token, or a
// fault.
func (s *scanner) scanMarkup(rest []byte) bool {
	switch {
	case len(rest) < 2:
		return s.fail("breaks off")
	case rest[1] == '/':
		return s.scanEnd(rest)
	case rest[1] == '?':
		return s.scanInstruction(rest)
	case rest[1] != '!':
		return s.scanStart(rest)
	case bytes.HasPrefix(rest, []byte("<!--")):
		end := bytes.Index(rest[4:], []byte("--"))
		if end < 0 || !bytes.HasPrefix(rest[4+end:], []byte("-->")) {
			return s.fail("a comment does not end")
		}
		s.pos += 4 + end + 3
		return false
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.open) > 0:
		end := bytes.Index(rest, []byte("]]>"))
		if end < 0 {
			return s.fail("a CDATA section does not end")
		}
		s.kind, s.text = chars, rest[9:end]
		s.pos += end + 3
		return true
	}
	return s.fail("a document type")
}

// scanInstruction passes over <?…?>. The declaration may stand at the beginning
// only, and what it says of the encoding must be what the bytes are.
func (s *scanner) scanInstruction(rest []byte) bool {
	end := bytes.Index(rest, []byte("?>"))
	n := nameEnd(rest[2:])
	if end < 0 || n == 0 {
		return s.fail("an instruction does not end")
	}
	if bytes.EqualFold(rest[2:2+n], []byte("xml")) {
		if s.pos > 0 {
			return s.fail("a declaration in the middle")
		}
		if declared(rest[:end], "version") != "1.0" {
			return s.fail("not XML 1.0")
		}
		if name := declared(rest[:end], "encoding"); name != "" && !slices.Contains(encodings, strings.ToLower(name)) {
			return s.fail("encoding %q", name)
		}
	}
	s.pos += end + 2
	return false
}

var encodings = []string{"utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be"}

// declared returns what a declaration says of a key, "" if nothing.
func declared(declaration []byte, key string) string {
	_, after, _ := bytes.Cut(declaration, []byte(key))
	after = bytes.TrimLeft(after, " \t\r\n=")
	if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
		return ""
	}
	value, _, _ := quoted(after)
	return string(value)
}

func (s *scanner) scanText(rest []byte) bool {
	end, plain := 0, true
	for end < len(rest) && rest[end] != '<' {
		if c := rest[end]; c == '&' || c == '\r' || c == ']' {
			plain = false
		}
		end++
	}
	raw := rest[:end]
	s.pos += end
	if len(s.open) == 0 {
		return !isBlank(raw) && s.fail("text beside the root")
	}
	s.kind, s.text = chars, raw
	if plain {
		return true
	}
	if bytes.Contains(raw, []byte("]]>")) {
		return s.fail("]]> in text")
	}
	s.text = s.resolve(raw)
	return s.err == nil
}

// resolve replaces the references in raw.
func (s *scanner) resolve(raw []byte) []byte {
	from := len(s.buf)
	var ok bool
	if s.buf, ok = appendText(s.buf, raw); !ok {
		s.fail("an unknown reference in %.40q", raw)
	}
	return s.buf[from:]
}

func (s *scanner) scanEnd(rest []byte) bool {
	n := nameEnd(rest[2:])
	i := skipSpace(rest, 2+n)
	if i == len(rest) || rest[i] != '>' {
		return s.fail("an end tag does not end")
	}
	if len(s.open) == 0 || !bytes.Equal(rest[2:2+n], s.open[len(s.open)-1]) {
		return s.fail("</%s> closes nothing", rest[2:2+n])
	}
	s.pos += i + 1
	return s.pop()
}

func (s *scanner) pop() bool {
	s.open = s.open[:len(s.open)-1]
	s.done = len(s.open) == 0
	s.kind = closed
	return true
}

func (s *scanner) scanStart(rest []byte) bool {
	n := nameEnd(rest[1:])
	name := rest[1 : 1+n]
	switch {
	case len(local(name)) == 0:
		return s.fail("a tag without a name")
	case s.done:
		return s.fail("<%s> beside the root", name)
	case len(s.open) >= s.limit:
		return s.fail("elements nest deeper than %d", s.limit)
	}
	s.attrs, s.buf = s.attrs[:0], s.buf[:0]
	i := 1 + n
	for {
		at := skipSpace(rest, i)
		switch {
		case at == len(rest):
			return s.fail("<%s> does not end", name)
		case rest[at] == '>':
			return s.push(name, at+1)
		case rest[at] == '/' && at+1 < len(rest) && rest[at+1] == '>':
			s.empty = true
			return s.push(name, at+2)
		case at == i:
			return s.fail("attributes of <%s> touch", name)
		}
		if i = s.scanAttribute(rest, at); i < 0 {
			return false
		}
	}
}

func (s *scanner) push(name []byte, length int) bool {
	s.open = append(s.open, name)
	s.kind, s.name = opened, local(name)
	s.pos += length
	return true
}

// scanAttribute reads name="value" at i and returns the place after it, -1 for
// a fault.
func (s *scanner) scanAttribute(rest []byte, i int) int {
	n := nameEnd(rest[i:])
	name := rest[i : i+n]
	i = skipSpace(rest, i+n)
	if len(local(name)) == 0 || i == len(rest) || rest[i] != '=' {
		s.fail("an attribute without a value")
		return -1
	}
	i = skipSpace(rest, i+1)
	if i == len(rest) || rest[i] != '"' && rest[i] != '\'' {
		s.fail("attribute %s without quotes", name)
		return -1
	}
	value, plain, ok := quoted(rest[i:])
	if !ok || s.has(name) || len(s.attrs) == mostAttributes {
		s.fail("attribute %s does not end, holds a tag, stands twice, or is one too many", name)
		return -1
	}
	i += len(value) + 2
	if !plain {
		value = s.resolve(value)
	}
	s.attrs = append(s.attrs, attribute{name, value})
	if s.err != nil {
		return -1
	}
	return i
}

// quoted returns what stands between the quotes that b begins with; plain is
// false if it must be resolved. A value holds no "<" (XML 1.0, production 10).
func quoted(b []byte) (value []byte, plain, ok bool) {
	plain = true
	for i := 1; i < len(b); i++ {
		switch c := b[i]; c {
		case b[0]:
			return b[1:i], plain, true
		case '&', '\r':
			plain = false
		case '<':
			return nil, false, false
		}
	}
	return nil, false, false
}

func (s *scanner) has(name []byte) bool {
	for _, a := range s.attrs {
		if bytes.Equal(a.name, name) {
			return true
		}
	}
	return false
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	return i
}
