package ward

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// sampleResult is a run with one of everything.
func sampleResult() *batch.Result {
	at := reports.Cell{File: "chi hoi 3.xlsx", Sheet: "Chỉ tiêu", Addr: "E14"}
	finding := func(code string, severity reports.Severity, unit reports.UnitID, at ...reports.Cell) batch.Finding {
		return batch.Finding{
			Finding:  reports.Finding{Code: code, Unit: unit, At: at},
			Severity: severity, Message: "Có điều cần xem.", Hint: "Sửa lại ô này.",
		}
	}
	cells := func(addresses ...string) (list []reports.Cell) {
		for _, addr := range addresses {
			list = append(list, reports.Cell{File: at.File, Sheet: at.Sheet, Addr: addr})
		}
		return list
	}
	accepted := finding("number.notread", reports.Warning, "a", at)
	accepted.Accepted = "Sổ đã mất."
	named := finding("x.a", reports.Warning, "a", at)
	named.Message = "Chi hội A: Có điều cần xem."
	entry := reports.Entry{Code: "TC.HV.TONG", Value: reports.Int(45), At: at}
	branches := []reports.Unit{{ID: "b", Name: "Chi hội B"}, {ID: "a", Name: "Chi hội A"}}
	checked := &batch.Checked{
		Report: "nam",
		Kind:   batch.Kind{VI: "năm", EN: "of the year"},
		Span:   reports.Year(2019),
		Files: []reports.File{
			{Name: "a.xlsx", State: reports.Read, Unit: "a", Cells: 12},
			{Name: "cu.xlsx", State: reports.Superseded, Unit: "a", Cells: 12, Why: "Có tệp mới hơn."},
			{Name: "hội.xlsx", State: reports.Read, Unit: reports.Ward, Cells: 30},
			{Name: "x.txt", State: reports.Skipped, Why: "Không phải bảng số liệu."},
		},
		Units: branches,
		Branches: batch.Branches{Expected: 2, Received: 1, Missing: branches[:1], List: []batch.Standing{
			{Unit: branches[0], Expected: true, Late: -1},
			{Unit: branches[1], Expected: true, Received: true, Given: 3, Of: 4, Saved: reports.DayOf(2020, 7, 8), Late: 3, Warning: 1, Files: []string{"chi hoi 3.xlsx"}},
		}},
		Totals: &aggregate.Totals{Figures: map[string]reports.Figure{
			"TC.HV.TONG": {Code: "TC.HV.TONG", Value: reports.Int(45), From: []reports.Contribution{{Unit: "a", Entry: entry}}},
		}},
		Findings: []batch.Finding{
			finding("file.skipped", reports.Note, "", reports.Cell{File: "x.txt"}),
			finding("x.ward", reports.Warning, reports.Ward, cells("A1", "C1", "E1", "G1", "I1", "K1")...),
			named,
			finding("value.blank", reports.Warning, "a", cells("N9", "N10", "N11", "P9")...),
			accepted,
			finding("x.file", reports.Note, "", reports.Cell{File: "a.xlsx"}),
			finding("branch.missing", reports.Blocking, "b"),
			finding("x.stranger", reports.Warning, "tdp-41", at),
		},
		Questions: []reports.Question{{
			Key: "name.viec-la-1f3a", Kind: reports.AskName, Text: "2 chi hội ghi “Việc lạ”: 7 người. Đó là chỉ tiêu nào?", Free: reports.AnyIndicator,
			Choices: []reports.Choice{{ID: "TC.HV.MOI", Text: "Là “Hội viên mới”", Effect: "Hội viên mới: 3 thành 10"}, {ID: "sau", Text: "Để sau"}},
			Default: "TC.HV.MOI", Share: 0.7, Blocking: true, Settles: 3, Branches: []reports.UnitID{"a", reports.Ward}, At: cells("B5", "B6"),
		}},
		Catalogue: &catalogue.Catalogue{},
	}
	return &batch.Result{
		Checked: checked,
		Edition: archive.Edition{ID: "nam_2019-01-01_2019-12-31_v2", Manifest: archive.Manifest{Status: archive.Draft}},
		PDF:     "/ket-qua/nam_2019-01-01_2019-12-31_v2/bao-cao.pdf", SHA256: "c0ffee", Pages: 3, New: true,
	}
}

// TestWhatIsTold compares what run and check answer, and tell a person, with
// testdata/told.txtar. Run with -update to rewrite it.
func TestWhatIsTold(t *testing.T) {
	const file = "testdata/told.txtar"
	made := sampleResult()
	run, check := ofRun(made), ofCheck(made.Checked)
	summary := func(v say.Voice, codes bool) []byte {
		var b bytes.Buffer
		check.Summary(&b, v, codes)
		return b.Bytes()
	}
	brief := func(v say.Voice) []byte {
		var b bytes.Buffer
		check.Brief(&b, v)
		return b.Bytes()
	}
	got := &txtar.Archive{Files: []txtar.File{
		{Name: "run.json", Data: EncodeJSON(run)},
		{Name: "check.json", Data: EncodeJSON(check)},
		{Name: "brief", Data: brief(say.Voice{})},
		{Name: "summary", Data: summary(say.Voice{}, false)},
		{Name: "summary-with-codes", Data: summary(say.Voice{}, true)},
		{Name: "summary-english", Data: summary(say.Voice{English: true}, false)},
	}}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Error(diff)
	}
}

// TestABriefIsBrief: whatever was found, a screen shows it.
func TestABriefIsBrief(t *testing.T) {
	made := sampleResult()
	for i := range 60 {
		made.Files = append(made.Files, reports.File{Name: "x.txt", State: reports.Skipped, Why: strings.Repeat("Không đọc được. ", 40)})
		made.Questions = append(made.Questions, reports.Question{Key: "name.x", Text: strings.Repeat("Đó là chỉ tiêu nào?\n", 1+i), Blocking: i%2 == 0})
		made.Findings = append(made.Findings, batch.Finding{Severity: reports.Warning, Message: strings.Repeat("Có điều cần xem. ", 1+i)})
	}
	var b bytes.Buffer
	ofCheck(made.Checked).Brief(&b, say.Voice{})
	text := b.String()
	if n := strings.Count(text, "\n"); n > briefLines+1 {
		t.Errorf("%d lines:\n%s", n, text)
	}
	for _, want := range []string{"Câu hỏi cần người quyết: 61.", "10. PHẢI TRẢ LỜI:", "Sau đó: 51 câu nữa", "việc nữa, ghi đủ trong kiem-tra.txt"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
}

func TestCheckLeavesATextForOldNotepads(t *testing.T) {
	made := sampleResult()
	text := (&session{Ward: &Ward{}}).checkFiles(ofCheck(made.Checked))[0].Bytes
	if !bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) || bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Errorf("want a byte order mark and CR LF, got %q", text[:80])
	}
}

var update = flag.Bool("update", false, "rewrite the expected texts")
