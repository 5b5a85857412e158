package ward

import "ccbreport/reports/ward/say"

// What can go wrong with accept.
var (
	acceptNoWhy = say.P("accept.why", say.Usage,
		say.T("chưa ghi lý do chấp nhận {1}", "no reason for accepting {1} is given"),
		say.T("Thêm --why \"LÝ DO\". Lý do được lưu cùng báo cáo.", "Add --why \"REASON\". It is kept with the report."))
	acceptNothing = say.P("accept.nothing", say.Usage,
		say.T("không có việc phải sửa nào như vậy: {1}", "no such finding blocks: {1}"),
		say.T("Có thể chấp nhận: {2}.", "What can be accepted: {2}."))
	acceptNotBlocking = say.P("accept.not-blocking", say.Usage,
		say.T("“{1}” không chặn báo cáo nên không cần chấp nhận", "{1} does not block, so there is nothing to accept"),
		say.T("Có thể chấp nhận: {2}.", "What can be accepted: {2}."))
	acceptSeveral = say.P("accept.several", say.Usage,
		say.T("“{1}” có ở nhiều chi hội, mỗi nơi phải có lý do riêng", "several branches have {1}, and each needs a reason of its own"),
		say.T("Thêm --branch với một trong: {2}.", "Add --branch with one of: {2}."))
	acceptEach = say.P("accept.several", say.Usage,
		say.T("mã “{1}” có {2} việc; một lý do chỉ dùng cho một việc, trừ khi ghi --all", "there are {2} findings of {1}; a reason is for one of them, unless --all is given"),
		say.T("Thêm --at và ô (hoặc tệp) của việc đó; một lý do đúng cho cả {2} việc thì thêm --all. Các việc:{3}", "Add --at with the cell (or file) of the one that is meant; if the reason holds for all {2}, add --all. They are:{3}"))
	aliasNone = say.P("accept.name", say.Usage,
		say.T("không có tên gọi nào đang được đề nghị", "no name is proposed"),
		say.T("Có thể chấp nhận: {1}.", "What can be accepted: {1}."))
	aliasUnknown = say.P("accept.name", say.Usage,
		say.T("tên gọi “{1}” không được đề nghị", "the name “{1}” is not proposed"),
		say.T("Thêm --name với một trong: {2}.", "Add --name with one of: {2}."))
	aliasSeveral = say.P("accept.name", say.Usage,
		say.T("có nhiều tên gọi được đề nghị, chưa biết nhận tên nào", "several names are proposed"),
		say.T("Thêm --name với một trong: {1}.", "Add --name with one of: {1}."))
)

// What can go wrong with answer.
var (
	answerUnknown = say.P("answer.unknown", say.Usage,
		say.T("không có câu hỏi nào là “{1}”", "no question “{1}” is open"),
		say.T("Các câu đang hỏi: {2}.", "What is asked: {2}."))
	answerChoice = say.P("answer.choice", say.Usage,
		say.T("câu hỏi “{1}” không có cách trả lời “{2}”", "question “{1}” has no choice “{2}”"),
		say.T("Chọn một trong: {3}.", "Choose one of: {3}."))
	answerNoWhy = say.P("answer.why", say.Usage,
		say.T("câu trả lời cho “{1}” cần có lý do", "the answer to “{1}” needs a reason"),
		say.T("Thêm --why \"LÝ DO\". Lý do được lưu cùng báo cáo.", "Add --why \"REASON\". It is kept with the report."))
	answerRefused = say.P("answer.refused", say.Usage,
		say.T("không ghi được câu trả lời cho “{1}”: {2}", "the answer to “{1}” cannot be kept: {3}"),
		say.T("Chọn cách trả lời khác, hoặc sửa tên trong bảng số liệu cho đúng mẫu.", "Answer in another way, or correct the name in the workbook."))
	answerUseless = say.P("answer.refused", say.Usage,
		say.T("trả lời “{2}” cho “{1}” cũng chưa đọc được chỗ đó", "even with the answer “{2}” to “{1}” it would not be understood"),
		say.T("Chọn cách trả lời khác; xem đơn vị tính của dòng, hoặc sửa trong bảng số liệu.", "Answer in another way; look at the unit of the row, or correct the workbook."))
	answerNoFile = say.P("answer.file", say.Usage,
		say.T("không có tệp {1}", "there is no file {1}"),
		say.T("Ghi đúng tên tệp câu hỏi đã điền.", "Name the workbook of questions that was filled in."))
	answerNoQuery = say.P("answer.file", say.Usage,
		say.T("{1} không phải tệp câu hỏi", "{1} is no workbook of questions"),
		say.T("Dùng tệp cau-hoi.xlsx trong thư mục kiem-tra hoặc trong bản dự thảo.", "Use cau-hoi.xlsx of the folder kiem-tra, or of a draft."))
	answerOtherQuery = say.P("answer.file", say.Usage,
		say.T("{1} là tệp câu hỏi của báo cáo khác, kỳ khác hoặc Hội khác", "{1} is a workbook of questions of another report, period or ward"),
		say.T("Dùng tệp cau-hoi.xlsx của báo cáo này; báo cáo khác thì thêm --report.", "Use cau-hoi.xlsx of this report; for another add --report."))
	answerAlready = say.P("answer.answered", say.Usage,
		say.T("câu “{1}” đã được trả lời", "“{1}” is answered already"),
		say.T("Muốn đổi thì bỏ câu trả lời cũ trước: ccbreport answer --undo {1}", "To change it, take the old answer back first: ccbreport answer --undo {1}"))
	answerHeld = say.P("answer.held", say.Usage,
		say.T("chưa bỏ được câu trả lời “{1}”, vì câu trả lời khác dựa vào nó: {2}", "the answer to “{1}” cannot be taken back, since another rests on it: {3}"),
		say.T("Bỏ câu trả lời kia trước.", "Take back the other first."))
	answerNothing = say.P("answer.nothing", say.Usage,
		say.T("chưa có câu trả lời nào cho “{1}”", "nothing was answered to “{1}”"),
		say.T("Đã trả lời: {2}.", "What was answered: {2}."))
)

