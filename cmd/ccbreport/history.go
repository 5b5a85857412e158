package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
)

// A history knows the editions that stand in a folder.
type history struct {
	conf  *Config
	voice voice
	out   string // absolute
	store *archive.Store
	ids   []string
	cat   *catalogue.Catalogue // for the words of findings
	lang  string
}

// openHistory looks which editions there are; lang is that of the findings' words.
func openHistory(conf *Config, out, lang string) (h *history, err error) {
	h = &history{conf: conf, voice: voice{lang == "en"}, out: out, lang: lang}
	if h.store, err = archive.Open(out); err != nil {
		return nil, err
	}
	if h.ids, err = h.store.IDs(); err != nil {
		return nil, err
	}
	templates, err := conf.allTemplates()
	if err != nil {
		return nil, err
	}
	h.cat, err = catalogue.Load(templates)
	return h, err
}

// edition returns the edition of that name. One whose manifest is damaged comes
// with its error.
func (h *history) edition(id string) (archive.Edition, error) {
	e, err := h.store.Edition(id)
	if errors.Is(err, fs.ErrNotExist) {
		return e, noEdition.with(id, h.out)
	}
	return e, err
}

// newest returns the name of the newest edition: of the report that was named,
// else of the one that run would make if it has any.
func (h *history) newest(report string) (string, error) {
	if report == "" {
		if r, err := h.conf.choose("", ""); err == nil && archive.Newest(h.ids, r.Name) != "" {
			return archive.Newest(h.ids, r.Name), nil
		}
	}
	id := archive.Newest(h.ids, report)
	if id == "" {
		return "", noEditions.with(h.out)
	}
	return id, nil
}

// data reads what the page of an edition was made of.
func (h *history) data(id string) (*trace.Data, archive.Edition, error) {
	e, err := h.edition(id)
	if err != nil {
		return nil, e, err
	}
	d, err := dataOf(h.store, e)
	return d, e, err
}

// dataOf reads what the page of an edition was made of; a signed copy has that of
// its final.
func dataOf(store *archive.Store, e archive.Edition) (*trace.Data, error) {
	if e.Manifest.Status == archive.Released {
		final, err := store.Edition(archive.FinalID(e.ID))
		if err != nil {
			return nil, fmt.Errorf("read the final of %s: %w", e.ID, err)
		}
		e = final
	}
	raw, err := e.Read(archive.Data)
	if err != nil {
		return nil, err
	}
	return trace.Decode(raw)
}

// reportOf is the name of the file that the edition is there for: the report, or
// its signed copy.
func reportOf(m archive.Manifest) string {
	if m.Status == archive.Released {
		return m.Outputs[0].Name // its only one
	}
	return archive.PDF
}

// words puts a finding that an edition keeps into words.
func (h *history) words(f archive.Finding) findingOutput {
	at := make([]reports.Cell, len(f.At))
	for i, s := range f.At {
		at[i] = reports.ParseCell(s)
	}
	args := reports.Args{}
	for _, b := range h.conf.Branches {
		if b.ID == string(f.Branch) {
			args["branch"] = b.Name
		}
	}
	maps.Copy(args, f.Args)
	r := h.cat.Render(reports.Finding{Code: f.Code, Unit: f.Branch, At: at, Args: args}, h.lang)
	return findingOutput{f.Code, f.Severity, branchOf(f.Branch), at, r.Message, r.Hint, f.Accepted}
}

func (h *history) findings(m archive.Manifest) findingsOutput {
	o := findingsOutput{List: []findingOutput{}}
	for _, f := range m.Findings {
		switch f.Severity {
		case reports.Blocking:
			o.Blocking++
		case reports.Warning:
			o.Warning++
		case reports.Note:
			o.Note++
		}
		o.List = append(o.List, h.words(f))
	}
	return o
}

// An editionOutput is one edition in what --json prints.
type editionOutput struct {
	Edition string         `json:"edition"`
	Report  string         `json:"report,omitempty"`
	From    reports.Day    `json:"from,omitempty"`
	To      reports.Day    `json:"to,omitempty"` // last day included
	Status  archive.Status `json:"status,omitempty"`
	PDF     string         `json:"pdf,omitempty"` // absolute; of a copy signed on paper, its scan or photo
	SHA256  string         `json:"sha256,omitempty"`
	Pages   int            `json:"pages,omitempty"`
	Seal    string         `json:"seal,omitempty"`
	Damaged bool           `json:"damaged,omitempty"` // its manifest cannot be read: nothing else is known
}

func ofEdition(e archive.Edition) editionOutput {
	m := e.Manifest
	o := editionOutput{
		Edition: e.ID, Report: m.Report, From: m.From, To: m.To, Status: m.Status,
		PDF: e.Path(reportOf(m)), Pages: m.Pages, Seal: m.Seal,
	}
	if i := slices.IndexFunc(m.Outputs, func(h archive.Hashed) bool { return h.Name == reportOf(m) }); i >= 0 {
		o.SHA256 = m.Outputs[i].SHA256
	}
	return o
}

// list tells about all editions.
func (h *history) list() (Editions, error) {
	o := Editions{Editions: []editionOutput{}, Folder: h.out}
	for _, id := range h.ids {
		e, err := h.edition(id)
		var damaged *archive.DamagedError
		switch {
		case errors.As(err, &damaged):
			o.Editions = append(o.Editions, editionOutput{Edition: id, Damaged: true})
		case err != nil:
			return o, err
		default:
			o.Editions = append(o.Editions, ofEdition(e))
		}
	}
	return o, nil
}

// Editions is what editions answers, and prints with --json.
type Editions struct {
	Editions []editionOutput `json:"editions"`
	Folder   string          `json:"-"` // absolute: where they stand
}
