// Package normalise turns grids of raw cells into returns: it finds the tables,
// reads their heads, and tells what unit, indicator and period each cell is
// about. It adds nothing and drops nothing.
//
// A value is read surely or not at all: what is not sure is a finding that
// names the cell, what stood there and what it was taken for. Every sheet is
// either read, or named in a finding; so is every row that holds a value.
//
// Here is what it takes a table to know: where it begins and ends, what its columns
// and rows are beside each other, and for whom and when. The rooms below tell what
// can be told of less: a sheet (grid), a text (wording), a head or a name (label), the
// number in a cell (value), numbers alone (weigh).
package normalise

import (
	"cmp"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// A Memo is what heads and names were found to mean, for readings of the same workbooks
// by those who know something else of their branches and columns.
type Memo = label.Memo

// Options are what a reader of the workbooks knows beforehand.
type Options struct {
	Catalogue *catalogue.Catalogue
	Senders   map[string]reports.UnitID // of workbooks that a person knows, by file
	Readings  map[string]string         // of columns: those that count, in words, or AddUp; by the key of their heads
	Branches  []reports.Unit            // empty: every unit that is named is a branch
	Ward      reports.Unit              // its Name and Aliases; its ID is reports.Ward
	Span      reports.Period            // of the report
	YearStart [2]int                    // month and day on which a year begins
	Term      reports.Period
	Labels    *Memo // of earlier readings; nil: there was none
}

// Result is what the workbooks say.
type Result struct {
	Returns    []reports.Return
	Targets    []reports.Return // what columns of the plan say, as far as it is sure
	Earlier    []reports.Return // the same of columns of "the year before"
	Awards     []reports.Award
	Paragraphs []reports.Paragraph
	Photos     []reports.Photo
	Books      []Book                 // what became of each workbook, in the order given
	Branches   []reports.Unit         // the list given, or the branches found
	Blanks     []reports.Contribution // empty cells that ask for a value: value.blank names them; Period is zero where nothing names it
	Unread     []reports.Contribution // cells of tables that hold no value that counts; a finding says why
	Findings   reports.Findings
}

// A Book is what became of one workbook.
type Book struct {
	Name     string
	Units    []reports.UnitID // whose returns it holds; of a rejected one, who sent it
	Fates    []grid.Tally     // of its number cells, by sheet
	Rejected string           // code of the finding for which nothing of it counts; "" if it was used
}

// Books reads all workbooks. Their order does not matter for what is read.
func Books(books []*intake.Book, opt Options) Result {
	matcher := opt.roster()
	if opt.Labels == nil {
		opt.Labels = &Memo{}
	}
	var res Result
	var blanks []blank
	for _, b := range books {
		r := &reader{Options: opt, matcher: matcher, book: b, out: &res, returns: map[returnKey]*reports.Return{}, found: map[*grid.Sheet]*found{}, before: len(res.Findings)}
		r.labels = label.New(opt.Catalogue, matcher, r.periods(0), opt.Labels)
		r.values = value.Reader{Catalogue: opt.Catalogue, Tell: func(code string, unit reports.UnitID, args reports.Args, at reports.Cell) {
			r.find(code, unit, args, at)
		}}
		res.Books = append(res.Books, r.read())
		blanks = append(blanks, r.blanks...)
	}
	nameBlanks(&res, blanks)
	proposeBranches(&res, matcher)
	res.Branches = matcher.Branches()
	if matcher.Open { // in the order of their names, not of their files
		slices.SortStableFunc(res.Branches, func(a, b reports.Unit) int { return viet.Compare(a.Name, b.Name) })
	}
	slices.SortStableFunc(res.Returns, func(a, b reports.Return) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.File, b.File), a.Period.Compare(b.Period))
	})
	return res
}

// roster knows the branches and the ward by their names.
func (o Options) roster() *roster.Roster {
	return roster.New(o.Branches, o.Ward, o.own(), o.Catalogue.Units())
}

// own are the association's words for itself.
func (o Options) own() viet.Words { return o.Catalogue.Association().Words }

type returnKey struct {
	unit   reports.UnitID
	period reports.Period
}

// A reader reads one workbook.
type reader struct {
	Options
	matcher    *roster.Roster
	values     value.Reader
	book       *intake.Book
	out        *Result
	unit       reports.UnitID  // of sheets without a title of their own
	year       int             // named by the file, 0 if none
	when       viet.PeriodText // named by the file
	returns    map[returnKey]*reports.Return
	targets    []reports.Return
	earlier    []reports.Return
	awards     []reports.Award
	paras      []reports.Paragraph
	photos     []reports.Photo
	labels     *label.Reader
	found      map[*grid.Sheet]*found
	conflicts  []*grid.Sheet // sheets whose rows name another unit of money than they do
	reject     string        // code of the finding for which nothing of it counts
	text       bool          // something other than figures was taken from it
	blanks     []blank
	proposals  []proposal
	understood map[string]*taken // names that no indicator has, by the rule that took them
	held       []held            // called provisional by who sent them
	before     int               // findings about other workbooks
}

