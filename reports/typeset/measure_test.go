package typeset

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// A measuredLine is a line of text as an independent reader finds it, in points
// from the top left corner of the page.
type measuredLine struct {
	text, font         string
	size               float64
	left, right, depth float64 // depth of the baseline
}

// A measuredPage is what stands on a page: text, and the lying rules drawn on it.
type measuredPage struct {
	width, height float64
	lines         []measuredLine
	rules         []measuredLine
}

// measure reads the places of all letters and rules with mupdf.
func measure(t *testing.T, pdf []byte) []measuredPage {
	t.Helper()
	var doc struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Lines  []struct {
				Fonts []struct {
					Name  string  `xml:"name,attr"`
					Size  float64 `xml:"size,attr"`
					Chars []struct {
						Quad string  `xml:"quad,attr"`
						X    float64 `xml:"x,attr"`
						Y    float64 `xml:"y,attr"`
						C    string  `xml:"c,attr"`
					} `xml:"char"`
				} `xml:"font"`
			} `xml:"block>line"`
		} `xml:"page"`
	}
	out := tool(t, pdf, "mutool", "draw", "-q", "-F", "stext", "PDF")
	if err := xml.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	rules := measureRules(t, pdf)
	var pages []measuredPage
	for i, p := range doc.Pages {
		page := measuredPage{width: p.Width, height: p.Height, rules: rules[i]}
		for _, l := range p.Lines {
			for _, f := range l.Fonts {
				line := measuredLine{font: strings.TrimPrefix(f.Name, "utf8serif"), size: f.Size, left: -1}
				for _, c := range f.Chars {
					line.text += c.C
					if strings.TrimSpace(c.C) == "" {
						continue
					}
					if line.left < 0 {
						line.left = c.X
					}
					line.right, _ = strconv.ParseFloat(strings.Fields(c.Quad)[2], 64)
					line.depth = c.Y
				}
				line.text = strings.Join(strings.Fields(line.text), " ")
				page.lines = append(page.lines, line)
			}
		}
		pages = append(pages, page)
	}
	return pages
}

// measureRules reads the lying rules of each page.
func measureRules(t *testing.T, pdf []byte) [][]measuredLine {
	t.Helper()
	var doc struct {
		Pages []struct {
			Inner []byte `xml:",innerxml"`
		} `xml:"page"`
	}
	if err := xml.Unmarshal([]byte(tool(t, pdf, "mutool", "trace", "PDF")), &doc); err != nil {
		t.Fatal(err)
	}
	var pages [][]measuredLine
	for _, p := range doc.Pages {
		var rules []measuredLine
		for _, stroke := range strings.Split(string(p.Inner), "<stroke_path ")[1:] {
			var height, x1, y1, x2, y2 float64
			_, matrix, _ := strings.Cut(stroke, `transform="1 0 0 -1 0 `)
			_, _ = fmt.Sscanf(matrix, "%g", &height)
			_, path, _ := strings.Cut(stroke, "<moveto ")
			n, _ := fmt.Sscanf(path, "x=\"%g\" y=\"%g\"/>\n    <lineto x=\"%g\" y=\"%g\"/>", &x1, &y1, &x2, &y2)
			if n == 4 && y1 == y2 && !strings.Contains(path, "<closepath/>") {
				rules = append(rules, measuredLine{left: x1, right: x2, depth: height - y1})
			}
		}
		pages = append(pages, rules)
	}
	return pages
}

func (p measuredPage) find(t *testing.T, content string) measuredLine {
	t.Helper()
	for _, l := range p.lines {
		if strings.HasPrefix(l.text, content) {
			return l
		}
	}
	t.Fatalf("%q is not on the page", content)
	return measuredLine{}
}

// below is the first rule under a line.
func (p measuredPage) below(t *testing.T, l measuredLine) measuredLine {
	t.Helper()
	for _, r := range p.rules {
		if r.depth > l.depth && r.depth < l.depth+l.size {
			return r
		}
	}
	t.Fatalf("no rule under %q", l.text)
	return measuredLine{}
}

const mm = 72 / 25.4

// near fails unless a length in points is what it should be in millimetres.
func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want*mm) > 0.1*mm {
		t.Errorf("%s: %.2f mm, want %.2f", what, got/mm, want)
	}
}

func between(t *testing.T, what string, got, low, high float64) {
	t.Helper()
	if got < low || got > high {
		t.Errorf("%s: %.3f, want %.3f to %.3f", what, got, low, high)
	}
}

