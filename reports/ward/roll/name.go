package roll

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// A saying is what a text says of one branch.
type saying struct {
	name    string
	aliases []string
	old     string
}

var (
	parter   = regexp.MustCompile(`[;,|:\n()\[\]]|\s+[-–—]+\s+|\s+[-–—]+|[-–—]+\s+|\s+/\s+`)
	together = regexp.MustCompile(`\s*\+\s*|\s*&\s*|\s+và\s+`)
	span     = regexp.MustCompile(`\d\s*[-–—]\s*\d|\d\s+đến\s+`)
	calls    = regexp.MustCompile(`(?i)^(?:(?:còn gọi|tức|tên cũ|tên khác|tên gọi khác|cũ|gọi tắt|viết tắt|trước đây|trước kia|trước)(?: là)?|xưa gọi là)\s+(.+)$`)
	// callColon is what stands before another name, with a colon that would part them.
	callColon = regexp.MustCompile(`(?i)(còn gọi|tên cũ|tên khác|tên gọi khác|gọi tắt|viết tắt|trước đây|trước kia)(?: là)?\s*:`)
	// formerly is an old name with the word behind it: "thôn Hạ cũ".
	formerly = regexp.MustCompile(`^(.*\p{Lu}.*|.*\d)\s+(?:cũ|CŨ)$`)
	counted  = regexp.MustCompile(`(?i)^\d{1,4}(?:\s*(?:hội viên|hv|đồng chí|đ/c|người|nữ|nam|đảng viên|hộ|hội viên .*))?$`)
)

// members is what is counted behind a name without any mark: "Thôn Đông có 45 hội viên".
var members = regexp.MustCompile(`(?i)(\p{L}|\d)\s+(?:có\s+)?\d{1,4}\s*(?:hội viên|hv|đ/c|đồng chí|đảng viên|người)(?:[^\p{L}]|$)`)

// longestName, in words, is more than any branch is called by.
const longestName = 8

// parse reads what a text says of branches; nothing if a person must say it first, or has
// said that it is none.
func (r *Reader) parse(row Row, text string) []saying {
	base, rest := r.cut(text)
	r.reached = hasNumber(text)
	for len(rest) > 0 && isHead(base) && !r.leads(base) && r.leads(rest[0]) {
		base, rest = rest[0], rest[1:] // "Các chi hội: Thôn Đông; …", or a line break behind "Thôn"
	}
	d := Doubt{Key: r.rowKey(row), Row: row.Num, Text: r.told(row)}
	base, glued := r.unglue(base)
	if two := r.two(base, rest); len(two) > 1 && r.isName(base) {
		return r.askTwo(d, row, text, two)
	}
	switch {
	case glued != "":
		return r.askPerson(d, row, base, glued, rest)
	case !r.isName(base):
		return r.askBranch(d, row, base)
	}
	return r.follow(d, row, saying{name: base}, rest)
}

// cut takes the list mark and all that reaches a person off a text, and parts the name
// from what follows it.
func (r *Reader) cut(text string) (base string, rest []string) {
	if line, more, ok := strings.Cut(text, "\n"); ok {
		if p := r.parts(unlisted(line)); p.Rest == "" && (p.Branch || p.Place != "") {
			text = line + " " + more
		}
	}
	text = callColon.ReplaceAllString(withoutReach(unlisted(text), " , "), "${1} là ")
	text = parted(members.ReplaceAllString(text, "$1 , "))
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
	p := r.parts(s)
	words := strings.Fields(p.Rest)
	lead := p.Branch || p.Place != ""
	headed := len(r.cols.heads) > 0 && r.cols.name > 0
	switch {
	case len(words) == 0 || len(words) > longestName || hasNumber(s) || slices.ContainsFunc(words, tooLong) || span.MatchString(s):
		return false
	case isHead(s) && !r.nameable(s), isOld(s):
		return false
	case p.Number != "":
		return lead || headed
	case lead, isOffice(s) && !middled(words), places[viet.Key(firstWord(s))]:
		return true
	case strings.IndexFunc(s, unicode.IsLetter) < 0:
		return r.cols.kind != ""
	case r.cols.lead && viet.Personal(nameCased(s)): // the others say what kind of place they are
		return false
	case r.cols.kind != "":
		return true
	case headed:
		return !middled(words) && !speech.MatchString(s)
	case len(words) > 4 || viet.Personal(s) || strings.IndexFunc(s, unicode.IsDigit) >= 0 || speech.MatchString(s):
		return false
	}
	return r.cols.name > 0 && capitals(words) && (!r.cols.lead || r.listed)
}

// tooLong reports whether a word has more letters than a syllable: somebody's address on
// the net.
func tooLong(word string) bool { return utf8.RuneCountInString(word) > 9 }

// speech is what people write to each other around a list.
var speech = regexp.MustCompile(`(?i)^(?:hết|xong|cảm ơn|cám ơn|xin|kính|gửi|nhờ|chào|vâng|dạ|ok)(?:[^\p{L}]|$)`)

