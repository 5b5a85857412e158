package intake

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// utf8Part returns the text of an XML part in UTF-8 without its byte order
// mark. The format allows UTF-16 as well: then the mark tells, or the first "<".
func utf8Part(body []byte) []byte {
	switch {
	case isUTF16(body):
		return []byte(decodeUTF16(body))
	case bytes.HasPrefix(body, []byte{'<', 0}):
		return []byte(decodeUTF16(append([]byte{0xFF, 0xFE}, body...)))
	case bytes.HasPrefix(body, []byte{0, '<'}):
		return []byte(decodeUTF16(append([]byte{0xFE, 0xFF}, body...)))
	}
	return bytes.TrimPrefix(body, []byte("\uFEFF"))
}

// isWide reports whether an XML part is in UTF-16.
func isWide(body []byte) bool {
	return isUTF16(body) || bytes.HasPrefix(body, []byte{'<', 0}) || bytes.HasPrefix(body, []byte{0, '<'})
}

func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF})
}

// decodeUTF16 decodes text that begins with a byte order mark. Half a unit at
// the end is text that was cut; it becomes U+FFFD, which is seen.
func decodeUTF16(data []byte) string {
	order := binary.ByteOrder(binary.LittleEndian)
	if data[0] == 0xFE {
		order = binary.BigEndian
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	if len(data)%2 == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// badChar returns the place of the first byte of b that is no part of a
// character of XML 1.0, -1 if there is none. It takes eight plain bytes at once:
// a sheet is little else.
func badChar(b []byte) int {
	const high, low, space = 0x8080808080808080, 0x0101010101010101, 0x2020202020202020
	for i := 0; i < len(b); {
		if i+8 <= len(b) {
			x := binary.LittleEndian.Uint64(b[i:])
			if (x|(x-space)&^x)&high == 0 || (x|(x-low*9)&^x)&high == 0 && plainLines(b[i:i+8]) {
				i += 8
				continue
			}
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size < 2 || !isXMLChar(r) {
			return i
		}
		i += size
	}
	return -1
}

// plainLines reports whether b holds no control characters but white space.
func plainLines(b []byte) bool {
	for _, c := range b {
		if c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}

// isXMLChar is production 2 of XML 1.0.
func isXMLChar(r rune) bool {
	return r >= ' ' && r < 0xD800 || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF ||
		r == '\t' || r == '\n' || r == '\r'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isBlank(b []byte) bool {
	for _, c := range b {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

// nameEnd returns the length of the name that b begins with, 0 if it begins
// with none. Letters beyond ASCII are not looked at closer.
func nameEnd(b []byte) int {
	for i, c := range b {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf:
		case i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':'):
		default:
			return i
		}
	}
	return len(b)
}

// local takes the prefix off a name.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// appendText appends raw text to dst with its references replaced and its line
// ends as XML reads them. It reports false for a reference that is none of the
// five of XML nor a character's number: there is no document type to name more.
func appendText(dst, raw []byte) ([]byte, bool) {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '&':
			end := bytes.IndexByte(raw[i:], ';')
			if end < 0 {
				return dst, false
			}
			r, ok := reference(raw[i+1 : i+end])
			if !ok {
				return dst, false
			}
			dst = utf8.AppendRune(dst, r)
			i += end
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				dst = append(dst, '\n')
			}
		default:
			dst = append(dst, c)
		}
	}
	return dst, true
}

// reference returns the character that &name; stands for.
func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := bytes.CutPrefix(name, []byte("#"))
	base := rune(10)
	if hex, isHex := bytes.CutPrefix(digits, []byte("x")); isHex {
		digits, base = hex, 16
	}
	if !ok || len(digits) == 0 {
		return 0, false
	}
	n := rune(0)
	for _, c := range digits {
		d := digit(c)
		if n = n*base + d; d >= base || n > utf8.MaxRune {
			return 0, false
		}
	}
	return n, isXMLChar(n)
}

// digit returns the value of a hexadecimal digit, 16 for what is none.
func digit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c - 'a' + 10)
	case c >= 'A' && c <= 'F':
		return rune(c - 'A' + 10)
	}
	return 16
}
