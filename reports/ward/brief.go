package ward

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/say"
)

// What a screen shows of a run: what is asked, and of what is to be seen to only as
// much as finds room. Everything stands in kiem-tra.txt.
const (
	briefLines = 30 // what the verbs add is in the forty that a screen shows
	briefFiles = 4
	asked      = 10  // questions; the others are not urgent
	longest    = 118 // letters of one thing
)

// Brief writes what was found on at most thirty lines.
func (a Answer) Brief(w io.Writer, v say.Voice) {
	t, c := teller{v, v.English}, a.Checked
	var lines []string
	line := func(m say.Text, words ...string) { lines = append(lines, strings.Split(t.Say(m, words...), "\n")...) }
	t.head(line, c, briefFiles)
	t.shortQuestions(line, c)
	rest := slices.DeleteFunc(slices.Clone(c.Findings), func(f batch.Finding) bool {
		return f.Question != "" || f.Severity == reports.Note || silent(f)
	})
	for i, f := range rest {
		if len(lines) >= briefLines-1 {
			line(moreFindingsLine, strconv.Itoa(len(rest)-i))
			break
		}
		line(briefLine, t.Say(SeverityWords[string(f.Severity)]), shorter(f.Message))
	}
	fmt.Fprintln(w, strings.Join(lines, "\n")+"\n")
}

// shortQuestions writes the questions that are asked first, a line each.
func (t teller) shortQuestions(line func(say.Text, ...string), c *batch.Checked) {
	if n := len(c.Questions); n > 0 {
		line(questionsLine, strconv.Itoa(n))
	}
	for i, q := range c.Questions[:min(asked, len(c.Questions))] {
		line(questionLine, strconv.Itoa(i+1), t.must(q), shorter(q.Text), q.Key)
	}
	if n := len(c.Questions) - asked; n > 0 {
		line(laterLine, strconv.Itoa(n))
	}
}

// shorter is the beginning of a text.
func shorter(s string) string {
	begins, more := viet.Beginning(s, longest)
	if more {
		return begins + " …"
	}
	return begins
}

// must heads a question that has to be answered.
func (t teller) must(q reports.Question) string {
	if q.Blocking {
		return t.Say(mustWord) + " "
	}
	return ""
}

// questions writes the open questions with their choices.
func (t teller) questions(w io.Writer, c *batch.Checked) {
	line := func(m say.Text, words ...string) { fmt.Fprintln(w, t.Say(m, words...)) }
	for i, q := range c.Questions {
		switch i {
		case 0:
			fmt.Fprintln(w)
			line(questionsLine, strconv.Itoa(len(c.Questions)))
		case asked:
			line(laterLine, strconv.Itoa(len(c.Questions)-asked))
		}
		line(questionLine, strconv.Itoa(i+1), t.must(q), q.Text, q.Key)
		if len(q.At) > 0 {
			line(placeLine(q.At), Places(t.Voice, q.At))
		}
		for _, choice := range q.Choices {
			t.choice(line, q, choice)
		}
		if q.Settles > 1 {
			line(settlesLine, strconv.Itoa(q.Settles))
		}
	}
}

func (t teller) choice(line func(say.Text, ...string), q reports.Question, c reports.Choice) {
	mark := ""
	if c.ID == q.Default {
		mark = " " + t.Say(usualWord)
	}
	if c.Effect != "" {
		mark += " — " + c.Effect
	}
	line(ChoiceLine, c.ID, c.Text, mark)
}

// Left writes the questions that are open still: in full to a person who asked for them,
// and a line each to one who has answered some.
func (a Answered) Left(w io.Writer, v say.Voice) {
	t := teller{v, v.English}
	if len(a.Answered)+len(a.Undone)+len(a.Refused) == 0 {
		t.questions(w, a.Checked)
		return
	}
	t.shortQuestions(func(m say.Text, words ...string) { fmt.Fprintln(w, t.Say(m, words...)) }, a.Checked)
}
