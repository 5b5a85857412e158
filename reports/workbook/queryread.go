package workbook

import (
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// A QuerySheet is a sheet that may hold answers, as it was read.
type QuerySheet struct {
	File string // "" where there is only one
	Name string
	Rows []QueryRow
}

// A QueryRow is one of its rows, hidden ones too.
type QueryRow struct {
	Num   int
	Cells map[int]string // by column, from 1
}

// A Filled is what a person wrote beside one question, or beside one row of a table.
type Filled struct {
	File, Sheet string
	Row         int // of the sheet
	Key         string
	RowID       string // "" for the question itself
	Choice      string // as written: the text of a choice, its id, a number, a name; "" if only something beside it was filled in
	Why, By     string

	// Of a new indicator. Kind is the code, or what was written if it is none's name.
	Name, Unit, Section, Kind string
}

// Refused is a row that cannot be read.
type Refused struct {
	File, Sheet string
	Row         int
	Why         string // "key": it says nowhere which question it answers; "twice": another row answers it otherwise
	Text        string // what was written
}

// IsQuery reports whether a sheet is one of a workbook of questions, filled in or not.
func IsQuery(s QuerySheet) bool {
	for _, row := range s.Rows {
		for _, text := range row.Cells {
			if text == markKey || row.Num <= 3 && viet.Key(text) == viet.Key(Asked) {
				return true
			}
		}
	}
	return false
}

// ReadQuery returns what was filled in, each question and row once, in their order;
// rows and columns may have been moved. Sheets of several workbooks can be read
// together: two that answer one question in two ways are refused, both.
func (w *Words) ReadQuery(sheets []QuerySheet) ([]Filled, []Refused) {
	var all []Filled
	var refused []Refused
	for _, s := range sheets {
		if !IsQuery(s) {
			continue
		}
		filled, wrong := w.readSheet(s)
		all, refused = append(all, filled...), append(refused, wrong...)
	}
	filled, wrong := settle(all)
	return filled, append(refused, wrong...)
}

// readSheet reads the rows of one sheet in which something is filled in.
func (w *Words) readSheet(s QuerySheet) (all []Filled, refused []Refused) {
	columns, heads := w.columnsOf(s)
	for _, row := range s.Rows {
		if slices.Contains(heads, row.Num) {
			continue
		}
		text := func(mark string) string { return viet.Clean(row.Cells[columns[mark]]) }
		f := Filled{
			File: s.File, Sheet: s.Name, Row: row.Num, Key: text(markKey), RowID: text(markRow),
			Choice: text(markChoice), Why: text(markWhy), By: text(markBy),
			Name: text(markName), Unit: text(markUnit), Section: text(markSection), Kind: codeNamed(w.Query.New.Kinds, text(markKind)),
		}
		switch written := f.written(); {
		case written == "":
		case f.Key == "":
			refused = append(refused, Refused{s.File, s.Name, row.Num, "key", written})
		default:
			all = append(all, f)
		}
	}
	if columns[markKey] == 0 && len(refused) == 0 {
		refused = append(refused, Refused{s.File, s.Name, 1, "key", s.Name})
	}
	return all, refused
}

// written is what a person wrote into a row.
func (f Filled) written() string {
	for _, s := range []string{f.Choice, f.Why, f.Name, f.Unit, f.Section, f.Kind, f.By} {
		if s != "" {
			return s
		}
	}
	return ""
}

// columnsOf finds the columns by their marks and, where somebody has deleted those, by
// their heads; rows are those that hold marks or heads.
func (w *Words) columnsOf(s QuerySheet) (columns map[string]int, rows []int) {
	columns = map[string]int{}
	marks, heads := w.Query.marks()
	for _, markOf := range []func(string) string{
		func(text string) string { return marks[text] },
		func(text string) string { return heads[viet.Key(text)] },
	} {
		for _, row := range s.Rows {
			found := map[string]int{}
			for col, text := range row.Cells {
				if mark := markOf(text); mark != "" && (found[mark] == 0 || col < found[mark]) {
					found[mark] = col
				}
			}
			if found[markKey] == 0 {
				continue
			}
			rows = append(rows, row.Num)
			for mark, col := range found {
				if columns[mark] == 0 {
					columns[mark] = col
				}
			}
		}
	}
	return columns, rows
}

// marks are the marks of the columns by themselves, and by their heads, folded.
func (w queryWords) marks() (marks, heads map[string]string) {
	marks, heads = map[string]string{}, map[string]string{}
	for _, sheet := range []struct {
		heads   []string
		columns []askColumn
	}{{w.Heads, askColumns}, {w.New.Heads, newColumns}, {w.Blanks.Heads, blankColumns}} {
		for i, c := range sheet.columns {
			if c.mark != "" {
				marks[c.mark], heads[viet.Key(sheet.heads[i])] = c.mark, c.mark
			}
		}
	}
	return marks, heads
}

// codeNamed is the code of what is named, or what was written.
func codeNamed(names map[string]string, written string) string {
	for code, name := range names {
		if viet.Key(written) == viet.Key(name) || strings.EqualFold(written, code) {
			return code
		}
	}
	return written
}

// settle makes one of rows that answer the same in the same way, and refuses all that
// answer it in different ones.
func settle(all []Filled) (once []Filled, refused []Refused) {
	type asked struct{ key, row string }
	rows := map[asked][]Filled{}
	var order []asked
	for _, f := range all {
		q := asked{f.Key, f.RowID}
		if rows[q] == nil {
			order = append(order, q)
		}
		rows[q] = append(rows[q], f)
	}
	for _, q := range order {
		one, ok := joined(rows[q])
		if ok {
			once = append(once, one)
			continue
		}
		for _, f := range rows[q] {
			refused = append(refused, Refused{f.File, f.Sheet, f.Row, "twice", f.written()})
		}
	}
	return once, refused
}

// joined draws what was written about one question together: its answer may stand on
// one sheet and the unit of a new indicator on another. It fails where two rows
// differ in what counts; of several reasons the first is kept.
func joined(rows []Filled) (Filled, bool) {
	one := rows[0]
	for _, f := range rows[1:] {
		if one.Choice == "" && f.Choice != "" {
			one.File, one.Sheet, one.Row = f.File, f.Sheet, f.Row
		}
		for _, pair := range []struct{ to, from *string }{
			{&one.Choice, &f.Choice}, {&one.Name, &f.Name}, {&one.Unit, &f.Unit}, {&one.Section, &f.Section}, {&one.Kind, &f.Kind},
		} {
			switch {
			case *pair.to == "":
				*pair.to = *pair.from
			case *pair.from != "" && !sameAnswer(*pair.to, *pair.from):
				return Filled{}, false
			}
		}
		if one.Why == "" {
			one.Why = f.Why
		}
		if one.By == "" {
			one.By = f.By
		}
	}
	return one, true
}

// sameAnswer reports whether two texts say the same; of numbers every sign counts.
func sameAnswer(a, b string) bool {
	return strings.EqualFold(a, b) || strings.ContainsFunc(a, unicode.IsLetter) && viet.Key(a) == viet.Key(b)
}

// QueryOf returns whose workbook of questions sheets are of, as [Query] had it; "" if they
// do not say.
func QueryOf(sheets []QuerySheet) string {
	for _, s := range sheets {
		for _, row := range s.Rows {
			for _, text := range row.Cells {
				if of, ok := strings.CutPrefix(text, markOf); ok {
					return of
				}
			}
		}
	}
	return ""
}
