package office

import (
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// ReportKinds are the kinds of report that people know, by template.
var ReportKinds = map[string]say.Text{
	"giua-nhiem-ky": say.T("giữa nhiệm kỳ", "of the mid-term"),
	"nam":           say.T("năm", "of the year"),
	"sau-thang":     say.T("sáu tháng", "of the half-year"),
	"nhiem-ky":      say.T("nhiệm kỳ", "of the term"),
}

// What approve and release say.
var (
	HeldLine = say.T("Kỳ này đã có bản chính thức {1}, nên chương trình không tự gửi bản khác. Muốn thay, gõ: ccbreport approve {2} --number SỐ --date NGÀY", "This span has a final already, {1}, so no other is sent by itself. To replace it: ccbreport approve {2} --number N --date DATE")
)

// What the officers are to do, in the letter that brings a draft.
var (
	stepRead    = say.T("Đọc soát từng trang của tệp PDF.", "")
	stepApprove = say.T("Khi được duyệt, trên máy lập báo cáo gõ: ccbreport approve {1} --number 05 --date {2} (thay 05 và {2} bằng số và ngày theo sổ công văn đi).", "")
	stepSends   = say.T("Bản chính thức sẽ được gửi ngay đến Đảng ủy.", "")
	stepSign    = say.T("In bản chính thức, trình ký, đóng dấu, quét lại, rồi gõ: ccbreport release {1} --scan TỆP. Nếu ký số thì gõ: ccbreport release {1} --signed TỆP. Lúc đó báo cáo mới được gửi đến Đảng ủy.", "")
	stepAuto    = say.T("Không có gì phải sửa: chương trình tự lập bản chính thức, không phải duyệt.", "")
	stepMissing = say.T("Nhắc các chi hội chưa có số liệu gửi bảng số liệu. Chi hội nào không gửi được thì ghi lý do; báo cáo sẽ nói rõ còn thiếu chi hội đó. Ví dụ: ccbreport accept branch.missing --branch {1} --report {2} --why \"lý do\"", "")
	stepMore    = say.T("Còn {1} việc nữa; xem: ccbreport show {2}", "")
	stepAgain   = say.T("Sửa xong, trên máy lập báo cáo gõ: ccbreport run --report {1}", "")
)

// What the program says about letters.
var (
	mailBroken = say.T("Chưa gửi được thư, các thư vẫn còn chờ. Máy chủ thư báo: {1}", "No mail could be sent; it all waits. The server said: {1}")
)

// The notice for people, always in Vietnamese.
var (
	todoHead      = say.T("VIỆC CẦN XỬ LÝ\n{1}, ngày {2}", "")
	todoFoot      = say.T("Xong việc, gõ “ccbreport outbox list” hoặc chạy lại chương trình; tệp này sẽ tự mất khi không còn việc nào.", "")
	todoMissed    = say.T("Báo cáo “{1}” đến hạn lập lúc {2} nhưng đã quá lâu, chương trình không tự lập nữa.\n   → Lập bằng tay: ccbreport run --report {1} --from {3} --to {4}", "")
	todoFailed    = say.T("Báo cáo “{1}” đến hạn lập lúc {2} nhưng chưa lập được: {3}\n   → Sửa nguyên nhân trên; chương trình sẽ tự thử lại. Muốn lập ngay, gõ: ccbreport run --report {1} --from {4} --to {5}", "")
	todoBlocked   = say.T("Bản dự thảo {1} còn việc phải sửa nên chưa thể duyệt.\n   → Xem: ccbreport show {1}; sửa bảng số liệu rồi chạy lại.", "")
	todoHeld      = say.T("Thư còn chờ gửi: {1}.\n   → Gõ “ccbreport doctor” để xem vướng ở đâu; sửa xong, gõ: ccbreport outbox flush", "")
	todoTrial     = say.T("Đang gửi thử (redirect_all_to trong mục [mail]) nên chưa gửi thư nào: còn {1} thư thật chờ gửi.\n   → Bỏ redirect_all_to để gửi các thư đó, hoặc gõ: ccbreport outbox list rồi ccbreport outbox cancel MÃ-THƯ nếu thôi không gửi.", "")
	todoNoFinal   = say.T("Chưa tự lập được bản chính thức từ bản dự thảo {1}.\n   → Gõ: ccbreport approve {1} --number SỐ --date NGÀY (chương trình sẽ nói rõ vì sao nếu chưa được).", "")
	todoTakenBack = say.T("Lần duyệt bản dự thảo {1} bị ngắt giữa chừng và không làm tiếp được, nên đã hủy; chưa gửi gì.\n   → Duyệt lại: ccbreport approve {1} --number SỐ --date NGÀY (chương trình sẽ nói rõ vì sao nếu chưa được).", "")
	todoDamaged   = say.T("Bản đã lưu {1} bị hỏng hoặc bị sửa.\n   → Xem: ccbreport verify {1}", "")
	todoAddress   = say.T("\n   → Nếu địa chỉ sai: sửa trong config.toml, gõ: ccbreport outbox cancel {1}, rồi gõ: ccbreport release {2}", "")
	todoMail      = map[string]say.Text{
		deliver.Failed: say.T(
			"Thư gửi {1} (“{2}”) KHÔNG GỬI ĐƯỢC. Máy chủ thư báo: {4}\n   → Hỏi nơi nhận, rồi gõ: ccbreport outbox retry {3} để gửi lại, hoặc ccbreport outbox cancel {3} nếu thôi không gửi.", ""),
		deliver.Uncertain: say.T(
			"Thư gửi {1} (“{2}”): CHƯA RÕ ĐÃ ĐẾN HAY CHƯA, đường truyền đứt đúng lúc gửi xong.\n   → Gọi điện hỏi nơi nhận. Đã nhận được thì gõ: ccbreport outbox confirm {3}. Chưa nhận được thì gõ: ccbreport outbox retry {3}.", ""),
	}
)

// todoTooLarge is said of a letter that the server finds too long.
var todoTooLarge = say.T("Thư gửi {1} (“{2}”) KHÔNG GỬI ĐƯỢC vì quá lớn. Máy chủ thư báo: {4}\n   → Bớt ảnh (hoặc dùng ảnh nhỏ hơn) rồi lập lại báo cáo, hoặc chép tệp PDF mang đến nơi nhận; sau đó gõ: ccbreport outbox cancel {3}. Nếu nơi cấp hộp thư đã cho gửi thư lớn hơn, gõ: ccbreport outbox retry {3}.", "")

// MailRepair says what to change when the server cannot be used as configured.
var MailRepair = map[string]say.Text{
	deliver.BadSettings:    say.T("Xem lại mục [mail] trong config.toml.", "Look at [mail] in config.toml."),
	deliver.BadCertificate: say.T("Chứng thư của máy chủ không đúng. Hỏi nơi cấp hộp thư; nếu họ dùng chứng thư riêng, ghi tệp đó vào ca_file trong mục [mail].", "The certificate of the server is not right. Ask whoever gave you the mailbox; if they use one of their own, put its file into ca_file in [mail]."),
	deliver.NoTLSThere:     say.T("Cổng này không dùng mã hóa ngay từ đầu. Thử port = 587 với tls = \"starttls\".", "This port does not begin with encryption. Try port = 587 with tls = \"starttls\"."),
	deliver.NoStartTLS:     say.T("Máy chủ không mã hóa đường truyền nên chương trình không gửi. Thử port = 465 với tls = \"implicit\", hoặc hỏi nơi cấp hộp thư.", "The server does not encrypt, so nothing is sent. Try port = 465 with tls = \"implicit\", or ask whoever gave you the mailbox."),
	deliver.NoLogin:        say.T("Máy chủ không nhận cách đăng nhập của chương trình. Hỏi nơi cấp hộp thư.", "The server does not know the way in which the program logs in. Ask whoever gave you the mailbox."),
	deliver.LoginRefused:   say.T("Máy chủ không nhận tên hoặc mật khẩu. Xem lại user và mật khẩu; Gmail phải dùng “mật khẩu ứng dụng”.", "The server refuses the user or the password. Look at both; Gmail wants an “app password”."),
	deliver.TurnedAway:     say.T("Máy chủ từ chối máy này. Hỏi nơi cấp hộp thư.", "The server turns this machine away. Ask whoever gave you the mailbox."),
}
