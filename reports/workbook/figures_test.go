package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/check"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// sampleFigures are two branches and the ward, with a text that looks like a
// formula and an amount that no spreadsheet holds.
func sampleFigures(t *testing.T) Figures {
	t.Helper()
	cat, words, _ := loadAll(t)
	year := reports.Year(2019)
	given := func(unit reports.UnitID, code string, v reports.Value, addr, text string) reports.Return {
		return reports.Return{Unit: unit, Period: year, File: string(unit) + ".xlsx", Entries: []reports.Entry{{
			Code: code, Value: v, At: reports.Cell{File: string(unit) + ".xlsx", Sheet: "S", Addr: addr}, Text: text, Source: reports.FromTable,
		}}}
	}
	settled := check.Settled{Returns: []reports.Return{
		given("thon-1", "TC.HV.MOI", reports.Int(4), "B2", "=4"), given("thon-11", "TC.HV.MOI", reports.Int(5), "B2", "5"),
		given("thon-1", "TN.UNGHO.TIEN", reports.Int(9_000_000_000_000_000), "B3", "9e15"),
		given("thon-1", "DA.HOAGIAI.VU", reports.Int(7), "B4", "7"), given("thon-1", "DA.HOAGIAI.THANH", reports.Int(6), "B5", "6"),
		given("thon-11", "TN.THAMHOI.LUOT", reports.Int(1), "B6", "bà Nguyễn Thị B"),
	}}
	totals, _ := aggregate.Sum(cat, settled, branches[:2], year)
	return Figures{
		Catalogue: cat, Totals: totals, Branches: branches[:2], Ward: ward.Name, Words: words, Findings: testFaults, Due: reports.DayOf(2020, 1, 5),
		Standings: []Standing{
			{Unit: branches[0], Expected: true, Received: true, Given: 2, Of: 3, Saved: reports.DayOf(2020, 1, 8), Late: 3, Files: []string{"thon-1.xlsx"}},
			{Unit: branches[1], Expected: true, Late: -1},
		},
	}
}

func TestFigures(t *testing.T) {
	data, err := MakeFigures(sampleFigures(t))
	if err != nil {
		t.Fatal(err)
	}
	again, err := MakeFigures(sampleFigures(t))
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same figures twice have other bytes (%v)", err)
	}
	f := open(t, data)
	for sheet, want := range map[string][]string{
		"Số liệu": {
			"DA.HOAGIAI.TYLE|Tỷ lệ hòa giải thành|%|85.71|6|7|2",
			"TN.UNGHO.TIEN|Ủng hộ nhân đạo, từ thiện, đền ơn đáp nghĩa|đồng|9000000000000000|||1",
			"TC.HV.MOI|Hội viên mới kết nạp|người|9|||2",
		},
		"Theo chi hội": {"Chi hội thôn 11|"},
		"Nguồn": {
			"TC.HV.MOI|Hội viên mới kết nạp|Chi hội thôn 1|01/01/2019|31/12/2019|4|||=4|thon-1.xlsx|S|B2|bảng",
			"|1|||(không chép lại)|thon-11.xlsx|S|B6|bảng",
		},
		"Phát hiện": {"Phải sửa|number.notread||a.xlsx|Số 'A' liệu|B3|"},
		"Tình hình": {"1|Chi hội thôn 1|có|66.67|2|3|08/01/2020|3|0|0|thon-1.xlsx", "2|Chi hội thôn 11|CHƯA"},
	} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, row := range rows {
			lines = append(lines, strings.Join(row, "|"))
		}
		for _, line := range want {
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, line) }) {
				t.Errorf("%s has no line %q:\n%s", sheet, line, strings.Join(lines, "\n"))
			}
		}
	}
	open(t, data).Pkg.Range(func(name, part any) bool {
		if strings.HasPrefix(name.(string), "xl/worksheets/") && bytes.Contains(part.([]byte), []byte("<f>")) {
			t.Errorf("%s has a formula", name)
		}
		return true
	})
	dims := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		dims[sheet], _ = f.GetSheetDimension(sheet)
	}
	if d := cmp.Diff("A1:G7", dims["Số liệu"]); d != "" {
		t.Errorf("the dimension is not what is used\n%s", d)
	}
}

// TestSourcesOfPeriods: the members of an earlier year are in no sum of the span,
// and their cells are named all the same, once.
func TestSourcesOfPeriods(t *testing.T) {
	in := sampleFigures(t)
	member := func(year int, addr string, n int64) reports.Return {
		return reports.Return{Unit: "thon-1", Period: reports.Year(year), File: "thon-1.xlsx", Entries: []reports.Entry{{
			Code: "TC.HV.TONG", Value: reports.Int(n), At: reports.Cell{File: "thon-1.xlsx", Sheet: "S", Addr: addr}, Text: "x", Source: reports.FromTable,
		}}}
	}
	settled := check.Settled{Returns: []reports.Return{member(2018, "C2", 39), member(2019, "D2", 40)}}
	span := reports.PeriodOf(reports.DayOf(2018, 1, 1), reports.DayOf(2019, 12, 31))
	in.Totals, _ = aggregate.Sum(in.Catalogue, settled, branches[:1], span)
	data, err := MakeFigures(in)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := open(t, data).GetRows("Nguồn")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[1:] {
		got = append(got, strings.Join(append(r[3:6:6], r[11:]...), "|"))
	}
	want := []string{"01/01/2019|31/12/2019|40|D2|bảng", "01/01/2018|31/12/2018|39|C2|bảng|chỉ tính cho kỳ đó"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
