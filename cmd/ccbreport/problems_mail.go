package main

// What approve, release and outbox were told wrongly, or cannot do.
var (
	approveNoNumber = problem{"approve.number", classUsage,
		text{"chưa ghi số văn bản của {1}", "no number is given for {1}"},
		text{"Ghi thêm --number SỐ, lấy theo sổ công văn đi, ví dụ: ccbreport approve {1} --number 05 --date 2020-07-15", "Add --number N, such as: ccbreport approve {1} --number 05 --date 2020-07-15"}}
	approveNoDate = problem{"approve.date", classUsage,
		text{"chưa ghi ngày văn bản của {1}", "no date is given for {1}"},
		text{"Ghi thêm --date NGÀY, ví dụ --date 2020-07-15.", "Add --date DATE, such as --date 2020-07-15."}}
	approveEarly = problem{"approve.date", classUsage,
		text{"ngày văn bản {1} ở trước kỳ báo cáo (từ {2})", "the date {1} is before the span of the report (from {2})"},
		text{"Xem lại năm, tháng của --date; bản chính thức không sửa được nữa.", "Look at --date again; a final never changes."}}
	approveBadNumber = problem{"approve.number", classUsage,
		text{"“{1}” không phải số văn bản", "“{1}” is no number of a document"},
		text{"Chỉ ghi chữ số, ví dụ --number 05; ký hiệu (như BC-CCB) đã có trong tệp cấu hình.", "Digits only, such as --number 05; the symbol stands in the configuration."}}
	numberTaken = problem{"approve.number-taken", classUsage,
		text{"số {1} năm {2} đã dùng cho {3}", "number {1} of {2} belongs to {3}"},
		text{"Lấy số tiếp theo trong sổ công văn đi.", "Take the next number of the register."}}
	approvedAlready = problem{"approve.already", classUsage,
		text{"{1} đã được duyệt với số {2}, ngày {3}", "{1} was approved already, with number {2} of {3}"},
		text{"Bản chính thức không sửa được nữa. Cần số hoặc ngày khác thì mở một bảng số liệu, lưu lại, rồi chạy lại: sẽ có bản dự thảo mới để duyệt.", "A final never changes. For another number or date save one of the workbooks again and run: that gives a new draft."}}
	finalStands = problem{"approve.stands", classUsage,
		text{"đã có một bản chính thức khác: {1}", "another final stands there: {1}"},
		text{"Xem bản đó: ccbreport show {1}", "Look at it: ccbreport show {1}"}}
	approveBlocked = problem{"approve.blocked", classBlocked,
		text{"{1} còn {2} việc phải sửa nên chưa thể duyệt: {3}", "{1} has {2} findings that block: {3}"},
		text{"Sửa trong bảng số liệu (hoặc chấp nhận bằng lệnh accept) rồi chạy lại; duyệt bản mới.", "Correct the workbooks (or accept) and run again; approve the new edition."}}
	approveNoDraft = problem{"approve.no-draft", classUsage,
		text{"{1} không phải bản dự thảo", "{1} is no draft"},
		text{"Ghi tên bản dự thảo; xem: ccbreport editions", "Name a draft; see: ccbreport editions"}}
	approveOther = problem{"approve.other", classFailed,
		text{"không lập lại được đúng bản {1}: chương trình hoặc phông chữ nay đã khác lúc lập", "{1} cannot be made again as it was: the program or its fonts are others now"},
		text{"Chạy lại “ccbreport run” để lập bản dự thảo mới, đọc soát rồi duyệt bản đó.", "Run again, look at the new draft, and approve that."}}

	releaseTwoFiles = problem{"release.files", classUsage,
		text{"có cả --signed và --scan", "both --signed and --scan are given"},
		text{"Giữ một trong hai.", "Keep one of the two."}}
	releaseNoFinal = problem{"release.no-final", classUsage,
		text{"{1} chưa được duyệt nên chưa có gì để gửi", "{1} is not approved: there is nothing to send"},
		text{"Duyệt trước: ccbreport approve {1} --number SỐ --date NGÀY", "Approve it first: ccbreport approve {1} --number N --date DATE"}}
	releaseUnsigned = problem{"release.unsigned", classUsage,
		text{"báo cáo này phải ký rồi mới gửi", "this report is signed before it is sent"},
		text{"In và ký tệp {1}, rồi gõ: ccbreport release {2} --scan TỆP (bản quét), hoặc --signed TỆP (bản ký số).", "Have {1} signed, then: ccbreport release {2} --scan FILE, or --signed FILE."}}
	noSignedFile = problem{"release.file", classUsage,
		text{"không đọc được tệp đã ký {1}", "cannot read the signed file {1}"},
		text{"Ghi đúng tên tệp và thư mục.", "Give the right file and folder."}}
	fileUnsigned = problem{"release.file-unsigned", classUsage,
		text{"{1} là bản chưa ký", "{1} is the unsigned report"},
		text{"Chọn tệp đã ký.", "Choose the signed file."}}
	fileOther = problem{"release.file-other", classUsage,
		text{"{1} không phải bản chính thức đã ký số", "{1} is not the final with a signature"},
		text{"Ký số đúng tệp {2}. Nếu ký trên giấy thì dùng --scan.", "Sign {2} itself. For a signature on paper use --scan."}}
	fileCut = problem{"release.file-cut", classUsage,
		text{"{1} bị cắt cụt, hoặc không có chữ ký số", "{1} is cut short, or has no electronic signature"},
		text{"Chép lại tệp từ máy ký số. Nếu ký trên giấy thì dùng --scan.", "Copy it again. For a signature on paper use --scan."}}
	fileNoScan = problem{"release.file-format", classUsage,
		text{"{1} không phải tệp PDF, JPG hay PNG", "{1} is no PDF, JPEG or PNG"},
		text{"Quét lại thành PDF, hoặc chụp ảnh.", "Scan it as a PDF, or take a photo."}}
	signedStands = problem{"release.stands", classUsage,
		text{"đã có một bản ký khác: {1}", "another signed copy stands there: {1}"},
		text{"Xem bản đó: ccbreport show {1}", "Look at it: ccbreport show {1}"}}

	outboxUnknown = problem{"outbox.act", classUsage,
		text{"outbox không có việc “{1}”", "outbox knows no “{1}”"},
		text{"Dùng: list, flush, retry ID, confirm ID, cancel ID.", "Use: list, flush, retry ID, confirm ID, cancel ID."}}
	noLetter = problem{"outbox.unknown", classUsage,
		text{"không có thư nào mang số “{1}”", "there is no letter “{1}”"},
		text{"Xem: ccbreport outbox list", "See: ccbreport outbox list"}}
	severalLetters = problem{"outbox.several", classUsage,
		text{"có nhiều thư bắt đầu bằng “{1}”", "several letters begin with “{1}”"},
		text{"Ghi dài hơn; xem: ccbreport outbox list --json", "Give more of it; see: ccbreport outbox list --json"}}
	letterRefuses = problem{"outbox.state", classUsage,
		text{"thư {1} đang ở tình trạng “{2}”, không làm việc này được", "letter {1} is “{2}”: that makes no sense"},
		text{"Xem: ccbreport outbox list", "See: ccbreport outbox list"}}

	noPassword = problem{"mail.password", classWaits,
		text{"Chưa có mật khẩu hộp thư: biến {1} chưa được đặt.", "There is no mail password: {1} is not set."},
		text{"Đặt biến {1} trước khi chạy, hoặc dùng password_file.", "Set {1}, or use password_file."}}
	noPasswordFile = problem{"mail.password", classWaits,
		text{"Không đọc được tệp mật khẩu {1}.", "Cannot read the password file {1}."},
		text{"Ghi mật khẩu hộp thư vào tệp đó, một dòng.", "Put the password there, on one line."}}
	noCAFile = problem{"mail.ca", classWaits,
		text{"Không đọc được tệp chứng thư {1}.", "Cannot read the certificate file {1}."},
		text{"Sửa ca_file trong mục [mail].", "Correct ca_file in [mail]."}}
)
