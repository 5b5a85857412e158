package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// TestContents: a long document ends with a table of contents whose numbers are
// those of the pages on which the headings stand; a shorter one has none.
func TestContents(t *testing.T) {
	p, face := builtin(t)
	doc := longDocument(40)
	g, _ := layout(t.Context(), doc, p, face)
	for _, pg := range g.pages {
		if holds(pg, p.Words.Contents) {
			t.Errorf("a document of %d pages has a table of contents", len(g.pages))
		}
	}
	p.Contents.From = 3
	g, findings := layout(t.Context(), doc, p, face)
	if len(findings) > 0 {
		t.Errorf("findings %v", findings)
	}
	printed := contentsLines(t, g.pages, p)
	for i, pg := range g.pages {
		for _, it := range pg.items {
			b, ok := it.(bookmark)
			if !ok || b.title == p.Words.Contents || strings.HasPrefix(b.title, "Phụ lục") {
				continue
			}
			if printed[b.title] != strconv.Itoa(i+1) {
				t.Errorf("%q is said to stand on page %q, stands on %d", b.title, printed[b.title], i+1)
			}
		}
	}
	if got := printed["Phụ lục. BẢNG"]; !strings.HasSuffix(got, " trang") {
		t.Errorf("the annex is said to have %q", got)
	}
}

// contentsLines reads the table of contents: titles and what stands at the right
// margin.
func contentsLines(t *testing.T, pages []page, p Profile) map[string]string {
	t.Helper()
	printed := map[string]string{}
	listed := false
	for _, pg := range pages {
		if listed = listed || holds(pg, p.Words.Contents); !listed {
			continue
		}
		title := ""
		for _, tx := range texts(pg) {
			switch {
			case tx.tie != nil && tx.tie.link != "":
				title = tx.text
			case tx.element != nil && tx.element.role == "TOCI":
				if tx.x+tx.width != pg.width-p.Page.Right {
					t.Errorf("%q does not end at the margin", tx.text)
				}
				printed[title] = tx.text
			}
		}
	}
	return printed
}

// TestLinks: an independent reader follows the links to the pages of their
// anchors and back; a link that leads nowhere is none.
func TestLinks(t *testing.T) {
	doc := &paper.Document{Body: paper.Blocks{&paper.Paragraph{Spans: []paper.Span{
		{Text: "Toàn Hội có "}, {Text: "1.862", Anchor: "in 1", Link: "nguồn 1"}, {Text: " hội viên, "},
		{Text: "812", Link: "không có"}, {Text: " lượt."}}}}}
	for i := range 2 {
		doc.Annexes = append(doc.Annexes, paper.Annex{Label: "Phụ lục", Title: fmt.Sprint("BẢNG ", i)})
	}
	doc.Annexes[1].Body = paper.Blocks{&paper.Paragraph{Spans: []paper.Span{
		{Text: "Hội viên", Anchor: "nguồn 1"}, {Text: ": "}, {Text: "trang 1", Link: "in 1"}}}}
	pdf := render(t, doc).PDF
	out := tool(t, pdf, "pdftohtml", "-xml", "-stdout", "-i", "PDF")
	for words, page := range map[string]int{"1.862": 3, "trang 1": 1} {
		_, rest, _ := strings.Cut(out, fmt.Sprintf(`#%d">`, page))
		if !strings.HasPrefix(strings.TrimSpace(rest), words) {
			t.Errorf("%q does not lead to page %d:\n%s", words, page, out)
		}
	}
	if n := strings.Count(out, "<a href"); n != 2 {
		t.Errorf("%d links, want 2", n)
	}
	if structure := tool(t, pdf, "pdfinfo", "-struct", "PDF"); strings.Count(structure, "Object ") != 2 {
		t.Errorf("the structure does not lead to the links:\n%s", structure)
	}
}
