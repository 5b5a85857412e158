package compose

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"ccbreport/reports/author"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/memo"
)

// blocksNeeded are the blocks that every template must define, with what each
// says.
var blocksNeeded = []string{
	"kind", "subject", "nation", "motto", "end", "part", "annex", "reference",
	"draft", "draft branches", "draft words", "draft sections", "draft open", "period", "how",
	"whole", "close", "within", "during", "complete", "doers", "everyyear", "as of", "mark", "gap", "coverage", "head coverage", "note coverage", "note columns", "note periods", "note blanks", "remark",
	"annex indicators", "heads indicators", "alt indicators", "note gaps", "note branches",
	"annex branches", "heads branches", "alt branches", "head", "total", "measure", "alt chart",
	"annex awards", "heads awards", "alt awards", "annex photos",
	"when", "next", "against", "since", "heads results", "alt results", "difference", "note earlier",
}

// optional are the annexes that a report has only if its text names them (each
// must be named, by the decree), with the blocks that they need.
var optional = map[string][]string{
	standingAnnex: {
		"annex standing", "heads standing", "alt standing", "standing received", "standing share", "standing open",
		"standing total", "standing total late", "standing late", "note standing",
	},
	sourcesAnnex: {
		"annex sources", "heads sources", "alt sources", "sources part", "sources how", "sources cells",
		"sources words", "sources link", "note sources",
	},
}

// Files of blocks that every template may use: words that say whose figures these are
// and of what time; heads, tables, the words of a draft. Each has its own in place of
// those of the one before, and a template in place of all.
var sharedFiles = []string{"pham-vi.md", "chung.md"}

// IsShared reports whether a file of templates holds blocks for all of them, and is no
// report.
func IsShared(name string) bool { return slices.Contains(sharedFiles, name) }

// Load reads the template name.md, over the blocks that all share, and checks
// all of it: its syntax, every action, every code of an indicator, the marks of
// its clauses. The error names file, line and remedy; all faults that can be told
// at once are in it.
func Load(fsys fs.FS, name string, cat *catalogue.Catalogue) (*Template, error) {
	from, err := readSources(fsys, name)
	if err != nil {
		return nil, err
	}
	from.cat = cat
	return loaded.Get(from, func() (*Template, error) { return rehearsed(from) })
}

// loaded keeps what was loaded last: a template is checked by composing all that it can
// say, and one process writes for many wards and days by the same.
var loaded = memo.Last[sources, *Template]{Room: 8}

// sources are what a template is made of.
type sources struct {
	cat  *catalogue.Catalogue
	file string
	text [3]string // what the shared files and the template's own say
}

// readSources reads the template name.md; it may bring every block itself.
func readSources(fsys fs.FS, name string) (sources, error) {
	from := sources{file: name + ".md"}
	for i, file := range from.files() {
		text, err := fs.ReadFile(fsys, file)
		if err != nil && !(IsShared(file) && errors.Is(err, fs.ErrNotExist)) {
			return sources{}, fmt.Errorf("load template: %w", err)
		}
		from.text[i] = string(text)
	}
	return from, nil
}

// files are the names of what the texts stood in.
func (s sources) files() []string { return append(slices.Clone(sharedFiles), s.file) }

// rehearsed is the template, checked in all its parts.
func rehearsed(from sources) (*Template, error) {
	t := empty(from.file, from.cat)
	faults, err := t.read(from)
	if err != nil {
		return nil, err
	}
	faults = append(faults, t.checkActions()...)
	faults = append(faults, slices.Concat(t.checkKind(), t.checkChief())...)
	faults = append(t.checkBlocks(), faults...)
	if len(faults) > 0 {
		return nil, fmt.Errorf("load template: %w", faults)
	}
	if err := t.rehearse(); err != nil {
		return nil, fmt.Errorf("load template: %w", err)
	}
	return t, nil
}

func empty(file string, cat *catalogue.Catalogue) *Template {
	t := &Template{file: file, cat: cat, named: map[string]bool{}, says: map[string]bool{}, placed: map[string]bool{}}
	t.root = template.New(t.file).Option("missingkey=error").Funcs((&composer{}).funcs())
	return t
}

// read parses the template over the blocks that all share, and returns what is
// wrong with its marks.
func (t *Template) read(from sources) (faults author.Mistakes, err error) {
	for i, name := range from.files() {
		if err := t.parse(name, from.text[i]); err != nil {
			return nil, err
		}
		faults = append(faults, checkSource(name, from.text[i])...)
	}
	return faults, nil
}

// Files returns the names of the files that Load reads for the template name.
func Files(fsys fs.FS, name string) ([]string, error) {
	names := []string{name + ".md"}
	for _, shared := range sharedFiles {
		_, err := fs.Stat(fsys, shared)
		switch {
		case err == nil:
			names = append(names, shared)
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("find template: %w", err)
		}
	}
	return names, nil
}

// parse adds the blocks of one file, over those of the same name.
func (t *Template) parse(file, source string) error {
	of := t.root
	if file != t.file {
		of = t.root.New(file)
	}
	if _, err := of.Parse(source); err != nil {
		return fmt.Errorf("load template: %w", spoken(err))
	}
	t.titles = append(t.titles, titles(source)...)
	return nil
}

// spoken finds the place in what the template library says.
func spoken(err error) error {
	file, line, what, ok := author.Broken(err)
	if !ok {
		return err
	}
	return author.One(file, line, "mẫu viết chưa đúng (%s); cách viết ghi ở đầu tệp giua-nhiem-ky.md", "%s (what a template may say is listed at the top of giua-nhiem-ky.md)", what)
}

// titles returns what stands behind the marks of headings.
func titles(source string) []string {
	var out []string
	for line := range strings.Lines(source) {
		if strings.HasPrefix(line, "#") {
			out = append(out, strings.TrimSpace(strings.TrimLeft(line, "#")))
		}
	}
	return out
}

// addSlot enters a slot, or further names of one; list is the code of the list
// that its paragraphs make.
func (t *Template) addSlot(args []parse.Node, list string) {
	var names []string
	for _, a := range args {
		names = append(names, a.(*parse.StringNode).Text)
	}
	i := slices.IndexFunc(t.slots, func(s slot) bool { return s.names[0] == names[0] })
	if i < 0 {
		t.slots = append(t.slots, slot{names, list})
		return
	}
	for _, n := range names {
		if !slices.Contains(t.slots[i].names, n) {
			t.slots[i].names = append(t.slots[i].names, n)
		}
	}
}
