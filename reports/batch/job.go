// Package batch runs the stages in order: Check reads top to bottom as the data
// flows, Run goes on to the page. It is the only package that knows several
// stages.
package batch

import (
	"io/fs"

	"ccbreport/reports"
)

// A Job is everything that one run may know: the configuration's values, and
// the file systems it may read. It holds no clock.
type Job struct {
	Report    string // name of the report, first part of the edition's id
	Template  string // name of the template without ".md"
	Span      reports.Period
	YearStart [2]int // month and day on which a year begins, {1, 1}
	Term      Term
	Unit      Unit
	Branches  []reports.Unit // empty: every unit found is a branch
	Sign      Sign
	To        []string // Kính gửi
	Copies    []string // Nơi nhận
	Settings  []byte   // the configuration as it bears on the page, for the edition's hash

	Inbox     fs.FS
	Templates fs.FS // the built-in ones under the ward's own
	Fonts     fs.FS

	// Progress is called while files are read; nil for none.
	Progress func(done, total int, file string)
}

// A Term is the term of office (nhiệm kỳ).
type Term struct {
	Name    string // "2017 - 2022"
	Ordinal string // "VII"
	Span    reports.Period
}

// A Unit is the ward's own organisation as it signs.
type Unit struct {
	Name   string // "Hội Cựu chiến binh phường …"
	Short  string // "Hội CCB phường …"
	Parent string
	Place  string
	Symbol string // "BC-CCB"
}

// A Sign is who signs.
type Sign struct {
	Authority string // "TM. BAN CHẤP HÀNH"
	Position  string // "CHỦ TỊCH"
	Name      string
}
