package history

import "ccbreport/reports/archive"

// Shown is what show answers, and prints with --json.
type Shown struct {
	Brief
	Program   string           `json:"program"`
	Figures   int              `json:"figures"`
	Findings  Findings         `json:"findings"`
	Settings  string           `json:"settings"`          // SHA-256 of the configuration as it bears on the page
	Follows   *archive.Follows `json:"follows,omitempty"` // of a final or signed copy: what it was made of
	Inputs    []archive.Hashed `json:"inputs"`
	Templates []archive.Hashed `json:"templates"`
	Fonts     []archive.Hashed `json:"fonts"`
	Outputs   []archive.Hashed `json:"outputs"`
}

// Show tells about one edition.
func (h *History) Show(id string) (Shown, error) {
	e, err := h.Edition(id)
	if err != nil {
		return Shown{}, err
	}
	m := e.Manifest
	return Shown{
		OfEdition(e), m.Program, len(m.Figures), h.findings(m), m.Settings, m.Follows, m.Inputs, m.Templates, m.Fonts, m.Outputs,
	}, nil
}
