package question

import (
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, text string) *Book {
	t.Helper()
	b, err := ReadBook(fstest.MapFS{AnswersFile: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// full is an answer that uses every key.
var full = reports.Answer{
	Key: "blank", Kind: reports.AskBlank, About: "“a” \"b\"\nc", Choice: reports.Nought, Why: "có hỏi", By: "Lan", When: "2026-11-30T08:00:00Z", Asked: "?",
	Report: "nam", From: reports.DayOf(2026, 1, 1), To: reports.DayOf(2026, 12, 31), Reading: "“Nam” + “Nữ”",
	Cells:   []reports.Looked{{At: "a.xlsx!1!C4", Holds: "ff", Value: "12 người"}, {At: "a | b\", \"c.xlsx!1!C5", Holds: "fe", Drop: true}, {At: "a.xlsx!1!C6"}},
	Accepts: []reports.Let{{Code: "branch.missing", Branch: "tdp-02", Fingerprint: "ab"}, {Code: "lint.marker", Fingerprint: "ac"}},
	Indicator: &reports.NewIndicator{
		Code: "PT.X", Name: "X", Unit: "cái", Kind: "flow", Level: "branch", Section: "PT", Sentence: "Có {số} X.",
	},
}

func TestBookKeepsAnswers(t *testing.T) {
	b, err := ReadBook(fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	other := reports.Answer{Key: "name.x-0000", Kind: reports.AskName, About: "x", Choice: reports.Ignore}
	for _, a := range []reports.Answer{full, other} {
		if err := b.Put(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Take(Taken{"aa", "cau-hoi.xlsx", "2026-11-30T08:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	again := read(t, string(b.Text()))
	if diff := cmp.Diff([]reports.Answer{full, other}, again.Answers); diff != "" {
		t.Error(diff)
	}
	if !again.HasTaken("aa") || again.HasTaken("ab") {
		t.Error("the workbooks taken were not kept")
	}
}

// What people write between the entries stays, and entries go whole.
func TestBookLeavesWordsAlone(t *testing.T) {
	const before = `# của chị Lan

[[answer]]
key = "name.a-1111"
kind = "name"
about = "a"
choice = "bo"

# hỏi lại bác Ba
[[answer]]
key = "blank"
kind = "blank"
about = ""
choice = "chua"
cells = [
  "a.xlsx!1!C4 | trống | = 0",
]

[[taken]]
sha256 = "aa"
file = "b.xlsx"
when = ""
`
	b := read(t, before)
	if gone := b.Undo("blank"); len(gone) != 1 || gone[0].Key != "blank" {
		t.Fatalf("took back %v", gone)
	}
	if err := b.Put(reports.Answer{Key: "name.a-1111", Kind: reports.AskName, About: "a", Choice: "TC.HV.TONG"}); err != nil {
		t.Fatal(err)
	}
	text := string(b.Text())
	for _, want := range []string{"# của chị Lan", "# hỏi lại bác Ba", `sha256 = "aa"`, `choice = "TC.HV.TONG"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is gone:\n%s", want, text)
		}
	}
	for _, gone := range []string{`"bo"`, "chua", "C4"} {
		if strings.Contains(text, gone) {
			t.Errorf("%q is still there:\n%s", gone, text)
		}
	}
	if left := read(t, text).Answers; len(left) != 1 {
		t.Errorf("%d answers left", len(left))
	}
}

// One question of two reports has two answers, each in its place.
func TestBookPartsReports(t *testing.T) {
	b := read(t, "")
	half := full
	half.Report = "sau-thang"
	for _, a := range []reports.Answer{full, half, full} {
		if err := b.Put(a); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(read(t, string(b.Text())).Answers); n != 2 {
		t.Errorf("%d answers, want 2", n)
	}
}

func TestBookTellsMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"\n[[answer]]\nkey = \"x\"\nkind = \"name\"\n":                           "tra-loi.toml:2: an answer lacks its key or choice; add it, or take out the whole entry",
		"[[answer]]\nkey = \"x\"\nkind = \"no\"\nabout = \"\"\nchoice = \"1\"\n": `tra-loi.toml:3: there is no kind of question "no"; take out the whole entry and answer again`,
		"[[answer]]\nkeys = \"x\"\n":                                             `tra-loi.toml:2: unknown key "answer.keys"; is it "key"?`,
	} {
		_, err := ReadBook(fstest.MapFS{AnswersFile: {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestKey(t *testing.T) {
	name := Key(reports.AskName, "Hội viên giảm (từ trần)")
	if want := "name.hoi-vien-giam-tu-tran-"; !strings.HasPrefix(name, want) {
		t.Errorf("%s, want %s…", name, want)
	}
	if Key(reports.AskName, "HỘI VIÊN  giảm (từ trần)") != name {
		t.Error("another spelling of a name is another question")
	}
	if Key(reports.AskName, "Hội viên giảm (tử trận)") == name {
		t.Error("another name is the same question")
	}
	if Key(reports.AskLook, "a", "bc") == Key(reports.AskLook, "ab", "c") {
		t.Error("patterns run together")
	}
	if k := Key(reports.AskValue, "CCCD 001234567890"); strings.Contains(k, "0012") {
		t.Errorf("%s shows what is personal", k)
	}
	if k := Key(reports.AskBlank); k != "blank" {
		t.Errorf("%s without a pattern", k)
	}
}

// TestBookAnswersByAndBy: blanks are answered branch by branch, and findings of one
// question may stand each for its own reason.
func TestBookAnswersByAndBy(t *testing.T) {
	blank := func(choice string, cells ...string) reports.Answer {
		a := reports.Answer{Key: "blank", Kind: reports.AskBlank, Choice: choice}
		for _, at := range cells {
			a.Cells = append(a.Cells, reports.Looked{At: at, Value: choice})
			a.Accepts = append(a.Accepts, reports.Let{Code: "value.blank", Fingerprint: at})
		}
		return a
	}
	b := read(t, "")
	let := func(why, print string) reports.Answer {
		return reports.Answer{Key: "value.x", Kind: reports.AskValue, Choice: reports.Later, Why: why, Report: "nam", Accepts: []reports.Let{{Code: "number.notread", Fingerprint: print}}}
	}
	for _, a := range []reports.Answer{
		blank("0", "a!1!C4", "b!1!C4"), blank("chua", "b!1!C4", "c!1!C4"),
		let("sổ mất", "p"), let("sổ mất", "q"), let("chưa hỏi", "r"),
	} {
		if err := b.Put(a); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, a := range read(t, string(b.Text())).Answers {
		for _, c := range a.Cells {
			got = append(got, a.Choice+" "+c.At+" "+c.Value)
		}
		for _, l := range a.Accepts {
			got = append(got, a.Why+" "+l.Fingerprint)
		}
	}
	want := []string{"chua a!1!C4 0", "chua b!1!C4 chua", "chua c!1!C4 chua", " a!1!C4", " b!1!C4", " c!1!C4", "sổ mất p", "sổ mất q", "chưa hỏi r"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if gone := b.Undo("value"); len(gone) != 2 {
		t.Errorf("took back %d answers, want both", len(gone))
	}
}

// TestBookAsPeopleWriteIt: headers with spaces are headers, and what looks like one in the
// words of an answer is none.
func TestBookAsPeopleWriteIt(t *testing.T) {
	b := read(t, "[[ answer ]]\nkey = \"name.a\"\nkind = \"name\"\nabout = \"a\"\nchoice = \"bo\"\n")
	if gone := b.Undo("name.a"); len(gone) != 1 || strings.Contains(string(b.Text()), "name.a") {
		t.Errorf("took back %v:\n%s", gone, b.Text())
	}
	b = read(t, `[[answer]]
key = "name.a"
kind = "name"
about = "a"
choice = "bo"
why = """
[[answer]]
"""
[[answer]]
key = "name.b"
kind = "name"
about = "b"
choice = "bo"
`)
	b.Undo("name.b")
	if left := read(t, string(b.Text())).Answers; len(left) != 1 || left[0].Key != "name.a" || left[0].Why != "[[answer]]\n" {
		t.Errorf("left %+v in\n%s", left, b.Text())
	}
}
