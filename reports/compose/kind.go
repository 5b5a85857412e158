package compose

import (
	"ccbreport/reports/author"
	"io/fs"
	"strings"
	"text/template/parse"
)

// The blocks in which a template may say what people call its reports.
const (
	kindName   = "kind name"
	kindNameEN = "kind name en"

	chief = "chief" // codes of indicators, parted by blanks
)

// A Kind is what people call the reports of a template: "giữa nhiệm kỳ", and on a
// terminal in English "of the mid-term". It stands in no report; a name that the
// template does not say is "".
type Kind struct{ VI, EN string }

// Kind returns what people call the reports of the template.
func (t *Template) Kind() Kind {
	vi, _ := t.words(kindName)
	en, _ := t.words(kindNameEN)
	return Kind{vi, en}
}

// KindOf reads what people call the reports of the template name.md, as [Load]
// would, and checks nothing else of it.
func KindOf(fsys fs.FS, name string) (Kind, error) {
	from, err := readSources(fsys, name)
	if err != nil {
		return Kind{}, err
	}
	t := empty(from.file, nil)
	if _, err := t.read(from); err != nil {
		return Kind{}, err
	}
	return t.Kind(), nil
}

// ChiefOf reads which figures of a report of the template name.md matter most, by their
// codes, as its block "chief" says: the letter that brings a draft begins with them. None:
// the template does not say.
func ChiefOf(fsys fs.FS, name string) ([]string, error) {
	from, err := readSources(fsys, name)
	if err != nil {
		return nil, err
	}
	t := empty(from.file, nil)
	if _, err := t.read(from); err != nil {
		return nil, err
	}
	codes, _ := t.words(chief)
	return strings.Fields(codes), nil
}

// checkChief refuses codes that nothing is counted under.
func (t *Template) checkChief() author.Mistakes {
	codes, fault := t.words(chief)
	if fault != nil {
		return author.Mistakes{*fault}
	}
	var faults author.Mistakes
	for _, code := range strings.Fields(codes) {
		if m := t.unknown(chief, code); m != nil {
			block := t.root.Lookup(chief)
			faults = append(faults, placed(m, block.Tree, block.Root))
		}
	}
	return faults
}

// checkKind refuses a name that depends on anything: it is said where no report
// is at hand.
func (t *Template) checkKind() author.Mistakes {
	var faults author.Mistakes
	for _, block := range []string{kindName, kindNameEN} {
		if _, wrong := t.words(block); wrong != nil {
			faults = append(faults, *wrong)
		}
	}
	return faults
}

// words returns the text of a block of nothing but words, "" if there is none.
func (t *Template) words(block string) (string, *author.Mistake) {
	of := t.root.Lookup(block)
	if of == nil || of.Tree == nil {
		return "", nil
	}
	var b strings.Builder
	for _, n := range of.Root.Nodes {
		words, ok := n.(*parse.TextNode)
		if !ok {
			m := placed(wrong("khối %q chỉ gồm chữ: bỏ %s", "block %q has words only: take %s out", block, n), of.Tree, n)
			return "", &m
		}
		b.Write(words.Text)
	}
	return strings.TrimSpace(b.String()), nil
}
