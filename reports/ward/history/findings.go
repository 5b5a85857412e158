package history

import (
	"maps"

	"ccbreport/reports"
	"ccbreport/reports/archive"
)

type Findings struct {
	Blocking int       `json:"blocking"`
	Warning  int       `json:"warning"`
	Note     int       `json:"note"`
	List     []Finding `json:"list"`
}

type Finding struct {
	Code     string           `json:"code"`
	Severity reports.Severity `json:"severity"`
	Branch   reports.UnitID   `json:"branch,omitempty"`
	At       []reports.Cell   `json:"at"`
	Message  string           `json:"message"`
	Hint     string           `json:"hint"`
	Accepted string           `json:"accepted,omitempty"` // the reason for which a person lets it stand
	Question string           `json:"question,omitempty"` // key of the one that it asks or is folded under
}

// BranchOf returns the id of a branch, "" for the ward: the key says branch.
func BranchOf(id reports.UnitID) reports.UnitID {
	if id == reports.Ward {
		return ""
	}
	return id
}

// Words puts a finding that an edition keeps into words.
func (h *History) Words(f archive.Finding) Finding {
	at := make([]reports.Cell, len(f.At))
	for i, s := range f.At {
		at[i] = reports.ParseCell(s)
	}
	args := reports.Args{}
	for _, b := range h.Conf.Branches {
		if b.ID == string(f.Branch) {
			args["branch"] = b.Name
		}
	}
	maps.Copy(args, f.Args)
	r := h.Cat.Render(reports.Finding{Code: f.Code, Unit: f.Branch, At: at, Args: args}, h.Lang)
	return Finding{Code: f.Code, Severity: f.Severity, Branch: BranchOf(f.Branch), At: at, Message: r.Message, Hint: r.Hint, Accepted: f.Accepted, Question: f.Question}
}

func (h *History) findings(m archive.Manifest) Findings {
	o := Findings{List: []Finding{}}
	for _, f := range m.Findings {
		switch f.Severity {
		case reports.Blocking:
			o.Blocking++
		case reports.Warning:
			o.Warning++
		case reports.Note:
			o.Note++
		}
		o.List = append(o.List, h.Words(f))
	}
	return o
}
