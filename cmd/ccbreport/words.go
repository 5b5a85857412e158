package main

// What the program says when nothing is wrong with the machine.
var (
	errorWord      = text{"LỖI:", "error:"}
	hintWord       = text{"Cách sửa:", "hint:"}
	wasInterrupted = text{"Đã dừng theo yêu cầu. Không có gì được ghi dở dang.", "Stopped. Nothing was left half written."}

	progressLine = text{"Đang đọc {1}/{2} tệp", "Reading {1}/{2} files"}

	headLine      = text{"Báo cáo {1}, kỳ từ {2} đến hết {3}", "Report {1}, from {2} to {3}"}
	fileLine      = text{"Tệp: đã đọc {1} bảng tính, {2} ảnh; bản cũ không dùng {3}; bỏ qua {4}; không dùng được {5}", "Files: {1} workbooks and {2} photos read; {3} superseded; {4} skipped; {5} rejected"}
	whyLine       = text{"  - {1}: {2}", "  - {1}: {2}"}
	branchLine    = text{"Chi hội: đã có số liệu {1}/{2}", "Branches: {1} of {2} received"}
	branchesAny   = text{"Chi hội: đã có số liệu {1} (tệp cấu hình chưa có danh sách chi hội)", "Branches: {1} received (no branch list is configured)"}
	missingLine   = text{"  - chưa có số liệu của: {1}", "  - missing: {1}"}
	missingBlocks = text{"  - PHẢI SỬA: chưa có số liệu của {1}", "  - BLOCKING: missing {1}"}
	figureLine    = text{"Chỉ tiêu có số liệu: {1}", "Indicators with a value: {1}"}

	findingsLine = text{"Việc phải sửa: {1}. Việc nên xem: {2}. Để biết: {3}.", "Blocking: {1}. Warnings: {2}. Notes: {3}."}
	wholeWard    = text{"Chung toàn Hội", "General"}
	atLine       = text{"    ô: {1}", "    at: {1}"}
	atSheetLine  = text{"    trang: {1}", "    sheet: {1}"}
	atFileLine   = text{"    tệp: {1}", "    file: {1}"}
	moreCells    = text{" và {1} chỗ khác", " and {1} more places"}
	cellCount    = text{" ({1} ô)", " ({1} cells)"}
	hintLine     = text{"    → {1}", "    → {1}"}

	madeLine      = text{"Đã lập dự thảo {1} trang, bản {2}:", "Made a draft of {1} pages, edition {2}:"}
	unchangedLine = text{"Không có gì thay đổi: bản {2} ({1} trang) vẫn đúng, không lập bản mới.", "Nothing has changed: edition {2} ({1} pages) still holds, no new one was made."}
	trialLine     = text{"Chạy thử: kết quả nằm trong thư mục tạm, không ghi vào sổ, không gửi đi đâu:", "Dry run: the result is in a temporary folder, nothing is recorded or sent:"}
	whereLine     = text{"  {1}", "  {1}"}
	checkedLine   = text{"Kết quả kiểm tra đã ghi vào:", "The findings are in:"}
	noMailLine    = text{"Chưa cấu hình thư điện tử (mục [mail]); không gửi thư cho ai.", "No mail is configured ([mail]); nothing is sent."}

	formsLine   = text{"Đã lập {1} phiếu số liệu, kỳ {2} đến {3}:", "Made {1} forms for {2} to {3}:"}
	nextForms   = text{"Tiếp theo: gửi cho mỗi chi hội phiếu của mình; phiếu của Hội cơ sở là tệp có số 00.", "Next: send every branch its own form; the ward's is the file numbered 00."}
	nextBlocked = text{"Tiếp theo: sửa các việc “phải sửa” ở trên trong bảng số liệu, rồi chạy lại. Chưa dùng bản này làm bản chính thức.", "Next: correct what blocks in the workbooks and run again. This cannot be the final."}
	nextWarned  = text{"Tiếp theo: xem các việc “nên xem” ở trên, rồi mở tệp PDF đọc soát từng trang.", "Next: look at the warnings above, then read every page of the PDF."}
	nextClear   = text{"Tiếp theo: mở tệp PDF và đọc soát từng trang.", "Next: read every page of the PDF."}
	nextChecked = text{"Tiếp theo: chạy “ccbreport run” để lập dự thảo báo cáo.", "Next: “ccbreport run” makes the draft."}
)

