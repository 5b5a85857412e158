package catalogue

import (
	"strings"

	"ccbreport/reports"
)

// AwardCode returns the list that an award is counted in, "" if none: the first
// whose form the award's form begins with, and whose words it was given for.
// "Giấy khen" for "Hoàn thành xuất sắc nhiệm vụ" is a Giấy khen, "Khen thưởng"
// for it a ranking.
func (c *Catalogue) AwardCode(a reports.Award) string {
	form, about := c.words.fold(a.Form), c.words.fold(a.For+" "+a.Giver)
	for _, ind := range c.indicators {
		if ind.Kind == List && beginsWith(form, c.words.folded(ind.Forms)) && (len(ind.About) == 0 || holds(about, c.words.folded(ind.About))) {
			return ind.Code
		}
	}
	return ""
}

func beginsWith(key string, words []string) bool {
	for _, w := range words {
		if key == w || strings.HasPrefix(key, w+" ") {
			return true
		}
	}
	return false
}

func holds(key string, words []string) bool {
	for _, w := range words {
		if strings.Contains(" "+key+" ", " "+w+" ") {
			return true
		}
	}
	return false
}
