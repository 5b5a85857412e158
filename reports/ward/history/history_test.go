package history

import (
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
	"ccbreport/templates"
)

// TestAmount: a value as people of either language write it; of a percentage the parts
// only where they are counts, and not the hundredths in which it was written.
func TestAmount(t *testing.T) {
	for _, c := range []struct {
		reason string
		value  reports.Value
		figure trace.Figure
		vi, en string
	}{
		{"none", reports.Value{}, trace.Figure{Unit: "người"}, "-", "-"},
		{"a count", reports.Int(12345), trace.Figure{Unit: "người"}, "12.345 người", "12,345 người"},
		{"money", reports.Int(1500000), trace.Figure{Unit: "đồng"}, "1.500.000 đồng", "1,500,000 đồng"},
		{"parts", reports.Ratio(1318, 1348), trace.Figure{Unit: "%", Kind: catalogue.Ratio}, "97,77% (1.318/1.348)", "97.77% (1,318/1,348)"},
		{"given in hundredths", reports.Ratio(97, 100), trace.Figure{Unit: "%"}, "97%", "97%"},
		{"given with two decimals", reports.Ratio(9777, 10000), trace.Figure{Unit: "%"}, "97,77%", "97.77%"},
		{"all", reports.Int(1), trace.Figure{Unit: "%"}, "100%", "100%"},
	} {
		for _, lang := range []struct {
			english bool
			want    string
		}{{false, c.vi}, {true, c.en}} {
			h := &History{voice: say.Voice{English: lang.english}}
			if got := h.amount(c.value, c.figure); got != lang.want {
				t.Errorf("%s: %q, want %q", c.reason, got, lang.want)
			}
		}
	}
}

// TestWhy: of several findings of a code the nearest to the cell tells why an entry was
// left out, and of equal ones the first.
func TestWhy(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	entry := trace.Entry{Unit: "a", File: "a.xlsx", Sheet: "S", Cell: "D5"}
	told := func(branch reports.UnitID, name string, at ...string) archive.Finding {
		return archive.Finding{Code: "indicator.unknown", Branch: branch, At: at, Args: reports.Args{"name": name}}
	}
	const cell, beside, far = "a.xlsx!S!D5", "a.xlsx!S!D9", "b.xlsx!S!D5"
	for _, c := range []struct {
		reason   string
		findings []archive.Finding
		want     string
	}{
		{"the cell before the file", []archive.Finding{told("a", "file", beside), told("", "cell", cell)}, "cell"},
		{"the file before the branch", []archive.Finding{told("a", "branch", far), told("", "file", beside)}, "file"},
		{"the branch before another", []archive.Finding{told("b", "other", far), told("a", "branch", far)}, "branch"},
		{"the first of equals", []archive.Finding{told("a", "first", cell), told("a", "second", cell)}, "first"},
		{"of this code only", []archive.Finding{{Code: "value.blank", At: []string{cell}, Args: reports.Args{"name": "x"}}, told("b", "code", far)}, "code"},
	} {
		x := &explainer{h: &History{Conf: &config.Config{}, Cat: cat, Lang: "vi"}, e: archive.Edition{Manifest: archive.Manifest{Findings: c.findings}}}
		if got, want := x.why(entry, "indicator.unknown"), cat.Render(reports.Finding{Code: "indicator.unknown", At: []reports.Cell{entry.At()}, Args: reports.Args{"name": c.want, "cell": reports.ParseCell(c.findings[0].At[0]).Addr}}, "vi").Message; got[:len(c.want)+6] != want[:len(c.want)+6] {
			t.Errorf("%s: %q, want %q", c.reason, got, want)
		}
	}
}

// TestPlace: a unit stands where the list of branches has it, the first too, and one that
// the list has not after all others.
func TestPlace(t *testing.T) {
	x := &explainer{data: &trace.Data{Units: []trace.UnitFigures{{Unit: "a"}, {Unit: "b"}}}}
	for id, want := range map[reports.UnitID]int{"a": 0, "b": 1, reports.Ward: 2} {
		if got := x.place(id); got != want {
			t.Errorf("%q stands at %d, want %d", id, got, want)
		}
	}
}

// TestNewest: without a word the report that run would make is meant, if it has an
// edition, else the newest of any.
func TestNewest(t *testing.T) {
	conf := &config.Config{Reports: []config.Report{{Name: "nam", Default: true}, {Name: "sau-thang"}}}
	for _, c := range []struct {
		reason, report, want string
		ids                  []string
	}{
		{"the default", "", "nam_2025-01-01_2025-12-31_v1", []string{"nam_2025-01-01_2025-12-31_v1", "sau-thang_2026-01-01_2026-06-30_v1"}},
		{"it has none", "", "sau-thang_2026-01-01_2026-06-30_v1", []string{"sau-thang_2026-01-01_2026-06-30_v1"}},
		{"named", "sau-thang", "sau-thang_2026-01-01_2026-06-30_v1", []string{"nam_2025-01-01_2025-12-31_v1", "sau-thang_2026-01-01_2026-06-30_v1"}},
		{"nothing there", "", "", nil},
	} {
		h := &History{Conf: conf, Ids: c.ids}
		got, err := h.Newest(c.report)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s: %q, %v, want %q", c.reason, got, err, c.want)
		}
	}
}

// TestChangedCell: why a cell that came does not count is told of no cell.
func TestChangedCell(t *testing.T) {
	x := &explainer{data: &trace.Data{}, h: &History{Conf: &config.Config{}, Cat: &catalogue.Catalogue{}}}
	if got := x.cell(trace.CellChange{Why: "value.blank"}); got.Words != "" || got.Before != nil || got.After != nil {
		t.Errorf("of no cell: %+v", got)
	}
}
