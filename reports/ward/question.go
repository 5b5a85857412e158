package ward

import (
	"math"

	"ccbreport/reports"
	"ccbreport/reports/ward/history"
)

// A Question is what only a person can decide, as --json prints it.
type Question struct {
	Key     string               `json:"key"`
	Kind    reports.QuestionKind `json:"kind"`
	Text    string               `json:"text"`
	Choices []Choice             `json:"choices"`
	Default string               `json:"default"`
	Free    reports.Freedom      `json:"free,omitempty"` // what may be answered beside the choices

	New      *reports.NewIndicator `json:"new,omitempty"` // what the choice "moi" makes unless more is said
	Share    float64               `json:"share"`         // of the most affected printed figure
	Blocking bool                  `json:"blocking"`
	Settles  int                   `json:"settles"` // findings that are folded under it
	Branches []reports.UnitID      `json:"branches"`
	At       []reports.Cell        `json:"at"`
	Rows     []Row                 `json:"rows,omitempty"`
}

type Choice struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Effect string `json:"effect,omitempty"` // on the figures, in words
}

type Row struct {
	ID     string         `json:"id"`
	Branch reports.UnitID `json:"branch,omitempty"`
	Text   string         `json:"text"`
	At     []reports.Cell `json:"at"`
}

func questionsOf(list []reports.Question) []Question {
	all := []Question{}
	for _, q := range list {
		o := Question{
			Key: q.Key, Kind: q.Kind, Text: q.Text, Choices: []Choice{}, Default: q.Default, Free: q.Free, New: q.New,
			Share: math.Round(q.Share*1e4) / 1e4, Blocking: q.Blocking, Settles: q.Settles,
			Branches: []reports.UnitID{}, At: append([]reports.Cell{}, q.At...),
		}
		for _, c := range q.Choices {
			o.Choices = append(o.Choices, Choice(c))
		}
		for _, id := range q.Branches {
			if id != reports.Ward {
				o.Branches = append(o.Branches, id)
			}
		}
		for _, r := range q.Rows {
			o.Rows = append(o.Rows, Row{r.ID, history.BranchOf(r.Unit), r.Text, append([]reports.Cell{}, r.At...)})
		}
		all = append(all, o)
	}
	return all
}
