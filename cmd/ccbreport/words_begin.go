package main

import (
	"ccbreport/reports/ward/say"
)

// What init says.
var (
	aboutInit = say.T(
		"Bắt đầu cho một Hội: hỏi vài điều, đọc danh sách chi hội, lập tệp cấu hình, thư mục và phiếu số liệu.",
		"Begin a new ward: ask a few things, read the list of branches, make the configuration, folders and forms.")
	initUsual    = say.T("  (Enter: {1})", "  (Enter: {1})")
	initNoList   = say.T("Chưa có danh sách chi hội: đơn vị nào gửi số liệu cũng được coi là một chi hội. Thêm sau: ccbreport config branch add \"TÊN\"", "No list: every unit that sends figures counts as a branch. To add one later: ccbreport config branch add \"NAME\"")
	initRead     = say.T("Đọc được {1} chi hội:", "{1} branches were read:")
	initBranch   = say.T("  {1}. {2}", "  {1}. {2}")
	initRows     = say.T("Các dòng không phải chi hội: {1}.", "Rows that name no branch: {1}.")
	initColumns  = say.T("Các cột không dùng: {1}.", "Columns that are not used: {1}.")
	initClashes  = say.T("Tên gọi khác mà hai chi hội cùng có, nên không lấy: {1}.", "Other names that two branches have, so neither took: {1}.")
	initPeople   = say.T("Không lấy: {1} tên người, {2} số điện thoại.", "Not taken: {1} names of persons, {2} numbers of telephones.")
	initRight    = say.T("Đúng thì Enter. Chưa đúng thì gõ “lai” để nhập lại danh sách:", "Enter if it is right; type “lai” to give the list anew:")
	initDoubt    = say.T("Chưa chắc: {1}", "In doubt: {1}")
	initChoice   = say.T("    {1}: {2}", "    {1}: {2}")
	initHow      = say.T("Gõ một cách trả lời rồi Enter (hoặc “lai” để nhập lại danh sách):", "Type one of them and Enter (or “lai” to give the list anew):")
	initMade     = say.T("Đã lập cho {1}, trong thư mục {2}", "Made for {1}, in the folder {2}")
	initParent   = say.T("Hội cấp trên: {1}", "The organisation above: {1}")
	initTerm     = say.T("Nhiệm kỳ {1}; địa danh: {2}", "Term {1}; place: {2}")
	initReport   = say.T("Báo cáo lập khi không ghi --report: {1}", "The report that is made without --report: {1}")
	initBranches = say.T("{1} chi hội: {2}", "{1} branches: {2}")
	initForms    = say.T("Đã lập {1} phiếu số liệu trong thư mục {2}", "Made {1} forms in the folder {2}")
	initBats     = say.T("Các tệp bấm đúp để chạy: {1}", "Files to run with a double click: {1}")
	initNote     = say.T("Nên xem: {1}", "To be looked at: {1}")
	initNextBat  = say.T(
		"Tiếp theo: gửi mỗi chi hội phiếu của mình. Chi hội gửi lại thì chép vào thư mục {1} rồi bấm đúp kiem-tra.bat",
		"Next: send every branch its form. Put what comes back into {1} and double-click kiem-tra.bat")
	initNext = say.T(
		"Tiếp theo: gửi mỗi chi hội phiếu của mình. Chi hội gửi lại thì chép vào thư mục {1} rồi chạy: ccbreport check",
		"Next: send every branch its form. Put what comes back into {1} and run: ccbreport check")
	initAlready = say.T("Thư mục này đã lập cho {1} (tệp {2}). Không đổi gì.", "There is a ward in this folder: {1} ({2}). Nothing was changed.")
	initChange  = say.T("Muốn đổi cài đặt: ccbreport config set MỤC GIÁ_TRỊ; thêm, bớt, gộp chi hội: ccbreport config branch", "To change settings: ccbreport config set KEY VALUE; branches: ccbreport config branch")

	flagSettle = say.T("trả lời chỗ chưa chắc trong danh sách, `MÃ=CÁCH` (dùng được nhiều lần)", "answer to a doubt about the list, `KEY=CHOICE` (may be given several times)")
	flagFolder = say.T("`THƯ MỤC` của Hội (nếu không ghi: thư mục hiện tại)", "`FOLDER` of the ward (if not given: the current one)")
	flagBat    = say.T("lập cả các tệp .bat để bấm đúp (trên Windows luôn lập)", "make the .bat files for a double click too (on Windows always)")
)

// initFlags are the flags that answer the questions of init, in their order.
var initFlags = []struct {
	name  string
	about say.Text
}{
	{"name", say.T("`TÊN` Hội, hoặc chỉ tên xã, phường: \"xã Bình An\"", "`NAME` of the association, or of its commune alone: \"xã Bình An\"")},
	{"parent", say.T("`TÊN` Hội cấp trên, hoặc chỉ tên tỉnh, thành phố", "`NAME` of the organisation above, or of its province or city alone")},
	{"place", say.T("`ĐỊA DANH` trước ngày tháng (nếu không ghi: theo tên Hội)", "`PLACE` before the date (if not given: as the name says)")},
	{"term", say.T("`NHIỆM KỲ`, ví dụ \"2025 - 2030\"", "`TERM` of office, such as \"2025 - 2030\"")},
	{"ordinal", say.T("đại hội lần thứ mấy, `SỐ` La Mã", "`NUMBER` of the congress, in Roman letters")},
	{"branches", say.T("`TỆP` danh sách chi hội: Excel, CSV hoặc chữ; - là dữ liệu đưa vào", "`FILE` with the list of branches: a workbook, CSV or text; - for standard input")},
	{"report", say.T("`TÊN` báo cáo hay lập nhất: nam, sau-thang, giua-nhiem-ky, nhiem-ky", "`NAME` of the report that is made most: nam, sau-thang, giua-nhiem-ky, nhiem-ky")},
	{"due", say.T("`HẠN` các chi hội gửi số liệu của báo cáo đó, tháng-ngày hoặc ngày/tháng", "the last `DAY` for branches to send, month-day or day/month")},
	{"letter-to", say.T("`NƠI` kính gửi, cách nhau bằng dấu ;", "addressees `TO`, parted by ;")},
	{"sign-name", say.T("họ và `TÊN` người ký", "`NAME` of who signs")},
}

// What can go wrong with init.
var (
	initMissing = say.P("begin.missing", say.Usage,
		say.T("chưa đủ để bắt đầu, còn thiếu: {1}", "this is not enough to begin; missing: {1}"),
		say.T("Ghi thêm, ví dụ: ccbreport init --name \"xã Bình An\" --parent \"thành phố Huế\" --branches danh-sach.xlsx. Hoặc chạy trong cửa sổ lệnh, chương trình sẽ hỏi.",
			"Add them: ccbreport init --name \"xã Bình An\" --parent \"thành phố Huế\" --branches list.xlsx. Or run it on a terminal, and it asks."))
	initStopped = say.P("begin.stopped", say.Usage,
		say.T("chưa trả lời hết nên chưa lập gì", "not everything was answered, so nothing was made"),
		say.T("Chạy lại: ccbreport init", "Run it again: ccbreport init"))
	noListFile = say.P("begin.list", say.Usage,
		say.T("không đọc được tệp danh sách {1}", "cannot read the list {1}"),
		say.T("Xem lại tên tệp và thư mục; nếu tệp đang mở trong Excel thì đóng lại.", "Look at the name and the folder; if it is open in Excel, close it."))
)
