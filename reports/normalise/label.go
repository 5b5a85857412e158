package normalise

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// A role is what a column's head says about the column.
type role string

const (
	roleOrdinal  role = "ordinal"
	roleName     role = "name"    // indicators down the rows
	roleMeasure  role = "measure" // the unit of each row
	roleBranch   role = "branch"
	rolePeriod   role = "period"
	roleNote     role = "note"
	rolePlan     role = "plan"
	roleActual   role = "actual"
	roleTotal    role = "total"
	roleCum      role = "cumulative" // from the start of the year
	rolePart     role = "part"       // of a value beside it
	roleFix      role = "fix"        // what the value left of it should be
	roleGroup    role = "group"      // words that hold for the rows below
	roleUnread   role = "unread"     // nobody can tell what it is; a finding asks
	roleTick     role = "tick"       // a cross says that there is some
	roleNone     role = "none"       // a cross says that there is none
	roleCompare  role = "compare"    // actual against plan, this year against last
	roleBefore   role = "before"     // the year before that of the table
	roleDay      role = "day"
	roleActivity role = "activity"
	roleCount    role = "count"
	roleOpinions role = "opinions"
	roleTurns    role = "turns"
	roleMoney    role = "money"
	roleForm     role = "form"
	roleGiver    role = "giver"
	roleSection  role = "section"
	roleText     role = "text"
	roleFile     role = "file"
	roleCaption  role = "caption"
	roleStamp    role = "stamp"  // when the row was sent
	rolePeople   role = "people" // about one person, in a table of figures
)

