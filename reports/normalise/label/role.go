package label

import (
	"slices"
	"strings"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// A Role is what a column's head says about the column.
type Role string

const (
	Ordinal    Role = "ordinal"
	Name       Role = "name"    // indicators down the rows
	Measure    Role = "measure" // the unit of each row
	Branch     Role = "branch"
	Period     Role = "period"
	Note       Role = "note"
	Plan       Role = "plan"
	Actual     Role = "actual"
	Total      Role = "total"
	Cumulative Role = "cumulative" // from the start of the year
	Part       Role = "part"       // of a value beside it
	Fix        Role = "fix"        // what the value left of it should be
	Group      Role = "group"      // words that hold for the rows below
	Unread     Role = "unread"     // nobody can tell what it is; a finding asks
	Tick       Role = "tick"       // a cross says that there is some
	None       Role = "none"       // a cross says that there is none
	Compare    Role = "compare"    // actual against plan, this year against last
	Before     Role = "before"     // the year before that of the table
	Day        Role = "day"
	Activity   Role = "activity"
	Count      Role = "count"
	Opinions   Role = "opinions"
	Turns      Role = "turns"
	Money      Role = "money"
	Form       Role = "form"
	Giver      Role = "giver"
	Section    Role = "section"
	Text       Role = "text"
	File       Role = "file"
	Caption    Role = "caption"
	Stamp      Role = "stamp"  // when the row was sent
	People     Role = "people" // about one person, in a table of figures
)

// headWords are the words of heads, as viet.Expand(viet.Key(…)) leaves them. A
// word may mean several things; the other heads of the row decide.
var headWords = indexHeads([]headLine{
	{[]Role{Ordinal}, "stt; tt; số tt; số thứ tự; thứ tự; no"},
	{[]Role{Name}, "tên chỉ tiêu; nội dung chỉ tiêu; các chỉ tiêu; danh mục; hạng mục; tiêu chí; các nội dung; chỉ tiêu báo cáo; nội dung báo cáo; tên tiêu chí; chỉ tiêu thi đua; nội dung công việc"},
	{[]Role{Name, Plan}, "chỉ tiêu"},
	{[]Role{Name, Text, Activity}, "nội dung"},
	{[]Role{Measure}, "đơn vị tính; đvt; đv tính; đvt tính"},
	{[]Role{Measure, Branch}, "đơn vị"},
	{[]Role{Branch}, "chi hội; tên chi hội; tổ dân phố; khu phố; thôn; tên đơn vị; các chi hội; phân hội; khu dân cư; ấp; khóm; xóm; chi hội trực thuộc"},
	{[]Role{Period, Day}, "thời gian"},
	{[]Role{Period}, "năm; kỳ; thời kỳ; giai đoạn; kỳ báo cáo; kỳ số liệu; quý; tháng; năm báo cáo"},
	{[]Role{Note}, "ghi chú; chú thích thêm; ghi chú thêm; lưu ý; người phụ trách; nguồn"},
	{[]Role{Plan}, "kế hoạch; kh; kế hoạch năm; kh năm; kế hoạch cả năm; chỉ tiêu giao; chỉ tiêu kế hoạch; được giao; mục tiêu; chỉ tiêu nghị quyết; kế hoạch giao; nghị quyết; dự kiến; phấn đấu; đăng ký; chỉ tiêu năm"},
	{[]Role{Actual}, "kết quả; kết quả thực hiện; thực hiện; th; đạt được; kết quả đạt được; số liệu; giá trị; kq; đã thực hiện; kết quả báo cáo; số liệu báo cáo; kỳ này; năm nay; trong kỳ; kỳ báo cáo này; phát sinh trong kỳ; trong tháng; trong quý; trong năm; thực hiện được; ước; ước thực hiện; ước tính; ước đạt; ước kết quả"},
	{[]Role{Actual}, "cuối năm; cuối kỳ; số cuối năm; số cuối kỳ; có đến cuối năm; có đến cuối kỳ; tồn cuối; tồn cuối năm; tồn cuối kỳ; dư cuối kỳ; dư cuối năm"},
	{[]Role{Compare}, "đầu năm; đầu kỳ; số đầu năm; số đầu kỳ; có đầu năm; có đầu kỳ; tồn đầu; tồn đầu năm; tồn đầu kỳ; dư đầu kỳ; dư đầu năm; tăng trong năm; tăng trong kỳ; giảm trong năm; giảm trong kỳ; thu trong năm; thu trong kỳ; chi trong năm; chi trong kỳ; năm trước chuyển sang"},
	{[]Role{Actual, Count}, "số lượng; sl"},
	{[]Role{Total}, "cộng; tổng cộng; tổng; tổng số; cả kỳ; toàn kỳ; tổng cộng cả kỳ; cộng cả kỳ; tổng hợp; cộng chung; cộng các kỳ; cộng các năm"},
	{[]Role{Cumulative}, "lũy kế; cộng dồn; lũy kế từ đầu năm; cộng dồn từ đầu năm; lũy kế đến kỳ này; lũy kế đến nay; số lũy kế; lũy kế trong năm; lũy kế năm; lũy kế cả năm; cộng dồn năm; từ đầu năm; từ đầu năm đến nay"},
	{[]Role{Fix}, "sửa lại; sửa; số sửa lại; đính chính; số đính chính; sửa thành; số đúng; điều chỉnh lại; số liệu sửa lại; số liệu đính chính"},
	{[]Role{Tick}, "có"},
	{[]Role{None}, "không; không có"},
	{[]Role{Compare}, "tỷ lệ; tỷ lệ đạt; đạt tỷ lệ; so sánh; so với kế hoạch; so kế hoạch; tỷ lệ hoàn thành; so năm trước; so với năm trước; so với cùng kỳ; tăng giảm; tăng; giảm; đạt; hoàn thành; cùng kỳ; kỳ trước; so với; so; bình quân; trung bình; điểm; số điểm; xếp loại; đánh giá; đạt tỷ lệ %; tỷ lệ %; % so kh; % so kế hoạch; % so với kế hoạch; % so với kh; so kh; so với kh; %; % đạt; đạt %; đánh giá kết quả; thi đua; xếp hạng; nhận xét"},
	{[]Role{Compare, Before}, "năm trước; cùng kỳ năm trước; thực hiện năm trước; kết quả năm trước; số liệu năm trước; thực hiện cùng kỳ năm trước"},
	{[]Role{Day}, "ngày; ngày tháng; ngày tháng năm; thời điểm; ngày thực hiện; ngày tổ chức; thời gian thực hiện; thời gian tổ chức"},
	{[]Role{Stamp}, "dấu thời gian; timestamp; thời gian gửi; thời gian trả lời; thời gian hoàn thành"},
	{[]Role{Activity}, "hoạt động; tên hoạt động; nội dung hoạt động; loại hoạt động; công việc; việc; sự kiện; tên công việc"},
	{[]Role{Count}, "số cuộc; số buổi; số lần; số cuộc buổi; số lượng cuộc"},
	{[]Role{Opinions}, "số ý kiến; ý kiến; số lượng ý kiến; số kiến nghị"},
	{[]Role{Turns}, "số lượt người; số lượt; lượt người; số người; số người tham gia; số người dự; lượt người tham gia; số lượt người tham gia; lượt người dự; số lượt người dự; thành phần số lượng"},
	{[]Role{Money}, "số tiền; tiền; kinh phí; thành tiền; trị giá"},
	{[]Role{Form}, "hình thức; hình thức khen thưởng; hình thức khen; danh hiệu; loại khen thưởng; danh hiệu hình thức khen thưởng"},
	{[]Role{Giver}, "cấp tặng; cấp khen; cơ quan tặng; cơ quan khen; đơn vị tặng; cấp khen thưởng; nơi tặng; cấp ra quyết định; đơn vị khen thưởng; cơ quan khen thưởng"},
	{[]Role{Text}, "thành tích; lý do; nội dung khen thưởng; văn bản; đoạn văn; nội dung chi tiết; về việc; nội dung khen"},
	{[]Role{Section}, "mục; phần; tên mục; đề mục; tiêu đề"},
	{[]Role{File}, "tệp; tên tệp; file; tên file; tệp ảnh; ảnh; tên ảnh; hình ảnh; file ảnh"},
	{[]Role{Caption}, "chú thích; chú thích ảnh; nội dung ảnh; tên chú thích; diễn giải"},
})

// A headLine lists words that mean the same roles.
type headLine struct {
	roles []Role
	words string // parted by "; "
}

func indexHeads(lines []headLine) map[string][]Role {
	index := map[string][]Role{}
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
var bareHeads = func() map[string][]Role {
	index := map[string][]Role{}
	for key, roles := range headWords {
		if bare := viet.Bare(key); bare != key && len(bare) > 3 {
			index[bare] = append(index[bare], roles...)
		}
	}
	return index
}()

// Roles are those that a head names, nil if it is none of the known ones.
func (r *Reader) Roles(s string) []Role {
	if len(s) > grid.LongestLabel {
		return nil
	}
	key := r.headKey(s)
	if wording.AsksBranch(key) {
		return []Role{Branch}
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
		return Beside(headWords[rest]) // "Chi hội đăng ký"
	case strings.HasPrefix(key, "ghi chú "):
		return []Role{Note} // whoever's, about whatever
	}
	return nil
}

// headKey is the key of a head, with the abbreviations written out. A chi hội may be
// called by the association there: "Tên chi hội CCB".
func (r *Reader) headKey(s string) string {
	own := r.catalogue.Association().Words
	key := own.Expand(viet.Key(s))
	for _, name := range []string{own.Name(), viet.Bare(own.Name())} {
		if rest, ok := strings.CutSuffix(key, " "+name); ok && strings.HasSuffix(viet.Bare(rest), "chi hoi") {
			return rest
		}
	}
	return key
}

// Beside leaves the roles that may stand beside a period in one head.
func Beside(roles []Role) []Role {
	return slices.DeleteFunc(slices.Clone(roles), func(x Role) bool {
		return x != Plan && x != Actual && x != Compare && x != Total && x != Cumulative && x != Fix
	})
}
