package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A Rendered is a finding in words.
type Rendered struct {
	Code     string
	Severity reports.Severity
	Message  string // what was seen, and what was done with it
	Hint     string // what a person can do
}

// Text returns the wording of a code of finding.
func (c *Catalogue) Text(code string) (Text, bool) {
	t, ok := c.texts[code]
	return t, ok
}

// Render puts a finding into words, in "vi" or "en" ("vi" for any other). The
// places are filled from Args; {file}, {sheet} and {cell} from the first
// position, {branch} from the id of the unit if it is a branch, where Args lack
// them; {association} is ours, in full. A code of an
// indicator is printed as its name, a period and a day as people write them.
// A code without wording is blocking and shows its Args, so that nothing is
// lost.
func (c *Catalogue) Render(f reports.Finding, lang string) Rendered {
	t, ok := c.texts[f.Code+"/"+f.Args["reason"]]
	if !ok {
		t, ok = c.texts[f.Code]
	}
	if !ok {
		return Rendered{Code: f.Code, Severity: reports.Blocking, Message: raw(f)}
	}
	if _, known := t.Message[lang]; !known {
		lang = "vi"
	}
	fill := func(s string) string { return c.fill(s, f, lang) }
	return Rendered{f.Code, t.Severity, fill(t.Message[lang]), fill(t.Hint[lang])}
}

// Fill fills the places of a text from args, as those of a finding's words are filled.
func (c *Catalogue) Fill(text string, args reports.Args, lang string) string {
	return c.fill(text, reports.Finding{Args: args}, lang)
}

// A place is "{name}"; an optional clause "⟦ … ⟧" goes when one of its places
// has no value.
var (
	place  = regexp.MustCompile(`\{[a-z0-9_]+\}`)
	clause = regexp.MustCompile(`⟦[^⟧]*⟧`)
)

func (c *Catalogue) fill(s string, f reports.Finding, lang string) string {
	s = clause.ReplaceAllStringFunc(s, func(inner string) string {
		for _, p := range place.FindAllString(inner, -1) {
			if c.value(f, p) == "" {
				return ""
			}
		}
		return strings.Trim(inner, "⟦⟧")
	})
	if lang == "en" {
		s = c.singular(s, f)
	}
	s = place.ReplaceAllStringFunc(s, func(p string) string {
		if v := c.value(f, p); v != "" {
			return c.printed(v, lang)
		}
		return "…"
	})
	return strings.TrimSpace(s)
}

// value returns what stands for a place like "{file}" in a finding.
func (c *Catalogue) value(f reports.Finding, place string) string {
	name := strings.Trim(place, "{}")
	if v, ok := f.Args[name]; ok {
		return v
	}
	var at reports.Cell
	if len(f.At) > 0 {
		at = f.At[0]
	}
	switch name {
	case "association":
		return c.association.Full()
	case "file":
		return at.File
	case "sheet":
		return at.Sheet
	case "cell":
		return at.Addr
	case "branch":
		if f.Unit != reports.Ward {
			return string(f.Unit)
		}
	}
	return ""
}

// printed writes codes of indicators, days and spans of days as people read them.
func (c *Catalogue) printed(v, lang string) string {
	if ind, ok := c.Indicator(v); ok {
		return ind.Name
	}
	first, last, span := strings.Cut(v, "..")
	if len(first) != len(time.DateOnly) {
		return v
	}
	from, err := reports.ParseDay(first)
	if err != nil {
		return v
	}
	if !span {
		return viet.Date(from)
	}
	to, err := reports.ParseDay(last)
	if err != nil {
		return v
	}
	joint := map[string]string{"vi": " đến ", "en": " to "}[lang]
	return viet.Date(from) + joint + viet.Date(to)
}

// places returns the names of all places of a wording, each once, in order of
// the alphabet.
func places(w wordingTOML) []string {
	list := place.FindAllString(w.Message+w.Hint, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

// raw shows a finding without wording.
func raw(f reports.Finding) string {
	words := []string{f.Code}
	for name := range f.Args {
		words = append(words, name+"="+f.Args[name])
	}
	slices.Sort(words[1:])
	return strings.Join(words, " ")
}
