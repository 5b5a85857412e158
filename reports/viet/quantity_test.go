package viet

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
)

func TestQuantities(t *testing.T) {
	for _, r := range table(t, "numbers.txt", 4) {
		text, unit, want, reason := r.cells[0], r.cells[1], r.cells[2], r.cells[3]
		if got := dump(ward.QuantitiesNoted(text, unit, func(mark string) bool { return mark == "7" })); got != want {
			t.Errorf("numbers.txt:%d: Quantities(%q, %q)\n got %s\nwant %s (%s)", r.line, text, unit, got, want, reason)
		}
	}
}

func dump(qs []Quantity, err error) string {
	var wrong *NumberError
	if errors.As(err, &wrong) {
		return "error " + wrong.Reason
	}
	var out []string
	for _, q := range qs {
		words := []string{q.Value.String(), q.Unit}
		if q.Scaled {
			words = append(words, "scaled")
		}
		words = append(words, [...]string{"", "above", "at-least", "about", "below", "at-most"}[q.Bound])
		if q.Fraction {
			words = append(words, "frac")
		}
		if q.Percent != nil {
			words = append(words, "%="+q.Percent.String())
		}
		if q.Sum {
			words = append(words, "sum")
		}
		if q.Mark != "" {
			words = append(words, "mark="+q.Mark)
		}
		if q.Remark {
			words = append(words, "remark="+strconv.Quote(q.Text))
		}
		for _, d := range q.Doubts {
			words = append(words, "!"+d)
		}
		out = append(out, strings.Join(strings.Fields(strings.Join(words, " ")), " "))
	}
	return strings.Join(out, "; ")
}

// FuzzQuantities holds that nothing panics, that every error says its reason,
// and that what was read is what a person reads: written out in full it is read
// again as the same numbers.
func FuzzQuantities(f *testing.F) {
	for _, s := range []string{"86.791.000đ", "8 lượt x 500k = 4 triệu", "250/280 (89%)", "từ 20% trở lên", "1tr5", "hai nghìn", "1,5 / 3 - (", "x = 5 x", "5 x x 5",
		"50 đ/c (nữ 3)", "24+11=35", "24 triệu 400", "12 (1)*", "5 (x) : ,"} {
		f.Add(s, "người")
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		qs, err := ward.Quantities(s, unit)
		var wrong *NumberError
		if err != nil && !errors.As(err, &wrong) || err == nil && len(qs) == 0 {
			t.Fatalf("Quantities(%q, %q) = %v, %v", s, unit, qs, err)
		}
		for _, q := range qs {
			if !q.Value.Known() || q.Value.Num < 0 {
				t.Errorf("Quantities(%q, %q): value %s", s, unit, q.Value)
			}
			if q.Value.Whole() && q.Unit == dong {
				again, err := ward.Quantities(Money(q.Value.Num/q.Value.Den), unit)
				if err != nil || !again[0].Value.Equal(q.Value) {
					t.Errorf("Quantities(%q) = %s, written out %v, %v", s, q.Value, again, err)
				}
			}
		}
	})
}

// FuzzNumerals holds that every way of writing a number is read as that number.
func FuzzNumerals(f *testing.F) {
	f.Add(int64(1862))
	f.Add(int64(950160000))
	f.Add(int64(0))
	f.Add(int64(999))
	f.Fuzz(func(t *testing.T, n int64) {
		n = max(n, -n) % 1e15
		for _, text := range []string{
			Int(n), Int(n) + "đ", strings.ReplaceAll(Int(n), ".", " ") + " đồng", Money(n),
			Decimal(reports.Ratio(n, 1e6), 6) + " triệu",
		} {
			if n < 1e9 || !strings.Contains(text, "triệu") {
				requireValue(t, text, "đồng", reports.Int(n))
			}
		}
		if n < 1000 || n >= 1e6 { // one comma and three digits is for a person to tell
			requireValue(t, strings.ReplaceAll(Int(n), ".", ","), "đồng", reports.Int(n))
		}
		percent := reports.Ratio(n%10001, 10000)
		requireValue(t, Decimal(reports.Ratio(n%10001, 100), 2)+"%", "%", percent)
	})
}

func requireValue(t *testing.T, text, unit string, want reports.Value) {
	t.Helper()
	qs, err := ward.Quantities(text, unit)
	if err != nil || len(qs) != 1 || !qs[0].Value.Equal(want) {
		t.Errorf("Quantities(%q, %q) = %s, want %s", text, unit, dump(qs, err), want)
	}
}

// TestIsNought is the whole list: what says that there was none, and what says
// nothing, or that there was something.
func TestIsNought(t *testing.T) {
	for _, s := range []string{"0", "-", "–", "—", "--", "không", "Không có", "KHÔNG PHÁT SINH", "ko", "ko có", "khong", "Không.",
		"chưa", "Chưa có", "k", "KH", "0 có", "chưa phát sinh"} {
		if !ward.IsNought(s) {
			t.Errorf("IsNought(%q) = false", s)
		}
	}
	for _, s := range []string{"", " ", "x", "X", ".", "có", "chưa rõ", "không rõ", "không có" + strings.Repeat(" ", 2000), "00:00", "0,5", "o"} {
		if ward.IsNought(s) {
			t.Errorf("IsNought(%q) = true", s)
		}
	}
}
