package viet

import (
	"strings"
)

// UnitWord reads a unit as it stands in a column or in brackets: "nghìn đồng"
// is ("đồng", 1000), "1.000đ" the same, "lượt người" is ("lượt", 1), "đồng/năm"
// ("đồng/năm", 1), a bare "triệu" is money. It reports false for words that are
// no unit. Units are normalised: đ/c, đồng chí, hội viên are "người"; gia đình
// is "hộ"; đ and VNĐ are "đồng". Pass the catalogue's own units through UnitWord
// before comparing.
func UnitWord(s string) (unit string, scale int64, ok bool) {
	if len(s) > longestUnit {
		return "", 1, false
	}
	text := strings.Trim(fold(s), " ()[].:;,")
	switch {
	case thousandWords[text]:
		return dong, 1000, true
	case !beginsUnit(text):
		return "", 1, false
	}
	p := parser{toks: lex(text)}
	scale = p.headScale()
	words := p.scales()
	unit, ok = p.unit()
	if !ok && words > 1 {
		unit, ok = dong, true
	}
	if !ok || scale == 0 || p.peek(0).kind != noTok {
		return "", 1, false
	}
	return unit, scale * max(words, 1), true
}

// beginsUnit reports whether a folded text begins as a unit does: with a number, a
// sign, or the first word of a unit or a scale. Most cells are told by that.
func beginsUnit(text string) bool {
	end := strings.IndexFunc(text, func(r rune) bool { return !isWordRune(r) })
	if end < 0 {
		end = len(text)
	}
	return end == 0 || unitBegins[text[:end]]
}

// unitBegins are the first words of units and scales.
var unitBegins = func() map[string]bool {
	set := map[string]bool{"trđ": true, "kđ": true, "trvnđ": true}
	for w := range scaleWords {
		set[w] = true
	}
	for w := range unitWords {
		set[lex(w)[0].text] = true
	}
	return set
}()

// thousandWords are "nghìn đồng" cut short; "ng" by itself may be "người".
var thousandWords = map[string]bool{"ng.đ": true, "ngđ": true, "ng.đồng": true, "ng đồng": true, "ng. đồng": true}

// headScale reads the 1000 of "1.000 đồng". It is 1 where no numeral stands and
// 0 where one stands that is no scale.
func (p *parser) headScale() int64 {
	t := p.peek(0)
	if t.kind != numeralTok {
		return 1
	}
	p.pos++
	v, _, reason := readNumeral(t.text, wholeMarks)
	for scale := int64(1e3); reason == "" && scale <= 1e9; scale *= 10 {
		if v.Num == scale {
			return scale
		}
	}
	return 0
}

const dong = "đồng"

// IsMoneyUnit reports whether a unit, as [UnitWord] gives it, is money: đồng, or
// đồng per something.
func IsMoneyUnit(unit string) bool { return unit == dong || strings.HasPrefix(unit, dong+"/") }

// longestUnit, in bytes, is beyond any unit and below any sentence.
const longestUnit = 100

// scaleWords are the words that multiply. "trđ" and "kđ" name the unit too.
var scaleWords = map[string]int64{
	"nghìn": 1e3, "ngàn": 1e3, "k": 1e3, "kđ": 1e3,
	"vạn":   1e4,
	"triệu": 1e6, "tr": 1e6, "trđ": 1e6,
	"tỷ": 1e9, "tỉ": 1e9, "ty": 1e9,
}

// persons are the words for people; after "lượt" they count occasions.
var persons = []string{
	"người", "đ/c", "đồng chí", "hv", "hội viên", "ccb", "cựu chiến binh", "cqn", "cựu quân nhân",
	"thành viên", "cán bộ", "đảng viên", "đoàn viên", "thanh niên", "học sinh", "cháu", "tân binh",
}

// households are the words for families.
var households = []string{"hộ", "gia đình", "hộ gia đình", "hộ hội viên", "hộ hv", "gia đình hội viên", "gia đình hv", "hộ nghèo", "hộ dân"}

