package intake

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Colours are read so that a legend ("ô màu đỏ là số tạm") finds its cells. A
// theme's colours are those of Office: a workbook with a theme of its own names
// another shade of the same meaning.

// themeColours are the colours of Office's theme in the order of their numbers.
var themeColours = []string{
	"FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72",
}

// indexedColours are those from 8 on of the old palette (ECMA-376 part 1,
// 18.8.27); the first eight are the same ones again.
var indexedColours = strings.Fields(`000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
	800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
	000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
	3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`)

// readFill returns the colour of a solid ground, "" for any other.
func (c *cursor) readFill() string {
	ground := ""
	for level := c.depth(); c.child(level); {
		solid := string(c.name) == "patternFill" && c.str("patternType") == "solid"
		for level := c.depth(); c.child(level); {
			if solid && string(c.name) == "fgColor" {
				ground = c.colour()
			}
		}
	}
	return ground
}

// colour reads the colour that the open element names, as "FF0000"; "" for
// black, white, the automatic one, and what is no colour.
func (c *cursor) colour() string {
	rgb := ""
	switch theme, index := c.int("theme"), c.int("indexed"); {
	case c.flag("auto"):
	case c.attr("rgb") != nil:
		rgb = strings.ToUpper(c.str("rgb"))
		rgb = rgb[max(0, len(rgb)-6):]
	case theme >= 0 && theme < len(themeColours):
		rgb = themeColours[theme]
	case index >= 0 && index < 8:
		rgb = indexedColours[index]
	case index >= 8 && index-8 < len(indexedColours):
		rgb = indexedColours[index-8]
	}
	n, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) != 6 {
		return ""
	}
	if tint := c.attr("tint"); tint != nil {
		rgb = tinted(uint32(n), c.decimal("tint"))
	}
	if rgb == "000000" || rgb == "FFFFFF" {
		return ""
	}
	return rgb
}

// tinted makes a colour darker (t below zero) or lighter. The format does so by
// the lightness alone (18.8.19); so near, each part by itself is the same.
func tinted(rgb uint32, t float64) string {
	if math.IsNaN(t) || t < -1 || t > 1 {
		t = 0
	}
	part := func(shift int) uint32 {
		v := float64(rgb >> shift & 0xFF)
		if t < 0 {
			return uint32(math.Round(v * (1 + t)))
		}
		return uint32(math.Round(v + (255-v)*t))
	}
	return fmt.Sprintf("%02X%02X%02X", part(16), part(8), part(0))
}
