package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

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

// verifyEditions is the verb verify: of the named editions, or of all.
func verifyEditions(t *tui, f *flags, ids []string) error {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		ids = h.ids
	}
	var list []verifiedOutput
	for _, id := range ids {
		one, err := h.verify(id)
		if err != nil {
			return err
		}
		list = append(list, one)
	}
	if len(list) == 0 {
		return noEditions.with(h.out)
	}
	if t.json {
		t.print(map[string]any{"editions": list})
	} else {
		t.verified(list)
	}
	if slices.ContainsFunc(list, func(v verifiedOutput) bool { return !v.OK }) {
		return errDiffers
	}
	return nil
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

func (t *tui) verified(list []verifiedOutput) {
	wrong := 0
	for _, v := range list {
		if v.OK {
			t.line(verifiedWhole, v.Edition, strconv.Itoa(v.Files), v.Seal)
		} else {
			t.line(verifiedWrong, v.Edition, strconv.Itoa(len(v.Differences)))
			wrong++
		}
		for _, d := range v.Differences {
			t.line(differenceLine, t.say(changeWords[d.What]), d.File)
		}
		if len(v.Now) > 0 {
			t.line(nowOtherLine, strings.Join(v.Now, ", "))
		}
	}
	if wrong > 0 {
		t.line(verifiedAdvice, strconv.Itoa(wrong), strconv.Itoa(len(list)))
	}
}
