package reports

// An Answer is a person's word on a [Question]. One about a name or the shape of a
// table holds for good; one about values holds as long as the cells that the person
// looked at hold what they held then.
type Answer struct {
	Key    string       `toml:"key" json:"key"`
	Kind   QuestionKind `toml:"kind" json:"kind"`
	About  string       `toml:"about" json:"about"` // what the question was about, as written
	Choice string       `toml:"choice" json:"choice"`
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
	Cells     []Looked      `toml:"cell,omitempty" json:"cells,omitempty"`          // what the person looked at
	Rows      []RowAnswer   `toml:"row,omitempty" json:"rows,omitempty"`            // of a table
	Accepts   []Acceptance  `toml:"accept,omitempty" json:"accepts,omitempty"`      // the findings that may stand
	Indicator *NewIndicator `toml:"indicator,omitempty" json:"indicator,omitempty"` // of the choice "moi"
}

// A Looked is a cell that a person looked at to answer, with what it held.
type Looked struct {
	At    string `toml:"at" json:"at"`                           // "file!sheet!C12", or a file alone
	Holds string `toml:"holds" json:"holds"`                     // the contents, summed up
	Value string `toml:"value,omitempty" json:"value,omitempty"` // what it is to be read as
	Drop  bool   `toml:"drop,omitempty" json:"drop,omitempty"`   // its value does not count
}

// A RowAnswer is the answer to one row of a table.
type RowAnswer struct {
	Row    string   `toml:"row" json:"row"`
	Choice string   `toml:"choice" json:"choice"`
	Unit   UnitID   `toml:"branch" json:"branch"`
	Code   string   `toml:"code" json:"code"`
	From   Day      `toml:"from,omitzero" json:"from,omitzero"`
	To     Day      `toml:"to,omitzero" json:"to,omitzero"` // last day included
	At     []Looked `toml:"cell,omitempty" json:"cells,omitempty"`
}

// A NewIndicator is what a name becomes that nothing was known by: the keys are
// those of chi-tieu-them.toml.
type NewIndicator struct {
	Code     string `toml:"code" json:"code"`
	Name     string `toml:"name" json:"name"`
	Unit     string `toml:"unit" json:"unit"`
	Kind     string `toml:"kind" json:"kind"`
	Level    string `toml:"level" json:"level"`
	Section  string `toml:"section" json:"section"`
	Sentence string `toml:"sentence,omitempty" json:"sentence,omitempty"`
}

// Lasts reports whether the answer holds whatever the cells hold.
func (a Answer) Lasts() bool {
	return a.Kind == AskName || a.Kind == AskBranch || a.Kind == AskColumns
}
