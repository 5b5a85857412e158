package main

import "ccbreport/reports/deliver"

// What approve and release say.
var (
	approvedLine    = text{"Đã lập bản chính thức {1} ({2} trang):", "Made the final {1} ({2} pages):"}
	newerDraftLine  = text{"Lưu ý: có bản dự thảo mới hơn: {1}. Bản vừa duyệt là bản cũ.", "Note: there is a newer draft, {1}. What was approved is an older one."}
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
		"      → Sửa địa chỉ hoặc hỏi nơi nhận, rồi gõ: ccbreport outbox retry {1} (gửi lại) hoặc cancel {1} (thôi)",
		"      → Mend the cause, then: ccbreport outbox retry {1}, or cancel {1}"},
	deliver.Uncertain: {
		"      → Gọi điện hỏi nơi nhận. Đã nhận được: ccbreport outbox confirm {1}. Chưa nhận: ccbreport outbox retry {1}",
		"      → Ask the recipient. It arrived: ccbreport outbox confirm {1}. It did not: ccbreport outbox retry {1}"},
}

// The notice for people, always in Vietnamese.
var (
	noticeHead = text{"VIỆC CẦN XỬ LÝ\n{1}, ngày {2}", ""}
	noticeFoot = text{"Xong việc, gõ “ccbreport outbox list” hoặc chạy lại chương trình; tệp này sẽ tự mất khi không còn việc nào.", ""}
	noticeMail = map[string]text{
		deliver.Failed: {
			"Thư gửi {1} (“{2}”) KHÔNG GỬI ĐƯỢC. Lý do: {4}\n   → Kiểm tra địa chỉ hoặc hỏi nơi nhận, rồi gõ: ccbreport outbox retry {3} để gửi lại, hoặc ccbreport outbox cancel {3} nếu thôi không gửi.", ""},
		deliver.Uncertain: {
			"Thư gửi {1} (“{2}”): CHƯA RÕ ĐÃ ĐẾN HAY CHƯA, đường truyền đứt đúng lúc gửi xong.\n   → Gọi điện hỏi nơi nhận. Đã nhận được thì gõ: ccbreport outbox confirm {3}. Chưa nhận được thì gõ: ccbreport outbox retry {3}.", ""},
	}
)

// mailRepair says what to change when the server cannot be used as configured.
var mailRepair = map[string]text{
	deliver.BadSettings:    {"Xem lại mục [mail] trong config.toml.", ""},
	deliver.BadCertificate: {"Chứng thư của máy chủ không đúng. Hỏi nơi cấp hộp thư; nếu họ dùng chứng thư riêng, ghi tệp đó vào ca_file trong mục [mail].", ""},
	deliver.NoTLSThere:     {"Cổng này không dùng mã hóa ngay từ đầu. Thử port = 587 với tls = \"starttls\".", ""},
	deliver.NoStartTLS:     {"Máy chủ không mã hóa đường truyền nên chương trình không gửi. Thử port = 465 với tls = \"implicit\", hoặc hỏi nơi cấp hộp thư.", ""},
	deliver.NoLogin:        {"Máy chủ không nhận cách đăng nhập của chương trình. Hỏi nơi cấp hộp thư.", ""},
	deliver.LoginRefused:   {"Máy chủ không nhận tên hoặc mật khẩu. Xem lại user và mật khẩu; Gmail phải dùng “mật khẩu ứng dụng”.", ""},
	deliver.Turned:         {"Máy chủ từ chối máy này. Hỏi nơi cấp hộp thư.", ""},
}
