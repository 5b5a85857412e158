package config

import "ccbreport/reports/ward/say"

// What is asked for and not configured.
var (
	noReports = say.P("report.none", say.Usage,
		say.T("tệp cấu hình {1} chưa có báo cáo nào", "{1} configures no report"),
		say.T("Thêm một mục [[report]] với name, from và to.", "Add a [[report]] with name, from and to."))
	severalReports = say.P("report.several", say.Usage,
		say.T("có nhiều báo cáo, chưa biết lập báo cáo nào: {1}", "several reports are configured: {1}"),
		say.T("Thêm --report với một tên trên, hoặc ghi default = true cho một báo cáo trong tệp cấu hình.",
			"Add --report with one of these names, or set default = true for one in the configuration."))
	unknownReport = say.P("report.unknown", say.Usage,
		say.T("không có báo cáo “{1}” trong tệp cấu hình", "no report “{1}” is configured"),
		say.T("Các báo cáo đã có: {2}.", "Configured reports: {2}."))
	nearReport = say.P("report.unknown", say.Usage,
		say.T("không có báo cáo “{1}” trong tệp cấu hình", "no report “{1}” is configured"),
		say.T("Có lẽ là: {3}. Các báo cáo đã có: {2}.", "Perhaps: {3}. Configured reports: {2}."))
	noTemplate = say.P("template.missing", say.Usage,
		say.T("chưa có mẫu báo cáo {1}.md", "there is no template {1}.md"),
		say.T("Sửa name hoặc template của báo cáo trong tệp cấu hình. Các mẫu đã có: {2}.",
			"Correct name or template of the report in the configuration. Templates: {2}."))
)

// What the machine or its folders lack.
var (
	noTemplates = say.P("templates.missing", say.Usage,
		say.T("không thấy thư mục mẫu: {1}", "there is no templates folder: {1}"),
		say.T("Sửa templates trong tệp cấu hình, hoặc để trống để dùng mẫu có sẵn.",
			"Correct templates in the configuration, or leave it empty for the built-in ones."))
)

// config.toml as a file.
var (
	noConfig = say.P("config.missing", say.Usage,
		say.T("không thấy tệp cấu hình {1}", "there is no configuration file {1}"),
		say.T("Chạy chương trình trong thư mục có tệp config.toml, hoặc dùng --config. Chưa lập cho Hội thì gõ: ccbreport init",
			"Run in the folder that holds config.toml, or use --config. To begin a ward: ccbreport init"))
	badConfigFile = say.P("config.unreadable", say.Usage,
		say.T("không đọc được tệp cấu hình {1}", "cannot read the configuration file {1}"),
		say.T("Lưu lại tệp dạng văn bản, bảng mã UTF-8.", "Save the file as text in UTF-8."))
	notUTF8 = say.P("config.encoding", say.Usage,
		say.T("tệp cấu hình {1} không phải bảng mã UTF-8 (Notepad gọi là “Unicode” hoặc “ANSI”)", "the configuration file {1} is not in UTF-8 (but in what Notepad calls “Unicode” or “ANSI”)"),
		say.T("Mở tệp bằng Notepad, chọn Tệp, Lưu thành (Save As), ở ô Mã hóa (Encoding) chọn UTF-8, bấm Lưu.", "Open it in Notepad, choose File, Save As, set Encoding to UTF-8, and save."))
	badSyntax = say.P("config.syntax", say.Usage,
		say.T("{1}:{2}: viết sai cách", "{1}:{2}: not well-formed"),
		say.T("Chữ phải nằm trong dấu ngoặc kép \"…\"; đường dẫn viết bằng dấu /.", "Text stands in quotes \"…\"; paths are written with /."))
	saidTwice = say.P("config.syntax", say.Usage,
		say.T("{1}:{2}: mục “{3}” ghi hai lần", "{1}:{2}: “{3}” stands there twice"),
		say.T("Mỗi mục chỉ ghi một lần: gộp hai chỗ làm một.", "Say it once: make one of the two."))
	unknownKey = say.P("config.unknown-key", say.Usage,
		say.T("{1}:{2}: không có mục “{3}”", "{1}:{2}: unknown key “{3}”"),
		say.T("Tên gần nhất: “{4}”. Sửa lại tên, hoặc xóa dòng này.", "Nearest known key: “{4}”. Correct it or delete the line."))
	wantTable = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là một mục [{3}]", "{1}:{2}: “{3}” must be a table [{3}]"),
		say.T("Viết [{3}] trên một dòng riêng.", "Write [{3}] on a line of its own."))
	wantTables = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là các mục [[{3}]]", "{1}:{2}: “{3}” must be tables [[{3}]]"),
		say.T("Viết [[{3}]], hai ngoặc vuông, trên một dòng riêng.", "Write [[{3}]], with two brackets, on a line of its own."))
	wantList = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là danh sách chữ", "{1}:{2}: “{3}” must be a list of texts"),
		say.T("Viết [\"…\", \"…\"].", "Write [\"…\", \"…\"]."))
	wantNumbers = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là danh sách số", "{1}:{2}: “{3}” must be a list of numbers"),
		say.T("Viết [10, 3], không có dấu ngoặc kép.", "Write [10, 3] without quotes."))
	wantText = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là chữ", "{1}:{2}: “{3}” must be a text"),
		say.T("Đặt giá trị trong dấu ngoặc kép \"…\".", "Put the value into quotes \"…\"."))
	wantNumber = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là số", "{1}:{2}: “{3}” must be a number"),
		say.T("Viết số, không có dấu ngoặc kép.", "Write a number without quotes."))
	wantBool = say.P("config.type", say.Usage,
		say.T("{1}:{2}: “{3}” phải là true hoặc false", "{1}:{2}: “{3}” must be true or false"),
		say.T("Viết true (có) hoặc false (không), không có dấu ngoặc kép.", "Write true or false without quotes."))
)

