package viet

import (
	"errors"
	"strconv"
	"testing"

	"ccbreport/reports"
)

func TestFromRaw(t *testing.T) {
	for _, r := range table(t, "raw.txt", 3) {
		got, err := FromRaw(r.cells[0])
		text := got.String()
		var wrong *NumberError
		if errors.As(err, &wrong) {
			text = "error " + wrong.Reason
		}
		if text != r.cells[1] {
			t.Errorf("raw.txt:%d: FromRaw(%q) = %s, want %s (%s)", r.line, r.cells[0], text, r.cells[1], r.cells[2])
		}
	}
}

// FuzzFromRaw holds that an integer of up to fifteen digits, divided by a power
// of ten and written as Excel writes it, comes back exactly.
func FuzzFromRaw(f *testing.F) {
	f.Add(int64(1862), uint8(3))
	f.Add(int64(-999999999999999), uint8(18))
	f.Add(int64(0), uint8(5))
	f.Fuzz(func(t *testing.T, n int64, places uint8) {
		n, places = n%1e15, places%19
		raw := strconv.FormatInt(n, 10) + "E-" + strconv.Itoa(int(places))
		got, err := FromRaw(raw)
		if want := reports.Ratio(n, pow10(int(places))); err != nil || !got.Equal(want) {
			t.Errorf("FromRaw(%q) = %s, %v, want %s", raw, got, err, want)
		}
	})
}
