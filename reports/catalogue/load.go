package catalogue

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// The files of the catalogue, at the root of the templates. AliasesFile is the
// ward's own and need not exist.
const (
	IndicatorsFile = "indicators.toml"
	FindingsFile   = "findings.toml"
	AliasesFile    = "ten-goi.toml"
)

// indicatorsTOML is indicators.toml as written.
type indicatorsTOML struct {
	Words      wordsTOML       `toml:"words"`
	Units      []unitTOML      `toml:"unit"`
	Indicators []indicatorTOML `toml:"indicator"`
	Activities []activityTOML  `toml:"activity"`
	Rules      []ruleTOML      `toml:"rule"`
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

	Same []phraseTOML `toml:"same"`
}

type phraseTOML struct {
	From     string   `toml:"from"`
	To       string   `toml:"to"`
	NotAfter []string `toml:"not_after"`
}

type unitTOML struct {
	Name    string   `toml:"name"`
	Same    []string `toml:"same"`
	Class   string   `toml:"class"`
	Measure bool     `toml:"measure"`
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
// remedy" for each place, in the order of the files.
func Load(fsys fs.FS) (*Catalogue, error) {
	var in indicatorsTOML
	var out findingsTOML
	indicators, err := decode(fsys, IndicatorsFile, &in)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	findings, err := decode(fsys, FindingsFile, &out)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	out.inherit()
	aliases, err := learnAliases(fsys, &in)
	if err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	c := build(in, out)
	verifyIndicators(indicators, in, c)
	verifyNames(indicators, in, c)
	verifyActivities(indicators, in, c)
	c.rules = parseRules(indicators, in.Rules, c)
	verifyFindings(findings, out)
	if err := problems(indicators, findings, aliases); err != nil {
		return nil, fmt.Errorf("load catalogue: %w", err)
	}
	return c, nil
}

// learnNames computes what answers to names need.
func (c *Catalogue) learnNames(t wordsTOML) {
	plain := func(s string) string { return s }
	c.lexicon = newLexicon(c.indicators, newSpeech(t, c.words, c.units, plain), plain)
	c.bare = sync.OnceValue(func() *lexicon {
		x := newLexicon(c.indicators, newSpeech(t, c.words, c.units, viet.Bare), viet.Bare)
		return &x
	})
	c.names = newNames(c.lexicon.entries)
	c.learnFamilies()
	c.answers = &answers{seen: map[Query]Match{}}
}

// build computes the catalogue; what is wrong in the files does not stop it.
func build(in indicatorsTOML, out findingsTOML) *Catalogue {
	c := &Catalogue{index: map[string]int{}, texts: map[string]Text{}}
	for _, t := range in.Indicators {
		c.index[t.Code] = len(c.indicators)
		c.indicators = append(c.indicators, Indicator{
			Code: t.Code, Name: t.Name, Aliases: t.Aliases, Heads: t.Heads, Short: t.Short,
			Unit: t.Unit, Kind: t.Kind, Level: t.Level, Section: t.Section,
			Num: t.Num, Den: t.Den, Over: t.Over, Parts: t.Parts, Of: t.Of, Under: t.Under,
			Max: t.Max, Better: t.Better, Help: t.Help, Forms: t.Forms, About: t.About, PerMember: t.perMember(),
		})
	}
	c.words = newWords(in.Words)
	c.units = newUnits(in.Units)
	c.learnNames(in.Words)
	c.learnActivities(in.Activities)
	for _, t := range out.Findings {
		c.texts[t.Code] = Text{
			Code:     t.Code,
			Severity: t.Severity,
			Keep:     t.Keep,
			Message:  map[string]string{"vi": t.Vi.Message, "en": t.En.Message},
			Hint:     map[string]string{"vi": t.Vi.Hint, "en": t.En.Hint},
		}
	}
	return c
}
