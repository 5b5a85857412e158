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

// joined are the provinces that are part of another unit since then, or, of Huế, go by
// another name.
var joined = []string{
	"Hà Giang: Tuyên Quang", "Yên Bái: Lào Cai", "Bắc Kạn: Thái Nguyên", "Vĩnh Phúc, Hòa Bình: Phú Thọ", "Bắc Giang: Bắc Ninh", "Thái Bình: Hưng Yên",
	"Hải Dương: Hải Phòng", "Hà Nam, Nam Định: Ninh Bình", "Quảng Bình: Quảng Trị", "Thừa Thiên Huế: Huế", "Quảng Nam: Đà Nẵng", "Kon Tum: Quảng Ngãi",
	"Bình Định: Gia Lai", "Ninh Thuận: Khánh Hòa", "Đắk Nông, Bình Thuận: Lâm Đồng", "Phú Yên: Đắk Lắk", "Bình Dương, Bà Rịa - Vũng Tàu: Hồ Chí Minh",
	"Bình Phước: Đồng Nai", "Long An: Tây Ninh", "Sóc Trăng, Hậu Giang: Cần Thơ", "Bến Tre, Trà Vinh: Vĩnh Long", "Tiền Giang: Đồng Tháp", "Bạc Liêu: Cà Mau", "Kiên Giang: An Giang",
}

var (
	communeForm = regexp.MustCompile(`(?i)^(.*?)(?:^|[\s,–-])(phường|xã|thị trấn|đặc khu) (\S.*)$`)
	upperForm   = regexp.MustCompile(`(?i)^(.*?)(?:^|[\s,–-])(thành phố|t\.?p\.?|tỉnh|quận|huyện|thị xã|q\.|h\.|tx\.?) ?(\S.*)$`)
	plainWords  = regexp.MustCompile(`^[\p{L}\p{M}\d '\-]+$`)
)

// shortNouns are communes as they are written for short: "P. Bồ Đề", "TT. Phùng".
var shortNouns = []struct {
	form *regexp.Regexp
	noun string
}{
	{regexp.MustCompile(`(?i)(^|\s)p\.\s?`), "${1}phường "}, {regexp.MustCompile(`(?i)(^|\s)x\.\s?`), "${1}xã "},
	{regexp.MustCompile(`(?i)(^|\s)tt\.\s?`), "${1}thị trấn "}, {regexp.MustCompile(`(?i)(^|\s)đk\.\s?`), "${1}đặc khu "},
}

// name reads what the ward's association is called, in full or as the commune alone: "xã
// Vân Hà".
func (w Ward) name(s string) (name string, notes []Note, err error) {
	said := viet.Clean(s)
	for _, short := range shortNouns {
		said = short.form.ReplaceAllString(said, short.noun)
	}
	if commune, above, ok := strings.Cut(said, ","); ok && upperForm.MatchString(above) {
		said = strings.TrimSpace(commune) // "xã Vân Hà, huyện Đông Anh": what is above is asked next
	}
	m := communeForm.FindStringSubmatch(said)
	if m == nil || !plainWords.MatchString(m[3]) {
		return "", nil, badName.With(s, w.Own.Full())
	}
	if !w.ours(m[1]) {
		return "", nil, otherName.With(s, w.Own.Full())
	}
	commune := strings.ToLower(m[2]) + " " + viet.NameCase(m[3])
	if strings.EqualFold(m[2], "thị trấn") {
		notes = []Note{{noTowns, []string{commune}}}
	}
	return w.of(commune), notes, nil
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
	if unit, now, ok := w.unitIn(s); ok {
		return w.of(unit), merged(unit, now), nil
	}
	m := upperForm.FindStringSubmatch(s)
	switch {
	case m == nil && w.Own.Words.In(viet.Key(s)), m == nil && strings.Contains(s, "Ủy ban"), m != nil && !w.ours(m[1]):
		return s, nil, nil
	case m == nil:
		return "", nil, badParent.With(s, w.Own.Full())
	}
	noun, place := upperNoun(m[2]), viet.NameCase(strings.TrimSpace(m[3]))
	if known, now, ok := unitAbove(place); ok && strings.HasPrefix(known, noun+" ") {
		return w.of(known), merged(known, now), nil
	}
	note := Note{notAbove, []string{noun + " " + place}}
	if noun == "quận" || noun == "huyện" || noun == "thị xã" {
		note = Note{abolished, []string{noun + " " + place}}
	}
	return w.of(noun + " " + place), []Note{note}, nil
}

// upperNoun is a noun of a unit above communes, written out.
func upperNoun(s string) string {
	switch key := strings.ReplaceAll(strings.ToLower(s), ".", ""); key {
	case "tp":
		return "thành phố"
	case "q":
		return "quận"
	case "h":
		return "huyện"
	case "tx":
		return "thị xã"
	default:
		return key
	}
}

// unitIn is the province or city whose name is all of a text, or stands behind the
// association's.
func (w Ward) unitIn(s string) (unit, now string, ok bool) {
	words := strings.Fields(s)
	for i := range words {
		if !w.ours(strings.Join(words[:i], " ")) {
			continue
		}
		if unit, now, ok = unitAbove(strings.Join(words[i:], " ")); ok {
			return unit, now, true
		}
	}
	return "", "", false
}

// merged notes that a province is part of another now.
func merged(unit, now string) []Note {
	if now == "" {
		return nil
	}
	return []Note{{partOf, []string{unit, now}}}
}

// calledToo are the names of some units that are written in several ways.
var calledToo = map[string]string{"hcm": "Hồ Chí Minh", "tp hcm": "Hồ Chí Minh", "tphcm": "Hồ Chí Minh", "sai gon": "Hồ Chí Minh", "dac lac": "Đắk Lắk", "daklak": "Đắk Lắk"}

// unitAbove is the province or city of that name, with its noun; now is what it has been
// part of since 1 July 2025. Marks may be wrong or missing: no two have the same letters.
func unitAbove(name string) (unit, now string, ok bool) {
	key := viet.Bare(viet.Key(name))
	if known := calledToo[key]; known != "" {
		key = viet.Bare(viet.Key(known))
	}
	same := func(s string) bool { return viet.Bare(viet.Key(s)) == key }
	if i := slices.IndexFunc(cities, same); i >= 0 {
		return "thành phố " + cities[i], "", true
	}
	if i := slices.IndexFunc(provinces, same); i >= 0 {
		return "tỉnh " + provinces[i], "", true
	}
	for _, line := range joined {
		was, into, _ := strings.Cut(line, ": ")
		for _, s := range strings.Split(was, ", ") {
			if same(s) {
				now, _, _ = unitAbove(into)
				return "tỉnh " + s, now, true
			}
		}
	}
	return "", "", false
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
