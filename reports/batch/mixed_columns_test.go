package batch

import "strings"

// A mixColumns is a habit of columns: the heads over the values, and what stands
// under them for one indicator. main is the column that counts; a number under it
// may be written in other ways.
type mixColumns struct {
	name   string
	heads  []string
	main   int
	cells  func(b *mixBranch, it mixItem) []any
	hidden int // columns from the first value on that nobody sees, 0: none
}

// mixColumnHabits makes the habits that give the figure without a question.
var mixColumnHabits = []func(*mixedWard, *mixBranch) mixColumns{
	mixPlain, mixPlain, mixWomen, mixWomenNoted, mixMenWomen, mixPlan, mixQuarters, mixHalfAndYear,
	mixBefore, mixTwin, mixCorrected, mixTicks, mixLastQuarter, mixVillages,
}

func mixPlain(w *mixedWard, _ *mixBranch) mixColumns {
	return mixColumns{name: "plain", heads: []string{pick(w.madeWard, "Năm 2026", "Kết quả", "Số liệu", "Kết quả thực hiện")}, cells: func(b *mixBranch, it mixItem) []any {
		return []any{b.year[it.code]}
	}}
}

func mixWomen(w *mixedWard, _ *mixBranch) mixColumns {
	return mixColumns{name: "women", heads: []string{pick(w.madeWard, "Tổng số", "Tổng cộng"), pick(w.madeWard, "Nữ", "Trong đó nữ")}, cells: mixWithWomen}
}

func mixWithWomen(b *mixBranch, it mixItem) []any {
	if !it.person() || it.code == "TC.HV.NU" {
		return []any{b.year[it.code], nil}
	}
	return []any{b.year[it.code], b.women[it.code]}
}

func mixWomenNoted(w *mixedWard, _ *mixBranch) mixColumns {
	return mixColumns{name: "women and remarks", heads: []string{"Tổng số", "Trong đó nữ", "Ghi chú"}, cells: func(b *mixBranch, it mixItem) []any {
		return append(mixWithWomen(b, it), pick[any](w.madeWard, nil, nil, "đã đối chiếu", "tăng so với năm trước"))
	}}
}

func mixMenWomen(*mixedWard, *mixBranch) mixColumns {
	return mixColumns{name: "men and women", heads: []string{"Nam", "Nữ", "Cộng"}, main: 2, cells: func(b *mixBranch, it mixItem) []any {
		n := b.year[it.code]
		if !it.person() || it.code == "TC.HV.NU" {
			return []any{nil, nil, n}
		}
		return []any{n - b.women[it.code], b.women[it.code], n}
	}}
}

func mixPlan(w *mixedWard, _ *mixBranch) mixColumns {
	return mixColumns{name: "plan", heads: []string{"Kế hoạch", "Thực hiện", pick(w.madeWard, "Tỷ lệ", "Tỷ lệ (%)", "% đạt")}, main: 1, cells: func(b *mixBranch, it mixItem) []any {
		n := b.year[it.code]
		if n == 0 {
			return []any{int64(1), n, int64(0)}
		}
		return []any{n, n, int64(100)}
	}}
}

func mixQuarters(w *mixedWard, _ *mixBranch) mixColumns {
	heads := []string{"Quý I", "Quý II", "Quý III", "Quý IV", pick(w.madeWard, "Cả năm", "Cả năm 2026")}
	return mixColumns{name: "quarters", heads: heads, main: 4, cells: func(b *mixBranch, it mixItem) []any {
		q := b.quarter[it.code]
		return []any{q[0], q[1], q[2], q[3], b.year[it.code]}
	}}
}

func mixLastQuarter(w *mixedWard, _ *mixBranch) mixColumns {
	heads := []string{pick(w.madeWard, "Quý IV", "Quý IV/2026"), pick(w.madeWard, "Lũy kế năm", "Luỹ kế cả năm", "Lũy kế năm 2026")}
	return mixColumns{name: "last quarter and cumulative", heads: heads, main: 1, cells: func(b *mixBranch, it mixItem) []any {
		return []any{b.quarter[it.code][3], b.year[it.code]}
	}}
}

func mixHalfAndYear(w *mixedWard, _ *mixBranch) mixColumns {
	heads := []string{pick(w.madeWard, "6 tháng", "6 tháng đầu năm"), pick(w.madeWard, "12 tháng", "Cả năm")}
	return mixColumns{name: "6 and 12 months", heads: heads, main: 1, cells: func(b *mixBranch, it mixItem) []any {
		half := b.quarter[it.code][1]
		if !it.level() {
			half += b.quarter[it.code][0]
		}
		return []any{half, b.year[it.code]}
	}}
}

func mixBefore(w *mixedWard, _ *mixBranch) mixColumns {
	heads := pick(w.madeWard, []string{"Kỳ trước", "Kỳ này"}, []string{"Năm 2025", "Năm 2026"}, []string{"Năm trước", "Năm nay"})
	return mixColumns{name: "before and now", heads: heads, main: 1, cells: func(b *mixBranch, it mixItem) []any {
		return []any{b.before[it.code], b.year[it.code]}
	}}
}

func mixTwin(*mixedWard, *mixBranch) mixColumns {
	return mixColumns{name: "hidden twin", heads: []string{"Năm 2026", "Năm 2026"}, main: 1, hidden: 1, cells: func(b *mixBranch, it mixItem) []any {
		return []any{b.year[it.code] + 1, b.year[it.code]}
	}}
}

func mixCorrected(w *mixedWard, _ *mixBranch) mixColumns {
	return mixColumns{name: "corrected", heads: []string{"Năm 2026", "Sửa lại"}, cells: func(b *mixBranch, it mixItem) []any {
		n := b.year[it.code]
		if w.chance(30) && !it.money() {
			return []any{n + 1, n}
		}
		return []any{n, nil}
	}}
}

func mixTicks(*mixedWard, *mixBranch) mixColumns {
	return mixColumns{name: "ticks", heads: []string{"Có", "Không", "Số lượng"}, main: 2, cells: func(b *mixBranch, it mixItem) []any {
		if n := b.year[it.code]; n > 0 {
			return []any{"x", nil, n}
		}
		return []any{nil, "x", nil}
	}}
}

// mixVillages gives the two old villages of a branch and their sum.
func mixVillages(_ *mixedWard, b *mixBranch) mixColumns {
	sum := strings.TrimPrefix(b.unit.Name, "Chi hội ")
	sum = strings.ToUpper(sum[:1]) + sum[1:]
	return mixColumns{name: "old villages", heads: []string{"Thôn Cầu Đá cũ", "Thôn Bãi Sậy cũ", sum}, main: 2, cells: func(b *mixBranch, it mixItem) []any {
		n := b.year[it.code]
		return []any{n - n/3, n / 3, n}
	}}
}