// What config.toml says.
var (
	impossibleDate = say.P("config.date", say.Usage,
		say.T("{1}:{2}: không có ngày “{3}”", "{1}:{2}: there is no day “{3}”"),
		say.T("Viết năm-tháng-ngày, ví dụ 2020-06-30.", "Write year-month-day, for example 2020-06-30."))
	unknownZone = say.P("config.timezone", say.Usage,
		say.T("{1}:{2}: không có múi giờ “{3}”", "{1}:{2}: there is no time zone “{3}”"),
		say.T("Ở Việt Nam viết \"Asia/Ho_Chi_Minh\".", "In Vietnam it is \"Asia/Ho_Chi_Minh\"."))
	badYearStart = say.P("config.year", say.Usage,
		say.T("{1}:{2}: năm không thể bắt đầu ngày “{3}”", "{1}:{2}: a year cannot start on “{3}”"),
		say.T("Viết tháng-ngày, ngày từ 01 đến 28, ví dụ \"01-01\" hoặc \"11-01\".", "Write month-day, with a day from 01 to 28, such as \"01-01\" or \"11-01\"."))
	emptyValue = say.P("config.empty", say.Usage,
		say.T("{1}:{2}: chưa ghi “{3}”", "{1}:{2}: “{3}” is empty"),
		say.T("Ghi giá trị của “{3}”.", "Give “{3}” a value."))
	badShare = say.P("config.value", say.Usage,
		say.T("{1}:{2}: “whole” không thể là {3}", "{1}:{2}: “whole” cannot be {3}"),
		say.T("Ghi từ 50 đến 100: từ bao nhiêu phần trăm số chi hội có số liệu thì báo cáo viết “toàn Hội”.", "Give 50 to 100: the percentage of the branches from which a figure is called that of all."))
	notOneOf = say.P("config.value", say.Usage,
		say.T("{1}:{2}: “{3}” không thể là “{4}”", "{1}:{2}: “{3}” cannot be “{4}”"),
		say.T("Chọn một trong: {5}.", "Choose one of: {5}."))
	halfSpan = say.P("config.span", say.Usage,
		say.T("{1}:{2}: “{3}” phải có cả from và to", "{1}:{2}: “{3}” needs both from and to"),
		say.T("Ghi cả ngày đầu (from) và ngày cuối (to).", "Give the first day (from) and the last (to)."))
	backwardSpan = say.P("config.span", say.Usage,
		say.T("{1}:{2}: “{3}” có from {4} sau to {5}", "{1}:{2}: “{3}” has from {4} after to {5}"),
		say.T("Đổi lại thứ tự hai ngày.", "Change the two days round."))
	noSpan = say.P("config.span", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” chưa có kỳ", "{1}:{2}: report “{3}” has no span"),
		say.T("Ghi from và to, hoặc period.", "Give from and to, or period."))
	twoSpans = say.P("config.span", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” có cả period và from, to", "{1}:{2}: report “{3}” has both period and from, to"),
		say.T("Giữ một cách, xóa cách kia.", "Keep one and delete the other."))
	noTerm = say.P("config.span", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” lấy cả nhiệm kỳ nhưng mục [term] chưa có from và to", "{1}:{2}: report “{3}” covers the term, but [term] has no from and to"),
		say.T("Ghi from và to trong mục [term].", "Give from and to in [term]."))
	badBranchID = say.P("config.branch", say.Usage,
		say.T("{1}:{2}: mã chi hội “{3}” không dùng được", "{1}:{2}: “{3}” cannot be the id of a branch"),
		say.T("Viết mã ngắn, không dấu cách, ví dụ \"tdp-01\".", "Write a short id without spaces, such as \"tdp-01\"."))
	sameBranchID = say.P("config.branch", say.Usage,
		say.T("{1}:{2}: mã chi hội “{3}” dùng hai lần", "{1}:{2}: the branch id “{3}” is used twice"),
		say.T("Đổi một trong hai mã.", "Change one of the two."))
	sameBranchName = say.P("config.branch", say.Usage,
		say.T("{1}:{2}: tên “{3}” đã là của {4} ({5})", "{1}:{2}: the name “{3}” belongs to {4} ({5}) already"),
		say.T("Xóa tên này ở một trong hai chi hội; viết tắt và số 0 đứng trước không làm tên khác đi.",
			"Delete it from one of the two; abbreviations and leading zeros make no difference."))
	badName = say.P("config.name", say.Usage,
		say.T("{1}:{2}: tên “{3}” không dùng được", "{1}:{2}: “{3}” cannot be a name"),
		say.T("Chỉ dùng chữ thường không dấu, số và gạch nối, ví dụ \"giua-nhiem-ky\".", "Use small letters, digits and hyphens, such as \"giua-nhiem-ky\"."))
	sameName = say.P("config.name", say.Usage,
		say.T("{1}:{2}: tên “{3}” dùng hai lần", "{1}:{2}: the name “{3}” is used twice"),
		say.T("Đổi một trong hai tên.", "Change one of the two."))
	twoDefaults = say.P("config.default", say.Usage,
		say.T("{1}:{2}: có hai báo cáo ghi default = true", "{1}:{2}: two reports have default = true"),
		say.T("Chỉ giữ default = true ở một báo cáo.", "Keep it for one report only."))
	codeOfAuto = say.P("config.code", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” ghi code = true cùng release = \"auto\": báo cáo tự gửi thì không có ai đọc mã duyệt", "{1}:{2}: “{3}” has code = true with release = \"auto\": nobody gives the code of what is released by itself"),
		say.T("Bỏ dòng code, hoặc đổi release thành \"approve\" hay \"signed\".", "Take code away, or let release be \"approve\" or \"signed\"."))
	codeWithoutMail = say.P("config.code", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” ghi code = true nhưng chưa có mục [mail]: mã duyệt chỉ ghi trong thư kèm bản dự thảo", "{1}:{2}: “{3}” has code = true and there is no [mail]: only the letter with the draft says the code"),
		say.T("Bỏ dòng code, hoặc cấu hình mục [mail].", "Take code away, or configure [mail]."))
	badPort = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: không có cổng {3}", "{1}:{2}: there is no port {3}"),
		say.T("Thường là 587 (starttls) hoặc 465 (implicit).", "It is usually 587 (starttls) or 465 (implicit)."))
	openMail = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: không gửi thư không mã hóa tới máy chủ “{3}”", "{1}:{2}: mail to the server “{3}” must be encrypted"),
		say.T("Dùng tls = \"starttls\" hoặc \"implicit\".", "Use tls = \"starttls\" or \"implicit\"."))
	twoPasswords = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: có cả password_env và password_file", "{1}:{2}: both password_env and password_file are given"),
		say.T("Giữ một trong hai.", "Keep one of the two."))
	noOfficers = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: chưa có người nhận bản dự thảo (officers)", "{1}:{2}: nobody receives the drafts (officers)"),
		say.T("Ghi ít nhất một địa chỉ thư vào officers.", "Give at least one address in officers."))
	badFileName = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: “{3}” không thể là tên tệp đính kèm", "{1}:{2}: “{3}” cannot be the name of an attached file"),
		say.T("Chỉ dùng chữ không dấu, số, gạch nối và {report}, {unit}, {from}, {to}.", "Use plain letters, digits, hyphens and {report}, {unit}, {from}, {to}."))
	badAddress = say.P("config.mail", say.Usage,
		say.T("{1}:{2}: “{3}” không phải địa chỉ thư", "{1}:{2}: “{3}” is no mail address"),
		say.T("Viết dạng ten@example.vn hoặc Tên <ten@example.vn>.", "Write name@example.vn or Name <name@example.vn>."))
)

// What the way to the mail server lacks.
var (
	noPassword = say.P("mail.password", say.Waits,
		say.T("Chưa có mật khẩu hộp thư: biến {1} chưa được đặt.", "There is no mail password: {1} is not set."),
		say.T("Đặt biến {1} trước khi chạy, hoặc dùng password_file.", "Set {1}, or use password_file."))
	noPasswordFile = say.P("mail.password", say.Waits,
		say.T("Không đọc được tệp mật khẩu {1}.", "Cannot read the password file {1}."),
		say.T("Ghi mật khẩu hộp thư vào tệp đó, một dòng.", "Put the password there, on one line."))
	noCAFile = say.P("mail.ca", say.Waits,
		say.T("Không đọc được tệp chứng thư {1}.", "Cannot read the certificate file {1}."),
		say.T("Sửa ca_file trong mục [mail].", "Correct ca_file in [mail]."))
)