// What is wrong in the folder of templates; each has its words in both languages.
var (
	templateWrong = say.P("template.wrong", say.Usage,
		say.T("{1}:{2}: {3}", "{1}:{2}: {4}"),
		say.T("Sửa tệp {1} trong thư mục mẫu (templates) rồi chạy lại.", "Correct {1} in the folder of templates and run again."))
	templateWrongFile = say.P("template.wrong", say.Usage,
		say.T("{1}: {2}", "{1}: {3}"),
		say.T("Sửa tệp {1} trong thư mục mẫu (templates) rồi chạy lại.", "Correct {1} in the folder of templates and run again."))
)

// answersWrong is what is wrong in the ward's answers, which stand beside its
// configuration.
var answersWrong = say.P("answers.wrong", say.Usage,
	say.T("{1}:{2}: {3}", "{1}:{2}: {4}"),
	say.T("Sửa tệp {1} bên cạnh tệp cấu hình, hoặc xóa cả đoạn của câu trả lời đó, rồi chạy lại.", "Correct {1} beside the configuration, or take out that whole entry, and run again."))

var templateMore = say.P("template.wrong", say.Usage,
	say.T("… và {2} chỗ nữa", "… and {2} more places"),
	say.T("Sửa tệp {1} trong thư mục mẫu (templates) rồi chạy lại.", "Correct {1} in the folder of templates and run again."))

