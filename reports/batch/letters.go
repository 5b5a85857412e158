package batch

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise"
	"ccbreport/reports/workbook"
)

// goesToBranch reports whether the branch that a finding is about is asked about
// it: only it can answer. What the office decides, and what follows from that, is
// not for the branch.
func (w *work) goesToBranch(c *Checked, f Finding) bool {
	text, _ := w.cat.Text(f.Code)
	return text.Branch && !w.follows(f) && f.Severity != reports.Note && f.Accepted == "" && !c.doubts(f)
}

// follows reports whether a finding is folded under a question that it does not ask:
// it goes with the answer, and by itself nobody is asked.
func (w *work) follows(f Finding) bool {
	_, own, _ := w.rules.Of(f.Finding, w.severity(f.Finding))
	return f.Question != "" && f.Question != own
}

// ofWhom are the codes of findings that ask whose a file is, or which of several
// counts. Until the office knows, nobody is asked about what stands in it.
var ofWhom = []string{"branch.none", "branch.unknown", "branch.ambiguous", "branch.copied", "branch.duplicate.unclear"}

// doubts reports whether a finding is about a file of which it is open whose it is.
func (c *Checked) doubts(f Finding) bool {
	return slices.ContainsFunc(c.Findings, func(open Finding) bool {
		return open.Severity == reports.Blocking && slices.Contains(ofWhom, open.Code) && slices.ContainsFunc(f.At, open.speaksOf)
	})
}

// speaksOf reports whether a finding names the file of a cell.
func (f Finding) speaksOf(cell reports.Cell) bool {
	return slices.ContainsFunc(f.At, func(at reports.Cell) bool { return at.File == cell.File })
}

// asked are the faults that people are asked to see to, in words for them: a
// branch of what only it can answer, the ward of all that its own workbook has.
// What is blank and what is missing is asked of a branch at once.
func (w *work) asked(c *Checked, words *workbook.Words) []workbook.Fault {
	var all []workbook.Fault
	var theirs []Finding
	blanks := map[reports.UnitID][]Finding{}
	for _, f := range c.Findings {
		unit := c.Concerns(f)
		switch {
		case c.inWards(f):
			// What those who gave the figure cannot mend is no fault of theirs.
			if f.Severity != reports.Note && f.Accepted == "" && f.Code != "claim.all.silent" {
				fault := w.fault(c, f, w.plain(f, words))
				fault.Unit = reports.Ward
				all = append(all, fault)
			}
		case !w.goesToBranch(c, f):
		case unit != "" && (f.Code == "value.blank" || f.Code == "indicator.missing"):
			blanks[unit] = append(blanks[unit], f)
		default:
			theirs = append(theirs, f)
		}
	}
	for _, f := range refolded(theirs) {
		all = append(all, w.put(c, f, words))
	}
	for _, u := range w.books.Branches {
		if gap, ok := w.gap(c, u.ID, blanks[u.ID]); ok {
			all = append(all, w.put(c, gap, words))
		}
	}
	return all
}

// refolded draws findings of one cause together that ask the office several
// questions: to the branch they are one thing to do.
func refolded(list []Finding) []Finding {
	var out []Finding
	for _, severity := range []reports.Severity{reports.Blocking, reports.Warning} {
		var same []found
		for _, f := range list {
			if f.Severity == severity {
				same = append(same, found{Finding: f.Finding})
			}
		}
		for _, f := range fold(same) {
			out = append(out, Finding{Finding: f.Finding, Severity: severity})
		}
	}
	return out
}

// inWards reports whether a finding is for the ward's own workbook.
func (c *Checked) inWards(f Finding) bool {
	return c.Concerns(f) == reports.Ward || f.Unit == "" && slices.ContainsFunc(f.At, func(at reports.Cell) bool { return c.owner(at.File) == reports.Ward })
}

