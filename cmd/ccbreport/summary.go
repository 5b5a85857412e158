package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
)

// tellChecked tells what was read and found.
func (t *tui) tellChecked(job batch.Job, c *batch.Checked) {
	if !t.quiet && !t.json {
		t.summary(t.err, job, c)
	}
}

// tellMade tells where the report is and what to do next.
func (t *tui) tellMade(s *session, r *batch.Result) {
	line := madeLine
	if !r.New {
		line = unchangedLine
	}
	t.tell(line, strconv.Itoa(r.Pages), r.Edition.ID)
	t.tell(whereLine, r.PDF)
	switch {
	case s.noSend:
	case s.conf.hasMail:
		t.tell(mailLaterLine)
	default:
		t.tell(noMailLine)
	}
	switch {
	case blocked(r.Checked) != nil:
		t.tell(nextBlocked)
	case r.Checked.Count(reports.Warning) > 0:
		t.tell(nextWarned)
	default:
		t.tell(nextClear)
	}
}

// checkFiles are what check leaves: the summary to read, with what old Notepads
// need, and the object of --json.
func checkFiles(t *tui, job batch.Job, c *batch.Checked) []archive.Blob {
	var b strings.Builder
	b.WriteString("\ufeff")
	t.summary(&b, job, c)
	return []archive.Blob{
		{Name: "kiem-tra.txt", Bytes: []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))},
		{Name: "kiem-tra.json", Bytes: encodeJSON(ofCheck(c))},
	}
}

// summary writes files, branches and findings, the findings by branch.
func (t *tui) summary(w io.Writer, job batch.Job, c *batch.Checked) {
	line := func(m text, words ...string) { fmt.Fprintln(w, t.say(m, words...)) }
	line(headLine, c.Report, vietnamese(c.Span.From), vietnamese(c.Span.Last()))
	line(fileLine, states(c, reports.Read), states(c, reports.Superseded), states(c, reports.Skipped), states(c, reports.Rejected))
	for _, f := range c.Files {
		if f.State != reports.Read {
			line(whyLine, f.Name, f.Why)
		}
	}
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
		line(missingLine, strings.Join(names, "; "))
	}
	line(figureLine, strconv.Itoa(len(c.Totals.Figures)))
	if n := accepted(c); n > 0 {
		line(acceptedCountLine, strconv.Itoa(n))
	}
	line(findingsLine, strconv.Itoa(c.Count(reports.Blocking)), strconv.Itoa(c.Count(reports.Warning)), strconv.Itoa(c.Count(reports.Note)))
	for _, group := range byBranch(job, c) {
		fmt.Fprintf(w, "\n%s\n", t.branchName(job, concerns(c, group[0])))
		for _, f := range group {
			t.finding(w, f)
		}
	}
	fmt.Fprintln(w)
}

// finding writes one finding: what, where, what to do. A note needs no doing,
// and what was accepted has its reason.
func (t *tui) finding(w io.Writer, f batch.Finding) {
	head := severityWords[string(f.Severity)]
	if f.Accepted != "" {
		head = acceptedWord
	}
	fmt.Fprintf(w, "  %s: %s [%s]\n", t.say(head), f.Message, f.Code)
	if len(f.At) > 0 {
		fmt.Fprintln(w, t.say(atLine, t.cells(f.At)))
	}
	switch {
	case f.Accepted != "":
		fmt.Fprintln(w, t.say(whyAcceptedLine, f.Accepted))
	case f.Hint != "" && f.Severity != reports.Note:
		fmt.Fprintln(w, t.say(hintLine, f.Hint))
	}
}

// cells names where a finding is, cells that touch as one span: the first few
// places, and how many cells there are in all if any were drawn together. --json
// has every one.
func (t *tui) cells(at []reports.Cell) string {
	const shown = 4
	spans := reports.Spans(at)
	var names []string
	for _, c := range spans[:min(shown, len(spans))] {
		names = append(names, c.String())
	}
	s := strings.Join(names, "; ")
	if len(spans) > shown {
		s += t.say(moreCells, strconv.Itoa(len(spans)-shown))
	}
	if len(at) > len(spans) {
		s += t.say(cellCount, strconv.Itoa(len(at)))
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
func byBranch(job batch.Job, c *batch.Checked) [][]batch.Finding {
	var order []reports.UnitID
	for _, b := range job.Branches {
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

func (t *tui) branchName(job batch.Job, id reports.UnitID) string {
	if id == "" {
		return t.say(wholeWard)
	}
	for _, b := range job.Branches {
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

// vietnamese writes a day as people here do: 30/06/2020.
func vietnamese(d reports.Day) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%02d/%02d/%04d", day, m, y)
}
