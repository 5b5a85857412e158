package value

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A comment at a cell can say another number than the cell, or the number that the
// cell only points at. The words of a comment are never quoted: they name people.

// commented reads a cell by its comment; said is false if the comment leaves the
// cell as it is.
func (r Reader) commented(c *grid.Cell, p Place) (readings []Reading, said bool) {
	text := c.Comment()
	others := r.othersThan(c, text, p)
	if len(others) == 0 {
		return nil, false
	}
	at := p.Sheet.At(c)
	args := reports.Args{"indicator": p.Indicator.Name, "text": c.Clean}
	switch {
	case c.Kind == intake.Text && !strings.ContainsAny(c.Clean, "0123456789") && !c.IsNought():
		if readings = r.pointedAt(c, text, p); readings != nil {
			args["value"] = Printed(readings[0].Value, p.Indicator)
			r.Tell("comment.read", p.Unit, args, at)
			return readings, true
		}
		r.Tell("comment.value", p.Unit, args, at)
	case corrects(r.Catalogue.Units(), text):
		r.Tell("comment.number", p.Unit, args, at)
	default:
		r.Tell("comment.aside", p.Unit, args, at)
		return nil, false
	}
	return nil, true
}

// pointedAt reads the number of a comment for a cell that only points at it ("xem
// ghi chú"): the comment must be a quantity and nothing else.
func (r Reader) pointedAt(c *grid.Cell, text string, p Place) []Reading {
	if key := c.Key; !strings.HasPrefix(key, "xem ") && !strings.HasPrefix(key, "theo ghi chú") && !strings.HasPrefix(key, "như ghi chú") {
		return nil
	}
	return r.Surely(c.Said(text), p)
}

// correctWords say that the cell beside them is wrong.
var correctWords = []string{"sửa", "đúng", "phải là", "thực tế là", "chính xác là", "nhầm", "đính chính", "thay bằng", "điều chỉnh", "ghi lại", "sai"}

// corrects reports whether a comment with a number corrects the cell: it says so,
// or says nothing but the number.
func corrects(u *viet.Units, text string) bool {
	key := viet.Key(text)
	return grid.IsQuantity(u, text) || slices.ContainsFunc(correctWords, func(w string) bool { return viet.Holds(key, w) })
}

var figureWords = regexp.MustCompile(`\d[\d.,]*(?:\s?(?:triệu|tr|nghìn|ngàn|tỷ|k)\b)?`)

// othersThan returns the numbers of a comment that are not the cell's own. Days and
// years are no numbers of the cell.
func (r Reader) othersThan(c *grid.Cell, text string, p Place) []string {
	if text == "" {
		return nil
	}
	own := r.cellValues(c, p)
	for _, date := range dateWords.FindAllString(text, -1) {
		text = strings.Replace(text, date, " ", 1)
	}
	var others []string
	sum := reports.Int(0)
	for _, s := range figureWords.FindAllString(text, -1) {
		s = strings.TrimRight(s, ".,")
		qs, err := r.Catalogue.Units().Quantities(s, r.counted(p))
		if err == nil && len(qs) == 1 && slices.ContainsFunc(own, qs[0].Value.Equal) {
			continue
		}
		if err == nil && len(qs) == 1 {
			sum, _ = sum.Add(qs[0].Value)
		}
		others = append(others, s)
	}
	if len(others) > 1 && slices.ContainsFunc(own, sum.Equal) {
		return nil // its parts
	}
	return others
}

// dateWords are days, months, years and telephones.
var dateWords = regexp.MustCompile(`\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{1,2}/\d{4}|(?i:ngày|tháng|năm|quý|số đt|đt|sđt|điện thoại)[: ]+\d+(?:[/.-]\d+)*|\b(?:19|20)\d\d\b|\b0\d{8,10}\b`)

// cellValues are the numbers that a cell itself may be said to hold.
func (r Reader) cellValues(c *grid.Cell, p Place) []reports.Value {
	var all []reports.Value
	if v, err := viet.FromRaw(c.Text); err == nil && c.IsNumber() {
		all = append(all, v)
		if scaled, ok := v.Scale(p.Scale); ok {
			all = append(all, scaled)
		}
	}
	if qs, err := r.Catalogue.Units().Quantities(c.Clean, r.counted(p)); err == nil {
		for _, q := range qs {
			all = append(all, q.Value)
		}
	}
	return all
}
