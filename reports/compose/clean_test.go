package compose

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ccbreport/reports/paper"
)

// checkClean holds what is true of every document: no token, no mark of a
// clause, no action, no blank line, NFC.
func checkClean(t testing.TB, doc *paper.Document) {
	t.Helper()
	spans := documentSpans(doc)
	if len(spans) == 0 {
		t.Error("document without words")
	}
	for _, s := range spans {
		if strings.ContainsFunc(s.Text, isToken) {
			t.Errorf("token left in %q", s.Text)
		}
		if s.Source == "" && strings.ContainsAny(s.Text, "⟦⟧") || s.Source == "" && strings.Contains(s.Text, "{{") {
			t.Errorf("mark left in %q", s.Text)
		}
		if strings.ContainsAny(s.Text, "\n\r\t") || !norm.NFC.IsNormalString(s.Text) {
			t.Errorf("text not clean: %q", s.Text)
		}
	}
}

// documentSpans returns everything that is printed.
func documentSpans(doc *paper.Document) []paper.Span {
	spans := []paper.Span{{Text: doc.Head.Subject}}
	if doc.Draft != nil {
		spans = append(spans, paper.Span{Text: strings.Join(doc.Draft.Missing, " ")})
	}
	all := doc.Body
	for _, a := range doc.Annexes {
		spans = append(spans, paper.Span{Text: a.Title + a.Reference + a.Label})
		all = append(all[:len(all):len(all)], a.Body...)
	}
	for _, b := range all {
		switch b := b.(type) {
		case *paper.Heading:
			spans = append(spans, paper.Span{Text: b.Label})
			spans = append(spans, b.Title...)
		case *paper.Paragraph:
			spans = append(spans, b.Spans...)
		case *paper.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					spans = append(spans, c...)
				}
			}
		}
	}
	return spans
}
