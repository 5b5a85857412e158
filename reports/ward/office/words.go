package office

import (
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// MailRepair says what to change when the server cannot be used as configured.
var MailRepair = map[string]say.Text{
	deliver.BadSettings:    say.T("Xem lại mục [mail] trong config.toml.", "Look at [mail] in config.toml."),
	deliver.BadCertificate: say.T("Chứng thư của máy chủ không đúng. Hỏi nơi cấp hộp thư; nếu họ dùng chứng thư riêng, ghi tệp đó vào ca_file trong mục [mail].", "The certificate of the server is not right. Ask whoever gave you the mailbox; if they use one of their own, put its file into ca_file in [mail]."),
	deliver.NoTLSThere:     say.T("Cổng này không dùng mã hóa ngay từ đầu. Thử port = 587 với tls = \"starttls\".", "This port does not begin with encryption. Try port = 587 with tls = \"starttls\"."),
	deliver.NoStartTLS:     say.T("Máy chủ không mã hóa đường truyền nên chương trình không gửi. Thử port = 465 với tls = \"implicit\", hoặc hỏi nơi cấp hộp thư.", "The server does not encrypt, so nothing is sent. Try port = 465 with tls = \"implicit\", or ask whoever gave you the mailbox."),
	deliver.NoLogin:        say.T("Máy chủ không nhận cách đăng nhập của chương trình. Hỏi nơi cấp hộp thư.", "The server does not know the way in which the program logs in. Ask whoever gave you the mailbox."),
	deliver.LoginRefused:   say.T("Máy chủ không nhận tên hoặc mật khẩu. Xem lại user và mật khẩu; Gmail phải dùng “mật khẩu ứng dụng”.", "The server refuses the user or the password. Look at both; Gmail wants an “app password”."),
	deliver.TurnedAway:     say.T("Máy chủ từ chối máy này. Hỏi nơi cấp hộp thư.", "The server turns this machine away. Ask whoever gave you the mailbox."),
}
