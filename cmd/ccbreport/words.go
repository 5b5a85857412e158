package main

import "ccbreport/reports/ward/say"

// What the program says when nothing is wrong with the machine.
var (
	errorWord      = say.T("LỖI:", "error:")
	hintWord       = say.T("Cách sửa:", "hint:")
	wasInterrupted = say.T("Đã dừng theo yêu cầu. Không có gì được ghi dở dang.", "Stopped. Nothing was left half written.")

	progressLine = say.T("Đang đọc {1}/{2} tệp", "Reading {1}/{2} files")

	madeLine      = say.T("Đã lập dự thảo {1} trang, bản {2}:", "Made a draft of {1} pages, edition {2}:")
	unchangedLine = say.T("Không có gì thay đổi: bản {2} ({1} trang) vẫn đúng, không lập bản mới.", "Nothing has changed: edition {2} ({1} pages) still holds, no new one was made.")
	trialLine     = say.T("Chạy thử: kết quả nằm trong thư mục tạm, không ghi vào sổ, không gửi đi đâu:", "Dry run: the result is in a temporary folder, nothing is recorded or sent:")
	whereLine     = say.T("  {1}", "  {1}")
	checkedLine   = say.T("Kết quả kiểm tra đã ghi vào:", "The findings are in:")

	formsLine   = say.T("Đã lập {1} phiếu số liệu, kỳ {2} đến {3}:", "Made {1} forms for {2} to {3}:")
	nextForms   = say.T("Tiếp theo: gửi cho mỗi chi hội phiếu của mình; phiếu của Hội cơ sở là tệp có số 00.", "Next: send every branch its own form; the ward's is the file numbered 00.")
	nextBlocked = say.T("Tiếp theo: sửa các việc “phải sửa” ở trên trong bảng số liệu, rồi chạy lại. Chưa dùng bản này làm bản chính thức.", "Next: correct what blocks in the workbooks and run again. This cannot be the final.")
	nextAnswer  = say.T("Tiếp theo: trả lời các câu hỏi ở trên, hoặc sửa bảng số liệu, rồi chạy lại. Chưa dùng bản này làm bản chính thức.", "Next: answer the questions above, or correct the workbooks, and run again. This cannot be the final.")
	howToFill   = say.T("Cách trả lời: điền tệp cau-hoi.xlsx trong thư mục vừa ghi rồi chép vào thư mục bảng số liệu; hoặc gõ: ccbreport answer", "To answer: fill in cau-hoi.xlsx of the folder above and put it into the inbox; or type: ccbreport answer")
	nextWarned  = say.T("Tiếp theo: xem các việc “nên xem” ở trên, rồi mở tệp PDF đọc soát từng trang.", "Next: look at the warnings above, then read every page of the PDF.")
	nextClear   = say.T("Tiếp theo: mở tệp PDF và đọc soát từng trang.", "Next: read every page of the PDF.")
	nextChecked = say.T("Tiếp theo: chạy “ccbreport run” để lập dự thảo báo cáo.", "Next: “ccbreport run” makes the draft.")
)

// What accept says.
var (
	acceptedLine      = say.T("Đã chấp nhận: {1} [{2}]", "Accepted: {1} [{2}]")
	acceptedAllLine   = say.T("Một lý do dùng cho {1} việc:", "One reason for {1} findings:")
	acceptedTermsLine = say.T("Chỗ chưa đọc được hoặc còn thiếu thì không cộng và được ghi chú trong báo cáo; số đã đọc được thì tính như đã đọc. Số liệu chỗ này thay đổi thì phải xem lại từ đầu.", "What could not be read, or is missing, stays out of the sums and is remarked upon in the report; what was read stands as it was read. If the figures change, it must be looked at anew.")
	answeredLine      = say.T("Đã ghi: {1}: {2}", "Kept: {1}: {2}")
	undoneLine        = say.T("Đã bỏ câu trả lời: {1}: {2}", "Taken back: {1}: {2}")
	askLine           = say.T("\n{1}", "\n{1}")
	askHowLine        = say.T("Gõ một cách trả lời rồi Enter (chỉ Enter: để đó, sang câu sau):", "Type one of them and Enter (Enter alone: leave it and go on):")
	askWhyLine        = say.T("Lý do:", "Reason:")
	howToAnswer       = say.T("Trả lời: ccbreport answer MÃ=CÁCH (mã trong ngoặc vuông ở cuối câu hỏi), hoặc điền tệp cau-hoi.xlsx rồi chép vào thư mục bảng số liệu.", "To answer: ccbreport answer KEY=CHOICE (the key stands in brackets behind the question), or fill in cau-hoi.xlsx and put it into the inbox.")

	leftLine          = say.T("Còn {1} việc phải sửa. Có thể chấp nhận: {2}", "{1} findings block still. What can be accepted: {2}")
	nothingLeftLine   = say.T("Không còn việc nào phải sửa.", "Nothing blocks any more.")
	aliasLine         = say.T("Đã thêm “{1}” vào tên gọi khác của chỉ tiêu “{2}” [{3}], ghi trong tệp:", "“{1}” is now one of the names of the indicator “{2}” [{3}], in the file:")
	proposalsLeftLine = say.T("Còn {1} tên gọi khác đang được đề nghị.", "{1} further names are proposed.")
)

