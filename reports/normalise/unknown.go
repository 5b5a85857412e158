package normalise

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A proposal is what an unknown name may mean, until all of the workbook is read:
// an indicator that the branch gives elsewhere is not proposed.
type proposal struct {
	finding int // index
	unit    reports.UnitID
	code    string
}

// unknown names a value whose name nobody knows. above is what it hangs on, in words, if
// it says that it is a part of something.
func (r *reader) unknown(unit reports.UnitID, name, above, near string, at reports.Cell) {
	if r.namesCorrected(name) {
		r.find("line.corrects", unit, nil, at)
		return
	}
	args := reports.Args{"name": name, "near": ""}
	if above != "" {
		args["above"] = above
	}
	r.find("indicator.unknown", unit, args, at)
	if near != "" {
		r.proposals = append(r.proposals, proposal{len(r.out.Findings) - 1, unit, near})
	}
}

// propose completes the findings about unknown names.
func (r *reader) propose() {
	gives := map[reports.UnitID]map[string]bool{}
	for key, ret := range r.returns {
		if gives[key.unit] == nil {
			gives[key.unit] = map[string]bool{}
		}
		for _, e := range ret.Entries {
			gives[key.unit][e.Code] = true
		}
	}
	for _, p := range r.proposals {
		if !gives[p.unit][p.code] {
			r.out.Findings[p.finding].Args["near"] = r.nearName(p.code)
		}
	}
}

// nearName is the name of a proposed indicator.
func (r *reader) nearName(code string) string {
	ind, _ := r.Catalogue.Indicator(code)
	return ind.Name
}

// A taken is how names were taken that are none of their indicators' own, by rule:
// it is told once a workbook and can be taken back.
type taken struct {
	at    []reports.Cell
	names []string // "written → name of the indicator"
}

// take notes that a rule took a name.
func (r *reader) take(m catalogue.Match, written string, at reports.Cell) {
	if m.Rule == "" || m.Rule == catalogue.RuleShort {
		return // what hangs on the row above is read as everybody reads it
	}
	if r.understood == nil {
		r.understood = map[string]*taken{}
	}
	t := r.understood[m.Rule]
	if t == nil {
		t = &taken{}
		r.understood[m.Rule] = t
	}
	t.at = append(t.at, at)
	t.names = append(t.names, "“"+written+"” → “"+r.nearName(m.Code)+"”")
}

// nameTaken tells of the names that rules took.
func (r *reader) nameTaken() {
	for _, rule := range []string{
		catalogue.RuleCleaned, catalogue.RuleGroup, catalogue.RuleMeasure, catalogue.RuleWords, catalogue.RuleWithin,
		catalogue.RuleBracket, catalogue.RuleStroke, catalogue.RuleTwo, catalogue.RuleRound, catalogue.RuleUnmarked,
	} {
		if t := r.understood[rule]; t != nil {
			r.find("name.taken", r.unit, reports.Args{"count": itoa(len(t.at)), "names": firstOf(t.names)}, t.at...)
		}
	}
}

// firstOf lists the first few words and says that there are more.
func firstOf(words []string) string {
	const shown = 3
	text := ""
	for i, w := range words {
		switch {
		case i == shown:
			return text + "; …"
		case i > 0:
			text += "; "
		}
		text += w
	}
	return text
}
