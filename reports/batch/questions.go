package batch

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise"
	"ccbreport/reports/viet"
)

// An inquiry is a question with all that its answers need: the findings that ask it
// and what each choice says of cells.
type inquiry struct {
	reports.Question
	asks    []found
	options []option
	sum     string // what stands under a name, in words
	also    int    // findings that are folded under it from the first
}

// An option is a choice that hangs on the data.
type option struct {
	reports.Choice
	code    string           // of the indicator that a name is
	reading string           // of columns
	cells   []reports.Looked // what is read in another way, or does not count
	try     bool             // what it does to the figures is worth knowing
}

// ask gathers the findings that ask something into questions, in the order in which
// the first of each is met, and notes with each finding whose question it asks.
func (w *work) ask(list []found) []*inquiry {
	var all []*inquiry
	index := map[string]*inquiry{}
	for i := range list {
		f := &list[i]
		kind, key, about := w.rules.Of(f.Finding, w.severity(f.Finding))
		f.question = ""
		if f.accepted != "" || key == "" || w.hangsOnAnother(f.Finding, key) {
			continue
		}
		q := index[key]
		if q == nil {
			q = &inquiry{Question: reports.Question{Key: key, Kind: kind, About: about, Free: w.rules.Free(kind)}}
			index[key] = q
			all = append(all, q)
		}
		f.question = key
		q.asks = append(q.asks, *f)
		q.Blocking = q.Blocking || w.severity(f.Finding) == reports.Blocking
	}
	all = withoutParts(withoutAbsence(all, list), list)
	for _, q := range all {
		w.fill(q)
	}
	return all
}

// withoutParts folds names that hang on a row of unknown name under the question what
// that row is.
func withoutParts(all []*inquiry, list []found) []*inquiry {
	gone := map[string]bool{}
	for _, part := range all {
		above := part.above()
		whole := slices.IndexFunc(all, func(q *inquiry) bool {
			return q.Kind == reports.AskName && q.above() == "" && above != "" && viet.Key(q.About) == viet.Key(above)
		})
		if whole < 0 {
			continue
		}
		gone[part.Key] = true
		for i := range list {
			if list[i].question == part.Key {
				list[i].question = all[whole].Key
				all[whole].also++
			}
		}
	}
	return slices.DeleteFunc(all, func(q *inquiry) bool { return gone[q.Key] })
}

// above is the name of the row that a name hangs on, "" if it stands by itself.
func (q *inquiry) above() string {
	if q.Kind != reports.AskName {
		return ""
	}
	return q.asks[0].Args["above"]
}

// withoutAbsence folds the branches of which nothing came under the question whose a
// workbook is, if there is one: it may be theirs.
func withoutAbsence(all []*inquiry, list []found) []*inquiry {
	whose := slices.IndexFunc(all, func(q *inquiry) bool { return q.Kind == reports.AskFile || q.Kind == reports.AskBranch })
	if whose < 0 {
		return all
	}
	q := all[whose]
	for i := range list {
		if list[i].question == string(reports.AskAbsent) {
			list[i].question = q.Key
			q.also++
		}
	}
	return slices.DeleteFunc(all, func(q *inquiry) bool { return q.Kind == reports.AskAbsent })
}

// fill completes a question from its findings.
func (w *work) fill(q *inquiry) {
	q.Settles = len(q.asks) + q.also
	for _, f := range q.asks {
		q.At = append(q.At, f.At...)
		if unit := w.concerned(f.Finding); unit != "" && !slices.Contains(q.Branches, unit) {
			q.Branches = append(q.Branches, unit)
		}
	}
	slices.SortFunc(q.At, reports.Cell.Compare)
	q.At = slices.Compact(q.At)
	w.inListOrder(q.Branches)
	q.Text = w.rules.Text(q.Kind, w.spoken(q), w.job.Lang)
	switch q.Kind {
	case reports.AskName:
		w.nameOptions(q)
	case reports.AskBranch, reports.AskFile:
		w.branchOptions(q)
	case reports.AskColumns:
		w.columnOptions(q)
	case reports.AskRival:
		w.rivalOptions(q)
	case reports.AskValue:
		w.valueOptions(q)
	case reports.AskBlank, reports.AskAbsent:
		w.cellRows(q)
	case reports.AskLook:
		w.lookOptions(q)
	}
	if q.Free == reports.AnyNumber && len(q.At) > 1 {
		w.cellRows(q) // one number is not right for all of them
	}
	for _, o := range q.options {
		q.Choices = append(q.Choices, o.Choice)
	}
	q.Choices = append(q.Choices, w.choices(q)...)
}

// remedy is what to do about a finding: what is folded under a question is settled by its
// answer, but whether something may stand is better asked of the workbook first.
func (w *work) remedy(f found, own string) string {
	kind, _, _ := strings.Cut(f.question, ".")
	switch reports.QuestionKind(kind) {
	case "", reports.AskLook, reports.AskAbsent:
		return own
	}
	return w.rules.Word("answer", reports.Args{"name": f.question}, w.job.Lang)
}

// inOrder puts the questions that move most first.
func inOrder(questions []*inquiry) {
	slices.SortStableFunc(questions, func(a, b *inquiry) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(rank(b), rank(a)), cmp.Compare(b.Settles, a.Settles), cmp.Compare(a.Key, b.Key))
	})
}

