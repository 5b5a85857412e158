package office

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
)

// WordsFile has what the officers are told to do, at the root of the templates.
const WordsFile = "viec-can-lam.toml"

// A line is a text of WordsFile by its key.
type line string

const (
	stepRead    line = "steps.read"
	stepApprove line = "steps.approve"
	stepSends   line = "steps.sends"
	stepSign    line = "steps.sign"
	stepAuto    line = "steps.auto"
	stepMissing line = "steps.missing"
	stepMore    line = "steps.more"
	stepAnswer  line = "steps.answer"
	stepAgain   line = "steps.again"

	letterReport     line = "letter.report"
	letterNumbered   line = "letter.numbered"
	letterUnnumbered line = "letter.unnumbered"

	noticeHead      line = "notice.head"
	noticeFoot      line = "notice.foot"
	noticeConfig    line = "notice.config"
	noticeMissed    line = "notice.missed"
	noticeFailed    line = "notice.failed"
	noticeBlocked   line = "notice.blocked"
	noticeNoFinal   line = "notice.nofinal"
	noticeTakenBack line = "notice.takenback"
	noticeDamaged   line = "notice.damaged"
	noticeStands    line = "notice.stands"
	noticeEarly     line = "notice.early"
	noticeBroken    line = "notice.broken"
	noticeHeld      line = "notice.held"
	noticeTrial     line = "notice.trial"

	lostFailed    line = "lost.failed"
	lostTooLarge  line = "lost.toolarge"
	lostUncertain line = "lost.uncertain"
	lostAddress   line = "lost.address"
)

// places are all lines, with the places that a text of theirs may have.
var places = map[line][]string{
	stepRead:    nil,
	stepApprove: {"edition", "day", "code"},
	stepSends:   nil,
	stepSign:    {"edition"},
	stepAuto:    nil,
	stepMissing: {"branch", "report"},
	stepMore:    {"count", "edition"},
	stepAnswer:  {"edition"},
	stepAgain:   {"report"},

	letterReport:     {"kind"},
	letterNumbered:   {"number", "day"},
	letterUnnumbered: {"day"},

	noticeHead:      {"unit", "day"},
	noticeFoot:      nil,
	noticeConfig:    {"what", "remedy"},
	noticeMissed:    {"name", "report", "due", "from", "to"},
	noticeFailed:    {"name", "report", "due", "from", "to", "why"},
	noticeBlocked:   {"edition"},
	noticeNoFinal:   {"edition"},
	noticeTakenBack: {"edition"},
	noticeDamaged:   {"edition"},
	noticeStands:    {"final", "edition"},
	noticeEarly:     {"edition", "to", "days"},
	noticeBroken:    {"reply"},
	noticeHeld:      {"count"},
	noticeTrial:     {"count"},

	lostFailed:    {"recipient", "subject", "letter", "reply"},
	lostTooLarge:  {"recipient", "subject", "letter", "reply"},
	lostUncertain: {"recipient", "subject", "letter"},
	lostAddress:   {"letter", "edition"},
}

// Words are the texts of WordsFile, always in Vietnamese. They come from [LoadWords].
type Words struct{ texts map[line]string }

// said are the values of places, by their names.
type said map[string]string

// say returns a text with its places filled in.
func (w Words) say(l line, values said) string {
	var pairs []string
	for _, name := range places[l] {
		pairs = append(pairs, "{"+name+"}", values[name])
	}
	return strings.NewReplacer(pairs...).Replace(w.texts[l])
}

// LoadWords reads WordsFile from the root of fsys, strictly. A key that is missing or
// that nobody asks for, and a place that its line does not have, is a mistake of its
// author; see [author.Decode].
func LoadWords(fsys fs.FS) (Words, error) {
	var sections map[string]map[string]string
	file, err := author.Decode(fsys, WordsFile, &sections)
	if err != nil {
		return Words{}, fmt.Errorf("load words: %w", err)
	}
	w := Words{map[line]string{}}
	for section, texts := range sections {
		for key, text := range texts {
			w.texts[line(section+"."+key)] = text
		}
	}
	w.check(file)
	if err := author.Check(file); err != nil {
		return Words{}, fmt.Errorf("load words: %w", err)
	}
	return w, nil
}

var place = regexp.MustCompile(`\{[^{}]*\}`)

func (w Words) check(file *author.File) {
	var known []string
	for _, l := range slices.Sorted(maps.Keys(places)) {
		known = append(known, string(l))
		if strings.TrimSpace(w.texts[l]) == "" {
			file.Reject(file.Line(string(l)), "thiếu %s; chép từ tệp có sẵn", "%s is missing; take it from the built-in file", l)
		}
	}
	for _, l := range slices.Sorted(maps.Keys(w.texts)) {
		allowed, ok := places[l]
		if !ok {
			file.Misnamed(file.Line(string(l)), string(l), known, "không có khóa %q", "unknown key %q", string(l))
			continue
		}
		for _, p := range place.FindAllString(w.texts[l], -1) {
			if !slices.Contains(allowed, strings.Trim(p, "{}")) {
				file.Reject(file.Line(string(l)), "%s: không có giá trị cho %s; có %q", "%s: no value for %s; it has %q", l, p, allowed)
			}
		}
	}
}

// WordsOf are the words of a ward: its own, or else the built-in ones.
func WordsOf(c *config.Config) (Words, error) {
	templates, err := c.AllTemplates()
	if err != nil {
		return Words{}, err
	}
	return LoadWords(templates)
}

// Notice is the text of TodoFile, with what old Notepads need.
func (w Words) Notice(unit string, day reports.Day, lines []string) []byte {
	var b strings.Builder
	b.WriteString("\ufeff" + w.say(noticeHead, said{"unit": unit, "day": viet.Date(day)}) + "\n")
	for i, line := range lines {
		b.WriteString("\n" + strconv.Itoa(i+1) + ". " + line + "\n")
	}
	b.WriteString("\n" + w.say(noticeFoot, nil) + "\n")
	return []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))
}

// Misconfigured is what a notice says of what is wrong with the configuration.
func (w Words) Misconfigured(what, remedy string) string {
	return w.say(noticeConfig, said{"what": what, "remedy": remedy})
}
