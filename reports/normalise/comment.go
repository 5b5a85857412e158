package normalise

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

// settled reads a value cell with what its comment says: it is value, where no
// comment has a part in it.
func (r *reader) settled(f *figures, c *grid.Cell, p place) []reading {
	readings, said := r.commented(c, p)
	if !said {
		readings = r.value(c, p)
	}
	if len(readings) > 0 {
		r.hold(f, c, p.unit)
	}
	return readings
}

// commented reads a cell by its comment; said is false if the comment leaves the
// cell as it is.
func (r *reader) commented(c *grid.Cell, p place) (readings []reading, said bool) {
	text := c.Comment()
	others := r.othersThan(c, text, p)
	if len(others) == 0 {
		return nil, false
	}
	at := p.grid.At(c)
	args := reports.Args{"indicator": p.ind.Name, "text": c.Clean}
	switch {
	case c.Kind == intake.Text && !strings.ContainsAny(c.Clean, "0123456789") && !c.IsNought():
		if readings = r.pointedAt(c, text, p); readings != nil {
			args["value"] = printed(readings[0].value, p.ind)
			r.find("comment.read", p.unit, args, at)
			return readings, true
		}
		r.find("comment.value", p.unit, args, at)
	case corrects(r.units(), text):
		r.find("comment.number", p.unit, args, at)
	default:
		r.find("comment.aside", p.unit, args, at)
		return nil, false
	}
	return nil, true
}

// pointedAt reads the number of a comment for a cell that only points at it ("xem
// ghi chú"): the comment must be a quantity and nothing else.
func (r *reader) pointedAt(c *grid.Cell, text string, p place) []reading {
	if key := c.Key; !strings.HasPrefix(key, "xem ") && !strings.HasPrefix(key, "theo ghi chú") && !strings.HasPrefix(key, "như ghi chú") {
		return nil
	}
	return r.surely(c.Said(text), p)
}

// correctWords say that the cell beside them is wrong.
var correctWords = []string{"sửa", "đúng", "phải là", "thực tế là", "chính xác là", "nhầm", "đính chính", "thay bằng", "điều chỉnh", "ghi lại", "sai"}

// corrects reports whether a comment with a number corrects the cell: it says so,
// or says nothing but the number.
func corrects(u *viet.Units, text string) bool {
	key := viet.Key(text)
	return grid.IsQuantity(u, text) || slices.ContainsFunc(correctWords, func(w string) bool { return holdsWords(key, w) })
}

func holdsWords(key, words string) bool {
	return strings.Contains(" "+key+" ", " "+words+" ")
}

var figureWords = regexp.MustCompile(`\d[\d.,]*(?:\s?(?:triệu|tr|nghìn|ngàn|tỷ|k)\b)?`)

// othersThan returns the numbers of a comment that are not the cell's own. Days and
// years are no numbers of the cell.
func (r *reader) othersThan(c *grid.Cell, text string, p place) []string {
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
		qs, err := r.units().Quantities(s, r.counted(p))
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
func (r *reader) cellValues(c *grid.Cell, p place) []reports.Value {
	var all []reports.Value
	if v, err := viet.FromRaw(c.Text); err == nil && c.IsNumber() {
		all = append(all, v)
		if scaled, ok := v.Scale(p.scale); ok {
			all = append(all, scaled)
		}
	}
	if qs, err := r.units().Quantities(c.Clean, r.counted(p)); err == nil {
		for _, q := range qs {
			all = append(all, q.Value)
		}
	}
	return all
}