func centre(l measuredLine) float64 { return (l.left + l.right) / 2 }

// TestMeasured: an independent reader finds text and rules where Decree 30/2020,
// annex I, wants them.
func TestMeasured(t *testing.T) {
	doc := loadForm(t, "mid-term.txt")
	doc.Draft = nil
	doc.Head.Number, doc.Head.Day, doc.Head.Month = "5", 5, 7
	pages := measure(t, render(t, doc).PDF)
	first := pages[0]

	fonts := []struct {
		text      string
		low, high float64
		font      string
		slot      string
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, "B", "1"},
		{"Độc lập - Tự do - Hạnh phúc", 13, 14, "B", "1"},
		{"HỘI CCB QUẬN", 12, 13, "", "2, parent"},
		{"HỘI CỰU CHIẾN BINH", 12, 13, "B", "2, issuer"},
		{"Số: 05/BC-CCB", 13, 13, "", "3"},
		{"Ngọc Thụy, ngày 05 tháng 7 năm 2020", 13, 14, "I", "4"},
		{"BÁO CÁO", 13, 14, "B", "5a, kind"},
		{"Sơ kết giữa nhiệm kỳ", 13, 14, "B", "5a, subject"},
		{"Kính gửi:", 13, 14, "", "9a"},
		{"Số liệu được tổng hợp", 13, 14, "", "6, body"},
		{"Phần I", 13, 14, "B", "6, heading"},
		{"I. THAM GIA", 13, 14, "B", "6, heading"},
	}
	for _, f := range fonts {
		l := first.find(t, f.text)
		between(t, "slot "+f.slot+": size of "+f.text, l.size, f.low, f.high)
		if l.font != f.font {
			t.Errorf("slot %s: %s is set in %q, want %q", f.slot, f.text, l.font, f.font)
		}
	}
	measureHead(t, first)
	measureBody(t, first)
	measureEdges(t, pages)
	measureEnd(t, pages)
}

func measureHead(t *testing.T, p measuredPage) {
	t.Helper()
	motto, nation := p.find(t, "Độc lập"), p.find(t, "CỘNG HÒA")
	rule := p.below(t, motto)
	near(t, "rule under Tiêu ngữ, beginning", rule.left-motto.left, 0)
	near(t, "rule under Tiêu ngữ, end", rule.right-motto.right, 0)
	near(t, "Tiêu ngữ in the middle of Quốc hiệu", centre(motto)-centre(nation), 0)
	near(t, "Quốc hiệu ends at the margin", nation.right, 195)
	for _, text := range []string{"PHƯỜNG NGỌC THỤY", "phường Ngọc Thụy lần thứ VII"} {
		l := p.find(t, text)
		rule := p.below(t, l)
		between(t, "rule under "+text+", part of its length", (rule.right-rule.left)/(l.right-l.left), 1.0/3, 1.0/2)
		near(t, "rule in the middle of "+text, centre(rule)-centre(l), 0)
	}
	near(t, "kind in the middle of the text", centre(p.find(t, "BÁO CÁO")), 30+165/2.0)
	number, date := p.find(t, "Số: 05"), p.find(t, "Ngọc Thụy, ngày")
	near(t, "number and date on one line", number.depth-date.depth, 0)
}

func measureBody(t *testing.T, p measuredPage) {
	t.Helper()
	one, two := p.find(t, "Thực hiện Nghị quyết"), p.find(t, "Ngọc Thụy lần thứ VII, nhiệm kỳ 2017 - 2022 và")
	near(t, "first line begins", one.left, 30+12.7)
	near(t, "second line begins", two.left, 30)
	near(t, "full line ends", one.right, 210-15)
	between(t, "pitch of lines in sizes", (two.depth-one.depth)/one.size, 1.149, 1.5*1.15)
	last, next := p.find(t, "nhiệm kỳ (từ ngày"), p.find(t, "Số liệu được tổng hợp")
	between(t, "points between paragraphs", next.depth-last.depth-(two.depth-one.depth), 6, 12)
}