// put puts a finding to a branch, with the cells in short.
func (w *work) put(c *Checked, f Finding, words *workbook.Words) workbook.Fault {
	plain := w.plain(f, words)
	if plain.Args["reason"] == "" {
		plain.Args["reason"] = "branch"
	}
	if _, folded := causes[f.Code]; folded && len(f.At) > 1 && f.Code != "value.blank" {
		plain.Args["cell"] = words.Places(f.At)
		delete(plain.Args, "count")
	}
	fault := w.fault(c, f, plain)
	fault.Weight = weight(f)
	return fault
}

// weight is how many figures hang on a finding; all of a file or of a period, if
// it names no cell.
func weight(f Finding) int {
	cells := 0
	for _, at := range f.At {
		if at.Addr != "" {
			cells++
		}
	}
	if n, _ := strconv.Atoi(f.Args["count"]); cells > 0 || f.Code == "indicator.missing" {
		return max(cells, n)
	}
	return 1000
}

// namedBlanks is how many of the indicators without a figure a branch is told by
// name.
const namedBlanks = 3

// gap draws together what a branch left blank and what it does not give though
// most do: the same indicators as a rule. Blanks of an indicator that the branch
// gives for the whole span are none: the quarters of a year that stands beside
// them. It is false if nothing is left to ask.
func (w *work) gap(c *Checked, unit reports.UnitID, findings []Finding) (Finding, bool) {
	gap := Finding{Finding: reports.Finding{Code: "indicator.missing", Unit: unit}, Severity: reports.Warning}
	var names []string
	missing := 0
	for _, f := range findings {
		if f.Code == "indicator.missing" && !c.hasUnknown(f) {
			n, _ := strconv.Atoi(f.Args["count"])
			missing = max(missing, n)
			names = append(names, strings.Split(strings.TrimSuffix(f.Args["figures"], "; …"), "; ")...)
		}
	}
	for _, b := range w.findings {
		if b.Code != "value.blank" || !slices.ContainsFunc(findings, func(f Finding) bool { return f.holds(b) }) {
			continue
		}
		own := strings.Split(b.Args["indicator"], "; ")
		if own = slices.DeleteFunc(own, func(name string) bool { return w.givesAll(unit, name) }); len(own) > 0 {
			gap.Code, gap.At, names = "value.blank", append(gap.At, b.At...), append(names, own...)
		}
	}
	names = slices.DeleteFunc(distinct(names), func(name string) bool { return c.isAbout(unit, name) })
	gap.Args = reports.Args{}
	if more := max(len(names), missing) - namedBlanks; more > 0 {
		gap.Args["count"] = strconv.Itoa(more)
		names = names[:namedBlanks]
	}
	gap.Args["indicator"] = "“" + strings.Join(names, "”, “") + "”"
	gap.Args["figures"] = gap.Args["indicator"]
	slices.SortFunc(gap.At, reports.Cell.Compare)
	return gap, len(names) > 0
}

// isAbout reports whether something that blocks is about an indicator of a branch:
// a figure that could not be used is not missing.
func (c *Checked) isAbout(unit reports.UnitID, name string) bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool {
		return f.Severity == reports.Blocking && c.Concerns(f) == unit && (strings.Contains(f.Args["indicator"], name) || strings.Contains(f.Args["figures"], name))
	})
}

// hasUnknown reports whether a name that nobody knows stands in the files of a
// finding: what is missing may stand under it.
func (c *Checked) hasUnknown(of Finding) bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool {
		return (f.Code == "indicator.unknown" || f.Code == "name.joined") && f.Accepted == "" && slices.ContainsFunc(f.At, of.speaksOf)
	})
}

// holds reports whether another finding was folded into this one.
func (f Finding) holds(other reports.Finding) bool {
	return f.Code == other.Code && f.Unit == other.Unit && len(other.At) > 0 && slices.Contains(f.At, other.At[0])
}

// distinct keeps the first of equal words.
func distinct(words []string) []string {
	var kept []string
	for _, word := range words {
		if !slices.Contains(kept, word) {
			kept = append(kept, word)
		}
	}
	return kept
}

