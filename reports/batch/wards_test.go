package batch

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/templates"
)

// A ward is a made-up inbox with the figures that it must give.
type ward struct {
	rng      *rand.Rand
	job      Job
	inbox    fstest.MapFS
	values   map[string][]int64 // by code: branch-major, a value for each period
	counters []counter          // in the order of this ward's columns
	want     map[string]reports.Value
}

// A counter is an indicator as this ward writes it.
type counter struct {
	code, name, group, sub string // name in one row of heads; group and sub in two
	unit                   string
	stock                  bool
	top                    int64
}

var wardPeriods = []string{"Năm 2017", "Năm 2018", "Năm 2019", "6 tháng đầu năm 2020"}

var allCounters = []counter{
	{"TC.HV.TONG", "Tổng số hội viên", "Hội viên", "Tổng số", "người", true, 90},
	{"TC.HV.MOI", "Hội viên mới kết nạp", "Hội viên", "Kết nạp mới", "người", false, 9},
	{"DA.DANGVIEN", "Hội viên là đảng viên", "Đảng viên", "", "người", true, 60},
	{"KT.QUY.TONG", "Chân quỹ Hội", "Tổng chân quỹ Hội", "", "đồng", true, 40_000_000},
	{"TN.THAMHOI.LUOT", "Thăm hỏi, tặng quà (lượt)", "Thăm hỏi, tặng quà", "Lượt", "lượt", false, 30},
	{"TN.THAMHOI.TIEN", "Số tiền thăm hỏi, tặng quà", "Thăm hỏi, tặng quà", "Số tiền", "đồng", false, 3_000_000},
	{"TN.TANGLE.NGUOI", "Phúng viếng (người)", "Phúng viếng", "Người", "người", false, 3},
	{"TN.TANGLE.TIEN", "Số tiền phúng viếng", "Phúng viếng", "Số tiền", "đồng", false, 900_000},
	{"TN.UNGHO.TIEN", "Ủng hộ nhân đạo, từ thiện", "Ủng hộ nhân đạo, từ thiện", "", "đồng", false, 15_000_000},
	{"PT.GPMB.HO", "Hộ hội viên trong diện GPMB", "Hộ trong diện GPMB", "", "hộ", false, 6},
	{"AN.TINBAO", "Nguồn tin cung cấp cho công an", "Nguồn tin cung cấp cho công an", "", "tin", false, 5},
}

// newWard makes the values of a ward of n branches; its name, its branches'
// names, the order of its columns and its values come from the seed.
func newWard(seed uint64, n int) *ward {
	w := &ward{rng: rand.New(rand.NewPCG(seed, 1)), inbox: fstest.MapFS{}, values: map[string][]int64{}, want: map[string]reports.Value{}}
	kinds := []string{"Chi hội Thôn %d", "Chi hội Khu phố %d", "Chi hội CCB Tổ dân phố số %02d", "Chi hội %s"}
	names := []string{"An Bình", "Hòa Thạnh", "Cơ quan xã", "Trường Sơn", "Tân Lập", "Phú Mỹ", "Đồng Tiến", "Quyết Thắng", "Bến Đá", "Lũy Tre", "Vĩnh An", "Suối Cát"}
	kind := kinds[w.rng.IntN(len(kinds))]
	var units []reports.Unit
	for i := range n {
		name := fmt.Sprintf(kind, i+1)
		if kind == "Chi hội %s" {
			name = fmt.Sprintf(kind, names[i])
		}
		units = append(units, reports.Unit{ID: reports.UnitID(fmt.Sprintf("ch-%d", i+1)), Name: name})
	}
	w.counters = append(w.counters, allCounters...)
	w.rng.Shuffle(len(w.counters), func(i, j int) { w.counters[i], w.counters[j] = w.counters[j], w.counters[i] })
	for _, c := range w.counters {
		for range n * len(wardPeriods) {
			v := w.rng.Int64N(c.top) + 1
			if c.unit == "đồng" {
				v = v/1000*1000 + c.top // as others give
			}
			if c.code == "TC.HV.TONG" {
				v = c.top - v/3
			}
			w.values[c.code] = append(w.values[c.code], v)
		}
	}
	for _, of := range [][2]string{{"TN.THAMHOI.TIEN", "TN.THAMHOI.LUOT"}, {"TN.TANGLE.TIEN", "TN.TANGLE.NGUOI"}} {
		for i, n := range w.values[of[1]] {
			w.values[of[0]][i] = n * (200 + w.rng.Int64N(200)) * 1000
		}
	}
	w.job = Job{
		Report: "giua-nhiem-ky", Template: "giua-nhiem-ky", Lang: "vi", YearStart: [2]int{1, 1},
		Span:     reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
		Term:     Term{Name: "2017 - 2022", Ordinal: "IV", Span: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2021, 12, 31))},
		Unit:     Unit{Name: "Hội Cựu chiến binh xã Hoa Sen", Short: "Hội CCB xã Hoa Sen", Parent: "Hội Cựu chiến binh huyện Ba Khe", Place: "Hoa Sen", Symbol: "BC-CCB"},
		Sign:     Sign{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH"},
		To:       []string{"Đảng ủy xã Hoa Sen"},
		Copies:   []string{"Như trên", "Lưu: VT"},
		Branches: units, Inbox: w.inbox, Templates: templates.FS, Fonts: fonts.FS,
	}
	w.expect()
	return w
}

