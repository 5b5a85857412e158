// Package history tells about the editions that stand in a ward's folder: what they
// are, whether they are whole, where a figure comes from, what differs between two.
// It only looks.
package history

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/author"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
)

// A History knows the editions that stand in a folder.
type History struct {
	Conf  *config.Config
	voice say.Voice
	out   string // absolute
	Store *archive.Store
	Ids   []string
	Cat   *catalogue.Catalogue // for the words of findings
	Lang  string
}

// Open looks which editions there are; lang is that of the findings' words.
func Open(conf *config.Config, out, lang string) (h *History, err error) {
	h = &History{Conf: conf, voice: say.Voice{English: lang == "en"}, out: out, Lang: lang}
	if h.Store, err = archive.Open(out); err != nil {
		return nil, err
	}
	if h.Ids, err = h.Store.IDs(); err != nil {
		return nil, err
	}
	templates, err := conf.AllTemplates()
	if err != nil {
		return nil, err
	}
	h.Cat, err = catalogue.Load(templates)
	return h, err
}

// Edition returns the edition of that name. One whose manifest is damaged comes
// with its error.
func (h *History) Edition(id string) (archive.Edition, error) {
	e, err := h.Store.Edition(id)
	if errors.Is(err, fs.ErrNotExist) {
		return e, h.noEdition(id)
	}
	return e, err
}

// noEdition is the error of a name that no edition has, with the one that it was perhaps
// meant for: the newest that begins or ends so, else the newest of those that differ least.
func (h *History) noEdition(id string) error {
	newest := slices.Clone(h.Ids)
	slices.Reverse(newest)
	near := author.Near(id, newest)
	i := slices.IndexFunc(newest, func(other string) bool {
		return strings.HasPrefix(other, id) || strings.HasSuffix(other, "_"+id) || strings.HasSuffix(other, "_v"+id)
	})
	if i >= 0 && id != "" {
		near = newest[i]
	}
	if near == "" {
		return noEdition.With(id, h.out)
	}
	return nearEdition.With(id, h.out, near)
}

// Newest returns the name of the newest edition: of the report that was named,
// else of the one that run would make if it has any.
func (h *History) Newest(report string) (string, error) {
	if report == "" {
		if r, err := h.Conf.Choose("", ""); err == nil && archive.Newest(h.Ids, r.Name) != "" {
			return archive.Newest(h.Ids, r.Name), nil
		}
	}
	if id := archive.Newest(h.Ids, report); id != "" {
		return id, nil
	}
	if _, known := h.Conf.Report(report); report != "" && !known {
		return "", h.Conf.NoReport(report)
	}
	if len(h.Ids) > 0 {
		return "", noneOfReport.With(report, h.out)
	}
	return "", noEditions.With(h.out)
}

// data reads what the page of an edition was made of.
func (h *History) data(id string) (*trace.Data, archive.Edition, error) {
	e, err := h.Edition(id)
	if err != nil {
		return nil, e, err
	}
	d, err := DataOf(h.Store, e)
	return d, e, err
}

// DataOf reads what the page of an edition was made of; a signed copy has that of
// its final.
func DataOf(store *archive.Store, e archive.Edition) (*trace.Data, error) {
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

// ReportOf is the name of the file that the edition is there for: the report, or
// its signed copy.
func ReportOf(m archive.Manifest) string {
	if m.Status == archive.Released {
		return m.Outputs[0].Name // its only one
	}
	return archive.PDF
}

// A Brief is one edition in what --json prints.
type Brief struct {
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

func OfEdition(e archive.Edition) Brief {
	m := e.Manifest
	o := Brief{
		Edition: e.ID, Report: m.Report, From: m.From, To: m.To, Status: m.Status,
		PDF: e.Path(ReportOf(m)), Pages: m.Pages, Seal: m.Seal,
	}
	if i := slices.IndexFunc(m.Outputs, func(h archive.Hashed) bool { return h.Name == ReportOf(m) }); i >= 0 {
		o.SHA256 = m.Outputs[i].SHA256
	}
	return o
}

// List tells about all editions.
func (h *History) List() (Editions, error) {
	o := Editions{Editions: []Brief{}, Folder: h.out}
	for _, id := range h.Ids {
		e, err := h.Edition(id)
		var damaged *archive.DamagedError
		switch {
		case errors.As(err, &damaged):
			o.Editions = append(o.Editions, Brief{Edition: id, Damaged: true})
		case err != nil:
			return o, err
		default:
			o.Editions = append(o.Editions, OfEdition(e))
		}
	}
	return o, nil
}

// Editions is what editions answers, and prints with --json.
type Editions struct {
	Editions []Brief `json:"editions"`
	Folder   string  `json:"-"` // absolute: where they stand
}
