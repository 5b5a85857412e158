package typeset

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports/paper"
)

// vietnamese is every letter of the alphabet with every tone, in both cases.
func vietnamese() string {
	rows := []string{
		"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
		"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ",
	}
	lower := strings.Join(rows, "")
	return lower + strings.ToUpper(lower)
}

// TestGlyphs: each face has every Vietnamese letter and the marks that reports
// use. Text taken back from a PDF cannot show this: a blank extracts like a
// letter.
func TestGlyphs(t *testing.T) {
	_, face := builtin(t)
	letters := vietnamese()
	if n := len([]rune(letters)); n != 146 {
		t.Fatalf("%d letters, want 146", n)
	}
	ascii := ""
	for r := ' '; r <= '~'; r++ {
		ascii += string(r)
	}
	for style, f := range face {
		for _, r := range letters + ascii + "“”‘’–—…•₫%≤≥×°½" {
			if _, ok := f.width(r); !ok {
				t.Errorf("%s (style %d) lacks %q", f.file, style, r)
			}
		}
		if _, ok := f.width('☑'); ok {
			t.Errorf("%s claims to have a glyph that it lacks", f.file)
		}
	}
}

// TestWidths compares widths with those of Times as the head was planned with.
func TestWidths(t *testing.T) {
	_, face := builtin(t)
	tests := []struct {
		text  string
		style paper.Style
		size  Length
		mm    string
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", paper.Bold, 13 * point, "95.7"},
		{"Độc lập - Tự do - Hạnh phúc", paper.Bold, 14 * point, "60.5"},
		{"HỘI CCB THÀNH PHỐ HÀ NỘI", 0, 12 * point, "58.2"},
		{"Bồ Đề, ngày 05 tháng 7 năm 2028", paper.Italic, 14 * point, "67.8"},
	}
	for _, tt := range tests {
		got := fmt.Sprintf("%.1f", float64(face.measure(tt.text, tt.style, tt.size))/millimetre)
		if got != tt.mm {
			t.Errorf("%s is %s mm wide, want %s", tt.text, got, tt.mm)
		}
	}
}

// TestBreakLines: where lines end, at a width in millimetres.
func TestBreakLines(t *testing.T) {
	tests := []struct {
		text   string
		width  float64
		fit    fit
		want   []string
		reason string
	}{
		{"tổng số tiền 1.862.000 đồng đã chi", 49, ragged,
			[]string{"tổng số tiền", "1.862.000 đồng đã chi"}, "a number stays with its unit"},
		{"đã chi hết 3,5 triệu đồng cho hội viên", 43, ragged,
			[]string{"đã chi hết", "3,5 triệu đồng cho", "hội viên"}, "a magnitude stays with both"},
		{"theo Quyết định số 217-QĐ/TW", 42, ragged,
			[]string{"theo Quyết định", "số 217-QĐ/TW"}, "số stays with its symbol"},
		{"vào sáng ngày 05 tháng 7 năm 2028", 40, ragged,
			[]string{"vào sáng ngày 05", "tháng 7 năm 2028"}, "the parts of a date stay together, the date may part"},
		{"trong cả nhiệm kỳ 2017 - 2022 ở xã", 45, ragged,
			[]string{"trong cả nhiệm kỳ", "2017 - 2022 ở xã"}, "a dash ends no span of years"},
		{"của Đại hội lần thứ VII vừa qua", 40, ragged,
			[]string{"của Đại hội lần", "thứ VII vừa qua"}, "a Roman number stays with thứ"},
		{"gặp ông Nguyễn Văn An sáng nay", 33, ragged,
			[]string{"gặp ông", "Nguyễn Văn An", "sáng nay"}, "a name is not parted"},
		{"một\u00a0hai ba", 20, ragged, []string{"một hai", "ba"}, "a no-break space does not break"},
		{"một hai\u00a0ba", 20, ragged, []string{"một", "hai ba"}, "nor does it when the line is full"},
		{"không 500", 8, ragged, []string{"khô", "ng", "500"}, "a word wider than the line is cut"},
		{"một hai ba bốn năm sáu", 40, balanced, []string{"một hai ba", "bốn năm sáu"}, "a title has lines of one length"},
		{"34 chi hội và 1.862 hội viên", 2000, justified, []string{"34 chi hội và 1.862 hội viên"}, "one line is enough"},
		{"", 40, justified, nil, "nothing gives no line"},
	}
	s := testSetter(t)
	for _, tt := range tests {
		got := brokenText(s, tt.text, Length(tt.width*millimetre), tt.fit)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (%s):\n%s", tt.text, tt.reason, diff)
		}
	}
}

func brokenText(s *setter, content string, width Length, f fit) []string {
	const size = 14 * point
	var lines []string
	for _, line := range s.breakLines(s.words(plain(content), 0, size), size, width, width, f) {
		var b strings.Builder
		for i, w := range line {
			if i > 0 {
				b.WriteString(w.space.text)
			}
			b.WriteString(w.string())
		}
		lines = append(lines, b.String())
	}
	return lines
}

