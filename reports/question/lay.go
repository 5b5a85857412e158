package question

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/treefs"
)

// Lay puts what the answers say of names over the templates: as further names of
// indicators, and as indicators of the ward's own, behind what the ward's files say. It
// changes nothing where they say it already: an edition keeps its templates so laid over.
func Lay(templates fs.FS, answers []reports.Answer) (fs.FS, error) {
	names, extra, err := written(templates)
	if err != nil {
		return nil, err
	}
	for _, a := range answers {
		switch {
		case a.Kind != reports.AskName || a.Choice == reports.Ignore || a.Choice == reports.Later:
		case a.Indicator != nil:
			extra, err = addOnce(extra, func() ([]byte, error) { return catalogue.AppendIndicator(nil, draft(a, extra)) })
		default:
			why := cmp.Or(a.Why, a.Asked, a.Key)
			names, err = addOnce(names, func() ([]byte, error) {
				return catalogue.AppendAlias(nil, catalogue.Alias{Name: a.About, Code: a.Choice, Why: why})
			})
		}
		if err != nil {
			return nil, err
		}
	}
	upper := map[string][]byte{}
	for name, text := range map[string][]byte{catalogue.AliasesFile: names, catalogue.ExtraFile: extra} {
		if text != nil {
			upper[name] = text
		}
	}
	if len(upper) == 0 {
		return templates, nil
	}
	return treefs.Overlay{Upper: treefs.Files(upper), Lower: templates}, nil
}

// written returns the ward's own names and indicators, nil where there is no file.
func written(templates fs.FS) (names, extra []byte, err error) {
	if names, err = readIf(templates, catalogue.AliasesFile); err != nil {
		return nil, nil, err
	}
	extra, err = readIf(templates, catalogue.ExtraFile)
	return names, extra, err
}

func readIf(fsys fs.FS, name string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return data, nil
}

// addOnce puts an entry below a text that does not hold it yet.
func addOnce(text []byte, entry func() ([]byte, error)) ([]byte, error) {
	add, err := entry()
	if err != nil || bytes.Contains(text, bytes.TrimSpace(add)) {
		return text, err
	}
	if len(text) > 0 {
		text = append(bytes.TrimRight(bytes.Clone(text), "\n"), "\n\n"...)
	}
	return append(text, add...), nil
}

// draft is an answered indicator; the name that was asked about is one of its names, and
// its unit is added where the ward's file has not got it yet.
func draft(a reports.Answer, extra []byte) catalogue.Draft {
	n := a.Indicator
	d := catalogue.Draft{
		Indicator: catalogue.Indicator{
			Code: n.Code, Name: n.Name, Unit: n.Unit, Kind: catalogue.Kind(n.Kind), Level: catalogue.Level(n.Level),
			Section: n.Section, Sentence: n.Sentence, Of: n.Of, Short: n.Short,
		},
		NewUnit: n.NewUnit && !bytes.Contains(extra, fmt.Appendf(nil, "[[unit]]\nname = %q\n", n.Unit)),
	}
	if a.About != n.Name && n.Of == "" {
		d.Aliases = []string{a.About}
	}
	return d
}
