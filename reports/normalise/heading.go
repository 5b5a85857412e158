package normalise

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// What a heading among the lines of a form says of time, and of what is still to
// come, holds for the lines below it, up to a heading of its own rank.

// A rank of headings: "II.", "2.", "a)"; unranked is a line without any mark.
type headRank int

const (
	unranked headRank = iota
	byLetter
	byNumber
	byRoman
)

var headMark = regexp.MustCompile(`^\(?(?:([IVX]{1,4})|(\d{1,2}(?:\.\d{1,2})*)|([a-zđA-ZĐ]))[.)/:]?\s`)

// rankOf returns the rank of a heading and its words.
func rankOf(s string) (headRank, string) {
	m := headMark.FindStringSubmatch(s)
	switch {
	case m == nil || !strings.ContainsAny(m[0], ".)/:"):
		return unranked, s
	case m[1] != "":
		return byRoman, s[len(m[0]):]
	case m[2] != "":
		return byNumber, s[len(m[0]):]
	}
	return byLetter, s[len(m[0]):]
}

// A scope is what a heading set, and its rank.
type scope struct {
	on   bool
	rank headRank
}

// open begins what a heading says; one without a mark stands above all others.
func (s *scope) open(rank headRank) {
	if s.on = true; rank == unranked {
		rank = byRoman
	}
	s.rank = rank
}

// closes reports whether a heading ends what an earlier one began.
func (s *scope) closes(rank headRank) bool { return s.on && rank >= s.rank }

// heading takes up a line without figures.
func (r *reader) heading(f *form, c *cell) {
	f.parent = ""
	rank, text := rankOf(c.text)
	if f.planned.closes(rank) || speaksOfResults(c.key) {
		f.planned.on = false
	}
	if f.timed.closes(rank) {
		f.timed.on, f.period = false, viet.PeriodText{}
	}
	if speaksOfPlan(c.key) {
		f.planned.open(rank)
	}
	ctx := r.periods(f.title.year)
	p, ok := viet.ParsePeriod(strings.Trim(text, " .:"), ctx)
	if !ok && rank != unranked {
		p, ok = viet.FindPeriod(text, ctx)
	}
	if ok && rankPeriod(p) == 3 {
		f.period = p
		f.timed.open(rank)
	}
}

// planWords are headings of what is to come.
var planWords = []string{"phương hướng", "phấn đấu", "mục tiêu", "nhiệm vụ trọng tâm", "kế hoạch năm", "dự kiến"}

func speaksOfPlan(key string) bool {
	return !speaksOfResults(key) && slices.ContainsFunc(planWords, func(w string) bool { return holdsWords(key, w) })
}

func speaksOfResults(key string) bool {
	return slices.ContainsFunc([]string{"kết quả", "thực hiện", "báo cáo"}, func(w string) bool { return holdsWords(key, w) })
}
