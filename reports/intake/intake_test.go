package intake

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
)

const sample = "../testdata/ngoc-thuy/inbox"

// bare is the smallest workbook: parts that a test puts others in the place of.
var bare = map[string]string{
	"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
	"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml":            `<workbook xmlns:r="http://r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
}

// pack writes parts as a container, not compressed so that a test can change a
// byte; an empty part is left out.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(part, parts[name])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// with returns the bare workbook with other parts.
func with(over map[string]string) map[string]string {
	parts := maps.Clone(bare)
	maps.Copy(parts, over)
	return parts
}

var update = flag.Bool("update", false, "write what was read into testdata")

// TestSheets reads each case of testdata/sheets.txtar and looks.txtar: parts of a
// workbook by their names, after them the dump of what was read, or "fault: …".
func TestSheets(t *testing.T) {
	for _, name := range []string{"testdata/sheets.txtar", "testdata/looks.txtar"} {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		readCases(t, ar)
		if *update {
			if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func readCases(t *testing.T, ar *txtar.Archive) {
	var name string
	parts := map[string]string{}
	for i, f := range ar.Files {
		switch {
		case strings.HasPrefix(f.Name, "case "):
			name, parts = f.Name, map[string]string{}
		case f.Name == "want" && *update:
			ar.Files[i].Data = []byte(dump(pack(t, with(parts))))
		case f.Name == "want":
			t.Run(name, func(t *testing.T) {
				if diff := cmp.Diff(string(f.Data), dump(pack(t, with(parts)))); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		default:
			parts[f.Name] = strings.TrimSpace(string(f.Data))
		}
	}
}

// dump writes one cell a line.
func dump(data []byte) string {
	return dumpBook(readXLSX(data, DefaultLimits(), new([]byte)))
}

func dumpBook(book *Book, asides []aside, err error) string {
	if err != nil {
		return "fault: " + err.Error() + "\n"
	}
	var b strings.Builder
	for _, a := range asides {
		fmt.Fprintf(&b, "aside %s %q\n", a.code, a.sheet)
	}
	for _, s := range book.Sheets {
		fmt.Fprintf(&b, "sheet %q hidden=%v merges=%v cols=%v\n", s.Name, s.Hidden, s.Merges, s.HiddenCols)
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				fmt.Fprintf(&b, "%s kind=%d %q", Addr(c.Col, r.Num), c.Kind, c.Text)
				if r.Hidden {
					b.WriteString(" hidden")
				}
				if c.Runs != nil {
					b.WriteString(" runs=[")
					for i, r := range c.Runs {
						if i > 0 {
							b.WriteString(" ")
						}
						fmt.Fprintf(&b, "{%q %q%s}", r.Text, r.Font, marks(r))
					}
					b.WriteString("]")
				}
				if c.Font != "" || c.Date || c.Percent {
					fmt.Fprintf(&b, " font=%q date=%v percent=%v", c.Font, c.Date, c.Percent)
				}
				if c.Formula != "" {
					fmt.Fprintf(&b, " formula=%q nocache=%v", c.Formula, c.NoCache)
				}
				if c.Look != nil {
					b.WriteString(looks(*c.Look))
				}
				b.WriteString("\n")
			}
		}
		for _, box := range s.Boxes {
			fmt.Fprintf(&b, "box %s %q\n", Addr(box.Col, box.Row), box.Text)
		}
		for _, box := range s.Comments {
			fmt.Fprintf(&b, "comment %s %q\n", Addr(box.Col, box.Row), box.Text)
		}
	}
	return b.String()
}

func marks(r Run) string {
	out := ""
	for _, mark := range []struct {
		word string
		set  bool
	}{{" raised", r.Raised}, {" lowered", r.Lowered}, {" struck", r.Struck}} {
		if mark.set {
			out += mark.word
		}
	}
	return out
}

// looks writes the fields of a look that are set.
func looks(l Look) string {
	out := ""
	v := reflect.ValueOf(l)
	for i := range v.NumField() {
		if f := v.Field(i); !f.IsZero() {
			out += fmt.Sprintf(" %s=%q", v.Type().Field(i).Name, fmt.Sprint(f))
		}
	}
	return out
}

// TestContainer feeds bytes that are no whole workbook.
func TestContainer(t *testing.T) {
	whole := pack(t, bare)
	ole := append(slices.Clone(oleMagic), make([]byte, 600)...)
	locked := append(slices.Clone(ole), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	flipped := bytes.Replace(slices.Clone(whole), []byte("<v>1</v>"), []byte("<v>2</v>"), 1)
	tests := []struct {
		reason string
		data   []byte
		want   string // beginning of the fault, "" for none
	}{
		{"a whole workbook is read", whole, ""},
		{"half a file has no directory", whole[:len(whole)/2], "file.damaged"},
		{"a changed byte does not pass the checksum", flipped, "file.damaged"},
		{"an old workbook", ole, "file.xls"},
		{"a password", locked, "file.password"},
		{"no container at all", []byte("<html>"), "file.damaged"},
		{"a part name that climbs out", pack(t, with(map[string]string{"../x.xml": "<a/>"})), "file.damaged"},
		{"one part under two spellings", pack(t, with(map[string]string{"XL/workbook.xml": "<a/>"})), "file.damaged"},
		{"a Word file", pack(t, map[string]string{
			"_rels/.rels": strings.Replace(bare["_rels/.rels"], "xl/workbook.xml", "word/document.xml", 1),
		}), "file.document"},
		{"an archive of files", pack(t, map[string]string{"chi hoi 1.xlsx": "x", "anh/1.jpg": "x"}), "file.archive"},
		{"a workbook that lost its relations", pack(t, with(map[string]string{"_rels/.rels": "", "[Content_Types].xml": ""})), "file.damaged"},
	}
	for _, tt := range tests {
		_, _, err := readXLSX(tt.data, DefaultLimits(), new([]byte))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %q", tt.reason, err, tt.want)
		}
	}
}

// TestLimits lowers each limit until a workbook does not pass.
func TestLimits(t *testing.T) {
	data := pack(t, with(map[string]string{
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>`,
	}))
	tests := []struct {
		reason string
		lower  func(*Limits)
		want   string
	}{
		{"the limits of the design", func(*Limits) {}, ""},
		{"container", func(l *Limits) { l.Container = 100 }, "file.toobig"},
		{"part", func(l *Limits) { l.Part = 40 }, "file.toobig"},
		{"total", func(l *Limits) { l.Total = 200 }, "file.toobig"},
		{"parts", func(l *Limits) { l.Parts = 3 }, "file.toobig"},
		{"depth", func(l *Limits) { l.Depth = 3 }, "file.damaged"},
		{"rows", func(l *Limits) { l.Rows = 1 }, "file.toobig"},
		{"column", func(l *Limits) { l.Col = 2 }, "file.toobig"},
		{"cells", func(l *Limits) { l.Cells = 2 }, "file.toobig"},
	}
	for _, tt := range tests {
		lim := DefaultLimits()
		tt.lower(&lim)
		_, _, err := readXLSX(data, lim, new([]byte))
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)) {
			t.Errorf("%s: got %v, want %q", tt.reason, err, tt.want)
		}
	}
}

