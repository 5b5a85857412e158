package begin

import (
	"strings"
	"testing"

	"ccbreport/reports/association"
	"ccbreport/templates"
)

// TestUnits: what people call the association and the one above, as it is written in the
// configuration, and what they are told besides.
func TestUnits(t *testing.T) {
	own, err := association.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	w := Ward{Own: own}
	for _, c := range []struct {
		take       func(string) (string, []Note, error)
		said, want string
		note       string // of which words; "" for none
	}{
		{w.name, "Phường 3", "phường 3", ""},
		{w.name, "P.3", "phường 3", ""},
		{w.name, "Hội CCB P. Bồ Đề", "phường Bồ Đề", ""},
		{w.name, "X. Ia Đrăng", "xã Ia Đrăng", ""},
		{w.name, "ĐẶC KHU PHÚ QUỐC", "đặc khu Phú Quốc", ""},
		{w.name, "TT. Phùng", "thị trấn Phùng", "thị trấn Phùng"},
		{w.name, "xã Vân Hà, huyện Đông Anh", "xã Vân Hà", ""},
		{w.name, "thị trấn", "", ""},
		{w.name, "Bồ Đề", "", ""},
		{w.name, "Hội Nông dân xã A", "", ""},
		{w.parent, "TP. Huế", "thành phố Huế", ""},
		{w.parent, "T.P Hà Nội", "thành phố Hà Nội", ""},
		{w.parent, "Hội CCB Bắc Ninh", "tỉnh Bắc Ninh", ""},
		{w.parent, "Bac Ninh", "tỉnh Bắc Ninh", ""},
		{w.parent, "Đắc Lắc", "tỉnh Đắk Lắk", ""},
		{w.parent, "Sài Gòn", "thành phố Hồ Chí Minh", ""},
		{w.parent, "Thừa Thiên Huế", "tỉnh Thừa Thiên Huế", "thành phố Huế"},
		{w.parent, "tỉnh Hà Nam", "tỉnh Hà Nam", "tỉnh Ninh Bình"},
		{w.parent, "Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"},
		{w.parent, "Q. Long Biên", "quận Long Biên", "quận Long Biên"},
		{w.parent, "Tp Thủ Đức", "thành phố Thủ Đức", "thành phố Thủ Đức"},
		{w.parent, "xã Vân Hà", "", ""},
	} {
		got, notes, err := c.take(c.said)
		want, note := c.want, ""
		if want != "" {
			want = w.of(want)
		}
		for _, n := range notes {
			note = n.Words[len(n.Words)-1]
		}
		if got != want || (err != nil) != (want == "") || note != c.note {
			t.Errorf("%q is %q with a note of %q, %v; want %q, %q", c.said, got, note, err, want, c.note)
		}
	}
}

// TestUnitsOfTheCountry: there are 34, and 63 before; no two have the same letters.
func TestUnitsOfTheCountry(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range append(append([]string{}, cities...), provinces...) {
		unit, now, ok := unitAbove(name)
		if !ok || now != "" || seen[unit] {
			t.Errorf("%s is %q, part of %q", name, unit, now)
		}
		seen[unit] = true
	}
	if len(seen) != 34 {
		t.Errorf("%d units", len(seen))
	}
	if got := len(oldProvinces()); got != 30 { // 29 that were joined to others, and Thừa Thiên Huế
		t.Errorf("%d old provinces", got)
	}
	for _, name := range oldProvinces() {
		if _, now, ok := unitAbove(name); !ok || !seen[now] {
			t.Errorf("%s is part of %q", name, now)
		}
	}
}

func oldProvinces() []string {
	var all []string
	for _, line := range joined {
		was, _, _ := strings.Cut(line, ": ")
		all = append(all, strings.Split(was, ", ")...)
	}
	return all
}
