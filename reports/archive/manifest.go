package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// Program is the name and version that made an edition. Another version may
// set the page in another way, so it is part of what an edition is made from.
const Program = "ccbreport 0.2.0"

// A Status says how far an edition has come.
type Status string

// How far an edition has come.
const (
	Draft    Status = "draft"    // nobody has approved it
	Final    Status = "final"    // approved: it has its day, and its number unless that is written in by hand
	Released Status = "released" // signed on paper or electronically
)

// A Manifest says what an edition was made from and what came of it. It is
// stored as manifest.json and holds no number, so the same inputs give the same
// manifest in any folder.
//
// Whoever makes an edition fills everything but Program, Digest, Outputs and
// Seal. The seal tells of chance and carelessness, and lets two people compare
// one line to know that they hold the same edition; it is no signature.
type Manifest struct {
	Program   string            `json:"program"`
	Digest    string            `json:"digest"` // of all that the edition was made from
	Report    string            `json:"report"`
	From      reports.Day       `json:"from"`
	To        reports.Day       `json:"to"` // last day included
	Status    Status            `json:"status"`
	Pages     int               `json:"pages"`
	Settings  string            `json:"settings"`  // SHA-256 of the configuration as it bears on the page
	Inputs    []Hashed          `json:"inputs"`    // every file of the inbox whose bytes were read
	Templates []Hashed          `json:"templates"` // every file read, built-in or the ward's own
	Fonts     []Hashed          `json:"fonts"`
	Outputs   []Hashed          `json:"outputs"`
	Figures   map[string]Figure `json:"figures"` // by code
	Findings  []Finding         `json:"findings"`

	// Acceptances are what people accepted of the findings that block.
	Acceptances []reports.Acceptance `json:"acceptances"`

	// Answers are what people said to questions, of what bears on the edition.
	Answers []reports.Answer `json:"answers,omitempty"`

	// Questions are those that were open when a draft was made, the weightiest first: the
	// letter that brings it may be written long after. A final has none.
	Questions []Question `json:"questions,omitempty"`

	// Follows says what a final or a signed copy was made of; nil for a draft.
	Follows *Follows `json:"follows,omitempty"`

	Seal string `json:"seal"` // SHA-256 of every other byte of manifest.json
}

// A Hashed is a file by its name and the SHA-256 of its bytes, in hex.
type Hashed struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Stored string `json:"stored,omitempty"` // the name under nguon/, where Name cannot stand on every system
}

// A Figure is a figure as the manifest keeps it.
type Figure struct {
	Value reports.Value `json:"value"`
	Unit  string        `json:"unit"`
	Cells []string      `json:"cells"` // "file!sheet!C12"
}

// A Finding is a finding as the manifest keeps it: without words, so that the
// language of the terminal does not show in an edition.
type Finding struct {
	Code     string           `json:"code"`
	Severity reports.Severity `json:"severity"`
	Branch   reports.UnitID   `json:"branch,omitempty"`
	At       []string         `json:"at"`
	Args     reports.Args     `json:"args,omitempty"`
	Accepted string           `json:"accepted,omitempty"` // the reason for which a person lets it stand
	Question string           `json:"question,omitempty"` // key of the one that it asks or is folded under
}

// A Question is an open question as the manifest keeps it: in Vietnamese, whatever the
// terminal speaks, and without what may be personal, as cau-hoi.xlsx asks it.
type Question struct {
	Key      string               `json:"key"`
	Kind     reports.QuestionKind `json:"kind"`
	Text     string               `json:"text"`
	Blocking bool                 `json:"blocking,omitempty"`
}

// Sum returns the SHA-256 of data in hex.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Hash returns the names and sums of the files, by name.
func Hash(files []Blob) []Hashed {
	list := make([]Hashed, 0, len(files))
	for _, f := range files {
		list = append(list, Hashed{Name: f.Name, SHA256: Sum(f.Bytes)})
	}
	slices.SortFunc(list, func(a, b Hashed) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// seal fills in what Put knows, and returns the inputs under the names that
// they are stored by.
func (m *Manifest) seal(inputs, outputs []Blob) []Blob {
	m.Program = Program
	m.Inputs = Hash(inputs)
	m.Outputs = Hash(outputs)
	m.Digest = m.digest()
	stored := safeNames(inputs)
	var kept []Blob
	for _, in := range inputs {
		kept = append(kept, Blob{Inputs + "/" + stored[in.Name], in.Bytes})
	}
	for i, in := range m.Inputs {
		if stored[in.Name] != in.Name {
			m.Inputs[i].Stored = stored[in.Name]
		}
	}
	return kept
}

// digest sums up what the edition is made from, not what came of it.
func (m *Manifest) digest() string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%q %q %s %s %q %s\n", Program, m.Report, m.From, m.To, m.Status, m.Settings)
	for _, list := range [][]Hashed{m.Inputs, m.Templates, m.Fonts} {
		for _, h := range list {
			fmt.Fprintf(&b, "%q %s\n", h.Name, h.SHA256)
		}
		b.WriteByte('\n')
	}
	for _, a := range m.Acceptances {
		fmt.Fprintf(&b, "%q %s %q\n", a.Code, a.Fingerprint, a.Why)
	}
	for _, a := range m.Answers {
		fmt.Fprintf(&b, "%q %q %q %q %v\n", a.Key, a.Choice, a.Why, a.Reading, a.Cells)
	}
	if f := m.Follows; f != nil {
		fmt.Fprintf(&b, "%q %s %q %s %q\n", f.Edition, f.Seal, f.Number, f.Date, f.How)
		if f.Early != "" { // a line of its own: manifests without it keep their digest
			fmt.Fprintf(&b, "%q\n", f.Early)
		}
	}
	return Sum(b.Bytes())
}

func (m *Manifest) prefix() string { return fmt.Sprintf("%s_%s_%s_v", m.Report, m.From, m.To) }

func (m *Manifest) id(n int) string { return m.prefix() + strconv.Itoa(n) }

// sealed fills in the seal and returns the manifest as it is stored.
func (m *Manifest) sealed() []byte {
	m.Seal = ""
	m.Seal = Sum(m.encode())
	return m.encode()
}

func (m *Manifest) encode() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		panic(err) // plain data always encodes
	}
	return b.Bytes()
}

func decodeManifest(data []byte) (Manifest, error) {
	var m Manifest
	err := json.Unmarshal(data, &m)
	return m, err
}
