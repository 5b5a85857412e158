package grid

import (
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// units are enough of them to tell a figure, a unit and a word from each other.
var units = viet.NewUnits([]viet.Unit{{Name: "người", Words: []string{"đ/c", "hội viên"}, Class: "người"}, {Name: "cây"}})

// typed is a cell in which somebody typed a text.
func typed(s string) *Cell {
	return (&book{units: units}).cell(intake.Cell{Text: s, Col: 1}, 1, viet.Clean(s))
}

// stored is a cell that stores a number.
func stored(s string) *Cell {
	return (&book{units: units}).cell(intake.Cell{Text: s, Kind: intake.Number, Col: 1}, 1, s)
}

// TestTyped: what a text is by itself: a figure, data, none, a unit; the unit beside
// its figure; what it counts in a sum.
func TestTyped(t *testing.T) {
	for text, want := range map[string]string{
		"50":                    "figure data =50",
		"50 đ/c":                "figure data of:người =50",
		"12 cây/3 đ/c":          "figure data of:cây",
		"71/73":                 "figure data of:% =0.9726",
		"50.700.00":             "figure data", // data, if nobody can read it
		"12/5/2019":             "data",
		"không":                 "none =0",
		"-":                     "none =0",
		"đ/c":                   "unit stands",
		"(nghìn đồng)":          "unit stands",
		"1.000 đồng":            "figure data unit stands of:đồng =1000",
		"1.000.000 đồng":        "figure data unit of:đồng =1000000", // in a column of values it is an amount
		"Tổng số hội viên":      "",
		"2. Chi hội thôn Hạ":    "", // the line of a list
		"Số 5 ngõ Hoa":          "",
		"Thương binh hạng 1/4 ": "",
	} {
		c := typed(text)
		var got []string
		say := func(ok bool, word string) {
			if ok {
				got = append(got, word)
			}
		}
		say(c.IsFigure(), "figure")
		say(c.Data, "data")
		say(c.IsNought(), "none")
		say(c.IsUnit(), "unit")
		say(c.StandsAsUnit(), "stands")
		say(c.Unit() != "", "of:"+c.Unit())
		if a := c.Amount(); a.OK {
			got = append(got, "="+strconv.FormatFloat(float64(a.N)/10_000, 'f', -1, 64))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// TestStored: a number is a figure whatever it counts, and the year of a head.
func TestStored(t *testing.T) {
	c := stored("2019")
	if y, ok := c.Year(); !ok || y != 2019 || !c.IsFigure() || c.Data || c.Amount() != (Amount{20_190_000, true}) {
		t.Error("2019:", y, ok, c.IsFigure(), c.Data, c.Amount())
	}
	if _, ok := stored("1999").Year(); ok {
		t.Error("1999 is a year of a report")
	}
	c.Date = true
	if _, ok := c.Year(); ok || c.Amount().OK {
		t.Error("a day is a year, or adds up")
	}
	c = stored("7")
	if c.NoCache = true; c.Amount().OK {
		t.Error("a formula without a result adds up")
	}
	c = stored("0.25")
	if c.Percent = true; c.Unit() != "%" {
		t.Error("25 % is of", c.Unit())
	}
}

// TestDays: days of both epochs and as text; when an answer came.
func TestDays(t *testing.T) {
	want := reports.DayOf(2019, 12, 22)
	late := &book{units: units, date1904: true}
	for _, c := range []*Cell{
		stored("43821"), stored("43821.75"), typed("22/12/2019"), typed("2019-12-22 08:00:00"),
		late.cell(intake.Cell{Text: "42359", Kind: intake.Number}, 1, "42359"),
	} {
		if day, ok := c.Day(0); !ok || day != want {
			t.Errorf("%s is %v %v", c.Text, day, ok)
		}
	}
	if day, ok := typed("22/12").Day(2019); !ok || day != want {
		t.Error("22/12 of the year is", day, ok)
	}
	if _, ok := stored("50").Day(0); ok {
		t.Error("50 is a day")
	}
	var before Stamp
	for _, s := range []string{"22/12/2019", "22/12/2019 8:05:00 SA", "22/12/2019 8:06:00 SA", "22/12/2019 12:30:00 CH", "2019/12/22 15:00:01", "22/12/2019 3:00:02 PM"} {
		now, ok := typed(s).Stamp()
		if !ok || now.Compare(before) <= 0 {
			t.Errorf("%s is %v %v, and not after %v", s, now, ok, before)
		}
		before = now
	}
	if now, ok := stored("43821.75").Stamp(); !ok || now.Compare(before) <= 0 {
		t.Error("six in the evening is", now, ok)
	}
	if _, ok := typed("hôm qua").Stamp(); ok {
		t.Error("yesterday is a day")
	}
}

// TestParts: a part of a text keeps the fate of the cell, what stands for another
// cell has none.
func TestParts(t *testing.T) {
	c := typed("Hội viên: 50 đ/c")
	c.Apart = "1"
	c.Mark(Words)
	c.Mark(Named)
	if part := c.Said("50 đ/c"); part.Clean != "50 đ/c" || part.Unit() != "người" || part.Fate != Words || part.Apart != "1" {
		t.Errorf("%+v", part)
	}
	there := &Cell{Cell: intake.Cell{Col: 4}, Row: 7}
	if in := c.In(there); in.Col != 4 || in.Row != 7 || in.Fate != "" || in.Clean != c.Clean {
		t.Errorf("%+v", in)
	}
}

// TestQuoted: what is told of a cell is what the eye sees, and not all of a page.
func TestQuoted(t *testing.T) {
	shown := stored("1500")
	shown.Look = &intake.Look{Shown: "1,5 nghìn", Comment: "Nguyễn Văn A:\nđúng ra là 1600"}
	half := stored("0.5")
	most := stored("0.95")
	most.Percent = true
	for _, c := range []struct{ got, want string }{
		{shown.Quoted(), "1,5 nghìn"},
		{shown.Comment(), "đúng ra là 1600"},
		{half.Quoted(), "0,5"},
		{most.Quoted(), "0.95"},
		{typed("năm mươi").Quoted(), "năm mươi"},
		{Shortened("ộ"+"n nào", 3), "ộn …"},
		{Shortened("ngắn", 4), "ngắn"},
		{typed("x").Comment(), ""},
		{string(typed("x").Gone()), ""},
		{struckOut("covered").Gone(), "covered"},
		{struckOut("struck").Gone(), "struck"},
		{struckOut("hides").Gone(), "hides"},
		{typed(longText()).Quoted()[480:], "…"},
		{strconv.Itoa(len(typed("x").Key)), "1"},
		{strconv.Itoa(len(typed(page).Key)), "0"}, // prose is compared with nothing
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// page is more than any label.
var page = strings.Repeat("x", LongestLabel+1)

// longText is longer than what is quoted: 120 letters of four bytes stay of it.
func longText() string { return strings.Repeat("𝑥", 200) }

func struckOut(how string) *Cell {
	c := typed("x")
	c.Look = &intake.Look{Covered: how == "covered", Struck: how == "struck", Hides: how == "hides"}
	return c
}
