package main

// What the program says when nothing is wrong with the machine.
var (
	errorWord      = text{"LỖI:", "error:"}
	hintWord       = text{"Cách sửa:", "hint:"}
	wasInterrupted = text{"Đã dừng theo yêu cầu. Không có gì được ghi dở dang.", "Stopped. Nothing was left half written."}

	progressLine = text{"Đang đọc {1}/{2} tệp", "Reading {1}/{2} files"}

	headLine    = text{"Báo cáo {1}, kỳ từ {2} đến hết {3}", "Report {1}, from {2} to {3}"}
	fileLine    = text{"Tệp: đã đọc {1}; bản cũ không dùng {2}; bỏ qua {3}; không dùng được {4}", "Files: {1} read; {2} superseded; {3} skipped; {4} rejected"}
	whyLine     = text{"  - {1}: {2}", "  - {1}: {2}"}
	branchLine  = text{"Chi hội: đã có số liệu {1}/{2}", "Branches: {1} of {2} received"}
	branchesAny = text{"Chi hội: đã có số liệu {1} (tệp cấu hình chưa có danh sách chi hội)", "Branches: {1} received (no branch list is configured)"}
	missingLine = text{"  - chưa có: {1}", "  - missing: {1}"}
	figureLine  = text{"Chỉ tiêu có số liệu: {1}", "Indicators with a value: {1}"}

	findingsLine = text{"Việc phải sửa: {1}. Việc nên xem: {2}. Để biết: {3}.", "Blocking: {1}. Warnings: {2}. Notes: {3}."}
	wholeWard    = text{"Chung toàn Hội", "General"}
	atLine       = text{"    ô: {1}", "    at: {1}"}
	moreCells    = text{" và {1} ô khác", " and {1} more"}
	hintLine     = text{"    → {1}", "    → {1}"}

	madeLine      = text{"Đã lập dự thảo {1} trang, bản {2}:", "Made a draft of {1} pages, edition {2}:"}
	unchangedLine = text{"Không có gì thay đổi: bản {2} ({1} trang) vẫn đúng, không lập bản mới.", "Nothing has changed: edition {2} ({1} pages) still holds, no new one was made."}
	trialLine     = text{"Chạy thử: kết quả nằm trong thư mục tạm, không ghi vào sổ, không gửi đi đâu:", "Dry run: the result is in a temporary folder, nothing is recorded or sent:"}
	whereLine     = text{"  {1}", "  {1}"}
	checkedLine   = text{"Kết quả kiểm tra đã ghi vào:", "The findings are in:"}
	noMailLine    = text{"Chưa cấu hình thư điện tử (mục [mail]); không gửi thư cho ai.", "No mail is configured ([mail]); nothing is sent."}
	mailLaterLine = text{"Bản này của chương trình chưa gửi thư; xin gửi tệp PDF bằng tay.", "This version sends no mail yet; please send the PDF yourself."}

	nextBlocked = text{"Tiếp theo: sửa các việc “phải sửa” ở trên trong bảng số liệu, rồi chạy lại. Chưa dùng bản này làm bản chính thức.", "Next: correct what blocks in the workbooks and run again. This cannot be the final."}
	nextWarned  = text{"Tiếp theo: xem các việc “nên xem” ở trên, rồi mở tệp PDF đọc soát từng trang.", "Next: look at the warnings above, then read every page of the PDF."}
	nextClear   = text{"Tiếp theo: mở tệp PDF và đọc soát từng trang.", "Next: read every page of the PDF."}
	nextChecked = text{"Tiếp theo: chạy “ccbreport run” để lập dự thảo báo cáo.", "Next: “ccbreport run” makes the draft."}
)

// severityWords head each finding.
var severityWords = map[string]text{
	"blocking": {"PHẢI SỬA", "BLOCKING"},
	"warning":  {"Nên xem", "Warning"},
	"note":     {"Để biết", "Note"},
}

// Help.
var (
	aboutProgram = text{
		"Lập báo cáo của Hội Cựu chiến binh phường, xã từ bảng số liệu của các chi hội.",
		"Makes the report of a ward's Veterans' Association from the workbooks of its branches."}
	aboutRun = text{
		"Đọc, kiểm tra, cộng số liệu và lập báo cáo PDF (bản dự thảo).",
		"Read, check and add up the workbooks and make the report as a PDF (a draft)."}
	aboutCheck = text{
		"Chỉ đọc và kiểm tra bảng số liệu; ghi kết quả vào thư mục kiem-tra.",
		"Read and check the workbooks only; the findings go to the folder kiem-tra."}
	aboutVersion = text{"Cho biết số phiên bản.", "Print the version."}
	aboutHelp    = text{"Hướng dẫn dùng một lệnh.", "Tell about a command."}

	usageHead  = text{"Cách dùng:", "Usage:"}
	usageVerb  = text{"LỆNH [tùy chọn]", "COMMAND [flags]"}
	usageFlags = text{"[tùy chọn]", "[flags]"}
	verbsHead  = text{"Các lệnh:", "Commands:"}
	flagsHead  = text{"Tùy chọn:", "Flags:"}
	exitCodes  = text{"Mã kết thúc: 0 xong; 1 máy lỗi; 2 gọi sai hoặc cấu hình sai; 3 xong nhưng còn việc phải sửa; 75 đang có người chạy; 130 bị dừng.", "Exit codes: 0 done; 1 the machine failed; 2 usage or configuration; 3 done, but findings block; 75 another run is under way; 130 interrupted."}
	mousetrap  = text{"Đây là chương trình chạy từ cửa sổ lệnh. Xem README.vi.md để biết cách chạy.\n", "This program runs in a command window. See README.md.\n"}
	flagConfig = text{"`TỆP` cấu hình (nếu không ghi: config.toml)", "configuration `FILE` (if not given: config.toml)"}
	flagLang   = text{"ngôn ngữ trên màn hình, `vi` hoặc en (báo cáo luôn bằng tiếng Việt)", "language of the terminal, `vi` or en (the report is always Vietnamese)"}
	flagQuiet  = text{"chỉ báo lỗi", "print errors only"}
	flagJSON   = text{"in kết quả ra dạng JSON", "print the result as JSON"}
	flagHelp   = text{"xem hướng dẫn", "show this help"}
	flagReport = text{"`TÊN` báo cáo trong tệp cấu hình", "`NAME` of a configured report"}
	flagInbox  = text{"`THƯ MỤC` bảng số liệu, thay cho tệp cấu hình", "inbox `FOLDER`, instead of the configured one"}
	flagOut    = text{"`THƯ MỤC` kết quả, thay cho tệp cấu hình", "result `FOLDER`, instead of the configured one"}
	flagFrom   = text{"`NGÀY` đầu của kỳ, ví dụ 2017-01-01 (đi cùng --to)", "first `DAY` of the span, such as 2017-01-01 (with --to)"}
	flagTo     = text{"`NGÀY` cuối của kỳ, tính cả ngày đó", "last `DAY` of the span, included"}
	flagNoSend = text{"không gửi thư", "send no mail"}
	flagDryRun = text{"chạy thử: làm trong thư mục tạm, không ghi vào sổ, không gửi thư", "make everything in a temporary folder, record and send nothing"}
)
