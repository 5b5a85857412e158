package typeset

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports/paper"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestLayout sets each document of testdata/layout and compares the dump of its
// pages. The comment of an archive says what the case is about.
func TestLayout(t *testing.T) {
	p, face := builtin(t)
	files, err := filepath.Glob("testdata/layout/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc := parseForm(t, string(archive.Files[0].Data))
			before := fmt.Sprintf("%#v", doc.Body)
			profile := p
			if strings.HasSuffix(file, "party.txtar") {
				profile = partyProfile(t)
			}
			g, findings := layout(t.Context(), doc, profile, face)
			got := dump(g.pages)
			for _, f := range findings {
				got += fmt.Sprintf("finding %s %v\n", f.Code, f.Args)
			}
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "pages", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
			if after := fmt.Sprintf("%#v", doc.Body); after != before {
				t.Errorf("layout changed the document:\n%s\n%s", before, after)
			}
		})
	}
}

// longDocument is a document of n paragraphs, a table and annexes, ready to
// break at other places with every n.
func longDocument(n int) *paper.Document {
	doc := &paper.Document{
		Head:   paper.Head{Issuer: "HỘI CỰU CHIẾN BINH XÃ AN BÌNH", Kind: "BÁO CÁO", Subject: "Tổng kết năm"},
		End:    "./.",
		Sign:   paper.Signature{Lines: []string{"TM. BAN CHẤP HÀNH", "CHỦ TỊCH"}, Name: "Trần Văn An"},
		Copies: []string{"Như trên", "Lưu: VT"},
		Draft:  &paper.Draft{Mark: "DỰ THẢO"},
	}
	for i := range n {
		if i%4 == 0 {
			doc.Body = append(doc.Body, &paper.Heading{Level: 2, Label: fmt.Sprintf("%d.", i/4+1), Title: plain("Mục việc")})
		}
		words := strings.Repeat("việc làm trong kỳ ", 4+(i*7)%23)
		doc.Body = append(doc.Body, &paper.Paragraph{Spans: plain(words + "xong.")})
	}
	table := &paper.Table{Columns: []paper.Column{{Head: "STT"}, {Head: "Nội dung"}}}
	for i := range n {
		content := strings.Repeat("nội dung của hàng này ", 1+(i*5)%13)
		table.Rows = append(table.Rows, paper.Row{Cells: [][]paper.Span{plain(fmt.Sprint("hàng", i)), plain(content)}})
	}
	doc.Annexes = []paper.Annex{{Label: "Phụ lục", Title: "BẢNG", Body: []paper.Block{table}}}
	return doc
}

// TestPageBreaks sets documents of growing length: whatever the length, a page
// break obeys the rules.
func TestPageBreaks(t *testing.T) {
	p, face := builtin(t)
	for n := 2; n <= 60; n++ {
		g, findings := layout(t.Context(), longDocument(n), p, face)
		if len(findings) > 0 {
			t.Fatalf("%d paragraphs: findings %v", n, findings)
		}
		rows := 0
		for i, pg := range g.pages {
			where := fmt.Sprintf("%d paragraphs, page %d", n, i+1)
			checkInside(t, where, p, pg)
			checkSignature(t, where, p, pg)
			checkHeading(t, where, p, pg)
			rows += checkRows(t, where, pg)
			if !holds(pg, "DỰ THẢO") {
				t.Errorf("%s: no mark of the draft", where)
			}
		}
		if rows != n {
			t.Errorf("%d rows stand on the pages, want %d", rows, n)
		}
	}
}

// checkInside: nothing but page number and mark stands outside the margins.
func checkInside(t *testing.T, where string, p Profile, pg page) {
	t.Helper()
	for _, tx := range texts(pg) {
		inMargin := tx.y < p.Page.Top
		right := tx.x + tx.width
		if tx.y > pg.height-p.Page.Bottom || !inMargin && (tx.x < p.Page.Left || right > pg.width-p.Page.Right) {
			t.Errorf("%s: %q stands outside the margins", where, tx.text)
		}
	}
}

// checkSignature: at least two lines of the body stand above the signature.
func checkSignature(t *testing.T, where string, p Profile, pg page) {
	t.Helper()
	if !holds(pg, "TM. BAN CHẤP HÀNH") {
		return
	}
	lines := 0
	for _, tx := range texts(pg) {
		if tx.style == 0 && tx.size == p.Body.Size {
			lines++
		}
	}
	if lines < p.Body.Keep {
		t.Errorf("%s: %d lines of the body above the signature", where, lines)
	}
	if !holds(pg, "Trần Văn An") || !holds(pg, "Nơi nhận:") {
		t.Errorf("%s: the signature is cut", where)
	}
}

// checkHeading: two lines of text at least stand below the last heading.
func checkHeading(t *testing.T, where string, p Profile, pg page) {
	t.Helper()
	below := 2
	for _, tx := range texts(pg) {
		if tx.y < p.Page.Top {
			continue
		}
		below++
		if strings.Contains(tx.text, "Mục việc") {
			below = 0
		}
	}
	if below < 2 {
		t.Errorf("%s: heading without text below it", where)
	}
}

