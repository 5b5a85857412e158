package main

// What can go wrong, with what to do about it. Every problem of config.toml has
// the file as {1} and the line as {2}.

// How the program was called.
var (
	unknownVerb = problem{"usage.verb", classUsage,
		text{"không có lệnh “{1}”", "unknown command “{1}”"},
		text{"Các lệnh: {2}. Gõ “ccbreport help” để xem hướng dẫn.", "Commands: {2}. “ccbreport help” tells more."}}
	extraWords = problem{"usage.words", classUsage,
		text{"lệnh “{1}” không nhận thêm chữ “{2}”", "“{1}” takes no further word “{2}”"},
		text{"Nếu tên thư mục có dấu cách, đặt nó trong dấu ngoặc kép.", "Put a folder's name with spaces into quotes."}}
	missingWords = problem{"usage.words", classUsage,
		text{"lệnh còn thiếu: ccbreport {1}", "the command lacks something: ccbreport {1}"},
		text{"Gõ “ccbreport editions” để xem tên (ID) các bản đã lập.", "“ccbreport editions” lists the editions (ID)."}}
	noEdition = problem{"edition.unknown", classUsage,
		text{"không có bản “{1}” trong {2}", "there is no edition “{1}” in {2}"},
		text{"Gõ “ccbreport editions” để xem các bản đã lập, hoặc dùng --out.", "“ccbreport editions” lists them; or use --out."}}
	noEditions = problem{"edition.none", classUsage,
		text{"chưa có bản báo cáo nào trong {1}", "there is no edition in {1}"},
		text{"Chạy “ccbreport run” trước, hoặc dùng --out.", "Use “ccbreport run” first, or --out."}}
	noFigure = problem{"figure.unknown", classUsage,
		text{"bản {2} không có chỉ tiêu hay số “{1}”", "edition {2} has no indicator or number “{1}”"},
		text{"Viết số như trong báo cáo (2.450 hoặc 97,6%) hoặc mã chỉ tiêu (TC.HV.TONG).", "Write the number as in the report (2.450 or 97,6%), or a code (TC.HV.TONG)."}}
	unknownFlag = problem{"usage.flag", classUsage,
		text{"không có tùy chọn “{1}”", "unknown flag “{1}”"},
		text{"Gõ “{2} --help” để xem các tùy chọn.", "“{2} --help” lists the flags."}}
	flagWantsValue = problem{"usage.flag", classUsage,
		text{"tùy chọn “{1}” thiếu giá trị đi kèm", "flag “{1}” needs a value"},
		text{"Gõ “{2} --help” để xem cách viết.", "“{2} --help” shows how it is written."}}
	badFlagValue = problem{"usage.flag", classUsage,
		text{"viết sai tùy chọn: “{1}”", "flag “{1}” is not written right"},
		text{"Gõ “{2} --help” để xem cách viết.", "“{2} --help” shows how it is written."}}
	badLanguage = problem{"usage.lang", classUsage,
		text{"không có ngôn ngữ “{1}”", "unknown language “{1}”"},
		text{"Dùng --lang vi hoặc --lang en.", "Use --lang vi or --lang en."}}
	badFlagDate = problem{"usage.date", classUsage,
		text{"{1}: không có ngày “{2}”", "{1}: there is no day “{2}”"},
		text{"Viết năm-tháng-ngày, ví dụ 2020-06-30.", "Write year-month-day, for example 2020-06-30."}}
	halfFlags = problem{"usage.span", classUsage,
		text{"--from và --to phải đi cùng nhau", "--from and --to go together"},
		text{"Thêm {1}, hoặc bỏ cả hai để lấy kỳ trong tệp cấu hình.", "Add {1}, or leave both out to take the span of the configuration."}}
	backwardFlags = problem{"usage.span", classUsage,
		text{"--from {1} sau --to {2}", "--from {1} is after --to {2}"},
		text{"Đổi lại thứ tự hai ngày.", "Change the two days round."}}
	noReports = problem{"report.none", classUsage,
		text{"tệp cấu hình {1} chưa có báo cáo nào", "{1} configures no report"},
		text{"Thêm một mục [[report]] với name, from và to.", "Add a [[report]] with name, from and to."}}
	severalReports = problem{"report.several", classUsage,
		text{"có nhiều báo cáo, chưa biết lập báo cáo nào: {1}", "several reports are configured: {1}"},
		text{"Thêm --report với một tên trên, hoặc ghi default = true cho một báo cáo trong tệp cấu hình.",
			"Add --report with one of these names, or set default = true for one in the configuration."}}
	unknownReport = problem{"report.unknown", classUsage,
		text{"không có báo cáo “{1}” trong tệp cấu hình", "no report “{1}” is configured"},
		text{"Các báo cáo đã có: {2}.", "Configured reports: {2}."}}
	noTemplate = problem{"template.missing", classUsage,
		text{"chưa có mẫu báo cáo {1}.md", "there is no template {1}.md"},
		text{"Sửa name hoặc template của báo cáo trong tệp cấu hình. Các mẫu đã có: {2}.",
			"Correct name or template of the report in the configuration. Templates: {2}."}}
)

