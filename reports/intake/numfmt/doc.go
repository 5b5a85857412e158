// Package numfmt shows a number, a date or a text as a spreadsheet shows it in a
// cell of a given number format (ECMA-376 part 1, 18.8.31), to a person in
// Vietnam: groups of thousands parted by ".", decimals by ",", the day before
// the month. What the file says of its own country is what the format says.
//
// A format that no spreadsheet would have written shows what its legible parts
// say; nothing here is an error.
package numfmt

import "strings"

// Shown is what a cell shows of its value.
type Shown struct {
	Text  string // all of it, without the space that only lines things up
	Hides bool   // nothing is shown: the format has an empty section for it
	Scale int64  // what the number was divided by before: 1000, 1000000; 0 for nothing
	Words string // words that stand beside the digits: "đ", "nghìn đồng"
	Date  bool   // it is shown as a day or an hour
}

// hashes is what a spreadsheet shows where a format has nothing for a value: a
// day before 1900.
const hashes = "########"

// Number shows the number x. Date1904 says that days count from 1904.
func (f *Format) Number(x float64, date1904 bool) Shown {
	s, sign := f.choose(x)
	switch {
	case s == nil:
		return Shown{Text: general(x)}
	case s.blank():
		return Shown{Hides: true}
	case s.date:
		text, ok := s.day(x, date1904)
		if !ok {
			text = hashes
		}
		return Shown{Text: tidy(text), Date: true}
	}
	text := s.number(x)
	if s.has(digit) && !strings.ContainsAny(text, "123456789") {
		sign = "" // rounded away: there is no zero below zero
	}
	text = tidy(sign + text)
	return Shown{Text: text, Hides: text == "" && !s.has(digit), Scale: s.divisor(), Words: s.words()}
}

// TextOf shows a text.
func (f *Format) TextOf(text string) Shown {
	s := f.text
	switch {
	case s == nil:
		return Shown{Text: text}
	case s.blank():
		return Shown{Hides: true}
	}
	out := ""
	for _, t := range s.tokens {
		switch t.kind {
		case place:
			out += text
		case literal:
			out += t.text
		}
	}
	return Shown{Text: out, Hides: !s.has(place), Words: s.words()}
}

// Plain reports whether a whole number that is not below zero shows its own
// digits and nothing else: nine cells of ten, which nobody needs to look at.
func (f *Format) Plain() bool { return f.plain }
