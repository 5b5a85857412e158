package intake

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

// A moody inbox refuses to open some names.
type moody struct {
	fstest.MapFS
	moods map[string]error
}

func (m moody) Open(name string) (fs.File, error) {
	if err := m.moods[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return m.MapFS.Open(name)
}

func (m moody) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := m.moods[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return m.MapFS.ReadDir(name)
}

// account reads an inbox and returns what became of each file, with the codes of
// all findings about it.
func account(t *testing.T, inbox fs.FS, opt Options) map[string]string {
	t.Helper()
	opt.Limits = DefaultLimits()
	in, err := Read(t.Context(), inbox, opt)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range in.Files {
		all[f.Name] = string(f.State)
	}
	for _, f := range in.Findings {
		all[f.At[0].File] += " " + f.Code
	}
	return all
}

// TestTroubles: what is wrong with one file is told about that file, and all
// others are read.
func TestTroubles(t *testing.T) {
	const nfd = "chi ho\u0323\u0302i.xlsx"
	book := pack(t, bare)
	inbox := moody{
		MapFS: fstest.MapFS{
			"a.xlsx": {Data: book}, "b.xlsx": {Data: book}, "c.xlsx": {Data: book}, "d.xlsx": {Data: book},
			"kín/e.xlsx": {Data: book}, "mở/sâu/f.xlsx": {Data: book}, "A.xlsx": {Data: book},
			"chi hội.xlsx": {Data: book}, nfd: {Data: book}, "g.xlsb": {Data: []byte("PK")},
		},
		moods: map[string]error{
			"b.xlsx": fs.ErrNotExist, "c.xlsx": fs.ErrPermission, "d.xlsx": errors.New("input/output error"), "kín": fs.ErrPermission,
		},
	}
	want := map[string]string{
		"a.xlsx": "read", "A.xlsx": "read", "mở/sâu/f.xlsx": "read", "chi hội.xlsx": "read", nfd: "read",
		"b.xlsx": "skipped file.vanished", "c.xlsx": "rejected file.unreadable", "d.xlsx": "rejected file.unreadable",
		"kín/": "rejected file.unreadable", "g.xlsb": "skipped file.format",
	}
	if diff := cmp.Diff(want, account(t, inbox, Options{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, err := Read(t.Context(), moody{moods: map[string]error{".": fs.ErrPermission}}, Options{}); err == nil {
		t.Error("an inbox that nobody may list was read")
	}
}

// TestRealFolder: links, pipes and names of broken letters in a folder on disk.
func TestRealFolder(t *testing.T) {
	dir := t.TempDir()
	book := pack(t, bare)
	broken := "chi h\xe9i.xlsx"
	for _, name := range []string{"a.xlsx", broken} {
		if err := os.WriteFile(filepath.Join(dir, name), book, 0o600); err != nil {
			t.Skipf("this system has no such name: %v", err)
		}
	}
	for link, to := range map[string]string{"link.xlsx": "a.xlsx", "lost.xlsx": "none.xlsx", "loop": "."} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skipf("this system has no links: %v", err)
		}
	}
	want := map[string]string{
		"a.xlsx": "read", `chi h\xE9i.xlsx`: "rejected file.name",
		"link.xlsx": "skipped file.link", "lost.xlsx": "skipped file.link", "loop": "skipped file.link",
	}
	if diff := cmp.Diff(want, account(t, os.DirFS(dir), Options{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestSettling: a file that looks half copied is waited for, and read when it is
// whole; nothing else is waited for.
func TestSettling(t *testing.T) {
	book := pack(t, bare)
	const never = "never"
	tests := []struct {
		reason        string
		name          string
		first, second string // what stands there before and after waiting
		want          string
		waits         bool
	}{
		{"a whole workbook", "a.xlsx", string(book), "", "read", false},
		{"half a workbook that is soon whole", "a.xlsx", string(book[:300]), string(book), "read", true},
		{"half a workbook that stays so", "a.xlsx", string(book[:300]), string(book[:300]), "rejected file.damaged", true},
		{"nothing yet", "a.xlsx", "", string(book), "read", true},
		{"a copy without end", "a.xlsx", string(book[:300]), never, "rejected file.changing", true},
		{"text never tells whether it is whole", "a.csv", "Chỉ tiêu;20", "Chỉ tiêu;2019", "read", true},
		{"half a photo", "a.jpg", "\xFF\xD8", "\xFF\xD8\xFF\xD9", "read", true},
		{"a whole photo", "a.jpg", "\xFF\xD8\xFF\xD9", "", "read", false},
		{"a text file is no matter", "a.txt", "x", "", "skipped file.other", false},
	}
	for _, tt := range tests {
		inbox := fstest.MapFS{tt.name: {Data: []byte(tt.first)}}
		waited := false
		got := account(t, inbox, Options{Settled: func(_ context.Context, name string) bool {
			waited = true
			inbox[name] = &fstest.MapFile{Data: []byte(tt.second), ModTime: time.Unix(1, 0)}
			return tt.second != never
		}})
		if got[tt.name] != tt.want || waited != tt.waits {
			t.Errorf("%s: got %q, waited %v", tt.reason, got[tt.name], waited)
		}
		if data := inbox[tt.name].Data; tt.want == "read" && string(data) != tt.first && string(data) != tt.second {
			t.Errorf("%s: read %q", tt.reason, data)
		}
	}
}

// TestConversion: what is read is what the converter makes; what is kept is what
// was sent.
func TestConversion(t *testing.T) {
	book := pack(t, bare)
	ole := append([]byte(string(oleMagic)), make([]byte, 600)...)
	locked := append([]byte(string(ole)), utf16le("EncryptedPackage")...)
	old := append([]byte(string(oleMagic)), make([]byte, 504)...)
	old = append(old, 0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x2F, 0)
	xlsb := pack(t, map[string]string{"_rels/.rels": strings.Replace(bare["_rels/.rels"], "workbook.xml", "workbook.bin", 1)})
	tests := []struct {
		reason string
		name   string
		data   []byte
		form   string // asked for, "" for not at all
		want   string
		none   string // without a converter
	}{
		{"an old workbook", "a.xls", ole, "xls", "read file.converted", "skipped file.xls"},
		{"one with a new name", "a.xlsx", ole, "xls", "read file.converted", "skipped file.xls"},
		{"a page of HTML with an old name", "a.xls", []byte("<html>"), "xls", "read file.converted", "skipped file.format"},
		{"a new workbook with an old name", "a.xls", book, "", "read", "read"},
		{"of LibreOffice", "a.ods", []byte("PK.."), "ods", "read file.converted", "skipped file.format"},
		{"of binary parts", "a.xlsx", xlsb, "xlsb", "read file.converted", "skipped file.format"},
		{"with a password", "a.xlsx", locked, "", "rejected file.password", "rejected file.password"},
		{"an old one with a password", "a.xls", old, "", "rejected file.password", "rejected file.password"},
		{"that cannot be converted", "kaputt.ods", []byte("PK"), "ods", "rejected file.unconverted", "skipped file.format"},
	}
	for _, tt := range tests {
		inbox := fstest.MapFS{tt.name: {Data: tt.data}}
		asked := ""
		convert := func(_ context.Context, form string, _ []byte) ([]byte, error) {
			if asked = form; strings.HasPrefix(tt.name, "kaputt") {
				return nil, errors.New("no workbook")
			}
			return book, nil
		}
		if got := account(t, inbox, Options{Convert: convert})[tt.name]; got != tt.want || asked != tt.form {
			t.Errorf("%s: got %q, asked for %q", tt.reason, got, asked)
		}
		if got := account(t, inbox, Options{})[tt.name]; got != tt.none {
			t.Errorf("%s, without converter: got %q", tt.reason, got)
		}
	}
	in, err := Read(t.Context(), fstest.MapFS{"a.xls": {Data: ole}}, Options{Limits: DefaultLimits(), Convert: func(context.Context, string, []byte) ([]byte, error) { return book, nil }})
	if err != nil || in.Files[0].SHA256 != sum(ole) || in.Books[0].SHA256 != sum(ole) || string(in.Bytes["a.xls"]) != string(ole) || in.Files[0].Cells != 1 {
		t.Errorf("not the original is kept: %v, %v", in.Files, err)
	}
}

// TestProgress: the calls come in order, from one goroutine, and end.
func TestProgress(t *testing.T) {
	inbox := fstest.MapFS{"a.xlsx": {Data: pack(t, bare)}, "b.txt": {}, "c.csv": {Data: []byte("x")}}
	var got []string
	if _, err := Read(t.Context(), inbox, Options{Limits: DefaultLimits(), Progress: func(done, total int, file string) {
		got = append(got, strings.Repeat("#", done)+strings.Repeat(".", total-done)+file)
	}}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"...a.xlsx", "#..b.txt", "##.c.csv", "###"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestFaultHasItsCell: a finding about a broken sheet names the sheet and the
// cell where reading broke off.
func TestFaultHasItsCell(t *testing.T) {
	data := pack(t, with(map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="3"><c r="B3"><v>x</v></c></row></sheetData></worksheet>`}))
	in, err := Read(t.Context(), fstest.MapFS{"a.xlsx": {Data: data}}, Options{Limits: DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	if want := (reports.Cell{File: "a.xlsx", Sheet: "A", Addr: "B3"}); in.Findings[0].At[0] != want {
		t.Errorf("got %v", in.Findings)
	}
}

// TestReadEnds: when the context ends no further file is begun, what helps to
// read the file in hand is told, and there is no inbox.
func TestReadEnds(t *testing.T) {
	inbox := fstest.MapFS{}
	for i := range 100 {
		inbox[fmt.Sprintf("%03d.xls", i)] = &fstest.MapFile{Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")}
	}
	ctx, cancel := context.WithCancel(t.Context())
	begun, calls := 0, atomic.Int64{}
	in, err := Read(ctx, inbox, Options{
		Limits:   DefaultLimits(),
		Progress: func(done, _ int, _ string) { begun = done },
		Convert: func(ctx context.Context, _ string, _ []byte) ([]byte, error) {
			if calls.Add(1) >= 10 {
				cancel()
				<-ctx.Done() // the program is killed
			}
			return nil, ctx.Err()
		},
	})
	if in != nil || !errors.Is(err, context.Canceled) || begun > 20 {
		t.Errorf("%d files begun, %v", begun, err)
	}
}
