package begin

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// The units of the country that stand above communes since 1 July 2025, when districts
// were abolished: cities under the central government, and provinces.
var (
	cities    = strings.Split("Hà Nội, Huế, Hải Phòng, Đà Nẵng, Hồ Chí Minh, Cần Thơ", ", ")
	provinces = strings.Split("Lai Châu, Điện Biên, Sơn La, Lạng Sơn, Quảng Ninh, Thanh Hóa, Nghệ An, Hà Tĩnh, Cao Bằng, Tuyên Quang, Lào Cai, Thái Nguyên, "+
		"Phú Thọ, Bắc Ninh, Hưng Yên, Ninh Bình, Quảng Trị, Quảng Ngãi, Gia Lai, Khánh Hòa, Lâm Đồng, Đắk Lắk, Đồng Nai, Tây Ninh, Vĩnh Long, Đồng Tháp, Cà Mau, An Giang", ", ")
)

var (
	communeForm = regexp.MustCompile(`(?i)^(.*?)(?:^|[\s,–-])(phường|xã|thị trấn|đặc khu) (\S.*)$`)
	upperForm   = regexp.MustCompile(`(?i)^(.*?)(?:^|[\s,–-])(thành phố|tp\.?|tỉnh|quận|huyện|thị xã) ?(\S.*)$`)
	plainWords  = regexp.MustCompile(`^[\p{L}\p{M}\d '\-]+$`)
)

// name reads what the ward's association is called, in full or as the commune alone: "xã
// Vân Hà".
func (w Ward) name(s string) (string, error) {
	m := communeForm.FindStringSubmatch(viet.Clean(s))
	if m == nil || !plainWords.MatchString(m[3]) {
		return "", badName.With(s, w.Own.Full())
	}
	if !w.ours(m[1]) {
		return "", otherName.With(s, w.Own.Full())
	}
	return w.of(strings.ToLower(m[2]) + " " + viet.NameCase(m[3])), nil
}

// of is the association of a unit.
func (w Ward) of(unit string) string { return strings.TrimSpace(w.Own.Full() + " " + unit) }

// ours reports whether what stands before a unit is nothing, or the association's name.
func (w Ward) ours(before string) bool {
	key := strings.Trim(viet.Key(before), " -,")
	return key == "" || w.Own.Words.In(key)
}

// parent reads the organisation above: by its name, by its unit, or as the name of a
// province or city alone. Another body than the association's, a front committee say,
// stays as it is written.
func (w Ward) parent(s string) (name string, notes []Note, err error) {
	s = viet.Clean(s)
	if s == "" {
		return "", nil, nil
	}
	if noun, ok := unitAbove(viet.NameCase(s)); ok {
		return w.of(noun), nil, nil
	}
	m := upperForm.FindStringSubmatch(s)
	switch {
	case m == nil && w.Own.Words.In(viet.Key(s)), m == nil && strings.Contains(s, "Ủy ban"), m != nil && !w.ours(m[1]):
		return s, nil, nil
	case m == nil:
		return "", nil, badParent.With(s, w.Own.Full())
	}
	noun, place := strings.ToLower(m[2]), viet.NameCase(strings.TrimSpace(m[3]))
	if strings.HasPrefix(noun, "tp") {
		noun = "thành phố"
	}
	known, ok := unitAbove(place)
	if ok && known == noun+" "+strings.TrimPrefix(known, noun+" ") {
		return w.of(known), nil, nil
	}
	note := Note{notAbove, []string{noun + " " + place}}
	if noun == "quận" || noun == "huyện" || noun == "thị xã" {
		note = Note{abolished, []string{noun + " " + place}}
	}
	return w.of(noun + " " + place), []Note{note}, nil
}

// unitAbove is the province or city of that name, with its noun.
func unitAbove(name string) (unit string, ok bool) {
	key := viet.Key(name)
	if key == "hcm" || key == "tp hcm" || key == "tphcm" {
		key = viet.Key("Hồ Chí Minh")
	}
	same := func(s string) bool { return viet.Key(s) == key }
	if i := slices.IndexFunc(cities, same); i >= 0 {
		return "thành phố " + cities[i], true
	}
	if i := slices.IndexFunc(provinces, same); i >= 0 {
		return "tỉnh " + provinces[i], true
	}
	return "", false
}

// communeOf is the commune in the name of a ward's association: "xã Vân Hà".
func communeOf(name string) (commune, place string) {
	m := communeForm.FindStringSubmatch(name)
	if m == nil {
		return "", ""
	}
	noun := strings.ToLower(m[2])
	if strings.Trim(m[3], "0123456789") == "" {
		return noun + " " + m[3], viet.Sentence(noun) + " " + m[3] // "Phường 6"
	}
	return noun + " " + m[3], m[3]
}
