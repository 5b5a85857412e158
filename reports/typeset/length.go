package typeset

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Length is a distance on the page in thousandths of a point (1 pt = 1/72
// inch). Layout adds integers only, so a page is the same on every machine.
type Length int64

const (
	point      Length = 1000
	millimetre        = 72 * float64(point) / 25.4
)

// UnmarshalText reads "30 mm" or "14 pt".
func (l *Length) UnmarshalText(text []byte) error {
	number, unit, _ := strings.Cut(string(text), " ")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || math.Abs(v) > 5000 {
		return fmt.Errorf("read length %q: want a number and mm or pt, as in \"30 mm\"", text)
	}
	switch unit {
	case "mm":
		*l = Length(math.Round(v * millimetre))
	case "pt":
		*l = Length(math.Round(v * float64(point)))
	default:
		return fmt.Errorf("read length %q: want the unit mm or pt, as in \"30 mm\"", text)
	}
	return nil
}

// pt gives the length in points, for fpdf.
func (l Length) pt() float64 { return float64(l) / float64(point) }

// scaled gives num/den of the length, rounded down.
func (l Length) scaled(num, den int) Length { return l * Length(num) / Length(den) }
