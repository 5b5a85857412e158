package batch

import (
	"bytes"
	"cmp"
	"context"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// filledInbox is an inbox of forms filled in without a fault, the ward's left
// out.
func filledInbox(t *testing.T, job Job) (fstest.MapFS, []FormFile) {
	t.Helper()
	forms, _ := filledForms(t, job)
	inbox := fstest.MapFS{}
	for _, form := range forms[1:] {
		inbox[form.Name] = &fstest.MapFile{Data: form.Bytes}
	}
	return inbox, forms
}

func checkInbox(t *testing.T, job Job, inbox fstest.MapFS) *Checked {
	t.Helper()
	job.Inbox = inbox
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// returned is what goes back under a name, nil if there is none.
func returned(c *Checked, name string) []byte {
	if i := slices.IndexFunc(c.Papers, func(b archive.Blob) bool { return b.Name == name }); i >= 0 {
		return c.Papers[i].Bytes
	}
	return nil
}

// TestNothingUsableCame: a branch whose file holds no figure that can be used is
// not told that nothing came, but what is the matter with what came; account,
// table and letter agree.
func TestNothingUsableCame(t *testing.T) {
	job := newWard(5, 3).job
	blank, err := Forms(t.Context(), job, openStore(t))
	if err != nil {
		t.Fatal(err)
	}
	locked := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, bytes.Repeat([]byte{0}, 600)...)
	locked = append(locked, "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...)
	for _, c := range []struct {
		reason string
		data   []byte
		code   string
		says   string
	}{
		{"a form as it was sent out", blank[1].Bytes, "file.blank", "là phiếu số liệu nhưng chưa điền số nào. Nhờ đồng chí điền vào các ô màu vàng"},
		{"half of a file", blank[1].Bytes[:len(blank[1].Bytes)/2], "file.damaged", "bị hỏng"},
		{"a password", locked, "file.password", "có mật khẩu"},
		{"no byte", []byte{}, "file.empty", "rỗng"},
	} {
		inbox, forms := filledInbox(t, job)
		name := forms[1].Name
		inbox[name] = &fstest.MapFile{Data: c.data}
		got := checkInbox(t, job, inbox)
		id := job.Branches[0].ID
		i := slices.IndexFunc(got.Files, func(f reports.File) bool { return f.Name == name })
		if got.Files[i].State != reports.Rejected || got.Files[i].Unit != id {
			t.Errorf("%s: the account says %+v", c.reason, got.Files[i])
		}
		if !slices.ContainsFunc(got.Findings, func(f Finding) bool {
			return f.Code == c.code && f.Severity == reports.Blocking && got.Concerns(f) == id
		}) {
			t.Errorf("%s: no %s", c.reason, c.code)
		}
		if len(got.Branches.Missing) != 1 || got.Branches.Missing[0].ID != id || got.Branches.List[0].Received || !slices.Equal(got.Branches.List[0].Files, []string{name}) {
			t.Errorf("%s: missing are %v, standing %+v", c.reason, got.Branches.Missing, got.Branches.List[0])
		}
		letter := string(returned(got, "phan-hoi/"+string(id)+".txt"))
		if !strings.Contains(letter, "đã nhận được tệp "+name) || !strings.Contains(letter, c.says) || strings.Contains(letter, "chưa nhận được") || strings.Contains(letter, "không nhận ra chỉ tiêu") {
			t.Errorf("%s: the letter says\n%s", c.reason, letter)
		}
		if rows, err := openBook(t, returned(got, StandingFile)).GetRows("Tình hình"); err != nil || !slices.ContainsFunc(rows, func(r []string) bool { return len(r) > 2 && r[0] == "1" && r[2] == "CHƯA CÓ SỐ" }) {
			t.Errorf("%s: the table says %q (%v)", c.reason, rows, err)
		}
	}
}

func openStore(t *testing.T) *archive.Store {
	t.Helper()
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// TestPhotosOfAForm: a branch that sent a photo or a document instead of a
// workbook is told that this is what came.
func TestPhotosOfAForm(t *testing.T) {
	job := newWard(5, 3).job
	for _, ext := range []string{".jpg", ".pdf", ".docx"} {
		inbox, forms := filledInbox(t, job)
		delete(inbox, forms[1].Name)
		name := "zalo/" + strings.TrimSuffix(forms[1].Name, ".xlsx") + ext
		inbox[name] = &fstest.MapFile{Data: []byte("no workbook")}
		got := checkInbox(t, job, inbox)
		letter := string(returned(got, "phan-hoi/ch-1.txt"))
		if !strings.Contains(letter, "đã nhận được tệp "+name) || !strings.Contains(letter, "không đọc được ảnh, PDF, Word") || strings.Contains(letter, "chưa nhận được") {
			t.Errorf("%s: the letter says\n%s", name, letter)
		}
		if got.Branches.List[0].Received || !slices.Equal(got.Branches.List[0].Files, []string{name}) {
			t.Errorf("%s: standing %+v", name, got.Branches.List[0])
		}
	}
}

// TestHeadsOfBranchesAreSpokenTo: what is said to the head of a branch asks
// nothing of him that only the ward can do, nor to delete a row or to name it as
// the catalogue does; and no words stand for him that he never gets.
func TestHeadsOfBranchesAreSpokenTo(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(templates.FS, "findings.toml")
	if err != nil {
		t.Fatal(err)
	}
	office := regexp.MustCompile(`(?i)thư mục|config|aliases|indicators\.toml|ccbreport|chương trình|chạy lại|chấp nhận|người phụ trách máy|chi tiết kỹ thuật|(hỏi|nhắc|đề nghị)( lại)?( các)? chi hội`)
	names := regexp.MustCompile(`(?i)xóa|bỏ (dòng|cột|trang)|(sửa|đổi) tên|(đúng|như trong) mẫu|danh mục`)
	n := 0
	for _, m := range regexp.MustCompile(`(?m)^code = "([a-z0-9./-]+)"`).FindAllStringSubmatch(string(text), -1) {
		code, reason, _ := strings.Cut(m[1], "/")
		said, _ := cat.Text(m[1])
		if reason == "branch" && !said.Branch {
			t.Errorf("%s is said to nobody", m[1])
		}
		if _, own := cat.Text(code + "/branch"); !said.Branch || reason == "" && own {
			continue
		}
		if said.Severity == reports.Note {
			t.Errorf("%s is a note, of which no branch hears", code)
		}
		for _, words := range []string{said.Message["vi"], said.Hint["vi"]} {
			if bad := cmp.Or(office.FindString(words), names.FindString(words)); bad != "" {
				t.Errorf("%s says to the head of a branch: %s", m[1], words)
			}
		}
		n++
	}
	if n < 60 {
		t.Errorf("only %d codes were looked at", n)
	}
}

// TestTwoFilesOfABranch: which of them counts is for the office to ask; the head
// of the branch gets no letter about it.
func TestTwoFilesOfABranch(t *testing.T) {
	job := newWard(5, 3).job
	inbox, forms := filledInbox(t, job)
	inbox["zalo/"+forms[1].Name] = &fstest.MapFile{Data: changed(t, forms[1].Bytes, "2020-07-03T08:00:00Z", map[string]any{"E12": 8})}
	got := checkInbox(t, job, inbox)
	if letter := returned(got, "phan-hoi/ch-1.txt"); letter != nil {
		t.Errorf("the letter says\n%s", letter)
	}
}

// changed returns a form with other values, saved at a time.
func changed(t *testing.T, data []byte, saved string, values map[string]any) []byte {
	t.Helper()
	book := openBook(t, data)
	for cell, value := range values {
		if err := book.SetCellValue("Chỉ tiêu", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetDocProps(&excelize.DocProperties{Modified: saved}); err != nil {
		t.Fatal(err)
	}
	return bookBytes(t, book)
}

// TestACorrectedCopyBesideTheOldFile: the marked copy, corrected and saved later,
// clears what was found, in the place of the old file or beside it under the name
// that a browser gives it.
func TestACorrectedCopyBesideTheOldFile(t *testing.T) {
	job := newWard(5, 3).job
	inbox, forms := filledInbox(t, job)
	name := forms[1].Name
	wrong := changed(t, forms[1].Bytes, "2020-07-01T08:00:00Z", map[string]any{"D12": "khoảng 30", "E14": "không rõ"})
	inbox[name] = &fstest.MapFile{Data: wrong}
	first := checkInbox(t, job, inbox)
	marked := returned(first, "phan-hoi/"+name)
	if marked == nil || first.Count(reports.Blocking) == 0 {
		t.Fatal("nothing is marked")
	}
	right := changed(t, marked, "2020-07-04T08:00:00Z", map[string]any{"D12": 7, "E14": 7})
	stem := strings.TrimSuffix(name, ".xlsx")
	for _, c := range []struct{ reason, name string }{
		{"over the old one", name}, {"as a browser names it", stem + " (1).xlsx"}, {"as Windows names it", stem + " - Copy.xlsx"},
		{"in another folder", "zalo/" + name}, {"under a name of his own", "da sua.xlsx"},
	} {
		inbox[name] = &fstest.MapFile{Data: wrong}
		inbox[c.name] = &fstest.MapFile{Data: right}
		got := checkInbox(t, job, inbox)
		for _, f := range got.Findings {
			if got.Concerns(f) == "ch-1" && f.Severity == reports.Blocking {
				t.Errorf("%s: %s %v %s", c.reason, f.Code, f.At, f.Message)
			}
		}
		if c.name != name {
			delete(inbox, c.name)
		}
	}
}

// TestALaterFileThatIsSilent: what could not be read stays open as long as no
// later workbook gives that figure, and so it does where nothing tells which
// workbook is the later one.
func TestALaterFileThatIsSilent(t *testing.T) {
	job := newWard(5, 3).job
	inbox, forms := filledInbox(t, job)
	wrong := map[string]any{"D12": "không rõ"}
	for _, c := range []struct {
		reason, saved string
		values        map[string]any
	}{
		{"it leaves the cell empty", "2020-07-04T08:00:00Z", map[string]any{"D12": nil}},
		{"it was saved earlier", "2020-06-04T08:00:00Z", map[string]any{"D12": 7}},
	} {
		inbox[forms[1].Name] = &fstest.MapFile{Data: changed(t, forms[1].Bytes, "2020-07-01T08:00:00Z", wrong)}
		inbox["khac/"+forms[1].Name] = &fstest.MapFile{Data: changed(t, forms[1].Bytes, c.saved, c.values)}
		got := checkInbox(t, job, inbox)
		if !slices.ContainsFunc(got.Findings, func(f Finding) bool {
			return f.Code == "number.notread" && f.Severity == reports.Blocking && f.At[0].Addr == "D12"
		}) {
			t.Errorf("%s: nothing blocks any more", c.reason)
		}
	}
}

// TestNothingPersonalGoesToOthers: what people wrote about people into a
// workbook goes into no letter and no table, and into no copy but of that very
// workbook.
func TestNothingPersonalGoesToOthers(t *testing.T) {
	job := newWard(5, 4).job
	inbox, forms := filledInbox(t, job)
	secrets := []string{"0912 345 678", "001234567890", "Nguyễn Văn Kín", "Trần Thị Ẩn", "ung thư"}
	planted := changed(t, forms[1].Bytes, "2020-07-01T08:00:00Z", map[string]any{
		"D12": "3 (ông Nguyễn Văn Kín, 0912 345 678)", "E12": "CCCD 001234567890", "D14": "2 bà Trần Thị Ẩn bị ung thư", "F14": "0912 345 678",
		"B16": "Ông Nguyễn Văn Kín ung thư", "D18": "=HYPERLINK(\"http://x\",\"0912 345 678\")",
	})
	inbox[forms[1].Name] = &fstest.MapFile{Data: planted}
	inbox["Nguyễn Văn Kín.txt"] = &fstest.MapFile{Data: []byte("0912 345 678")}
	got := checkInbox(t, job, inbox)
	if returned(got, "phan-hoi/"+forms[1].Name) == nil || returned(got, "phan-hoi/ch-1.txt") == nil {
		t.Fatal("nothing goes back")
	}
	for _, p := range got.Papers {
		own := p.Name == "phan-hoi/"+forms[1].Name
		text := string(p.Bytes)
		if strings.HasSuffix(p.Name, ".xlsx") {
			text = allText(t, p.Bytes, own)
		}
		for _, s := range secrets {
			if strings.Contains(text, s) {
				i := strings.Index(text, s)
				t.Errorf("%s holds %q: …%s…", p.Name, s, text[max(0, i-200):min(len(text), i+100)])
			}
		}
	}
}

// allText is all text in the cells and comments of a workbook; of a branch's own
// copy without its own cells and what the list shows of them.
func allText(t *testing.T, data []byte, own bool) string {
	t.Helper()
	book := openBook(t, data)
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		list := sheet == "Kết quả kiểm tra"
		for _, row := range rows {
			for col, text := range row {
				if !own || list && col != 4 {
					b.WriteString(text + "\n")
				}
			}
		}
		comments, err := book.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				b.WriteString(run.Text + "\n")
			}
		}
	}
	return b.String()
}

// TestOldFormsComeBackAsNew: of a workbook that had to be converted the branch
// gets the converted one back, marked, under a name that says what it is; sent
// again corrected, it is read.
func TestOldFormsComeBackAsNew(t *testing.T) {
	job := newWard(5, 3).job
	inbox, forms := filledInbox(t, job)
	stem := strings.TrimSuffix(forms[1].Name, ".xlsx")
	delete(inbox, forms[1].Name)
	inbox[stem+".ods"] = &fstest.MapFile{Data: []byte("PK of another program")}
	job.Convert = func(context.Context, string, []byte) ([]byte, error) {
		return changed(t, forms[1].Bytes, "2020-07-01T08:00:00Z", map[string]any{"D12": "không rõ"}), nil
	}
	got := checkInbox(t, job, inbox)
	marked := returned(got, "phan-hoi/"+stem+".ods.xlsx")
	if marked == nil || returned(got, "phan-hoi/"+stem+".ods") != nil {
		t.Fatal("no copy comes back, or one under the old name")
	}
	if sheets := openBook(t, marked).GetSheetList(); !slices.Contains(sheets, "Chỉ tiêu") || !slices.Contains(sheets, "Kết quả kiểm tra") {
		t.Errorf("sheets %v", sheets)
	}
	inbox[stem+".ods.xlsx"] = &fstest.MapFile{Data: changed(t, marked, "2020-07-04T08:00:00Z", map[string]any{"D12": 7})}
	if again := checkInbox(t, job, inbox); returned(again, "phan-hoi/ch-1.txt") != nil {
		t.Errorf("corrected, it is found fault with:\n%s", returned(again, "phan-hoi/ch-1.txt"))
	}
}