// headWords are the words of heads, as viet.Expand(viet.Key(…)) leaves them. A
// word may mean several things; the other heads of the row decide.
var headWords = indexHeads([]headLine{
	{[]role{roleOrdinal}, "stt; tt; số tt; số thứ tự; thứ tự; no"},
	{[]role{roleName}, "tên chỉ tiêu; nội dung chỉ tiêu; các chỉ tiêu; danh mục; hạng mục; tiêu chí; các nội dung; chỉ tiêu báo cáo; nội dung báo cáo; tên tiêu chí; chỉ tiêu thi đua; nội dung công việc"},
	{[]role{roleName, rolePlan}, "chỉ tiêu"},
	{[]role{roleName, roleText, roleActivity}, "nội dung"},
	{[]role{roleMeasure}, "đơn vị tính; đvt; đv tính; đvt tính"},
	{[]role{roleMeasure, roleBranch}, "đơn vị"},
	{[]role{roleBranch}, "chi hội; tên chi hội; tổ dân phố; khu phố; thôn; tên đơn vị; các chi hội; phân hội; khu dân cư; ấp; khóm; xóm; chi hội trực thuộc"},
	{[]role{rolePeriod, roleDay}, "thời gian"},
	{[]role{rolePeriod}, "năm; kỳ; thời kỳ; giai đoạn; kỳ báo cáo; kỳ số liệu; quý; tháng; năm báo cáo"},
	{[]role{roleNote}, "ghi chú; chú thích thêm; ghi chú thêm; lưu ý; người phụ trách; nguồn"},
	{[]role{rolePlan}, "kế hoạch; kh; kế hoạch năm; kh năm; kế hoạch cả năm; chỉ tiêu giao; chỉ tiêu kế hoạch; được giao; mục tiêu; chỉ tiêu nghị quyết; kế hoạch giao; nghị quyết; dự kiến; phấn đấu; đăng ký; chỉ tiêu năm"},
	{[]role{roleActual}, "kết quả; kết quả thực hiện; thực hiện; th; đạt được; kết quả đạt được; số liệu; giá trị; kq; đã thực hiện; kết quả báo cáo; số liệu báo cáo; kỳ này; năm nay; trong kỳ; kỳ báo cáo này; phát sinh trong kỳ; trong tháng; trong quý; trong năm; thực hiện được; ước; ước thực hiện; ước tính; ước đạt; ước kết quả"},
	{[]role{roleActual}, "cuối năm; cuối kỳ; số cuối năm; số cuối kỳ; có đến cuối năm; có đến cuối kỳ; tồn cuối; tồn cuối năm; tồn cuối kỳ; dư cuối kỳ; dư cuối năm"},
	{[]role{roleCompare}, "đầu năm; đầu kỳ; số đầu năm; số đầu kỳ; có đầu năm; có đầu kỳ; tồn đầu; tồn đầu năm; tồn đầu kỳ; dư đầu kỳ; dư đầu năm; tăng trong năm; tăng trong kỳ; giảm trong năm; giảm trong kỳ; thu trong năm; thu trong kỳ; chi trong năm; chi trong kỳ; năm trước chuyển sang"},
	{[]role{roleActual, roleCount}, "số lượng; sl"},
	{[]role{roleTotal}, "cộng; tổng cộng; tổng; tổng số; cả kỳ; toàn kỳ; tổng cộng cả kỳ; cộng cả kỳ; tổng hợp; cộng chung; cộng các kỳ; cộng các năm"},
	{[]role{roleCum}, "lũy kế; cộng dồn; lũy kế từ đầu năm; cộng dồn từ đầu năm; lũy kế đến kỳ này; lũy kế đến nay; số lũy kế; lũy kế trong năm; lũy kế năm; lũy kế cả năm; cộng dồn năm; từ đầu năm; từ đầu năm đến nay"},
	{[]role{roleFix}, "sửa lại; sửa; số sửa lại; đính chính; số đính chính; sửa thành; số đúng; điều chỉnh lại; số liệu sửa lại; số liệu đính chính"},
	{[]role{roleTick}, "có"},
	{[]role{roleNone}, "không; không có"},
	{[]role{roleCompare}, "tỷ lệ; tỷ lệ đạt; đạt tỷ lệ; so sánh; so với kế hoạch; so kế hoạch; tỷ lệ hoàn thành; so năm trước; so với năm trước; so với cùng kỳ; tăng giảm; tăng; giảm; đạt; hoàn thành; cùng kỳ; kỳ trước; so với; so; bình quân; trung bình; điểm; số điểm; xếp loại; đánh giá; đạt tỷ lệ %; tỷ lệ %; % so kh; % so kế hoạch; % so với kế hoạch; % so với kh; so kh; so với kh; %; % đạt; đạt %; đánh giá kết quả; thi đua; xếp hạng; nhận xét"},
	{[]role{roleCompare, roleBefore}, "năm trước; cùng kỳ năm trước; thực hiện năm trước; kết quả năm trước; số liệu năm trước; thực hiện cùng kỳ năm trước"},
	{[]role{roleDay}, "ngày; ngày tháng; ngày tháng năm; thời điểm; ngày thực hiện; ngày tổ chức; thời gian thực hiện; thời gian tổ chức"},
	{[]role{roleStamp}, "dấu thời gian; timestamp; thời gian gửi; thời gian trả lời; thời gian hoàn thành"},
	{[]role{roleActivity}, "hoạt động; tên hoạt động; nội dung hoạt động; loại hoạt động; công việc; việc; sự kiện; tên công việc"},
	{[]role{roleCount}, "số cuộc; số buổi; số lần; số cuộc buổi; số lượng cuộc"},
	{[]role{roleOpinions}, "số ý kiến; ý kiến; số lượng ý kiến; số kiến nghị"},
	{[]role{roleTurns}, "số lượt người; số lượt; lượt người; số người; số người tham gia; số người dự; lượt người tham gia; số lượt người tham gia; lượt người dự; số lượt người dự; thành phần số lượng"},
	{[]role{roleMoney}, "số tiền; tiền; kinh phí; thành tiền; trị giá"},
	{[]role{roleForm}, "hình thức; hình thức khen thưởng; hình thức khen; danh hiệu; loại khen thưởng; danh hiệu hình thức khen thưởng"},
	{[]role{roleGiver}, "cấp tặng; cấp khen; cơ quan tặng; cơ quan khen; đơn vị tặng; cấp khen thưởng; nơi tặng; cấp ra quyết định; đơn vị khen thưởng; cơ quan khen thưởng"},
	{[]role{roleText}, "thành tích; lý do; nội dung khen thưởng; văn bản; đoạn văn; nội dung chi tiết; về việc; nội dung khen"},
	{[]role{roleSection}, "mục; phần; tên mục; đề mục; tiêu đề"},
	{[]role{roleFile}, "tệp; tên tệp; file; tên file; tệp ảnh; ảnh; tên ảnh; hình ảnh; file ảnh"},
	{[]role{roleCaption}, "chú thích; chú thích ảnh; nội dung ảnh; tên chú thích; diễn giải"},
})

// A headLine lists words that mean the same roles.
type headLine struct {
	roles []role
	words string // parted by "; "
}

func indexHeads(lines []headLine) map[string][]role {
	index := map[string][]role{}
	for _, line := range lines {
		for _, w := range strings.Split(line.words, "; ") {
			key := viet.Expand(viet.Key(w))
			index[key] = append(index[key], line.roles...)
		}
	}
	return index
}