// expect adds up the values by the kinds of their indicators, with nothing of
// the program's.
func (w *ward) expect() {
	np := len(wardPeriods)
	for _, c := range w.counters {
		var sum int64
		for b := range w.job.Branches {
			of := w.values[c.code][b*np : (b+1)*np]
			if c.stock {
				sum += of[np-1]
				continue
			}
			for _, v := range of {
				sum += v
			}
		}
		w.want[c.code] = reports.Int(sum)
	}
}

func (w *ward) value(c counter, branch, period int) int64 {
	return w.values[c.code][branch*len(wardPeriods)+period]
}

// A sheetMaker writes rows into a sheet of a new workbook.
type sheetMaker struct {
	t    *testing.T
	file *excelize.File
	name string
	row  int
}

func newBook(t *testing.T, sheet string) *sheetMaker {
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	return &sheetMaker{t: t, file: f, name: sheet}
}

func (m *sheetMaker) sheet(name string) {
	if _, err := m.file.NewSheet(name); err != nil {
		m.t.Fatal(err)
	}
	m.name, m.row = name, 0
}

func (m *sheetMaker) add(values ...any) {
	m.t.Helper()
	m.row++
	if err := m.file.SetSheetRow(m.name, fmt.Sprintf("A%d", m.row), &values); err != nil {
		m.t.Fatal(err)
	}
}

func (m *sheetMaker) merge(from, to string) {
	if err := m.file.MergeCell(m.name, from, to); err != nil {
		m.t.Fatal(err)
	}
}

func (m *sheetMaker) save(inbox fstest.MapFS, name string) {
	m.t.Helper()
	buf, err := m.file.WriteToBuffer()
	if err != nil {
		m.t.Fatal(err)
	}
	inbox[name] = &fstest.MapFile{Data: buf.Bytes()}
}

