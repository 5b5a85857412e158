package office

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/say"
)

// mendShown is how many findings a letter names; the program shows the others.
const mendShown = 20

// steps are what the officers are to do with a draft, for the letter that brings
// it: the commands as they are typed.
func (o *Office) steps(draft archive.Edition) ([]string, error) {
	m, id := draft.Manifest, draft.ID
	if blocks(m) {
		return o.toMend(draft)
	}
	earlier, err := o.otherFinal(draft)
	if err != nil {
		return nil, err
	}
	report, _ := o.conf.Report(m.Report)
	approve, sends := say.Fill(stepApprove.VI, []string{id, (m.To + 1).String()}), ""
	if o.canSend() {
		sends = " " + stepSends.VI
	}
	switch {
	case report.Release == "auto" && earlier != "":
		return []string{say.Fill(HeldLine.VI, []string{earlier, id})}, nil
	case report.Release == "auto":
		return []string{stepAuto.VI + sends}, nil
	case report.Release == "signed":
		return []string{stepRead.VI, approve, say.Fill(stepSign.VI, []string{id})}, nil
	}
	return []string{stepRead.VI, approve + sends}, nil
}

// toMend are the findings that block, and what to type once they are mended. The
// missing branches stand in the letter already.
func (o *Office) toMend(draft archive.Edition) (lines []string, err error) {
	cat, err := catalogue.Load(o.words)
	if err != nil {
		return nil, err
	}
	h := &history.History{Conf: o.conf, Cat: cat, Lang: "vi"}
	report, missing, more := draft.Manifest.Report, reports.UnitID(""), 0
	for _, f := range draft.Manifest.Findings {
		switch {
		case f.Severity != reports.Blocking:
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
		lines = append(lines, say.Fill(stepMore.VI, []string{strconv.Itoa(more), draft.ID}))
	}
	if missing != "" {
		lines = append(lines, say.Fill(stepMissing.VI, []string{string(missing), report}))
	}
	return append(lines, say.Fill(stepAgain.VI, []string{report})), nil
}
