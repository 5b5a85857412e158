package wording

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// planWords are headings of what is to come.
var planWords = keysOf("phương hướng", "phấn đấu", "mục tiêu", "nhiệm vụ trọng tâm", "kế hoạch năm", "dự kiến")

var resultWords = keysOf("kết quả", "thực hiện", "báo cáo")

// keysOf are words as they stand in keys, which spell "quý" with an i.
func keysOf(words ...string) []string {
	for i, w := range words {
		words[i] = viet.Key(w)
	}
	return words
}

// SpeaksOfPlan reports whether a heading, by its key, is of what is to come.
func SpeaksOfPlan(key string) bool {
	return !SpeaksOfResults(key) && slices.ContainsFunc(planWords, func(w string) bool { return viet.Holds(key, w) })
}

// SpeaksOfResults reports whether a heading, by its key, is of what was done.
func SpeaksOfResults(key string) bool {
	return slices.ContainsFunc(resultWords, func(w string) bool { return viet.Holds(key, w) })
}

// What a line begins with that announces what is to come; maybePlans do if it also says
// when.
var (
	surePlans  = keysOf("phương hướng", "phấn đấu")
	maybePlans = keysOf("kế hoạch", "mục tiêu", "nhiệm vụ", "chỉ tiêu", "dự kiến")
	later      = keysOf("năm tới", "năm sau", "kỳ tới", "thời gian tới", "tháng tới", "quý tới")
)

var yearWords = regexp.MustCompile(`\b20\d\d\b`)

// Announces reports whether a line over a table or over rows begins what is to
// come: "II. PHƯƠNG HƯỚNG", "Chỉ tiêu phấn đấu năm 2027" after the year in which the
// report ends.
func Announces(s string, year int) bool {
	if len(s) > grid.LongestLabel {
		return false
	}
	_, words := RankOf(s)
	key := viet.Key(Unlisted(words))
	begins := func(w string) bool { return strings.HasPrefix(key+" ", w+" ") }
	switch {
	case SpeaksOfResults(key):
		return false
	case slices.ContainsFunc(surePlans, begins):
		return true
	case !slices.ContainsFunc(maybePlans, begins):
		return false
	}
	return slices.ContainsFunc(later, func(w string) bool { return viet.Holds(key, w) }) ||
		slices.ContainsFunc(yearWords.FindAllString(key, -1), func(y string) bool {
			n, _ := strconv.Atoi(y)
			return n > year
		})
}

// IsPlan reports whether a title, by its key, is that of a plan, whatever its year: "KẾ HOẠCH
// CÔNG TÁC NĂM 2026". "Kế hoạch số 5" only points at one.
func IsPlan(key string) bool {
	return strings.HasPrefix(key, "kế hoạch ") && !strings.HasPrefix(key, "kế hoạch số") && !SpeaksOfResults(key)
}
