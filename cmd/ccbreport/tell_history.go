package main

import (
	"cmp"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/say"
)

// listEditions is the verb editions.
func listEditions(t *tui, f *flags) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	list, err := w.Editions()
	if err != nil {
		return err
	}
	if t.json {
		t.print(list)
		return nil
	}
	if len(list.Editions) == 0 {
		t.line(noEditionLine, list.Folder)
		return nil
	}
	t.line(editionsHead, strconv.Itoa(len(list.Editions)), list.Folder)
	for _, e := range list.Editions {
		if e.Damaged {
			t.line(editionDamaged, e.Edition)
			continue
		}
		t.line(editionLine, e.Edition, t.statusWords(e.Status), strconv.Itoa(e.Pages), e.Seal[:min(sealShown, len(e.Seal))])
	}
	return nil
}

// sealShown is how much of a seal stands in a list; show has all of it.
const sealShown = 16

func (t *tui) statusWords(s archive.Status) string {
	if words, ok := statusWords[s]; ok {
		return t.Say(words)
	}
	return string(s)
}

// showEdition is the verb show: of the named edition, or of the newest.
func showEdition(t *tui, f *flags, ids []string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	o, err := w.Show(strings.Join(ids, ""), f.report)
	if err != nil {
		return err
	}
	if t.json {
		t.print(o)
	} else {
		t.show(o)
	}
	return nil
}

func (t *tui) show(o ward.Shown) {
	t.line(showHead, o.Edition, t.statusWords(o.Status))
	t.line(ward.HeadLine, o.Report, viet.Date(o.From), viet.Date(o.To))
	if f := o.Follows; f != nil {
		t.line(showFollows, f.Edition, cmp.Or(f.Number, "-"), viet.Date(f.Date))
		if f.Early != "" {
			t.line(showEarly, f.Early)
		}
	}
	t.line(showPDF, o.PDF, strconv.Itoa(o.Pages))
	t.line(showSeal, o.Seal)
	t.line(ward.FigureLine, strconv.Itoa(o.Figures))
	t.line(ward.FindingsLine, strconv.Itoa(o.Findings.Blocking), strconv.Itoa(o.Findings.Warning), strconv.Itoa(o.Findings.Note))
	for _, f := range o.Findings.List {
		if f.Severity != reports.Note {
			t.line(showFinding, t.Say(ward.SeverityWords[string(f.Severity)]), f.Message, f.Code)
		}
	}
	t.line(showProgram, o.Program)
	for _, list := range []struct {
		head  say.Text
		files []archive.Hashed
	}{{showInputs, o.Inputs}, {showTemplates, o.Templates}, {showFonts, o.Fonts}, {showOutputs, o.Outputs}} {
		if len(list.files) == 0 { // a final has its draft instead of an inbox
			continue
		}
		t.line(list.head, strconv.Itoa(len(list.files)))
		for _, file := range list.files {
			t.line(showFile, file.SHA256[:min(sealShown, len(file.SHA256))], file.Name)
		}
	}
}

// verifyEditions is the verb verify: of the named editions, or of all.
func verifyEditions(t *tui, f *flags, ids []string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	o, err := w.Verify(ids...)
	if !say.HasAnswer(err) {
		return err
	}
	if t.json {
		t.print(o)
	} else {
		t.verified(o.Editions)
	}
	return err
}

func (t *tui) verified(list []history.Verdict) {
	wrong := 0
	for _, v := range list {
		if v.OK {
			t.line(verifiedWhole, v.Edition, strconv.Itoa(v.Files), v.Seal)
		} else {
			t.line(verifiedWrong, v.Edition, strconv.Itoa(len(v.Differences)))
			wrong++
		}
		for _, d := range v.Differences {
			t.line(differenceLine, t.Say(changeWords[d.What]), d.File)
		}
		if len(v.Now) > 0 {
			t.line(nowOtherLine, strings.Join(v.Now, ", "))
		}
	}
	if wrong > 0 {
		t.line(verifiedAdvice, strconv.Itoa(wrong), strconv.Itoa(len(list)))
	}
}
