package compose

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
	"ccbreport/templates"
)

// loadCatalogue returns the built-in catalogue.
func loadCatalogue(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// A reader reads the lines of a test case's input:
//
//	span      first and last day
//	term      ordinal | name
//	unit      name | short | parent | place | symbol
//	to        recipient
//	branches  received/expected [| missing | missing …]
//	open      findings that block [| branch | branch …]
//	due       day
//	standing  name | given/of, "" if nothing came | saved | days late, -1 | blocking | warning
//	remark    branch | what was left out, "" if it gave nothing | why
//	cell      CODE unit period file!sheet!cell value   a cell more of a figure
//	final     number day; without the annex of sources
//	sources   and with it
//	fig       CODE value [period] [units]   value: 12, 8/34; period: 2017, 2020H1;
//	          units: "ward" or so many branches, all by default
//	estimate  CODE of a figure above, whose first entry is an estimate
//	before, start, plan   CODE value [units]: the same of the same days a year
//	          before, of the year before, of the plan
//	year      month day on which a year begins
//	award     year | form | giver | for
//	text      section | words, with \n for a line break
type reader struct {
	t     testing.TB
	in    Input
	cells int
}

func readInput(t testing.TB, lines string) Input {
	t.Helper()
	r := reader{t: t, in: Input{
		Span:   reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
		Term:   TermInfo{Name: "2017 - 2022", Ordinal: "VII"},
		Unit:   UnitInfo{Name: "Hội Cựu chiến binh phường Bình An", Short: "Hội CCB phường Bình An", Parent: "Hội Cựu chiến binh quận Hoa Sen", Place: "Bình An", Symbol: "BC-CCB"},
		Sign:   SignInfo{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH"},
		To:     []string{"Đảng ủy phường Bình An", "Hội Cựu chiến binh quận Hoa Sen"},
		Copies: []string{"Như trên;", "Lưu: VT."},
		Totals: &aggregate.Totals{
			Figures: map[string]reports.Figure{}, By: map[reports.Period]map[string]reports.Figure{},
			Units: map[reports.UnitID]map[string]reports.Figure{}, Givers: map[string][]reports.UnitID{},
		},
		Branches: BranchInfo{Expected: 3, Received: 3},
		Draft:    true, Sources: true,
	}}
	for line := range strings.Lines(lines) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			word, rest, _ := strings.Cut(line, " ")
			r.line(word, strings.TrimSpace(rest))
		}
	}
	for code, f := range r.in.Totals.Figures {
		for i, c := range f.From {
			ind, _ := loadCatalogue(t).Indicator(c.Code)
			f.From[i].Named = ind.Name
			own := r.in.Totals.Units[c.Unit]
			if own == nil {
				own = map[string]reports.Figure{}
				r.in.Totals.Units[c.Unit] = own
			}
			f := own[code]
			f.Code, f.From = code, append(f.From, c)
			own[code] = f
		}
	}
	r.in.Totals.Span = r.in.Span
	r.in.Totals.Periods = slices.SortedFunc(maps.Keys(r.in.Totals.By), reports.Period.Compare)
	return r.in
}

