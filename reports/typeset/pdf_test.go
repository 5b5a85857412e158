package typeset

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/fonts"
	"ccbreport/reports/paper"
)

func render(t testing.TB, doc *paper.Document) Result {
	t.Helper()
	p, _ := builtin(t)
	result, findings, err := PDF(t.Context(), doc, p, fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		t.Fatalf("findings: %v", findings)
	}
	return result
}

// TestSameBytes: several renders, at once and on any number of processors, are
// one file.
func TestSameBytes(t *testing.T) {
	rounds := 4
	if *long {
		rounds = 33
	}
	hashes := make([][sha256.Size]byte, rounds)
	want := sha256.Sum256(render(t, fullDocument(t, 160)).PDF)
	for _, procs := range []int{1, 2, 8} {
		before := runtime.GOMAXPROCS(procs)
		var wg sync.WaitGroup
		for i := range hashes {
			doc := fullDocument(t, 160)
			wg.Go(func() { hashes[i] = sha256.Sum256(render(t, doc).PDF) })
		}
		wg.Wait()
		runtime.GOMAXPROCS(before)
		for i, h := range hashes {
			if h != want {
				t.Errorf("GOMAXPROCS %d: render %d differs", procs, i)
			}
		}
	}
}

// tool runs a program on a PDF and gives what it prints; a test that needs a
// program which is not installed is skipped.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "bao-cao.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "PDF" {
			args[i] = file
		}
	}
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", name, err, out, stderr.String())
	}
	return string(out)
}

// TestExtractedText: what people copy or search is what was written, in order,
// line breaks aside.
func TestExtractedText(t *testing.T) {
	doc := loadForm(t, "mid-term.txt")
	out := tool(t, render(t, doc).PDF, "pdftotext", "-enc", "UTF-8", "PDF", "-")
	got := strings.Join(strings.Fields(out), " ")
	for _, want := range []string{
		"HỘI CỰU CHIẾN BINH PHƯỜNG NGỌC THỤY", "Độc lập - Tự do - Hạnh phúc", "Kính gửi: - Đảng ủy phường Ngọc Thụy;",
		"tổng số tiền 950.160.000 đồng", "chi hội; còn thiếu: Chi hội Tổ dân phố số 12.", "Nghị quyết Đại hội đã đề ra./.",
		"TM. BAN CHẤP HÀNH", "- Lưu: VT.", "1.862 290 61 812 102.350.000 950.160.000", "“-”: chưa có số liệu./.",
		"Thuận lợi: Hội luôn nhận được",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the text", want)
		}
	}
}

// TestLetters: every Vietnamese letter in every style comes back from the file.
func TestLetters(t *testing.T) {
	doc := &paper.Document{}
	for _, style := range []paper.Style{0, paper.Bold, paper.Italic, paper.Bold | paper.Italic} {
		doc.Body = append(doc.Body, &paper.Paragraph{Spans: []paper.Span{{Text: vietnamese(), Style: style}}})
	}
	out := tool(t, render(t, doc).PDF, "pdftotext", "-enc", "UTF-8", "PDF", "-")
	got := strings.Join(strings.Fields(out), "")
	if n := strings.Count(got, vietnamese()); n != 4 {
		t.Errorf("the alphabet comes back %d times, want 4:\n%s", n, out)
	}
}

// TestEmbedded: the faces in use are embedded, and no others.
func TestEmbedded(t *testing.T) {
	out := tool(t, render(t, &paper.Document{Body: []paper.Block{
		&paper.Paragraph{Spans: plain("chữ thường")}}}).PDF, "pdffonts", "PDF")
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	for _, l := range lines {
		if f := strings.Fields(l); f[len(f)-5] != "yes" || f[len(f)-3] != "yes" {
			t.Errorf("not embedded with ToUnicode: %s", l)
		}
	}
	want := 2 // regular, and italic for the blank date
	if len(lines) != want {
		t.Errorf("%d faces, want %d:\n%s", len(lines), want, out)
	}
}

// TestSyntax: an independent reader finds nothing wrong with the file.
func TestSyntax(t *testing.T) {
	out := tool(t, render(t, fullDocument(t, 160)).PDF, "qpdf", "--check", "PDF")
	if !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Error(out)
	}
}

// TestProperties: the file says what it is, in its language, with no clock.
func TestProperties(t *testing.T) {
	doc := loadForm(t, "mid-term.txt")
	doc.Keywords = []string{"cựu chiến binh", "báo cáo"}
	out := tool(t, render(t, doc).PDF, "pdfinfo", "PDF")
	for _, want := range []string{
		"BÁO CÁO Sơ kết giữa nhiệm kỳ", "Hội Cựu chiến binh phường Ngọc Thụy", "cựu chiến binh, báo cáo", "2020",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in the properties:\n%s", want, out)
		}
	}
}

