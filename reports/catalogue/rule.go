package catalogue

import (
	"slices"
	"strings"
)

// parseRules reads the [[rule]] entries. A rule that is not understood is
// reported in s and left out.
func parseRules(s *source, list []ruleTOML, c *Catalogue) []Rule {
	var rules []Rule
	seen := map[string]bool{}
	for n, t := range list {
		at := func(key string) int { return s.within("rule", n, key) }
		left, errLeft := parseTerms(t.Left)
		right, errRight := parseTerms(t.Right)
		_, worded := c.texts[t.Finding]
		unknown, found := c.unknownTerm(slices.Concat(left, right))
		switch {
		case t.Name == "" || seen[t.Name]:
			s.reject(at("name"), "rule %q has no name of its own; give it one", t.Name)
		case errLeft != "":
			s.reject(at("left"), "rule %q: %s", t.Name, errLeft)
		case errRight != "":
			s.reject(at("right"), "rule %q: %s", t.Name, errRight)
		case found:
			s.reject(at(unknown), "rule %q: %q is no indicator; correct the code", t.Name, unknown)
		case !slices.Contains([]string{"=", "<=", ">="}, t.Op):
			s.reject(at("op"), "rule %q: op is %q; write \"=\", \"<=\" or \">=\"", t.Name, t.Op)
		case !slices.Contains([]string{"skip", "skip-all", "zero"}, t.Missing):
			s.reject(at("missing"), "rule %q: missing is %q; write \"skip\", \"skip-all\" or \"zero\"", t.Name, t.Missing)
		case !worded:
			s.reject(at("finding"), "rule %q: %q is not in %s; add it there", t.Name, t.Finding, FindingsFile)
		default:
			rules = append(rules, Rule{t.Name, left, t.Op, right, t.Missing, t.Finding})
		}
		seen[t.Name] = true
	}
	return rules
}

func (c *Catalogue) unknownTerm(terms []Term) (code string, found bool) {
	for _, t := range terms {
		if _, ok := c.index[t.Code]; !ok {
			return t.Code, true
		}
	}
	return "", false
}

// parseTerms reads "A@start + B? - C"; the second result says what is wrong.
func parseTerms(s string) ([]Term, string) {
	var terms []Term
	minus, wanted := false, true
	for _, word := range strings.Fields(s) {
		sign := word == "+" || word == "-"
		switch {
		case sign == wanted:
			return nil, `write codes with "+" or "-" between them, each set off by spaces`
		case sign:
			minus, wanted = word == "-", true
			continue
		}
		var t Term
		t.Code, t.Minus, wanted = word, minus, false
		t.Code, t.Free = strings.CutSuffix(t.Code, "?")
		t.Code, t.Start = strings.CutSuffix(t.Code, "@start")
		terms = append(terms, t)
	}
	if wanted {
		return nil, "a sum that has no end; add a code"
	}
	return terms, ""
}