// Help.
var (
	aboutProgram = say.T(
		"Lập báo cáo của Hội Cựu chiến binh phường, xã từ bảng số liệu của các chi hội.",
		"Makes the report of a ward's Veterans' Association from the workbooks of its branches.")
	aboutRun = say.T(
		"Đọc, kiểm tra, cộng số liệu và lập báo cáo PDF (bản dự thảo).",
		"Read, check and add up the workbooks and make the report as a PDF (a draft).")
	aboutCheck = say.T(
		"Chỉ đọc và kiểm tra bảng số liệu; ghi kết quả vào thư mục kiem-tra.",
		"Read and check the workbooks only; the findings go to the folder kiem-tra.")
	aboutForms = say.T(
		"Lập phiếu số liệu để các chi hội và Hội điền, vào thư mục --out.",
		"Make the forms for the branches and the ward to fill in, into the folder --out.")
	aboutAnswer = say.T(
		"Trả lời các câu chỉ người mới quyết được; không ghi gì thì hỏi lần lượt.",
		"Answer what only a person can decide; without words it asks one by one.")
	aboutAccept = say.T(
		"Chấp nhận một việc “phải sửa” chưa sửa được, có ghi lý do; hoặc nhận một tên gọi được đề nghị (indicator.unknown).",
		"Accept a finding that blocks, with a reason; or take up a name that is proposed (indicator.unknown).")
	aboutExplain = say.T(
		"Cho biết một số trong báo cáo lấy từ những ô nào, cộng ra sao.",
		"Tell which cells a figure of the report comes from and how it was added.")
	aboutEditions = say.T("Các bản báo cáo đã lập.", "List the editions.")
	aboutShow     = say.T("Cho biết một bản: lập từ đâu, có gì, mã niêm phong.", "Tell about one edition: its sources, its files, its seal.")
	aboutDiff     = say.T(
		"So hai bản: số nào đổi, vì ô nào, câu nào đổi.",
		"Compare two editions: which figures changed, because of which cells, and which sentences.")
	aboutVerify = say.T(
		"Tính lại dấu vết (SHA-256) mọi tệp đã lưu; nêu tên tệp bị đổi, mất hoặc thêm vào.",
		"Hash every stored file again and name what was changed, lost or added.")
	aboutVersion = say.T("Cho biết số phiên bản.", "Print the version.")
	aboutHelp    = say.T("Hướng dẫn dùng một lệnh.", "Tell about a command.")

	usageHead  = say.T("Cách dùng:", "Usage:")
	usageVerb  = say.T("LỆNH [tùy chọn]", "COMMAND [flags]")
	usageFlags = say.T("[tùy chọn]", "[flags]")
	usageCode  = say.T("MÃ --why \"LÝ DO\" [tùy chọn]", "CODE --why \"REASON\" [flags]")
	// usageWords stand for the words of a verb, each before those that it begins with.
	usageWords = []string{
		"CODE|NUMBER|NAME", "SỐ|TÊN|MÃ", "KEY=CHOICE", "MÃ=CÁCH", "KEY VALUE…", "MỤC GIÁ_TRỊ…", "KEY", "MỤC",
		"INTO OTHER…", "CHI_HỘI CHI_HỘI_GỘP…", "BRANCH NAME", "CHI_HỘI TÊN_MỚI", "BRANCH", "CHI_HỘI", "NAME ALIAS…", "TÊN TÊN_KHÁC…",
	}

	verbsHead       = say.T("Các lệnh:", "Commands:")
	flagsHead       = say.T("Tùy chọn:", "Flags:")
	exitTable       = say.T("Mã kết thúc: 0 xong; 1 máy lỗi; 2 gọi sai hoặc cấu hình sai; 3 xong nhưng còn việc phải sửa; 4 có việc chờ người xem (thư chưa gửi được, lịch bị lỡ hoặc chưa lập được, tệp không còn như lúc lập); 75 đang có người chạy; 130 bị dừng.", "Exit codes: 0 done; 1 the machine failed; 2 usage or configuration; 3 done, but findings block; 4 something waits for a person (a letter that failed, a report that was missed or failed, a file that is not what was written); 75 another run is under way; 130 interrupted.")
	mousetrap       = say.T("Đây là chương trình chạy từ cửa sổ lệnh. Xem HUONG-DAN.pdf (hoặc README.vi.md) để biết cách chạy.\n", "This program runs in a command window. See README.md.\n")
	flagConfig      = say.T("`TỆP` cấu hình (nếu không ghi: config.toml)", "configuration `FILE` (if not given: config.toml)")
	flagLang        = say.T("ngôn ngữ trên màn hình, `vi` hoặc en (báo cáo luôn bằng tiếng Việt)", "language of the terminal, `vi` or en (the report is always Vietnamese)")
	flagQuiet       = say.T("chỉ báo lỗi", "print errors only")
	flagJSON        = say.T("in kết quả ra dạng JSON", "print the result as JSON")
	flagHelp        = say.T("xem hướng dẫn", "show this help")
	flagReport      = say.T("`TÊN` báo cáo trong tệp cấu hình", "`NAME` of a configured report")
	flagInbox       = say.T("`THƯ MỤC` bảng số liệu, thay cho tệp cấu hình", "inbox `FOLDER`, instead of the configured one")
	flagOut         = say.T("`THƯ MỤC` kết quả, thay cho tệp cấu hình", "result `FOLDER`, instead of the configured one")
	flagForms       = say.T("`THƯ MỤC` để ghi các phiếu", "`FOLDER` for the forms")
	flagEdition     = say.T("`ID` của bản cần xem (nếu không ghi: bản mới nhất)", "`ID` of the edition (if not given: the newest)")
	flagFrom        = say.T("`NGÀY` đầu của kỳ, ví dụ 1/1/2017 (đi cùng --to)", "first `DAY` of the span, such as 1/1/2017 (with --to)")
	flagTo          = say.T("`NGÀY` cuối của kỳ, tính cả ngày đó", "last `DAY` of the span, included")
	flagWhy         = say.T("`LÝ DO` chấp nhận, bắt buộc", "`REASON`, always asked for")
	flagAnswers     = say.T("`TỆP` cau-hoi.xlsx đã điền", "`FILE`: cau-hoi.xlsx, filled in")
	flagAnswerWhy   = say.T("`LÝ DO`; bắt buộc khi để sau hoặc để như vậy", "`REASON`; asked for where something may stand")
	flagBy          = say.T("`TÊN` người trả lời", "`NAME` of who answers")
	flagUndo        = say.T("bỏ câu trả lời cho câu hỏi mang `MÃ` này", "take back the answer to `KEY`")
	flagRow         = say.T("chỉ trả lời `DÒNG` này của câu hỏi có bảng, hoặc mọi dòng của chi hội này", "answer only this `ROW` of a question that is a table, or the rows of this branch")
	flagNewName     = say.T("`TÊN` của chỉ tiêu mới", "`NAME` of a new indicator")
	flagNewUnit     = say.T("`ĐƠN VỊ` tính của chỉ tiêu mới", "`UNIT` of a new indicator")
	flagNewKind     = say.T("`LOẠI` của chỉ tiêu mới: flow (cộng các kỳ), stock (số cuối kỳ)", "`KIND` of a new indicator: flow, stock")
	flagNewSection  = say.T("`MỤC` của chỉ tiêu mới: DA, TT, KT, TN, …", "`SECTION` of a new indicator: DA, TT, KT, TN, …")
	flagNewSentence = say.T("`CÂU` in chỉ tiêu mới, có {số} ở chỗ ghi số", "`SENTENCE` that prints a new indicator, with {số} for the figure")

	flagBranch = say.T("`MÃ` chi hội, khi việc đó có ở nhiều chi hội", "`ID` of the branch, where several have that finding")
	flagAt     = say.T("`Ô` (hoặc tệp) của việc đó, khi một mã có nhiều việc", "`CELL` (or file) of the finding, where there are several of a code")
	flagAll    = say.T("một lý do dùng cho tất cả các việc mang mã đó của một chi hội", "the reason is for all findings of that code in one branch")
	flagName   = say.T("`TÊN` được đề nghị, khi có nhiều tên (chỉ với indicator.unknown)", "`NAME` that is proposed, where several are (for indicator.unknown)")
	flagNoSend = say.T("không gửi thư", "send no mail")
	flagCodes  = say.T("ghi thêm mã của từng việc, dùng cho lệnh accept", "print the code of each finding, for accept (always with --lang en)")
	flagDryRun = say.T("chạy thử: làm trong thư mục tạm, không ghi vào sổ, không gửi thư", "make everything in a temporary folder, record and send nothing")
)
