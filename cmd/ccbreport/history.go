package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
)

// A history is what the verbs about editions work on.
type history struct {
	conf  Config
	out   string // absolute
	store *archive.Store
	ids   []string
	cat   *catalogue.Catalogue // for the words of findings
	lang  string
}

func openHistory(t *tui, f *flags) (*history, error) {
	conf, err := Load(cmp.Or(f.config, "config.toml"))
	if err != nil {
		return nil, err
	}
	h := &history{conf: conf, lang: cmp.Or(f.lang, conf.Language)}
	t.english = h.lang == "en"
	if h.out, err = filepath.Abs(cmp.Or(f.out, conf.path(conf.Paths.Out))); err != nil {
		return nil, err
	}
	if h.store, err = archive.Open(h.out); err != nil {
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
func (h *history) newest(f *flags) (string, error) {
	if f.report == "" {
		if r, err := h.conf.choose(f); err == nil && archive.Newest(h.ids, r.Name) != "" {
			return archive.Newest(h.ids, r.Name), nil
		}
	}
	id := archive.Newest(h.ids, f.report)
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

// listEditions is the verb editions.
func listEditions(t *tui, f *flags) error {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	list := []editionOutput{}
	for _, id := range h.ids {
		e, err := h.edition(id)
		var damaged *archive.DamagedError
		switch {
		case errors.As(err, &damaged):
			list = append(list, editionOutput{Edition: id, Damaged: true})
		case err != nil:
			return err
		default:
			list = append(list, ofEdition(e))
		}
	}
	if t.json {
		t.print(map[string]any{"editions": list})
		return nil
	}
	if len(list) == 0 {
		t.line(noEditionLine, h.out)
		return nil
	}
	t.line(editionsHead, strconv.Itoa(len(list)), h.out)
	for _, e := range list {
		if e.Damaged {
			t.line(editionDamaged, e.Edition)
			continue
		}
		t.line(editionLine, e.Edition, t.statusWords(e.Status), strconv.Itoa(e.Pages), e.Seal[:min(sealShown, len(e.Seal))])
	}
	return nil
}

// sealShown is how much of a seal stands in a list; show has all of it.
const sealShown = 16

func (t *tui) statusWords(s archive.Status) string {
	if words, ok := statusWords[s]; ok {
		return t.say(words)
	}
	return string(s)
}
