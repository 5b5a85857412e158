package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// readCSV reads a table of text as Excel opens it: UTF-8, UTF-16 with a byte
// order mark, the code page of Vietnamese Windows where its words say so, else
// one byte per letter, which normalising decodes by evidence.
// Every cell is text: what looks like a number was typed by a person and is read
// as one. Rows are counted as Excel counts them, so a line end in quotes is none.
func readCSV(title string, data []byte, lim Limits) (*Book, error) {
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	r := &csvReader{text: text, lim: lim, sheet: Sheet{Name: title}}
	r.mark = r.separator()
	for row := 1; r.text != ""; row++ {
		cells, err := r.line(row)
		if err != nil {
			return nil, err
		}
		if len(cells) > 0 {
			r.sheet.Rows = append(r.sheet.Rows, Row{Num: row, Cells: cells})
		}
		if r.cells += len(cells); r.cells > lim.Cells || len(r.sheet.Rows) > lim.Rows {
			return nil, tooBig("more than %d rows or %d cells", lim.Rows, lim.Cells)
		}
	}
	return &Book{Sheets: []Sheet{r.sheet}}, nil
}

// A csvReader takes one field after the other off its text.
type csvReader struct {
	text  string // what is left
	mark  byte   // between fields
	lim   Limits
	cells int
	sheet Sheet
}

// line reads the fields up to the end of a line.
func (r *csvReader) line(row int) ([]Cell, error) {
	var cells []Cell
	for col := 1; ; col++ {
		field, ok := r.field()
		if !ok {
			return nil, damaged("a quotation in row %d does not end", row)
		}
		if strings.TrimSpace(field) != "" {
			if col > r.lim.Col {
				return nil, tooBig("a value in column %s", ColName(col))
			}
			cells = append(cells, Cell{Col: col, Text: field})
		}
		if r.text == "" {
			return cells, nil
		}
		end := r.text[0] != r.mark
		if end && strings.HasPrefix(r.text, "\r\n") {
			r.text = r.text[1:]
		}
		r.text = r.text[1:]
		if end {
			return cells, nil
		}
	}
}

// field reads one field, up to the mark or line end after it. A quotation mark
// is one only at the beginning of a field; in it, two stand for one. It reports
// false for a quotation that never ends: what it swallowed was not one field.
func (r *csvReader) field() (string, bool) {
	quoted := ""
	if strings.HasPrefix(r.text, `"`) {
		var b strings.Builder
		rest := r.text[1:]
		for {
			end := strings.IndexByte(rest, '"')
			if end < 0 {
				return "", false
			}
			b.WriteString(rest[:end])
			rest = rest[end+1:]
			if !strings.HasPrefix(rest, `"`) {
				break
			}
			b.WriteByte('"')
			rest = rest[1:]
		}
		quoted, r.text = b.String(), rest
	}
	end := strings.IndexAny(r.text, string(rune(r.mark))+"\r\n")
	if end < 0 {
		end = len(r.text)
	}
	plain := r.text[:end]
	r.text = r.text[end:]
	return quoted + plain, true
}

// separator returns the mark between fields: the one that a first line "sep=;"
// names, which Excel does not show, or the one of ";", tab and "," that stands
// in most of the first lines, in this order: a comma may also be a decimal mark.
func (r *csvReader) separator() byte {
	first, rest, _ := strings.Cut(r.text, "\n")
	if mark, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(mark) == 1 {
		r.text = rest
		return mark[0]
	}
	best, most := byte(','), 0
	lines := strings.SplitN(r.text, "\n", 31)
	for _, mark := range []byte{';', '\t', ','} {
		n := 0
		for _, line := range lines[:min(len(lines), 30)] {
			if strings.IndexByte(line, mark) >= 0 {
				n++
			}
		}
		if n > most {
			best, most = mark, n
		}
	}
	return best
}

// decodeText returns the text of a file. Bytes that are nearly UTF-8 are UTF-8
// that was damaged; taken for one byte per letter, every word would be another.
func decodeText(data []byte) (string, error) {
	switch {
	case isUTF16(data):
		return decodeUTF16(data), nil
	case bytes.IndexByte(data, 0) >= 0:
		return "", damaged("not a text file")
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\uFEFF"), nil
	}
	good, bad := 0, 0
	runes := make([]rune, 0, len(data))
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		for _, b := range rest[:size] {
			runes = append(runes, rune(b))
		}
		rest = rest[size:]
	}
	if good > bad {
		return "", damaged("%d bytes are no UTF-8, though the rest is", bad)
	}
	if viet.IsWindows1258(data) {
		return viet.Windows1258(data), nil
	}
	return string(runes), nil
}
