package reports

import (
	"fmt"
	"math/bits"
)

// A Value is an exact number Num/Den. Counts and amounts of đồng have Den 1; a
// ratio keeps its parts (8/34), a decimal its power of ten. Den is never
// negative and the zero Value (Den 0) is "no value", which is not nought.
type Value struct {
	Num int64 `json:"num"`
	Den int64 `json:"den"`
}

// Int returns the whole number n.
func Int(n int64) Value { return Value{n, 1} }

// Ratio returns num/den with its parts kept as they are.
func Ratio(num, den int64) Value { return Value{num, den} }

// Known reports whether v holds a value.
func (v Value) Known() bool { return v.Den > 0 }

// Whole reports whether v is a known whole number.
func (v Value) Whole() bool { return v.Den > 0 && v.Num%v.Den == 0 }

// IsZero reports whether v is a known nought.
func (v Value) IsZero() bool { return v.Den > 0 && v.Num == 0 }

// Add returns v + w exactly. It reports false when one of them is unknown or
// the sum does not fit into 64 bits.
func (v Value) Add(w Value) (Value, bool) {
	switch {
	case !v.Known() || !w.Known():
		return Value{}, false
	case v.Den == w.Den:
		sum := v.Num + w.Num
		overflow := (v.Num > 0) == (w.Num > 0) && (sum > 0) != (v.Num > 0) && v.Num != 0 && w.Num != 0
		return Value{sum, v.Den}, !overflow
	}
	a, ok1 := mul(v.Num, w.Den)
	b, ok2 := mul(w.Num, v.Den)
	den, ok3 := mul(v.Den, w.Den)
	if !ok1 || !ok2 || !ok3 {
		return Value{}, false
	}
	sum, ok := Value{a, den}.Add(Value{b, den})
	return sum.reduced(), ok
}

// Scale returns v * n; it reports false on overflow.
func (v Value) Scale(n int64) (Value, bool) {
	num, ok := mul(v.Num, n)
	if !ok || !v.Known() {
		return Value{}, false
	}
	return Value{num, v.Den}.reduced(), true
}

// Per returns v/w. It reports false when one of them is unknown, w is nought, or
// the result does not fit into 64 bits.
func (v Value) Per(w Value) (Value, bool) {
	if !v.Known() || !w.Known() || w.Num == 0 {
		return Value{}, false
	}
	v, w = Value{v.Num, w.Num}.reduced(), Value{w.Den, v.Den}.reduced()
	num, ok1 := mul(v.Num, w.Num)
	den, ok2 := mul(v.Den, w.Den)
	if den < 0 {
		num, den = -num, -den
	}
	return Value{num, den}.reduced(), ok1 && ok2
}

// Cmp compares v and w as numbers, not by their parts; both must be known.
func (v Value) Cmp(w Value) int {
	if v.Num < 0 != (w.Num < 0) {
		if v.Num < 0 {
			return -1
		}
		return 1
	}
	if v.Num < 0 {
		return Value{-w.Num, w.Den}.Cmp(Value{-v.Num, v.Den})
	}
	hi1, lo1 := bits.Mul64(uint64(v.Num), uint64(w.Den))
	hi2, lo2 := bits.Mul64(uint64(w.Num), uint64(v.Den))
	switch {
	case hi1 != hi2:
		return sign(hi1, hi2)
	default:
		return sign(lo1, lo2)
	}
}

// Equal reports whether v and w are the same number, or both unknown.
func (v Value) Equal(w Value) bool {
	if !v.Known() || !w.Known() {
		return v.Known() == w.Known()
	}
	return v.Cmp(w) == 0
}

// Rounded returns v*scale rounded half away from zero: Rounded(1) is the
// nearest whole number, Rounded(10000) the hundredths of a percent. It reports
// false when v is unknown or the result does not fit.
func (v Value) Rounded(scale int64) (int64, bool) {
	n, ok := mul(v.Num, scale)
	if !ok || !v.Known() {
		return 0, false
	}
	q, r := n/v.Den, n%v.Den
	switch {
	case r >= 0 && r >= v.Den-r:
		q++
	case r < 0 && -r >= v.Den+r:
		q--
	}
	return q, true
}

// String returns the number for dumps: "812", "8/34" or "?".
func (v Value) String() string {
	switch {
	case !v.Known():
		return "?"
	case v.Den == 1:
		return fmt.Sprint(v.Num)
	}
	return fmt.Sprintf("%d/%d", v.Num, v.Den)
}

func (v Value) reduced() Value {
	a, b := v.Num, v.Den
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	if a <= 1 {
		return v
	}
	return Value{v.Num / a, v.Den / a}
}

func mul(a, b int64) (int64, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	c := a * b
	return c, c/b == a && !(a == -1 && b == -1<<63) && !(b == -1 && a == -1<<63)
}

func sign(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
