package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// A name must begin and end: "Trung" is not in "Thôn Trung Hòa", nor "Tân Lập"
// in "Nam Tân Lập". It ends before a mark, a number that is no part of it, and
// these words; no place is called so. "#" is a number.
var (
	after = `năm #; năm nay; năm báo cáo; quý #; tháng #; lần #; đợt #; từ #; từ tháng; từ ngày; đến #; đến tháng; đến ngày; ngày #;
		sáu tháng; giữa năm; đầu năm; cuối năm; cả năm; giữa kỳ; đầu kỳ; cuối kỳ; nhiệm kỳ; giai đoạn; tính đến; # tháng; # năm; t #; q #; cũ;
		báo cáo; bc; biểu mẫu; biểu số; biểu tổng; bảng tổng; bảng số; tổng hợp; tổng kết; tổng số; tổng cộng; sơ kết; số liệu; phụ lục; thống kê; kết quả; thuộc; trực thuộc; của;
		ban chấp hành; bch; gửi; nộp; sửa; bổ sung; bản sao; bản cũ; bản mới; bản cuối; bản chính; và; cùng; phối hợp; tổ chức; copy; final; thi đua; kèm; có; đã; là; với; chi tiết`
	afterMarked = newPhrases(`năm; tháng; kỳ báo cáo; phường; xã; thị trấn; thị xã; thành phố; quận; huyện; tỉnh; đặc khu`)
	admin       = newPhrases(`phường; xã; thị trấn; thị xã; thành phố; quận; huyện; tỉnh; đặc khu; p; x; tt`)
	before      = wordSet("của cáo bc liệu biểu bảng mẫu phiếu nhận từ gửi vị tên kê hợp lục sao kết quả hội")
	adminWords  = wordSet("phường xã thị trấn quận huyện tỉnh")
	timeNames   = wordSet("giữa đầu cuối trong cả nửa hết năm tháng quý")
	alone       = wordSet("năm tháng kỳ quý")
	plural      = wordSet("các những mỗi từng nhiều toàn cả")
	listWords   = wordSet("và")
)

// wordSet is the set of the words, as keys have them, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		key := viet.Key(w)
		set[key], set[viet.Bare(key)] = true, true
	}
	return set
}

// begins reports whether a name without a word of kind may begin at i.
func (t text) begins(i int) bool {
	if i == 0 || t.toks[i].gap != space {
		return true
	}
	last := t.toks[i-1]
	return last.num || last.counts() && len(last.word) > 2 || before[last.word] || t.own.ends[last.word]
}

// ends reports whether a name of words may end before i.
func (m *Roster) ends(t text, i int) bool {
	if i == len(t.toks) || t.toks[i].gap != space || strings.Contains(t.toks[i].before, "(") {
		return true
	}
	k := t.toks[i]
	if isYear(k.word) || t.own.after.longest(t, i) > 0 || t.leadAt(i).real() {
		return true
	}
	if n := admin.longest(t, i); n > 0 && (m.placeAt(t, i+n) || !k.plain && afterMarked.longest(t, i) > 0) {
		return true
	}
	return !k.plain && afterMarked.longest(t, i) > 0 || m.placeAt(t, i)
}

// placeAt reports whether the ward's own place or an old commune is named at i.
func (m *Roster) placeAt(t text, i int) bool {
	if i < len(t.toks) && m.initials(t.toks[i]) {
		return true
	}
	for _, words := range m.olds {
		if t.at(i, words) {
			return true
		}
	}
	return slices.ContainsFunc(m.wardPlaces, func(words []string) bool { return t.at(i, words) })
}

// initials reports whether a word is the initials of an old commune: "HL".
func (m *Roster) initials(k token) bool {
	for old := range m.olds {
		if k.raw == initials(old) {
			return true
		}
	}
	return false
}

func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	if b.Len() < 2 {
		return ""
	}
	return strings.ToUpper(b.String())
}

// spoilt reports whether what follows a name says that it is not quite that: an
// old one, before neighbourhoods were merged or numbered anew.
func (t text) spoilt(i int) bool {
	return i < len(t.toks) && t.toks[i].is("cũ") && (i+1 == len(t.toks) || t.toks[i+1].gap != space || strings.Contains(t.toks[i].before, "("))
}

// countsThings reports whether the number before i counts: "chi hội 3 tháng",
// "tổ 5 hội viên".
func (t text) countsThings(i int) bool {
	if i >= len(t.toks) || t.toks[i].gap == hard {
		return false
	}
	if l := t.leadAt(i); l.real() && l.to < len(t.toks) && t.toks[l.to].num {
		return false // "khu 2 tổ 4"
	}
	if t.toks[i].is("tháng") {
		return i+1 == len(t.toks) || !t.toks[i+1].counts()
	}
	for n := min(2, len(t.toks)-i); n > 0; n-- {
		var words []string
		for _, k := range t.toks[i : i+n] {
			words = append(words, k.word)
		}
		if unit := strings.Join(words, " "); t.units.Is(unit) && unit != "ngày" && unit != "năm" && unit != "quý" {
			return len([]rune(words[0])) > 1
		}
	}
	return false
}

// goesOn reports whether the name of a number goes on: "Thôn 1 A", "TDP 4 12".
func (t text) goesOn(i int) bool {
	if i >= len(t.toks) || t.toks[i].gap != space {
		return false
	}
	k := t.toks[i]
	if k.num {
		return !isYear(k.word) && !t.countsThings(i+1)
	}
	return utf8.RuneCountInString(k.word) == 1 && t.own.after.longest(t, i) == 0
}

// lists reports whether another number of a list stands at i.
func (t text) lists(i int) bool {
	if i >= len(t.toks) {
		return false
	}
	k := t.toks[i]
	if listWords[k.word] && i+1 < len(t.toks) {
		return t.toks[i+1].num && t.listed(i+1)
	}
	joined := strings.Trim(k.before, " ,;+&/–-") == "" && strings.TrimSpace(k.before) != ""
	return k.num && (joined || t.toks[i-1].word == "và") && t.listed(i)
}

func (t text) listed(i int) bool {
	return len(t.toks[i].word) <= 2 && !t.countsThings(i+1) && !(i+1 < len(t.toks) && t.toks[i+1].num)
}

// plural reports whether the words of kind stand for several: "3 chi hội", "các
// tổ". A number that numbers the line, or that ends another name, does not.
func (t text) plural(l lead) bool {
	if l.from == 0 || t.toks[l.from].gap == hard {
		return false
	}
	last := t.toks[l.from-1]
	if !last.num {
		return plural[last.word]
	}
	if isYear(last.word) || len(t.toks[l.from].before) == 0 {
		return false
	}
	if l.from == 1 {
		return true
	}
	owner := t.toks[l.from-2]
	_, kind := t.kindAt(l.from - 2)
	return !kind && !timeNames[owner.word] && last.gap != hard && !owner.is("phố") && !owner.is("số")
}

// isTime reports whether the one syllable after l is part of a time: "chi hội
// giữa năm", "chi hoi nam 2026".
func (t text) isTime(l lead) bool {
	k := t.toks[l.to]
	if !timeNames[k.bare] {
		return false
	}
	if alone[k.word] && k.plain && l.to+1 < len(t.toks) && t.toks[l.to+1].num {
		return true
	}
	return !l.last && (l.to+1 == len(t.toks) || t.toks[l.to+1].is("năm") || t.toks[l.to+1].is("kỳ") || t.toks[l.to+1].is("quý") || t.toks[l.to+1].is("tháng"))
}
