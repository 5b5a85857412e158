package batch

import (
	"encoding/xml"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"ccbreport/reports/paper"
)

// A pdfLink is a link as an independent reader finds it in the file.
type pdfLink struct {
	page           int // counted from 0
	x1, y1, x2, y2 float64
	to             int
	top            float64 // of the place that it leads to, from the bottom of its page
	says           string  // to who cannot see the page
}

// A pdfRune is one letter on a page; y is its baseline from the top.
type pdfRune struct {
	x, y, size float64
	c          string
}

type pdfPage struct {
	height float64
	runes  []pdfRune
}

// mutool runs mutool on a file; the test is skipped where there is none.
func mutool(t *testing.T, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("mutool"); err != nil {
		t.Skip("mutool is not installed")
	}
	out, err := exec.Command("mutool", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

var (
	pageNumber = regexp.MustCompile(`page (\d+) = (\d+) 0 R`)
	annotsOf   = regexp.MustCompile(`^(\d+) 0 obj .*/Annots\[([^\]]*)\]`)
	linkObject = regexp.MustCompile(`^(\d+) 0 obj .*/Contents<FEFF([0-9A-F]*)>/Dest\[(\d+) 0 R/XYZ null ([\d.]+) null\].*/Rect\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\].*/Subtype/Link/`)
)

// pdfLinks reads the links of a file, page by page.
func pdfLinks(t *testing.T, file string) []pdfLink {
	t.Helper()
	pages := map[string]int{} // by object
	for _, m := range pageNumber.FindAllStringSubmatch(mutool(t, "show", file, "pages"), -1) {
		n, _ := strconv.Atoi(m[1])
		pages[m[2]] = n - 1
	}
	holder := map[string]int{} // page by the object of a link
	var links []pdfLink
	lines := strings.Split(mutool(t, "show", file, "grep"), "\n")
	for _, line := range lines {
		if m := annotsOf.FindStringSubmatch(line); m != nil {
			for _, ref := range strings.Split(m[2], " 0 R") {
				holder[strings.TrimSpace(ref)] = pages[m[1]]
			}
		}
	}
	for _, line := range lines {
		m := linkObject.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		f := func(i int) float64 { v, _ := strconv.ParseFloat(m[i], 64); return v }
		page, held := holder[m[1]]
		to, exists := pages[m[3]]
		if !held || !exists {
			t.Errorf("link %s stands on no page or leads to none", m[1])
		}
		links = append(links, pdfLink{page, f(5), f(6), f(7), f(8), to, f(4), utf16Text(m[2])})
	}
	return links
}

// utf16Text reads a text string in hexadecimal digits.
func utf16Text(hex string) string {
	var units []uint16
	for i := 0; i+4 <= len(hex); i += 4 {
		n, _ := strconv.ParseUint(hex[i:i+4], 16, 16)
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}

// pdfPages reads the letters of every page.
func pdfPages(t *testing.T, file string) []pdfPage {
	t.Helper()
	var doc struct {
		Pages []struct {
			Height float64 `xml:"height,attr"`
			Fonts  []struct {
				Size  float64 `xml:"size,attr"`
				Chars []struct {
					X float64 `xml:"x,attr"`
					Y float64 `xml:"y,attr"`
					C string  `xml:"c,attr"`
				} `xml:"char"`
			} `xml:"block>line>font"`
		} `xml:"page"`
	}
	if err := xml.Unmarshal([]byte(mutool(t, "draw", "-q", "-F", "stext", file)), &doc); err != nil {
		t.Fatal(err)
	}
	var pages []pdfPage
	for _, p := range doc.Pages {
		page := pdfPage{height: p.Height}
		for _, f := range p.Fonts {
			for _, c := range f.Chars {
				page.runes = append(page.runes, pdfRune{c.X, c.Y, f.Size, c.C})
			}
		}
		pages = append(pages, page)
	}
	return pages
}

// all is the text of a page in the order of the file.
func (p pdfPage) all() string {
	var b strings.Builder
	for _, r := range p.runes {
		b.WriteString(r.c)
	}
	return b.String()
}

// text is what stands between two places of a line, in its order.
func (p pdfPage) text(x1, x2 float64, line func(r pdfRune) bool) string {
	var found []pdfRune
	for _, r := range p.runes {
		if r.x > x1-1 && r.x < x2-0.5 && line(r) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b pdfRune) int { return int(math.Round(100 * (a.x - b.x))) })
	var b strings.Builder
	for _, r := range found {
		b.WriteString(r.c)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// under is the text under a link, target the line that it leads to.
func (l pdfLink) under(pages []pdfPage) string {
	p := pages[l.page]
	return p.text(l.x1, l.x2, func(r pdfRune) bool { return p.height-r.y > l.y1 && p.height-r.y < l.y2 })
}

func (l pdfLink) target(pages []pdfPage, x1, x2 float64) string {
	p := pages[l.to]
	return p.text(x1, x2, func(r pdfRune) bool { return math.Abs(p.height-l.top+2*r.size-r.y) < 0.6 })
}

// TestSourcesLinks: in the sample's PDF an independent reader finds a link on
// every printed figure, each leads to the place of its row, and each row's leads
// back to the first place that prints it.
func TestSourcesLinks(t *testing.T) {
	w, err := examine(t.Context(), sampleJob())
	if err != nil {
		t.Fatal(err)
	}
	pdf, _, err := w.typeset(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "bao-cao.pdf")
	if err := os.WriteFile(file, pdf.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	links, pages := pdfLinks(t, file), pdfPages(t, file)
	rowOf, anchored, ties := tiesOf(w.document)
	annex := slices.IndexFunc(pages, func(p pdfPage) bool { return strings.Contains(p.all(), "NGUỒN SỐ LIỆU") })
	if annex < 0 {
		t.Fatal("no annex of sources")
	}
	seen, returning := map[string]bool{}, 0
	for _, l := range links {
		words := l.under(pages)
		row := l.target(pages, 85, 120) // the first column
		back, isRow := rowOf[row], l.to >= annex && rowOf[row] != ""
		if says := map[bool]string{true: "Nguồn số liệu, dòng " + row, false: "Nơi in lần đầu"}[isRow]; l.says != says {
			t.Errorf("%q on page %d says %q, not %q", words, l.page+1, l.says, says)
		}
		switch forth := isRow && ties[words+" "+row]; {
		case forth:
			seen[words+" "+row] = true
		case isRow && slices.ContainsFunc(pieces(ties, row), func(s string) bool { return strings.Contains(s, words) && words != "" }):
			// a piece of a figure that is parted at the end of a line
		default:
			if at := l.target(pages, 0, 2000); !leadsBack(anchored, words, at) {
				t.Errorf("%q on page %d leads to page %d, row %q (%s), line %q", words, l.page+1, l.to+1, row, back, at)
			}
			returning++
		}
	}
	whole := 0
	for tie := range ties {
		if seen[tie] {
			whole++
		}
	}
	t.Logf("%d links; %d of %d figures on one line; %d of %d rows lead back", len(links), whole, len(ties), returning, len(rowOf))
	if whole < len(ties)*9/10 || returning < len(rowOf)-1 { // photos have no place that a link could lead to
		t.Error("some are missing")
	}
}

// tiesOf reads from the document what must be in the file: the result of every
// row by its number, the words of the first place by the row's result, and
// "WORDS NUMBER" for every figure that leads to a row.
func tiesOf(doc *paper.Document) (rowOf map[string]string, anchored map[string][]string, ties map[string]bool) {
	rowOf, anchored, ties = map[string]string{}, map[string][]string{}, map[string]bool{}
	places := map[string]string{}
	walk := func(spans []paper.Span) {
		for _, s := range spans {
			if number, ok := strings.CutPrefix(s.Link, "source-"); ok {
				ties[s.Text+" "+number] = true
			}
			if s.Anchor != "" {
				places[s.Anchor] = s.Text
			}
		}
	}
	for _, l := range doc.Lines() {
		walk(l.Spans)
	}
	for _, r := range doc.Annexes[len(doc.Annexes)-1].Body[0].(*paper.Table).Rows {
		if r.Kind == paper.Plain {
			result := r.Cells[2][0]
			rowOf[r.Cells[0][0].Text] = result.Text
			anchored[result.Text] = append(anchored[result.Text], places[result.Link])
		}
	}
	return rowOf, anchored, ties
}

// pieces are the figures that lead to a row.
func pieces(ties map[string]bool, row string) []string {
	var all []string
	for tie := range ties {
		if words, ok := strings.CutSuffix(tie, " "+row); ok {
			all = append(all, words)
		}
	}
	return all
}

// leadsBack reports whether a result, or a piece of one, leads to a line that
// begins to print its figure.
func leadsBack(anchored map[string][]string, result, line string) bool {
	for whole, places := range anchored {
		if result == "" || !strings.Contains(whole, result) {
			continue
		}
		for _, p := range places {
			if first, _, _ := strings.Cut(p, " "); p != "" && strings.Contains(line, first) {
				return true
			}
		}
	}
	return false
}
