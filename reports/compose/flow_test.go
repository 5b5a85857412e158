package compose

import (
	"fmt"
	"strings"
	"testing"
)

// TestBounded cuts paragraphs that nobody could read aloud. In these cases P12 is what
// the ward wrote, S12 what the template says, of so many words each.
func TestBounded(t *testing.T) {
	for _, tt := range []struct{ reason, sentences, want string }{
		{"short", "P10 S20", "P10 S20"},
		{"just enough", "S60 S60", "S60 S60"},
		{"before what is too much", "S60 S61", "S60 / S61"},
		{"a topic stays with its figures", "P50 S30 P20 S30", "P50 S30 / P20 S30"},
		{"a topic that begins", "P50 S60 P20 S30", "P50 S60 / P20 S30"},
		{"the last of several topics", "P30 S30 P30 P20 S30", "P30 S30 P30 / P20 S30"},
		{"nothing to cut at", "P100 S30", "P100 / S30"},
		{"longer than any paragraph", "S10 P130 S10", "S10 / P130 / S10"},
		{"cut more than once", "S50 S60 S50 S60", "S50 S60 / S50 S60"},
	} {
		c := &composer{ledger: newLedger()}
		var sentences []text
		for word := range strings.FieldsSeq(tt.sentences) {
			sentences = append(sentences, sampled(c, word))
		}
		var got []string
		for _, p := range c.bounded(sentences) {
			if n := c.length(p); n > maxWords && !strings.Contains(tt.sentences, "P130") {
				t.Errorf("%s: %d words", tt.reason, n)
			}
			got = append(got, namesIn(c, p))
		}
		if strings.Join(got, " / ") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, strings.Join(got, " / "), tt.want)
		}
	}
}

// sampled is a sentence of so many words, the first of which is its name.
func sampled(c *composer, name string) text {
	var n int
	fmt.Sscanf(name[1:], "%d", &n)
	words := name + strings.Repeat(" x", n-1)
	if name[0] == 'P' {
		return styled(c.put(token{kind: prose, text: words}), 0)
	}
	return styled(words, 0)
}

func namesIn(c *composer, t text) string {
	var out []string
	for word := range strings.FieldsSeq(plainText(c.spans(t))) {
		if word != "x" {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}
