package viet

import (
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Windows1258 reads bytes in the code page of Vietnamese Windows, where a tone is
// a character of its own behind its vowel; they come back composed (NFC).
func Windows1258(data []byte) string {
	text, err := charmap.Windows1258.NewDecoder().Bytes(data)
	if err != nil {
		return string(data) // a table of single bytes decodes anything
	}
	return norm.NFC.String(string(text))
}

// IsWindows1258 tells by evidence whether bytes are in that code page: read so,
// more words are Vietnamese syllables than in any other encoding of one byte a
// letter, and half of those beyond ASCII are.
func IsWindows1258(data []byte) bool {
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	raw := string(runes)
	best := quality(Windows1258(data), 2)
	for _, other := range []string{raw, decodeAs(raw, TCVN3), decodeAs(raw, VNI)} {
		if quality(other, 2).good >= best.good {
			return false
		}
	}
	return 2*best.good >= best.words
}
