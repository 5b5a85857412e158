package main

import (
	"cmp"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/viet"
)

// A shownOutput is what show --json prints.
type shownOutput struct {
	editionOutput
	Program   string           `json:"program"`
	Figures   int              `json:"figures"`
	Findings  findingsOutput   `json:"findings"`
	Settings  string           `json:"settings"`          // SHA-256 of the configuration as it bears on the page
	Follows   *archive.Follows `json:"follows,omitempty"` // of a final or signed copy: what it was made of
	Inputs    []archive.Hashed `json:"inputs"`
	Templates []archive.Hashed `json:"templates"`
	Fonts     []archive.Hashed `json:"fonts"`
	Outputs   []archive.Hashed `json:"outputs"`
}

// showEdition is the verb show.
func showEdition(t *tui, f *flags, id string) error {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	e, err := h.edition(id)
	if err != nil {
		return err
	}
	m := e.Manifest
	o := shownOutput{
		ofEdition(e), m.Program, len(m.Figures), h.findings(m), m.Settings, m.Follows, m.Inputs, m.Templates, m.Fonts, m.Outputs,
	}
	if t.json {
		t.print(o)
		return nil
	}
	t.show(o)
	return nil
}

func (t *tui) show(o shownOutput) {
	t.line(showHead, o.Edition, t.statusWords(o.Status))
	t.line(headLine, o.Report, viet.Date(o.From), viet.Date(o.To))
	if f := o.Follows; f != nil {
		t.line(showFollows, f.Edition, cmp.Or(f.Number, "-"), viet.Date(f.Date))
	}
	t.line(showPDF, o.PDF, strconv.Itoa(o.Pages))
	t.line(showSeal, o.Seal)
	t.line(figureLine, strconv.Itoa(o.Figures))
	t.line(findingsLine, strconv.Itoa(o.Findings.Blocking), strconv.Itoa(o.Findings.Warning), strconv.Itoa(o.Findings.Note))
	for _, f := range o.Findings.List {
		if f.Severity != reports.Note {
			t.line(showFinding, t.say(severityWords[string(f.Severity)]), f.Message, f.Code)
		}
	}
	t.line(showProgram, o.Program)
	for _, list := range []struct {
		head  text
		files []archive.Hashed
	}{{showInputs, o.Inputs}, {showTemplates, o.Templates}, {showFonts, o.Fonts}, {showOutputs, o.Outputs}} {
		t.line(list.head, strconv.Itoa(len(list.files)))
		for _, file := range list.files {
			t.line(showFile, file.SHA256[:min(sealShown, len(file.SHA256))], file.Name)
		}
	}
}
