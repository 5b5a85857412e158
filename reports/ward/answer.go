package ward

import (
	"encoding/json"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/office"
)

// An Answer is what check and run answer, and print with --json. The first group
// is of run only.
type Answer struct {
	Edition string         `json:"edition,omitempty"`
	Report  string         `json:"report"`
	From    reports.Day    `json:"from"`
	To      reports.Day    `json:"to"` // last day included
	Status  archive.Status `json:"status,omitempty"`
	PDF     string         `json:"pdf,omitempty"` // absolute
	SHA256  string         `json:"sha256,omitempty"`
	Pages   int            `json:"pages,omitempty"`
	New     *bool          `json:"new,omitempty"`   // false: the same inputs as before, nothing was rendered
	Final   string         `json:"final,omitempty"` // what release = "auto" made of it
	Mail    []office.Mail  `json:"mail,omitempty"`

	Branches  Branches          `json:"branches"`
	Figures   map[string]Figure `json:"figures"`
	Findings  history.Findings  `json:"findings"`
	Questions []Question        `json:"questions"` // open ones, the weightiest first
	Files     []File            `json:"files"`

	Checked  *batch.Checked `json:"-"` // all that was found
	Old      []string       `json:"-"` // letters of those in Mail that had been sent before
	Folder   string         `json:"-"` // absolute: of what check wrote, or of a trial
	Troubles []string       `json:"-"` // what a person must know of, in Vietnamese
}

type Branches struct {
	Expected *int             `json:"expected"` // null without a branch list
	Received int              `json:"received"`
	Missing  []reports.UnitID `json:"missing"`
	List     []Standing       `json:"list"` // the branches expected, or else those found
}

// A Standing is how far one branch has come.
type Standing struct {
	ID       reports.UnitID `json:"id"`
	Name     string         `json:"name"`
	Received bool           `json:"received"`
	Given    int            `json:"given"` // indicators, of those that at least half of the branches give
	Of       int            `json:"of"`
	Saved    *reports.Day   `json:"saved"` // null: no workbook of it says when it was saved
	Late     *int           `json:"late"`  // days after the due date; null: unknown, or no date is set
	Blocking int            `json:"blocking"`
	Warning  int            `json:"warning"`
	Files    []string       `json:"files"`
}

func standings(list []batch.Standing) []Standing {
	all := []Standing{}
	for _, s := range list {
		o := Standing{
			ID: s.Unit.ID, Name: s.Unit.Name, Received: s.Received, Given: s.Given, Of: s.Of,
			Blocking: s.Blocking, Warning: s.Warning, Files: append([]string{}, s.Files...),
		}
		if s.Saved != 0 {
			o.Saved = &s.Saved
		}
		if s.Late >= 0 {
			o.Late = &s.Late
		}
		all = append(all, o)
	}
	return all
}

type Figure struct {
	Value json.RawMessage `json:"value"` // a number
	Unit  string          `json:"unit"`
	Cells int             `json:"cells"`
	Items []string        `json:"items,omitempty"` // of a list, whose value is their count
}

type File struct {
	Name   string            `json:"name"`
	State  reports.FileState `json:"state"`
	Branch reports.UnitID    `json:"branch,omitempty"`
	Cells  int               `json:"cells,omitempty"`
	Why    string            `json:"why,omitempty"`
}

// An Accepted is what accept answers, and prints with --json.
type Accepted struct {
	Report   string            `json:"report"`
	From     reports.Day       `json:"from"`
	To       reports.Day       `json:"to"` // last day included
	Accepted []AcceptedFinding `json:"accepted"`
	Alias    *Alias            `json:"alias,omitempty"`
	Blocking int               `json:"blocking"` // findings that block still

	Checked *batch.Checked `json:"-"` // as it is now
	Left    string         `json:"-"` // what can be accepted still, as it is written on the command line
}

type AcceptedFinding struct {
	Code    string         `json:"code"`
	Branch  reports.UnitID `json:"branch,omitempty"`
	At      []reports.Cell `json:"at"`
	Message string         `json:"message"`
	Why     string         `json:"why"`
}

type Alias struct {
	Name string `json:"name"`
	Code string `json:"code"`
	Why  string `json:"why"`
	File string `json:"file"`
}

func acceptOf(c *batch.Checked) Accepted {
	return Accepted{
		Report: c.Report, From: c.Span.From, To: c.Span.Last(),
		Accepted: []AcceptedFinding{}, Blocking: c.Count(reports.Blocking), Checked: c,
	}
}

func ofRun(r *batch.Result) Answer {
	o := ofCheck(r.Checked)
	o.Edition = r.Edition.ID
	o.Status = r.Edition.Manifest.Status
	o.PDF, o.SHA256, o.Pages = r.PDF, r.SHA256, r.Pages
	o.New = &r.New
	return o
}

func ofCheck(c *batch.Checked) Answer {
	o := Answer{
		Checked:   c,
		Report:    c.Report,
		From:      c.Span.From,
		To:        c.Span.Last(),
		Branches:  Branches{Received: c.Branches.Received, Missing: []reports.UnitID{}, List: standings(c.Branches.List)},
		Figures:   map[string]Figure{},
		Findings:  findingsOf(c),
		Questions: questionsOf(c.Questions),
		Files:     []File{},
	}
	if c.Branches.Expected >= 0 {
		o.Branches.Expected = &c.Branches.Expected
	}
	for _, unit := range c.Branches.Missing {
		o.Branches.Missing = append(o.Branches.Missing, unit.ID)
	}
	for code, figure := range c.Totals.Figures {
		indicator, _ := c.Catalogue.Indicator(code)
		if digits, ok := indicator.Digits(figure.Value); ok {
			o.Figures[code] = Figure{json.RawMessage(digits), indicator.Unit, len(figure.Cells()), items(indicator, figure)}
		}
	}
	for _, f := range c.Files {
		o.Files = append(o.Files, File{f.Name, f.State, history.BranchOf(f.Unit), f.Cells, f.Why})
	}
	return o
}

// items are the lines of a list, nil for any other figure.
func items(ind catalogue.Indicator, f reports.Figure) []string {
	if ind.Kind != catalogue.List {
		return nil
	}
	var lines []string
	for _, c := range f.From {
		lines = append(lines, c.Text)
	}
	return lines
}

func findingsOf(c *batch.Checked) history.Findings {
	o := history.Findings{
		Blocking: c.Count(reports.Blocking),
		Warning:  c.Count(reports.Warning),
		Note:     c.Count(reports.Note),
		List:     []history.Finding{},
	}
	for _, f := range c.Findings {
		at := append([]reports.Cell{}, f.At...)
		o.List = append(o.List, history.Finding{Code: f.Code, Severity: f.Severity, Branch: concerns(c, f), At: at, Message: f.Message, Hint: f.Hint, Accepted: f.Accepted, Question: f.Question})
	}
	return o
}

// concerns returns the branch that a finding is about: the one that it names,
// or else the one whose workbook it points into.
func concerns(c *batch.Checked, f batch.Finding) reports.UnitID {
	return history.BranchOf(c.Concerns(f))
}

// EncodeJSON writes an answer as --json prints it.
func EncodeJSON(answer any) []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(answer); err != nil {
		panic(err) // plain data always encodes
	}
	return []byte(b.String())
}
