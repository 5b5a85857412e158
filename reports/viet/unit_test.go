package viet

import (
	"strconv"
	"testing"
)

// ward are units as a catalogue may have them: enough of them for every rule of the
// grammar.
var ward = NewUnits([]Unit{
	{Name: "đồng/năm"},
	{Name: "đồng/hội viên", Words: []string{"đồng/người", "đồng"}},
	{Name: "người", Words: []string{"đ/c", "đồng chí", "hv", "hội viên", "đảng viên", "thanh niên"}, Under: []string{"đc"}, Class: "người"},
	{Name: "lượt", Words: []string{"lượt người", "lượt đ/c", "suất", "suất quà"}, Class: "người"},
	{Name: "hộ", Words: []string{"gia đình", "gia đình hội viên"}, Class: "hộ"},
	{Name: "nhà", Words: []string{"căn", "gia đình", "hộ"}, Class: "hộ"},
	{Name: "cuộc", Words: []string{"lần", "đợt"}, Class: "việc"},
	{Name: "buổi", Words: []string{"hội nghị", "cuộc", "lần"}, Class: "việc"},
	{Name: "ý kiến"},
	{Name: "trường hợp", Words: []string{"lượt"}},
	{Name: "tổ"},
	{Name: "câu lạc bộ", Words: []string{"clb"}},
	{Name: "chi hội"},
	{Name: "tờ", Words: []string{"cuốn"}, Under: []string{"số", "báo"}},
	{Name: "danh hiệu", Words: []string{"năm"}},
	{Name: "doanh nghiệp", Words: []string{"công ty"}},
	{Name: "ngày công", Words: []string{"công", "ngày"}},
	{Name: "cây"},
	{Name: "m²", Words: []string{"ha"}},
	{Name: "m", Words: []string{"km"}},
	{Name: "thước", Base: "m²", Factor: 24},
})

func TestUnitWord(t *testing.T) {
	for _, r := range table(t, "units.txt", 4) {
		got, scale := "none", int64(0)
		if unit, n, ok := ward.UnitWord(r.cells[0]); ok {
			got, scale = unit, n
		}
		if got != r.cells[1] || strconv.FormatInt(scale, 10) != r.cells[2] {
			t.Errorf("units.txt:%d: UnitWord(%q) = %s, %d, want %s, %s (%s)", r.line, r.cells[0], got, scale, r.cells[1], r.cells[2], r.cells[3])
		}
	}
}

// TestMeans is of words that stand for several units.
func TestMeans(t *testing.T) {
	for _, tt := range []struct {
		unit, own    string
		means, alike bool
		reason       string
	}{
		{"buổi", "buổi", true, true, "itself"},
		{"cuộc", "buổi", true, true, "a word for it"},
		{"buổi", "cuộc", false, true, "not the other way round, but of one class"},
		{"lần", "buổi", true, false, "no indicator counts in it"},
		{"đồng", "đồng/hội viên", true, false, "the average is an amount"},
		{"đồng/hội viên", "đồng", false, false, "an average is no sum"},
		{"đồng", "đồng/năm", false, false, ""},
		{"người", "lượt", false, true, ""},
		{"hộ", "người", false, false, ""},
		{"km", "m", false, false, "a thousand of them"},
		{"ha", "m²", false, false, "whatever a list says"},
		{"số", "tờ", false, false, "only where newspapers are counted, and then it is read as tờ"},
		{"", "buổi", false, false, "none is written"},
	} {
		if got := ward.Means(tt.unit, tt.own); got != tt.means {
			t.Errorf("%s: Means(%q, %q) = %t", tt.reason, tt.unit, tt.own, got)
		}
		if got := ward.Alike(tt.unit, tt.own); got != tt.alike {
			t.Errorf("%s: Alike(%q, %q) = %t", tt.reason, tt.unit, tt.own, got)
		}
	}
}

func TestFactor(t *testing.T) {
	for _, r := range table(t, "measures.txt", 4) {
		got := "none"
		if v, ok := ward.Factor(r.cells[0], r.cells[1]); ok {
			got = v.String()
		}
		if same := strconv.FormatBool(ward.Dimension(r.cells[0]) == ward.Dimension(r.cells[1])); got+" "+same != r.cells[2] {
			t.Errorf("measures.txt:%d: %s to %s: factor %s, one dimension %s, want %s (%s)", r.line, r.cells[0], r.cells[1], got, same, r.cells[2], r.cells[3])
		}
	}
}
