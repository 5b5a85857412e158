package compose

import (
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// branchTotals are two branches with the figures by unit that aggregate makes.
func branchTotals() (*aggregate.Totals, []reports.Unit) {
	units := []reports.Unit{{ID: "a", Name: "Chi hội An"}, {ID: "b", Name: "Chi hội Bình"}, {ID: "c", Name: "Chi hội Cát"}}
	t := &aggregate.Totals{
		Figures: map[string]reports.Figure{}, Units: map[reports.UnitID]map[string]reports.Figure{}, Givers: map[string][]reports.UnitID{},
	}
	give := func(code string, unit reports.UnitID, n int64) {
		f := reports.Figure{Code: code, Value: reports.Int(n), From: []reports.Contribution{{Unit: unit, Entry: reports.Entry{Code: code, Value: reports.Int(n)}}}}
		if t.Units[unit] == nil {
			t.Units[unit] = map[string]reports.Figure{}
		}
		t.Units[unit][code] = f
		sum := t.Figures[code]
		sum.Code, sum.From = code, append(sum.From, f.From...)
		sum.Value, _ = reports.Int(sum.Value.Num).Add(f.Value)
		t.Figures[code] = sum
		if unit != reports.Ward {
			t.Givers[code] = append(t.Givers[code], unit)
		}
	}
	give("TC.HV.TONG", "a", 40)
	give("TC.HV.TONG", "b", 52)
	give("TN.UNGHO.TIEN", "a", 1_500_000)
	give("DA.DANGVIEN", "a", 10)
	give("DA.DANGVIEN", reports.Ward, 99)
	return t, units
}

// TestBranchAnnex composes the annexes of branches and photos and reads their
// dump.
func TestBranchAnnex(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	totals, units := branchTotals()
	in := Input{
		Span: reports.Year(2019), Unit: UnitInfo{Name: "Hội Cựu chiến binh xã Hoa Sen"}, Totals: totals, Draft: true,
		Branches: BranchInfo{Units: units, Expected: 3, Received: 2, Missing: []string{"Chi hội Cát"}},
		Photos:   []paper.Photo{{Name: "1.jpg", Caption: "Đại hội"}},
	}
	doc, _, err := tmpl.Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	table, chart, photos := exhibits(doc)
	if table == nil || chart == nil || photos == nil {
		t.Fatalf("table %v, chart %v, photos %v\n%s", table, chart, photos, doc.Dump())
	}
	var rows []string
	for _, r := range table.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, plainText(c))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	want := "1|Chi hội An|40|1.500.000\n2|Chi hội Bình|52|-\n3|Chi hội Cát|-|-\n|Tổng cộng|92|1.500.000"
	if got := strings.Join(rows, "\n"); got != want {
		t.Errorf("rows\n%s\nwant\n%s", got, want)
	}
	if head := table.Columns[2].Head; head != "Tổng số hội viên (người)" || len(table.Columns) != 4 {
		t.Errorf("columns %+v: a total that is not the branches' own has none", table.Columns)
	}
	if n := len(chart.Labels); n != 3 || chart.Series[0].Amounts[2].Den != 0 || chart.Series[0].Amounts[1].Text != "52" {
		t.Errorf("chart %+v", chart)
	}
	in.Branches.Units, in.Photos = units[:1], nil
	if doc, _, err = tmpl.Compose(in); err != nil {
		t.Fatal(err)
	}
	if table, chart, photos := exhibits(doc); table != nil || chart != nil || photos != nil {
		t.Error("one branch has a table, or no photo an annex")
	}
}

func exhibits(doc *paper.Document) (table *paper.Table, chart *paper.Chart, photos *paper.Photos) {
	for _, a := range doc.Annexes {
		for _, b := range a.Body {
			switch b := b.(type) {
			case *paper.Table:
				if strings.Contains(a.Title, "CHI HỘI") {
					table = b
				}
			case *paper.Chart:
				chart = b
			case *paper.Photos:
				photos = b
			}
		}
	}
	return table, chart, photos
}
