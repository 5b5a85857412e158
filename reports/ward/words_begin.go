package ward

import (
	"strconv"
	"strings"

	"ccbreport/reports/ward/roll"
	"ccbreport/reports/ward/say"
)

// What can go wrong when a ward begins.
var (
	begunOther = say.P("begin.exists", say.Usage,
		say.T("thư mục này đã có tệp cấu hình {1}, trong đó {2} là “{3}”, không phải “{4}”. Không đổi gì.", "{1} is there already, and {2} in it is “{3}”, not “{4}”. Nothing was changed."),
		say.T("Muốn đổi: ccbreport config set {2} \"{4}\". Muốn lập cho Hội khác: dùng một thư mục trống.", "To change it: ccbreport config set {2} \"{4}\". For another ward use an empty folder."))
	noFolder = say.P("begin.folder", say.Usage,
		say.T("{1} là một tệp, không phải thư mục", "{1} is a file, no folder"),
		say.T("Ghi tên thư mục của Hội, có thể chưa có.", "Give the folder of the ward; it may not exist yet."))
	begunMeanwhile = say.P("begin.exists", say.Usage,
		say.T("tệp cấu hình {1} vừa có người lập. Không đổi gì.", "somebody made {1} meanwhile. Nothing was changed."),
		say.T("Xem lại tệp đó.", "Look at it."))
	listUnread = say.P("begin.list", say.Usage,
		say.T("không đọc được danh sách chi hội {1}: {2}", "cannot read the list of branches {1}: {3}"),
		say.T("{4}", "{5}"))
	listEmpty = say.P("begin.list", say.Usage,
		say.T("trong danh sách {1} không thấy tên chi hội nào", "no branch is named in the list {1}"),
		say.T("Mỗi dòng ghi một chi hội, ví dụ: Chi hội thôn Đông", "Write one branch a line, such as: Chi hội thôn Đông"))
	badBranchName = say.P("config.branch", say.Usage,
		say.T("“{1}” không phải tên chi hội", "“{1}” names no branch"),
		say.T("Ghi tên, không ghi số điện thoại, ví dụ: Thôn Đông", "Give its name, and no telephone: Thôn Đông"))
	listDoubt = say.P("begin.list.doubt", say.Usage,
		say.T("danh sách chi hội: {1}", "list of branches: {2}"),
		say.T("Thêm --settle {3}=CÁCH: {4}. Hoặc sửa danh sách rồi chạy lại.", "Add --settle {3}=CHOICE: {5}. Or correct the list and try again."))
)

// doubtTexts are the questions to a list: {1} the row, {2} what stands there, {3} the rows.
var doubtTexts = map[roll.Ask]say.Text{
	roll.AskSheet:    say.T("có nhiều trang ghi chi hội. Danh sách ở trang nào?", "several sheets name branches. On which is the list?"),
	roll.AskColumn:   say.T("có nhiều cột có thể là tên chi hội. Cột nào?", "several columns may name the branches. Which does?"),
	roll.AskBranch:   say.T("dòng {1} ghi “{2}”. Có phải tên chi hội không?", "row {1} says “{2}”. Is it the name of a branch?"),
	roll.AskTwo:      say.T("dòng {1} ghi “{2}”. Là một chi hội hay nhiều chi hội?", "row {1} says “{2}”. Is it one branch or several?"),
	roll.AskPerson:   say.T("dòng {1} ghi “{2}”. Tên chi hội đến đâu?", "row {1} says “{2}”. Where does the name of the branch end?"),
	roll.AskRest:     say.T("dòng {1} ghi “{2}”. Phần sau có thuộc tên chi hội không?", "row {1} says “{2}”. Does what follows belong to the name?"),
	roll.AskRepeats:  say.T("nhiều dòng ({3}) ghi lại chi hội đã có ở dòng trên, ví dụ “{2}”. Mỗi chi hội chỉ ghi một lần? Nếu là các chi hội khác nhau thì sửa tên trong danh sách", "many rows ({3}) name a branch again, such as “{2}”. Is each one branch? If they are different ones, give them different names in the list"),
	roll.AskGlued:    say.T("nhiều dòng ({3}) hình như ghi tên người liền sau tên chi hội, ví dụ “{2}”. Bỏ tên người?", "in many rows ({3}) a person seems to follow the name of the branch, such as “{2}”. Leave the persons out?"),
	roll.AskPersons:  say.T("nhiều dòng ({3}) có thể là tên người, ví dụ “{2}”. Các dòng này ghi gì?", "many rows ({3}) may name persons, such as “{2}”. What are they?"),
	roll.AskRepeated: say.T("dòng {3} cùng ghi “{2}”. Nếu là hai chi hội khác nhau thì sửa tên trong danh sách", "rows {3} both say “{2}”. If they are two branches, give them different names in the list"),
}

