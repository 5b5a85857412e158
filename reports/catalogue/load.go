package catalogue

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"ccbreport/reports"
	"ccbreport/reports/association"
	"ccbreport/reports/author"
	"ccbreport/reports/memo"
	"ccbreport/reports/viet"
)

// The files of the catalogue, at the root of the templates. ExtraFile and AliasesFile
// are the ward's own and need not exist: what it counts beside the catalogue, and what
// its people call things.
const (
	IndicatorsFile = "indicators.toml"
	FindingsFile   = "findings.toml"
	ExtraFile      = "chi-tieu-them.toml"
	AliasesFile    = "ten-goi.toml"
)

// Files returns the names of the files that Load reads.
func Files(fsys fs.FS) ([]string, error) {
	own, err := association.Files(fsys)
	if err != nil {
		return nil, err
	}
	names := append(own, IndicatorsFile, FindingsFile)
	for _, own := range []string{AliasesFile, ExtraFile} {
		_, err := fs.Stat(fsys, own)
		switch {
		case err == nil:
			names = append(names, own)
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("find %s: %w", own, err)
		}
	}
	return names, nil
}

// indicatorsTOML is indicators.toml as written.
type indicatorsTOML struct {
	Words      wordsTOML       `toml:"words"`
	Sections   []sectionTOML   `toml:"section"`
	Units      []unitTOML      `toml:"unit"`
	Indicators []indicatorTOML `toml:"indicator"`
	Activities []activityTOML  `toml:"activity"`
	Rules      []ruleTOML      `toml:"rule"`
}

// A part is one file of indicators with what it says.
type part struct {
	*author.File
	indicatorsTOML
}

// readParts reads the catalogue and what the ward adds to it.
func readParts(fsys fs.FS) ([]part, error) {
	var base part
	var err error
	if base.File, err = author.Decode(fsys, IndicatorsFile, &base.indicatorsTOML); err != nil {
		return nil, err
	}
	var more struct {
		Sections   []sectionTOML   `toml:"section"`
		Units      []unitTOML      `toml:"unit"`
		Indicators []indicatorTOML `toml:"indicator"`
		Activities []activityTOML  `toml:"activity"`
		Rules      []ruleTOML      `toml:"rule"`
	}
	file, err := author.Decode(fsys, ExtraFile, &more)
	if errors.Is(err, fs.ErrNotExist) {
		return []part{base}, nil
	}
	if err != nil {
		return nil, err
	}
	extra := part{file, indicatorsTOML{Sections: more.Sections, Units: more.Units, Indicators: more.Indicators, Activities: more.Activities, Rules: more.Rules}}
	return []part{base, extra}, nil
}

// joined is what the files say together. What a ward adds to a section stands behind
// the catalogue's own, so that tables and forms need no second heading for it.
func joined(parts []part) indicatorsTOML {
	in := parts[0].indicatorsTOML
	for _, p := range parts[1:] {
		in.Sections = slices.Concat(in.Sections, p.Sections)
		in.Units = slices.Concat(in.Units, p.Units)
		in.Indicators = slices.Clone(in.Indicators) // the first part keeps its own, by which lines are found
		for _, t := range p.Indicators {
			in.Indicators = slices.Insert(in.Indicators, behind(in.Indicators, t.Section), t)
		}
		in.Activities = slices.Concat(in.Activities, p.Activities)
		in.Rules = slices.Concat(in.Rules, p.Rules)
	}
	return in
}

// behind returns the place behind the last indicator of a section, the end for one that
// has none.
func behind(list []indicatorTOML, section string) int {
	for i, t := range slices.Backward(list) {
		if t.Section == section {
			return i + 1
		}
	}
	return len(list)
}

type wordsTOML struct {
	Totals      []string `toml:"totals"`
	TotalsBegin []string `toml:"totals_begin"`
	Leads       []string `toml:"leads"`
	Tails       []string `toml:"tails"`
	Within      []string `toml:"within"`
	Money       []string `toml:"money"`
	Ratio       []string `toml:"ratio"`
	Idle        []string `toml:"idle"`
	Fillers     []string `toml:"fillers"`
	Ties        []string `toml:"ties"`
	Whose       []string `toml:"whose"`
	Parting     []string `toml:"parting"`
	General     []string `toml:"general"`
	Joined      []string `toml:"joined"`
	Does        []string `toml:"does"`
	Happens     []string `toml:"happens"`
	Stands      []string `toml:"stands"`
	Neutral     string   `toml:"neutral"`
	Section     string   `toml:"section"`

	Sentences sentencesTOML `toml:"sentences"`

	Same []phraseTOML `toml:"same"`
}

type phraseTOML struct {
	From     string   `toml:"from"`
	To       string   `toml:"to"`
	NotAfter []string `toml:"not_after"`
}

type sectionTOML struct {
	Code string `toml:"code"`
	Name string `toml:"name"`
}

type unitTOML struct {
	Name    string   `toml:"name"`
	Same    []string `toml:"same"`
	Under   []string `toml:"under"`
	Behind  []string `toml:"behind"`
	Before  string   `toml:"before"`
	Class   string   `toml:"class"`
	Measure bool     `toml:"measure"`
	Base    string   `toml:"base"`
	Factor  int64    `toml:"factor"`
}

type indicatorTOML struct {
	Code    string   `toml:"code"`
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"`
	Heads   []string `toml:"heads"`
	Short   []string `toml:"short"`
	Unit    string   `toml:"unit"`
	Kind    Kind     `toml:"kind"`
	Level   Level    `toml:"level"`
	Section string   `toml:"section"`
	Num     string   `toml:"num"`
	Den     string   `toml:"den"`
	Over    string   `toml:"over"`
	Parts   []string `toml:"parts"`
	Of      string   `toml:"of"`
	Under   []string `toml:"under"`
	Max     int64    `toml:"max"`
	Better  string   `toml:"better"`
	Help    bool     `toml:"help"`
	Forms   []string `toml:"forms"`
	About   []string `toml:"about"`

	PerMember []int64 `toml:"per_member"`
	Sentence  string  `toml:"sentence"`
}