func capitals(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !unicode.IsUpper([]rune(w)[0]) })
}

func (r *Reader) askBranch(d Doubt, row Row, base string) []saying {
	d.Kind = AskBranch
	if r.parts(base).Rest != "" && len(strings.Fields(base)) <= 2*longestName && !hasNumber(base) {
		d.Choices = append(d.Choices, Choice{Yes, r.made(base).Name})
	}
	d.Choices = append(d.Choices, Choice{No, ""})
	d.person = len(d.Choices) > 1 && isPerson(base)
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
	d.person = r.reached || surelyPerson(person)
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

// two are the names of several branches that a text may have, without the persons behind
// them.
func (r *Reader) two(base string, rest []string) []string {
	all := together.Split(base, -1)
	kind := r.parts(all[0])
	for _, s := range rest {
		p := r.parts(s)
		onePlace := kind.Branch && kind.Place == "" && kind.Number != "" && p.Place != "" // "Chi hội 1 - Thôn Đông"
		switch {
		case onePlace:
			kind.Number = "" // what follows are numbers of that place
		case calls.MatchString(s), formerly.MatchString(s):
		case (p.Branch || p.Place != "") && p.Rest != "":
			all = append(all, s)
		case kind.Number != "" && counted.MatchString(s) && len(s) <= 2:
			all = append(all, s)
		}
	}
	for i, s := range all[1:] {
		if p := r.parts(s); !p.Branch && p.Place == "" {
			lead := strings.TrimSuffix(all[0], kind.Rest)
			all[i+1] = strings.TrimSpace(lead + s)
		}
		people := r.list.People
		all[i+1], _ = r.unglue(all[i+1])
		r.list.People = people
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
	return strings.Trim(viet.Clean(withoutReach(unlisted(text), " ")), " ,;:-–—()")
}

// follow reads what stands behind a name: persons and what is told of them are passed
// over, an old commune and other names are taken.
func (r *Reader) follow(d Doubt, row Row, said saying, rest []string) []saying {
	street := isPerson(r.parts(said.name).Rest) // "khu phố Lê Lợi - Trần Phú"
	sure := hasNumber(row.text())
	for _, s := range rest {
		name, glued := r.unglue(s)
		person := startsTitled(s) || isPerson(s) && !r.leads(s) && (sure || (surelyPerson(s) || r.cols.behind || commonest[viet.Key(firstWord(s))]) && !(street && (!r.cols.behind || len(strings.Fields(s)) < 3)))
		switch {
		case said.called(s):
		case person:
			r.list.People++
			sure = true
		case besides(s, sure):
		case r.leads(s) && glued == "":
			said.name += " (" + name + ")" // the roster knows a branch by both
		default:
			d.Kind = AskRest
			without, one := said.name, said.name+" ("+s+")"
			if r.leads(s) {
				without += " (" + name + ")"
			}
			d.Choices = []Choice{{No, r.made(without).Name}, {Yes, r.made(one).Name}}
			switch r.doubt(d) {
			case Yes:
				said.name = one
			case No:
				said.name = without
			case "":
				return nil
			}
		}
	}
	return []saying{said}
}

// called takes what else a branch is called by, where it belonged to, and one more number
// of those in brackets behind it.
func (said *saying) called(s string) bool {
	m, was := calls.FindStringSubmatch(s), formerly.FindStringSubmatch(s)
	switch {
	case m != nil && !isPerson(m[1]):
		said.aliases = append(said.aliases, m[1])
	case oldOf(s, false) != "":
		said.old = oldOf(s, false)
	case was != nil:
		said.aliases = append(said.aliases, was[1])
	case len(s) <= 2 && listsNumbers.MatchString(said.name) && counted.MatchString(s): // "(tổ 1, 2)"
		said.name = strings.TrimSuffix(said.name, ")") + ", " + s + ")"
	default:
		return false
	}
	return true
}

// besides reports whether a text behind a name is none: what is counted, what a column is
// called, what is told of a person.
func besides(s string, person bool) bool {
	return ofPerson.MatchString(s) || counted.MatchString(s) || isHead(s) && (roleOf(s) != other || !capitals(strings.Fields(s))) || person && ofHim(s)
}

// ofHim reports whether a text behind a person is about him: figures, or where he lives.
func ofHim(s string) bool {
	return strings.IndexFunc(s, unicode.IsLetter) < 0 || address.MatchString(s)
}

// listsNumbers ends in a number in brackets.
var listsNumbers = regexp.MustCompile(`\([^()]*\d\)$`)

var address = regexp.MustCompile(`(?i)^(?:số|ngõ|ngách|hẻm|kiệt|đường|nhà)\s+\S`)

// startsTitled reports whether a text is a person with what he is called by.
func startsTitled(s string) bool {
	s = toPersonFirst.ReplaceAllString(s, "")
	m := titled.FindStringIndex(s)
	return m != nil && m[0] == 0
}
