package roll

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A role is what a column holds.
type role int

const (
	other role = iota
	numbers
	names
	aliases
	olds
	persons
	phones
)

// columns are the columns of a list, as its heads say or else its cells.
type columns struct {
	role  map[int]role
	name  int    // the column of names
	kind  string // of place that its head names: "thôn"
	heads []int  // rows of heads
	lead  bool   // most names begin with a word of kind

	behind bool   // persons stand behind the names
	people bool   // the head of the names says persons, whose branches stand between them
	noun   string // of the old communes, as their head has it: "phường"
}

// columns finds out what the columns of a sheet hold; not ok if a person must say which
// has the names.
func (r *Reader) columns(s Sheet) (columns, bool) {
	c := columns{role: map[int]role{}}
	heads := map[int]string{}
	for i, row := range s.Rows {
		if !r.headed(row) {
			if len(c.heads) > 0 {
				break
			}
			continue
		}
		c.heads = append(c.heads, row.Num)
		for _, cell := range row.Cells {
			if role := roleOf(cell.Text); role != other || c.role[cell.Col] == other {
				c.role[cell.Col], heads[cell.Col] = role, cell.Text
			}
		}
		if i+1 < len(s.Rows) && s.Rows[i+1].Num > row.Num+1 {
			break
		}
	}
	c.former(heads)
	r.byCells(s, &c)
	candidates := r.candidates(s, c)
	if len(candidates) > 1 || len(candidates) == 1 && heads[candidates[0]] != "" && c.role[candidates[0]] == other {
		if n := r.askColumn(s, heads, candidates); n > 0 {
			candidates = []int{n}
		} else {
			return c, false
		}
	}
	if len(candidates) == 0 {
		return c, true // every row is told of
	}
	c.name = candidates[0]
	c.kind = r.parts(named.ReplaceAllString(heads[c.name], "") + " x").Place
	c.people = c.role[c.name] == persons && heads[c.name] != ""
	c.lead, c.role[c.name] = r.leading(s, c, c.name), names
	r.leave(s, c, heads)
	return c, true
}

// former takes columns of names that were as other names, where one says those of now; and
// what the old communes are.
func (c *columns) former(heads map[int]string) {
	var now, old []int
	for col, role := range c.role {
		switch key := headKey(heads[col]); {
		case role == names && (viet.Holds(key, "cũ") || viet.Holds(key, "trước")):
			old = append(old, col)
		case role == names:
			now = append(now, col)
		case role == olds:
			for _, noun := range []string{"xã", "phường", "thị trấn"} {
				if strings.TrimSuffix(strings.TrimPrefix(key, "tên "), " cũ") == noun {
					c.noun = noun
				}
			}
		}
	}
	for _, col := range old {
		if len(now) > 0 {
			c.role[col] = aliases
		}
	}
}

// byCells gives columns without a head the role that their cells have.
func (r *Reader) byCells(s Sheet, c *columns) {
	count := map[int]map[role]int{}
	for _, row := range s.Rows {
		if slices.Contains(c.heads, row.Num) {
			continue
		}
		for _, cell := range row.own() {
			if count[cell.Col] == nil {
				count[cell.Col] = map[role]int{}
			}
			count[cell.Col][r.roleOfCell(cell.Text)]++
		}
	}
	for col, by := range count {
		if _, told := c.role[col]; told {
			continue
		}
		best := other
		if len(count) == 1 && by[names] > 0 {
			by[names] = math.MaxInt // whatever else stands in the only column
		}
		for _, role := range []role{names, persons, phones, olds, numbers} {
			if by[role] > by[best] || best == other && by[role] > 0 && by[role] >= by[other]-by[role] {
				best = role
			}
		}
		c.role[col] = best
	}
}

