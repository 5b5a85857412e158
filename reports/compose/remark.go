package compose

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports"
)

// RemarkWords is what the block "remark" is given; a value that is absent takes its
// clause along.
type RemarkWords struct {
	Kind     string // as in [Remark]
	Branches string // "Chi hội 1 và Chi hội 2"; "" for nobody in particular
	What     string // "“Hội viên mới”, “Tổng số hội viên”"; "" for what has no name
	Why      string
}

// remarks are the remarks on the figures, a sentence each.
func (c *composer) remarks() []string {
	var lines []string
	for _, r := range c.in.Remarks {
		var what []string
		for _, name := range r.What {
			if r.Kind == "" {
				name = "“" + name + "”"
			}
			what = append(what, name)
		}
		branches := slices.DeleteFunc(slices.Clone(r.Branches), func(s string) bool { return s == "" })
		lines = append(lines, c.line("remark", RemarkWords{
			r.Kind, plain(joined(branches)), plain(joined(what)), c.fact(c.reason(r)),
		}))
	}
	return lines
}

// ofOffice is what only the officers need, and no reader of a final: names of files,
// cells, codes.
var ofOffice = regexp.MustCompile(`(?i)\.(?:xlsx?|xlsm|csv|ods|docx?|pdf|txt|zip)\b|(?-i)\b[A-Z]{1,3}[1-9]\d*\b|\b[A-Z]{2}\.[A-Z]{2,}|\[[a-z-]+`)

// reason is why a person let it be so; a reason that speaks of files and cells is for
// the officers, and told.
func (c *composer) reason(r Remark) string {
	why := strings.TrimRight(strings.Join(r.Reasons, "; "), ". ")
	if ofOffice.MatchString(why) {
		c.findings.Add("remark.office", reports.Ward, reports.Args{"why": why})
		return ""
	}
	return why
}

// explained reports whether every branch that gave nothing is named by a remark, or
// none is missing.
func (c *composer) explained() bool {
	return !slices.ContainsFunc(c.in.Branches.Missing, func(name string) bool {
		return !slices.ContainsFunc(c.in.Remarks, func(r Remark) bool { return r.Kind == "missing" && slices.Contains(r.Branches, name) })
	})
}
