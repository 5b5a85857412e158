// Package batch runs the stages in order: Check reads top to bottom as the data
// flows, Run goes on to the page. It is the only package that knows several
// stages.
package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/compose"
	"ccbreport/reports/intake"
	"ccbreport/reports/question"
)

// A Job is everything that one run may know: the configuration's values, and
// the file systems it may read. It holds no clock.
type Job struct {
	Report    string // name of the report, first part of the edition's id
	Template  string // name of the template without ".md"
	Lang      string // of the findings' words: "vi" or "en"; never of the report
	Span      reports.Period
	Due       reports.Day    // last day on which branches are to send; 0: none is set
	Zone      *time.Location // in which days are counted; nil for UTC
	YearStart [2]int         // month and day on which a year begins, {1, 1}
	Term      Term
	Unit      Unit
	Branches  []reports.Unit // empty: every unit found is a branch
	Sign      Sign
	To        []string // Kính gửi
	Copies    []string // Nơi nhận
	Sources   string   // where the annex of sources stands: SourcesDraft or "", SourcesFinal, SourcesNone

	// Answers are what people said to the questions of this report and span: of names,
	// workbooks, columns and cells, and of findings that may stand.
	Answers []reports.Answer

	// Nearly is the percentage of the branches of which the report calls a figure that
	// of all; 0: 90.
	Nearly int

	// Taken are the workbooks of questions whose answers are known already. Those of
	// others are heeded, and kept first with Keep if it is not nil; Now is the moment at
	// which they are taken, RFC 3339 in UTC.
	Taken []question.Taken
	// Unmeasured leaves out what answers would do: it takes a reading of the workbooks
	// for each, and who has made up his mind need not wait for it.
	Unmeasured bool
	Keep       func(answers []reports.Answer, taken []question.Taken) error
	Now        string

	// Told writes what was found for a person to read, to be kept with the edition; nil
	// for nothing.
	Told func(c *Checked) []byte

	Inbox     fs.FS
	Templates fs.FS // the built-in ones under the ward's own
	Fonts     fs.FS

	// Progress is called while files are read; nil for none.
	Progress func(done, total int, file string)

	// Convert and Settled help to read the inbox; see intake.Options.
	Convert func(ctx context.Context, form string, data []byte) ([]byte, error)
	Settled func(ctx context.Context, name string) bool
}

func (j Job) zone() *time.Location {
	if j.Zone == nil {
		return time.UTC
	}
	return j.Zone
}

func (j Job) reading() intake.Options {
	return intake.Options{Limits: intake.DefaultLimits(), Convert: j.Convert, Settled: j.Settled, Progress: j.Progress}
}

// The parts of the configuration that are printed.
type (
	Term = compose.TermInfo
	Unit = compose.UnitInfo
	Sign = compose.SignInfo
)

// Where the annex of sources stands, with the files and cells of every figure.
const (
	SourcesDraft = "draft" // in drafts only: whoever checks the figures needs it, the committee does not
	SourcesFinal = "final" // in drafts and finals
	SourcesNone  = "none"  // in neither
)

// settings is the configuration as it bears on the page: what an edition's
// digest covers beside the files, and what a draft keeps of it.
type settings struct {
	Template   string
	Span       reports.Period
	Due        reports.Day
	Zone       string
	YearStart  [2]int
	Term       Term
	Unit       Unit
	Branches   []reports.Unit
	Sign       Sign
	To, Copies []string
	Nearly     int    `json:",omitempty"`
	Sources    string `json:",omitempty"` // one of a draft that was made before there was this setting has none
}

func (j Job) settings() ([]byte, error) {
	data, err := json.Marshal(settings{
		j.Template, j.Span, j.Due, j.zone().String(), j.YearStart, j.Term, j.Unit, j.Branches, j.Sign, j.To, j.Copies, j.Nearly, j.Sources,
	})
	if err != nil {
		return nil, fmt.Errorf("write settings: %w", err)
	}
	return data, nil
}

// settingsOf reads the settings that a draft keeps.
func settingsOf(draft archive.Edition) (settings, error) {
	var kept settings
	raw, err := draft.Read(archive.Settings)
	if err != nil {
		return kept, err
	}
	if err := json.Unmarshal(raw, &kept); err != nil {
		return kept, fmt.Errorf("read settings of %s: %w", draft.ID, err)
	}
	return kept, nil
}

// job returns a job with the settings that an edition keeps.
func (s settings) job() (Job, error) {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return Job{}, fmt.Errorf("read settings: %w", err)
	}
	return Job{
		Template: s.Template, Span: s.Span, Due: s.Due, Zone: zone, YearStart: s.YearStart, Term: s.Term, Unit: s.Unit,
		Branches: s.Branches, Sign: s.Sign, To: s.To, Copies: s.Copies, Nearly: s.Nearly, Sources: s.Sources,
	}, nil
}
