package main

import "ccbreport/reports/deliver"

// What approve and release say.
var (
	approvedLine    = text{"Đã lập bản chính thức {1} ({2} trang):", "Made the final {1} ({2} pages):"}
	newerDraftLine  = text{"Lưu ý: có bản dự thảo mới hơn: {1}. Bản vừa duyệt là bản cũ nên chưa gửi.", "Note: there is a newer draft, {1}. What was approved is an older one, so it is not sent."}
	nextSignLine    = text{"Tiếp theo: in và ký, đóng dấu (hoặc ký số) bản này, rồi gõ: ccbreport release {1} --scan TỆP (bản quét), hoặc --signed TỆP (bản ký số).", "Next: have it signed, then: ccbreport release {1} --scan FILE, or --signed FILE for an electronic signature."}
	nextReleaseLine = text{"Chưa gửi cho ai. Khi cần gửi, gõ: ccbreport release {1}", "It was sent to nobody. To send it: ccbreport release {1}"}
	noCommitteeLine = text{"Chưa có địa chỉ nhận bản chính thức (committee trong mục [mail]); không gửi cho Đảng ủy.", "Nobody receives finals (committee in [mail]); it was not sent."}
	sentBeforeLine  = text{"Báo cáo này đã gửi đi rồi ({1}); không gửi lần nữa.", "This report went out already ({1}); it is not sent again."}
	heldLine        = text{"Kỳ này đã có bản chính thức {1}, nên chương trình không tự gửi bản khác. Muốn thay, gõ: ccbreport approve {2} --number SỐ --date NGÀY", "This span has a final already, {1}, so no other is sent by itself. To replace it: ccbreport approve {2} --number N --date DATE"}
	autoLine        = text{"Không có gì phải sửa: đã lập bản chính thức {1}.", "Nothing blocks: made the final {1}."}
	nextApprove     = text{"Khi được duyệt, gõ: ccbreport approve {1} --number SỐ --date NGÀY (ví dụ --number 05 --date {2})", "Once it is approved: ccbreport approve {1} --number N --date DATE (such as --number 05 --date {2})"}

	aboutApprove = text{
		"Duyệt một bản dự thảo: lập bản chính thức có số và ngày, rồi gửi Đảng ủy (trừ khi báo cáo phải ký trước).",
		"Approve a draft: make the final with its number and date, and send it to the committee (unless it is to be signed first)."}
	aboutRelease = text{
		"Gửi bản chính thức, bản ký số hoặc bản quét cho Đảng ủy.",
		"Send the final, its signed copy or a scan of it to the committee."}
	aboutOutbox = text{
		"Thư chờ gửi, đã gửi, hỏng: list xem, flush gửi, retry gửi lại, confirm đã đến, cancel thôi gửi.",
		"Mail waiting, sent, failed: list, flush, retry, confirm (it arrived), cancel."}
	aboutDoctor = text{
		"Kiểm tra cấu hình, thư mục, phông chữ, sổ ghi, máy chủ thư.",
		"Look at the configuration, folders, fonts, state and mail server."}
	flagNumber = text{"`SỐ` của văn bản, ví dụ 05", "`NUMBER` of the document, such as 05"}
	flagDate   = text{"`NGÀY` của văn bản, ví dụ 2020-07-15", "`DATE` of the document, such as 2020-07-15"}
	flagSigned = text{"`TỆP` PDF đã ký số", "PDF `FILE` with an electronic signature"}
	flagScan   = text{"`TỆP` quét (hoặc chụp) bản đã ký: PDF, JPG, PNG", "`FILE` with a scan of the signed paper: PDF, JPEG, PNG"}
	flagTest   = text{"gửi một thư thử tới `ĐỊA CHỈ` này", "send a test letter to this `ADDRESS`"}
)