// givesAll reports whether a branch gives the indicator of that name for all of
// the span: what adds up for each day of it, anything else at its end.
func (w *work) givesAll(unit reports.UnitID, name string) bool {
	i := slices.IndexFunc(w.cat.Indicators(), func(ind catalogue.Indicator) bool { return ind.Name == name })
	if i < 0 {
		return false
	}
	ind := w.cat.Indicators()[i]
	from := slices.Clone(w.totals.Units[unit][ind.Code].From)
	slices.SortFunc(from, func(a, b reports.Contribution) int { return a.Period.Compare(b.Period) })
	end := w.job.Span.From // of the days without a gap
	for _, c := range from {
		if c.Period.To == w.job.Span.To && ind.Kind != catalogue.Flow && ind.Kind != catalogue.Once || c.Source == reports.FromLog {
			return true
		}
		if c.Period.From <= end {
			end = max(end, c.Period.To)
		}
	}
	return end >= w.job.Span.To
}

// letters writes to every branch of which something is missing or wrong that it
// can answer; copies are the marked workbooks that go with them.
func (w *work) letters(c *Checked, asked []workbook.Fault, copies []archive.Blob, words *workbook.Words) []archive.Blob {
	var all []archive.Blob
	unclear := c.unclear()
	for _, s := range c.Branches.List {
		l := workbook.Letter{
			Unit: s.Unit, Ward: w.job.Unit.Short, Span: w.job.Span, Due: w.job.Due,
			Received: s.Received, Files: s.Files, Read: w.readAny(s.Files), Unclear: unclear, Copy: marked(s.Files, copies),
		}
		if l.Ward == "" {
			l.Ward = w.job.Unit.Name
		}
		for _, f := range asked {
			if f.Unit == s.Unit.ID {
				f.At = slices.DeleteFunc(slices.Clone(f.At), func(at reports.Cell) bool { return c.owner(at.File) != f.Unit })
				l.Faults = append(l.Faults, f)
			}
		}
		if len(l.Faults) == 0 && (s.Received || c.heldByOffice(s)) {
			continue
		}
		// Old Notepads need the mark of the encoding and both line ends.
		text := "\ufeff" + strings.ReplaceAll(l.Text(words), "\n", "\r\n")
		all = append(all, archive.Blob{Name: FeedbackFolder + "/" + string(s.Unit.ID) + ".txt", Bytes: []byte(text)})
	}
	return archive.Portable(all)
}

// unclear is how many files there are of which it is not known whose they are.
func (c *Checked) unclear() int {
	var files []string
	for _, f := range c.Findings {
		if f.Severity == reports.Blocking && slices.Contains(ofWhom[:3], f.Code) {
			for _, at := range f.At {
				files = append(files, at.File)
			}
		}
	}
	return len(distinct(files))
}

// heldByOffice reports whether a branch's files came and count for nothing only
// until the office has decided something about them.
func (c *Checked) heldByOffice(s Standing) bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool {
		return f.Severity == reports.Blocking && f.Code != "branch.missing" &&
			slices.ContainsFunc(f.At, func(at reports.Cell) bool { return slices.Contains(s.Files, at.File) })
	})
}

// readAny reports whether one of the files is a workbook of which the cells were read.
func (w *work) readAny(files []string) bool {
	return slices.ContainsFunc(w.books.Books, func(b normalise.Book) bool { return slices.Contains(files, b.Name) })
}

// marked reports whether a marked copy of one of a branch's files goes back with
// its letter.
func marked(files []string, copies []archive.Blob) bool {
	return slices.ContainsFunc(copies, func(b archive.Blob) bool {
		name := strings.TrimPrefix(b.Name, FeedbackFolder+"/")
		return slices.Contains(files, name) || slices.Contains(files, strings.TrimSuffix(name, ".xlsx"))
	})
}