// choices are those of its kind that a question has. What hangs on another row is no
// name by itself: it can become an indicator only below one.
func (w *work) choices(q *inquiry) []reports.Choice {
	list := w.rules.Choices(q.Kind, w.job.Lang)
	person := q.Kind == reports.AskName && viet.Personal(q.About) // it would stand in every form
	switch {
	case person:
	case q.Kind == reports.AskLook && len(q.options) > 0:
		return slices.DeleteFunc(list, func(c reports.Choice) bool { return c.ID == reports.Accept }) // it is among them
	case q.above() == "":
		return list
	case w.cat.Code(q.above()) != "":
		q.Free = reports.OnlyChoices
		return list
	default:
		q.Free = reports.OnlyChoices
	}
	return slices.DeleteFunc(list, func(c reports.Choice) bool { return c.ID == reports.New })
}

// concerned is the unit that a finding is about: the one that it names, or else the
// one whose workbook it points into.
func (w *work) concerned(f reports.Finding) reports.UnitID {
	if f.Unit != "" {
		return f.Unit
	}
	var unit reports.UnitID
	for _, at := range f.At {
		i := slices.IndexFunc(w.books.Books, func(b normalise.Book) bool { return b.Name == at.File })
		if i < 0 || len(w.books.Books[i].Units) != 1 || unit != "" && unit != w.books.Books[i].Units[0] {
			return ""
		}
		unit = w.books.Books[i].Units[0]
	}
	return unit
}

// inListOrder sorts units as the list of branches has them, the ward last.
func (w *work) inListOrder(units []reports.UnitID) {
	place := func(id reports.UnitID) int {
		i := slices.IndexFunc(w.books.Branches, func(u reports.Unit) bool { return u.ID == id })
		if i < 0 {
			return len(w.books.Branches)
		}
		return i
	}
	slices.SortStableFunc(units, func(a, b reports.UnitID) int { return place(a) - place(b) })
}

// spoken are the words for the places of a question's text: those of its first
// finding, and what all of them come to.
func (w *work) spoken(q *inquiry) reports.Args {
	first := w.named(q.asks[0].Finding)
	if len(q.At) > 1 && q.Kind == reports.AskValue {
		first.Args = maps.Clone(first.Args)
		first.Args["cell"] += ", …"
	}
	args := reports.Args{}
	for name, value := range first.Args {
		args[name] = value
	}
	message := strings.TrimSpace(w.cat.Render(first, w.job.Lang).Message)
	if name := w.nameOf(w.concerned(first), ""); len(q.Branches) <= 1 {
		message = strings.TrimPrefix(message, name+": ")
	}
	args["message"], args["about"], args["who"], args["sum"] = message, q.About, w.who(q), q.sum
	args["count"], args["files"] = strconv.Itoa(len(q.At)), filesOf(q.At)
	if n := len(q.asks) - 1; n > 0 {
		args["others"] = strconv.Itoa(n)
	}
	return args
}

// who names those who wrote what is asked about.
func (w *work) who(q *inquiry) string {
	switch n := len(q.Branches); {
	case n == 0:
		return w.rules.Word("files", reports.Args{"files": filesOf(q.At)}, w.job.Lang)
	case n == 1:
		return w.nameOf(q.Branches[0], string(q.Branches[0]))
	default:
		return w.rules.Word("branches", reports.Args{"count": strconv.Itoa(n)}, w.job.Lang)
	}
}

// filesOf names the first files of positions.
func filesOf(at []reports.Cell) string {
	var files []string
	for _, c := range at {
		if !slices.Contains(files, c.File) {
			files = append(files, c.File)
		}
	}
	return listed(files)
}

// cellRows lists the findings, each of which may be answered by itself.
func (w *work) cellRows(q *inquiry) {
	for _, f := range q.asks {
		text := strings.TrimSpace(w.cat.Render(w.named(f.Finding), w.job.Lang).Message)
		q.Rows = append(q.Rows, reports.Row{ID: rowID(f), Unit: w.concerned(f.Finding), Text: text, At: f.At})
	}
}

// asksRow reports whether a row of a table is open; "" is the question itself.
func (q *inquiry) asksRow(id string) bool {
	return id == "" || slices.ContainsFunc(q.Rows, func(r reports.Row) bool { return r.ID == id })
}

// rowID names a row of a question by what a person looks at.
func rowID(f found) string { return f.grounds[0].Fingerprint[:12] }

// indicator is the one of a code.
func (w *work) indicator(code string) catalogue.Indicator {
	ind, _ := w.cat.Indicator(code)
	return ind
}

// tells reports whether blanks need no word: the branch gives the same for days among
// theirs. A year is blank over its quarters, or quarters beside their year.
func (w *work) tells(f reports.Finding) bool {
	return f.Code == "value.blank" && !slices.ContainsFunc(f.At, func(at reports.Cell) bool { return !w.covered(at) })
}

// covered reports whether a branch gives what an empty cell asks for, for some of its days.
func (w *work) covered(at reports.Cell) bool {
	i := slices.IndexFunc(w.books.Blanks, func(c reports.Contribution) bool { return c.At == at })
	if i < 0 || w.books.Blanks[i].Period.IsZero() {
		return false
	}
	blank := w.books.Blanks[i]
	for _, r := range w.books.Returns {
		if r.Unit == blank.Unit && r.Period.Overlaps(blank.Period) && slices.ContainsFunc(r.Entries, func(e reports.Entry) bool { return e.Code == blank.Code }) {
			return true
		}
	}
	return false
}