// perMember returns the span as written, {0, 0} if there is none.
func (t indicatorTOML) perMember() [2]int64 {
	if len(t.PerMember) != 2 {
		return [2]int64{}
	}
	return [2]int64(t.PerMember)
}

type activityTOML struct {
	Names    []string `toml:"names"`
	Count    string   `toml:"count"`
	Opinions string   `toml:"opinions"`
	Turns    string   `toml:"turns"`
	Money    string   `toml:"money"`
}

type ruleTOML struct {
	Name    string `toml:"name"`
	Left    string `toml:"left"`
	Op      string `toml:"op"`
	Right   string `toml:"right"`
	Missing string `toml:"missing"`
	Finding string `toml:"finding"`
}

// findingsTOML is findings.toml as written.
type findingsTOML struct {
	Findings []findingTOML `toml:"finding"`
}

type findingTOML struct {
	Code     string           `toml:"code"`
	Severity reports.Severity `toml:"severity"`
	Keep     bool             `toml:"keep"`
	Counted  bool             `toml:"counted"`
	Branch   bool             `toml:"branch"`
	Vi       wordingTOML      `toml:"vi"`
	En       wordingTOML      `toml:"en"`
}

// inherit gives the words for one reason what they share with their code, which
// stands before them.
func (f findingsTOML) inherit() {
	for i := range f.Findings {
		t := &f.Findings[i]
		code, _, isReason := strings.Cut(t.Code, "/")
		base := slices.IndexFunc(f.Findings[:i], func(b findingTOML) bool { return b.Code == code })
		if !isReason || base < 0 {
			continue
		}
		t.Severity, t.Keep = f.Findings[base].Severity, f.Findings[base].Keep
		t.Counted, t.Branch = f.Findings[base].Counted, f.Findings[base].Branch
		t.Vi.Message = cmp.Or(t.Vi.Message, f.Findings[base].Vi.Message)
		t.En.Message = cmp.Or(t.En.Message, f.Findings[base].En.Message)
	}
}

type wordingTOML struct {
	Message string `toml:"message"`
	Hint    string `toml:"hint"`
}

// Load reads the files from the root of fsys and checks them against each other.
// What is wrong in them is one error with a line "file:line: problem;
// remedy" for each place, in the order of the files. Files that say the same give the
// same catalogue, which nobody changes.
func Load(fsys fs.FS) (*Catalogue, error) {
	said, err := contents(fsys)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	return loaded.Get(said, func() (*Catalogue, error) { return made(fsys) })
}

// made is the catalogue, read and checked.
func made(fsys fs.FS) (*Catalogue, error) {
	own, err := association.Load(fsys)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	parts, err := readParts(fsys)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	in := joined(parts)
	var out findingsTOML
	findings, err := author.Decode(fsys, FindingsFile, &out)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	out.inherit()
	aliases, err := learnAliases(fsys, &in, own.Words)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	c := build(own, in, out)
	c.verify(parts)
	verifyFindings(findings, out)
	if err := author.Join(checkParts(parts), author.Check(findings, aliases)); err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	return c, nil
}

// learnNames computes what answers to names need.
func (c *Catalogue) learnNames(t wordsTOML) {
	plain := func(s string) string { return s }
	c.lexicon = newLexicon(c.indicators, c.words, newSpeech(t, c.words, c.units, plain), plain)
	c.bare = sync.OnceValue(func() *lexicon {
		x := newLexicon(c.indicators, c.words, newSpeech(t, c.words, c.units, viet.Bare), viet.Bare)
		return &x
	})
	c.spelling = sync.OnceValue(func() *spelling { return newSpelling(c.lexicon.entries) })
	c.names = newNames(c.lexicon.entries)
	c.learnFamilies()
	c.taken, c.answers = &memo.Memo[Query, taken]{}, &memo.Memo[Query, Match]{}
}

// build computes the catalogue; what is wrong in the files does not stop it.
func build(own association.Association, in indicatorsTOML, out findingsTOML) *Catalogue {
	c := &Catalogue{association: own, index: map[string]int{}, texts: map[string]Text{}}
	c.sections = sectionsOf(in)
	for _, t := range in.Indicators {
		c.index[t.Code] = len(c.indicators)
		c.indicators = append(c.indicators, Indicator{
			Code: t.Code, Name: t.Name, Aliases: t.Aliases, Heads: t.Heads, Short: t.Short,
			Unit: t.Unit, Kind: t.Kind, Level: t.Level, Section: t.Section,
			Num: t.Num, Den: t.Den, Over: t.Over, Parts: t.Parts, Of: t.Of, Under: t.Under,
			Max: t.Max, Better: t.Better, Help: t.Help, Forms: t.Forms, About: t.About, PerMember: t.perMember(),
			Sentence: viet.Clean(t.Sentence),
		})
	}
	c.words = newWords(in.Words, own.Words)
	c.units = newUnits(in)
	c.learnNames(in.Words)
	c.learnActivities(in.Activities)
	for _, t := range out.Findings {
		c.texts[t.Code] = Text{
			Code:     t.Code,
			Severity: t.Severity,
			Keep:     t.Keep,
			Counted:  t.Counted,
			Branch:   t.Branch,
			Message:  map[string]string{"vi": t.Vi.Message, "en": t.En.Message},
			Hint:     map[string]string{"vi": t.Vi.Hint, "en": t.En.Hint},
		}
	}
	return c
}
