package deliver

import (
	"strings"
	"testing"
)

func TestCheckAddress(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		address      string // "": refused
	}{
		{"plain", "chutich@example.vn", "chutich@example.vn"},
		{"a name with marks", "Hội CCB phường Hoa Sen <ccb@hoa-sen.example.vn>", "ccb@hoa-sen.example.vn"},
		{"a quoted name with a comma", `"Hội CCB, phường Hoa Sen" <ccb@example.vn>`, "ccb@example.vn"},
		{"the domain has no case, the rest may", "Van.A+hoi@EXAMPLE.vn", "Van.A+hoi@example.vn"},
		{"blanks around", "  a@example.vn ", "a@example.vn"},
		{"this machine", "thu@localhost", "thu@localhost"},
		{"a domain of other letters in its ASCII form", "a@xn--hoi-0na.xn--fiqs8s", "a@xn--hoi-0na.xn--fiqs8s"},
		{"the longest local part", strings.Repeat("a", 64) + "@example.vn", strings.Repeat("a", 64) + "@example.vn"},

		{"nothing", "", ""},
		{"a word", "chutich", ""},
		{"a quoted local part, once sent elsewhere", `"a@evil.example"@example.vn`, ""},
		{"a quoted local part with a parameter", `"a> SIZE=1 <b"@example.vn`, ""},
		{"marks before the @", "hội@example.vn", ""},
		{"marks behind the @", "hoi@phường.vn", ""},
		{"one label", "x@y", ""},
		{"a number for a domain", "a@127.0.0.1", ""},
		{"an address literal", "a@[127.0.0.1]", ""},
		{"two addresses", "a@example.vn, b@example.vn", ""},
		{"two addresses in brackets", "<a@example.vn>, <b@example.vn>", ""},
		{"two addresses, one as a name", "a@example.vn <b@example.vn>", ""},
		{"an address within brackets within", "A <<a@example.vn>>", ""},
		{"a header behind it", "a@example.vn\r\nBcc: b@example.vn", ""},
		{"a header in the name", "A\nBcc: b <a@example.vn>", ""},
		{"a quote in the name", `A" <a@example.vn>`, ""},
		{"a backslash in the name", `"A\" <a@example.vn>`, ""},
		{"two dots", "a..b@example.vn", ""},
		{"a dot first", ".a@example.vn", ""},
		{"a dot last", "a.@example.vn", ""},
		{"a hyphen first, as an option has", "-oQ@example.vn", ""},
		{"a blank in it", "a b@example.vn", ""},
		{"a comment", "a(b)@example.vn", ""},
		{"a route", "@a.vn:b@example.vn", ""},
		{"a percent, which some servers take for a route", "a%b.vn@example.vn", ""},
		{"a label with a hyphen last", "a@b-.vn", ""},
		{"words behind it", "A <a@example.vn> x", ""},
		{"a local part too long", strings.Repeat("a", 65) + "@example.vn", ""},
		{"too long", "a@" + strings.Repeat("a.", 130) + "vn", ""},
		{"not UTF-8", "A\xff <a@example.vn>", ""},
	} {
		got, err := parseMailbox(tt.text)
		if (err == nil) != (tt.address != "") || err == nil && got.address() != tt.address {
			t.Errorf("%s: %q is %q, %v; want %q", tt.reason, tt.text, got.address(), err, tt.address)
		}
		if err2 := CheckAddress(tt.text); (err2 == nil) != (err == nil) {
			t.Errorf("%s: CheckAddress says %v", tt.reason, err2)
		}
	}
}