// TestInbox accounts for every kind of file.
func TestInbox(t *testing.T) {
	book := pack(t, with(map[string]string{
		"_rels/.rels":       strings.Replace(bare["_rels/.rels"], "</", `<Relationship Id="r2" Type="http://x/core-properties" Target="docProps/core.xml"/></`, 1),
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="c" xmlns:d="d"><d:modified>2020-07-01T09:00:00Z</d:modified></cp:coreProperties>`,
	}))
	inbox := fstest.MapFS{
		"a.xlsx":            {Data: book},
		"con/b.XLSM":        {Data: book},
		"c.csv":             {Data: []byte("Chỉ tiêu;2019\nTổng số hội viên;46\n")},
		"~$a.xlsx":          {Data: []byte("x")},
		".~lock.a.xlsx#":    {Data: []byte("x")},
		"tai.xlsx.part":     {Data: []byte("x")},
		"Thumbs.db":         {Data: []byte("x")},
		"ghi chu.txt":       {Data: []byte("x")},
		"cu.xls":            {Data: oleMagic},
		"d.ods":             {Data: []byte("PK")},
		"e.xlsx":            {Data: nil},
		"anh/1.jpg":         {Data: []byte("x")},
		"loi tat.xlsx":      {Data: []byte("x"), Mode: fs.ModeSymlink},
		"nua.xlsx":          {Data: book[:200]},
		"dien thoai/o.xlsx": {Data: []byte("x"), Mode: fs.ModeNamedPipe},
	}
	in, err := Read(t.Context(), inbox, Options{Limits: DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range in.Files {
		got[f.Name] = strings.TrimSpace(string(f.State) + " " + f.Why)
	}
	want := map[string]string{
		"a.xlsx": "read", "con/b.XLSM": "read", "c.csv": "read", "anh/1.jpg": "read",
		"~$a.xlsx": "skipped file.lock", ".~lock.a.xlsx#": "skipped file.lock", "tai.xlsx.part": "skipped file.partial",
		"Thumbs.db": "skipped file.system", "ghi chu.txt": "skipped file.other", "cu.xls": "skipped file.xls",
		"d.ods": "skipped file.format", "e.xlsx": "rejected file.empty", "loi tat.xlsx": "skipped file.link",
		"nua.xlsx": "rejected file.damaged", "dien thoai/o.xlsx": "skipped file.irregular",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, f := range in.Findings {
		delete(want, f.At[0].File)
	}
	for name, state := range want {
		if state != string(reports.Read) {
			t.Errorf("%s has no finding", name)
		}
	}
	if in.Books[0].Modified != time.Date(2020, 7, 1, 9, 0, 0, 0, time.UTC) {
		t.Errorf("modified: %v", in.Books[0].Modified)
	}
}

// TestCSV reads one table in the encodings that Excel and phones write.
func TestCSV(t *testing.T) {
	want := []Row{
		{Num: 1, Cells: []Cell{{Col: 1, Text: "Chỉ tiêu"}, {Col: 2, Text: "2019"}}},
		{Num: 3, Cells: []Cell{{Col: 1, Text: "Ủng hộ, từ thiện"}, {Col: 2, Text: "8.958.000"}}},
	}
	text := "Chỉ tiêu\t2019\n\nỦng hộ, từ thiện\t8.958.000\n"
	utf16le, utf16be := []byte{0xFF, 0xFE}, []byte{0xFE, 0xFF}
	for _, r := range text {
		utf16le = append(utf16le, byte(r), byte(r>>8))
		utf16be = append(utf16be, byte(r>>8), byte(r))
	}
	tests := []struct {
		reason string
		data   []byte
	}{
		{"tabs", []byte(text)},
		{"byte order mark", append([]byte("\xEF\xBB\xBF"), text...)},
		{"semicolons, as Excel writes in Vietnam", []byte(strings.ReplaceAll(text, "\t", ";"))},
		{"quoted commas", []byte(strings.NewReplacer("\t", ",", "Ủng hộ, từ thiện", `"Ủng hộ, từ thiện"`).Replace(text))},
		{"UTF-16, little end first", utf16le},
		{"UTF-16, big end first", utf16be},
	}
	for _, tt := range tests {
		book, err := readCSV("x", tt.data, DefaultLimits())
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if diff := cmp.Diff(want, book.Sheets[0].Rows); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.reason, diff)
		}
	}
}

// TestCSVForms reads tables that people and programs write by their own rules.
func TestCSVForms(t *testing.T) {
	tests := []struct{ reason, data, want string }{ // want: cells by address, or the beginning of the fault
		{"Excel's own first line is no row", "sep=;\nA;1\n", "A1=A B1=1"},
		{"line ends of Windows and of old Macs", "a;b\r\nc;d\re;f", "A1=a B1=b A2=c B2=d A3=e B3=f"},
		{"a line end in quotes is none", "\"a\nb\";1\nc;2", "A1=a\nb B1=1 A2=c B2=2"},
		{"two quotes in quotes are one", `"a ""b"" c",1`, `A1=a "b" c B1=1`},
		{"a quote inside a field is a letter", "5\" x 3;1\n", `A1=5" x 3 B1=1`},
		{"letters behind the quote belong to the field", `"a"b,1`, "A1=ab B1=1"},
		{"fields without text are none", ";;3\n\n; ;\n4", "C1=3 A4=4"},
		{"a comma as decimal mark", "Quỹ;8,5\nThu;9,5\n", "A1=Quỹ B1=8,5 A2=Thu B2=9,5"},
		{"no end of the last line", "a;1\nb;2", "A1=a B1=1 A2=b B2=2"},
		{"one byte per letter", "H\xe9i vi\xaan;46\n", "A1=H\u00e9i vi\u00aan B1=46"},
		{"nothing", "\n\n", ""},
		{"a quotation that is cut", "a;\"b\nc;d\n", "file.damaged: a quotation in row 1"},
		{"a letter that is cut", "Chỉ tiêu;hội vi\xc3", "file.damaged: 1 bytes are no UTF-8"},
		{"NUL", "a;\x00;b", "file.damaged: not a text file"},
		{"a value too far right", strings.Repeat(";", 2000) + "1", "file.toobig: a value in column BXY"},
		{"too many rows", strings.Repeat("1\n", 200_001), "file.toobig: more than"},
	}
	for _, tt := range tests {
		var got []string
		book, err := readCSV("x", []byte(tt.data), DefaultLimits())
		if err != nil {
			if !strings.HasPrefix(err.Error(), tt.want) || tt.want == "" {
				t.Errorf("%s: %v", tt.reason, err)
			}
			continue
		}
		for _, r := range book.Sheets[0].Rows {
			for _, c := range r.Cells {
				got = append(got, Addr(c.Col, r.Num)+"="+c.Text)
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.reason, diff)
		}
	}
}

// FuzzSheet holds the reader to its law: whatever a sheet part holds, it is read
// with rows and cells ascending, or refused with a code; it never panics.
func FuzzSheet(f *testing.F) {
	f.Add(bare["xl/worksheets/sheet1.xml"])
	f.Add(`<worksheet><sheetData><row><c t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>a</t></r></is></c></row></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, part string) {
		book, _, err := readXLSX(pack(t, with(map[string]string{"xl/worksheets/sheet1.xml": part})), DefaultLimits(), new([]byte))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "file.") {
				t.Fatalf("error without a code: %v", err)
			}
			return
		}
		for _, s := range book.Sheets {
			for i, r := range s.Rows {
				if i > 0 && r.Num <= s.Rows[i-1].Num || len(r.Cells) == 0 {
					t.Fatalf("row %d out of order or empty", r.Num)
				}
			}
		}
	})
}
