package workbook

import (
	"strings"
	"testing"
)

func TestFitted(t *testing.T) {
	long := strings.Repeat("Chi hội ghi số tiền thăm hỏi khác nhau. ", 900)
	for _, c := range []struct {
		reason, text string
		chars        float64
		lines        int
	}{
		{"nothing is one line", "", 10, 1},
		{"a short text is one line", "Đúng", 10, 1},
		{"paragraphs begin anew", "Đúng\nSai", 10, 2},
		{"words go on in the next line", "Chi hội thôn Đình Cả", 10, 3},
		{"a word that no line holds is broken", strings.Repeat("m", 20), 10, 5},
	} {
		if got := linesIn(c.text, c.chars, 13); got != c.lines {
			t.Errorf("%s: %d lines, want %d", c.reason, got, c.lines)
		}
		if text, height := fitted(c.text, c.chars, 13); text != c.text || height != heightOf(c.lines, 13) {
			t.Errorf("%s: %q, %v points", c.reason, text, height)
		}
	}
	text, height := fitted(long, 38, 13)
	if height > mostHeight || !strings.HasSuffix(text, "…") || !strings.HasPrefix(long, strings.TrimSuffix(text, "…")) || len(text) < 500 {
		t.Errorf("%d bytes, %v points", len(text), height)
	}
	if linesIn(text, 38, 13) > linesIn(long, 38, 13) || heightOf(linesIn(text, 38, 13), 13) > mostHeight {
		t.Error("what was cut does not fit")
	}
}