// What can go wrong with accept.
var (
	acceptNoCode = problem{"accept.code", classUsage,
		text{"chưa ghi mã của việc cần chấp nhận", "no code of a finding is given"},
		text{"Mã nằm trong ngoặc vuông ở cuối mỗi việc. Ví dụ: ccbreport accept branch.missing --branch tdp-02 --why \"Chi hội mới thành lập\".",
			"It stands in brackets after each finding: ccbreport accept branch.missing --branch tdp-02 --why \"a new branch\"."}}
	acceptNoWhy = problem{"accept.why", classUsage,
		text{"chưa ghi lý do chấp nhận {1}", "no reason for accepting {1} is given"},
		text{"Thêm --why \"LÝ DO\". Lý do được lưu cùng báo cáo.", "Add --why \"REASON\". It is kept with the report."}}
	acceptNothing = problem{"accept.nothing", classUsage,
		text{"không có việc phải sửa nào như vậy: {1}", "no such finding blocks: {1}"},
		text{"Có thể chấp nhận: {2}.", "What can be accepted: {2}."}}
	acceptNotBlocking = problem{"accept.not-blocking", classUsage,
		text{"“{1}” không chặn báo cáo nên không cần chấp nhận", "{1} does not block, so there is nothing to accept"},
		text{"Có thể chấp nhận: {2}.", "What can be accepted: {2}."}}
	acceptSeveral = problem{"accept.several", classUsage,
		text{"“{1}” có ở nhiều chi hội, mỗi nơi phải có lý do riêng", "several branches have {1}, and each needs a reason of its own"},
		text{"Thêm --branch với một trong: {2}.", "Add --branch with one of: {2}."}}
	aliasNone = problem{"accept.name", classUsage,
		text{"không có tên gọi nào đang được đề nghị", "no name is proposed"},
		text{"Có thể chấp nhận: {1}.", "What can be accepted: {1}."}}
	aliasUnknown = problem{"accept.name", classUsage,
		text{"tên gọi “{1}” không được đề nghị", "the name “{1}” is not proposed"},
		text{"Thêm --name với một trong: {2}.", "Add --name with one of: {2}."}}
	aliasSeveral = problem{"accept.name", classUsage,
		text{"có nhiều tên gọi được đề nghị, chưa biết nhận tên nào", "several names are proposed"},
		text{"Thêm --name với một trong: {1}.", "Add --name with one of: {1}."}}
	aliasNoFolder = problem{"accept.folder", classUsage,
		text{"{1} chưa có thư mục mẫu riêng để ghi tên gọi", "{1} names no folder of templates to write the name into"},
		text{"Tạo một thư mục, ví dụ “mau”, bên cạnh {1}, rồi ghi trong mục [paths]: templates = \"mau\".",
			"Make a folder, such as “mau”, beside {1} and write into [paths]: templates = \"mau\"."}}
	aliasRefused = problem{"accept.refused", classUsage,
		text{"không thêm được tên gọi “{1}” cho {2}", "“{1}” cannot become a name of {2}"},
		text{"Sửa tên này trong bảng số liệu cho đúng mẫu.", "Correct the name in the workbook."}}
	aliasUseless = problem{"accept.refused", classUsage,
		text{"thêm tên gọi “{1}” cho {2} cũng không đọc được dòng đó", "even as a name of {2}, “{1}” would not be understood"},
		text{"Xem đơn vị tính của dòng, hoặc sửa tên này trong bảng số liệu cho đúng mẫu.",
			"Look at the unit of the row, or correct the name in the workbook."}}
)

