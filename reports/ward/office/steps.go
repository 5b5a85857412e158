package office

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
)

// mendShown is how many findings a letter names; the program shows the others.
const mendShown = 20

// nextSteps are what is to be done with a draft.
type nextSteps struct {
	lines    []string // all that is to be done, the commands as they are typed
	commands []string // of them what is done at the computer
	approve  bool     // a person is to approve the draft
}

// steps are what the officers are to do with a draft, for the letter that brings
// it. A final that is made by itself has the day due.
func (o *Office) steps(draft archive.Edition, due reports.Day) (nextSteps, error) {
	m, id := draft.Manifest, draft.ID
	if blocks(m) {
		return o.toMend(draft)
	}
	earlier, err := o.otherFinal(draft)
	if err != nil {
		return nextSteps{}, err
	}
	report, _ := o.conf.Report(m.Report)
	code, sends := "", ""
	if report.Code {
		code = " --code MÃ"
	}
	approve := o.words.say(stepApprove, said{"edition": id, "day": viet.Date(m.To + 1), "code": code})
	if o.canSend() {
		sends = " " + o.words.say(stepSends, nil)
	}
	var commands []string
	switch {
	case report.Release == "auto" && earlier != "":
		commands = []string{o.words.say(noticeStands, said{"final": earlier, "edition": id})}
		return nextSteps{commands, commands, true}, nil
	case report.Release == "auto" && batch.Early(due, m.To):
		commands = []string{o.earlyLine(draft) + sends}
	case report.Release == "auto":
		return nextSteps{lines: []string{o.words.say(stepAuto, nil) + sends}}, nil
	case report.Release == "signed": // how it goes on comes with the final that is to be signed
		return nextSteps{[]string{o.words.say(stepRead, nil), approve, o.words.say(stepSign, said{"edition": id})}, []string{approve}, true}, nil
	default:
		commands = []string{approve + sends}
	}
	return nextSteps{append([]string{o.words.say(stepRead, nil)}, commands...), commands, true}, nil
}

// toMend are the findings that block, one for each question that they are folded under,
// and what to do about them. The missing branches stand in the letter already.
func (o *Office) toMend(draft archive.Edition) (next nextSteps, err error) {
	h, err := o.history()
	if err != nil {
		return next, err
	}
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
		case len(next.lines) == mendShown:
			more++
		default:
			words := h.Words(f)
			next.lines = append(next.lines, strings.TrimSpace(words.Message+" "+words.Hint))
		}
	}
	if more > 0 {
		next.lines = append(next.lines, o.words.say(stepMore, said{"count": strconv.Itoa(more), "edition": draft.ID}))
	}
	if missing != "" {
		next.commands = append(next.commands, o.words.say(stepMissing, said{"branch": string(missing), "report": report}))
	}
	if len(told) > 0 {
		next.commands = append(next.commands, o.words.say(stepAnswer, said{"edition": draft.ID}))
	}
	next.commands = append(next.commands, o.words.say(stepAgain, said{"report": report}))
	next.lines = append(next.lines, next.commands...)
	return next, nil
}
