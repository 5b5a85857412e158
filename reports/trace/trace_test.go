package trace

import (
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"

	"github.com/google/go-cmp/cmp"
)

var (
	year18 = reports.Year(2018)
	year19 = reports.Year(2019)
	units  = viet.NewUnits([]viet.Unit{{Name: "%"}, {Name: "lượt"}})
)

func given(unit reports.UnitID, of reports.Period, cell string, n int64) Entry {
	return Entry{Unit: unit, Period: of, Code: "A", Value: reports.Int(n), File: string(unit) + ".xlsx", Sheet: "S", Cell: cell, Source: reports.FromTable}
}

// edition is the data of a report that says "Có N lượt." and has a table.
func edition(entries ...Entry) *Data {
	sum := func(of reports.Period) Figure {
		f := Figure{Name: "Thăm hỏi", Kind: "flow", Unit: "lượt", Value: reports.Int(0), From: []Entry{}}
		for _, e := range entries {
			if of.IsZero() || of == e.Period {
				f.Value, _ = f.Value.Add(e.Value)
				f.From = append(f.From, e)
			}
		}
		return f
	}
	d := &Data{Figures: map[string]Figure{"A": sum(reports.Period{})}}
	var row [][]paper.Span
	for _, p := range []reports.Period{year18, year19} {
		f := sum(p)
		d.Periods = append(d.Periods, PeriodFigures{p, map[string]Figure{"A": f}})
		row = append(row, []paper.Span{{Text: f.Value.String(), Ref: paper.Ref{Figure: "A"}.In(p)}})
	}
	for _, e := range entries {
		f := d.Figures["A"]
		f.Value, f.From = e.Value, []Entry{e}
		d.Units = append(d.Units, UnitFigures{e.Unit, "Chi hội " + string(e.Unit), map[string]Figure{"A": f}})
	}
	d.Document = &paper.Document{Body: paper.Blocks{
		&paper.Heading{Level: 1, Label: "I.", Title: []paper.Span{{Text: "TÌNH NGHĨA"}}},
		&paper.Paragraph{Spans: []paper.Span{{Text: "Mở đầu. Có "}, {Text: d.Figures["A"].Value.String(), Ref: paper.Ref{Figure: "A"}}, {Text: " lượt."}}},
		&paper.Table{Columns: make([]paper.Column, 2), Rows: []paper.Row{{Cells: row}}},
	}}
	return d
}

func TestDataSurvivesItsFile(t *testing.T) {
	d := edition(given("a!b", year18, "B2", 3), given("b", year19, "B2", 4))
	raw, err := d.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Figures, back.Figures); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(d.Document.Places(), back.Document.Places()); diff != "" {
		t.Error(diff)
	}
	if _, err := Decode([]byte("{}")); err == nil {
		t.Error("data without a document were read")
	}
}

func TestExplain(t *testing.T) {
	d := edition(given("a", year18, "B2", 1500), given("b", year18, "B2", 362), given("b", year19, "C2", 8))
	for _, test := range []struct {
		reason, word string
		value        int64 // -1: nothing is found
		cells        int
		printed      int
		of           reports.Period
	}{
		{"by code", "A", 1870, 3, 3, reports.Period{}},
		{"by code in small letters", " a ", 1870, 3, 3, reports.Period{}},
		{"a number as printed", "1.870", 1870, 3, 3, reports.Period{}},
		{"a plain number", "1870", 1870, 3, 3, reports.Period{}},
		{"with its unit", "1.870 lượt", 1870, 3, 3, reports.Period{}},
		{"with another unit", "1.870 đồng", -1, 0, 0, reports.Period{}},
		{"the number of one period", "8", 8, 1, 1, year19},
		{"no such number", "9", -1, 0, 0, reports.Period{}},
		{"no number at all", "tám chín", -1, 0, 0, reports.Period{}},
	} {
		found := d.Explain(test.word, units)
		if test.value < 0 {
			if found != nil {
				t.Errorf("%s: found %v", test.reason, found)
			}
			continue
		}
		if len(found) != 1 {
			t.Errorf("%s: found %d figures", test.reason, len(found))
			continue
		}
		e := found[0]
		if !e.Value.Equal(reports.Int(test.value)) || len(e.From) != test.cells || len(e.Printed) != test.printed || e.Ref.Over() != test.of || len(e.Parts) != 2 {
			t.Errorf("%s: %+v", test.reason, e)
		}
	}
}

