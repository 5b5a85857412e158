package ward

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/say"
)

// A teller writes what was found; codes says whether findings are told with their
// codes, one by one.
type teller struct {
	say.Voice
	codes bool
}

// Summary writes all that was found for a person to read: files, branches, the open
// questions with their choices, and what else is to be seen to, by branch. What hangs on
// a question stands with it, and what nobody need decide is counted; codes writes every
// finding, with its code.
func (a Answer) Summary(w io.Writer, v say.Voice, codes bool) {
	t, c := teller{v, codes || v.English}, a.Checked
	line := func(m say.Text, words ...string) { fmt.Fprintln(w, t.Say(m, words...)) }
	t.head(line, c, len(c.Files))
	t.questions(w, c)
	quiet := 0
	for _, group := range byBranch(c) {
		group = slices.DeleteFunc(group, func(f batch.Finding) bool {
			switch {
			case codes:
				return false
			case t.quiet(c, f):
				quiet++
				return true
			}
			return f.Question != "" || silent(f) && !t.codes
		})
		if len(group) == 0 {
			continue
		}
		name := t.branchName(c, concerns(c, group[0]))
		fmt.Fprintf(w, "\n%s\n", name)
		for _, f := range group {
			f.Message = strings.TrimPrefix(f.Message, name+": ") // it stands above
			t.finding(w, f)
		}
	}
	if quiet > 0 {
		fmt.Fprintln(w)
		line(quietLine, strconv.Itoa(quiet))
	}
	fmt.Fprintln(w)
}

// quiet reports whether a finding only says that something is in order, or could not
// be tried: it is counted.
func (t teller) quiet(c *batch.Checked, f batch.Finding) bool {
	text, _ := c.Catalogue.Text(f.Code)
	return text.Counted && f.Severity == reports.Note
}

// head writes what was read, and how much was found.
func (t teller) head(line func(say.Text, ...string), c *batch.Checked, files int) {
	line(HeadLine, t.reportName(c), viet.Date(c.Span.From), viet.Date(c.Span.Last()))
	books, photos := c.Read()
	line(fileLine, strconv.Itoa(books), strconv.Itoa(photos), states(c, reports.Superseded), states(c, reports.Skipped), states(c, reports.Rejected))
	told := 0
	for _, f := range c.Files {
		switch {
		case f.State == reports.Read:
		case told == files:
			line(moreFilesLine)
			told++
		case told < files:
			line(whyLine, f.Name, f.Why)
			told++
		}
	}
	t.received(line, c)
	line(FigureLine, strconv.Itoa(len(c.Totals.Figures)))
	if n := accepted(c); n > 0 {
		line(acceptedCountLine, strconv.Itoa(n))
	}
	line(FindingsLine, strconv.Itoa(c.Count(reports.Blocking)), strconv.Itoa(c.Count(reports.Warning)), strconv.Itoa(c.Count(reports.Note)))
}

// received says how many branches reported, and which did not.
func (t teller) received(line func(say.Text, ...string), c *batch.Checked) {
	if c.Branches.Expected < 0 {
		line(branchesAny, strconv.Itoa(c.Branches.Received))
	} else {
		line(branchLine, strconv.Itoa(c.Branches.Received), strconv.Itoa(c.Branches.Expected))
	}
	if missing := c.Branches.Missing; len(missing) > 0 {
		var names []string
		for _, unit := range missing {
			names = append(names, unit.Name)
		}
		i := slices.IndexFunc(c.Findings, silent)
		if i < 0 || t.codes {
			line(missingLine, strings.Join(names, "; "))
			return
		}
		line(missingBlocks, strings.Join(names, "; "))
		line(hintLine, c.Findings[i].Hint)
	}
}

// silent reports whether a finding only says that a branch sent nothing.
func silent(f batch.Finding) bool { return f.Code == "branch.missing" && f.Accepted == "" }

// finding writes one finding: what, where, what to do. A note needs no doing,
// and what was accepted has its reason.
func (t teller) finding(w io.Writer, f batch.Finding) {
	head := SeverityWords[string(f.Severity)]
	if f.Accepted != "" {
		head = acceptedWord
	}
	code := ""
	if t.codes {
		code = " [" + f.Code + "]"
	}
	fmt.Fprintf(w, "  %s: %s%s\n", t.Say(head), f.Message, code)
	if len(f.At) > 0 {
		fmt.Fprintln(w, t.Say(placeLine(f.At), Places(t.Voice, f.At)))
	}
	switch {
	case f.Accepted != "":
		fmt.Fprintln(w, t.Say(WhyAcceptedLine, f.Accepted))
	case f.Hint != "" && f.Severity != reports.Note:
		fmt.Fprintln(w, t.Say(hintLine, f.Hint))
	}
}

// placeLine says what the places of a finding are: cells, sheets or files.
func placeLine(at []reports.Cell) say.Text {
	sheet := func(c reports.Cell) bool { return c.Sheet != "" }
	addr := func(c reports.Cell) bool { return c.Addr != "" }
	switch {
	case slices.ContainsFunc(at, addr):
		return AtLine
	case slices.ContainsFunc(at, sheet):
		return atSheetLine
	}
	return atFileLine
}

// Places names where a finding is, cells that touch as one span: the first few
// places, and how many cells there are in all if any were drawn together. --json
// has every one.
func Places(v say.Voice, at []reports.Cell) string {
	const shown = 4
	spans := reports.Spans(at)
	var names []string
	for _, c := range spans[:min(shown, len(spans))] {
		names = append(names, c.String())
	}
	s := strings.Join(names, "; ")
	if len(spans) > shown {
		s += v.Say(moreCells, strconv.Itoa(len(spans)-shown))
	}
	if len(at) > len(spans) {
		s += v.Say(cellCount, strconv.Itoa(len(at)))
	}
	return s
}

func accepted(c *batch.Checked) int {
	n := 0
	for _, f := range c.Findings {
		if f.Accepted != "" {
			n++
		}
	}
	return n
}

// severities in the order in which they are told.
var severities = []reports.Severity{reports.Blocking, reports.Warning, reports.Note}

// byBranch groups the findings: branches in the order of the list, then those
// that are not in it, then what concerns the ward. In each group what blocks
// comes first.
func byBranch(c *batch.Checked) [][]batch.Finding {
	var order []reports.UnitID
	for _, b := range c.Units {
		order = append(order, b.ID)
	}
	for _, f := range c.Findings {
		if id := concerns(c, f); id != "" && !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	var groups [][]batch.Finding
	for _, id := range append(order, "") {
		var group []batch.Finding
		for _, severity := range severities {
			for _, f := range c.Findings {
				if concerns(c, f) == id && f.Severity == severity {
					group = append(group, f)
				}
			}
		}
		if group != nil {
			groups = append(groups, group)
		}
	}
	return groups
}

// reportName is what people call the report, with the name that it has in the
// configuration.
func (t teller) reportName(c *batch.Checked) string {
	kind := t.Say(say.T(c.Kind.VI, cmp.Or(c.Kind.EN, c.Kind.VI)))
	if kind == "" {
		return c.Report
	}
	return kind + " (" + c.Report + ")"
}

func (t teller) branchName(c *batch.Checked, id reports.UnitID) string {
	if id == "" {
		return t.Say(wholeWard)
	}
	for _, b := range c.Units {
		if b.ID == id {
			return b.Name
		}
	}
	return string(id)
}

func states(c *batch.Checked, state reports.FileState) string {
	n := 0
	for _, f := range c.Files {
		if f.State == state {
			n++
		}
	}
	return strconv.Itoa(n)
}
