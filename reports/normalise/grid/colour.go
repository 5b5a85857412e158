package grid

import (
	"slices"
	"strconv"
)

// ColourNames says what a person may call a colour, as [intake.Look] has it: "FF0000"
// is đỏ. Between two
// colours it is both.
func ColourNames(hex string) []string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) < 6 {
		return nil
	}
	red, green, blue := int(n>>16&255), int(n>>8&255), int(n&255)
	top, low := max(red, green, blue), min(red, green, blue)
	if top-low < 24 {
		return []string{"xám"}
	}
	var names []string
	for _, c := range hues {
		if h := hue(red, green, blue, top, low); h >= c.from && h <= c.to {
			names = append(names, c.name)
		}
	}
	if low > 150 && slices.Contains(names, "đỏ") {
		names = append(names, "hồng")
	}
	if top < 170 && slices.Contains(names, "cam") {
		names = append(names, "nâu")
	}
	return names
}

var hues = []struct {
	name     string
	from, to int // degrees
}{
	{"đỏ", 0, 18}, {"đỏ", 340, 360}, {"cam", 15, 48}, {"vàng", 40, 68}, {"xanh lá", 65, 170}, {"xanh dương", 165, 255}, {"tím", 250, 310}, {"hồng", 300, 345},
}

// hue is the angle of a colour in degrees.
func hue(red, green, blue, top, low int) int {
	var h int
	switch spread := top - low; top {
	case red:
		h = 60 * (green - blue) / spread
	case green:
		h = 120 + 60*(blue-red)/spread
	default:
		h = 240 + 60*(red-green)/spread
	}
	return (h + 360) % 360
}
