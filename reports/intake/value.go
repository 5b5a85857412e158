package intake

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// A cellType is how a cell stores its value (ECMA-376 part 1, 18.18.11).
type cellType uint8

const (
	typeNumber cellType = iota
	typeShared
	typeInline
	typeString // the result of a formula
	typeBool
	typeError
	typeDate
	typeUnknown
)

func newCellType(t []byte) cellType {
	switch string(t) {
	case "n":
		return typeNumber
	case "s":
		return typeShared
	case "inlineStr":
		return typeInline
	case "str":
		return typeString
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeDate
	}
	return typeUnknown
}

// setValue fills in kind and text by the cell's type. What does not fit its
// type is a fault: nobody can tell what stood there.
func (s *sheetReader) setValue(cell *Cell, typ cellType, body *cellBody) {
	value := bytes.TrimSpace(body.value)
	ok := true
	switch typ {
	case typeShared:
		i := atoi(value)
		if i >= 0 && i < len(s.shared.texts) {
			cell.Text, cell.Runs = s.shared.texts[i], s.shared.runs[i]
		} else {
			ok = len(value) == 0 // some programs write blank cells so
		}
	case typeInline:
		cell.Text, cell.Runs = body.inline, body.runs
		if cell.Text == "" {
			cell.Text = unescape(string(body.value))
		}
	case typeString:
		cell.Text = unescape(string(body.value))
	case typeBool:
		cell.Kind = Bool
		cell.Text, ok = boolean(value)
	case typeError:
		cell.Kind, cell.Text, ok = Error, string(value), len(value) > 0
	case typeDate:
		cell.Kind, cell.Date = Number, true
		cell.Text, ok = serial(string(value), s.date1904)
	default:
		cell.Kind = Number
		cell.Text, ok = number(value)
	}
	if !ok {
		s.fail("value %.40q of type %q", value, typeNames[typ])
	}
}

var typeNames = [...]string{"n", "s", "inlineStr", "str", "b", "e", "d", ""}

func boolean(b []byte) (string, bool) {
	switch string(b) {
	case "1", "true":
		return "1", true
	case "0", "false":
		return "0", true
	}
	return "", len(b) == 0
}

// number returns a stored number as a person reads it. Spreadsheets keep a
// double in up to 17 digits but show no more than 15: 0.99340000000000006 is
// 0.9934, 1.4458E7 is 14458000. A number of few digits stays as it was written.
func number(b []byte) (string, bool) {
	digits, plain := 0, true
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' || c == '-' && i == 0:
		default:
			plain = false
		}
	}
	whole, part, _ := bytes.Cut(b, []byte("."))
	shortest := bytes.IndexByte(part, '.') < 0 && !bytes.HasSuffix(part, []byte("0")) && len(part) < len(b)-len(whole)
	if len(b) == 0 || plain && digits > 0 && digits <= 15 && (len(whole) == len(b) || shortest && len(part) > 0) {
		return string(b), true
	}
	if bytes.ContainsAny(b, "xXpP_") {
		return "", false
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return "", false
	}
	if math.Abs(f) < 1<<53 && f == math.Trunc(f) {
		return strconv.FormatInt(int64(f), 10), true
	}
	shown, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return "", false
	}
	form := byte('f')
	if abs := math.Abs(shown); abs >= 1e21 || abs < 1e-9 && abs > 0 {
		form = 'E'
	}
	return strconv.FormatFloat(shown, form, -1, 64), true
}

// serial turns a date of the strict form ("2020-07-01T09:00:00") into the days
// that all other workbooks store.
func serial(s string, date1904 bool) (string, bool) {
	if s == "" {
		return "", true
	}
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, form := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.RFC3339, time.TimeOnly} {
		t, err := time.Parse(form, s)
		if err != nil {
			continue
		}
		if form == time.TimeOnly {
			epoch = time.Date(0, time.January, 1, 0, 0, 0, 0, time.UTC)
		}
		days := float64(t.UnixMilli()-epoch.UnixMilli()) / (24 * time.Hour).Seconds() / 1000
		return strconv.FormatFloat(days, 'f', -1, 64), true
	}
	return "", false
}