// What the machine or its folders lack.
var (
	noInbox = problem{"inbox.missing", classFailed,
		text{"không thấy thư mục bảng số liệu: {1}", "there is no inbox folder: {1}"},
		text{"Tạo thư mục này và chép bảng số liệu của các chi hội vào, hoặc sửa inbox trong tệp cấu hình, hoặc dùng --inbox.",
			"Make the folder and put the branches' workbooks there, or correct inbox in the configuration, or use --inbox."}}
	inboxIsFile = problem{"inbox.file", classFailed,
		text{"{1} là một tệp, không phải thư mục", "{1} is a file, not a folder"},
		text{"Ghi tên thư mục chứa các bảng số liệu.", "Name the folder that holds the workbooks."}}
	outIsFile = problem{"out.file", classFailed,
		text{"{1} là một tệp, không phải thư mục, nên không ghi kết quả vào đó được", "{1} is a file, not a folder: no result can be written there"},
		text{"Ghi tên một thư mục sau --out (chưa có thì chương trình tự tạo), hoặc sửa dòng out trong tệp cấu hình.", "Name a folder behind --out (it is made if it does not exist), or correct the line out in the configuration."}}
	emptyInbox = problem{"inbox.empty", classFailed,
		text{"không có bảng số liệu Excel nào trong thư mục {1}", "no workbook in the folder {1}"},
		text{"Chép tệp .xlsx của các chi hội vào thư mục này rồi chạy lại.", "Put the branches' .xlsx files there and run again."}}
	formsNowhere = problem{"forms.out", classUsage,
		text{"Chưa ghi thư mục để lập phiếu.", "No folder is given for the forms."},
		text{"Ghi thêm --out THƯ_MỤC, ví dụ: ccbreport forms --out phieu", "Add --out FOLDER, such as: ccbreport forms --out phieu"}}
	formTaken = problem{"forms.taken", classFailed,
		text{"Tệp {1} đã có và khác phiếu mới; có thể đã có người điền. Không ghi đè.", "File {1} is there already and differs from the new form; somebody may have filled it in. It was not replaced."},
		text{"Chọn thư mục khác, hoặc chuyển các phiếu cũ đi rồi chạy lại.", "Choose another folder, or move the old forms away and run again."}}
	noTemplates = problem{"templates.missing", classUsage,
		text{"không thấy thư mục mẫu: {1}", "there is no templates folder: {1}"},
		text{"Sửa templates trong tệp cấu hình, hoặc để trống để dùng mẫu có sẵn.",
			"Correct templates in the configuration, or leave it empty for the built-in ones."}}
	noPermission = problem{"file.permission", classFailed,
		text{"không được phép đọc hoặc ghi {1}", "no permission to read or write {1}"},
		text{"Dùng thư mục khác (--out), hoặc nhờ người quản lý máy cho phép.", "Use another folder (--out), or ask for the permission."}}
	folderBusy = problem{"folder.busy", classFailed,
		text{"không đổi tên được thư mục {1}", "cannot rename the folder {1}"},
		text{"Đóng các tệp đang mở trong thư mục đó rồi chạy lại.", "Close the files that are open in it and run again."}}
	damagedEdition = problem{"edition.damaged", classFailed,
		text{"bản báo cáo đã lưu {1} bị thay đổi hoặc hỏng: {2}", "the stored edition {1} was changed or damaged: {2}"},
		text{"Chuyển thư mục {1} ra chỗ khác rồi chạy lại; chương trình sẽ lập bản mới.",
			"Move the folder {1} away and run again; a new edition will be made."}}
	newerState = problem{"state.newer", classFailed,
		text{"sổ ghi của Hội do bản mới hơn của chương trình lập", "the state was made by a newer version of the program"},
		text{"Dùng bản mới của chương trình.", "Use the newer version."}}
	noSpace = problem{"disk.full", classFailed,
		text{"ổ đĩa đã hết chỗ", "the disk is full"},
		text{"Xóa bớt hoặc chuyển tệp không cần sang ổ khác rồi chạy lại; không có gì bị ghi dở dang.", "Make room and run again; nothing is left half written."}}
	harmedState = problem{"state.harmed", classFailed,
		text{"sổ ghi của Hội (tệp ccbreport.db trong thư mục state) bị hỏng", "the state (ccbreport.db in the folder state) is damaged"},
		text{"Chép lại tệp đó từ bản sao lưu. Nếu không có, chuyển tệp đó ra chỗ khác rồi chạy lại: chương trình sẽ hỏi lại từng thư đã gửi, không tự gửi lần nữa.", "Bring the file back from a backup. If there is none, move it away and run again: letters that went out are asked about, not sent again."}}
	runLocked = problem{"run.locked", classLocked,
		text{"đang có người khác chạy báo cáo này", "another run is under way"},
		text{"Chờ một lát rồi chạy lại.", "Wait a little and run again."}}
	machineFailed = problem{"machine.failed", classFailed,
		text{"máy không làm được", "the machine failed"},
		text{"Chạy lại một lần nữa; nếu vẫn lỗi, chụp màn hình này và gửi người phụ trách máy tính.",
			"Run again; if it fails again, send this message to whoever looks after the computer."}}
)