// A found is what was found out about a sheet, or a part of one, so far.
type found struct {
	head    int            // of a whole sheet: the index of the first row of heads, len(rows) if none
	read    int            // tables of it that held something
	unit    reports.UnitID // whom the sheet as a whole is about
	notices *[]notice      // once they were looked for
}

func (r *reader) about(g *grid.Sheet) *found {
	if r.found[g] == nil {
		r.found[g] = &found{}
	}
	return r.found[g]
}

// with is a sheet with other rows, of which the same was found out.
func (r *reader) with(g *grid.Sheet, rows []grid.Row) *grid.Sheet {
	other, known := *g, *r.about(g)
	other.Rows = rows
	r.found[&other] = &known
	return &other
}

func (r *reader) units() *viet.Units { return r.Catalogue.Units() }

func (r *reader) read() Book {
	all := grid.Sheets(r.units(), r.book, func(code string, args reports.Args, at reports.Cell) { r.find(code, "", args, at) })
	for _, g := range all {
		r.about(g).head = r.firstHead(g)
	}
	sheets := r.ours(all)
	if len(sheets) > 0 {
		r.name(sheets)
	}
	tables := 0
	for _, s := range sheets {
		tables += r.readSheet(s)
	}
	r.propose()
	r.nameTaken()
	switch {
	case r.reject != "":
	case tables == 0 && !r.text:
		r.reject = "file.nothing"
		if r.unit != "" && r.asks(sheets) {
			r.reject = "file.blank" // and its sheets need not be named
			found := r.out.Findings[r.before:]
			r.out.Findings = append(r.out.Findings[:r.before:r.before], slices.DeleteFunc(slices.Clone(found), func(f reports.Finding) bool { return f.Code == "sheet.nothing" })...)
		}
		r.find(r.reject, r.unit, nil, reports.Cell{File: r.book.Name})
	}
	r.nameProvisional()
	fates := r.account(all)
	book := r.close()
	book.Fates = fates
	return book
}

// close hands over the returns, unless the workbook is rejected.
func (r *reader) close() Book {
	book := Book{Name: r.book.Name, Rejected: r.reject}
	if r.reject == "" && !r.text && r.onlyUnknown() {
		book.Rejected = "branch.unknown"
	}
	if book.Rejected != "" {
		if r.unit != "" && r.unit != unknownUnit {
			book.Units = []reports.UnitID{r.unit} // it came from there all the same
		}
		return book
	}
	r.out.Targets = append(r.out.Targets, r.targets...)
	r.out.Earlier = append(r.out.Earlier, r.earlier...)
	r.out.Awards = append(r.out.Awards, r.awards...)
	r.out.Paragraphs = append(r.out.Paragraphs, r.paras...)
	r.out.Photos = append(r.out.Photos, r.photos...)
	for key, ret := range r.returns {
		if key.unit == unknownUnit {
			continue
		}
		r.out.Returns = append(r.out.Returns, *ret)
		if !slices.Contains(book.Units, key.unit) {
			book.Units = append(book.Units, key.unit)
		}
	}
	if len(book.Units) == 0 && r.unit != "" {
		book.Units = []reports.UnitID{r.unit}
	}
	slices.Sort(book.Units)
	return book
}

// onlyUnknown reports whether all that was read belongs to branches of no list.
func (r *reader) onlyUnknown() bool {
	for key := range r.returns {
		if key.unit != unknownUnit {
			return false
		}
	}
	return len(r.returns) > 0
}

// add puts one entry into the return of its unit and period.
func (r *reader) add(unit reports.UnitID, period reports.Period, e reports.Entry) {
	key := returnKey{unit, period}
	ret := r.returns[key]
	if ret == nil {
		ret = &reports.Return{Unit: unit, Period: period, File: r.book.Name}
		r.returns[key] = ret
	}
	ret.Entries = append(ret.Entries, e)
}

// longestName, in runes, is how much of a name a finding has: one that is longer is
// prose, and stands whole in its cell.
const longestName = 1000

// find adds a finding; the name of the file is always among its arguments.
func (r *reader) find(code string, unit reports.UnitID, args reports.Args, at ...reports.Cell) {
	if args == nil {
		args = reports.Args{}
	}
	args["file"] = r.book.Name
	if name, ok := args["name"]; ok {
		args["name"] = grid.Shortened(name, longestName)
	}
	if len(at) > 0 {
		args["cell"], args["sheet"] = at[0].Addr, at[0].Sheet
	}
	r.out.Findings.Add(code, unit, args, at...)
}
