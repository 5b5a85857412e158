package history

import (
	"errors"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/ward/say"
)

// A Verdict is one edition in what verify --json prints.
type Verdict struct {
	Edition     string   `json:"edition"`
	OK          bool     `json:"ok"`
	Files       int      `json:"files"` // that were written; 0 where the manifest is damaged
	Seal        string   `json:"seal,omitempty"`
	Differences []Damage `json:"differences"`
	Now         []string `json:"now"` // what is not today as it was then: a run would make another edition
}

type Damage struct {
	File string         `json:"file"` // relative to the edition
	What archive.Change `json:"what"`
}

// Verified is what verify answers, and prints with --json.
type Verified struct {
	Editions []Verdict `json:"editions"`
}

// Verify looks at the named editions, or at all.
func (h *History) Verify(ids []string) (o Verified, err error) {
	if len(ids) == 0 {
		ids = h.Ids
	}
	if len(ids) == 0 {
		return o, noEditions.With(h.out)
	}
	for _, id := range ids {
		one, err := h.verifyOne(id)
		if err != nil {
			return o, err
		}
		o.Editions = append(o.Editions, one)
	}
	if slices.ContainsFunc(o.Editions, func(v Verdict) bool { return !v.OK }) {
		return o, say.ErrDiffers
	}
	return o, nil
}

func (h *History) verifyOne(id string) (Verdict, error) {
	o := Verdict{Edition: id, Differences: []Damage{}, Now: []string{}}
	e, err := h.Edition(id)
	var damaged *archive.DamagedError
	if err != nil && !errors.As(err, &damaged) {
		return o, err
	}
	differences, err := e.Verify()
	if err != nil {
		return o, err
	}
	for _, d := range differences {
		o.Differences = append(o.Differences, Damage{d.File, d.What})
	}
	o.OK = len(differences) == 0
	if damaged == nil {
		o.Seal = e.Manifest.Seal
		o.Files = len(e.Manifest.Inputs) + len(e.Manifest.Outputs) + 1
		o.Now, err = h.now(e.Manifest)
	}
	return o, err
}

// now names what of the configuration, templates and fonts is not as it was
// when the edition was made. That is no fault of the edition.
func (h *History) now(m archive.Manifest) ([]string, error) {
	r, ok := h.Conf.Report(m.Report)
	if !ok {
		return []string{"config.toml"}, nil
	}
	job := h.Conf.Job(r, reports.PeriodOf(m.From, m.To))
	var err error
	if job.Templates, err = h.Conf.Templates(r.Template); err != nil {
		return nil, err
	}
	made, err := job.MadeFrom()
	if err != nil {
		return nil, err
	}
	return append([]string{}, m.Other(made)...), nil
}
