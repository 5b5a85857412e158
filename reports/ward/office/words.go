package office

import (
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// MailWrong says why a letter was not handed over, in the words of a person.
var MailWrong = map[string]say.Text{
	deliver.BadSettings:    say.T("mục [mail] trong tệp cấu hình viết chưa đúng", "[mail] in the configuration is not right"),
	deliver.BadCertificate: say.T("chứng thư của máy chủ không đúng", "the certificate of the server is not right"),
	deliver.NoTLSThere:     say.T("cổng này không mã hóa ngay từ đầu", "the port does not begin with encryption"),
	deliver.NoStartTLS:     say.T("máy chủ không mã hóa đường truyền", "the server does not encrypt"),
	deliver.NoLogin:        say.T("máy chủ không nhận cách đăng nhập của chương trình", "the server does not know the way in which the program logs in"),
	deliver.LoginRefused:   say.T("máy chủ không nhận tên hoặc mật khẩu", "the server refuses the user or the password"),
	deliver.TurnedAway:     say.T("máy chủ từ chối máy này", "the server turns this machine away"),
	deliver.NameUnknown:    say.T("không tìm thấy máy chủ nào có tên này", "there is no server of that name"),
	deliver.PortRefused:    say.T("máy chủ không nhận kết nối ở cổng này", "the server takes no connection at that port"),
	deliver.NoAnswer:       say.T("máy chủ không trả lời", "the server does not answer"),
	deliver.NoNetwork:      say.T("máy này không ra được mạng", "this machine has no way to the net"),
	deliver.CutOff:         say.T("đường truyền bị đứt giữa chừng", "the connection broke off"),
	deliver.NoReach:        say.T("không nối được với máy chủ thư", "the mail server cannot be reached"),
	deliver.TooLarge:       say.T("thư lớn hơn mức máy chủ nhận", "the letter is larger than the server takes"),
	deliver.Damaged:        say.T("thư lưu trong sổ ghi đã bị hỏng nên không gửi", "the letter in the state is damaged, so it is not sent"),
}

// MailRepair says what to change when the server cannot be reached, or not used as
// configured.
var MailRepair = map[string]say.Text{
	deliver.BadSettings:    say.T("Xem lại mục [mail] trong config.toml.", "Look at [mail] in config.toml."),
	deliver.BadCertificate: say.T("Chứng thư của máy chủ không đúng. Hỏi nơi cấp hộp thư; nếu họ dùng chứng thư riêng, ghi tệp đó vào ca_file trong mục [mail].", "The certificate of the server is not right. Ask whoever gave you the mailbox; if they use one of their own, put its file into ca_file in [mail]."),
	deliver.NoTLSThere:     say.T("Cổng này không dùng mã hóa ngay từ đầu. Thử port = 587 với tls = \"starttls\".", "This port does not begin with encryption. Try port = 587 with tls = \"starttls\"."),
	deliver.NoStartTLS:     say.T("Máy chủ không mã hóa đường truyền nên chương trình không gửi. Thử port = 465 với tls = \"implicit\", hoặc hỏi nơi cấp hộp thư.", "The server does not encrypt, so nothing is sent. Try port = 465 with tls = \"implicit\", or ask whoever gave you the mailbox."),
	deliver.NoLogin:        say.T("Máy chủ không nhận cách đăng nhập của chương trình. Hỏi nơi cấp hộp thư.", "The server does not know the way in which the program logs in. Ask whoever gave you the mailbox."),
	deliver.LoginRefused:   say.T("Máy chủ không nhận tên hoặc mật khẩu. Xem lại user và mật khẩu; Gmail phải dùng “mật khẩu ứng dụng”.", "The server refuses the user or the password. Look at both; Gmail wants an “app password”."),
	deliver.TurnedAway:     say.T("Máy chủ từ chối máy này. Hỏi nơi cấp hộp thư.", "The server turns this machine away. Ask whoever gave you the mailbox."),
	deliver.NameUnknown:    say.T("Xem lại host trong mục [mail] của tệp cấu hình. Tên đúng thì xem máy có mạng không.", "Look at host in [mail]. If the name is right, look at the network."),
	deliver.PortRefused:    say.T("Xem lại host và port trong mục [mail] (thường là 587 hoặc 465). Tường lửa hoặc phần mềm diệt vi-rút cũng có thể chặn.", "Look at host and port in [mail] (587 or 465, mostly). A firewall may be in the way too."),
	deliver.NoAnswer:       say.T("Thử lại sau ít phút. Vẫn vậy thì xem lại host, port trong mục [mail]; tường lửa cũng có thể chặn.", "Try again in some minutes, then look at host and port in [mail]; a firewall may be in the way too."),
	deliver.NoNetwork:      say.T("Nối mạng (mở một trang web xem có được không) rồi thử lại.", "Connect to the network (does a web page open?) and try again."),
	deliver.CutOff:         say.T("Thử lại. Vẫn vậy thì hỏi nơi cấp hộp thư.", "Try again, then ask whoever gave you the mailbox."),
	deliver.NoReach:        say.T("Xem máy có mạng không, host và port trong mục [mail] có đúng không, rồi thử lại.", "Look at the network, at host and port in [mail], and try again."),
}

// brokenWords are what a person is told of a server that cannot be used: what is wrong,
// and what it said.
func brokenWords(e *deliver.ConfigError) string {
	if e.Said() {
		return MailWrong[e.Reason].VI + " (" + e.Detail + ")"
	}
	return MailWrong[e.Reason].VI
}
