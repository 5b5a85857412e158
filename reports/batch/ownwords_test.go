package batch

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// A kindOf is a kind of report with a span that it is made for, and the heads of the
// columns that cover it.
type kindOf struct {
	name  string
	span  reports.Period
	heads []string
}

func kindsOfReports() []kindOf {
	years := func(from, to int) (heads []string) {
		for y := from; y <= to; y++ {
			heads = append(heads, fmt.Sprintf("Năm %d", y))
		}
		return heads
	}
	return []kindOf{
		{"nam", reports.Year(2026), []string{"Năm 2025", "Năm 2026"}},
		{"sau-thang", reports.PeriodOf(reports.DayOf(2026, 1, 1), reports.DayOf(2026, 6, 30)), []string{"6 tháng đầu năm 2025", "6 tháng đầu năm 2026"}},
		{"sau-thang", reports.PeriodOf(reports.DayOf(2026, 7, 1), reports.DayOf(2026, 12, 31)), []string{"6 tháng cuối năm 2025", "6 tháng cuối năm 2026"}},
		{"giua-nhiem-ky", reports.PeriodOf(reports.DayOf(2022, 1, 1), reports.DayOf(2024, 6, 30)), append(years(2022, 2023), "6 tháng đầu năm 2024")},
		{"nhiem-ky", reports.PeriodOf(reports.DayOf(2022, 1, 1), reports.DayOf(2026, 12, 31)), years(2022, 2026)},
	}
}

// placesOfWards are wards as they are since there are no districts.
var placesOfWards = []Unit{
	{Name: "Hội Cựu chiến binh xã Vân Hà", Short: "Hội CCB xã Vân Hà", Parent: "Hội Cựu chiến binh tỉnh Bắc Ninh", Place: "Vân Hà", Symbol: "BC-CCB"},
	{Name: "Hội Cựu chiến binh phường Bồ Đề", Short: "Hội CCB phường Bồ Đề", Parent: "Hội Cựu chiến binh thành phố Hà Nội", Place: "Bồ Đề", Symbol: "BC-CCB"},
	{Name: "Hội Cựu chiến binh Phường 3", Short: "Hội CCB Phường 3", Parent: "Hội Cựu chiến binh tỉnh Vĩnh Long", Place: "Phường 3", Symbol: "BC-CCB"},
}

// namesOfBranches are how wards write the names of their branches.
var namesOfBranches = [][]string{
	{"Chi hội thôn Bắc", "Chi hội thôn Tân Lập", "Chi hội thôn 3", "Chi hội Cơ quan xã"},
	{"Chi hội Tổ dân phố số 1", "Chi hội tổ dân phố số 2", "Chi hội TDP 3", "Chi hội Công an phường"},
	{"Chi hội khu phố 1", "Chi hội Khu phố 2", "Chi hội ấp Bến Đá", "Chi hội Trường Sơn"},
}

// TestNoAlarmOverOwnWords: the rules before the signature find nothing in what the
// program writes itself, over every kind of report of a ward that gave all figures, only
// some, or of which branches are silent, and that took over the standard sentences.
func TestNoAlarmOverOwnWords(t *testing.T) {
	if testing.Short() {
		t.Skip("sixty reports are made: not in the short form")
	}
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kindsOfReports() {
		for i, unit := range placesOfWards {
			for share := range 4 {
				f := &filler{t, cat, map[string]int{}}
				got, err := Check(t.Context(), f.jobOf(kind, unit, namesOfBranches[i], share))
				if err != nil {
					t.Fatal(err)
				}
				for _, found := range got.Findings {
					if strings.HasPrefix(found.Code, "lint.") {
						t.Errorf("%s, %s, share %d: %s %s", kind.name, unit.Name, share, found.Code, found.Message)
					}
				}
			}
		}
	}
}

// jobOf is a report of a ward. Its units give all indicators, every second or every third;
// at the last share only the ward and the first branch give anything.
func (f *filler) jobOf(kind kindOf, unit Unit, names []string, share int) Job {
	job := newWard(1, len(names)).job
	job.Report, job.Template, job.Span, job.Unit = kind.name, kind.name, kind.span, unit
	job.To = []string{"Đảng ủy " + strings.TrimPrefix(unit.Name, "Hội Cựu chiến binh ")}
	job.Term = Term{Name: "2022 - 2027", Ordinal: "V", Span: reports.PeriodOf(reports.DayOf(2022, 1, 1), reports.DayOf(2026, 12, 31))}
	for i, name := range names {
		job.Branches[i].Name = name
	}
	job.Inbox = f.inboxOf(job, kind, share)
	return job
}

// inboxOf are the workbooks of a ward in which each unit gives every n-th indicator.
func (f *filler) inboxOf(job Job, kind kindOf, share int) fstest.MapFS {
	inbox := fstest.MapFS{}
	for i, unit := range append([]reports.Unit{{Name: job.Unit.Name, ID: reports.Ward}}, job.Branches...) {
		if share == 3 && i > 1 {
			break
		}
		m := newBook(f.t, "Chỉ tiêu")
		m.add(strings.ToUpper(unit.Name))
		m.add(append([]any{"STT", "Chỉ tiêu", "ĐVT"}, anys(kind.heads)...)...)
		for n, ind := range f.cat.Indicators() {
			own := ind.Level == catalogue.WardLv
			if ind.Derived() || ind.Kind == catalogue.List || own != (unit.ID == reports.Ward) || n%(share%3+1) != 0 {
				continue
			}
			row := []any{n + 1, ind.Name, ind.Unit}
			for y := range kind.heads {
				row = append(row, f.value(ind, y))
			}
			m.add(row...)
		}
		if unit.ID == reports.Ward {
			f.standard(m, share)
		}
		m.save(inbox, fmt.Sprintf("%02d.xlsx", i))
	}
	return inbox
}

func anys(list []string) (out []any) {
	for _, s := range list {
		out = append(out, s)
	}
	return out
}

// standard takes over one standard sentence of every place, each time another.
func (f *filler) standard(m *sheetMaker, which int) {
	var offered struct {
		Slot []struct {
			Name string
			Say  []string
		}
	}
	_, err := author.Decode(templates.FS, "loi-mau.toml", &offered)
	f.must(err)
	m.sheet("Nội dung")
	m.add("Mục", "Nội dung")
	for _, s := range offered.Slot {
		m.add(s.Name, s.Say[which%len(s.Say)])
	}
	m.sheet("Khen thưởng")
	m.add("Năm", "Hình thức", "Cấp khen", "Thành tích")
	m.add(2026, "Bằng khen", "Trung ương Hội", "Hoàn thành xuất sắc nhiệm vụ")
	m.add(2024, "Giấy khen", "Đảng ủy", "Hoàn thành tốt nhiệm vụ")
}
