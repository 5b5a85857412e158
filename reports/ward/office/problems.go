package office

import "ccbreport/reports/ward/say"

// What approve and release were told wrongly, or cannot do.
var (
	approveNoNumber = say.P("approve.number", say.Usage,
		say.T("chưa ghi số văn bản của {1}", "no number is given for {1}"),
		say.T("Ghi thêm --number SỐ, lấy theo sổ công văn đi, ví dụ: ccbreport approve {1} --number 05 --date 15/7/2020", "Add --number N, such as: ccbreport approve {1} --number 05 --date 15/7/2020"))
	approveNoDate = say.P("approve.date", say.Usage,
		say.T("chưa ghi ngày văn bản của {1}", "no date is given for {1}"),
		say.T("Ghi thêm --date NGÀY, ví dụ --date 15/7/2020.", "Add --date DATE, such as --date 15/7/2020."))
	approveEarly = say.P("approve.date", say.Usage,
		say.T("ngày văn bản {1} ở trước kỳ báo cáo (từ {2})", "the date {1} is before the span of the report (from {2})"),
		say.T("Xem lại năm, tháng của --date; bản chính thức không sửa được nữa.", "Look at --date again; a final never changes."))
	approveTooEarly = say.P("approve.early", say.Usage,
		say.T("ngày văn bản {1} trước ngày cuối kỳ báo cáo ({3}) {2} ngày; không ghi lý do thì chỉ được sớm nhiều nhất {4} ngày, vì số liệu của kỳ còn thiếu nhiều", "the date {1} is {2} days before the span ends ({3}); without a reason it may be {4} at most, since much of the span has not been seen"),
		say.T("Xem lại --date. Nếu đúng là phải báo cáo sớm, ghi thêm lý do: ccbreport approve {5} --number SỐ --date NGÀY --early --why \"lý do\"; lý do được lưu cùng bản chính thức.", "Look at --date again. If the report is to be that early, give the reason, which is kept with the final: ccbreport approve {5} --number N --date DATE --early --why \"reason\""))
	approveBadNumber = say.P("approve.number", say.Usage,
		say.T("“{1}” không phải số văn bản", "“{1}” is no number of a document"),
		say.T("Chỉ ghi chữ số, ví dụ --number 05; ký hiệu sau số đã có sẵn.", "Digits only, such as --number 05; the symbol behind it is known."))
	approveNoCode = say.P("approve.code", say.Usage,
		say.T("báo cáo này phải có mã duyệt mới lập bản chính thức; chưa ghi mã của {1}", "this report is approved with the code of its draft; none is given for {1}"),
		say.T("Hỏi đồng chí duyệt báo cáo: mã gồm 6 chữ và số, ở thư “[Dự thảo {2}]” gửi các đồng chí phụ trách. Rồi ghi thêm --code MÃ. Chưa có thư ấy thì gõ: ccbreport run --report {3}", "Ask whoever approves it: six letters and digits in the letter “[Dự thảo {2}]” to the officers. Then add --code CODE. If there is no such letter: ccbreport run --report {3}"))
	approveWrongCode = say.P("approve.code", say.Usage,
		say.T("mã “{1}” không phải mã của {2}, cũng không phải của bản dự thảo nào đang lưu", "“{1}” is the code neither of {2} nor of any other draft that stands here"),
		say.T("Hỏi lại từng chữ; mã ở thư “[Dự thảo {3}]”.", "Ask for it again letter by letter; it stands in the letter “[Dự thảo {3}]”."))
	approveOtherCode = say.P("approve.code", say.Usage,
		say.T("mã “{1}” là của bản {3} (dự thảo {4}), không phải của {2}: người duyệt đã đọc bản khác", "“{1}” is the code of {3} (draft {4}), not of {2}: whoever approves has read another draft"),
		say.T("Đúng là duyệt dự thảo {4} thì gõ approve {3}. Nếu không, mời đồng chí duyệt đọc dự thảo {5} và cho mã của bản ấy.", "To approve draft {4} type approve {3}. Else let draft {5} be read, and take its code."))
	numberTaken = say.P("approve.number-taken", say.Usage,
		say.T("số {1} năm {2} đã dùng cho {3}", "number {1} of {2} belongs to {3}"),
		say.T("Lấy số tiếp theo trong sổ công văn đi.", "Take the next number of the register."))
	approvedAlready = say.P("approve.already", say.Usage,
		say.T("{1} đã được duyệt với số {2}, ngày {3}", "{1} was approved already, with number {2} of {3}"),
		say.T("Bản chính thức không sửa được nữa. Cần số hoặc ngày khác thì mở một bảng số liệu, lưu lại, rồi chạy lại: sẽ có bản dự thảo mới để duyệt.", "A final never changes. For another number or date save one of the workbooks again and run: that gives a new draft."))
	finalStands = say.P("approve.stands", say.Usage,
		say.T("đã có một bản chính thức khác: {1}", "another final stands there: {1}"),
		say.T("Xem bản đó: ccbreport show {1}", "Look at it: ccbreport show {1}"))
	approveBlocked = say.P("approve.blocked", say.Blocked,
		say.T("{1} còn {2} việc phải sửa nên chưa thể duyệt: {3}", "{1} has {2} findings that block: {3}"),
		say.T("Sửa trong bảng số liệu (hoặc chấp nhận bằng lệnh accept) rồi chạy lại; duyệt bản mới.", "Correct the workbooks (or accept) and run again; approve the new edition."))
	approveNoDraft = say.P("approve.no-draft", say.Usage,
		say.T("{1} không phải bản dự thảo", "{1} is no draft"),
		say.T("Ghi tên bản dự thảo; xem: ccbreport editions", "Name a draft; see: ccbreport editions"))
	approveOther = say.P("approve.other", say.Failed,
		say.T("không lập lại được đúng bản {1}: chương trình hoặc phông chữ nay đã khác lúc lập", "{1} cannot be made again as it was: the program or its fonts are others now"),
		say.T("Chạy lại “ccbreport run” để lập bản dự thảo mới, đọc soát rồi duyệt bản đó.", "Run again, look at the new draft, and approve that."))
	releaseNoFinal = say.P("release.no-final", say.Usage,
		say.T("{1} chưa được duyệt nên chưa có gì để gửi", "{1} is not approved: there is nothing to send"),
		say.T("Duyệt trước: ccbreport approve {1} --number SỐ --date NGÀY", "Approve it first: ccbreport approve {1} --number N --date DATE"))
	releaseUnsigned = say.P("release.unsigned", say.Usage,
		say.T("báo cáo này phải ký rồi mới gửi", "this report is signed before it is sent"),
		say.T("In và ký tệp {1}, rồi gõ: ccbreport release {2} --scan TỆP (bản quét), hoặc --signed TỆP (bản ký số).", "Have {1} signed, then: ccbreport release {2} --scan FILE, or --signed FILE."))
	noSignedFile = say.P("release.file", say.Usage,
		say.T("không đọc được tệp đã ký {1}", "cannot read the signed file {1}"),
		say.T("Ghi đúng tên tệp và thư mục.", "Give the right file and folder."))
	fileUnsigned = say.P("release.file-unsigned", say.Usage,
		say.T("{1} là bản chưa ký", "{1} is the unsigned report"),
		say.T("Chọn tệp đã ký.", "Choose the signed file."))
	fileOther = say.P("release.file-other", say.Usage,
		say.T("{1} không phải bản chính thức đã ký số", "{1} is not the final with a signature"),
		say.T("Ký số đúng tệp {2}. Nếu ký trên giấy thì dùng --scan.", "Sign {2} itself. For a signature on paper use --scan."))
	fileCut = say.P("release.file-cut", say.Usage,
		say.T("{1} bị cắt cụt, hoặc không có chữ ký số", "{1} is cut short, or has no electronic signature"),
		say.T("Chép lại tệp từ máy ký số. Nếu ký trên giấy thì dùng --scan.", "Copy it again. For a signature on paper use --scan."))
	fileNoScan = say.P("release.file-format", say.Usage,
		say.T("{1} không phải tệp PDF, JPG hay PNG", "{1} is no PDF, JPEG or PNG"),
		say.T("Quét lại thành PDF, hoặc chụp ảnh.", "Scan it as a PDF, or take a photo."))
	signedStands = say.P("release.stands", say.Usage,
		say.T("đã có một bản ký khác: {1}", "another signed copy stands there: {1}"),
		say.T("Xem bản đó: ccbreport show {1}", "Look at it: ccbreport show {1}"))
)
