package office

import (
	"path/filepath"
	"regexp"
	"strings"
)

// plainReplies are what servers and machines say of mail that did not go, and what that
// means, the first that fits. What was said word by word stands in the notice and the list of the outbox, for
// whoever asks the provider.
var plainReplies = []struct {
	said  *regexp.Regexp
	means string
}{
	{regexp.MustCompile(`^SIZE: |\b552 5\.3\.4|too (?:large|big)`), "thư lớn quá mức cho phép"},
	{regexp.MustCompile(`\b(?:452|552)\b.*(?:full|quota|4\.2\.2|5\.2\.2)|mailbox full|over quota`), "hộp thư nơi nhận đã đầy"},
	{regexp.MustCompile(`^RCPT: .*\b55[0134]\b|5\.1\.[1-6]\b|(?i:no such|unknown user|user unknown)`), "không có hộp thư này, hoặc địa chỉ ghi sai"},
	{regexp.MustCompile(`5\.7\.\d|(?i:spam|blocked|policy)`), "nơi nhận chặn thư này"},
	{regexp.MustCompile(`(?i:no such host|dial tcp|connection refused|timeout|network is unreachable|broken pipe|connection reset|\bEOF\b)`), "không nối được máy chủ thư, có thể do mất mạng"},
	{regexp.MustCompile(`^(?:connect|greeting|EHLO|STARTTLS|AUTH): `), "máy chủ thư không nhận kết nối hoặc không nhận mật khẩu"},
	{regexp.MustCompile(`\b4\d\d\b`), "máy chủ thư đang bận, chưa nhận"},
}

// plainReply is what became of a letter in words for who reads on a telephone.
func plainReply(reply string) string {
	for _, r := range plainReplies {
		if r.said.MatchString(reply) {
			return r.means
		}
	}
	return "máy chủ thư không nhận"
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
