package config

import "ccbreport/reports/ward/say"

// What can go wrong when a setting is changed.
var (
	noSetting = say.P("config.unknown-key", say.Usage,
		say.T("không có mục cài đặt “{1}”", "there is no setting “{1}”"),
		say.T("Có thể là: {2}.", "It may be: {2}."))
	passwordApart = say.P("config.unknown-key", say.Usage,
		say.T("không có mục cài đặt “{1}”", "there is no setting “{1}”"),
		say.T("Mật khẩu hộp thư không ghi vào tệp cấu hình; ghi vào một tệp riêng rồi đặt mail.password_file.",
			"A password never stands in the configuration; put it into a file and set mail.password_file."))
	noneNamed = say.P("config.unknown-key", say.Usage,
		say.T("chưa rõ “{1}” là mục nào", "“{1}” names none that is there"),
		say.T("Viết {2}.TÊN.MỤC. Các tên đã có: {3}.", "Write {2}.NAME.KEY. There are: {3}."))
	noValue = say.P("config.value", say.Usage,
		say.T("chưa ghi giá trị của “{1}”", "no value for “{1}” is given"),
		say.T("Ghi giá trị sau tên, ví dụ: ccbreport config set unit.place \"…\". Muốn bỏ mục này: ccbreport config unset {1}",
			"Give it behind the name: ccbreport config set unit.place \"…\". To take it out: ccbreport config unset {1}"))
	badValue = say.P("config.value", say.Usage,
		say.T("giá trị của “{1}” có ký tự không ghi vào tệp cấu hình được", "the value of “{1}” has characters that the configuration cannot hold"),
		say.T("Gõ lại giá trị.", "Type it again."))
	notByLines = say.P("config.edit", say.Usage,
		say.T("không tự sửa được mục “{1}”: trong tệp cấu hình mục này viết theo cách khác", "“{1}” cannot be changed: it is written in another way in the configuration"),
		say.T("Mở tệp cấu hình bằng Notepad và sửa tay.", "Open the configuration and change it by hand."))
	notChanged = say.P("config.kept", say.Usage,
		say.T("Chưa ghi gì vào {1}, vì ghi như vậy thì tệp không dùng được:", "Nothing was written to {1}, since it could not be used then:"),
		say.T("Sửa giá trị rồi chạy lại.", "Correct the value and try again."))
	readOnly = say.P("config.read-only", say.Usage,
		say.T("tệp cấu hình {1} đang để chế độ chỉ đọc. Chưa ghi gì", "the configuration {1} is read-only. Nothing was written"),
		say.T("Bấm chuột phải vào tệp, chọn Properties, bỏ dấu ở ô Read-only, rồi chạy lại.", "Make the file writable and try again."))
	noBranch = say.P("config.branch", say.Usage,
		say.T("không rõ “{1}” là chi hội nào", "“{1}” names no single branch"),
		say.T("Ghi mã của chi hội: {2}.", "Give the id of one: {2}."))
	nearBranch = say.P("config.branch", say.Usage,
		say.T("không rõ “{1}” là chi hội nào", "“{1}” names no single branch"),
		say.T("Có lẽ là: {3} ({4}). Ghi mã của chi hội: {2}.", "Perhaps: {3} ({4}). Give the id of one: {2}."))
	sameBranch = say.P("config.branch", say.Usage,
		say.T("“{1}” chính là chi hội gộp vào", "“{1}” is the branch itself that it is to go into"),
		say.T("Ghi mã của chi hội kia.", "Give the id of the other."))
)
