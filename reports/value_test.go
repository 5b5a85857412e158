package reports

import (
	"math"
	"math/big"
	"testing"
)

// FuzzValue compares the arithmetic of values with that of exact rationals: a
// result is right, or it is refused.
func FuzzValue(f *testing.F) {
	f.Add(int64(8), int64(34), int64(1), int64(34), int64(10000))
	f.Add(int64(math.MaxInt64), int64(1), int64(1), int64(1), int64(2))
	f.Add(int64(math.MinInt64), int64(1), int64(-1), int64(1), int64(-1))
	f.Add(int64(-5), int64(2), int64(5), int64(2), int64(1))
	f.Add(int64(0), int64(7), int64(0), int64(3), int64(1))
	f.Fuzz(func(t *testing.T, a, b, c, d, n int64) {
		if b <= 0 || d <= 0 {
			return
		}
		v, w := Ratio(a, b), Ratio(c, d)
		x, y := big.NewRat(a, b), big.NewRat(c, d)
		if sum, ok := v.Add(w); ok && rat(sum).Cmp(new(big.Rat).Add(x, y)) != 0 {
			t.Errorf("%v + %v = %v", v, w, sum)
		}
		if p, ok := v.Scale(n); ok && rat(p).Cmp(new(big.Rat).Mul(x, big.NewRat(n, 1))) != 0 {
			t.Errorf("%v * %d = %v", v, n, p)
		}
		if a != math.MinInt64 && c != math.MinInt64 && v.Cmp(w) != x.Cmp(y) {
			t.Errorf("%v <=> %v = %d", v, w, v.Cmp(w))
		}
		if r, ok := v.Rounded(n); ok {
			off := new(big.Rat).Sub(new(big.Rat).Mul(x, big.NewRat(n, 1)), big.NewRat(r, 1))
			if off.Abs(off).Cmp(big.NewRat(1, 2)) > 0 {
				t.Errorf("%v rounded by %d is %d", v, n, r)
			}
		}
	})
}

func rat(v Value) *big.Rat { return big.NewRat(v.Num, v.Den) }

func TestRounded(t *testing.T) {
	tests := []struct {
		reason string
		v      Value
		scale  int64
		want   int64
	}{
		{"hundredths of a percent, down", Ratio(8, 34), 10000, 2353},
		{"a half goes up", Ratio(5, 2), 1, 3},
		{"a half below nought goes down", Ratio(-5, 2), 1, -3},
		{"just below a half", Ratio(49, 100), 1, 0},
		{"nought", Ratio(0, 9), 10000, 0},
	}
	for _, tt := range tests {
		if got, ok := tt.v.Rounded(tt.scale); !ok || got != tt.want {
			t.Errorf("%s: %v by %d is %d, want %d", tt.reason, tt.v, tt.scale, got, tt.want)
		}
	}
}

func TestUnknown(t *testing.T) {
	var none Value
	if none.Known() || none.IsZero() || none.Equal(Int(0)) || !none.Equal(Value{}) {
		t.Error("no value is taken for nought")
	}
	if _, ok := none.Add(Int(1)); ok {
		t.Error("no value was added")
	}
	if _, ok := none.Rounded(1); ok {
		t.Error("no value was rounded")
	}
	if !Int(0).IsZero() || Int(1).IsZero() || !Ratio(6, 2).Whole() || Ratio(7, 2).Whole() {
		t.Error("nought and whole numbers")
	}
}

func TestOverflow(t *testing.T) {
	if sum, ok := Int(math.MaxInt64).Add(Int(1)); ok {
		t.Errorf("wrapped round to %v", sum)
	}
	if p, ok := Int(math.MaxInt64 / 2).Scale(3); ok {
		t.Errorf("wrapped round to %v", p)
	}
	if sum, ok := Int(math.MaxInt64 - 1).Add(Int(1)); !ok || sum.Num != math.MaxInt64 {
		t.Errorf("refused a sum that fits: %v", sum)
	}
}
