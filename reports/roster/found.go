package roster

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// notNames are words after "chi hội" that begin no name, as keys have them. They
// keep their marks: "nam" may well begin one.
var notNames = strings.Fields(viet.Key("trưởng phó và trực có đạt hoàn năm quý tháng báo biểu thi tổng kỳ nhiệm theo đã được cựu trong thuộc xếp triệu nghìn ngàn sáu của là nộp gửi"))

// plurals stand before "chi hội" where no single one is meant.
var plurals = wordSet("các số mỗi từng theo một nhiều những")

// NamesBranch reports whether s, in a title, says that it is a branch's: it
// says "chi hội" or "phân hội" and then a name.
func (m *Roster) NamesBranch(s string) bool {
	words := strings.Fields(m.own.UnitKey(m.splitUnit(s))) // "Quỹ chi hội (đồng)"
	for i := 0; i+2 < len(words); i++ {
		if (words[i] == "chi" || words[i] == "phân") && words[i+1] == "hội" {
			next := words[i+2]
			return !(i > 0 && plurals[words[i-1]]) && !countsMonths(words, i+3) && !slices.Contains(notNames, next)
		}
	}
	return false
}

// Found adds a unit that no list names, when there is no list. The same name
// without its marks, as in the name of a file, is the same unit.
func (m *Roster) Found(s string) reports.UnitID {
	text := viet.Clean(s)
	if before, after, ok := strings.Cut(text, ":"); ok && strings.Contains(viet.Key(before), "đơn vị") {
		text = viet.Clean(after)
	}
	id := reports.UnitID(strings.ReplaceAll(viet.Bare(m.own.UnitKey(text)), " ", "-"))
	u := reports.Unit{ID: id, Name: text}
	i := slices.IndexFunc(m.branches, func(b reports.Unit) bool { return b.ID == id })
	switch {
	case i < 0:
		m.branches = append(m.branches, u)
	case viet.Bare(m.branches[i].Name) == m.branches[i].Name:
		m.branches[i].Name = text
	}
	m.learn(u)
	return id
}

// nameEnds begin what is no more of a branch's name in the name of a file or tab.
var nameEnds = wordSet("năm quý tháng nhiệm kỳ báo cáo biểu bảng tổng ngày giữa sáu")

// wardWords begin the name of the ward, if a word follows: "Chi hội Cơ quan xã"
// is a branch. Without its mark "quận" would be that very "quan".
var wardWords = map[string]bool{"phường": true, "phuong": true, "xã": true, "thị": true, "quận": true, "huyện": true}

// BranchIn returns the name of a branch in the name of a file or a tab, "" if it
// says none: "bao_cao_Chi_hoi_Hoa_Thanh_nam_2019" says "Chi hoi Hoa Thanh".
func (m *Roster) BranchIn(s string) string {
	words := strings.Fields(strings.NewReplacer("_", " ", "-", " ", "(", " ( ", ",", " ").Replace(s))
	for i := 0; i+2 < len(words); i++ {
		lead := viet.Bare(viet.Key(words[i] + " " + words[i+1]))
		if lead != "chi hoi" && lead != "phan hoi" || i > 0 && plurals[viet.Key(words[i-1])] {
			continue
		}
		end := i + 2
		for end < len(words) && words[end] != "(" && !(endsName(words[end:]) && !kindWords[viet.Key(words[end-1])]) && !countsMonths(words, end+1) && !isData(words[end:]) {
			end++
		}
		if name := strings.Join(words[i:end], " "); end > i+2 && m.NamesBranch(marked(name, lead)) {
			return name
		}
	}
	return ""
}

// endsName reports whether the words go on with something else than the name.
// Without their marks "tháng" and "năm" may also be "thắng" and "nam", unless a
// number follows.
func endsName(words []string) bool {
	key := viet.Key(words[0])
	if key == "thang" || key == "nam" {
		return len(words) > 1 && isNumber(words[1])
	}
	return nameEnds[key] || wardWords[key] && namesPlace(words[1:])
}

// namesPlace reports whether the words behind "xã" go on with its name: not with a
// bracket, the end of the branch's own name, or a time. There are places called Năm Căn.
func namesPlace(words []string) bool {
	if len(words) == 0 || words[0] == "(" || isData(words) {
		return false
	}
	timed := alone[viet.Key(words[0])] && len(words) > 1 && !isNumber(words[1])
	return timed || !endsName(words)
}

// isData reports whether words begin with "số liệu".
func isData(words []string) bool {
	return len(words) > 1 && viet.Bare(viet.Key(words[0]+" "+words[1])) == "so lieu"
}

// marked gives the words before a branch's name their marks back.
func marked(name, lead string) string {
	with := map[string]string{"chi hoi": "chi hội", "phan hoi": "phân hội"}[lead]
	return with + " " + strings.Join(strings.Fields(name)[2:], " ")
}

// countsMonths reports whether the number before words[end] counts months: the 6
// of "công tác Hội 6 tháng đầu năm" is no branch's, that of "Thôn 6 tháng 1" is.
func countsMonths(words []string, end int) bool {
	if end == 0 || end >= len(words) || !isNumber(words[end-1]) || words[end] != "tháng" && words[end] != "thang" {
		return false
	}
	return end+1 == len(words) || len(words[end+1]) > 2 || !isNumber(words[end+1])
}

// splitUnit takes a unit in brackets off the end of a name.
func (m *Roster) splitUnit(s string) string {
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if m.units.Is(s[i:]) {
			return viet.Clean(s[:i])
		}
	}
	return s
}
