package office

import (
	"path/filepath"
	"regexp"
	"strings"

	"ccbreport/reports/deliver"
)

// plainReplies are what servers say of mail that they do not take, and what that means, the
// first that fits.
var plainReplies = []struct {
	said  *regexp.Regexp
	means string
}{
	{regexp.MustCompile(`^SIZE: |\b552 5\.3\.4|too (?:large|big)`), "thư lớn hơn mức máy chủ nhận"},
	{regexp.MustCompile(`\b(?:452|552)\b.*(?:full|quota|4\.2\.2|5\.2\.2)|mailbox full|over quota`), "hộp thư nơi nhận đã đầy"},
	{regexp.MustCompile(`^RCPT: .*\b55[0134]\b|5\.1\.[1-6]\b|(?i:no such|unknown user|user unknown)`), "không có hộp thư này, hoặc địa chỉ ghi sai"},
	{regexp.MustCompile(`5\.7\.\d|(?i:spam|blocked|policy)`), "nơi nhận chặn thư này"},
	{regexp.MustCompile(`^(?:connect|greeting|EHLO|STARTTLS|AUTH): `), "máy chủ thư không nhận kết nối hoặc không nhận mật khẩu"},
	{regexp.MustCompile(`\b4\d\d\b`), "máy chủ thư đang bận, chưa nhận"},
}

// plainReply is why a letter did not go, from the reply that is kept with it, in words for
// who reads on a telephone.
func plainReply(reply string) string {
	if why, ok := MailWrong[deliver.ReasonOf(reply)]; ok {
		return why.VI
	}
	for _, r := range plainReplies {
		if r.said.MatchString(reply) {
			return r.means
		}
	}
	return "máy chủ thư không nhận"
}

// replyWords are the same, and beside them the server's own word where it said one.
func replyWords(reply string) string {
	if deliver.ReasonOf(reply) != "" {
		return plainReply(reply)
	}
	return plainReply(reply) + " (" + reply + ")"
}

// homely takes the ward's own folders out of a text: "/home/…/hoi/inbox" is "inbox" to
// whoever reads it on a telephone.
func (o *Office) homely(text string) string {
	at := []string{o.conf.Folder}
	for _, known := range []string{o.conf.Paths.Inbox, o.conf.Paths.Out, o.conf.Paths.Templates} {
		at = append(at, filepath.Dir(o.conf.Path(known)))
	}
	for _, folder := range at {
		if full, err := filepath.Abs(folder); err == nil && len(full) > 1 {
			text = strings.ReplaceAll(text, full+string(filepath.Separator), "")
		}
	}
	return text
}