// config.toml as a file.
var (
	noConfig = problem{"config.missing", classUsage,
		text{"không thấy tệp cấu hình {1}", "there is no configuration file {1}"},
		text{"Chạy chương trình trong thư mục có tệp config.toml, hoặc dùng --config.",
			"Run in the folder that holds config.toml, or use --config."}}
	badConfigFile = problem{"config.unreadable", classUsage,
		text{"không đọc được tệp cấu hình {1}", "cannot read the configuration file {1}"},
		text{"Lưu lại tệp dạng văn bản, bảng mã UTF-8.", "Save the file as text in UTF-8."}}
	notUTF8 = problem{"config.encoding", classUsage,
		text{"tệp cấu hình {1} không phải bảng mã UTF-8 (Notepad gọi là “Unicode” hoặc “ANSI”)", "the configuration file {1} is not in UTF-8 (but in what Notepad calls “Unicode” or “ANSI”)"},
		text{"Mở tệp bằng Notepad, chọn Tệp, Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8, bấm Lưu.", "Open it in Notepad, choose File, Save As, set Encoding to UTF-8, and save."}}
	badSyntax = problem{"config.syntax", classUsage,
		text{"{1}:{2}: viết sai cách", "{1}:{2}: not well-formed"},
		text{"Chữ phải nằm trong dấu ngoặc kép \"…\"; đường dẫn viết bằng dấu /.", "Text stands in quotes \"…\"; paths are written with /."}}
	unknownKey = problem{"config.unknown-key", classUsage,
		text{"{1}:{2}: không có mục “{3}”", "{1}:{2}: unknown key “{3}”"},
		text{"Tên gần nhất: “{4}”. Sửa lại tên, hoặc xóa dòng này.", "Nearest known key: “{4}”. Correct it or delete the line."}}
	wantTable = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là một mục [{3}]", "{1}:{2}: “{3}” must be a table [{3}]"},
		text{"Viết [{3}] trên một dòng riêng.", "Write [{3}] on a line of its own."}}
	wantTables = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là các mục [[{3}]]", "{1}:{2}: “{3}” must be tables [[{3}]]"},
		text{"Viết [[{3}]], hai ngoặc vuông, trên một dòng riêng.", "Write [[{3}]], with two brackets, on a line of its own."}}
	wantList = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là danh sách chữ", "{1}:{2}: “{3}” must be a list of texts"},
		text{"Viết [\"…\", \"…\"].", "Write [\"…\", \"…\"]."}}
	wantNumbers = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là danh sách số", "{1}:{2}: “{3}” must be a list of numbers"},
		text{"Viết [10, 3], không có dấu ngoặc kép.", "Write [10, 3] without quotes."}}
	wantText = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là chữ", "{1}:{2}: “{3}” must be a text"},
		text{"Đặt giá trị trong dấu ngoặc kép \"…\".", "Put the value into quotes \"…\"."}}
	wantNumber = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là số", "{1}:{2}: “{3}” must be a number"},
		text{"Viết số, không có dấu ngoặc kép.", "Write a number without quotes."}}
	wantBool = problem{"config.type", classUsage,
		text{"{1}:{2}: “{3}” phải là true hoặc false", "{1}:{2}: “{3}” must be true or false"},
		text{"Viết true (có) hoặc false (không), không có dấu ngoặc kép.", "Write true or false without quotes."}}
)