// TestExplainWhatWasLeftOut: an indicator without a figure is explained by what
// was read of it.
func TestExplainWhatWasLeftOut(t *testing.T) {
	d := edition(given("a", year18, "B2", 3))
	late := given("b", year19, "B3", 5)
	late.Code = "B"
	d.LeftOut = []LeftOut{{late, "date.outside"}}
	found := d.Explain("B", units)
	if len(found) != 1 || found[0].Value.Known() || len(found[0].LeftOut) != 1 || found[0].LeftOut[0].Why != "date.outside" {
		t.Errorf("found %+v", found)
	}
}

func TestPercentIsFoundByItsTwoDecimals(t *testing.T) {
	f := Figure{Unit: "%", Value: reports.Ratio(5265, 5300)}
	for word, want := range map[string]bool{"99,34%": true, "99,34": true, "99,3%": false, "99": false, "5265": false} {
		if f.is(word, units) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}

func TestCompare(t *testing.T) {
	a, b, late := given("a", year18, "B2", 3), given("b", year19, "B2", 4), given("c", year19, "B2", 5)
	corrected, moved := a, a
	corrected.Value, corrected.Text = reports.Int(9), "9"
	moved.File, moved.Value = "mới.xlsx", reports.Int(9)
	for _, test := range []struct {
		reason        string
		before, after []Entry
		leftOut       []LeftOut // of the later edition
		want          string    // changes of the whole span, of sub-periods, sentences
	}{
		{"nothing", []Entry{a, b}, []Entry{a, b}, nil, ""},
		{"one corrected cell", []Entry{a, b}, []Entry{corrected, b}, nil,
			"A 7>13 a.xlsx!S!B2>a.xlsx!S!B2; A@2018 3>9 a.xlsx!S!B2>a.xlsx!S!B2; Có 7 lượt.>Có 13 lượt.; 3 | 4>9 | 4"},
		{"sent again as another file", []Entry{a, b}, []Entry{moved, b}, nil,
			"A 7>13 a.xlsx!S!B2>mới.xlsx!S!B2; A@2018 3>9 a.xlsx!S!B2>mới.xlsx!S!B2; Có 7 lượt.>Có 13 lượt.; 3 | 4>9 | 4"},
		{"a branch came", []Entry{a, b}, []Entry{a, b, late}, nil,
			"A 7>12 >c.xlsx!S!B2; A@2019 4>9 >c.xlsx!S!B2; Có 7 lượt.>Có 12 lượt.; 3 | 4>3 | 9"},
		{"a cell is left out now", []Entry{a, b, late}, []Entry{a, b}, []LeftOut{{late, "date.outside"}},
			"A 12>7 c.xlsx!S!B2>date.outside; A@2019 9>4 c.xlsx!S!B2>date.outside; Có 12 lượt.>Có 7 lượt.; 3 | 9>3 | 4"},
		{"the sum stays, its cells do not", []Entry{a, b}, []Entry{given("a", year18, "B2", 2), b, given("c", year18, "B2", 1)}, nil,
			"A 7>7 a.xlsx!S!B2>a.xlsx!S!B2 >c.xlsx!S!B2; A@2018 3>3 a.xlsx!S!B2>a.xlsx!S!B2 >c.xlsx!S!B2"},
	} {
		after := edition(test.after...)
		after.LeftOut = test.leftOut
		if got := dump(Compare(edition(test.before...), after)); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.reason, got, test.want)
		}
	}
}

func dump(d Diff) string {
	var parts []string
	for _, f := range d.Figures {
		line := f.Code
		if !f.Period.IsZero() {
			line += "@" + f.Period.String()[:4]
		}
		line += " " + f.Before.String() + ">" + f.After.String()
		for _, c := range f.Cells {
			line += " "
			if c.Before != nil {
				line += c.Before.At().String()
			}
			line += ">" + c.Why
			if c.After != nil {
				line += c.After.At().String()
			}
		}
		parts = append(parts, line)
	}
	for _, s := range d.Sentences {
		parts = append(parts, s.Before+">"+s.After)
	}
	return strings.Join(parts, "; ")
}

func TestSources(t *testing.T) {
	d := edition(given("a", year18, "B2", 3))
	d.Document.Body = append(d.Document.Body, &paper.Paragraph{Spans: []paper.Span{{Text: "3", Ref: paper.Ref{Figure: "A", Unit: "a"}}}})
	files := []reports.File{{Name: "a.xlsx"}}
	var got []string
	for _, s := range d.Sources() {
		got = append(got, s.Ref.Figure+string(s.Ref.Unit)+" "+s.Ref.Period.String()+" "+s.Text+" "+strings.Repeat("·", len(s.Cells(files))))
	}
	want := []string{"A  3 ·", "A 2018-01-01..2018-12-31 3 ·", "A 2019-01-01..2019-12-31 0 ", "Aa  3 ·"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if n := len(d.Sources()[0].Cells(nil)); n != 0 {
		t.Errorf("%d cells in files that are not there", n)
	}
}
