package reports

import (
	"cmp"
	"fmt"
	"strings"
)

// An Answer is a person's word on a [Question]. One about a name or the shape of a
// table holds for good; one about values holds as long as the cells that the person
// looked at hold what they held then.
type Answer struct {
	Key    string       `toml:"key" json:"key"`
	Kind   QuestionKind `toml:"kind" json:"kind"`
	About  string       `toml:"about" json:"about"` // what the question was about, as written
	Choice string       `toml:"choice" json:"choice"`
	Said   string       `toml:"said,omitempty" json:"said,omitempty"` // the choice in words
	Why    string       `toml:"why,omitempty" json:"why,omitempty"`
	By     string       `toml:"by,omitempty" json:"by,omitempty"`
	When   string       `toml:"when,omitempty" json:"when,omitempty"` // RFC 3339, UTC
	Asked  string       `toml:"asked,omitempty" json:"asked,omitempty"`

	// Report, From and To confine an answer that lets something stand to the report
	// of which it was given; an answer of another kind has none.
	Report string `toml:"report,omitempty" json:"report,omitempty"`
	From   Day    `toml:"from,omitzero" json:"from,omitzero"`
	To     Day    `toml:"to,omitzero" json:"to,omitzero"` // last day included

	Reading   string        `toml:"reading,omitempty" json:"reading,omitempty"`     // of columns: those that count, in words
	Cells     []Looked      `toml:"cells,omitempty" json:"cells,omitempty"`         // what the person looked at
	Accepts   []Let         `toml:"accepts,omitempty" json:"accepts,omitempty"`     // the findings that may stand
	Indicator *NewIndicator `toml:"indicator,omitempty" json:"indicator,omitempty"` // of the choice "moi"
}

// A Looked is a cell that a person looked at to answer, with what it held then and what
// it is to be read as. It is written on one line: "a.xlsx!Chỉ tiêu!C12 | 3f2a | 12 người".
type Looked struct {
	At    string // "file!sheet!C12", or a file alone
	Holds string // the contents, summed up; "" of an empty cell
	Value string // "": as it is
	Drop  bool   // its value does not count
}

// The words of a Looked that are no contents.
const (
	lookedEmpty = "trống"
	lookedDrop  = "bỏ"
	lookedParts = " | "
)

// MarshalText writes the one line.
func (l Looked) MarshalText() ([]byte, error) {
	text := l.At + lookedParts + cmp.Or(l.Holds, lookedEmpty)
	switch {
	case l.Drop:
		text += lookedParts + lookedDrop
	case l.Value != "":
		text += lookedParts + "= " + l.Value
	}
	return []byte(text), nil
}

// UnmarshalText reads what MarshalText wrote. The parts are looked for from the end:
// names of files and sheets may hold any sign.
func (l *Looked) UnmarshalText(text []byte) error {
	s := string(text)
	*l = Looked{}
	if i := strings.LastIndex(s, lookedParts); i >= 0 {
		switch last := s[i+len(lookedParts):]; {
		case last == lookedDrop:
			l.Drop, s = true, s[:i]
		case strings.HasPrefix(last, "= "):
			l.Value, s = last[2:], s[:i]
		}
	}
	i := strings.LastIndex(s, lookedParts)
	if i < 0 {
		return fmt.Errorf("parse %q: want \"cell%scontents\"", text, lookedParts)
	}
	l.At, l.Holds = s[:i], s[i+len(lookedParts):]
	if l.Holds == lookedEmpty {
		l.Holds = ""
	}
	return nil
}

// A Let is a finding that may stand, on one line: "branch.missing tdp-02 3f2a…". It is
// known by its fingerprint, as an [Acceptance] is.
type Let struct {
	Code        string
	Branch      UnitID
	Fingerprint string
}

// MarshalText writes the one line.
func (l Let) MarshalText() ([]byte, error) {
	return []byte(strings.Join([]string{l.Code, cmp.Or(string(l.Branch), "-"), l.Fingerprint}, " ")), nil
}

// UnmarshalText reads what MarshalText wrote.
func (l *Let) UnmarshalText(text []byte) error {
	words := strings.Fields(string(text))
	if len(words) != 3 {
		return fmt.Errorf("parse %q: want \"code branch fingerprint\"", text)
	}
	*l = Let{words[0], UnitID(words[1]), words[2]}
	if l.Branch == "-" {
		l.Branch = ""
	}
	return nil
}

// Reason is why an answer was given, in words.
func (a Answer) Reason() string { return cmp.Or(a.Why, a.Said, a.Choice) }

// A NewIndicator is what a name becomes that nothing was known by: the keys are
// those of chi-tieu-them.toml.
type NewIndicator struct {
	Code     string   `toml:"code" json:"code"`
	Name     string   `toml:"name" json:"name"`
	Unit     string   `toml:"unit" json:"unit"`
	Kind     string   `toml:"kind" json:"kind"`
	Level    string   `toml:"level" json:"level"`
	Section  string   `toml:"section" json:"section"`
	Sentence string   `toml:"sentence,omitempty" json:"sentence,omitempty"`
	Of       string   `toml:"of,omitempty" json:"of,omitempty"`            // code of the one that it hangs on
	Short    []string `toml:"short,omitempty" json:"short,omitempty"`      // its names below that one
	NewUnit  bool     `toml:"new_unit,omitempty" json:"newUnit,omitempty"` // no unit is called Unit yet
}

// Lasts reports whether the answer holds whatever the cells hold.
func (a Answer) Lasts() bool {
	return a.Kind == AskName || a.Kind == AskBranch || a.Kind == AskColumns
}
