package office

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"ccbreport/reports"
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
	stepApprove: {"edition", "day"},
	stepSends:   nil,
	stepSign:    {"edition"},
	stepAuto:    nil,
	stepMissing: {"branch", "report"},
	stepMore:    {"count", "edition"},
	stepAgain:   {"report"},

	letterReport:     {"kind"},
	letterNumbered:   {"number", "day"},
	letterUnnumbered: {"day"},

	noticeHead:      {"unit", "day"},
	noticeFoot:      nil,
	noticeConfig:    {"what", "remedy"},
	noticeMissed:    {"report", "due", "from", "to"},
	noticeFailed:    {"report", "due", "from", "to", "why"},
	noticeBlocked:   {"edition"},
	noticeNoFinal:   {"edition"},
	noticeTakenBack: {"edition"},
	noticeDamaged:   {"edition"},
	noticeStands:    {"final", "edition"},
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

// LoadWords reads WordsFile from the root of fsys. A key that is missing or that
// nobody asks for, and a place that its line does not have, is an error that names
// the file, the key and what to do; all of them are in it.
func LoadWords(fsys fs.FS) (Words, error) {
	source, err := fs.ReadFile(fsys, WordsFile)
	if err != nil {
		return Words{}, fmt.Errorf("read template: %w", err)
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(source), "\uFEFF"), "\r\n", "\n") // as Windows writes
	var sections map[string]map[string]string
	if _, err := toml.Decode(text, &sections); err != nil {
		return Words{}, fmt.Errorf("%s: %w", WordsFile, err)
	}
	w := Words{map[line]string{}}
	for section, texts := range sections {
		for key, text := range texts {
			w.texts[line(section+"."+key)] = text
		}
	}
	if faults := w.faults(); len(faults) > 0 {
		return Words{}, errors.Join(faults...)
	}
	return w, nil
}

var place = regexp.MustCompile(`\{[^{}]*\}`)

func (w Words) faults() (faults []error) {
	for _, l := range slices.Sorted(maps.Keys(w.texts)) {
		allowed, known := places[l]
		if !known {
			faults = append(faults, fmt.Errorf("%s: unknown key %q; correct it or take the line out", WordsFile, l))
			continue
		}
		for _, p := range place.FindAllString(w.texts[l], -1) {
			if !slices.Contains(allowed, strings.Trim(p, "{}")) {
				faults = append(faults, fmt.Errorf("%s: %s: no value for %s; it has %q", WordsFile, l, p, allowed))
			}
		}
	}
	for _, l := range slices.Sorted(maps.Keys(places)) {
		if strings.TrimSpace(w.texts[l]) == "" {
			faults = append(faults, fmt.Errorf("%s: %s is missing; take it from the built-in file", WordsFile, l))
		}
	}
	return faults
}

// WordsOf are the words of a ward: its own, or else the built-in ones.
func WordsOf(c *config.Config) (Words, error) {
	templates, err := c.AllTemplates()
	if err != nil {
		return Words{}, err
	}
	w, err := LoadWords(templates)
	if err != nil {
		return Words{}, badWords.With(WordsFile, err.Error())
	}
	return w, nil
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