func (r *reader) line(word, rest string) {
	field := func(i int) string {
		fields := strings.Split(rest, "|")
		if i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	in := &r.in
	switch word {
	case "span":
		first, last, _ := strings.Cut(rest, " ")
		in.Span = reports.PeriodOf(r.day(first), r.day(last))
	case "term":
		in.Term.Ordinal, in.Term.Name = field(0), field(1)
	case "unit":
		in.Unit = UnitInfo{field(0), field(1), field(2), field(3), field(4)}
		in.To = nil
	case "to":
		in.To = append(in.To, rest)
	case "branches":
		fields := strings.Split(rest, "|")
		if _, err := fmt.Sscanf(fields[0], "%d/%d", &in.Branches.Received, &in.Branches.Expected); err != nil {
			r.t.Fatalf("branches %q: %v", rest, err)
		}
		for _, m := range fields[1:] {
			in.Branches.Missing = append(in.Branches.Missing, strings.TrimSpace(m))
		}
	case "open":
		names := strings.Split(rest, "|")
		in.Open.Count, _ = strconv.Atoi(strings.TrimSpace(names[0]))
		for _, name := range names[1:] {
			in.Open.Branches = append(in.Open.Branches, strings.TrimSpace(name))
		}
	case "due":
		in.Branches.Due = r.day(rest)
	case "standing":
		in.Branches.Standings = append(in.Branches.Standings, r.standing(field))
	case "remark":
		r := Remark{Branches: []string{field(0)}, Reasons: []string{field(2)}}
		if r.Kind = "missing"; field(1) != "" {
			r.Kind, r.What = "", []string{field(1)}
		}
		in.Remarks = append(in.Remarks, r)
	case "cell":
		r.cell(rest)
	case "final":
		number, day, _ := strings.Cut(rest, " ")
		in.Draft, in.Sources, in.Number, in.Date = false, false, number, r.day(day)
	case "sources": // below the line of a final
		in.Sources = true
	case "fig":
		r.figure(strings.Fields(rest))
	case "estimate":
		in.Totals.Figures[rest].From[0].Estimated = true
	case "before", "start", "plan":
		r.earlier(word, strings.Fields(rest))
	case "year":
		if _, err := fmt.Sscan(rest, &in.YearStart[0], &in.YearStart[1]); err != nil {
			r.t.Fatalf("year %q: %v", rest, err)
		}
	case "award":
		year, _ := strconv.Atoi(field(0))
		in.Awards = append(in.Awards, reports.Award{Year: year, Form: field(1), Giver: field(2), For: field(3), At: r.at("Khen thưởng")})
	case "text":
		section, words, _ := strings.Cut(rest, "|")
		words = strings.ReplaceAll(strings.TrimSpace(words), `\n`, "\n")
		in.Paragraphs = append(in.Paragraphs, reports.Paragraph{Section: strings.TrimSpace(section), Text: words, At: r.at("Nội dung")})
	default:
		r.t.Fatalf("unknown line %q", word)
	}
}

func (r *reader) day(s string) reports.Day {
	d, err := reports.ParseDay(s)
	if err != nil {
		r.t.Fatal(err)
	}
	return d
}

func (r *reader) at(sheet string) reports.Cell {
	r.cells++
	return reports.Cell{File: "hoi.xlsx", Sheet: sheet, Addr: fmt.Sprintf("B%d", r.cells)}
}

func (r *reader) standing(field func(int) string) Standing {
	s := Standing{Name: field(0), Received: field(1) != ""}
	if field(2) != "" {
		s.Saved = r.day(field(2))
	}
	n := func(i int) int { v, _ := strconv.Atoi(field(i)); return v }
	given, of, _ := strings.Cut(field(1), "/")
	s.Given, _ = strconv.Atoi(given)
	s.Of, _ = strconv.Atoi(of)
	s.Late, s.Blocking, s.Warning = n(3), n(4), n(5)
	return s
}

// cell enters one contribution to a figure, whose value is their sum. The name of
// the file may hold spaces.
func (r *reader) cell(rest string) {
	f := strings.Fields(rest)
	code, unit, value := f[0], reports.UnitID(f[1]), readValue(f[len(f)-1])
	if unit == "ward" {
		unit = reports.Ward
	}
	period, _ := readGivers(f[2:3], 0)
	own := r.in.Totals.Figures[code]
	own.Code, own.Period = code, r.in.Span
	own.Value = reports.Int(own.Value.Num + value.Num)
	own.From = append(own.From, reports.Contribution{Unit: unit, Period: period,
		Entry: reports.Entry{Code: code, Value: value, At: reports.ParseCell(strings.Join(f[3:len(f)-1], " ")), Source: reports.FromTable}})
	r.in.Totals.Figures[code] = own
}

// given is a figure of the units for a period.
func given(code string, v reports.Value, period reports.Period, units []reports.UnitID) reports.Figure {
	fig := reports.Figure{Code: code, Value: v, Period: period}
	rest := v.Num - int64(len(units)-1)
	for i, u := range units {
		switch whole := v.Den == 1 && rest > 0; {
		case whole && i == 0:
			v = reports.Int(rest) // and one of every other
		case whole:
			v = reports.Int(1)
		case i > 0:
			v = reports.Ratio(0, v.Den)
		}
		fig.From = append(fig.From, reports.Contribution{Unit: u, Period: period,
			Entry: reports.Entry{Code: code, Value: v, At: reports.Cell{File: string(u) + ".xlsx", Sheet: "Chỉ tiêu", Addr: "E9"}}})
	}
	return fig
}

// earlier enters a value of what the span is held against.
func (r *reader) earlier(which string, f []string) {
	span, of := r.in.Span, &r.in.Totals.Plan
	y, m, d := span.From.Date()
	switch which {
	case "before":
		ty, tm, td := span.To.Date()
		span, of = reports.Period{From: reports.DayOf(y-1, m, d), To: reports.DayOf(ty-1, tm, td)}, &r.in.Totals.Before
	case "start":
		span, of = reports.Period{From: reports.DayOf(y-1, m, d), To: span.From}, &r.in.Totals.Start
	}
	if *of == nil {
		*of = &aggregate.Totals{Span: span, Figures: map[string]reports.Figure{}}
	}
	_, units := readGivers(f[2:], r.in.Branches.Expected)
	(*of).Figures[f[0]] = given(f[0], readValue(f[1]), span, units)
}

// figure enters a value over the span, or in one period.
func (r *reader) figure(f []string) {
	code, v := f[0], readValue(f[1])
	period, units := readGivers(f[2:], r.in.Branches.Expected)
	fig := given(code, v, period, units)
	if period.IsZero() {
		fig = given(code, v, r.in.Span, units)
	}
	if len(units) > 0 && units[0] != reports.Ward {
		r.in.Totals.Givers[code] = units
	}
	totals := r.in.Totals
	whole := totals.Figures[code]
	switch {
	case !period.IsZero():
		if totals.By[period] == nil {
			totals.By[period] = map[string]reports.Figure{}
		}
		totals.By[period][code] = fig
		if ind, _ := loadCatalogue(r.t).Indicator(code); check.AtEnd(ind, reports.Entry{}) {
			whole.From = nil // how things stood before is in no figure of the span
		}
		whole.From = append(whole.From, fig.From...)
		totals.Figures[code] = whole
	case len(whole.From) > 0: // given by period before
		fig.From = whole.From
		fallthrough
	default:
		fig.Period = r.in.Span
		totals.Figures[code] = fig
	}
}

func readValue(s string) reports.Value {
	num, den, isRatio := strings.Cut(s, "/")
	n, _ := strconv.ParseInt(num, 10, 64)
	if !isRatio {
		return reports.Int(n)
	}
	d, _ := strconv.ParseInt(den, 10, 64)
	return reports.Ratio(n, d)
}

// readGivers reads the words after a value: its period, and who gave it.
func readGivers(words []string, branches int) (period reports.Period, units []reports.UnitID) {
	for _, word := range words {
		n, err := strconv.Atoi(word)
		switch year, half, isHalf := strings.Cut(word, "H"); {
		case word == "ward":
			return period, []reports.UnitID{reports.Ward}
		case isHalf:
			y, _ := strconv.Atoi(year)
			h, _ := strconv.Atoi(half)
			period = reports.Months(y, h*6-5, 6)
		case err == nil && n > 1000:
			period = reports.Year(n)
		case err == nil:
			branches = n
		}
	}
	for i := range branches {
		units = append(units, reports.UnitID(fmt.Sprintf("tdp-%02d", i+1)))
	}
	return period, units
}