// FuzzBreakLines: lines hold all words in order, none is wider than the width
// but one that holds a single rune, and stretched runs end at the margin.
func FuzzBreakLines(f *testing.F) {
	f.Add("Hội có 129 cán bộ, hội viên được tín nhiệm", 60)
	f.Add("1.862 đồng 05/7/2028 2017 - 2022", 9)
	f.Add("0 a Aa A A ! \u05a20", 1)
	f.Add("a\u00a0b  c\tđ \xff \U0001F600", 1)
	s := testSetter(f)
	f.Fuzz(func(t *testing.T, content string, mm int) {
		s.findings = nil
		width := Length(float64(min(max(mm, 1), 300)) * millimetre)
		st := setting{size: 14 * point, pitch: 18 * point, width: width}
		words := s.words(plain(content), 0, st.size)
		var want, got strings.Builder
		for _, w := range words {
			want.WriteString(w.string())
		}
		boxes := s.lines(plain(content), st)
		for i, b := range boxes {
			content := ""
			for _, it := range b.items {
				content += it.(text).text
			}
			got.WriteString(strings.ReplaceAll(content, " ", ""))
			w := textWidth(b)
			if w > width && visible(s, content) > 1 {
				t.Errorf("line %q is wider than %s mm", content, width.mm())
			}
			if i+1 < len(boxes) && strings.Contains(content, " ") && w != width {
				t.Errorf("line %q ends %s mm before the margin", content, (width - w).mm())
			}
		}
		if want.String() != got.String() {
			t.Errorf("lines hold %q, want %q", got.String(), want.String())
		}
	})
}

// visible counts the runes that take room.
func visible(s *setter, content string) int {
	n := 0
	for _, r := range content {
		if w, _ := s.face[0].width(r); w > 0 {
			n++
		}
	}
	return n
}

// TestClean: what fpdf cannot set never reaches it, and nothing visible is lost
// without a finding.
func TestClean(t *testing.T) {
	tests := []struct {
		in, want string
		rune     string // of the finding; "" for none
		reason   string
	}{
		{"Ngọc Thụy 34/34", "Ngọc Thụy 34/34", "", "plain text stays"},
		{"đã xong \u2611", "đã xong ?", "U+2611", "a glyph that no face has"},
		{"vui \U0001F600", "vui ?", "U+1F600", "fpdf panics beyond U+FFFF"},
		{"cắt \xe1\xbb", "cắt ??", "U+FFFD", "fpdf panics on cut UTF-8"},
		{"a\x07b", "a?b", "U+0007", "control characters have no glyph"},
		{"a\tb\nc", "a b c", "", "tabs and line ends are spaces"},
		{"ngăn\u00adcách\u200b\ufeff", "ngăncách", "", "invisible format characters go"},
	}
	for _, tt := range tests {
		s := testSetter(t)
		if got := s.clean(tt.in, 0); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
		got := ""
		if len(s.findings) > 0 {
			got = s.findings[0].Args["rune"]
		}
		if got != tt.rune {
			t.Errorf("clean(%q) finds %q, want %q (%s)", tt.in, got, tt.rune, tt.reason)
		}
	}
}

// TestLoadProfile: what is wrong with a page.toml is named by file and key.
func TestLoadProfile(t *testing.T) {
	whole, err := os.ReadFile("../../templates/page.toml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		old, new string
		want     string // in the error
		reason   string
	}{
		{"[page]", "[page]\nwidht = 3", `page.toml:5: unknown key "page.widht"; is it "width"?`, "a typing error is not ignored"},
		{`indent = "12.7 mm"`, "", "missing key body.indent", "half a profile sets no page"},
		{`"12.7 mm"`, `"12.7"`, "page.toml:24: read length", "a length has a unit"},
		{`"12.7 mm"`, `"12.7 cm"`, "want the unit mm or pt", "and one of two units"},
		{`left   = "30 mm"`, `left   = "300 mm"`, "page.width: the margins leave no room", "margins fit the paper"},
		{`nation = ["13 pt", "12 pt"]`, `nation = ["13 pt"]`, "head.motto", "Quốc hiệu and Tiêu ngữ go in pairs"},
		{`style  = ["bold", `, `style  = ["fat", `, "page.toml:61: read style", "styles have names"},
		{"columns      = 2", "columns      = 0", "photo.columns", "photos stand in a column"},
		{"ticks  = 5", "ticks  = 0", "chart.size", "an axis has a mark"},
		{`split   = "10 pt"`, "", "missing key table.split", "every key is there"},
		{"", "", "", "the built-in profile is right"},
	}
	for _, tt := range tests {
		data := strings.Replace(string(whole), tt.old, tt.new, 1)
		_, err := LoadProfile(fstest.MapFS{"page.toml": {Data: []byte(data)}})
		switch {
		case tt.want == "" && err == nil:
		case err == nil, !strings.Contains(err.Error(), tt.want), !strings.Contains(err.Error(), "page.toml"):
			t.Errorf("error %v, want one with %q (%s)", err, tt.want, tt.reason)
		}
	}
	if _, err := LoadProfile(fstest.MapFS{}); err == nil {
		t.Error("no page.toml: no error")
	}
}