// What accept says.
var (
	acceptedLine      = text{"Đã chấp nhận: {1} [{2}]", "Accepted: {1} [{2}]"}
	whyAcceptedLine   = text{"    Lý do: {1}", "    Reason: {1}"}
	acceptedTermsLine = text{"Phần này không cộng vào báo cáo và được ghi chú trong báo cáo. Nếu các ô nói trên thay đổi thì phải xem lại từ đầu.", "This stays out of the report's sums and is remarked upon there. If the cells change, it must be looked at anew."}
	acceptedCountLine = text{"Việc đã được chấp nhận để lại: {1}.", "Accepted findings: {1}."}
	leftLine          = text{"Còn {1} việc phải sửa. Có thể chấp nhận: {2}", "{1} findings block still. What can be accepted: {2}"}
	nothingLeftLine   = text{"Không còn việc nào phải sửa.", "Nothing blocks any more."}
	nothingToAccept   = text{"hiện không có việc nào", "nothing at present"}
	aliasLine         = text{"Đã thêm “{1}” vào tên gọi khác của chỉ tiêu “{2}” [{3}], ghi trong tệp:", "“{1}” is now one of the names of the indicator “{2}” [{3}], in the file:"}
	proposalsLeftLine = text{"Còn {1} tên gọi khác đang được đề nghị.", "{1} further names are proposed."}
	proposalWords     = text{"“{1}” là “{2}” [{3}]", "“{1}” as “{2}” [{3}]"}
)

// acceptedWord heads a finding that a person accepted.
var acceptedWord = text{"Đã chấp nhận", "Accepted"}