// What the officers are to do, in the letter that brings a draft.
var (
	stepRead    = text{"Đọc soát từng trang của tệp PDF.", ""}
	stepApprove = text{"Khi được duyệt, trên máy lập báo cáo gõ: ccbreport approve {1} --number 05 --date {2} (thay 05 và {2} bằng số và ngày theo sổ công văn đi).", ""}
	stepSends   = text{"Bản chính thức sẽ được gửi ngay đến Đảng ủy.", ""}
	stepSign    = text{"In bản chính thức, trình ký, đóng dấu, quét lại, rồi gõ: ccbreport release {1} --scan TỆP. Nếu ký số thì gõ: ccbreport release {1} --signed TỆP. Lúc đó báo cáo mới được gửi đến Đảng ủy.", ""}
	stepAuto    = text{"Không có gì phải sửa: chương trình tự lập bản chính thức, không phải duyệt.", ""}
	stepMissing = text{"Nhắc các chi hội chưa có số liệu gửi bảng số liệu. Chi hội nào không gửi được thì ghi lý do; báo cáo sẽ nói rõ còn thiếu chi hội đó. Ví dụ: ccbreport accept branch.missing --branch {1} --report {2} --why \"lý do\"", ""}
	stepMore    = text{"Còn {1} việc nữa; xem: ccbreport show {2}", ""}
	stepAgain   = text{"Sửa xong, trên máy lập báo cáo gõ: ccbreport run --report {1}", ""}
)

// What the program says about letters.
var (
	outboxEmpty = text{"Không có thư nào.", "There is no mail."}
	mailLine    = text{"  {1}: {2}: “{3}” [{4}]", "  {1}: {2}: “{3}” [{4}]"}
	mailReply   = text{"      máy chủ trả lời: {1}", "      the server said: {1}"}
	mailBroken  = text{"Chưa gửi được thư, các thư vẫn còn chờ. Máy chủ thư báo: {1}", "No mail could be sent; it all waits. The server said: {1}"}
	troubleLine = text{"CẦN XỬ LÝ: {1}", "TO DO: {1}"}
)

var mailStates = map[string]text{
	deliver.Pending:   {"Chờ gửi", "Waiting"},
	deliver.Sending:   {"Đang gửi", "Being sent"},
	deliver.Dot:       {"Đang gửi", "Being sent"},
	deliver.Sent:      {"Đã gửi", "Sent"},
	deliver.Failed:    {"KHÔNG GỬI ĐƯỢC", "FAILED"},
	deliver.Uncertain: {"CHƯA RÕ ĐÃ ĐẾN HAY CHƯA", "UNCERTAIN"},
	deliver.Cancelled: {"Thôi gửi", "Cancelled"},
}

// mailAdvice says what a person can do about a letter.
var mailAdvice = map[string]text{
	deliver.Failed: {
		"      → Hỏi nơi nhận rồi gõ: ccbreport outbox retry {1} (gửi lại) hoặc cancel {1} (thôi). Địa chỉ sai thì xem CAN-XU-LY.txt.",
		"      → Ask the recipient, then: ccbreport outbox retry {1}, or cancel {1}. If the address is wrong, see CAN-XU-LY.txt."},
	deliver.Uncertain: {
		"      → Gọi điện hỏi nơi nhận. Đã nhận được: ccbreport outbox confirm {1}. Chưa nhận: ccbreport outbox retry {1}",
		"      → Ask the recipient. It arrived: ccbreport outbox confirm {1}. It did not: ccbreport outbox retry {1}"},
}