// bareHeads are the heads as they are typed without marks, but for those that are
// then another word: "nam" is no "năm".
var bareHeads = func() map[string][]role {
	index := map[string][]role{}
	for key, roles := range headWords {
		if bare := viet.Bare(key); bare != key && len(bare) > 3 {
			index[bare] = append(index[bare], roles...)
		}
	}
	return index
}()

// A label is what the words of one cell can mean.
type label struct {
	roles  []role
	period viet.PeriodText
	timed  bool   // period holds
	when   string // the words that name it
	code   string
	near   string
	unit   reports.UnitID
	value  bool // it is a quantity or a date: data, not a head
}

func (l *label) is(r role) bool { return slices.Contains(l.roles, r) }

// head reports whether the cell may stand in a row of heads.
func (l *label) head() bool {
	return len(l.roles) > 0 || l.timed || l.code != "" || l.unit != ""
}

var longNumber = regexp.MustCompile(`\d{9}`)

// label reads a cell once and remembers it.
func (r *reader) label(c *grid.Cell, year int) *label {
	if l := r.labels[c]; l != nil {
		return l
	}
	l := &label{}
	r.labels[c] = l
	switch {
	case c.Kind == intake.Number:
		if y, ok := c.Year(); ok {
			l.when = itoa(y)
			l.period, l.timed = viet.ParsePeriod(l.when, r.periods(year))
		} else if c.Date && c.Format != "" && !strings.ContainsAny(c.Format, "dD") {
			r.readMonth(l, c)
		}
		l.value = !l.timed
		return l
	case c.Kind != intake.Text:
		l.value = true
		return l
	}
	if len(c.Clean) > grid.LongestLabel || longNumber.MatchString(c.Clean) {
		l.value = c.Data
		return l // of an account, a telephone: no head and no name has one
	}
	base, inner := wording.Bracket(c.Clean)
	r.readRoles(l, c.Clean, base, inner, year)
	m := r.named(c)
	l.code, l.near = m.Code, m.Near
	if l.roles == nil && l.code == "" && !l.timed && r.totalHead(c) {
		l.roles = []role{roleTotal}
	}
	if unit, ok := r.matcher.Whole(base); ok && unit != reports.Ward {
		l.unit = unit
	}
	l.value = !l.head() && c.Data
	return l
}

// named tells which indicator a cell names by itself: none without a letter, none
// in prose, none with the number of an account.
func (r *reader) named(c *grid.Cell) catalogue.Match {
	if c.Kind != intake.Text || len(c.Clean) > grid.LongestLabel || !strings.ContainsFunc(c.Clean, unicode.IsLetter) || longNumber.MatchString(c.Clean) {
		return catalogue.Match{}
	}
	return r.Catalogue.Match(c.Clean)
}

// code is that of the indicator that a cell names by itself, "" if none.
func (r *reader) code(c *grid.Cell) string { return r.named(c).Code }

// totalHead reports whether a head is that of a total: "Toàn xã", "Cộng cụm 1".
func (r *reader) totalHead(c *grid.Cell) bool {
	rest, adds := strings.CutPrefix(c.Key, "cộng ")
	other := strings.HasPrefix(rest, "tác") || strings.HasPrefix(rest, "đồng") || strings.HasPrefix(rest, "hòa xã hội")
	return adds && !other || r.Catalogue.IsTotalName(c.Clean)
}

// readMonth takes a date that is shown without its day for its month.
func (r *reader) readMonth(l *label, c *grid.Cell) {
	if day, ok := c.Day(0); ok {
		y, m, _ := day.Date()
		l.when = "tháng " + itoa(m) + " năm " + itoa(y)
		l.period, l.timed = viet.ParsePeriod(l.when, r.periods(y))
	}
}

// readRoles reads what a head says of its column: a role, a period, or both.
func (r *reader) readRoles(l *label, text, base, inner string, year int) {
	l.roles = r.rolesOf(base)
	if l.roles == nil && inner != "" && !r.units().Is(inner) {
		l.roles = side(r.rolesOf(inner))
	}
	l.when = base
	l.period, l.timed = viet.ParsePeriod(base, r.periods(year))
	if !l.timed && text != base {
		l.when = text
		l.period, l.timed = viet.ParsePeriod(text, r.periods(year))
	}
	if !l.timed && l.roles == nil {
		r.splitLabel(l, strings.Fields(base), year)
	}
}

