package deliver

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Addresses are a white list of our own, narrower than the standard: no quoted
// local parts, through which a library once sent to another address than the one
// written (CVE-2025-59937), no letters outside ASCII, no comments, one address
// and no more.
var (
	localPart = regexp.MustCompile(`^[A-Za-z0-9_](?:\.?[A-Za-z0-9_+-])*$`)
	label     = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	topLabel  = regexp.MustCompile(`^(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$`)
)

// Characters of an address, and of what stands before its @ (RFC 5321, 4.5.3.1).
const maxAddress, maxLocal = 254, 64

// CheckAddress returns an error that says why the text is not one mail address:
// "a@b.vn", or "Hội CCB phường … <a@b.vn>" with a name.
func CheckAddress(text string) error {
	_, err := parseMailbox(text)
	return err
}

// SameAddress reports whether two addresses, with names or without, are one mailbox.
func SameAddress(a, b string) bool {
	x, errX := parseMailbox(a)
	y, errY := parseMailbox(b)
	return errX == nil && errY == nil && strings.EqualFold(x.address(), y.address())
}

// A mailbox is one address and the name before it, which may be empty.
type mailbox struct{ name, local, domain string }

func (m mailbox) address() string { return m.local + "@" + m.domain }

// parseMailbox reads one address.
func parseMailbox(text string) (mailbox, error) {
	name, address, why := divide(text)
	if why == "" {
		why = objection(address)
	}
	if why != "" {
		return mailbox{}, fmt.Errorf("read address %.80q: %s", text, why)
	}
	at := strings.LastIndexByte(address, '@')
	return mailbox{name, address[:at], strings.ToLower(address[at+1:])}, nil
}

// divide parts the name from the address; why is set if it cannot.
func divide(text string) (name, address, why string) {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar }) {
		return "", "", "a character that is no letter"
	}
	text = strings.TrimSpace(text)
	open := strings.IndexByte(text, '<')
	if open < 0 {
		return "", text, ""
	}
	if !strings.HasSuffix(text, ">") {
		return "", "", "something stands after the address"
	}
	name = strings.TrimSpace(text[:open])
	if inner, quoted := strings.CutPrefix(name, `"`); quoted && strings.HasSuffix(inner, `"`) {
		name = strings.TrimSuffix(inner, `"`)
	} else if strings.ContainsAny(name, ",;:@") {
		return "", "", "more than one address"
	}
	if strings.ContainsAny(name, `"\`) {
		return "", "", "a quote in the name"
	}
	return name, text[open+1 : len(text)-1], ""
}

// objection says what is wrong with a bare address, or "".
func objection(address string) string {
	at := strings.LastIndexByte(address, '@')
	switch {
	case at < 0:
		return "no @"
	case len(address) > maxAddress || at > maxLocal:
		return "too long"
	case !localPart.MatchString(address[:at]):
		return fmt.Sprintf("%.64q is not a name before @ that can be used", address[:at])
	case !isDomain(address[at+1:]):
		return fmt.Sprintf("%.64q is not the name of a mail domain", address[at+1:])
	}
	return ""
}

// isDomain holds for two labels or more, and for this very machine.
func isDomain(domain string) bool {
	if strings.EqualFold(domain, "localhost") {
		return true
	}
	labels := strings.Split(domain, ".")
	for _, l := range labels {
		if !label.MatchString(l) {
			return false
		}
	}
	return len(labels) > 1 && topLabel.MatchString(labels[len(labels)-1])
}
