package deliver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/templates"
)

// words are those of a report of one ward; change makes those of a case.
func words(change func(*Words)) Words {
	w := Words{
		Unit: "Hội CCB phường Hoa Sen", Parent: "Hội CCB thành phố", Title: "Báo cáo tổng kết năm 2026",
		From: "01/01/2026", To: "31/12/2026", Edition: "nam_2026-01-01_2026-12-31_v2", Branches: "34/34",
		Report: "Báo cáo năm 2026", Short: "Hội CCB phường Hoa Sen", Version: "2",
	}
	change(&w)
	return w
}

// TestWords: each letter as it is read, in testdata/words.txtar.
func TestWords(t *testing.T) {
	missing := []string{"Chi hội 3", "Chi hội 7"}
	var got txtar.Archive
	for _, tt := range []struct {
		name, kind string
		words      Words
	}{
		{"draft 1, to be approved", Draft, words(func(w *Words) {
			w.Version, w.Code, w.Sends, w.Warning = "1", "4F7-K2M", true, 7
			w.Figures = []string{"Tổng số hội viên: 812 người", "Tổng số quỹ hội: 240.500.000 đồng"}
			w.Commands = []string{"Khi được duyệt, gõ: ccbreport approve nam_2026-01-01_2026-12-31_v1 …"}
		})},
		{"draft 2, with figures that changed", Draft, words(func(w *Words) {
			w.Code, w.Signs, w.Since = "K2M-4F7", true, "1"
			w.Changed, w.MoreChanged, w.Reworded = []string{"Tổng số hội viên: 812 → 815 người"}, 3, 5
		})},
		{"draft 2, with other words", Draft, words(func(w *Words) { w.Code, w.Since, w.Reworded = "K2M-4F7", "1", 2 })},
		{"draft 2, as draft 1", Draft, words(func(w *Words) { w.Code, w.Since = "K2M-4F7", "1" })},
		{"draft, final by itself", Draft, words(func(w *Words) {})},
		{"draft, all there is", Draft, words(func(w *Words) {
			w.Branches, w.Missing, w.Blocking, w.Due = "32/34", missing, 2, "15/12/2026"
			w.Asked, w.MoreAsked = []string{"Chi hội 5 ghi “Cuộc thi cờ tướng”: 7 cuộc. Đó là chỉ tiêu nào?", "chi hoi 5.xlsx, ô C12: “12x” không phải là số"}, 4
			w.Since, w.Changed = "1", []string{"Tổng số hội viên: 812 → 815 người"}
			w.Commands, w.Trial = []string{"Sửa xong, gõ: ccbreport run --report nam"}, "chutich@example.vn"
		})},
		{"copy, to keep", Copy, words(func(w *Words) { w.Number, w.Date, w.Sends = "05/BC-CCB", "20/12/2026", true })},
		{"copy, to nobody yet", Copy, words(func(w *Words) {})},
		{"copy, to be signed", Copy, words(func(w *Words) {
			w.Number, w.Date, w.Signs, w.Missing, w.Trial = "05/BC-CCB", "20/12/2026", true, missing, "chutich@example.vn"
			w.Commands = []string{"Ký xong, gõ: ccbreport release nam_2026-01-01_2026-12-31_v2 --scan TỆP"}
		})},
		{"final", Final, words(func(w *Words) {
			w.Number, w.Date, w.Addressees = "05-BC/CCB", "20/12/2026", []string{"Đảng ủy phường Hoa Sen", "Hội CCB thành phố"}
		})},
		{"final, sent automatically", Final, words(func(w *Words) {})},
		{"final, all there is", Final, words(func(w *Words) {
			w.Number, w.Date, w.Branches, w.Missing = "07-BC/CCB", "22/12/2026", "33/34", missing[:1]
			w.Replaces, w.Trial, w.Lines = "số 05-BC/CCB ngày 20/12/2026", "vp@example.vn", []string{"Bản giấy có chữ ký gửi sau."}
		})},
		{"failure", Failure, words(func(w *Words) {
			w.Troubles, w.Commands = []string{"Thư gửi vp@example.vn KHÔNG GỬI ĐƯỢC: hộp thư nơi nhận đã đầy."}, []string{"Hỏi nơi nhận, rồi gõ: ccbreport outbox retry 01234567"}
		})},
		{"failure, as a program of before says it", Failure, words(func(w *Words) { w.Lines = []string{"Máy chủ thư từ chối địa chỉ vp@example.vn"} })},
		{"failure, all there is", Failure, words(func(w *Words) {
			w.Missing, w.Branches, w.Blocking, w.Due, w.Next, w.Trial = missing, "32/34", 2, "15/12/2026", "08:00 ngày 16/12/2026", "x@example.vn"
		})},
		{"reminder", Reminder, words(func(w *Words) { w.Due, w.DueDay, w.Branches = "15/12/2026", "15/12", "" })},
		{"reminder, all have sent", Reminder, words(func(w *Words) { w.Due, w.DueDay = "15/12/2026", "15/12" })},
		{"reminder, all there is", Reminder, words(func(w *Words) {
			w.DueDay = "15/12"
			w.Due, w.Missing, w.Branches, w.Lines, w.Trial = "15/12/2026", missing, "32/34", []string{"Bổ sung ảnh hoạt động"}, "x@example.vn"
		})},
		{"done", Done, words(func(w *Words) { w.Lines = []string{"vp@example.vn: đã nhận"} })},
		{"done, all there is", Done, words(func(w *Words) {
			w.Number, w.Date, w.Next, w.Missing, w.Branches, w.Trial = "05-BC/CCB", "20/12/2026", "15/12/2027", missing, "32/34", "x@example.vn"
		})},
	} {
		subject, text, err := Compose(templates.FS, tt.kind, tt.words)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		got.Files = append(got.Files, txtar.File{Name: tt.name, Data: []byte(subject + "\n\n" + text)})
	}
	file := filepath.Join("testdata", "words.txtar")
	if *update {
		if err := os.WriteFile(file, txtar.Format(&got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(txtar.Format(want)), string(txtar.Format(&got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOwnWords(t *testing.T) {
	for _, tt := range []struct {
		reason, template string
		want             string // subject|text, or the error
	}{
		{"as Windows saves it", "\uFEFFSubject: {{.Title}}\r\n\r\nKính gửi\r\n", "Báo cáo x|Kính gửi\n"},
		{"a value of two lines", "Subject: {{.Due}}\n\n{{.Due}}", "a b|a b\n"},
		{"a word that there is not", "Subject: x\n\nx {{.Titel}}\n", "mail-done.txt:3: letters have no value {{.Titel}}"},
		{"one where these words do not lead", "Subject: x\n\n{{if .Trial}}\n{{.Trail}}{{end}}\n", "mail-done.txt:4: letters have no value {{.Trail}}"},
		{"one where these words lead", "Subject: x\n\n{{if not .Trial}}\n{{.Trail}}{{end}}\n", "mail-done.txt:4: letters have no value {{.Trail}}"},
		{"one within a list", "Subject: x\n\n{{range .Missing}}{{.Name}}{{end}}\n", "mail-done.txt:3: letters have no value {{.Name}}"},
		{"an action left open", "Subject: x\n\n{{if .Trial}}\n", "mail-done.txt:4: the letter is not written right (unexpected EOF)"},
		{"no subject", "Kính gửi\n\nx\n", "mail-done.txt:1: the first line must be"},
		{"no empty line", "Subject: x\ny\n\nz\n", "mail-done.txt:1: the first line must be"},
		{"nothing", "", "mail-done.txt:1: the first line must be"},
	} {
		own := fstest.MapFS{"mail-done.txt": {Data: []byte(tt.template)}}
		subject, text, err := Compose(own, Done, Words{Title: "Báo cáo x", Due: "a\nb"})
		got := subject + "|" + text
		if err != nil {
			got = err.Error()
		}
		if got != tt.want && (err == nil || !strings.Contains(got, tt.want)) {
			t.Errorf("%s:\n got %q\nwant %q", tt.reason, got, tt.want)
		}
	}
	if _, _, err := Compose(fstest.MapFS{}, Done, Words{}); err == nil || !strings.Contains(err.Error(), "mail-done.txt") {
		t.Errorf("no template: %v", err)
	}
}

func TestFileName(t *testing.T) {
	const usual = "bao-cao_{report}_{unit}_{from}_{to}.pdf"
	for _, tt := range []struct{ reason, pattern, unit, want string }{
		{"the usual one", usual, "Phường  Hoà Bình", "bao-cao_giua-nhiem-ky_phuong-hoa-binh_2020-01-01_2020-06-30.pdf"},
		{"every letter", "{unit}.pdf", "Hội CCB xã Đông Mỹ – Ý Yên (số 2)", "hoi-ccb-xa-dong-my-y-yen-so-2.pdf"},
		{"letters typed in parts", "{unit}.pdf", "Mường Kha\u0301nh", "muong-khanh.pdf"},
		{"no placeholder", "bao-cao.pdf", "x", "bao-cao.pdf"},
		{"an unknown placeholder", "{ward}.pdf", "x", "error"},
		{"a folder", "../{unit}.pdf", "x", "error"},
		{"marks in the pattern", "báo-cáo.pdf", "x", "error"},
		{"a unit of other letters", "{unit}.pdf", "北京", "error"},
		{"too long", "{unit}{unit}.pdf", strings.Repeat("phường ", 9), "error"},
		{"nothing", "", "x", "error"},
	} {
		got, err := FileName(tt.pattern, "giua-nhiem-ky", tt.unit, reports.Months(2020, 1, 6))
		if err != nil {
			got = "error"
		}
		if got != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.reason, got, err, tt.want)
		}
	}
}
