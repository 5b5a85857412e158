package deliver

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

func TestApprovals(t *testing.T) {
	s := open(t, t.TempDir())
	july, august := reports.DayOf(2020, 7, 15), reports.DayOf(2020, 8, 1)
	first := Approval{Edition: "nam_v1", Number: "05", Date: july, Send: true}
	early := Approval{Edition: "nam_v4", Number: "09", Date: july, Early: "phường sáp nhập", Copy: true}
	for _, tt := range []struct {
		reason string
		a      Approval
		taken  string // the edition that stands in the way
	}{
		{"the first", first, ""},
		{"the same again, after a kill", first, ""},
		{"the same draft with another number", Approval{Edition: "nam_v1", Number: "06", Date: july}, "nam_v1"},
		{"the same draft, early", Approval{Edition: "nam_v1", Number: "05", Date: july, Early: "sáp nhập"}, "nam_v1"},
		{"the same draft on another day", Approval{Edition: "nam_v1", Number: "05", Date: august}, "nam_v1"},
		{"another draft with a number of that year", Approval{Edition: "nam_v2", Number: "05", Date: august}, "nam_v1"},
		{"the number in another year", Approval{Edition: "nam_v3", Number: "05", Date: reports.DayOf(2021, 1, 2)}, ""},
		{"another draft that came to stand under the name, with its number", Approval{Edition: "nam_v1", Seal: "b", Number: "05", Date: july}, "nam_v1"},
		{"with a number of its own", Approval{Edition: "nam_v1", Seal: "b", Number: "07", Date: july}, ""},
		{"without a number", Approval{Edition: "sau-thang_v1", Date: july}, ""},
		{"another one without a number", Approval{Edition: "sau-thang_v2", Date: july}, ""},
		{"one with a reason for its early date", early, ""},
	} {
		err := s.Approve(tt.a, noon)
		var taken *TakenError
		switch {
		case tt.taken == "" && err != nil, tt.taken != "" && !errors.As(err, &taken):
			t.Errorf("%s: %v", tt.reason, err)
		case taken != nil && taken.By.Edition != tt.taken:
			t.Errorf("%s: taken by %s, want %s", tt.reason, taken.By.Edition, tt.taken)
		}
	}
	for _, a := range []Approval{{Edition: "nam_v3"}, {Edition: "sau-thang_v1"}, {Edition: "sau-thang_v2"}, {Edition: "nam_v1", Seal: "b"}} {
		if err := s.EndApproval(a, noon); err != nil {
			t.Fatal(err)
		}
	}
	first.Copy = true // the same word once more, now with a copy for the officers
	if err := s.Approve(first, noon); err != nil {
		t.Fatal(err)
	}
	left, err := s.OpenApprovals()
	if diff := cmp.Diff([]Approval{first, early}, left); diff != "" || err != nil {
		t.Errorf("left to do (-want +got): %v\n%s", err, diff)
	}
	if err := s.Unapprove(first, noon); err != nil {
		t.Fatal(err)
	}
	if err := s.Approve(Approval{Edition: "nam_v2", Number: "05", Date: august}, noon); err != nil {
		t.Error("a number that was taken back:", err)
	}
}

func TestRunsAndReleases(t *testing.T) {
	s := open(t, t.TempDir())
	run := Run{Report: "nam", Span: year, Due: noon.UTC(), Send: true}
	id, err := s.BeginRun(run, noon)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.BeginRun(Run{Report: "sau-thang", Span: half, Due: noon}, noon)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Archived(id, "nam_v1"), s.EndRun(other, noon)); err != nil {
		t.Fatal(err)
	}
	run.ID, run.Edition = id, "nam_v1"
	left, err := s.OpenRuns()
	if diff := cmp.Diff([]Run{run}, left); diff != "" || err != nil {
		t.Errorf("runs left to end (-want +got): %v\n%s", err, diff)
	}
	if err := errors.Join(s.Release("nam_v1", noon), s.Release("nam_v1", noon), s.Release("nam_v2", noon), s.EndRelease("nam_v2", noon)); err != nil {
		t.Fatal(err)
	}
	releases, err := s.OpenReleases()
	if diff := cmp.Diff([]string{"nam_v1"}, releases); diff != "" || err != nil {
		t.Errorf("releases left to end (-want +got): %v\n%s", err, diff)
	}
}
