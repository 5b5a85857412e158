package begin

import "ccbreport/reports/ward/say"

// The questions.
var (
	askName     = say.T("Tên của Hội? Ghi cả xã hoặc phường, ví dụ: xã Bình An", "What is the association called? Name its commune or ward, such as: xã Bình An")
	askParent   = say.T("Hội cấp trên? Ghi tên tỉnh hoặc thành phố", "Which organisation is above? Name the province or city")
	askPlace    = say.T("Địa danh ghi trước ngày tháng?", "Which place stands before the date?")
	askTerm     = say.T("Nhiệm kỳ?", "The term of office?")
	askOrdinal  = say.T("Đại hội lần thứ mấy (I, II, …)? Chưa rõ thì để trống", "Which congress was it (I, II, …)? Leave it empty if you are not sure")
	askBranches = say.T(
		"Danh sách chi hội? Gõ tên tệp Excel hoặc CSV; hoặc dán danh sách vào đây, mỗi dòng một chi hội, rồi Enter thêm một dòng trống",
		"The branches? Type the name of a workbook or CSV file; or paste the list, one a line, and end it with an empty line")
	askReport = say.T("Báo cáo hay lập nhất: nam (báo cáo năm), sau-thang, giua-nhiem-ky, nhiem-ky?", "The report that is made most: nam (year), sau-thang (half-year), giua-nhiem-ky (mid-term), nhiem-ky (term)?")
	askDue    = say.T("Hạn các chi hội gửi số liệu, ngày/tháng hằng năm?", "The last day of each year for branches to send, day/month?")
	askTo     = say.T("Kính gửi những đâu? Cách nhau bằng dấu ;", "To whom is the report addressed? Parted by ;")
	askSigner = say.T("Họ và tên người ký (Chủ tịch)? Để trống thì chỉ chừa chỗ ký", "Who signs (the chairman)? Empty leaves the place for it")
)

// What is taken, and should be looked at.
var (
	abolished = say.T("Từ 01/7/2025 không còn cấp {1}; Hội cấp trên của xã, phường là Hội tỉnh hoặc thành phố. Đã ghi như anh chị nhập; chưa đúng thì sửa: ccbreport config set unit.parent \"…\"",
		"Since 1 July 2025 there is no {1} any more: above a commune is the province or city. It was taken as you gave it; to correct it: ccbreport config set unit.parent \"…\"")
	noTowns = say.T("Từ 01/7/2025 không còn thị trấn, chỉ có xã, phường, đặc khu. Đã ghi {1} như anh chị nhập; chưa đúng thì sửa: ccbreport config set unit.name \"…\"",
		"Since 1 July 2025 there are no towns any more below provinces, but communes, wards and special zones. {1} was taken as you gave it; to correct it: ccbreport config set unit.name \"…\"")
	partOf = say.T("{1} nay thuộc {2} (từ năm 2025). Đã ghi như anh chị nhập; chưa đúng thì sửa: ccbreport config set unit.parent \"…\"",
		"{1} is part of {2} since 2025. It was taken as you gave it; to correct it: ccbreport config set unit.parent \"…\"")
	notAbove = say.T("{1} không có trong 34 tỉnh, thành phố từ 01/7/2025. Đã ghi như anh chị nhập; chưa đúng thì sửa: ccbreport config set unit.parent \"…\"",
		"{1} is none of the 34 provinces and cities since 1 July 2025. It was taken as you gave it; to correct it: ccbreport config set unit.parent \"…\"")
)

// What no answer can be.
var (
	badName = say.P("begin.name", say.Usage,
		say.T("chưa rõ tên Hội: “{1}”", "this does not name the association: “{1}”"),
		say.T("Ghi cả tên xã hoặc phường, ví dụ: {2} xã Bình An", "Name its commune or ward, such as: {2} xã Bình An"))
	otherName = say.P("begin.name", say.Usage,
		say.T("“{1}” là tên một hội khác; chương trình này lập báo cáo của {2}", "“{1}” is another association; these are reports of {2}"),
		say.T("Ghi tên xã hoặc phường thôi cũng được, ví dụ: xã Bình An", "The commune or ward alone will do, such as: xã Bình An"))
	badParent = say.P("begin.parent", say.Usage,
		say.T("chưa rõ Hội cấp trên: “{1}”", "this names no organisation above: “{1}”"),
		say.T("Ghi tên tỉnh hoặc thành phố, ví dụ: thành phố Huế; hoặc tên đầy đủ, ví dụ: {2} thành phố Huế", "Name the province or city, such as: thành phố Huế; or all of it: {2} thành phố Huế"))
	badTerm = say.P("begin.term", say.Usage,
		say.T("chưa rõ nhiệm kỳ: “{1}”", "this is no term of office: “{1}”"),
		say.T("Ghi năm đầu và năm cuối, ví dụ: 2025 - 2030", "Give the first and the last year, such as: 2025 - 2030"))
	badReport = say.P("begin.report", say.Usage,
		say.T("không có báo cáo “{1}”", "there is no report “{1}”"),
		say.T("Chọn một trong: nam, sau-thang, giua-nhiem-ky, nhiem-ky.", "Choose one of: nam, sau-thang, giua-nhiem-ky, nhiem-ky."))
)
