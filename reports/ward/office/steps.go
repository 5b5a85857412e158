package office

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/ward/history"
)

// mendShown is how many findings a letter names; the program shows the others.
const mendShown = 20

// steps are what the officers are to do with a draft, for the letter that brings
// it: the commands as they are typed. A final that is made by itself has the day due.
func (o *Office) steps(draft archive.Edition, due reports.Day) ([]string, error) {
	m, id := draft.Manifest, draft.ID
	if blocks(m) {
		return o.toMend(draft)
	}
	earlier, err := o.otherFinal(draft)
	if err != nil {
		return nil, err
	}
	report, _ := o.conf.Report(m.Report)
	approve, sends := o.words.say(stepApprove, said{"edition": id, "day": (m.To + 1).String()}), ""
	if o.canSend() {
		sends = " " + o.words.say(stepSends, nil)
	}
	switch {
	case report.Release == "auto" && earlier != "":
		return []string{o.words.say(noticeStands, said{"final": earlier, "edition": id})}, nil
	case report.Release == "auto" && batch.Early(due, m.To):
		return []string{o.words.say(stepRead, nil), o.earlyLine(draft) + sends}, nil
	case report.Release == "auto":
		return []string{o.words.say(stepAuto, nil) + sends}, nil
	case report.Release == "signed":
		return []string{o.words.say(stepRead, nil), approve, o.words.say(stepSign, said{"edition": id})}, nil
	}
	return []string{o.words.say(stepRead, nil), approve + sends}, nil
}

// toMend are the findings that block, one for each question that they are folded under,
// and what to do about them. The missing branches stand in the letter already.
func (o *Office) toMend(draft archive.Edition) (lines []string, err error) {
	cat, err := catalogue.Load(o.templates)
	if err != nil {
		return nil, err
	}
	h := &history.History{Conf: o.conf, Cat: cat, Lang: "vi"}
	report, missing, more := draft.Manifest.Report, reports.UnitID(""), 0
	told := map[string]bool{}
	for _, f := range draft.Manifest.Findings {
		switch {
		case f.Severity != reports.Blocking, told[f.Question] && f.Code != "branch.missing":
			continue
		case f.Question != "" && f.Code != "branch.missing": // that follows, and is told of by itself
			told[f.Question] = true
		}
		switch {
		case f.Code == "branch.missing":
			if missing == "" {
				missing = f.Branch
			}
		case len(lines) == mendShown:
			more++
		default:
			words := h.Words(f)
			lines = append(lines, strings.TrimSpace(words.Message+" "+words.Hint))
		}
	}
	if more > 0 {
		lines = append(lines, o.words.say(stepMore, said{"count": strconv.Itoa(more), "edition": draft.ID}))
	}
	if missing != "" {
		lines = append(lines, o.words.say(stepMissing, said{"branch": string(missing), "report": report}))
	}
	if len(told) > 0 {
		lines = append(lines, o.words.say(stepAnswer, said{"edition": draft.ID}))
	}
	return append(lines, o.words.say(stepAgain, said{"report": report})), nil
}
