package main

import "ccbreport/reports/ward/say"

// How the program was called.
var (
	answerForm = say.P("answer.form", say.Usage,
		say.T("“{1}” không phải là MÃ=CÁCH", "“{1}” is not KEY=CHOICE"),
		say.T("Gõ: ccbreport answer, để xem các câu hỏi và cách trả lời.", "See: ccbreport answer"))
	unknownVerb = say.P("usage.verb", say.Usage,
		say.T("không có lệnh “{1}”", "unknown command “{1}”"),
		say.T("Các lệnh: {2}. Gõ “ccbreport help” để xem hướng dẫn.", "Commands: {2}. “ccbreport help” tells more."))
	nearVerb = say.P("usage.verb", say.Usage,
		say.T("không có lệnh “{1}”", "unknown command “{1}”"),
		say.T("Có lẽ là: ccbreport {2}. Các lệnh: {3}. Gõ “ccbreport help” để xem hướng dẫn.", "Perhaps: ccbreport {2}. Commands: {3}. “ccbreport help” tells more."))
	curlyQuotes = say.P("usage.quotes", say.Usage,
		say.T("chữ {1} bắt đầu bằng dấu ngoặc kép cong, mà không thấy dấu đóng", "{1} begins with a curly quote, and nothing closes it"),
		say.T("Gõ lại bằng dấu ngoặc kép thẳng trên bàn phím, ví dụ: --why \"Chi hội mới thành lập\".", "Type straight quotes, such as: --why \"a new branch\"."))
	extraWords = say.P("usage.words", say.Usage,
		say.T("lệnh “{1}” không nhận thêm chữ “{2}”", "“{1}” takes no further word “{2}”"),
		say.T("Tên có dấu cách thì đặt trong dấu ngoặc kép thẳng \"…\".", "Put a name with spaces into straight quotes."))
	missingWords = say.P("usage.words", say.Usage,
		say.T("lệnh còn thiếu: ccbreport {1}", "the command lacks something: ccbreport {1}"),
		say.T("Gõ “ccbreport {2} --help” để xem cách viết.", "“ccbreport {2} --help” shows how it is written."))
	missingEdition = say.P("usage.words", say.Usage,
		say.T("lệnh còn thiếu: ccbreport {1}", "the command lacks something: ccbreport {1}"),
		say.T("Gõ “ccbreport editions” để xem tên (ID) các bản đã lập.", "“ccbreport editions” lists the editions (ID)."))
	missingFigure = say.P("usage.words", say.Usage,
		say.T("lệnh còn thiếu: ccbreport {1}", "the command lacks something: ccbreport {1}"),
		say.T("Ghi một số như in trong báo cáo (812), tên chỉ tiêu (\"Tổng số hội viên\") hoặc mã của nó.", "Give a number as the report prints it (812), the name of an indicator, or its code."))
	missingLetter = say.P("usage.words", say.Usage,
		say.T("lệnh còn thiếu số thư: ccbreport {1}", "the command lacks a letter: ccbreport {1}"),
		say.T("Số của thư nằm trong ngoặc vuông ở cuối mỗi dòng; xem: ccbreport outbox list", "It stands in brackets behind each letter; see: ccbreport outbox list"))
	nearFlag = say.P("usage.flag", say.Usage,
		say.T("không có tùy chọn “{1}”", "unknown flag “{1}”"),
		say.T("Có lẽ là {3}. Gõ “{2} --help” để xem các tùy chọn.", "Perhaps {3}. “{2} --help” lists the flags."))
	unknownFlag = say.P("usage.flag", say.Usage,
		say.T("không có tùy chọn “{1}”", "unknown flag “{1}”"),
		say.T("Gõ “{2} --help” để xem các tùy chọn.", "“{2} --help” lists the flags."))
	flagWantsValue = say.P("usage.flag", say.Usage,
		say.T("tùy chọn “{1}” thiếu giá trị đi kèm", "flag “{1}” needs a value"),
		say.T("Gõ “{2} --help” để xem cách viết.", "“{2} --help” shows how it is written."))
	badFlagValue = say.P("usage.flag", say.Usage,
		say.T("viết sai tùy chọn: “{1}”", "flag “{1}” is not written right"),
		say.T("Gõ “{2} --help” để xem cách viết.", "“{2} --help” shows how it is written."))
	badLanguage = say.P("usage.lang", say.Usage,
		say.T("không có ngôn ngữ “{1}”", "unknown language “{1}”"),
		say.T("Dùng --lang vi hoặc --lang en.", "Use --lang vi or --lang en."))
	badFlagDate = say.P("usage.date", say.Usage,
		say.T("{1}: không có ngày “{2}”", "{1}: there is no day “{2}”"),
		say.T("Viết ngày/tháng/năm, ví dụ 30/6/2020.", "Write day/month/year, such as 30/6/2020, or 2020-06-30."))
	halfFlags = say.P("usage.span", say.Usage,
		say.T("--from và --to phải đi cùng nhau", "--from and --to go together"),
		say.T("Thêm {1}, hoặc bỏ cả hai để lấy kỳ trong tệp cấu hình.", "Add {1}, or leave both out to take the span of the configuration."))
	backwardFlags = say.P("usage.span", say.Usage,
		say.T("--from {1} sau --to {2}", "--from {1} is after --to {2}"),
		say.T("Đổi lại thứ tự hai ngày.", "Change the two days round."))
)

// What can go wrong with accept.
var (
	acceptNoCode = say.P("accept.code", say.Usage,
		say.T("chưa ghi mã của việc cần chấp nhận", "no code of a finding is given"),
		say.T("Mã nằm trong ngoặc vuông ở cuối mỗi việc; xem: ccbreport check --codes. Ví dụ: ccbreport accept branch.missing --branch tdp-02 --why \"Chi hội mới thành lập\".",
			"It stands in brackets after each finding (ccbreport check --codes): ccbreport accept branch.missing --branch tdp-02 --why \"a new branch\"."))
)

// What the machine or its folders lack.
var (
	formsNowhere = say.P("forms.out", say.Usage,
		say.T("Chưa ghi thư mục để lập phiếu.", "No folder is given for the forms."),
		say.T("Ghi thêm --out THƯ_MỤC, ví dụ: ccbreport forms --out phieu", "Add --out FOLDER, such as: ccbreport forms --out phieu"))
)