// layouts are the ways in which wards write their figures.
var layouts = map[string]func(*testing.T, *ward){
	"one sheet for all branches": func(t *testing.T, w *ward) {
		m := newBook(t, "Tổng hợp")
		m.add(w.job.Unit.Name)
		m.add("TỔNG HỢP SỐ LIỆU CÁC CHI HỘI")
		head := []any{"STT", "Chi hội", "Thời gian"}
		for _, c := range w.counters {
			head = append(head, c.name)
		}
		m.add(head...)
		for b, u := range w.job.Branches {
			for p, period := range wardPeriods {
				row := []any{b + 1, u.Name, period}
				for _, c := range w.counters {
					row = append(row, w.value(c, b, p))
				}
				m.add(row...)
			}
		}
		m.save(w.inbox, "tong hop.xlsx")
	},
	"a sheet a period, two rows of heads, a total row": func(t *testing.T, w *ward) {
		var m *sheetMaker
		for p, period := range wardPeriods {
			if m == nil {
				m = newBook(t, period)
			} else {
				m.sheet(period)
			}
			m.add("TỔNG HỢP SỐ LIỆU CÁC CHI HỘI " + period)
			upper, lower := []any{"TT", "Tên chi hội"}, []any{nil, nil}
			for _, c := range w.counters {
				sub := any(c.sub)
				if c.sub == "" {
					sub = nil
				}
				upper, lower = append(upper, c.group), append(lower, sub)
			}
			m.add(upper...)
			m.add(lower...)
			for i, c := range append([]counter{{}, {}}, w.counters...) {
				if col, _ := excelize.ColumnNumberToName(i + 1); c.sub == "" {
					m.merge(col+"2", col+"3")
				}
			}
			total := []any{nil, "Tổng cộng"}
			for _, c := range w.counters {
				var sum int64
				for b := range w.job.Branches {
					sum += w.value(c, b, p)
				}
				total = append(total, sum)
			}
			for b, u := range w.job.Branches {
				row := []any{b + 1, u.Name}
				for _, c := range w.counters {
					row = append(row, w.value(c, b, p))
				}
				m.add(row...)
			}
			m.add(total...)
		}
		m.save(w.inbox, "so lieu cac nam.xlsx")
	},
	"branches across, a sheet a period": func(t *testing.T, w *ward) {
		var m *sheetMaker
		for p, period := range wardPeriods {
			if m == nil {
				m = newBook(t, fmt.Sprint("Biểu ", p+1))
			} else {
				m.sheet(fmt.Sprint("Biểu ", p+1))
			}
			m.add("BIỂU TỔNG HỢP " + period)
			head := []any{"STT", "Chỉ tiêu", "ĐVT"}
			for _, u := range w.job.Branches {
				head = append(head, u.Name)
			}
			m.add(append(head, "Cộng")...)
			for i, c := range w.counters {
				row, sum := []any{i + 1, c.name, c.unit}, int64(0)
				for b := range w.job.Branches {
					row, sum = append(row, w.value(c, b, p)), sum+w.value(c, b, p)
				}
				m.add(append(row, sum)...)
			}
		}
		m.save(w.inbox, "bieu.xlsx")
	},
	"a workbook a branch, years shuffled, thousands of đồng": func(t *testing.T, w *ward) {
		order := w.rng.Perm(len(wardPeriods))
		for b, u := range w.job.Branches {
			m := newBook(t, "Số liệu")
			m.add(w.job.Unit.Name)
			m.add(u.Name)
			m.add(nil, nil, nil, "ĐVT: nghìn đồng")
			head := []any{"Nội dung"}
			for _, p := range order {
				head = append(head, wardPeriods[p])
			}
			m.add(head...)
			for _, c := range w.counters {
				row := []any{c.name}
				for _, p := range order {
					v := w.value(c, b, p)
					if c.unit == "đồng" {
						v /= 1000
					}
					row = append(row, v)
				}
				m.add(row...)
			}
			m.save(w.inbox, fmt.Sprintf("bao cao %d.xlsx", 100+b))
		}
	},
}

// TestWards reads made-up wards in every layout: each figure must come out, and
// every branch.
func TestWards(t *testing.T) {
	t.Parallel()
	seeds := uint64(5)
	if *long {
		seeds = 20
	}
	for name, write := range layouts {
		t.Run(name, func(t *testing.T) {
			for seed := range seeds {
				w := newWard(seed, 12)
				write(t, w)
				got, err := Check(t.Context(), w.job)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				if got.Branches.Received != len(w.job.Branches) {
					t.Errorf("seed %d: %d branches of %d", seed, got.Branches.Received, len(w.job.Branches))
				}
				for code, want := range w.want {
					if v := got.Totals.Figures[code].Value; !v.Equal(want) {
						t.Errorf("seed %d: %s = %v, want %v", seed, code, v, want)
					}
				}
				for _, f := range got.Findings {
					if f.Severity == reports.Blocking {
						t.Errorf("seed %d: %s %v %s", seed, f.Code, f.At, f.Message)
					}
				}
			}
		})
	}
}
