package main

import "ccbreport/reports/ward/say"

// What approve and release say.
var (
	approvedLine    = say.T("Đã lập bản chính thức {1} ({2} trang):", "Made the final {1} ({2} pages):")
	newerDraftLine  = say.T("Lưu ý: có bản dự thảo mới hơn: {1}. Bản vừa duyệt là bản cũ nên chưa gửi.", "Note: there is a newer draft, {1}. What was approved is an older one, so it is not sent.")
	nextSignLine    = say.T("Tiếp theo: in và ký, đóng dấu (hoặc ký số) bản này, rồi gõ: ccbreport release {1} --scan TỆP (bản quét), hoặc --signed TỆP (bản ký số).", "Next: have it signed, then: ccbreport release {1} --scan FILE, or --signed FILE for an electronic signature.")
	nextReleaseLine = say.T("Chưa gửi cho ai. Khi cần gửi, gõ: ccbreport release {1}", "It was sent to nobody. To send it: ccbreport release {1}")
	noCommitteeLine = say.T("Chưa có địa chỉ nhận bản chính thức (committee trong mục [mail]); không gửi cho Đảng ủy.", "Nobody receives finals (committee in [mail]); it was not sent.")
	sentBeforeLine  = say.T("Báo cáo này đã gửi đi rồi ({1}); không gửi lần nữa.", "This report went out already ({1}); it is not sent again.")
	onItsWayLine    = say.T("Thư mang báo cáo này ({1}) đã lập và đang chờ gửi; không lập thư nữa. Muốn gửi ngay, gõ: ccbreport outbox flush", "The letter with this report ({1}) waits already; no other is written. To send it now: ccbreport outbox flush")
	wentLine        = say.T("  Tới {1}: lúc {2}.", "  To {1}: at {2}.")
	finalLine       = say.T("Bản chính thức đã có: {1}. Không phải duyệt lại.", "The final stands already: {1}. Nothing is to be approved.")
	autoLine        = say.T("Không có gì phải sửa: đã lập bản chính thức {1}.", "Nothing blocks: made the final {1}.")
	nextApprove     = say.T("Khi được duyệt, gõ: ccbreport approve {1} --number SỐ --date NGÀY (ví dụ --number 05 --date {2})", "Once it is approved: ccbreport approve {1} --number N --date DATE (such as --number 05 --date {2})")

	aboutApprove = say.T(
		"Duyệt một bản dự thảo: lập bản chính thức có số và ngày, rồi gửi Đảng ủy (trừ khi báo cáo phải ký trước).",
		"Approve a draft: make the final with its number and date, and send it to the committee (unless it is to be signed first).")
	aboutRelease = say.T(
		"Gửi bản chính thức, bản ký số hoặc bản quét cho Đảng ủy.",
		"Send the final, its signed copy or a scan of it to the committee.")
	aboutDoctor = say.T(
		"Kiểm tra cấu hình, thư mục, phông chữ, sổ ghi, máy chủ thư.",
		"Look at the configuration, folders, fonts, state and mail server.")
	flagNumber   = say.T("`SỐ` của văn bản, ví dụ 05", "`NUMBER` of the document, such as 05")
	flagDate     = say.T("`NGÀY` của văn bản, ví dụ 15/7/2020", "`DATE` of the document, such as 15/7/2020")
	flagCode     = say.T("`MÃ` duyệt ghi trong thư kèm bản dự thảo, ví dụ 4F7-K2M", "`CODE` that the letter with the draft says, such as 4F7-K2M")
	flagEarly    = say.T("duyệt sớm, khi ngày văn bản trước ngày cuối kỳ nhiều ngày; đi cùng --why", "for a date long before the span ends; with --why")
	flagEarlyWhy = say.T("`LÝ DO` duyệt sớm, lưu cùng bản chính thức", "`REASON` for --early, kept with the final")
	flagSigned   = say.T("`TỆP` PDF đã ký số", "PDF `FILE` with an electronic signature")
	flagScan     = say.T("`TỆP` quét (hoặc chụp) bản đã ký: PDF, JPG, PNG", "`FILE` with a scan of the signed paper: PDF, JPEG, PNG")
	flagTest     = say.T("gửi một thư thử tới `ĐỊA CHỈ` này", "send a test letter to this `ADDRESS`")
)

// What the program says about letters.
var (
	outboxEmpty = say.T("Không có thư nào.", "There is no mail.")
	mailReply   = say.T("      máy chủ trả lời: {1}", "      the server said: {1}")
	mailReason  = say.T("      lý do: {1}", "      because {1}")
	troubleLine = say.T("CẦN XỬ LÝ: {1}", "TO DO: {1}")
)

// What doctor says.
var (
	doctorGood = say.T("[tốt]  {1}", "[ok]   {1}")
	doctorLook = say.T("[xem]  {1}\n       → {2}", "[look] {1}\n       → {2}")
	doctorSum  = say.T("Hỏng: {1}. Nên xem: {2}. Tốt: {3}.", "Bad: {1}. To look at: {2}. Ok: {3}.")
	doctorBad  = say.T("[HỎNG] {1}\n       → {2}", "[BAD]  {1}\n       → {2}")
)
