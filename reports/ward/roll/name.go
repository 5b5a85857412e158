package roll

import (
	"regexp"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// A saying is what a text says of one branch.
type saying struct {
	name    string
	aliases []string
	old     string
}

var (
	parter   = regexp.MustCompile(`[;,|:\n()\[\]]|\s+[-–—]+\s+|\s+[-–—]+|[-–—]+\s+`)
	together = regexp.MustCompile(`\s*\+\s*|\s*&\s*|\s+và\s+`)
	span     = regexp.MustCompile(`\d\s*[-–—]\s*\d|\d\s+đến\s+`)
	calls    = regexp.MustCompile(`(?i)^(?:còn gọi là|còn gọi|tức là|tức|tên cũ là|tên cũ|tên khác|cũ là|gọi tắt là|gọi tắt|trước là)\s+(.+)$`)
	counted  = regexp.MustCompile(`^\d{1,4}(?:\s+(?:hội viên|hv|đồng chí|đ/c|người|hội viên .*))?$`)
)

// longestName, in words, is more than any branch is called by.
const longestName = 8

// parse reads what a text says of branches; nothing if a person must say it first, or has
// said that it is none.
func (r *Reader) parse(row Row, text string) []saying {
	base, rest := r.cut(text)
	d := Doubt{Key: rowKey(row), Row: row.Num, Text: quote(row.text())}
	base, glued := r.unglue(base)
	switch {
	case glued != "":
		return r.askPerson(d, row, base, glued, rest)
	case !r.isName(base):
		return r.askBranch(d, row, base)
	}
	if two := r.two(base, rest); len(two) > 1 {
		return r.askTwo(d, row, text, two)
	}
	return r.follow(d, row, saying{name: base}, rest)
}

// cut takes the list mark and all that reaches a person off a text, and parts the name
// from what follows it.
func (r *Reader) cut(text string) (base string, rest []string) {
	text = reach.ReplaceAllString(unlisted(text), " , ")
	text = reachWord.ReplaceAllString(text, " , ")
	if span.MatchString(text) {
		return viet.Clean(text), nil
	}
	for _, s := range parter.Split(text, -1) {
		if s = strings.Trim(viet.Clean(s), " .-–—'\"“”"); s != "" {
			rest = append(rest, s)
		}
	}
	if len(rest) == 0 {
		return "", nil
	}
	return rest[0], rest[1:]
}

// isName reports whether a text can only be the name of a branch.
func (r *Reader) isName(s string) bool {
	p := r.names.Parts(s)
	words := strings.Fields(p.Rest)
	lead := p.Branch || p.Place != ""
	headed := len(r.cols.heads) > 0 && r.cols.name > 0
	switch {
	case len(words) == 0 || len(words) > longestName || hasNumber(s) || strings.Contains(s, "@") || span.MatchString(s):
		return false
	case p.Number != "":
		return lead || headed
	case lead:
		return true
	case r.cols.kind != "":
		return true
	case headed:
		return !middled(words) && strings.IndexFunc(s, unicode.IsLetter) >= 0
	}
	first := []rune(words[0])[0]
	return r.cols.name > 0 && unicode.IsUpper(first) && len(words) <= 4 && !viet.Personal(s) && strings.IndexFunc(s, unicode.IsDigit) < 0
}

// middled reports whether a text has a middle name that most persons have.
func middled(words []string) bool {
	for i := 1; i+1 < len(words); i++ {
		if bare := viet.Bare(viet.Key(words[i])); bare == "văn" || bare == "van" || bare == "thi" {
			return viet.Personal(strings.Join(words[i-1:], " "))
		}
	}
	return false
}

// unglue parts a name from a person's that follows it without any mark: "Thôn Đông Nguyễn
// Văn A". With a title between them it is sure, and the person is gone.
func (r *Reader) unglue(s string) (name, person string) {
	if m := titled.FindStringSubmatchIndex(s); m != nil && m[0] > 0 {
		r.list.People++
		return strings.TrimSpace(s[:m[0]]), ""
	}
	p := r.names.Parts(s)
	words := strings.Fields(p.Rest)
	if !p.Branch && p.Place == "" && len(r.cols.heads) == 0 && !hasLower(s) {
		return s, ""
	}
	for i := 1; i+1 < len(words); i++ {
		if tail := strings.Join(words[i:], " "); surname(words[i]) && isPerson(tail) && (len(words)-i > 2 || middled(words[i:])) {
			return strings.TrimSpace(strings.TrimSuffix(s, tail)), tail
		}
	}
	return s, ""
}

func hasLower(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// surname reports whether a word is one that persons are called by.
func surname(word string) bool { return viet.Personal(word + " Văn X") }

func (r *Reader) askBranch(d Doubt, row Row, base string) []saying {
	d.Kind = AskBranch
	if base != "" && len(strings.Fields(base)) <= 2*longestName && !hasNumber(base) {
		d.Choices = append(d.Choices, Choice{Yes, r.made(base).Name})
	}
	d.Choices = append(d.Choices, Choice{No, ""})
	switch r.doubt(d) {
	case Yes:
		return []saying{{name: base}}
	case No:
		r.aside(row, Dropped)
	}
	return nil
}

func (r *Reader) askPerson(d Doubt, row Row, name, person string, rest []string) []saying {
	d.Kind = AskPerson
	whole := name + " " + person
	d.Choices = []Choice{{No, r.made(name).Name}, {Yes, r.made(whole).Name}}
	switch r.doubt(d) {
	case Yes:
		return r.follow(d, row, saying{name: whole}, rest)
	case No:
		r.list.People++
		return r.follow(d, row, saying{name: name}, rest)
	}
	return nil
}

// two are the names of several branches that a text may have.
func (r *Reader) two(base string, rest []string) []string {
	all := together.Split(base, -1)
	kind := r.names.Parts(all[0])
	for _, s := range rest {
		p := r.names.Parts(s)
		onePlace := kind.Branch && kind.Place == "" && kind.Number != "" && p.Place != "" // "Chi hội 1 - Thôn Đông"
		switch {
		case onePlace:
		case (p.Branch || p.Place != "") && p.Rest != "" && !calls.MatchString(s):
			all = append(all, s)
		case kind.Number != "" && counted.MatchString(s) && len(s) <= 2:
			all = append(all, s)
		}
	}
	for i, s := range all[1:] {
		if p := r.names.Parts(s); !p.Branch && p.Place == "" {
			lead := strings.TrimSuffix(all[0], kind.Rest)
			all[i+1] = strings.TrimSpace(lead + s)
		}
	}
	return all
}

func (r *Reader) askTwo(d Doubt, row Row, text string, two []string) []saying {
	d.Kind = AskTwo
	var names []string
	for _, s := range two {
		names = append(names, r.made(s).Name)
	}
	one := whole(text)
	d.Choices = []Choice{{Both, strings.Join(names, "; ")}, {Yes, r.made(one).Name}, {No, ""}}
	switch r.doubt(d) {
	case Both:
		var all []saying
		for _, s := range two {
			all = append(all, saying{name: s})
		}
		return all
	case Yes:
		return []saying{{name: one}}
	case No:
		r.aside(row, Dropped)
	}
	return nil
}

// whole is a text as one name, without what reaches a person.
func whole(text string) string {
	text = reachWord.ReplaceAllString(reach.ReplaceAllString(unlisted(text), " "), " ")
	return strings.Trim(viet.Clean(text), " ,;:-–—()")
}

// follow reads what stands behind a name: persons are passed over, an old commune and
// other names are taken.
func (r *Reader) follow(d Doubt, row Row, said saying, rest []string) []saying {
	for _, s := range rest {
		p := r.names.Parts(s)
		switch m := calls.FindStringSubmatch(s); {
		case m != nil && !isPerson(m[1]):
			said.aliases = append(said.aliases, m[1])
		case oldOf(s, false) != "":
			said.old = oldOf(s, false)
		case isPerson(s) && p.Place == "" && !p.Branch, titled.MatchString(" " + s):
			r.list.People++
		case counted.MatchString(s), isHead(s):
		case (p.Branch || p.Place != "") && p.Rest != "":
			said.name += " (" + s + ")" // the roster knows a branch by both
		default:
			d.Kind = AskRest
			one := said.name + " (" + s + ")"
			d.Choices = []Choice{{No, r.made(said.name).Name}, {Yes, r.made(one).Name}}
			switch r.doubt(d) {
			case Yes:
				said.name = one
			case "":
				return nil
			}
		}
	}
	return []saying{said}
}
