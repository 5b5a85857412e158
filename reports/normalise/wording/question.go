package wording

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A question asks for one figure: "Câu 2. Hội viên mới kết nạp là bao nhiêu?". Its
// answer stands behind it in the same cell, right of it, or in the row below.

var (
	questionMark = regexp.MustCompile(`(?i)^câu(?: hỏi)?(?: số)? ?\d{1,2} ?[.:)\-–]* *`)
	answerMark   = regexp.MustCompile(`(?i)(?:^|[\s?.;])(?:trả lời|đáp án|đáp số|đáp)(?: ?[:.…]+ ?|$)`)
	asksHowMany  = regexp.MustCompile(`(?i)[,:]? ?(?:là |có |được |gồm )?(?:bao nhiêu|mấy)(?:\s|[?.:…(]|$)`)
)

// Question takes a text apart into what it asks for and the answer behind it, ""
// if there is none. Not every question asks for a figure; the catalogue decides.
func Question(u *viet.Units, s string) (name, answer string, ok bool) {
	if !mayAsk(s) {
		return strings.Trim(s, " :.…"), "", false
	}
	if answersQuestion(s) {
		return "", "", false
	}
	name = questionMark.ReplaceAllString(s, "")
	ok = name != s
	if loc := answerMark.FindStringIndex(name); loc != nil {
		name, answer, ok = name[:loc[0]], name[loc[1]:], true
	}
	if before, after, found := strings.Cut(name, "?"); found {
		name, ok = before, true
		if answer == "" {
			answer = after
		}
	}
	if loc := asksHowMany.FindStringIndex(name); loc != nil {
		name, ok = withoutHowMany(u, name, loc), true
	}
	return strings.Trim(name, " :.…"), strings.Trim(answer, " :…"), ok
}

// askingWords are what every question or answer has some of: to look for them is
// cheaper than to match the patterns.
var askingWords = []string{"?", "câu", "bao nhiêu", "mấy", "trả lời", "đáp"}

func mayAsk(s string) bool {
	low := strings.ToLower(s)
	return slices.ContainsFunc(askingWords, func(w string) bool { return strings.Contains(low, w) })
}

// withoutHowMany takes the words that ask for a number out of a question: with a
// unit behind them ("là bao nhiêu đồng chí") all of it goes, before the thing
// itself ("Kết nạp bao nhiêu hội viên mới") only they do.
func withoutHowMany(u *viet.Units, s string, loc []int) string {
	head, tail := s[:loc[0]], strings.Trim(s[loc[1]:], " ():.…")
	switch {
	case tail == "":
		return head
	case u.Is(tail) && strings.TrimSpace(head) != "":
		return head + " (" + tail + ")"
	}
	return strings.TrimSpace(head + " " + tail)
}

// answersQuestion reports whether a text is, or begins with, the word that leads
// to an answer: "Trả lời:", "Trả lời: 50 đồng chí".
func answersQuestion(s string) bool {
	loc := answerMark.FindStringIndex(s)
	return loc != nil && loc[0] == 0
}

// Answer returns the cell of a row that answers the question of the row above:
// what stands behind "Trả lời:", in that cell or right of it, or the only thing in
// the row, if it is a quantity.
func Answer(row grid.Row) *grid.Cell {
	for i, c := range row.Cells {
		if c.Kind != intake.Text || !answersQuestion(c.Clean) {
			continue
		}
		loc := answerMark.FindStringIndex(c.Clean)
		if rest := strings.Trim(c.Clean[loc[1]:], " :…."); rest != "" {
			return c.Said(rest)
		}
		if i+1 < len(row.Cells) {
			return row.Cells[i+1]
		}
		return nil
	}
	if len(row.Cells) == 1 && row.Cells[0].IsFigure() {
		return row.Cells[0]
	}
	return nil
}

// AsksBranch reports whether the head of a column of answers, as viet.Expand leaves
// its key, asks for the branch: "Đồng chí báo cáo cho chi hội nào?".
func AsksBranch(key string) bool {
	return strings.HasSuffix(key, "chi hội nào") || strings.HasSuffix(key, "chi hội số mấy") || strings.HasSuffix(key, "đơn vị nào")
}
