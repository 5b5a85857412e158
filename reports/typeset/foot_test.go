package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// TestFootnotes: whatever the length of text and remarks, each remark stands
// whole, within the margins, and begins on the page of its number unless it
// belongs to too many.
func TestFootnotes(t *testing.T) {
	p, face := builtin(t)
	for n := 1; n <= 40; n++ {
		doc := &paper.Document{}
		for i := range n {
			note := fmt.Sprintf("ghi chú %d %s", i, strings.Repeat("dài ", (i*13)%60))
			doc.Body = append(doc.Body, &paper.Paragraph{Spans: []paper.Span{
				{Text: strings.Repeat("đoạn văn ", 5+(i*7)%50)}, {Text: "số", Note: note}, {Text: " hết."}}})
		}
		g, _ := layout(t.Context(), doc, p, face)
		for i, pg := range g.pages {
			checkInside(t, fmt.Sprintf("%d remarks, page %d", n, i+1), p, pg)
			if marks, notes := markNumbers(pg); !slices.Equal(marks, notes) {
				t.Errorf("%d remarks, page %d: numbers %v in the text, %v at the foot", n, i+1, marks, notes)
			}
			checkFoot(t, p, pg)
		}
	}
}

// markNumbers lists the numbers of remarks in the text and at the foot.
func markNumbers(pg page) (marks, notes []string) {
	for _, tx := range texts(pg) {
		switch {
		case tx.element == nil || tx.raise == 0:
		case tx.element.role == "Reference":
			marks = append(marks, tx.text)
		case tx.element.role == "Note":
			notes = append(notes, strings.TrimSpace(tx.text))
		}
	}
	return marks, notes
}

// checkFoot: no line of the text stands below the rule over the remarks.
func checkFoot(t *testing.T, p Profile, pg page) {
	t.Helper()
	top := pg.height
	for _, it := range pg.items {
		if r, ok := it.(rule); ok && r.x2-r.x1 == p.Foot.Rule && r.x1 == p.Page.Left {
			top = r.y1
		}
	}
	for _, tx := range texts(pg) {
		if note := tx.element != nil && tx.element.role == "Note"; note != (tx.y > top) {
			t.Errorf("%q stands at %s mm, the rule over the remarks at %s mm", tx.text, tx.y.mm(), top.mm())
		}
	}
}

// TestLongFootnote: a remark longer than a page goes on at the foot of the next
// and loses no word.
func TestLongFootnote(t *testing.T) {
	p, face := builtin(t)
	words := strings.Repeat("lời ghi chú rất dài ", 500)
	doc := &paper.Document{Body: paper.Blocks{&paper.Paragraph{Spans: []paper.Span{{Text: "Số", Note: words}}}}}
	g, _ := layout(t.Context(), doc, p, face)
	var got []string
	for i, pg := range g.pages {
		checkInside(t, fmt.Sprintf("page %d", i+1), p, pg)
		for _, tx := range texts(pg) {
			if tx.size == p.Foot.Size {
				got = append(got, strings.Fields(tx.text)...)
			}
		}
	}
	if strings.Join(got, " ") != strings.TrimSpace(words) {
		t.Errorf("%d words of %d stand at the foot of %d pages", len(got), len(strings.Fields(words)), len(g.pages))
	}
}
