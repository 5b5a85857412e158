package catalogue

import (
	"slices"
	"strings"
)

// rule reads a [[rule]]. One that is not understood is reported and left out.
func (v verifier) rule(p part, n int, t ruleTOML) {
	at := func(key string) int { return p.Within("rule", n, key) }
	left, errLeft := parseTerms(t.Left)
	right, errRight := parseTerms(t.Right)
	_, worded := v.c.texts[t.Finding]
	unknown, found := v.c.unknownTerm(slices.Concat(left, right))
	switch {
	case t.Name == "" || v.rules[t.Name]:
		p.Reject(at("name"), "quy tắc %q chưa có tên riêng; đặt tên cho nó", "rule %q has no name of its own; give it one", t.Name)
	case errLeft != nil:
		p.Reject(at("left"), "quy tắc %[1]q: %[2]s", "rule %[1]q: %[3]s", t.Name, errLeft.vi, errLeft.en)
	case errRight != nil:
		p.Reject(at("right"), "quy tắc %[1]q: %[2]s", "rule %[1]q: %[3]s", t.Name, errRight.vi, errRight.en)
	case found:
		p.Misnamed(at(unknown), unknown, v.c.codes(), "quy tắc %q: %q không phải mã chỉ tiêu", "rule %q: %q is no indicator", t.Name, unknown)
	case !slices.Contains([]string{"=", "<=", ">="}, t.Op):
		p.Reject(at("op"), "quy tắc %q: op ghi %q; ghi \"=\", \"<=\" hoặc \">=\"", "rule %q: op is %q; write \"=\", \"<=\" or \">=\"", t.Name, t.Op)
	case !slices.Contains([]string{"skip", "skip-all", "zero"}, t.Missing):
		p.Reject(at("missing"), "quy tắc %q: missing ghi %q; ghi \"skip\", \"skip-all\" hoặc \"zero\"", "rule %q: missing is %q; write \"skip\", \"skip-all\" or \"zero\"", t.Name, t.Missing)
	case !worded:
		p.Reject(at("finding"), "quy tắc %q: %q không có trong %s; ghi thêm ở đó", "rule %q: %q is not in %s; add it there", t.Name, t.Finding, FindingsFile)
	default:
		v.c.rules = append(v.c.rules, Rule{t.Name, left, t.Op, right, t.Missing, t.Finding})
	}
	v.rules[t.Name] = true
}

// A slip is what is wrong with a sum, in both languages.
type slip struct{ vi, en string }

func (c *Catalogue) unknownTerm(terms []Term) (code string, found bool) {
	for _, t := range terms {
		if _, ok := c.index[t.Code]; !ok {
			return t.Code, true
		}
	}
	return "", false
}

// parseTerms reads "A@start + B? - C"; the second result says what is wrong.
func parseTerms(s string) ([]Term, *slip) {
	var terms []Term
	minus, wanted := false, true
	for _, word := range strings.Fields(s) {
		sign := word == "+" || word == "-"
		switch {
		case sign == wanted:
			return nil, &slip{`ghi các mã có "+" hoặc "-" ở giữa, cách nhau bằng dấu cách`, `write codes with "+" or "-" between them, each set off by spaces`}
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
		return nil, &slip{"phép cộng chưa hết; ghi thêm mã", "a sum that has no end; add a code"}
	}
	return terms, nil
}
