package normalise

import (
	"regexp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/viet"
)

// The sheets of the ward's workbook that hold words: awards, paragraphs, photo
// captions. They are known by their heads, not by their names.

// keepsWords reports whether words of this workbook count: only the ward's do. A
// branch's are named in a finding.
func (r *reader) keepsWords(t *table) bool {
	t.grid.MarkRows(t.head, t.end, grid.Words)
	r.text = true
	if t.title.unit == reports.Ward || t.title.unit == "" {
		return true
	}
	r.find("sheet.branchwords", t.title.unit, nil, reports.Cell{File: t.grid.File, Sheet: t.grid.Name})
	return false
}

// oneYear matches each year of "2018, 2019" or "năm 2018".
var oneYear = regexp.MustCompile(`\b(19|20)\d\d\b`)

func (r *reader) readAwards(t *table) bool {
	if !r.keepsWords(t) {
		return true
	}
	year, form, giver, what := t.column(label.Period), t.column(label.Form), t.column(label.Giver), t.column(label.Text)
	if year == nil {
		year = t.column(label.Day)
	}
	for i := t.first; i < t.end; i++ {
		f, g := t.string(i, form), t.string(i, giver)
		if f == "" && g == "" {
			r.wordsLost(t, i)
			continue
		}
		at := t.at(i, form, giver)
		years := r.awardYears(t, i, year)
		if f == "" || g == "" || len(years) == 0 {
			r.find("award.incomplete", "", reports.Args{"form": f, "giver": g}, at)
		}
		for _, y := range years {
			r.awards = append(r.awards, reports.Award{Year: y, Form: f, Giver: g, For: t.string(i, what), At: at})
		}
		if len(years) == 0 {
			r.awards = append(r.awards, reports.Award{Form: f, Giver: g, For: t.string(i, what), At: at})
		}
	}
	return true
}

// awardYears reads the year of an award: "2018", "năm 2018, 2019", a date.
func (r *reader) awardYears(t *table, i int, c *column) []int {
	if c == nil {
		return nil
	}
	v := t.grid.Cell(i, c.col)
	if v == nil {
		return nil
	}
	if v.IsNumber() {
		if y, ok := v.Year(); ok {
			return []int{y}
		}
		if day, ok := v.Day(0); ok {
			y, _, _ := day.Date()
			return []int{y}
		}
		return nil
	}
	var years []int
	for _, s := range oneYear.FindAllString(v.Clean, -1) {
		years = append(years, int(s[0]-'0')*1000+int(s[1]-'0')*100+int(s[2]-'0')*10+int(s[3]-'0'))
	}
	return years
}

// readParagraphs reads section and text; a row without a section goes on with
// the one above, and every line of a cell is a paragraph of its own.
func (r *reader) readParagraphs(t *table) bool {
	if !r.keepsWords(t) {
		return true
	}
	section, text := t.column(label.Section), t.column(label.Text)
	current := ""
	for i := t.first; i < t.end; i++ {
		if s := t.string(i, section); s != "" {
			current = s
		}
		v := t.grid.Cell(i, text.col)
		if v == nil {
			continue
		}
		for _, lineText := range r.lines(v) {
			r.paras = append(r.paras, reports.Paragraph{Section: current, Text: lineText, At: t.grid.At(v)})
		}
	}
	return true
}

// lines parts the text of a cell at its line breaks, which cleaning would make
// spaces.
func (r *reader) lines(c *grid.Cell) []string {
	raw := strings.ReplaceAll(strings.ReplaceAll(c.Text, "\r\n", "\n"), "\r", "\n")
	if !strings.Contains(raw, "\n") || c.Kind != intake.Text || viet.EncodingOfFont(c.Font) != viet.Unicode || viet.Clean(raw) != c.Clean {
		return []string{c.Clean}
	}
	var lines []string
	for _, s := range strings.Split(raw, "\n") {
		if s = viet.Clean(s); s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}

func (r *reader) readPhotos(t *table) bool {
	if !r.keepsWords(t) {
		return true
	}
	file, caption := t.column(label.File), t.column(label.Caption)
	if caption == nil {
		caption = t.column(label.Text)
	}
	for i := t.first; i < t.end; i++ {
		if name := t.string(i, file); name != "" {
			r.photos = append(r.photos, reports.Photo{File: name, Caption: t.string(i, caption), At: t.at(i, file, caption)})
		} else {
			r.wordsLost(t, i)
		}
	}
	return true
}

// wordsLost names a row that lacks what would make an award or a photo of it.
func (r *reader) wordsLost(t *table, i int) {
	var texts []string
	for _, c := range t.grid.Rows[i].Cells {
		if c.Kind == intake.Text {
			texts = append(texts, c.Clean)
		}
	}
	if len(texts) > 0 {
		r.find("words.unused", "", reports.Args{"text": strings.Join(texts, "; ")}, t.grid.At(t.grid.Rows[i].Cells[0]))
	}
}

// string returns the text of row i in a column, "" if there is none.
func (t *table) string(i int, c *column) string {
	if c == nil {
		return ""
	}
	v := t.grid.Cell(i, c.col)
	if v == nil {
		return ""
	}
	return v.Clean
}

// at returns the position of the first of the columns that row i fills.
func (t *table) at(i int, columns ...*column) reports.Cell {
	for _, c := range columns {
		if c != nil {
			if v := t.grid.Rows[i].Cell(c.col); v != nil {
				return t.grid.At(v)
			}
		}
	}
	return t.grid.At(t.grid.Rows[i].Cells[0])
}
