package deliver

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"regexp"
	"strings"
	"text/template"

	"ccbreport/reports/author"
	"ccbreport/reports/viet"
)

// Words are what the templates of letters (templates/mail-KIND.txt) may speak of.
// All of them are as they are read: days are 31/12/2026, names are Vietnamese.
// What a kind of letter has no use for stays empty.
type Words struct {
	Unit, Parent string // Hội CCB phường …, and the organisation above it
	Title        string // of the report: Báo cáo …
	From, To     string // first and last day of its period

	Edition      string
	Number, Date string   // of the final
	Addressees   []string // to whom the report is formally addressed
	Replaces     string   // "số 05-BC/CCB ngày …" if it replaces one sent before

	Branches          string   // "33/34"
	Missing           []string // branches without a return
	Blocking, Warning int      // findings

	Lines     []string // what went wrong, or is to be done, or was done
	Due, Next string   // when the report is due, when the program tries again
	Trial     string   // in a trial: the address that the letter would go to

	// What a letter is read for, so that nobody has to type a command to learn it. In a
	// subject, Report and Short are cut to what a telephone shows; see [Compose].
	Report, Short string // "Báo cáo năm 2026", "Hội CCB xã …"
	DueDay        string // Due without its year, "05/12"
	Version       string // number of the draft: "2"
	Code          string // of a draft that a person may approve: "4F7-K2M"
	Signs, Sends  bool   // what approving leads to: it is signed first; it goes out at once

	Figures     []string // those that matter most: "Tổng số hội viên: 815 người"
	Asked       []string // questions, and what else blocks, the weightiest first
	MoreAsked   int      // how many more there are
	Since       string   // number of the draft that the officers had before, "" for none
	Changed     []string // figures that are others since: "Tổng số hội viên: 812 → 815 người"
	MoreChanged int      // how many more are
	Reworded    int      // sentences and rows that read otherwise since
	Troubles    []string // Lines without what is to be typed
	Commands    []string // what is to be typed, for whoever sits at the computer
}

// subjectLine begins each template; an empty line and the text follow.
const subjectLine = "Subject: "

// finalTemplate is the letter to the committee: its subject is formal, and may be long.
const finalTemplate = "mail-" + Final + ".txt"

// Compose fills the template of a kind of letter in. A subject that is too long for a
// telephone is filled in again with shorter names of its report and ward, [Words.Report]
// and [Words.Short]; one that names neither stays as it is, as does that of a final. A template that speaks of
// something else than [Words] has is an error with file and line, also where
// these words would not have met it.
func Compose(fsys fs.FS, kind string, w Words) (subject, text string, err error) {
	name := "mail-" + kind + ".txt"
	if subject, text, err = compose(fsys, name, w); err != nil {
		return "", "", fmt.Errorf("compose letter: %w", mistaken(err))
	}
	return subject, text, nil
}

// noField is how the template library says that words have no such value.
var noField = regexp.MustCompile(`can't evaluate field (\w+)`)

// mistaken is what is wrong in a template of a letter, as its author is told it.
func mistaken(err error) error {
	file, line, what, ok := author.Broken(err)
	if !ok {
		return err
	}
	if m := noField.FindStringSubmatch(what); m != nil {
		var names []string
		for _, f := range reflect.VisibleFields(reflect.TypeFor[Words]()) {
			names = append(names, f.Name)
		}
		return author.Mistakes{author.Misnamed(file, line, m[1], names, "trong thư không có giá trị {{.%s}}", "letters have no value {{.%s}}", m[1])}
	}
	return author.One(file, line, "mẫu thư viết chưa đúng (%s); chép lại từ mẫu có sẵn", "the letter is not written right (%s); take it from the built-in template", what)
}

func compose(fsys fs.FS, name string, w Words) (subject, text string, err error) {
	source, err := fs.ReadFile(fsys, name)
	if err != nil {
		return "", "", err
	}
	t, err := template.New(name).Funcs(template.FuncMap{"join": strings.Join, "contains": strings.Contains}).Parse(tidy(source))
	if err != nil {
		return "", "", err
	}
	for _, rehearsal := range []Words{{}, every} {
		if err := t.Execute(io.Discard, rehearsal); err != nil {
			return "", "", err
		}
	}
	if subject, text, err = filled(t, w.clean()); err != nil || name == finalTemplate {
		return subject, text, err
	}
	subject, err = short(subject, w.clean(), func(w Words) (string, error) {
		subject, _, err := filled(t, w)
		return subject, err
	})
	return subject, text, err
}

// filled is a template with the words in their places.
func filled(t *template.Template, w Words) (subject, text string, err error) {
	var out strings.Builder
	if err := t.Execute(&out, w); err != nil {
		return "", "", err
	}
	head, text, ok := strings.Cut(out.String(), "\n\n")
	subject, found := strings.CutPrefix(head, subjectLine)
	if !ok || !found || strings.Contains(subject, "\n") {
		return "", "", author.One(t.Name(), 1, "dòng đầu phải là “%s…”, dòng thứ hai để trống", "the first line must be “%s…”, the second one empty", subjectLine)
	}
	return viet.Clean(subject), strings.TrimSpace(text) + "\n", nil
}

// tidy takes away what editors on Windows put into a text.
func tidy(source []byte) string {
	source = bytes.TrimPrefix(source, []byte("\uFEFF"))
	return strings.ReplaceAll(string(source), "\r\n", "\n")
}

// every has something everywhere, so that each branch of a template is gone
// through: without it those that nothing takes, with it the others. It names no
// fields, so that the compiler asks for each new one.
var every = Words{
	"x", "x", "x", "x", "x", "x", "x", "x", []string{"x", "x"}, "x",
	"x", []string{"x", "x"}, 1, 1, []string{"x", "x"}, "x", "x", "x",
	"x", "x", "x", "x", "x", true, true,
	[]string{"x", "x"}, []string{"x", "x"}, 1, "x", []string{"x", "x"}, 1, 1, []string{"x", "x"}, []string{"x", "x"},
}

// clean brings all words onto one line each, the subject ends with its line; only
// an entry of a list may have more, such as what to do under what is wrong.
func (w Words) clean() Words {
	w.Report, w.Short = cmp.Or(w.Report, w.Title), cmp.Or(w.Short, w.Unit)
	for _, word := range []*string{
		&w.Unit, &w.Parent, &w.Title, &w.From, &w.To, &w.Edition, &w.Number, &w.Date,
		&w.Replaces, &w.Branches, &w.Due, &w.Next, &w.Trial,
		&w.Report, &w.Short, &w.DueDay, &w.Version, &w.Code, &w.Since,
	} {
		*word = viet.Clean(*word)
	}
	for _, list := range []*[]string{
		&w.Addressees, &w.Missing, &w.Lines, &w.Figures, &w.Asked, &w.Changed, &w.Troubles, &w.Commands,
	} {
		lines := make([]string, len(*list))
		for i, line := range *list {
			lines[i] = cleanLines(line)
		}
		*list = lines
	}
	return w
}

func cleanLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = viet.Clean(lines[i])
	}
	return strings.Join(lines, "\n  ")
}
