package begin

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
	"ccbreport/reports/ward/say"
)

// A Question is one of the things that a ward is asked, in the order in which they build
// on each other. Key is the flag that answers it too.
type Question struct {
	Key  string
	Text say.Text
	// Usual is what holds if the answer is empty; "" for nothing.
	Usual func(a Answers) string
	// Take takes an answer, or says why it cannot be one.
	Take func(a *Answers, said string) error
	Must bool // there is nothing usual, and no ward without it
}

// BranchesKey is the question for the branches: its answer is a list, which is read and
// settled elsewhere.
const BranchesKey = "branches"

// Questions are what the ward is asked.
func (w Ward) Questions() []Question {
	none := func(Answers) string { return "" }
	return []Question{
		{"name", askName, none, w.takeName, true},
		{"parent", askParent, none, w.takeParent, true},
		{"place", askPlace, usualPlace, takePlace, false},
		{"term", askTerm, func(Answers) string { return usualTerm(w.Today) }, takeTerm, false},
		{"ordinal", askOrdinal, none, func(a *Answers, s string) error { a.Term.Ordinal = viet.Clean(s); return nil }, false},
		{BranchesKey, askBranches, none, nil, true},
		{"report", askReport, func(Answers) string { return Reports[0].Name }, takeReport, false},
		{"due", askDue, usualDue, func(a *Answers, s string) error { a.Due = viet.Clean(s); return nil }, false},
		{"letter-to", askTo, usualTo, func(a *Answers, s string) error { a.To = listed(s); return nil }, false},
		{"sign-name", askSigner, none, func(a *Answers, s string) error { a.Signer = viet.Clean(s); return nil }, false},
	}
}

func (w Ward) takeName(a *Answers, said string) error {
	name, notes, err := w.name(said)
	if err == nil {
		a.Name, a.Notes = name, append(a.Notes, notes...)
	}
	return err
}

func (w Ward) takeParent(a *Answers, said string) error {
	name, notes, err := w.parent(said)
	if err == nil {
		a.Parent, a.Notes = name, append(a.Notes, notes...)
	}
	return err
}

func usualPlace(a Answers) string {
	_, place := communeOf(a.Name)
	return place
}

func takePlace(a *Answers, said string) error {
	a.Place = viet.Clean(said)
	return nil
}

func takeTerm(a *Answers, said string) error {
	t, err := termOf(said)
	t.Ordinal, a.Term = a.Term.Ordinal, t
	return err
}

// reportWords are what people call the reports.
var reportWords = map[string]string{
	"năm": "nam", "báo cáo năm": "nam", "sáu tháng": "sau-thang", "6 tháng": "sau-thang", "giữa nhiệm kỳ": "giua-nhiem-ky", "nhiệm kỳ": "nhiem-ky",
}

func takeReport(a *Answers, said string) error {
	name := viet.Clean(said)
	if known := reportWords[viet.Key(said)]; known != "" {
		name = known
	}
	for _, r := range Reports {
		if r.Name == name {
			a.Report = name
			return nil
		}
	}
	return badReport.With(said)
}

// usualDue is the usual last day, as people write it.
func usualDue(a Answers) string {
	for _, r := range Reports {
		if month, day, ok := strings.Cut(r.Due, "-"); ok && r.Name == a.Report {
			return strings.TrimLeft(day, "0") + "/" + strings.TrimLeft(month, "0")
		}
	}
	return ""
}

// usualTo is the committee of the commune, and the organisation above.
func usualTo(a Answers) string {
	commune, _ := communeOf(a.Name)
	to := []string{"Đảng ủy " + commune, a.Parent}
	return strings.Join(slices.DeleteFunc(to, func(s string) bool { return s == "" }), "; ")
}

// listed parts what stands in one line.
func listed(s string) []string {
	var all []string
	for _, item := range strings.Split(s, ";") {
		if item = viet.Clean(item); item != "" {
			all = append(all, item)
		}
	}
	return all
}
