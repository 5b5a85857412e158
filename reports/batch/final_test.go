package batch

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// ofTheOffice is what only the officers need: names of files, cells, codes.
var ofTheOffice = regexp.MustCompile(`(?i)\.(?:xlsx?|xlsm|csv|ods|txt|zip)\b|(?-i)\b[A-Z]{1,2}[1-9]\d{0,3}\b|\b[A-Z]{2}\.[A-Z]{2,}|!`)

// TestFinalIsForItsReader: the committee is told in words what is not counted, and nothing
// that only the office needs.
func TestFinalIsForItsReader(t *testing.T) {
	t.Parallel()
	inboxes := map[string]fs.FS{"whole": os.DirFS(sampleDir + "/inbox"), "two thirds": without(t, os.DirFS(sampleDir+"/inbox"), 3)}
	for name, inbox := range inboxes {
		for _, template := range []string{"giua-nhiem-ky", "nam", "sau-thang", "nhiem-ky"} {
			job := sampleJob()
			job.Template, job.Inbox, job.Unmeasured = template, inbox, true
			w, err := examine(t.Context(), job)
			if err != nil {
				t.Fatal(err)
			}
			// Whatever blocks is accepted, so that the report has to speak of it.
			for _, f := range w.findings {
				if w.severity(f) == reports.Blocking {
					job.Answers = append(job.Answers, accepting(w, f))
				}
			}
			if w, err = gather(t.Context(), job); err != nil {
				t.Fatal(err)
			}
			w.issue = &Issue{Number: "05", Date: reports.DayOf(2020, 7, 15)}
			if err := w.write(); err != nil {
				t.Fatal(err)
			}
			if name == "two thirds" && !strings.Contains(printedWords(w.document), "(Chi hội chưa gửi.)") && !strings.Contains(printedWords(w.document), "(Chi hội chưa gửi)") {
				t.Errorf("%s, %s: the reason of the officer is not there", name, template)
			}
			for _, found := range ofTheOffice.FindAllString(printedWords(w.document), -1) {
				t.Errorf("%s, %s: a final says %q", name, template, found)
			}
		}
	}
}

// accepting is the answer that lets a finding stand.
func accepting(w *work, f reports.Finding) reports.Answer {
	g := w.ground(f)
	return reports.Answer{
		Key: "look." + f.Code, Kind: reports.AskLook, Choice: reports.Accept, Why: "Chi hội chưa gửi.",
		Accepts: []reports.Let{{Code: g.Code, Branch: g.Branch, Fingerprint: g.Fingerprint}},
	}
}

// printedWords is all that a document prints, a line for each piece, without its head.
func printedWords(doc *paper.Document) string {
	var b strings.Builder
	for _, l := range doc.Lines() {
		b.WriteString(l.Text() + "\n")
	}
	for _, a := range doc.Annexes {
		for _, block := range a.Body {
			if t, ok := block.(*paper.Table); ok {
				for _, c := range t.Columns {
					b.WriteString(c.Head + "\n")
				}
				if a.Sources {
					b.WriteString("the annex of sources .xlsx\n")
				}
			}
		}
	}
	return b.String()
}

// TestAcceptedIsTold: what a person let stand is told to the readers once, with his reason;
// a reason that speaks of files and cells is for the office.
func TestAcceptedIsTold(t *testing.T) {
	for _, tt := range []struct{ planted, why, want, never string }{
		{"more settled than there were, of other branches", "đã hỏi các chi hội", "Chưa khớp nhau: Số vụ hòa giải thành 22 và Số vụ hòa giải tham gia 12 (đã hỏi các chi hội).", ""},
		{"a year of which nobody speaks", "năm ấy chưa có", "Không có số liệu của năm 2026 (năm ấy chưa có).", ""},
		{"a year of which nobody speaks", "xem tệp chi hoi 1.xlsx, ô C7", "Không có số liệu của năm 2026.", ".xlsx"},
	} {
		list := plantedFaults()
		p := list[slices.IndexFunc(list, func(p planted) bool { return p.reason == tt.planted })]
		job := p.job(t)
		w, err := examine(t.Context(), job)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range w.findings {
			if w.severity(f) == reports.Blocking {
				a := accepting(w, f)
				a.Why = tt.why
				job.Answers = append(job.Answers, a)
			}
		}
		if w, err = gather(t.Context(), job); err != nil {
			t.Fatal(err)
		}
		w.issue = &Issue{Number: "05", Date: reports.DayOf(2027, 1, 15)}
		if err := w.write(); err != nil {
			t.Fatal(err)
		}
		words := printedWords(w.document)
		n := strings.Count(words, tt.want) // without a reason the opening says just that, too
		if n == 0 || n > 1 && tt.never == "" || tt.never != "" && strings.Contains(words, tt.never) {
			t.Errorf("%s, %q: want once %q, never %q in\n%s", tt.planted, tt.why, tt.want, tt.never, words)
		}
		told := slices.ContainsFunc(w.findings, func(f reports.Finding) bool { return f.Code == "remark.office" })
		if told != (tt.never != "") {
			t.Errorf("%s, %q: told that the reason is not printed: %v", tt.planted, tt.why, told)
		}
	}
}