// The notice for people, always in Vietnamese.
var (
	noticeHead      = text{"VIỆC CẦN XỬ LÝ\n{1}, ngày {2}", ""}
	noticeConfig    = text{"Tệp cấu hình có lỗi nên chương trình KHÔNG chạy theo lịch được: {1}\n   → {2}", ""}
	noticeFoot      = text{"Xong việc, gõ “ccbreport outbox list” hoặc chạy lại chương trình; tệp này sẽ tự mất khi không còn việc nào.", ""}
	noticeMissed    = text{"Báo cáo “{1}” đến hạn lập lúc {2} nhưng đã quá lâu, chương trình không tự lập nữa.\n   → Lập bằng tay: ccbreport run --report {1} --from {3} --to {4}", ""}
	noticeFailed    = text{"Báo cáo “{1}” đến hạn lập lúc {2} nhưng chưa lập được: {3}\n   → Sửa nguyên nhân trên; chương trình sẽ tự thử lại. Muốn lập ngay, gõ: ccbreport run --report {1} --from {4} --to {5}", ""}
	noticeBlocked   = text{"Bản dự thảo {1} còn việc phải sửa nên chưa thể duyệt.\n   → Xem: ccbreport show {1}; sửa bảng số liệu rồi chạy lại.", ""}
	noticeHeld      = text{"Thư còn chờ gửi: {1}.\n   → Gõ “ccbreport doctor” để xem vướng ở đâu; sửa xong, gõ: ccbreport outbox flush", ""}
	noticeTrial     = text{"Đang gửi thử (redirect_all_to trong mục [mail]) nên chưa gửi thư nào: còn {1} thư thật chờ gửi.\n   → Bỏ redirect_all_to để gửi các thư đó, hoặc gõ: ccbreport outbox list rồi ccbreport outbox cancel MÃ-THƯ nếu thôi không gửi.", ""}
	noticeNoFinal   = text{"Chưa tự lập được bản chính thức từ bản dự thảo {1}.\n   → Gõ: ccbreport approve {1} --number SỐ --date NGÀY (chương trình sẽ nói rõ vì sao nếu chưa được).", ""}
	noticeTakenBack = text{"Lần duyệt bản dự thảo {1} bị ngắt giữa chừng và không làm tiếp được, nên đã hủy; chưa gửi gì.\n   → Duyệt lại: ccbreport approve {1} --number SỐ --date NGÀY (chương trình sẽ nói rõ vì sao nếu chưa được).", ""}
	noticeDamaged   = text{"Bản đã lưu {1} bị hỏng hoặc bị sửa.\n   → Xem: ccbreport verify {1}", ""}
	noticeAddress   = text{"\n   → Nếu địa chỉ sai: sửa trong config.toml, gõ: ccbreport outbox cancel {1}, rồi gõ: ccbreport release {2}", ""}
	noticeMail      = map[string]text{
		deliver.Failed: {
			"Thư gửi {1} (“{2}”) KHÔNG GỬI ĐƯỢC. Máy chủ thư báo: {4}\n   → Hỏi nơi nhận, rồi gõ: ccbreport outbox retry {3} để gửi lại, hoặc ccbreport outbox cancel {3} nếu thôi không gửi.", ""},
		deliver.Uncertain: {
			"Thư gửi {1} (“{2}”): CHƯA RÕ ĐÃ ĐẾN HAY CHƯA, đường truyền đứt đúng lúc gửi xong.\n   → Gọi điện hỏi nơi nhận. Đã nhận được thì gõ: ccbreport outbox confirm {3}. Chưa nhận được thì gõ: ccbreport outbox retry {3}.", ""},
	}
)

// noticeTooLarge is said of a letter that the server finds too long.
var noticeTooLarge = text{"Thư gửi {1} (“{2}”) KHÔNG GỬI ĐƯỢC vì quá lớn. Máy chủ thư báo: {4}\n   → Bớt ảnh (hoặc dùng ảnh nhỏ hơn) rồi lập lại báo cáo, hoặc chép tệp PDF mang đến nơi nhận; sau đó gõ: ccbreport outbox cancel {3}. Nếu nơi cấp hộp thư đã cho gửi thư lớn hơn, gõ: ccbreport outbox retry {3}.", ""}

