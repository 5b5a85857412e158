package catalogue

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
)

var (
	kinds      = []Kind{Flow, Once, Stock, Rate, Ratio, Average, All, Target, List}
	levels     = []Level{Branch, WardLv, Both}
	severities = []reports.Severity{reports.Note, reports.Warning, reports.Blocking}
)

// verifyIndicators checks every indicator by itself and what it refers to.
func verifyIndicators(s *source, in indicatorsTOML, c *Catalogue) {
	seen := map[string]int{}
	for n, t := range in.Indicators {
		at := func(key string) int { return s.within("indicator", n, key) }
		if first, twice := seen[t.Code]; twice {
			s.reject(at("code"), "code %q stands twice, first in line %d; take one out", t.Code, first)
		}
		seen[t.Code] = at("code")
		switch {
		case t.Code == "" || t.Name == "" || t.Section == "":
			s.reject(at("code"), "indicator %q lacks code, name or section; add it", t.Code)
		case !slices.Contains(kinds, t.Kind):
			s.reject(at("kind"), "unknown kind %q; write one of %s", t.Kind, join(kinds))
		case !slices.Contains(levels, t.Level):
			s.reject(at("level"), "unknown level %q; write one of %s", t.Level, join(levels))
		case !c.units.known(t.Unit) || c.units.of(t.Unit)[0] != t.Unit:
			s.reject(at("unit"), "unknown unit %q; write the name of a [[unit]]", t.Unit)
		case !slices.Contains([]string{"", "less", "more"}, t.Better):
			s.reject(at("better"), "better is %q; write \"less\" or \"more\"", t.Better)
		}
		if slices.Contains(kinds, t.Kind) {
			verifyRatio(s, t, at)
		}
		if p := t.perMember(); t.PerMember != nil && (p[0] <= 0 || p[1] < p[0] || !c.indicators[c.index[t.Code]].Money()) {
			s.reject(at("per_member"), "per_member of %s is %v; write [least, most] in đồng, of an amount of money", t.Code, t.PerMember)
		}
		for _, code := range slices.Concat([]string{t.Num, t.Den, t.Of}, t.Parts, t.Under) {
			if _, ok := c.index[code]; code != "" && !ok {
				s.reject(at(`"`+code+`"`), "%s refers to %q, which is no indicator; correct the code", t.Code, code)
			}
		}
	}
}

// verifyRatio checks that a ratio or average says of what, and nothing else does.
func verifyRatio(s *source, t indicatorTOML, at func(string) int) {
	parted := t.Kind == Ratio || t.Kind == Average
	switch {
	case parted != (t.Num != "" && t.Den != ""):
		s.reject(at("kind"), "%s is of kind %s; num and den belong to ratio and average, and there to each", t.Code, t.Kind)
	case t.Kind == Ratio && t.Over != "pooled" && t.Over != "last":
		s.reject(at("over"), "over is %q; write \"pooled\" or \"last\"", t.Over)
	case t.Kind != Ratio && t.Over != "":
		s.reject(at("over"), "over belongs to a ratio; take it out")
	}
}

// verifyNames rejects a name that two indicators of one unit bear, since
// nothing could tell them apart.
func verifyNames(s *source, in indicatorsTOML, c *Catalogue) {
	type name struct{ key, unit string }
	seen := map[name]string{}
	for n, t := range in.Indicators {
		own := map[string]bool{}
		for _, word := range slices.Concat([]string{t.Name}, t.Aliases, t.Heads) {
			key := fold(word)
			if own[key] {
				continue
			}
			own[key] = true
			k := name{key, t.Unit}
			if other, taken := seen[k]; taken && other != t.Code {
				s.reject(s.within("indicator", n, `"`+word+`"`), "the name %q of %s is also one of %s; take it out of one", word, t.Code, other)
			}
			seen[k] = t.Code
		}
	}
}

// verifyActivities checks the codes of the log, and that no activity is named twice.
func verifyActivities(s *source, in indicatorsTOML, c *Catalogue) {
	seen := map[string]int{}
	for n, t := range in.Activities {
		line := s.entry("activity", n)
		if len(t.Names) == 0 {
			s.reject(line, "an activity without names; add names")
		}
		for _, f := range t.feeds() {
			if _, ok := c.index[f.Code]; f.Code != "" && !ok {
				s.reject(s.within("activity", n, f.Column), "%s = %q is no indicator; correct the code", f.Column, f.Code)
			}
		}
		for _, name := range t.Names {
			key := fold(name)
			if first, twice := seen[key]; twice && first != line {
				s.reject(s.within("activity", n, `"`+name+`"`), "the activity %q stands already in line %d; take one out", name, first)
			}
			seen[key] = line
		}
	}
}

// verifyFindings checks the wording of every finding.
func verifyFindings(s *source, in findingsTOML) {
	seen := map[string]int{}
	for n, t := range in.Findings {
		at := func(key string) int { return s.within("finding", n, key) }
		if first, twice := seen[t.Code]; twice {
			s.reject(at("code"), "code %q stands twice, first in line %d; take one out", t.Code, first)
		}
		seen[t.Code] = at("code")
		if code, _, isReason := strings.Cut(t.Code, "/"); isReason && seen[code] == 0 {
			s.reject(at("code"), "finding %q gives words for a reason of %q, which is not above it; correct the code", t.Code, code)
			continue
		}
		if !slices.Contains(severities, t.Severity) {
			s.reject(at("severity"), "unknown severity %q; write one of %s", t.Severity, join(severities))
		}
		if t.Code == "" || t.Vi.Message == "" || t.Vi.Hint == "" || t.En.Message == "" || t.En.Hint == "" {
			s.reject(at("code"), "finding %q lacks a code, message or hint in vi or en; add it", t.Code)
		}
		if vi, en := places(t.Vi), places(t.En); !slices.Equal(vi, en) {
			s.reject(at("code"), "finding %q has the places %v in vi and %v in en; make them the same", t.Code, vi, en)
		}
	}
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = fmt.Sprintf("%q", string(v))
	}
	return strings.Join(words, ", ")
}