func (r *reader) rolesOf(s string) []role {
	if len(s) > grid.LongestLabel {
		return nil
	}
	key := r.headKey(s)
	if wording.AsksBranch(key) {
		return []role{roleBranch}
	}
	roles, ok := headWords[key]
	if !ok && viet.Bare(key) == key {
		roles = bareHeads[key] // typed without marks
	}
	rest, ours := strings.CutPrefix(key, "chi hội ")
	switch {
	case roles != nil:
		return roles
	case ours:
		return side(headWords[rest]) // "Chi hội đăng ký"
	case strings.HasPrefix(key, "ghi chú "):
		return []role{roleNote} // whoever's, about whatever
	}
	return nil
}

// headKey is the key of a head, with the abbreviations written out. A chi hội may be
// called by the association there: "Tên chi hội CCB".
func (r *reader) headKey(s string) string {
	own := r.own()
	key := own.Expand(viet.Key(s))
	for _, name := range []string{own.Name(), viet.Bare(own.Name())} {
		if rest, ok := strings.CutSuffix(key, " "+name); ok && strings.HasSuffix(viet.Bare(rest), "chi hoi") {
			return rest
		}
	}
	return key
}

// side leaves the roles that may stand beside a period in one head.
func side(roles []role) []role {
	return slices.DeleteFunc(slices.Clone(roles), func(x role) bool {
		return x != rolePlan && x != roleActual && x != roleCompare && x != roleTotal && x != roleCum && x != roleFix
	})
}

// longestHead, in words, is more than a head with a role and a period has.
const longestHead = 12

// splitLabel reads "Kế hoạch năm 2019", "TH 2019", "2019 thực hiện": a role and
// a period in one head.
func (r *reader) splitLabel(l *label, words []string, year int) {
	if len(words) > longestHead {
		return
	}
	for n := len(words) - 1; n > 0; n-- {
		for _, cut := range [][2][]string{{words[:n], words[n:]}, {words[n:], words[:n]}} {
			roles := side(r.rolesOf(strings.Join(cut[0], " ")))
			if len(roles) == 0 {
				continue
			}
			when := strings.Join(cut[1], " ")
			if p, ok := viet.ParsePeriod(when, r.periods(year)); ok {
				l.roles, l.period, l.timed, l.when = roles, p, true, when
				return
			}
		}
	}
}

// match tells the indicator that a row's or a column's labels name together,
// from the outer to the inner one. measure is the unit given beside them, parent
// the indicator above.
func (r *reader) match(labels []string, measure, parent string) catalogue.Match {
	last := labels[len(labels)-1]
	if measure == "" {
		if _, inner := wording.Bracket(last); inner != "" {
			if unit, _, ok := r.units().UnitWord(inner); ok {
				measure = unit
			}
		}
	}
	if len(labels) == 1 {
		return r.Catalogue.MatchIn(last, measure, parent)
	}
	outer := strings.Join(labels[:len(labels)-1], " ")
	own, _ := r.Catalogue.Indicator(r.Catalogue.Match(last).Code)
	if unit, ok := r.measureWord(last); ok && own.Of == "" { // "Đảng viên" counts persons, and is more than that
		if m := r.Catalogue.MatchIn(outer, unit, parent); m.Code != "" {
			return m
		}
	}
	above := labels[len(labels)-2]
	upper := r.Catalogue.MatchIn(above, "", parent)
	of, _ := r.Catalogue.Indicator(upper.Code)
	part := of.Code != "" && r.partly(of, own) // party members among the new ones
	if part && !isHeadOf(of, above) {
		return catalogue.Match{}
	}
	base, _ := wording.Bracket(last)
	for _, s := range []string{outer + " " + base, base + " " + outer} {
		if m := r.Catalogue.MatchIn(s, measure, ""); m.Exact {
			return m
		}
	}
	if part {
		return catalogue.Match{}
	}
	return r.Catalogue.Find(catalogue.Query{Name: last, Unit: measure, Above: cmp.Or(upper.Code, parent), Group: outer})
}

// measureWord tells the unit that a sub-head names by itself: "Lượt", "Số tiền
// (đồng)", "Số người".
func (r *reader) measureWord(s string) (string, bool) {
	base, inner := wording.Bracket(s)
	key := strings.TrimPrefix(viet.Key(base), "số ")
	if key == "tiền" {
		return "đồng", true
	}
	if unit, _, ok := r.units().UnitWord(key); ok {
		return unit, true
	}
	if unit, _, ok := r.units().UnitWord(inner); ok && key == "lượng" {
		return unit, true
	}
	return "", false
}