// reportKinds are the kinds of report that people know, by template.
var reportKinds = map[string]text{
	"giua-nhiem-ky": {"giữa nhiệm kỳ", "of the mid-term"},
	"nam":           {"năm", "of the year"},
	"sau-thang":     {"sáu tháng", "of the half-year"},
	"nhiem-ky":      {"nhiệm kỳ", "of the term"},
}

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
	aboutForms = text{
		"Lập phiếu số liệu để các chi hội và Hội điền, vào thư mục --out.",
		"Make the forms for the branches and the ward to fill in, into the folder --out."}
	aboutAccept = text{
		"Chấp nhận một việc “phải sửa” chưa sửa được, có ghi lý do; hoặc nhận một tên gọi được đề nghị (indicator.unknown).",
		"Accept a finding that blocks, with a reason; or take up a name that is proposed (indicator.unknown)."}
	aboutExplain = text{
		"Cho biết một số trong báo cáo lấy từ những ô nào, cộng ra sao.",
		"Tell which cells a figure of the report comes from and how it was added."}
	aboutEditions = text{"Các bản báo cáo đã lập.", "List the editions."}
	aboutShow     = text{"Cho biết một bản: lập từ đâu, có gì, mã niêm phong.", "Tell about one edition: its sources, its files, its seal."}
	aboutDiff     = text{
		"So hai bản: số nào đổi, vì ô nào, câu nào đổi.",
		"Compare two editions: which figures changed, because of which cells, and which sentences."}
	aboutVerify = text{
		"Tính lại dấu vết (SHA-256) mọi tệp đã lưu; nêu tên tệp bị đổi, mất hoặc thêm vào.",
		"Hash every stored file again and name what was changed, lost or added."}
	aboutVersion = text{"Cho biết số phiên bản.", "Print the version."}
	aboutHelp    = text{"Hướng dẫn dùng một lệnh.", "Tell about a command."}

	usageHead   = text{"Cách dùng:", "Usage:"}
	usageVerb   = text{"LỆNH [tùy chọn]", "COMMAND [flags]"}
	usageFlags  = text{"[tùy chọn]", "[flags]"}
	usageCode   = text{"MÃ --why \"LÝ DO\" [tùy chọn]", "CODE --why \"REASON\" [flags]"}
	verbsHead   = text{"Các lệnh:", "Commands:"}
	flagsHead   = text{"Tùy chọn:", "Flags:"}
	exitTable   = text{"Mã kết thúc: 0 xong; 1 máy lỗi; 2 gọi sai hoặc cấu hình sai; 3 xong nhưng còn việc phải sửa; 4 có việc chờ người xem (lịch bị lỡ hoặc chưa lập được, tệp không còn như lúc lập); 75 đang có người chạy; 130 bị dừng.", "Exit codes: 0 done; 1 the machine failed; 2 usage or configuration; 3 done, but findings block; 4 something waits for a person (a report that was missed or failed, a file that is not what was written); 75 another run is under way; 130 interrupted."}
	mousetrap   = text{"Đây là chương trình chạy từ cửa sổ lệnh. Xem README.vi.md để biết cách chạy.\n", "This program runs in a command window. See README.md.\n"}
	flagConfig  = text{"`TỆP` cấu hình (nếu không ghi: config.toml)", "configuration `FILE` (if not given: config.toml)"}
	flagLang    = text{"ngôn ngữ trên màn hình, `vi` hoặc en (báo cáo luôn bằng tiếng Việt)", "language of the terminal, `vi` or en (the report is always Vietnamese)"}
	flagQuiet   = text{"chỉ báo lỗi", "print errors only"}
	flagJSON    = text{"in kết quả ra dạng JSON", "print the result as JSON"}
	flagHelp    = text{"xem hướng dẫn", "show this help"}
	flagReport  = text{"`TÊN` báo cáo trong tệp cấu hình", "`NAME` of a configured report"}
	flagInbox   = text{"`THƯ MỤC` bảng số liệu, thay cho tệp cấu hình", "inbox `FOLDER`, instead of the configured one"}
	flagOut     = text{"`THƯ MỤC` kết quả, thay cho tệp cấu hình", "result `FOLDER`, instead of the configured one"}
	flagForms   = text{"`THƯ MỤC` để ghi các phiếu", "`FOLDER` for the forms"}
	flagEdition = text{"`ID` của bản cần xem (nếu không ghi: bản mới nhất)", "`ID` of the edition (if not given: the newest)"}
	flagFrom    = text{"`NGÀY` đầu của kỳ, ví dụ 2017-01-01 (đi cùng --to)", "first `DAY` of the span, such as 2017-01-01 (with --to)"}
	flagTo      = text{"`NGÀY` cuối của kỳ, tính cả ngày đó", "last `DAY` of the span, included"}
	flagWhy     = text{"`LÝ DO` chấp nhận, bắt buộc", "`REASON`, always asked for"}
	flagBranch  = text{"`MÃ` chi hội, khi việc đó có ở nhiều chi hội", "`ID` of the branch, where several have that finding"}
	flagName    = text{"`TÊN` được đề nghị, khi có nhiều tên (chỉ với indicator.unknown)", "`NAME` that is proposed, where several are (for indicator.unknown)"}
	flagNoSend  = text{"không gửi thư", "send no mail"}
	flagCodes   = text{"ghi thêm mã của từng việc, dùng cho lệnh accept", "print the code of each finding, for accept (always with --lang en)"}
	flagDryRun  = text{"chạy thử: làm trong thư mục tạm, không ghi vào sổ, không gửi thư", "make everything in a temporary folder, record and send nothing"}
)
