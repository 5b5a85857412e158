package deliver

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// subjectRoom is how many letters of a subject the list of a mail program on a telephone
// shows at most.
const subjectRoom = 49

// short fills a subject in with ever shorter names of its report and ward until it has
// room. The ward's name goes before a word of the report's is lost: its officers know
// whose it is. No word is ever cut.
func short(subject string, w Words, fill func(Words) (string, error)) (string, error) {
	forms := shortened(w.Report, w.Short)
	w.Report, w.Short = "", ""
	if bare, err := fill(w); err != nil || bare == subject { // it names neither
		return subject, err
	}
	for _, names := range forms {
		w.Report, w.Short = names[0], names[1]
		var err error
		if subject, err = fill(w); err != nil {
			return "", err
		}
		if subject = strings.TrimRight(subject, " –"); utf8.RuneCountInString(subject) <= subjectRoom {
			break
		}
	}
	return subject, nil
}

// shortened are ever shorter names of a report and a ward; the last ones are short enough
// for any subject.
func shortened(report, unit string) (all [][2]string) {
	reports, units := shortReports(report), shortUnits(unit)
	for _, u := range units {
		for _, r := range reports {
			all = append(all, [2]string{r, u})
		}
	}
	last := reports[len(reports)-1]
	all = append(all, [2]string{last, ""})
	for words := strings.Fields(last); len(words) > 1; words = words[:len(words)-1] {
		all = append(all, [2]string{strings.Join(words[:len(words)-1], " ") + "…", ""})
	}
	return all
}

// What is written in short wherever people write of reports.
var (
	shortWords  = strings.NewReplacer("Báo cáo", "BC", "báo cáo", "BC", "nhiệm kỳ", "NK")
	yearBehind  = regexp.MustCompile(`(\pL) năm (\d{4})`)
	reportFirst = regexp.MustCompile(`^BC (\pL|\d)`)
)

// shortReports are the names of a report: "Báo cáo 6 tháng đầu năm 2026", "BC 6 tháng đầu
// năm 2026", "6 tháng đầu 2026".
func shortReports(report string) []string {
	brief := shortWords.Replace(report)
	bare := yearBehind.ReplaceAllString(reportFirst.ReplaceAllString(brief, "$1"), "$1 $2")
	return slices.Compact([]string{report, brief, viet.Sentence(bare)})
}

// shortUnits are the names of a ward's association: without the noun of the ward, "CCB Hoàng
// Văn Thụ", with initials, "CCB H.V. Thụ", and without the association, "H.V. Thụ".
func shortUnits(unit string) []string {
	own, place := unit, ""
	if named := viet.Places(unit); len(named) > 0 {
		own, place = unit[:named[0].At], strings.TrimSpace(unit[named[0].At+len(named[0].Noun):])
	}
	own = strings.TrimSpace(strings.TrimPrefix(own, "Hội "))
	first, _, _ := strings.Cut(place, " – ")
	first, _, _ = strings.Cut(first, " - ")
	names := []string{own + " " + place, own + " " + first, own + " " + initials(first), initials(first)}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return slices.Compact(slices.DeleteFunc(names, func(n string) bool { return n == "" }))
}

// initials is a name of which only the last word is written out, with a number behind it.
func initials(name string) string {
	words := strings.Fields(name)
	last := len(words) - 1
	if last > 0 && !strings.ContainsFunc(words[last], unicode.IsLetter) {
		last--
	}
	if last < 1 {
		return name
	}
	var b strings.Builder
	for _, word := range words[:last] {
		first, _ := utf8.DecodeRuneInString(word)
		b.WriteString(string(first) + ".")
	}
	return b.String() + " " + strings.Join(words[last:], " ")
}
