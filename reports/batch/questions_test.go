package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/question"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestQuestions: testdata/questions/*.txtar are the inboxes of a ward of two branches,
// with what is asked, what people answer ("key = choice # reason", one a line) and what
// is asked and counted then. A second part "changed/…" are workbooks that take the place
// of others once all is answered. Run with -update to rewrite what is expected.
func TestQuestions(t *testing.T) {
	files, err := filepath.Glob("testdata/questions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := runQuestions(t, a)
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(txtar.Format(want)), string(txtar.Format(got))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// runQuestions plays a case and returns it with what came of it.
func runQuestions(t *testing.T, a *txtar.Archive) *txtar.Archive {
	t.Helper()
	inbox, changed := map[string]string{}, map[string]string{}
	out := &txtar.Archive{Comment: a.Comment}
	var said []byte
	for _, f := range a.Files {
		name, later := strings.CutPrefix(f.Name, "changed/")
		switch {
		case f.Name == "answers":
			said = f.Data
		case strings.HasPrefix(f.Name, "want"):
			continue
		case later:
			changed[name] = string(f.Data)
		default:
			inbox[f.Name] = string(f.Data)
		}
		out.Files = append(out.Files, f)
	}
	want := func(name, text string) {
		out.Files = append(out.Files, txtar.File{Name: "want " + name, Data: []byte(text)})
	}
	job := smallWard(inbox)
	before := checked(t, job)
	want("asked", asked(before))
	refused := answerAll(t, &job, before, string(said))
	after := checked(t, job)
	want("refused", refused)
	want("then", asked(after)+counted(before, after))
	if len(changed) > 0 {
		tree := job.Inbox.(fstest.MapFS)
		for name, text := range changed {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
		}
		want("changed", asked(checked(t, job)))
	}
	return out
}

// asked writes the open questions, and the findings that are folded under each.
func asked(c *Checked) string {
	var b strings.Builder
	for _, q := range c.Questions {
		fmt.Fprintf(&b, "%s: %s\n  share %.2f, settles %d", q.Key, q.Text, q.Share, q.Settles)
		if q.Blocking {
			b.WriteString(", blocking")
		}
		fmt.Fprintf(&b, ", default %q, free %q, %v\n", q.Default, q.Free, q.Branches)
		for _, o := range q.Choices {
			fmt.Fprintf(&b, "  %s) %s", o.ID, o.Text)
			if o.Effect != "" {
				fmt.Fprintf(&b, " -- %s", o.Effect)
			}
			b.WriteString("\n")
		}
		for _, f := range c.Findings {
			if f.Question == q.Key {
				fmt.Fprintf(&b, "  < %s %s\n", f.Code, f.Severity)
			}
		}
	}
	return b.String()
}

// answerAll makes answers of the lines and gives them to the job.
func answerAll(t *testing.T, job *Job, c *Checked, said string) (refused string) {
	t.Helper()
	for line := range strings.Lines(said) {
		line, why, _ := strings.Cut(strings.TrimSpace(line), " # ")
		key, choice, _ := strings.Cut(line, " = ")
		key, row, _ := strings.Cut(key, "/")
		if row != "" {
			row = rowOf(t, c, key, row)
		}
		a, err := c.Answer(Word{Key: key, Row: row, Choice: choice, Why: why})
		if err != nil {
			refused += err.Error() + "\n"
			continue
		}
		// As it is kept: written and read again.
		var book question.Book
		if err := book.Put(a); err != nil {
			t.Fatal(err)
		}
		kept, err := question.ReadBook(fstest.MapFS{question.AnswersFile: {Data: book.Text()}})
		if err != nil {
			t.Fatal(err)
		}
		job.Answers = append(job.Answers, kept.Answers...)
		if job.Templates, err = question.Lay(job.Templates, kept.Answers); err != nil {
			t.Fatal(err)
		}
	}
	return refused
}

// rowOf is the id of the row that is about a cell, or about a branch.
func rowOf(t *testing.T, c *Checked, key, about string) string {
	t.Helper()
	for _, q := range c.Questions {
		for _, r := range q.Rows {
			cell := slices.ContainsFunc(r.At, func(at reports.Cell) bool { return strings.HasSuffix(at.String(), about) })
			if strings.HasPrefix(q.Key, key) && (cell || r.Unit == reports.UnitID(about)) {
				return r.ID
			}
		}
	}
	t.Fatalf("%s has no row of %s", key, about)
	return ""
}

// counted writes the figures that the answers changed, and the answers that they rest on.
func counted(before, after *Checked) string {
	var b strings.Builder
	let := after.work.letAt()
	for _, ind := range after.Catalogue.Indicators() {
		f, ok := after.Totals.Figures[ind.Code]
		was := before.Totals.Figures[ind.Code]
		rests := after.work.restsOn(f, let)
		if ok && was.Value.Equal(f.Value) && len(rests) == 0 || !ok && !was.Value.Known() {
			continue
		}
		fmt.Fprintf(&b, "%s %s -> %s %v\n", ind.Code, was.Value, f.Value, rests)
	}
	for _, f := range after.Findings {
		if f.Severity == reports.Blocking {
			fmt.Fprintf(&b, "blocks: %s\n", f.Code)
		}
	}
	return b.String()
}

// TestAnswersAreRefused: what is no answer is told, and nothing is made of it.
func TestAnswersAreRefused(t *testing.T) {
	c := checked(t, smallWard(map[string]string{"1.csv": thonOne + "Việc lạ,7\n", "2.csv": thonTwo}))
	key := c.Questions[0].Key
	for _, tt := range []struct {
		word Word
		want error
	}{
		{Word{Key: "name.x", Choice: reports.Ignore}, ErrNoQuestion},
		{Word{Key: key, Choice: reports.Later}, ErrNoWhy},
		{Word{Key: key, Choice: reports.Ignore, Row: "x"}, ErrNoQuestion},
	} {
		if _, err := c.Answer(tt.word); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v, want %v", tt.word, err, tt.want)
		}
	}
	var choice *ChoiceError
	if _, err := c.Answer(Word{Key: key, Choice: "TC.HV"}); !errors.As(err, &choice) || choice.Question.Key != key {
		t.Errorf("a choice that is none: %v", err)
	}
	for _, said := range []string{"TC.HV.MOI", "tc.hv.moi", "HỘI VIÊN MỚI KẾT NẠP"} {
		if a, err := c.Answer(Word{Key: key[:8], Choice: said}); err != nil || a.Choice != "TC.HV.MOI" {
			t.Errorf("%s: %v, %v", said, a.Choice, err)
		}
	}
}

// TestAnswersReach: what may stand is of one report and span, what a name means of all.
func TestAnswersReach(t *testing.T) {
	c := checked(t, smallWard(map[string]string{"1.csv": thonOne + "Việc lạ,7\n"}))
	for _, q := range c.Questions {
		for _, tt := range []struct {
			choice string
			kind   reports.QuestionKind
			report string
		}{
			{reports.Later, reports.AskName, c.Report},
			{reports.Ignore, reports.AskName, ""},
			{"TC.HV.MOI", reports.AskName, ""},
			{reports.Accept, reports.AskLook, c.Report},
		} {
			if q.Kind != tt.kind {
				continue
			}
			a, err := c.Answer(Word{Key: q.Key, Choice: tt.choice, Why: "đã hỏi"})
			if err != nil || a.Report != tt.report || (a.To != 0) != (tt.report != "") || (len(a.Accepts) > 0) != (tt.report != "") {
				t.Errorf("%s %s: %+v, %v", q.Kind, tt.choice, a, err)
			}
		}
	}
}
