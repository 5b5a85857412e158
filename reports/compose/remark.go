package compose

import (
	"slices"
	"strings"
)

// RemarkWords is what the block "remark" is given; a value that is absent takes its
// clause along.
type RemarkWords struct {
	Missing  bool
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
			what = append(what, "“"+name+"”")
		}
		branches := slices.DeleteFunc(slices.Clone(r.Branches), func(s string) bool { return s == "" })
		lines = append(lines, c.line("remark", RemarkWords{
			r.Missing, plain(joined(branches)), plain(joined(what)), c.fact(strings.TrimRight(strings.Join(r.Reasons, "; "), ". ")),
		}))
	}
	return lines
}

// explained reports whether every branch that gave nothing is named by a remark, or
// none is missing.
func (c *composer) explained() bool {
	return !slices.ContainsFunc(c.in.Branches.Missing, func(name string) bool {
		return !slices.ContainsFunc(c.in.Remarks, func(r Remark) bool { return r.Missing && slices.Contains(r.Branches, name) })
	})
}