// What config.toml says.
var (
	impossibleDate = problem{"config.date", classUsage,
		text{"{1}:{2}: không có ngày “{3}”", "{1}:{2}: there is no day “{3}”"},
		text{"Viết năm-tháng-ngày, ví dụ 2020-06-30.", "Write year-month-day, for example 2020-06-30."}}
	unknownZone = problem{"config.timezone", classUsage,
		text{"{1}:{2}: không có múi giờ “{3}”", "{1}:{2}: there is no time zone “{3}”"},
		text{"Ở Việt Nam viết \"Asia/Ho_Chi_Minh\".", "In Vietnam it is \"Asia/Ho_Chi_Minh\"."}}
	badYearStart = problem{"config.year", classUsage,
		text{"{1}:{2}: năm không thể bắt đầu ngày “{3}”", "{1}:{2}: a year cannot start on “{3}”"},
		text{"Viết tháng-ngày, ngày từ 01 đến 28, ví dụ \"01-01\" hoặc \"11-01\".", "Write month-day, with a day from 01 to 28, such as \"01-01\" or \"11-01\"."}}
	emptyValue = problem{"config.empty", classUsage,
		text{"{1}:{2}: chưa ghi “{3}”", "{1}:{2}: “{3}” is empty"},
		text{"Ghi giá trị của “{3}”.", "Give “{3}” a value."}}
	notOneOf = problem{"config.value", classUsage,
		text{"{1}:{2}: “{3}” không thể là “{4}”", "{1}:{2}: “{3}” cannot be “{4}”"},
		text{"Chọn một trong: {5}.", "Choose one of: {5}."}}
	halfSpan = problem{"config.span", classUsage,
		text{"{1}:{2}: “{3}” phải có cả from và to", "{1}:{2}: “{3}” needs both from and to"},
		text{"Ghi cả ngày đầu (from) và ngày cuối (to).", "Give the first day (from) and the last (to)."}}
	backwardSpan = problem{"config.span", classUsage,
		text{"{1}:{2}: “{3}” có from {4} sau to {5}", "{1}:{2}: “{3}” has from {4} after to {5}"},
		text{"Đổi lại thứ tự hai ngày.", "Change the two days round."}}
	noSpan = problem{"config.span", classUsage,
		text{"{1}:{2}: báo cáo “{3}” chưa có kỳ", "{1}:{2}: report “{3}” has no span"},
		text{"Ghi from và to, hoặc period.", "Give from and to, or period."}}
	twoSpans = problem{"config.span", classUsage,
		text{"{1}:{2}: báo cáo “{3}” có cả period và from, to", "{1}:{2}: report “{3}” has both period and from, to"},
		text{"Giữ một cách, xóa cách kia.", "Keep one and delete the other."}}
	noTerm = problem{"config.span", classUsage,
		text{"{1}:{2}: báo cáo “{3}” lấy cả nhiệm kỳ nhưng mục [term] chưa có from và to", "{1}:{2}: report “{3}” covers the term, but [term] has no from and to"},
		text{"Ghi from và to trong mục [term].", "Give from and to in [term]."}}
	badBranchID = problem{"config.branch", classUsage,
		text{"{1}:{2}: mã chi hội “{3}” không dùng được", "{1}:{2}: “{3}” cannot be the id of a branch"},
		text{"Viết mã ngắn, không dấu cách, ví dụ \"tdp-01\".", "Write a short id without spaces, such as \"tdp-01\"."}}
	sameBranchID = problem{"config.branch", classUsage,
		text{"{1}:{2}: mã chi hội “{3}” dùng hai lần", "{1}:{2}: the branch id “{3}” is used twice"},
		text{"Đổi một trong hai mã.", "Change one of the two."}}
	sameBranchName = problem{"config.branch", classUsage,
		text{"{1}:{2}: tên “{3}” đã là của {4} ({5})", "{1}:{2}: the name “{3}” belongs to {4} ({5}) already"},
		text{"Xóa tên này ở một trong hai chi hội; viết tắt và số 0 đứng trước không làm tên khác đi.",
			"Delete it from one of the two; abbreviations and leading zeros make no difference."}}
	badName = problem{"config.name", classUsage,
		text{"{1}:{2}: tên “{3}” không dùng được", "{1}:{2}: “{3}” cannot be a name"},
		text{"Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ \"giua-nhiem-ky\".", "Use small letters, digits and hyphens, such as \"giua-nhiem-ky\"."}}
	sameName = problem{"config.name", classUsage,
		text{"{1}:{2}: tên “{3}” dùng hai lần", "{1}:{2}: the name “{3}” is used twice"},
		text{"Đổi một trong hai tên.", "Change one of the two."}}
	twoDefaults = problem{"config.default", classUsage,
		text{"{1}:{2}: có hai báo cáo ghi default = true", "{1}:{2}: two reports have default = true"},
		text{"Chỉ giữ default = true ở một báo cáo.", "Keep it for one report only."}}
	badPort = problem{"config.mail", classUsage,
		text{"{1}:{2}: không có cổng {3}", "{1}:{2}: there is no port {3}"},
		text{"Thường là 587 (starttls) hoặc 465 (implicit).", "It is usually 587 (starttls) or 465 (implicit)."}}
	openMail = problem{"config.mail", classUsage,
		text{"{1}:{2}: không gửi thư không mã hóa tới máy chủ “{3}”", "{1}:{2}: mail to the server “{3}” must be encrypted"},
		text{"Dùng tls = \"starttls\" hoặc \"implicit\".", "Use tls = \"starttls\" or \"implicit\"."}}
	twoPasswords = problem{"config.mail", classUsage,
		text{"{1}:{2}: có cả password_env và password_file", "{1}:{2}: both password_env and password_file are given"},
		text{"Giữ một trong hai.", "Keep one of the two."}}
	noOfficers = problem{"config.mail", classUsage,
		text{"{1}:{2}: chưa có người nhận bản dự thảo (officers)", "{1}:{2}: nobody receives the drafts (officers)"},
		text{"Ghi ít nhất một địa chỉ thư vào officers.", "Give at least one address in officers."}}
	badFileName = problem{"config.mail", classUsage,
		text{"{1}:{2}: “{3}” không thể là tên tệp đính kèm", "{1}:{2}: “{3}” cannot be the name of an attached file"},
		text{"Chỉ dùng chữ không dấu, số, gạch nối và {report}, {unit}, {from}, {to}.", "Use plain letters, digits, hyphens and {report}, {unit}, {from}, {to}."}}
	badAddress = problem{"config.mail", classUsage,
		text{"{1}:{2}: “{3}” không phải địa chỉ thư", "{1}:{2}: “{3}” is no mail address"},
		text{"Viết dạng ten@example.vn hoặc Tên <ten@example.vn>.", "Write name@example.vn or Name <name@example.vn>."}}
)
