package batch

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

// TestSampleBeforeTheSignature: what a clerk finds in the sample's report, all of
// it in the ward's own words. Each line here was looked at and is right.
func TestSampleBeforeTheSignature(t *testing.T) {
	got, err := Check(t.Context(), sampleJob())
	if err != nil {
		t.Fatal(err)
	}
	var alarms []string
	for _, f := range got.Findings {
		if !strings.HasPrefix(f.Code, "lint.") {
			continue
		}
		alarms = append(alarms, strings.TrimSpace(f.Code+" "+f.Args["text"]))
		if f.Severity == reports.Blocking || len(f.At) == 0 {
			t.Errorf("%s: %s at %v", f.Severity, f.Message, f.At)
		}
	}
	want := []string{
		"lint.capital.body Công an Thành phố",
		"lint.abbreviation UBND",
		"lint.capital.body Đài truyền hình",
		"lint.abbreviation MTTQ",
		"lint.citation Chỉ thị 05-CT/TW",
	}
	if diff := cmp.Diff(want, alarms); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
