package main

import (
	"errors"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
)

// A verifiedOutput is one edition in what verify --json prints.
type verifiedOutput struct {
	Edition     string             `json:"edition"`
	OK          bool               `json:"ok"`
	Files       int                `json:"files"` // that were written; 0 where the manifest is damaged
	Seal        string             `json:"seal,omitempty"`
	Differences []differenceOutput `json:"differences"`
	Now         []string           `json:"now"` // what is not today as it was then: a run would make another edition
}

type differenceOutput struct {
	File string         `json:"file"` // relative to the edition
	What archive.Change `json:"what"`
}

// Verified is what verify answers, and prints with --json.
type Verified struct {
	Editions []verifiedOutput `json:"editions"`
}

// verifyAll looks at the named editions, or at all.
func (h *history) verifyAll(ids []string) (o Verified, err error) {
	if len(ids) == 0 {
		ids = h.ids
	}
	if len(ids) == 0 {
		return o, noEditions.with(h.out)
	}
	for _, id := range ids {
		one, err := h.verify(id)
		if err != nil {
			return o, err
		}
		o.Editions = append(o.Editions, one)
	}
	if slices.ContainsFunc(o.Editions, func(v verifiedOutput) bool { return !v.OK }) {
		return o, errDiffers
	}
	return o, nil
}

func (h *history) verify(id string) (verifiedOutput, error) {
	o := verifiedOutput{Edition: id, Differences: []differenceOutput{}, Now: []string{}}
	e, err := h.edition(id)
	var damaged *archive.DamagedError
	if err != nil && !errors.As(err, &damaged) {
		return o, err
	}
	differences, err := e.Verify()
	if err != nil {
		return o, err
	}
	for _, d := range differences {
		o.Differences = append(o.Differences, differenceOutput{d.File, d.What})
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
func (h *history) now(m archive.Manifest) ([]string, error) {
	r, ok := h.conf.report(m.Report)
	if !ok {
		return []string{"config.toml"}, nil
	}
	job := h.conf.job(r, reports.PeriodOf(m.From, m.To))
	var err error
	if job.Templates, err = h.conf.templates(r.Template); err != nil {
		return nil, err
	}
	made, err := job.MadeFrom()
	if err != nil {
		return nil, err
	}
	return append([]string{}, m.Other(made)...), nil
}
