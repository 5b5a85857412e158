package main

import "ccbreport/reports/ward/say"

// What the terminal says beside what a verb does.
var (
	examplesHead = say.T("Ví dụ:", "Examples:")
	flagVersion  = say.T("cho biết số phiên bản", "print the version")
	flagNewest   = say.T("không ghi bản nào: lấy bản mới nhất của báo cáo `TÊN` này", "without an edition: the newest of the report of this `NAME`")
	straightLine = say.T("Lưu ý: dòng lệnh có dấu ngoặc kép cong “ ” hoặc gạch dài –, đã hiểu là \" và --.", "Note: curly quotes and long dashes were taken for \" and --.")
)

// What outbox does, one by one.
var (
	aboutOutbox = say.T(
		"Thư chờ gửi, đã gửi, chưa gửi được. Không ghi thêm gì thì liệt kê các thư.",
		"Mail waiting, sent, failed. Without a further word it lists the letters.")
	aboutList    = say.T("Liệt kê các thư, thư cần xử lý trước.", "List the letters, those that wait for a person first.")
	aboutFlush   = say.T("Gửi ngay các thư đang chờ.", "Send what waits.")
	aboutRetry   = say.T("Gửi lại thư chưa gửi được, đã thôi, hoặc chưa rõ đã đến chưa.", "Send letters again that failed, were cancelled or are uncertain.")
	aboutConfirm = say.T("Ghi rằng nơi nhận đã nhận được thư (thư chưa rõ đã đến chưa).", "Record that letters arrived of which nobody knew.")
	aboutCancel  = say.T("Thôi không gửi thư nữa.", "Record that letters are not to go out.")
)

// What is asked before a final is made or sent, where no edition was named.
var (
	askDraft     = say.T("Bản dự thảo mới nhất: {1}, {2} trang, lập ngày {3}.", "The newest draft: {1}, {2} pages, made on {3}.")
	askCode      = say.T("Mã duyệt (6 chữ và số, ở thư “[Dự thảo {1}]”; hỏi đồng chí duyệt báo cáo):", "Code of approval (six letters and digits in the letter “[Dự thảo {1}]”):")
	askNumber    = say.T("Số văn bản (theo sổ công văn đi, ví dụ 05):", "Number of the document (such as 05):")
	askDate      = say.T("Ngày văn bản (ví dụ 15/7/2020):", "Date of the document (such as 15/7/2020):")
	askApprove   = say.T("Duyệt bản {1}, {2} trang, lập ngày {3}: số {4}, ngày {5}? Bản chính thức không sửa được nữa.", "Approve {1}, {2} pages, made on {3}: number {4} of {5}? A final never changes.")
	askSends     = say.T("Duyệt xong, báo cáo được gửi ngay tới: {1}.", "It is then sent at once to: {1}.")
	askRelease   = say.T("Gửi bản chính thức {1}, {2} trang, tới: {3}?", "Send the final {1}, {2} pages, to: {3}?")
	askAgreeLine = say.T("Gõ c rồi Enter để đồng ý; chỉ Enter: thôi.", "Type y and Enter to agree; Enter alone: no.")
	approveRest  = say.T(" --number SỐ --date NGÀY", " --number N --date DATE")
)