// TestStructure: readers for the blind get the text by its structure, in order,
// with no words glued together at line ends and no repeated heads.
func TestStructure(t *testing.T) {
	doc := longDocument(4)
	doc.Annexes[0].Body[0].(*paper.Table).Rows = slices.Repeat(doc.Annexes[0].Body[0].(*paper.Table).Rows, 9)
	result := render(t, doc)
	if result.Pages < 3 {
		t.Fatalf("%d pages: the table stands on one", result.Pages)
	}
	out := tool(t, result.PDF, "pdfinfo", "-struct-text", "PDF")
	got := strings.Join(strings.Fields(strings.ReplaceAll(out, "(block)", "")), " ")
	for _, want := range []string{
		`H1 "BÁO CÁO Tổng kết năm "`,
		`H4 "1. Mục việc " P "` + strings.Repeat("việc làm trong kỳ ", 4) + `xong. "`,
		`L LI LBody "- Như trên; "`,
		`Table TR TH: /Scope /Column "STT " TH: /Scope /Column "Nội dung "`,
		`TR TD "hàng0 " TD "nội dung của hàng này "`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in the structure", want)
		}
	}
	if n := strings.Count(got, "STT"); n != 1 {
		t.Errorf("a head that stands on two pages is read %d times", n)
	}
	if strings.Contains(got, "DỰ THẢO") {
		t.Error("the mark of the draft is read as text")
	}
	if t.Failed() {
		t.Log(out)
	}
}

// TestArchival: an independent validator calls the file PDF/A-1b. Debian:
// libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless.
func TestArchival(t *testing.T) {
	var jars []string
	for _, name := range []string{"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"} {
		jar := filepath.Join("/usr/share/java", name+".jar")
		if _, err := os.Stat(jar); err != nil {
			t.Skipf("%s is not installed", jar)
		}
		jars = append(jars, jar)
	}
	archive, err := txtar.ParseFile("testdata/layout/table.txtar")
	if err != nil {
		t.Fatal(err)
	}
	draft := parseForm(t, string(archive.Files[0].Data))
	draft.Draft = &paper.Draft{Mark: "DỰ THẢO", Missing: []string{"số & ngày <ban hành>"}}
	draft.Author, draft.Keywords = "Hội & chi hội", []string{"<báo cáo>"}
	many := longDocument(90) // long enough for a table of contents
	many.Annexes = append(many.Annexes, paper.Annex{
		Label: "Phụ lục II", Title: "SỐ LIỆU", Landscape: true, Body: paper.Blocks{branchTable(60, 20)}})
	p, _ := builtin(t)
	leaflet, _, err := PDF(t.Context(), many, p.Leaflet(), fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	files := [][]byte{leaflet.PDF}
	for _, doc := range []*paper.Document{draft, fullDocument(t, 160), many} {
		files = append(files, render(t, doc).PDF)
	}
	for _, file := range files {
		out := tool(t, file, "java", "-cp", strings.Join(jars, ":"),
			"org.apache.pdfbox.preflight.Validator_A1b", "PDF")
		if !strings.Contains(out, "is a valid PDF/A-1b file") {
			t.Error(out)
		}
	}
}

// TestReadObjects: a file that is not as fpdf writes it is an error, whatever
// part of it is missing.
func TestReadObjects(t *testing.T) {
	whole := render(t, &paper.Document{}).PDF
	if _, err := readObjects(whole); err != nil {
		t.Errorf("whole file: %v", err)
	}
	for _, damage := range []struct{ old, new string }{
		{"startxref", "startxfer"}, {"/Root", "/Foot"}, {"/Info ", "/Info 9"}, {" 00000 n", " 00000 f"},
		{"1 0 obj", "7 0 obj"}, {"endobj", "endjob"}, {"startxref\n", "startxref\n9"}, {"startxref\n", "startxref\n-"},
	} {
		file := bytes.ReplaceAll(whole, []byte(damage.old), []byte(damage.new))
		if _, err := readObjects(file); !errors.Is(err, errNotFpdf) {
			t.Errorf("%q for %q: error %v", damage.new, damage.old, err)
		}
	}
}

// TestHostileText: text that fpdf panics on gives a file and findings.
func TestHostileText(t *testing.T) {
	bad := "mặt cười \U0001F600, dấu \u2611, cắt \xe1\xbb, \x00"
	doc := &paper.Document{
		Head: paper.Head{Kind: bad, Subject: bad, Issuer: bad, Parent: bad, Place: bad, Number: bad}, To: []string{bad, bad},
		Body: []paper.Block{&paper.Heading{Level: 9, Label: bad, Title: plain(bad)}, &paper.Table{
			Columns: []paper.Column{{Head: bad}}, Rows: []paper.Row{{Cells: [][]paper.Span{plain(bad)}}}, Unit: bad}},
		Sign: paper.Signature{Lines: []string{bad}, Name: bad}, Copies: []string{bad}, Author: bad, Keywords: []string{bad},
		Annexes: []paper.Annex{{Label: bad, Title: bad, Reference: bad}}, Draft: &paper.Draft{Mark: bad, Missing: []string{bad}},
	}
	p, _ := builtin(t)
	result, findings, err := PDF(t.Context(), doc, p, fonts.FS)
	if err != nil || len(result.PDF) == 0 {
		t.Fatalf("PDF: %v", err)
	}
	if len(findings) == 0 {
		t.Error("no findings")
	}
}

// TestBadFonts: a font that is not there or is none is an error with its name.
func TestBadFonts(t *testing.T) {
	p, _ := builtin(t)
	for _, fonts := range []fstest.MapFS{{}, {p.Font.Regular: {Data: []byte("no font")}}} {
		_, _, err := PDF(t.Context(), &paper.Document{}, p, fonts)
		if err == nil || !strings.Contains(err.Error(), p.Font.Regular) {
			t.Errorf("error %v, want one that names %s", err, p.Font.Regular)
		}
	}
}