// mailRepair says what to change when the server cannot be used as configured.
var mailRepair = map[string]text{
	deliver.BadSettings:    {"Xem lại mục [mail] trong config.toml.", "Look at [mail] in config.toml."},
	deliver.BadCertificate: {"Chứng thư của máy chủ không đúng. Hỏi nơi cấp hộp thư; nếu họ dùng chứng thư riêng, ghi tệp đó vào ca_file trong mục [mail].", "The certificate of the server is not right. Ask whoever gave you the mailbox; if they use one of their own, put its file into ca_file in [mail]."},
	deliver.NoTLSThere:     {"Cổng này không dùng mã hóa ngay từ đầu. Thử port = 587 với tls = \"starttls\".", "This port does not begin with encryption. Try port = 587 with tls = \"starttls\"."},
	deliver.NoStartTLS:     {"Máy chủ không mã hóa đường truyền nên chương trình không gửi. Thử port = 465 với tls = \"implicit\", hoặc hỏi nơi cấp hộp thư.", "The server does not encrypt, so nothing is sent. Try port = 465 with tls = \"implicit\", or ask whoever gave you the mailbox."},
	deliver.NoLogin:        {"Máy chủ không nhận cách đăng nhập của chương trình. Hỏi nơi cấp hộp thư.", "The server does not know the way in which the program logs in. Ask whoever gave you the mailbox."},
	deliver.LoginRefused:   {"Máy chủ không nhận tên hoặc mật khẩu. Xem lại user và mật khẩu; Gmail phải dùng “mật khẩu ứng dụng”.", "The server refuses the user or the password. Look at both; Gmail wants an “app password”."},
	deliver.TurnedAway:     {"Máy chủ từ chối máy này. Hỏi nơi cấp hộp thư.", "The server turns this machine away. Ask whoever gave you the mailbox."},
}

// What doctor says.
var (
	doctorGood      = text{"[tốt]  {1}", "[ok]   {1}"}
	doctorBad       = text{"[HỎNG] {1}\n       → {2}", "[BAD]  {1}\n       → {2}"}
	doctorConfig    = text{"Tệp cấu hình {1}: {2} chi hội, {3} báo cáo.", "Configuration {1}: {2} branches, {3} reports."}
	doctorClock     = text{"Đồng hồ: {1}, múi giờ {2}. Nếu sai giờ, chỉnh đồng hồ của máy.", "Clock: {1}, time zone {2}. If that is wrong, set the clock."}
	doctorInbox     = text{"Thư mục bảng số liệu {1}: đọc được, có {2} mục.", "Inbox {1}: readable, {2} entries."}
	doctorWritable  = text{"Thư mục {1}: ghi được.", "Folder {1}: writable."}
	doctorReport    = text{"Báo cáo “{1}”: mẫu và phông chữ đủ; kỳ từ {2} đến hết {3}.", "Report “{1}”: template and faces are complete; from {2} to {3}."}
	doctorNoState   = text{"Sổ ghi: chưa có, sẽ tự lập khi chạy lần đầu.", "State: none yet, the first run makes it."}
	doctorOutbox    = text{"Thư: {1} thư trong sổ, không thư nào vướng.", "Mail: {1} letters, none waits for a person."}
	doctorOffice    = text{"LibreOffice: có, đọc được tệp .xls và .ods.", "LibreOffice: present, .xls and .ods can be read."}
	doctorNoOffice  = text{"LibreOffice: không có; tệp .xls và .ods phải lưu lại thành .xlsx. Tệp .xlsx không cần đến nó.", "LibreOffice: absent; .xls and .ods must be saved as .xlsx."}
	doctorMail      = text{"Máy chủ thư {1}: kết nối và đăng nhập được ({2}, thư tối đa {3}).", "Mail server {1}: connected and logged in ({2}, messages up to {3})."}
	doctorMailBad   = text{"Máy chủ thư {1}: không dùng được: {2}", "Mail server {1}: cannot be used: {2}"}
	doctorMailLater = text{"Xem máy có mạng không, tên máy chủ và cổng có đúng không, rồi thử lại.", "Look at the network, the name and the port, and try again."}
	doctorMailHint  = text{"Ghi mục [mail] trong tệp cấu hình.", "Write [mail] into the configuration."}
	doctorSent      = text{"Đã gửi thư thử tới {1}; xem hộp thư đó (cả mục thư rác).", "A test letter went to {1}; look there (also among junk)."}
	testSubject     = text{"Thư thử - {1}", ""}
	testText        = text{"Đây là thư thử của chương trình lập báo cáo. Nhận được thư này là máy gửi thư được; không cần trả lời.\n", ""}
)