// What the machine or its folders lack.
var (
	noInbox = say.P("inbox.missing", say.Failed,
		say.T("không thấy thư mục bảng số liệu: {1}", "there is no inbox folder: {1}"),
		say.T("Tạo thư mục này và chép bảng số liệu của các chi hội vào, hoặc sửa inbox trong tệp cấu hình, hoặc dùng --inbox.",
			"Make the folder and put the branches' workbooks there, or correct inbox in the configuration, or use --inbox."))
	inboxIsFile = say.P("inbox.file", say.Failed,
		say.T("{1} là một tệp, không phải thư mục", "{1} is a file, not a folder"),
		say.T("Ghi tên thư mục chứa các bảng số liệu.", "Name the folder that holds the workbooks."))
	outIsFile = say.P("out.file", say.Failed,
		say.T("{1} là một tệp, không phải thư mục, nên không ghi kết quả vào đó được", "{1} is a file, not a folder: no result can be written there"),
		say.T("Ghi tên một thư mục sau --out (chưa có thì chương trình tự tạo), hoặc sửa dòng out trong tệp cấu hình.", "Name a folder behind --out (it is made if it does not exist), or correct the line out in the configuration."))
	emptyInbox = say.P("inbox.empty", say.Failed,
		say.T("không có bảng số liệu Excel nào trong thư mục {1}", "no workbook in the folder {1}"),
		say.T("Chép tệp .xlsx của các chi hội vào thư mục này rồi chạy lại.", "Put the branches' .xlsx files there and run again."))
	formTaken = say.P("forms.taken", say.Failed,
		say.T("Tệp {1} đã có và khác phiếu mới; có thể đã có người điền. Không ghi đè.", "File {1} is there already and differs from the new form; somebody may have filled it in. It was not replaced."),
		say.T("Chọn thư mục khác, hoặc chuyển các phiếu cũ đi rồi chạy lại.", "Choose another folder, or move the old forms away and run again."))
	noPermission = say.P("file.permission", say.Failed,
		say.T("không được phép đọc hoặc ghi {1}", "no permission to read or write {1}"),
		say.T("Dùng thư mục khác (--out), hoặc nhờ người quản lý máy cho phép.", "Use another folder (--out), or ask for the permission."))
	folderBusy = say.P("folder.busy", say.Failed,
		say.T("không đổi tên được thư mục {1}", "cannot rename the folder {1}"),
		say.T("Đóng các tệp đang mở trong thư mục đó rồi chạy lại.", "Close the files that are open in it and run again."))
	damagedEdition = say.P("edition.damaged", say.Failed,
		say.T("bản báo cáo đã lưu {1} bị thay đổi hoặc hỏng: {2}", "the stored edition {1} was changed or damaged: {2}"),
		say.T("Chuyển thư mục {1} ra chỗ khác rồi chạy lại; chương trình sẽ lập bản mới.",
			"Move the folder {1} away and run again; a new edition will be made."))
	newerState = say.P("state.newer", say.Failed,
		say.T("sổ ghi của Hội do bản mới hơn của chương trình lập", "the state was made by a newer version of the program"),
		say.T("Dùng bản mới của chương trình.", "Use the newer version."))
	noSpace = say.P("disk.full", say.Failed,
		say.T("ổ đĩa đã hết chỗ", "the disk is full"),
		say.T("Xóa bớt hoặc chuyển tệp không cần sang ổ khác rồi chạy lại; không có gì bị ghi dở dang.", "Make room and run again; nothing is left half written."))
	harmedState = say.P("state.harmed", say.Failed,
		say.T("sổ ghi của Hội (tệp ccbreport.db trong thư mục state) bị hỏng", "the state (ccbreport.db in the folder state) is damaged"),
		say.T("Chép lại tệp đó từ bản sao lưu. Nếu không có, chuyển tệp đó ra chỗ khác rồi chạy lại: chương trình sẽ hỏi lại từng thư đã gửi, không tự gửi lần nữa.", "Bring the file back from a backup. If there is none, move it away and run again: letters that went out are asked about, not sent again."))
	runLocked = say.P("run.locked", say.Locked,
		say.T("đang có người khác chạy báo cáo này", "another run is under way"),
		say.T("Chờ một lát rồi chạy lại.", "Wait a little and run again."))
	machineFailed = say.P("machine.failed", say.Failed,
		say.T("máy không làm được", "the machine failed"),
		say.T("Chạy lại một lần nữa; nếu vẫn lỗi, chụp màn hình này và gửi người phụ trách máy tính.",
			"Run again; if it fails again, send this message to whoever looks after the computer."))
)

// What a person asked of a final or of letters in vain.
var (
	releaseTwoFiles = say.P("release.files", say.Usage,
		say.T("có cả --signed và --scan", "both --signed and --scan are given"),
		say.T("Giữ một trong hai.", "Keep one of the two."))
	noLetter = say.P("outbox.unknown", say.Usage,
		say.T("không có thư nào mang số “{1}”", "there is no letter “{1}”"),
		say.T("Xem: ccbreport outbox list", "See: ccbreport outbox list"))
	severalLetters = say.P("outbox.several", say.Usage,
		say.T("có nhiều thư bắt đầu bằng “{1}”", "several letters begin with “{1}”"),
		say.T("Ghi dài hơn; xem: ccbreport outbox list --json", "Give more of it; see: ccbreport outbox list --json"))
	letterRefuses = say.P("outbox.state", say.Usage,
		say.T("thư {1} đang ở tình trạng “{2}”, không làm việc này được", "letter {1} is “{2}”: that makes no sense"),
		say.T("Xem: ccbreport outbox list", "See: ccbreport outbox list"))
)