// choiceTexts say what an answer means: {1} the name that comes of it.
var choiceTexts = map[roll.Ask]map[string]say.Text{
	roll.AskBranch:   {roll.Yes: say.T("là {1}", "it is {1}"), roll.No: say.T("không phải, bỏ dòng này", "it is none, leave the row out")},
	roll.AskTwo:      {roll.Both: say.T("nhiều chi hội: {1}", "several: {1}"), roll.Yes: say.T("một chi hội: {1}", "one: {1}"), roll.No: say.T("không phải chi hội, bỏ dòng này", "none, leave the row out")},
	roll.AskPerson:   {roll.Yes: say.T("tất cả là tên: {1}", "all of it: {1}"), roll.No: say.T("phần sau là tên người, chi hội là: {1}", "what follows is a person; the branch is: {1}")},
	roll.AskRest:     {roll.Yes: say.T("có: {1}", "it does: {1}"), roll.No: say.T("không: {1}", "it does not: {1}")},
	roll.AskSheet:    {roll.All: say.T("danh sách ở tất cả các trang này", "on all of these")},
	roll.AskRepeats:  {roll.Yes: say.T("phải, mỗi chi hội ghi một lần", "yes, each is one branch")},
	roll.AskGlued:    {roll.No: say.T("bỏ tên người, ví dụ còn: {1}", "leave them out: {1}"), roll.Each: say.T("hỏi từng dòng", "ask of each")},
	roll.AskPersons:  {roll.No: say.T("là tên người, bỏ các dòng này", "persons, leave the rows out"), roll.Yes: say.T("là tên chi hội", "branches"), roll.Each: say.T("hỏi từng dòng", "ask of each")},
	roll.AskRepeated: {roll.Yes: say.T("là một chi hội, ghi một lần", "it is one branch")},
}

// mostRows are as many as a question names.
const mostRows = 5

// DoubtText is what is asked about a list.
func DoubtText(v say.Voice, d roll.Doubt) string {
	var rows []string
	for i, r := range d.Rows {
		if i == mostRows {
			rows = append(rows, "…")
			break
		}
		rows = append(rows, strconv.Itoa(r))
	}
	return v.Say(doubtTexts[d.Kind], strconv.Itoa(d.Row), d.Text, strings.Join(rows, ", "))
}

// DoubtChoice is what an answer means.
func DoubtChoice(v say.Voice, d roll.Doubt, c roll.Choice) string {
	if text, ok := choiceTexts[d.Kind][c.ID]; ok {
		return v.Say(text, c.Text)
	}
	return c.Text
}

func choicesText(v say.Voice, d roll.Doubt) string {
	var all []string
	for _, c := range d.Choices {
		all = append(all, c.ID+" ("+DoubtChoice(v, d, c)+")")
	}
	return strings.Join(all, ", ")
}

// RowKinds say what a row of a list is that names no branch.
var RowKinds = map[roll.Kind]say.Text{
	roll.Title:     say.T("tiêu đề", "title"),
	roll.Head:      say.T("đầu cột", "heads"),
	roll.Numbering: say.T("số thứ tự cột", "numbers of columns"),
	roll.Total:     say.T("dòng cộng", "total"),
	roll.Signature: say.T("ngày tháng, chữ ký", "date or signature"),
	roll.Group:     say.T("tên xã, phường cũ", "an old commune"),
	roll.Persons:   say.T("thêm người của chi hội trên", "one more person of the branch above"),
	roll.Empty:     say.T("chưa ghi tên", "no name"),
	roll.Struck:    say.T("đã gạch bỏ", "struck out"),
	roll.Repeated:  say.T("ghi lại chi hội đã có", "a branch again"),
	roll.Dropped:   say.T("bỏ, theo câu trả lời", "left out, as was answered"),
}
