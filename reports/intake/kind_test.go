package intake

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestKinds: the first bytes say what a file is, whatever it is called; what is
// refused is refused for what it is.
func TestKinds(t *testing.T) {
	book := string(pack(t, bare))
	zip := string(pack(t, map[string]string{"chi hoi 1.xlsx": book}))
	word := string(pack(t, map[string]string{"_rels/.rels": strings.Replace(bare["_rels/.rels"], "xl/workbook.xml", "word/document.xml", 1)}))
	doc := string(oleMagic) + strings.Repeat("\x00", 504) + string(utf16le("WordDocument"))
	const page = `<table><tr><td>Hội viên</td><td>46</td></tr></table>`
	const table = "Chỉ tiêu\t2031\nHội viên\t46\n"
	tests := []struct{ name, data, want string }{
		{"a.xls", page, "read"},
		{"a.xlsx", page, "read"},
		{"a.csv", page, "read"},
		{"a.ods", page, "read"},
		{"a", page, "read"},
		{"a.xlsx", table, "read"},
		{"a.xls", table, "read"},
		{"a.txt", table, "read"},
		{"a", table, "read"},
		{"a", book, "read"},
		{"a.zip", book, "read"},
		{"Báo cáo chi hội 1. Năm 2031", book, "read"},
		{"CH 1.2031", book, "read"},
		{"a.ods", book, "read"},
		{"a.txt", "Kính gửi Hội;\nchi hội xin báo\nhẹn tuần sau\n", "skipped file.other"},
		{"a", "xin chào\n", "skipped file.other"},
		{"a.xlsx", "\x00\x01\x02", "rejected file.damaged"},
		{"a.xlsx", "<a>không phải</a>", "rejected file.damaged"},
		{"a.zip", zip, "skipped file.archive"},
		{"a.xlsx", zip, "skipped file.archive"},
		{"a", zip, "skipped file.archive"},
		{"a.rar", "Rar!\x1A\x07\x00", "skipped file.archive"},
		{"a.zip", "PK", "skipped file.archive"},
		{"a.xlsx", word, "skipped file.document .docx"},
		{"a.xls", doc, "skipped file.document .doc"},
		{"a.xlsx", "%PDF-1.7", "skipped file.document .pdf"},
		{"a", "%PDF-1.7", "skipped file.document .pdf"},
		{"a.docx", word, "skipped file.other"},
		{"a.pdf", "%PDF-1.7", "skipped file.other"},
		{"a.xls", "MIME-Version: 1.0\r\n", "skipped file.format .mht"},
		{"a.xls", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, "skipped file.format .xml"},
		{"a", string(oleMagic) + strings.Repeat("\x00", 504), "skipped file.xls"},
		{"a", "", "skipped file.other"},
		{"a.xlsx", page[:30], "rejected file.damaged"},
	}
	for _, tt := range tests {
		in, err := Read(t.Context(), fstest.MapFS{tt.name: {Data: []byte(tt.data)}}, Options{Limits: DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		got := string(in.Files[0].State)
		for _, f := range in.Findings {
			if got += " " + f.Code; f.Code == "file.document" || f.Code == "file.format" {
				got += " " + fmt.Sprint(f.Args["ext"])
			}
		}
		if got != tt.want {
			t.Errorf("%s, %.20q: got %q, want %q", tt.name, tt.data, got, tt.want)
		}
	}
}

// TestHTML reads each page of testdata/html.txtar.
func TestHTML(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/html.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(ar.Files); i += 2 {
		page, want := ar.Files[i], string(ar.Files[i+1].Data)
		book, err := readHTML("x", page.Data, DefaultLimits())
		got := dumpBook(book, nil, err)
		if ar.Files[i+1].Data = []byte(got); !*update && got != want {
			t.Errorf("%s (-want +got)\n%s", page.Name, cmp.Diff(want, got))
		}
	}
	if *update {
		if err := os.WriteFile("testdata/html.txtar", txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCodePage: a page and a table of text in the code page of Vietnamese
// Windows are read as what they say.
func TestCodePage(t *testing.T) {
	const line = "H\xf4\xf2i vi\xean m\xf5\xeci;46\nT\xf4\xd2ng s\xf4\xec h\xf4\xf2i vi\xean;50\n" // Hội viên mới, Tổng số hội viên
	book, err := readCSV("x", []byte(line), DefaultLimits())
	if err != nil || book.Sheets[0].Rows[1].Cells[0].Text != "Tổng số hội viên" {
		t.Errorf("%v, %v", book, err)
	}
	book, err = readHTML("x", []byte("<meta charset=windows-1258><table><tr><td>v\xf4\xf2\xd5</td></tr></table>"), DefaultLimits())
	if err != nil || book.Sheets[0].Rows[0].Cells[0].Text != "vộƠ" {
		t.Errorf("%v, %v", book, err)
	}
}

// FuzzHTML: whatever a page holds, its rows and cells ascend, or it is refused
// with a code.
func FuzzHTML(f *testing.F) {
	ar, err := txtar.ParseFile("testdata/html.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(ar.Files); i += 2 {
		f.Add(ar.Files[i].Data)
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		book, err := readHTML("x", page, DefaultLimits())
		if err != nil {
			if !strings.HasPrefix(err.Error(), "file.") {
				t.Fatalf("error without a code: %v", err)
			}
			return
		}
		last := 0
		for _, r := range book.Sheets[0].Rows {
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col {
					t.Fatalf("column %d after %d", c.Col, col)
				}
				col = c.Col
			}
			if r.Num <= last || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d", r.Num, last)
			}
			last = r.Num
		}
	})
}