// unitWords are the units and their other spellings.
var unitWords = func() map[string]string {
	m := map[string]string{
		"đ": dong, "đồng": dong, "vnđ": dong, "vnd": dong, "₫": dong, "đồng chẵn": dong,
		"phần trăm": "%", "%": "%",
		"lượt": "lượt",
		"nhà":  "nhà", "căn nhà": "nhà", "ngôi nhà": "nhà", "căn": "nhà",
		"suất": "suất", "suất quà": "suất", "phần quà": "suất",
		"câu lạc bộ": "câu lạc bộ", "clb": "câu lạc bộ", "doanh nghiệp": "doanh nghiệp", "dn": "doanh nghiệp", "hợp tác xã": "hợp tác xã", "htx": "hợp tác xã",
		"m²": "m²", "m2": "m²", "mét vuông": "m²", "m": "m", "mét": "m",
		"mét dài": "m", "héc ta": "ha", "hecta": "ha", "giờ công": "giờ",
		"nguồn tin": "tin", "vụ việc": "vụ", "đơn thư": "đơn", "công": "ngày công", "kỉ niệm chương": "kỷ niệm chương",
	}
	for _, p := range persons {
		m[p], m["lượt "+p] = "người", "lượt"
	}
	for _, h := range households {
		m[h] = "hộ"
	}
	for _, same := range []string{
		"tổ", "buổi", "cuộc", "hội nghị", "lớp", "ý kiến", "vụ",
		"chi hội", "phân hội", "chi bộ", "ngày công", "ngày", "cây", "tờ", "thẻ", "tin", "đơn", "trường hợp", "mô hình",
		"hoạt động", "bài học", "bài", "bằng", "giấy khen", "bằng khen", "tuyến", "trang trại", "công trình", "hồ sơ",
		"lần", "đợt", "đội", "giải", "chiếc", "cái", "con", "tập thể", "cá nhân", "danh hiệu", "giấy", "gương", "điểm", "kỷ niệm chương",
	} {
		m[same] = same
	}
	for unit := range measures {
		m[unit] = unit
	}
	return m
}()

// perWords are what a rate is per.
var perWords = map[string]string{
	"năm": "năm", "tháng": "tháng", "quý": "quý", "kỳ": "kỳ", "ngày": "ngày",
	"hội viên": "hội viên", "hv": "hội viên", "đ/c": "hội viên", "đồng chí": "hội viên",
	"người": "người", "hộ": "hộ", "gia đình": "hộ", "suất": "suất", "nhà": "nhà", "lượt": "lượt",
	"chi hội": "chi hội", "buổi": "buổi", "cuộc": "cuộc", "m²": "m²", "m2": "m²",
}

// unit reads a unit with what it is per: "đồng", "đồng/hội viên/năm".
func (p *parser) unit() (string, bool) {
	unit, ok := p.phrase(unitWords)
	for ok && p.peek(0).text == "/" {
		at := p.pos
		p.pos++
		if p.peek(0).text == "1" || p.peek(0).text == "01" {
			p.pos++
		}
		per, found := p.phrase(perWords)
		if !found {
			p.pos = at
			break
		}
		unit += "/" + per
	}
	return unit, ok
}

// phrase reads the longest run of tokens that the table knows.
func (p *parser) phrase(table map[string]string) (string, bool) {
	for n := min(4, len(p.toks)-p.pos); n > 0; n-- {
		if value, ok := table[joined(p.toks[p.pos:p.pos+n])]; ok {
			p.pos += n
			return value, true
		}
	}
	return "", false
}

// scales reads one or more scale words ("nghìn tỷ") and returns their product,
// 0 if there is none. The "đ" of "trđ" stays to be read as the unit.
func (p *parser) scales() int64 {
	var product int64
	for {
		n, ok := scaleWords[p.peek(0).text]
		switch {
		case !ok:
			return product
		case product == 0:
			product = n
		case product < n && product*n/n == product:
			product *= n
		default:
			return product
		}
		p.pos++
		p.take(".") // tr.đ
	}
}
