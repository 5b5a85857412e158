package history

import (
	"errors"
	"os"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/trace"
	"ccbreport/reports/ward/config"
	"ccbreport/templates"

	"github.com/google/go-cmp/cmp"
)

// drafts are two editions of a small report, in a folder of their own.
func drafts(t *testing.T) (h *History, before, after string) {
	t.Helper()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	put := func(values map[string]reports.Value, words string) string {
		t.Helper()
		print := func(code, text string) paper.Span { return paper.Span{Text: text, Ref: paper.Ref{Figure: code}} }
		totals := &aggregate.Totals{Figures: map[string]reports.Figure{}}
		for code, v := range values {
			totals.Figures[code] = reports.Figure{Code: code, Value: v}
		}
		doc := &paper.Document{Body: paper.Blocks{&paper.Paragraph{Spans: []paper.Span{
			print("TC.CHIHOI", "2"), {Text: "; "}, {Text: "20", Ref: paper.Ref{Figure: "TC.HV.TONG", Unit: "a"}},
			print("KT.QUY.TONG", "18.000.000 đồng"), print("TC.HV.TONG", "166"), print("KT.HONGHEO", words), {Text: "."},
		}}}}
		data, err := trace.Of(totals, cat, nil, doc).Encode()
		if err != nil {
			t.Fatal(err)
		}
		m := archive.Manifest{Report: "nam", Status: archive.Draft, From: reports.DayOf(2026, 1, 1), To: reports.DayOf(2026, 12, 31), Settings: words}
		e, err := store.Put(t.Context(), m, nil, []archive.Blob{{Name: archive.Data, Bytes: data}})
		if err != nil {
			t.Fatal(err)
		}
		return e.ID
	}
	before = put(map[string]reports.Value{"TC.HV.TONG": reports.Int(164), "KT.QUY.TONG": reports.Int(18000000), "TC.HV.MOI": reports.Int(3), "KT.HONGHEO": reports.Int(1)}, "một hộ")
	after = put(map[string]reports.Value{"TC.HV.TONG": reports.Int(166), "KT.QUY.TONG": reports.Int(18000000), "TC.CHIHOI": reports.Int(2), "KT.HONGHEO": reports.Int(0)}, "không còn hộ nghèo")
	return &History{Conf: &config.Config{}, Store: store, Cat: cat, Lang: "vi"}, before, after
}

// TestChief: the figures that matter most, as the report prints them; what it does not
// print is not said, and where little is left the first that it prints follow.
func TestChief(t *testing.T) {
	h, _, after := drafts(t)
	members, fund, branches, poor := "Tổng số hội viên: 166 người", "Tổng chân quỹ Hội: 18.000.000 đồng", "Số chi hội: 2 chi hội", "Hộ hội viên nghèo: 0 hộ"
	for _, c := range []struct {
		reason string
		codes  []string
		n      int
		want   []string
	}{
		{"in the order of the codes", []string{"TC.HV.TONG", "KT.HONGHEO", "KT.QUY.TONG"}, 5, []string{members, poor, fund}},
		{"as many as there is room for", []string{"TC.HV.TONG", "KT.HONGHEO", "KT.QUY.TONG"}, 2, []string{members, poor}},
		{"one that is not printed", []string{"TC.HV.MOI", "TC.HV.TONG"}, 3, []string{members, branches, fund}},
		{"none is said", nil, 2, []string{branches, fund}},
	} {
		got, err := h.Chief(after, c.codes, c.n)
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", c.reason, err, diff)
		}
	}
}

// TestSince: what changed is told by figures, those that matter most first.
func TestSince(t *testing.T) {
	h, before, after := drafts(t)
	want := News{Changed: []string{"Tổng số hội viên: 164 → 166 người", "Hộ hội viên nghèo: 1 → 0 hộ"}, More: 2, Reworded: 1}
	got, err := h.News(before, after, []string{"TC.HV.TONG"}, 2)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if got, err = h.News(after, after, nil, 2); err != nil || cmp.Diff(News{}, got) != "" {
		t.Errorf("of itself: %+v, %v", got, err)
	}
	e, err := h.Store.Edition(before)
	if err == nil {
		err = os.WriteFile(e.Path(archive.Data), nil, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	var damaged *archive.DamagedError
	if _, err := h.News(before, after, nil, 2); !errors.As(err, &damaged) {
		t.Errorf("of one that is harmed: %v", err)
	}
	for _, c := range []struct{ before, after, want string }{
		{"812 người", "815 người", "812 → 815 người"}, {"-", "3 hội viên", "chưa có → 3 hội viên"}, {"3 người", "-", "3 người → chưa có"},
		{"97,77% (1.318/1.348)", "98%", "97,77% (1.318/1.348) → 98%"}, {"1 cuộc", "2 buổi", "1 cuộc → 2 buổi"}, {"5%", "6%", "5% → 6%"},
	} {
		if got := change(c.before, c.after); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}
