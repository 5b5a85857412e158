package roster

import (
	"testing"

	"ccbreport/reports"
)

// FuzzFind holds laws for any text: there are candidates only where no branch is
// settled, what is nothing but a name names that branch, an asked text answers
// the same again, and a text behind a total names none.
func FuzzFind(f *testing.F) {
	branches := []reports.Unit{
		{ID: "a", Name: "Chi hội Tổ 4 khu 2"}, {ID: "b", Name: "Chi hội thôn Đồi (Hà Mơ)"}, {ID: "c", Name: "Chi hội thôn Đồi (Tiên Mỗ)"},
		{ID: "d", Name: "Chi hội TDP số 7", Aliases: []string{"7", "()", "Khu A"}}, {ID: "e", Name: "Chi hội Tân Lúa 3"}, {ID: "n", Name: "Thôn Năm"},
	}
	ward := reports.Unit{Name: "Hội Cựu chiến binh xã Bình Sơn"}
	for _, s := range []string{"TDP 7", "thôn Đồi (Hà Mơ)", "Tổ 4, khu 2", "chi hội", "(", "7", "Cộng 7", "TDP 1, 2 và", "thon nam 2026", "Tân Lúa 3/2", "CH.", "xã"} {
		f.Add(s, "Xã Hà Mơ cũ")
	}
	m := New(branches, ward, veterans, builtIn)
	f.Fuzz(func(t *testing.T, s, context string) {
		unit, candidates := m.Find(s, context)
		if unit != "" && len(candidates) > 0 {
			t.Errorf("%q is %s, yet may be %v", s, unit, candidates)
		}
		if again, _ := m.Find(s, context); again != unit {
			t.Errorf("%q is %s, then %s", s, unit, again)
		}
		if whole, ok := m.Whole(s, context); ok && whole != reports.Ward && whole != unit {
			t.Errorf("%q is nothing but %s, but names %s", s, whole, unit)
		}
		if sum, _ := m.Find("Cộng cả " + s); sum != "" {
			t.Errorf("a total of %q names %s", s, sum)
		}
		m.InColumn(s, context)
		m.InFileName(s, context)
		m.Near(s, []reports.UnitID{"b", "e"})
		m.Hint(s)
		m.Other(s)
	})
}

// TestOwnNames: whatever a branch is called in the list, that is its name.
func TestOwnNames(t *testing.T) {
	for _, name := range []string{
		"Chi hội Tổ dân phố số 7", "Chi hội CCB thôn Bến Đá", "Chi hội Cơ quan xã", "Chi hội Ấp 3/2", "Chi hội Khu A2", "Chi hội Cộng Hậu",
		"Chi hội Thôn 1A", "Chi hội 12", "Chi hội Khối cơ quan - Trường học", "Chi hội Xóm 3 thôn Đìa", "Chi hội Nông dân", "Chi hội thôn Khu Đông",
	} {
		m := New([]reports.Unit{{ID: "x", Name: name}, {ID: "y", Name: "Chi hội thôn Khác"}}, reports.Unit{Name: "Hội CCB xã Bình Sơn"}, veterans, builtIn)
		for _, s := range []string{name, name + " năm 2026", "Báo cáo của " + name, name + ", xã Bình Sơn"} {
			if unit, candidates := m.Find(s); unit != "x" {
				t.Errorf("%q is %q, may be %v", s, unit, candidates)
			}
		}
	}
}

func TestManyNamesAreQuick(t *testing.T) {
	var branches []reports.Unit
	for i := range 2000 {
		branches = append(branches, reports.Unit{ID: reports.UnitID(rune('a' + i)), Name: "Chi hội thôn Tân " + string(rune(0x4e00+i))})
	}
	m := New(branches, reports.Unit{Name: "Hội CCB xã Bình Sơn"}, veterans, builtIn)
	allocs := testing.AllocsPerRun(1, func() {
		clear(m.memo)
		m.Find("Báo cáo của chi hội thôn Tân " + string(rune(0x4e00+1999)) + " năm 2026")
	})
	if allocs > 2000 {
		t.Errorf("%v allocations for one look-up among 2000 names", allocs)
	}
}
