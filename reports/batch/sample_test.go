package batch

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

const sampleDir = "../testdata/ngoc-thuy"

// sampleJob is the job of the sample ward, as config.toml has it.
func sampleJob() Job {
	var branches []reports.Unit
	for n := range 34 {
		branches = append(branches, reports.Unit{
			ID:      reports.UnitID(fmt.Sprintf("tdp-%02d", n+1)),
			Name:    fmt.Sprintf("Chi hội Tổ dân phố số %d", n+1),
			Aliases: []string{fmt.Sprintf("Chi hội %d", n+1)},
		})
	}
	return Job{
		Report: "giua-nhiem-ky", Template: "giua-nhiem-ky", Lang: "vi", YearStart: [2]int{1, 1},
		Span:     reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
		Term:     Term{Name: "2017 - 2022", Ordinal: "VII", Span: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2021, 12, 31))},
		Unit:     Unit{Name: "Hội Cựu chiến binh phường Ngọc Thụy", Short: "Hội CCB phường Ngọc Thụy", Parent: "Hội Cựu chiến binh quận Long Biên", Place: "Ngọc Thụy", Symbol: "BC-CCB"},
		Sign:     Sign{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH"},
		To:       []string{"Đảng ủy phường Ngọc Thụy", "Hội Cựu chiến binh quận Long Biên"},
		Copies:   []string{"Như trên", "Các chi hội CCB", "Lưu: VT"},
		Branches: branches, Inbox: os.DirFS(sampleDir + "/inbox"), Templates: templates.FS, Fonts: fonts.FS,
	}
}

// printed is a figure as --json prints it: đồng and counts whole, percentages in
// hundredths of a percent here so that they can be compared.
func hundredths(ind catalogue.Indicator, v reports.Value) float64 {
	if !ind.Percent() {
		n, _ := v.Rounded(1)
		return float64(n)
	}
	n, _ := v.Rounded(10000)
	return float64(n) / 100
}

// TestSample compares every figure of the sample with expected.json.
func TestSample(t *testing.T) {
	data, err := os.ReadFile(sampleDir + "/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Branches int
		Figures  map[string]float64
		Explain  []string `json:"to_be_explained"`
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	got, err := Check(t.Context(), sampleJob())
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]float64{}
	for code := range want.Figures {
		if f, ok := got.Totals.Figures[code]; ok {
			ind, _ := got.Catalogue.Indicator(code)
			figures[code] = hundredths(ind, f.Value)
			if len(f.Cells()) == 0 {
				t.Errorf("%s has no cells", code)
			}
		}
	}
	if diff := cmp.Diff(want.Figures, figures); diff != "" {
		t.Errorf("figures (-want +got)\n%s", diff)
	}
	if got.Branches.Received != want.Branches || len(got.Branches.Missing) > 0 {
		t.Errorf("branches: %+v", got.Branches)
	}
	checkFiles(t, got.Files, want.Explain)
	serious := 0
	for _, f := range got.Findings {
		if f.Severity != reports.Note {
			serious++
			t.Logf("%s %s %v %s", f.Severity, f.Code, f.At, f.Message)
		}
	}
	if got.Count(reports.Blocking) > 0 || serious > 12 {
		t.Errorf("%d findings that are not notes, %d blocking", serious, got.Count(reports.Blocking))
	}
}

// checkFiles makes sure that every file is mentioned, and that those which were
// not used say why.
func checkFiles(t *testing.T, files []reports.File, explain []string) {
	t.Helper()
	states := map[string]reports.File{}
	for _, f := range files {
		states[f.Name] = f
		if f.State != reports.Read && strings.TrimSpace(f.Why) == "" {
			t.Errorf("%s is %s without a reason", f.Name, f.State)
		}
	}
	for _, name := range explain {
		if f := states[name]; f.State != reports.Superseded && f.State != reports.Skipped {
			t.Errorf("%s: %+v", name, f)
		}
	}
	used := 0
	for _, f := range files {
		if f.State == reports.Read {
			used++
		}
	}
	if used+len(explain) != len(files) {
		t.Errorf("%d files used, %d explained, of %d", used, len(explain), len(files))
	}
}