// checkRows counts the rows of the table and wants each whole, under the heads.
func checkRows(t *testing.T, where string, pg page) int {
	t.Helper()
	rows := 0
	for _, tx := range texts(pg) {
		if number, ok := strings.CutPrefix(tx.text, "hàng"); ok && strings.Trim(number, "0123456789") == "" {
			rows++
		}
	}
	if rows > 0 && !holds(pg, "STT") {
		t.Errorf("%s: table without heads", where)
	}
	return rows
}

func texts(pg page) []text {
	var ts []text
	for _, it := range pg.items {
		if tx, ok := it.(text); ok {
			ts = append(ts, tx)
		}
	}
	return ts
}

func holds(pg page, content string) bool {
	for _, tx := range texts(pg) {
		if tx.text == content {
			return true
		}
	}
	return false
}

// TestWidows: no page begins or ends with a single line of a paragraph.
func TestWidows(t *testing.T) {
	p, face := builtin(t)
	for lead := range 45 {
		doc := &paper.Document{}
		for range lead {
			doc.Body = append(doc.Body, &paper.Paragraph{Spans: plain("Dòng.")})
		}
		doc.Body = append(doc.Body, &paper.Paragraph{Spans: plain(strings.Repeat("đoạn nhiều dòng ", 40))})
		g, _ := layout(t.Context(), doc, p, face)
		for i, pg := range g.pages {
			lines := 0
			for _, tx := range texts(pg) {
				if strings.Contains(tx.text, "đoạn") || strings.Contains(tx.text, "nhiều") {
					lines++
				}
			}
			if lines == 1 {
				t.Errorf("%d paragraphs before: one line alone on page %d", lead, i+1)
			}
		}
	}
}

// TestEnd: what ends an annex stands under a row of its table, on the same page,
// wherever the table ends.
func TestEnd(t *testing.T) {
	p, face := builtin(t)
	for n := 1; n <= 60; n++ {
		table := &paper.Table{Columns: []paper.Column{{Head: "STT"}, {Head: "Nội dung"}}}
		for i := range n {
			table.Rows = append(table.Rows, paper.Row{Cells: [][]paper.Span{plain(fmt.Sprint("hàng", i)), plain("Nội dung")}})
		}
		doc := &paper.Document{End: "./.", Annexes: []paper.Annex{{Label: "Phụ lục", Title: "BẢNG", Body: []paper.Block{table}}}}
		g, _ := layout(t.Context(), doc, p, face)
		ends := 0
		for i, pg := range g.pages {
			if !holds(pg, "./.") {
				continue
			}
			ends++
			if !holds(pg, fmt.Sprint("hàng", n-1)) {
				t.Errorf("%d rows: the end stands on page %d, the last row does not", n, i+1)
			}
		}
		if ends != 1 {
			t.Errorf("%d rows: %d ends", n, ends)
		}
	}
}

// TestTallRow: a row taller than a page goes on over pages and loses no word.
func TestTallRow(t *testing.T) {
	p, face := builtin(t)
	words := strings.Fields(strings.Repeat("một hai ba bốn năm ", 400))
	doc := &paper.Document{Body: []paper.Block{&paper.Table{
		Columns: []paper.Column{{Head: "Nội dung"}},
		Rows:    []paper.Row{{Cells: [][]paper.Span{plain(strings.Join(words, " "))}}},
	}}}
	g, _ := layout(t.Context(), doc, p, face)
	var got []string
	for i, pg := range g.pages {
		checkInside(t, fmt.Sprintf("page %d", i+1), p, pg)
		for _, tx := range texts(pg) {
			if tx.style == 0 && tx.y > p.Page.Top {
				got = append(got, strings.Fields(tx.text)...)
			}
		}
	}
	got = got[max(0, len(got)-len(words)):]
	if diff := cmp.Diff(words, got); diff != "" {
		t.Error(diff)
	}
}

// TestPageNumbers: each part counts its own pages, from 1, and does not show it
// on the first.
func TestPageNumbers(t *testing.T) {
	p, face := builtin(t)
	g, _ := layout(t.Context(), loadForm(t, "mid-term.txt"), p, face)
	var got []string
	for _, pg := range g.pages {
		number := "-"
		for _, tx := range texts(pg) {
			if tx.y == p.Page.Number {
				number = tx.text
				if middle := tx.x + tx.width/2; middle < pg.width/2-1 || middle > pg.width/2+1 {
					t.Errorf("page number %s is not in the middle", number)
				}
			}
		}
		got = append(got, number)
	}
	if want := "- 2 3 4 5 6 7 - 2 - 2 3"; strings.Join(got, " ") != want {
		t.Errorf("page numbers %v, want %s", got, want)
	}
}
