package main

import (
	"bytes"
	"os"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

func TestNumber(t *testing.T) {
	percent := catalogue.Indicator{Unit: "%", Kind: catalogue.Ratio}
	people := catalogue.Indicator{Unit: "người", Kind: catalogue.Stock}
	dong := catalogue.Indicator{Unit: "đồng", Kind: catalogue.Flow}
	average := catalogue.Indicator{Unit: "đồng/hội viên", Kind: catalogue.Average}
	hectares := catalogue.Indicator{Unit: "ha", Kind: catalogue.Stock}
	for _, test := range []struct {
		reason string
		value  reports.Value
		of     catalogue.Indicator
		want   string
	}{
		{"a count", reports.Int(812), people, "812"},
		{"nought is a value", reports.Int(0), people, "0"},
		{"money is in đồng", reports.Int(950160000), dong, "950160000"},
		{"below nought", reports.Int(-3), people, "-3"},
		{"a percentage has two decimals", reports.Ratio(1963, 1976), percent, "99.34"},
		{"all of them", reports.Ratio(34, 34), percent, "100"},
		{"one decimal is enough", reports.Ratio(1, 8), percent, "12.5"},
		{"half up", reports.Ratio(99345, 100000), percent, "99.35"},
		{"not quite half", reports.Ratio(99344, 100000), percent, "99.34"},
		{"a small share", reports.Ratio(1, 2000), percent, "0.05"},
		{"more than all", reports.Ratio(6, 5), percent, "120"},
		{"an average is whole, half up", reports.Ratio(1001, 2), average, "501"},
		{"money is whole, half up", reports.Ratio(5, 2), dong, "3"},
		{"what is measured keeps two decimals", reports.Ratio(5, 4), hectares, "1.25"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			if got, ok := number(test.value, test.of); !ok || string(got) != test.want {
				t.Errorf("%v is %s, %v; want %s", test.value, got, ok, test.want)
			}
		})
	}
	if got, ok := number(reports.Value{}, people); ok {
		t.Errorf("no value is printed as %s", got)
	}
}

// sampleResult is a run with one of everything.
func sampleResult() (batch.Job, *batch.Result) {
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
	job := batch.Job{Template: "nam", Branches: []reports.Unit{{ID: "b", Name: "Chi hội B"}, {ID: "a", Name: "Chi hội A"}}}
	checked := &batch.Checked{
		Report: "nam",
		Span:   reports.Year(2019),
		Files: []reports.File{
			{Name: "a.xlsx", State: reports.Read, Unit: "a", Cells: 12},
			{Name: "cu.xlsx", State: reports.Superseded, Unit: "a", Cells: 12, Why: "Có tệp mới hơn."},
			{Name: "hội.xlsx", State: reports.Read, Unit: reports.Ward, Cells: 30},
			{Name: "x.txt", State: reports.Skipped, Why: "Không phải bảng số liệu."},
		},
		Units: job.Branches,
		Branches: batch.Branches{Expected: 2, Received: 1, Missing: job.Branches[:1], List: []batch.Standing{
			{Unit: job.Branches[0], Expected: true, Late: -1},
			{Unit: job.Branches[1], Expected: true, Received: true, Given: 3, Of: 4, Saved: reports.DayOf(2020, 7, 8), Late: 3, Warning: 1, Files: []string{"chi hoi 3.xlsx"}},
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
		Catalogue: &catalogue.Catalogue{},
	}
	return job, &batch.Result{
		Checked: checked,
		Edition: archive.Edition{ID: "nam_2019-01-01_2019-12-31_v2", Manifest: archive.Manifest{Status: archive.Draft}},
		PDF:     "/ket-qua/nam_2019-01-01_2019-12-31_v2/bao-cao.pdf", SHA256: "c0ffee", Pages: 3, New: true,
	}
}

// TestWhatIsTold compares what run and check print with testdata/told.txtar.
// Run with -update to rewrite it.
func TestWhatIsTold(t *testing.T) {
	const file = "testdata/told.txtar"
	job, made := sampleResult()
	run, check := ofRun(job, made), ofCheck(job, made.Checked)
	tell := func(talk *tui, conf Config) []byte {
		var b bytes.Buffer
		talk.err = &b
		talk.tellMade(&Ward{Config: conf}, Ask{}, run)
		return b.Bytes()
	}
	got := &txtar.Archive{Files: []txtar.File{
		{Name: "run.json", Data: EncodeJSON(run)},
		{Name: "check.json", Data: EncodeJSON(check)},
		{Name: "run", Data: tell(&tui{}, Config{})},
		{Name: "run-with-codes", Data: tell(&tui{codes: true}, Config{})},
		{Name: "run-english-with-mail", Data: tell(&tui{voice: voice{english: true}}, Config{hasMail: true})},
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

func TestCheckLeavesATextForOldNotepads(t *testing.T) {
	job, made := sampleResult()
	text := (&session{Ward: &Ward{}}).checkFiles(ofCheck(job, made.Checked))[0].Bytes
	if !bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) || bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Errorf("want a byte order mark and CR LF, got %q", text[:80])
	}
}
