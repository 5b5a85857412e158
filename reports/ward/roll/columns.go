package roll

import (
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
}

// headWords are all words that heads of such lists have: a cell is one if it has no
// other. "Chi hội 1" is none.
var headWords = wordSet(`số tt stt thứ tự tên của các chi hội đơn vị thôn xóm ấp bản buôn làng khóm khối đội cụm tổ dân phố tdp khu kp kdc cư tiểu
	gọi khác tắt viết bí danh thường cũ mới xã phường thị trấn trước sau khi sáp nhập thuộc địa bàn phương họ và người trưởng phó phụ trách đại diện bí thư
	điện thoại đt sđt di động zalo liên hệ lạc phone tel mobile email hội viên năm sinh chỉ chức vụ ghi chú mã ngày tháng quân lượng hiện nay đảng giới tính
	danh sách ccb cựu chiến binh hoặc cht cơ sở nữ nam`)

// roles are what heads say, the first that fits; a phrase of a head's words.
var roles = []struct {
	role    role
	phrases string
}{
	{phones, "điện thoại; đt; sđt; di động; phone; tel; mobile; zalo; liên hệ; liên lạc; email"},
	{persons, "trưởng; phó; họ và tên; họ tên; người; phụ trách; đại diện; bí thư; cht"},
	{other, "hội viên; quân số; số lượng; ghi chú; địa chỉ; chức vụ; sinh; mã; giới tính; đảng; ngày"},
	{aliases, "tên khác; gọi khác; gọi tắt; viết tắt; tên tắt; bí danh; thường gọi; tên cũ; tên gọi cũ; tên chi hội cũ"},
	{names, "chi hội; đơn vị cơ sở"},
	{olds, "sáp nhập; xã; phường; thị trấn; đơn vị cũ; địa bàn cũ; địa phương"},
	{names, "đơn vị; thôn; xóm; ấp; bản; buôn; làng; khóm; khối; tổ dân phố; tdp; tổ; khu; khu phố; kp; kdc; khu dân cư; tiểu khu; tên"},
	{numbers, "stt; tt; số tt; số thứ tự; thứ tự; số"},
}

// isHead reports whether all words of a text are those of heads.
func isHead(s string) bool {
	words := strings.Fields(viet.Key(strings.NewReplacer("/", " ", "(", " ", ")", " ", ",", " ", "-", " ").Replace(s)))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !headWords[w] })
}

// roleOf is what the head of a column says.
func roleOf(head string) role {
	key := strings.Join(strings.Fields(viet.Key(strings.NewReplacer("/", " ", "(", " ", ")", " ", ",", " ").Replace(head))), " ")
	for _, r := range roles {
		for _, p := range strings.Split(r.phrases, ";") {
			if viet.Holds(key, viet.Key(p)) {
				return r.role
			}
		}
	}
	return other
}

// headed reports whether a row is one of heads: most of its cells are, and one of them
// says what is in its column. A word alone is one only of names.
func headed(row Row) bool {
	heads, says := 0, 0
	for _, c := range row.Cells {
		if isHead(c.Text) {
			heads++
			if role := roleOf(c.Text); role != other && (len(row.Cells) > 1 || role == names && !isTitle(c.Text)) {
				says++
			}
		}
	}
	return says > 0 && 2*heads > len(row.Cells)
}

// columns finds out what the columns of a sheet hold; not ok if a person must say which
// has the names.
func (r *Reader) columns(s Sheet) (columns, bool) {
	c := columns{role: map[int]role{}}
	heads := map[int]string{}
	for i, row := range s.Rows {
		if !headed(row) {
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
	r.byCells(s, &c)
	candidates := r.candidates(s, c)
	if len(candidates) > 1 {
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
	c.kind = r.names.Parts(named.ReplaceAllString(heads[c.name], "") + " x").Place
	c.role[c.name] = names
	r.leave(s, c, heads)
	return c, true
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
		for _, role := range []role{names, persons, phones, olds, numbers} {
			if by[role] > by[best] || best == other && by[role] > 0 && 2*by[role] >= by[other] {
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
	case isPerson(s):
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
	case len(byHead) == 0:
		return rest
	case len(byWords) == 1:
		return byWords
	}
	return byHead
}

// leading reports whether half of what stands in a column begins with words of kind.
func (r *Reader) leading(s Sheet, c columns, col int) bool {
	n, all := 0, 0
	for _, row := range s.Rows {
		if text := row.at(col); text != "" && !slices.Contains(c.heads, row.Num) && len(row.Cells) > 1 {
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
	d := Doubt{Key: "cot", Kind: AskColumn}
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

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[viet.Key(w)] = true
	}
	return set
}
