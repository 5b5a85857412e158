package roll

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// dotted are abbreviations of kinds of place as people write them, and how the roster
// knows them.
var dotted = []struct {
	form *regexp.Regexp
	kind string
}{
	{regexp.MustCompile(`(?i)^((?:chi hội\s+)?)(?:t\.\s?d\.\s?p\.?|tổ\s+d\.?p\.?)(\s|$)`), "${1}TDP$2"},
	{regexp.MustCompile(`(?i)^((?:chi hội\s+)?)k\.\s?p\.?(\s|$)`), "${1}KP$2"},
	{regexp.MustCompile(`(?i)^((?:chi hội\s+)?)k\.\s?d\.\s?c\.?(\s|$)`), "${1}KDC$2"},
	{regexp.MustCompile(`(?i)^c\.\s?h\.?(\s|$)`), "CH$1"},
}

// parts takes the words of kind off a name. "Ban CHQS" is a board, no bản; typed without
// marks it is one only where nothing of the list has any.
func (r *Reader) parts(s string) roster.Name {
	for _, d := range dotted {
		s = d.form.ReplaceAllString(s, d.kind)
	}
	p := r.names.Parts(s)
	if viet.Key(p.Place) == "ban" && (!r.plain || isAcronym(firstWord(p.Rest))) {
		p.Place, p.Rest, p.Number = "", p.Place+" "+p.Rest, ""
	}
	return p
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// kinds are the kinds of place that are printed, by what they are without marks.
var kinds = func() map[string]string {
	by := map[string]string{}
	for _, s := range strings.Split("thôn; xóm; ấp; khóm; khối; khối phố; bản; làng; buôn; bon; sóc; phum; đội; tổ; tổ dân phố; tổ dân cư; tổ nhân dân; cụm; cụm dân cư; khu; khu phố; khu dân cư; khu vực; tiểu khu", ";") {
		s = strings.TrimSpace(s)
		by[viet.Bare(s)] = s
	}
	return by
}()

// place is a kind of place as it is printed, with its marks.
func (r *Reader) place(typed string) string {
	s := r.Words.Expand(viet.Key(typed))
	if marked := kinds[s]; marked != "" {
		return marked
	}
	return s
}

// offices begin the name of a branch that is no place: there only the first word has a
// capital.
var offices = []string{
	"cơ quan", "trường", "trạm", "công an", "quân sự", "doanh nghiệp", "công ty", "hợp tác xã", "htx", "nhà máy", "khối", "ban", "ubnd", "đảng ủy", "ủy ban",
	"bệnh viện", "chung cư", "tòa nhà", "khu tập thể", "cán bộ", "hưu trí",
}

// places begin names too, though no word of kind is printed before them.
var places = wordSet("plei plơi chòm phố dãy cư")

// isOffice reports whether a text begins as offices do.
func isOffice(s string) bool {
	key := viet.Key(s)
	return slices.ContainsFunc(offices, func(o string) bool { o = viet.Key(o); return key == o || strings.HasPrefix(key, o+" ") })
}

var (
	roman    = regexp.MustCompile(`^(?:X{0,2})(?:IX|IV|V?I{0,3})$`)
	acronyms = wordSet("ubnd hđnd mttq tnhh htx thcs thpt ccb tdp bch chqs tctd ubmt qlđt cty cp ubmttq")
)

// isAcronym reports whether a word is written in capitals always: it has no vowel, or it is
// one of those that offices have.
func isAcronym(word string) bool {
	key := viet.Key(word)
	vowels := strings.IndexFunc(viet.Bare(key), func(r rune) bool { return strings.ContainsRune("aeiouy", r) }) >= 0
	letters := strings.IndexFunc(key, unicode.IsLetter) >= 0
	return letters && strings.ToUpper(word) == word && (acronyms[key] || !vowels && len([]rune(word)) > 1)
}

// spelt is a name with the capitals that names have: those of a list in capitals are too
// many, and of one in small letters too few where it is a place's.
func spelt(s string, place bool) string {
	upper, lower := strings.ToUpper(s) == s, strings.ToLower(s) == s
	if upper == lower || lower && !place {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		switch low := strings.ToLower(w); {
		case isAcronym(w), i == len(words)-1 && roman.MatchString(w), strings.IndexFunc(w, unicode.IsDigit) >= 0:
		case low == "số" || low == "so" && i+1 < len(words) && number(words[i+1]) >= 0:
			words[i] = "số"
		case low == "và" || i > 0 && isOffice(s):
			words[i] = low
		default:
			words[i] = viet.Sentence(low)
		}
	}
	return strings.Join(words, " ")
}
