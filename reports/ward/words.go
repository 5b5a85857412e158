package ward

import (
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// What the program says when nothing is wrong with the machine.
var (
	HeadLine      = say.T("Báo cáo {1}, kỳ từ {2} đến hết {3}", "Report {1}, from {2} to {3}")
	fileLine      = say.T("Tệp: đã đọc {1} bảng tính, {2} ảnh; bản cũ không dùng {3}; bỏ qua {4}; không dùng được {5}", "Files: {1} workbooks and {2} photos read; {3} superseded; {4} skipped; {5} rejected")
	whyLine       = say.T("  - {1}: {2}", "  - {1}: {2}")
	branchLine    = say.T("Chi hội: đã có số liệu {1}/{2}", "Branches: {1} of {2} received")
	branchesAny   = say.T("Chi hội: đã có số liệu {1} (tệp cấu hình chưa có danh sách chi hội)", "Branches: {1} received (no branch list is configured)")
	missingLine   = say.T("  - chưa có số liệu của: {1}", "  - missing: {1}")
	missingBlocks = say.T("  - PHẢI SỬA: chưa có số liệu của {1}", "  - BLOCKING: missing {1}")
	FigureLine    = say.T("Chỉ tiêu có số liệu: {1}", "Indicators with a value: {1}")

	FindingsLine = say.T("Việc phải sửa: {1}. Việc nên xem: {2}. Để biết: {3}.", "Blocking: {1}. Warnings: {2}. Notes: {3}.")
	wholeWard    = say.T("Chung toàn Hội", "General")
	AtLine       = say.T("    ô: {1}", "    at: {1}")
	atSheetLine  = say.T("    trang: {1}", "    sheet: {1}")
	atFileLine   = say.T("    tệp: {1}", "    file: {1}")
	moreCells    = say.T(" và {1} chỗ khác", " and {1} more places")
	cellCount    = say.T(" ({1} ô)", " ({1} cells)")
	hintLine     = say.T("    → {1}", "    → {1}")
	NoMailLine   = say.T("Chưa cấu hình thư điện tử (mục [mail]); không gửi thư cho ai.", "No mail is configured ([mail]); nothing is sent.")
)

// What is said of questions.
var (
	questionsLine    = say.T("Câu hỏi cần người quyết: {1}.", "Questions that only a person can decide: {1}.")
	questionLine     = say.T("{1}. {2}{3} [{4}]", "{1}. {2}{3} [{4}]")
	laterLine        = say.T("----- Sau đó: {1} câu nữa, ghi trong kiem-tra.txt và cau-hoi.xlsx.", "----- After these: {1} more, in kiem-tra.txt and cau-hoi.xlsx.")
	ChoiceLine       = say.T("    {1}: {2}{3}", "    {1}: {2}{3}")
	RefusedLine      = say.T("CHƯA GHI: {1}", "NOT TAKEN: {1}")
	settlesLine      = say.T("    Trả lời xong hết {1} việc.", "    Settles {1} findings.")
	mustWord         = say.T("PHẢI TRẢ LỜI:", "TO BE ANSWERED:")
	usualWord        = say.T("(thường là cách này)", "(the likely one)")
	briefLine        = say.T("{1}: {2}", "{1}: {2}")
	moreFindingsLine = say.T("… và {1} việc nữa, ghi đủ trong kiem-tra.txt.", "… and {1} more, all of them in kiem-tra.txt.")
	moreFilesLine    = say.T("  - … các tệp khác ghi trong kiem-tra.txt.", "  - … the others stand in kiem-tra.txt.")
	quietLine        = say.T("Không phải quyết gì: {1} việc khớp, lặp lại hoặc không kiểm tra được; liệt kê trong so-lieu.xlsx.", "Nothing to decide: {1} things agree, repeat, or could not be tried; listed in so-lieu.xlsx.")
)

// What accept says.
var (
	WhyAcceptedLine   = say.T("    Lý do: {1}", "    Reason: {1}")
	acceptedCountLine = say.T("Việc đã được chấp nhận để lại: {1}.", "Accepted findings: {1}.")
	moreAcceptable    = say.T("; và {1} loại nữa, xem mã từng việc: ccbreport check --codes", "; and {1} more; for the code of each: ccbreport check --codes")
	nothingToAccept   = say.T("hiện không có việc nào", "nothing at present")
	proposalWords     = say.T("“{1}” là “{2}” [{3}]", "“{1}” as “{2}” [{3}]")
)

// acceptedWord heads a finding that a person accepted.
var acceptedWord = say.T("Đã chấp nhận", "Accepted")

// SeverityWords head each finding.
var SeverityWords = map[string]say.Text{
	"blocking": say.T("PHẢI SỬA", "BLOCKING"),
	"warning":  say.T("Nên xem", "Warning"),
	"note":     say.T("Để biết", "Note"),
}

// What the program says about letters.
var (
	MailLine = say.T("  {1}: {2}: “{3}” [{4}]", "  {1}: {2}: “{3}” [{4}]")
)

var MailStates = map[string]say.Text{
	deliver.Pending:   say.T("Chờ gửi", "Waiting"),
	deliver.Sending:   say.T("Đang gửi", "Being sent"),
	deliver.Dot:       say.T("Đang gửi", "Being sent"),
	deliver.Sent:      say.T("Đã gửi", "Sent"),
	deliver.Failed:    say.T("KHÔNG GỬI ĐƯỢC", "FAILED"),
	deliver.Uncertain: say.T("CHƯA RÕ ĐÃ ĐẾN HAY CHƯA", "UNCERTAIN"),
	deliver.Cancelled: say.T("Thôi gửi", "Cancelled"),
}

// MailAdvice says what a person can do about a letter.
var MailAdvice = map[string]say.Text{
	deliver.Failed: say.T(
		"      → Hỏi nơi nhận rồi gõ: ccbreport outbox retry {1} (gửi lại) hoặc cancel {1} (thôi). Địa chỉ sai thì xem CAN-XU-LY.txt.",
		"      → Ask the recipient, then: ccbreport outbox retry {1}, or cancel {1}. If the address is wrong, see CAN-XU-LY.txt."),
	deliver.Uncertain: say.T(
		"      → Gọi điện hỏi nơi nhận. Đã nhận được: ccbreport outbox confirm {1}. Chưa nhận: ccbreport outbox retry {1}",
		"      → Ask the recipient. It arrived: ccbreport outbox confirm {1}. It did not: ccbreport outbox retry {1}"),
}

// What doctor says.
var (
	doctorConfig    = say.T("Tệp cấu hình {1}: {2} chi hội, {3} báo cáo.", "Configuration {1}: {2} branches, {3} reports.")
	doctorClock     = say.T("Đồng hồ: {1}, múi giờ {2}. Nếu sai giờ, chỉnh đồng hồ của máy.", "Clock: {1}, time zone {2}. If that is wrong, set the clock.")
	doctorInbox     = say.T("Thư mục bảng số liệu {1}: đọc được, có {2} mục.", "Inbox {1}: readable, {2} entries.")
	doctorWritable  = say.T("Thư mục {1}: ghi được.", "Folder {1}: writable.")
	doctorReport    = say.T("Báo cáo “{1}”: mẫu và phông chữ đủ; kỳ từ {2} đến hết {3}.", "Report “{1}”: template and faces are complete; from {2} to {3}.")
	doctorSigned    = say.T(" Ký: {1}.", " Signed: {1}.")
	doctorPlace     = say.T("{1}: “{2}” không phải địa danh của Hội hay của Hội cấp trên.", "{1}: “{2}” is no place of the ward or of the organisation above.")
	doctorPlaceHint = say.T("Chép từ đơn vị khác thì sửa trong tệp cấu hình; đúng như vậy thì để nguyên.", "If it was copied from another ward, correct it in the configuration; if it is meant, leave it.")
	doctorNoState   = say.T("Sổ ghi: chưa có, sẽ tự lập khi chạy lần đầu.", "State: none yet, the first run makes it.")
	doctorOutbox    = say.T("Thư: {1} thư trong sổ, không thư nào vướng.", "Mail: {1} letters, none waits for a person.")
	doctorOffice    = say.T("LibreOffice: có, đọc được tệp .xls và .ods.", "LibreOffice: present, .xls and .ods can be read.")
	doctorNoOffice  = say.T("LibreOffice: không có; tệp .xls và .ods phải lưu lại thành .xlsx. Tệp .xlsx không cần đến nó.", "LibreOffice: absent; .xls and .ods must be saved as .xlsx.")
	doctorMail      = say.T("Máy chủ thư {1}: kết nối và đăng nhập được ({2}, thư tối đa {3}).", "Mail server {1}: connected and logged in ({2}, messages up to {3}).")
	doctorMailHint  = say.T("Ghi mục [mail] trong tệp cấu hình.", "Write [mail] into the configuration.")
	doctorMailMaybe = say.T("Không dùng thư điện tử thì để nguyên; muốn gửi thư thì ghi mục [mail] trong tệp cấu hình.", "If no mail is wanted, leave it; else write [mail] into the configuration.")
	doctorSent      = say.T("Đã gửi thư thử tới {1}; xem hộp thư đó (cả mục thư rác).", "A test letter went to {1}; look there (also among junk).")
)