func measureEdges(t *testing.T, pages []measuredPage) {
	t.Helper()
	number := 0
	for i, p := range pages {
		number++
		for _, l := range p.lines {
			if l.text == "Phụ lục I" || l.text == "Phụ lục II" {
				number = 1
			}
		}
		numbered := false
		for _, l := range p.lines {
			if l.depth < 20*mm {
				numbered = true
				if l.text != strconv.Itoa(number) {
					t.Errorf("page %d: %q in the top margin, want %d", i+1, l.text, number)
				}
				near(t, "page number in the middle of the paper", centre(l)-p.width/2, 0)
				between(t, "size of the page number", l.size, 13, 14)
				continue
			}
			between(t, fmt.Sprintf("page %d, left edge of %q", i+1, l.text), l.left, 30*mm-0.1, p.width)
			between(t, fmt.Sprintf("page %d, right edge of %q", i+1, l.text), l.right, 0, p.width-15*mm+0.1)
			between(t, fmt.Sprintf("page %d, depth of %q", i+1, l.text), l.depth, 20*mm, p.height-20*mm)
		}
		if numbered != (number > 1) {
			t.Errorf("page %d, number %d of its part: numbered %v", i+1, number, numbered)
		}
	}
}

func measureEnd(t *testing.T, pages []measuredPage) {
	t.Helper()
	for _, p := range pages {
		for _, l := range p.lines {
			if !strings.HasPrefix(l.text, "Nơi nhận:") {
				continue
			}
			if l.font != "BI" || l.size != 12 {
				t.Errorf("Nơi nhận is set in %s %g", l.font, l.size)
			}
			if list := p.find(t, "- Lưu: VT."); list.size != 11 || list.font != "" {
				t.Errorf("the list of copies is set in %s %g", list.font, list.size)
			}
			sign := p.find(t, "TM. BAN CHẤP HÀNH")
			near(t, "Nơi nhận stands level with the signature", sign.depth-l.depth, 0)
			near(t, "signature in the middle of its half", centre(sign), 30+165*3/4.0)
			return
		}
	}
	t.Error("no list of copies")
}

// TestLongHead: the longest names of today stand beside Quốc hiệu without
// touching it.
func TestLongHead(t *testing.T) {
	doc := loadForm(t, "mid-term.txt")
	doc.Head.Parent, doc.Head.Issuer = "HỘI CCB THÀNH PHỐ HỒ CHÍ MINH", "HỘI CỰU CHIẾN BINH PHƯỜNG NGUYỄN TRUNG TRỰC"
	doc.Head.Place, doc.Head.Day, doc.Head.Month = "Phường Nguyễn Trung Trực", 5, 12
	p := measure(t, render(t, doc).PDF)[0]
	nation := p.find(t, "CỘNG HÒA")
	for _, text := range []string{"HỘI CCB THÀNH PHỐ HỒ CHÍ MINH", "HỘI CỰU CHIẾN BINH", "PHƯỜNG NGUYỄN TRUNG TRỰC"} {
		l := p.find(t, text)
		between(t, "left edge of "+text, l.left, 30*mm, nation.left)
		between(t, "right edge of "+text, l.right, 30*mm, nation.left-2*mm)
	}
	date := p.find(t, "Phường Nguyễn Trung Trực, ngày")
	between(t, "end of the date", date.right, nation.left, 195*mm+0.1)
	if number := p.find(t, "Số:"); number.depth == date.depth {
		between(t, "end of the number", number.right, 30*mm, date.left)
	}
}

// TestNoMissingGlyph: every letter that is drawn has a glyph in its face: by the
// face's coverage, as text taken back from a file cannot show it.
func TestNoMissingGlyph(t *testing.T) {
	p, face := builtin(t)
	doc := loadForm(t, "mid-term.txt")
	doc.Body = append(doc.Body,
		&paper.Chart{Kind: paper.Bars, Title: "Biểu đồ ☑", Labels: []string{"Một ☑"}, Alt: "☑",
			Series: []paper.Series{{Name: "☑", Amounts: []paper.Amount{{Num: 1, Den: 1, Text: "1 ☑"}}}}},
		&paper.Photos{Items: []paper.Photo{{Name: "☑.jpg", Caption: "Ảnh ☑", Data: madeJPEG(8, 8)}}},
		&paper.Paragraph{Spans: []paper.Span{{Text: "Chữ", Note: "Ghi chú ☑"}}})
	g, findings := layout(t.Context(), doc, p, face)
	for i, pg := range g.pages {
		for _, tx := range texts(pg) {
			for _, r := range tx.text {
				if !face[tx.style].shows(r) {
					t.Errorf("page %d: %q has no glyph in %q", i+1, r, tx.text)
				}
			}
		}
	}
	if len(findings) < 4 {
		t.Errorf("%d findings, want one for each place", len(findings))
	}
}
