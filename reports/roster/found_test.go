package roster

import (
	"testing"

	"ccbreport/reports"
)

// TestBranchIn: the name of a branch in the name of a file or a tab ends before the
// ward's name, the time and what the file is; "xã" without a name behind it is a part
// of the branch's own.
func TestBranchIn(t *testing.T) {
	m := New(nil, reports.Unit{Name: "Hội CCB xã Hoa Sen"}, veterans, builtIn)
	for text, want := range map[string]string{
		"bao_cao_Chi_hoi_Hoa_Thanh_nam_2019":       "Chi hoi Hoa Thanh",
		"Số liệu Chi hội Cơ quan xã":               "Chi hội Cơ quan xã",
		"Số liệu Chi hội Cơ quan xã Năm 2019":      "Chi hội Cơ quan xã",
		"Chi hội Cơ quan xã báo cáo":               "Chi hội Cơ quan xã",
		"Chi hội Cơ quan phường số liệu":           "Chi hội Cơ quan phường",
		"Chi hội Cơ quan xã (gửi lại)":             "Chi hội Cơ quan xã",
		"Chi hội Cơ quan xã tháng 6":               "Chi hội Cơ quan xã",
		"Chi hội Hòa Bình xã Vân Hà":               "Chi hội Hòa Bình",
		"Chi hội Hòa Bình xã Năm Căn":              "Chi hội Hòa Bình", // a place of that name
		"Chi hội Hòa Bình phường Hoa Sen năm 2019": "Chi hội Hòa Bình",
		"Các chi hội xã Vân Hà":                    "",
		"Số liệu chi hội năm 2019":                 "",
	} {
		if got := m.BranchIn(text); got != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}
