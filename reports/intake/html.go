package intake

import (
	"html"
	"strings"

	"ccbreport/reports/viet"
)

// A htmlTag is one tag of a page: "td", with its attributes as they stand.
type htmlTag struct {
	name, attrs string
	closing     bool
}

// A htmlScanner parts a page into tags and the text between them. Pages that
// programs save as workbooks are written by hand or by string, so nothing is
// said against tags that do not match.
type htmlScanner struct {
	rest string
	tag  htmlTag
	text string // before the tag, references replaced
}

// isHTML reports whether a file is a page with a table or the beginnings of one,
// whatever its name says.
func isHTML(data []byte) bool {
	head := data[:min(len(data), 4096)]
	if isUTF16(head) {
		head = []byte(decodeUTF16(head[:len(head)&^1]))
	}
	text := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), "\uFEFF"), " \t\r\n"))
	if !strings.HasPrefix(text, "<") {
		return false
	}
	for _, mark := range []string{"<html", "<!doctype html", "<table", "<body", "<head>", "<meta", "<style"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// htmlText returns the text of a page; what it says of the code page of
// Vietnamese Windows is believed, anything else is seen in its bytes.
func htmlText(data []byte) (string, error) {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	if _, after, ok := strings.Cut(head, "charset="); ok && strings.HasPrefix(strings.Trim(after, `"' `), "windows-1258") {
		return viet.Windows1258(data), nil
	}
	return decodeText(data)
}

// next moves to the next tag; at the end it returns false, and text is what was
// left.
func (s *htmlScanner) next() bool {
	for from := 0; ; {
		i := strings.IndexByte(s.rest[from:], '<')
		if i < 0 {
			s.text, s.tag, s.rest = html.UnescapeString(s.rest), htmlTag{}, ""
			return false
		}
		i += from
		tag, length := readTag(s.rest[i:])
		if length == 0 { // "a < b"
			from = i + 1
			continue
		}
		s.text, s.tag, s.rest = html.UnescapeString(s.rest[:i]), tag, s.rest[i+length:]
		s.skipUnseen()
		return true
	}
}

// skipUnseen passes over what stands inside an element that no page shows.
func (s *htmlScanner) skipUnseen() {
	switch s.tag.name {
	case "script", "style", "title", "xml":
		if i := indexFold(s.rest, "</"+s.tag.name); i >= 0 && !s.tag.closing {
			s.rest = s.rest[i:]
		} else if !s.tag.closing {
			s.rest = ""
		}
	}
}

// indexFold is strings.Index for a word of small letters, in any case.
func indexFold(s, word string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], word[:2])
		if i < 0 {
			return -1
		}
		if i += from; begins(s[i:], word) {
			return i
		}
		from = i + 2
	}
}

func begins(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[:len(word)], word)
}

// readTag reads the tag, comment or declaration that s begins with; length 0 is
// for a sign that begins none.
func readTag(s string) (tag htmlTag, length int) {
	switch {
	case strings.HasPrefix(s, "<!--"):
		return tag, endOf(s, "-->")
	case strings.HasPrefix(s, "<!") || strings.HasPrefix(s, "<?"):
		return tag, endOf(s, ">")
	}
	name := s[1:]
	if tag.closing = strings.HasPrefix(name, "/"); tag.closing {
		name = name[1:]
	}
	n := nameEnd([]byte(name[:min(len(name), 40)]))
	if n == 0 {
		return htmlTag{}, 0
	}
	tag.name = strings.ToLower(name[:n])
	start := len(s) - len(name) + n
	quote := byte(0)
	for i := start; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && s[i-1] == '=':
			quote = c
		case c == '>':
			tag.attrs = s[start:i]
			return tag, i + 1
		}
	}
	return tag, len(s)
}

func endOf(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// attr returns the value of an attribute, "" if there is none.
func (t htmlTag) attr(name string) string {
	for rest := t.attrs; ; {
		i := strings.IndexByte(rest, '=')
		if i < 0 {
			return ""
		}
		words := strings.Fields(rest[:i])
		value := strings.TrimLeft(rest[i+1:], " \t\r\n")
		end := strings.IndexAny(value, " \t\r\n")
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			quote := value[:1]
			value = value[1:]
			end = strings.Index(value, quote)
		}
		if end < 0 {
			end = len(value)
		}
		if len(words) > 0 && strings.EqualFold(words[len(words)-1], name) {
			return html.UnescapeString(value[:end])
		}
		rest = strings.TrimPrefix(value[end:], `"`)
	}
}