// roleOfCell is what a cell is by itself.
func (r *Reader) roleOfCell(s string) role {
	s = unlisted(s)
	switch {
	case r.leads(s):
		return names
	case isOld(s):
		return olds
	case hasNumber(s) && len(strip(s)) < 3:
		return phones
	case isPerson(strip(s)):
		return persons
	case strings.Trim(s, "0123456789.()") == "":
		return numbers
	}
	return other
}

// candidates are the columns that may have the names. Where no head and no word of kind
// tells, it is any column of words.
func (r *Reader) candidates(s Sheet, c columns) []int {
	var byHead, byWords, rest []int
	for _, col := range columnsOf(s) {
		switch {
		case c.role[col] == names:
			byHead = append(byHead, col)
		case c.role[col] == other && r.hasWords(s, c, col):
			rest = append(rest, col)
		}
	}
	for _, col := range byHead {
		if r.leading(s, c, col) {
			byWords = append(byWords, col)
		}
	}
	switch {
	case len(byHead)+len(rest) == 0:
		return r.between(s, c)
	case len(byHead) == 0:
		return rest
	case len(byWords) == 1:
		return byWords
	}
	return byHead
}

// between are columns of persons between whom names of branches stand.
func (r *Reader) between(s Sheet, c columns) []int {
	var all []int
	for _, col := range columnsOf(s) {
		leads := func(row Row) bool { return r.leads(row.at(col)) && !slices.Contains(c.heads, row.Num) }
		if c.role[col] == persons && slices.ContainsFunc(s.Rows, leads) {
			all = append(all, col)
		}
	}
	return all
}

// leading reports whether half of what stands in a column begins with words of kind.
func (r *Reader) leading(s Sheet, c columns, col int) bool {
	n, all := 0, 0
	for _, row := range s.Rows {
		if text := row.at(col); text != "" && !slices.Contains(c.heads, row.Num) && !isTitle(text) {
			all++
			if r.leads(text) {
				n++
			}
		}
	}
	return n > 0 && 2*n >= all
}

// hasWords reports whether a column has words in more than one row below the heads.
func (r *Reader) hasWords(s Sheet, c columns, col int) bool {
	n := 0
	for _, row := range s.Rows {
		if text := row.at(col); !slices.Contains(c.heads, row.Num) && strip(text) != "" && !isTitle(row.text()) {
			n++
		}
	}
	return n > 1
}

func (r *Reader) askColumn(s Sheet, heads map[int]string, candidates []int) int {
	d := Doubt{Key: r.prefix + "cot", Kind: AskColumn}
	for _, col := range candidates {
		example := heads[col]
		for _, row := range s.Rows {
			if text := row.at(col); text != "" && !isHead(text) && !isTitle(text) {
				example = strings.TrimSpace(example + ": " + quote(text))
				break
			}
		}
		d.Choices = append(d.Choices, Choice{intake.ColName(col), strings.TrimPrefix(example, ": ")})
	}
	return intake.Column(strings.ToUpper(r.doubt(d)))
}

// leave notes the columns that are not taken.
func (r *Reader) leave(s Sheet, c columns, heads map[int]string) {
	for _, col := range columnsOf(s) {
		role := c.role[col]
		if col != c.name && (role == other || role == names || role == numbers && heads[col] == "" && !numbersRows(s, col)) {
			r.list.Left = append(r.list.Left, Column{intake.ColName(col), heads[col]})
		}
	}
}

// named is what a head says before what it names.
var named = regexp.MustCompile(`(?i)^(?:tên|các|của|gọi)\s+`)

// numbersRows reports whether a column counts the rows.
func numbersRows(s Sheet, col int) bool {
	last, ok := 0, true
	for _, row := range s.Rows {
		if text := row.at(col); text != "" {
			n := number(text)
			ok = ok && (n > last || n == 1)
			last = n
		}
	}
	return ok
}

func columnsOf(s Sheet) []int {
	var all []int
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if !slices.Contains(all, c.Col) {
				all = append(all, c.Col)
			}
		}
	}
	slices.Sort(all)
	return all
}
