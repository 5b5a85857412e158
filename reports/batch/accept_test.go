package batch

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
	"ccbreport/reports/archive"
)

// smallWard is a ward whose branches send tables as text.
func smallWard(files map[string]string) Job {
	job := newWard(1, 2).job
	job.Branches = []reports.Unit{{ID: "th-1", Name: "Chi hội Thôn 1"}, {ID: "th-2", Name: "Chi hội Thôn 2"}}
	job.Span = reports.Year(2019)
	inbox := fstest.MapFS{}
	for name, text := range files {
		inbox[name] = &fstest.MapFile{Data: []byte(text)}
	}
	job.Inbox = inbox
	return job
}

func checked(t *testing.T, job Job) *Checked {
	t.Helper()
	c, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// acceptAll returns what a person would have to accept for nothing to block.
func acceptAll(c *Checked) []reports.Acceptance {
	var list []reports.Acceptance
	for _, f := range c.Findings {
		for _, a := range f.Grounds {
			if f.Severity != reports.Blocking {
				continue
			}
			a.Why = "đã hỏi chi hội"
			list = append(list, a)
		}
	}
	return list
}

const (
	thonOne = "Chi hội Thôn 1\n\nChỉ tiêu,Năm 2019\nTổng số hội viên,40\nHội viên mới kết nạp,3\n"
	thonTwo = "Chi hội Thôn 2\n\nChỉ tiêu,Năm 2019\nTổng số hội viên,50\nHội viên mới kết nạp,2\n"
	over    = "Hội viên được xét CCB gương mẫu,18\nHội viên đạt CCB gương mẫu,20\n"
)

// TestAcceptedStaysOut: whatever blocks, once a person accepts it nothing does,
// and no entry at its cells is in any figure.
func TestAcceptedStaysOut(t *testing.T) {
	for _, tt := range []struct {
		reason string
		files  map[string]string
		codes  []string         // that block
		want   map[string]int64 // figures once they are accepted; -1: none
	}{
		{"a branch is silent", map[string]string{"1.csv": thonOne},
			[]string{"branch.missing"}, map[string]int64{"TC.HV.TONG": 40, "TC.HV.MOI": 3}},
		{"a cell cannot be read", map[string]string{"1.csv": thonOne, "2.csv": strings.Replace(thonTwo, ",2\n", ",chưa rõ\n", 1)},
			[]string{"number.notread"}, map[string]int64{"TC.HV.TONG": 90, "TC.HV.MOI": 3}},
		{"one thing is given twice", map[string]string{"1.csv": thonOne, "2.csv": thonTwo + "Tổng số hội viên,51\n"},
			[]string{"indicator.twice"}, map[string]int64{"TC.HV.TONG": 40, "TC.HV.MOI": 5}},
		{"a workbook is a stranger's", map[string]string{"1.csv": thonOne, "2.csv": thonTwo, "3.csv": strings.Replace(thonTwo, "Thôn 2", "Thôn 9", 1)},
			[]string{"branch.unknown"}, map[string]int64{"TC.HV.TONG": 90, "TC.HV.MOI": 5}},
		{"a part is larger than its whole: its numbers were in the sums", map[string]string{"1.csv": thonOne + over, "2.csv": thonTwo},
			[]string{"ratio.over"}, map[string]int64{"TC.HV.TONG": 90, "TD.CCBGM.XET": -1, "TD.CCBGM.DAT": -1}},
	} {
		job := smallWard(tt.files)
		before := checked(t, job)
		job.Answers = answersOf(archive.Manifest{Acceptances: acceptAll(before)})
		after := checked(t, job)
		var codes []string
		for _, f := range before.Findings {
			if f.Severity == reports.Blocking && !slices.Contains(codes, f.Code) {
				codes = append(codes, f.Code)
			}
		}
		if diff := cmp.Diff(tt.codes, codes); diff != "" {
			t.Errorf("%s: what blocks (-want +got):\n%s", tt.reason, diff)
		}
		if n := after.Count(reports.Blocking); n != 0 {
			t.Errorf("%s: %d findings block still", tt.reason, n)
		}
		said := map[string]string{}
		for _, f := range after.Findings {
			if f.Accepted != "" {
				said[f.Code] = f.Accepted
			}
		}
		if got := slices.Sorted(maps.Keys(said)); !slices.Equal(got, tt.codes) {
			t.Errorf("%s: accepted are %v", tt.reason, got)
		}
		for code, want := range tt.want {
			f, ok := after.Totals.Figures[code]
			if ok != (want >= 0) || ok && !f.Value.Equal(reports.Int(want)) {
				t.Errorf("%s: %s is %v", tt.reason, code, f.Value)
			}
		}
	}
}

// TestAnAcceptanceIsVoidOnce: what a person looked at has changed.
func TestAnAcceptanceIsVoidOnce(t *testing.T) {
	two := strings.Replace(thonTwo, ",2\n", ",chưa rõ\n", 1)
	base := map[string]string{"1.csv": thonOne, "2.csv": two}
	stranger := strings.Replace(thonTwo, "Thôn 2", "Thôn 9", 1)
	for _, tt := range []struct {
		reason string
		before map[string]string
		after  map[string]string
		void   bool
	}{
		{"nothing has changed", base, nil, false},
		{"another file has", base, map[string]string{"1.csv": strings.Replace(thonOne, "40", "41", 1)}, false},
		{"another cell has", base, map[string]string{"2.csv": strings.Replace(two, "50", "51", 1)}, false},
		{"the cell has", base, map[string]string{"2.csv": strings.Replace(two, "chưa rõ", "quên", 1)}, true},
		{"the row has moved", base, map[string]string{"2.csv": strings.Replace(two, "\n\n", "\n\n\n", 1)}, true},
		{"the file has another name", base, map[string]string{"2.csv": "", "hai.csv": two}, true},
		{"it is of another indicator", base, map[string]string{"2.csv": strings.Replace(two, "Hội viên mới kết nạp", "Hội viên là đảng viên", 1)}, true},
		{"any cell of a workbook that is not used at all", map[string]string{"1.csv": thonOne, "2.csv": thonTwo, "3.csv": stranger},
			map[string]string{"3.csv": strings.Replace(stranger, "50", "51", 1)}, true},
	} {
		job := smallWard(tt.before)
		list := acceptAll(checked(t, job))
		files := maps.Clone(tt.before)
		maps.Copy(files, tt.after)
		maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
		job = smallWard(files)
		job.Answers = answersOf(archive.Manifest{Acceptances: list})
		if n := checked(t, job).Count(reports.Blocking); (n > 0) != tt.void {
			t.Errorf("%s: %d findings block", tt.reason, n)
		}
	}
}
