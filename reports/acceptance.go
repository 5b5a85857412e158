package reports

// An Acceptance is a person's word that a finding may stand: the report is made
// without what it is about, and says so. It holds for one report and span, and
// only as long as what the person looked at is still the same: Fingerprint sums
// up the code, the unit, the positions, the words and the contents of the cells.
type Acceptance struct {
	Code        string   `json:"code" toml:"code"`
	Branch      UnitID   `json:"branch,omitempty" toml:"branch,omitempty"`
	At          []string `json:"at" toml:"at"` // positions, as Cell.String prints them
	Fingerprint string   `json:"fingerprint" toml:"fingerprint"`
	Why         string   `json:"why" toml:"why"`
}
