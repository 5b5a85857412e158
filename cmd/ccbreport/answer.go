package main

import (
	"bufio"
	"context"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/ward"

	"github.com/spf13/cobra"
)

// answerVerb is the verb answer: what a person says to questions.
func answerVerb(ctx context.Context, t *tui, f *flags) *cobra.Command {
	cmd := verbOn(t, "answer [KEY=CHOICE …]", aboutAnswer, many, func(words []string) error { return answer(ctx, t, f, words) })
	set := cmd.Flags()
	set.StringVar(&f.answers, "file", "", t.Say(flagAnswers))
	set.StringVar(&f.why, "why", "", t.Say(flagAnswerWhy))
	set.StringVar(&f.by, "by", "", t.Say(flagBy))
	set.StringVar(&f.undo, "undo", "", t.Say(flagUndo))
	set.StringVar(&f.row, "row", "", t.Say(flagRow))
	set.StringVar(&f.new.Name, "name", "", t.Say(flagNewName))
	set.StringVar(&f.new.Unit, "unit", "", t.Say(flagNewUnit))
	set.StringVar(&f.new.Kind, "kind", "", t.Say(flagNewKind))
	set.StringVar(&f.new.Section, "section", "", t.Say(flagNewSection))
	set.StringVar(&f.new.Sentence, "sentence", "", t.Say(flagNewSentence))
	ofReports(set, t, f)
	return cmd
}

func answer(ctx context.Context, t *tui, f *flags, words []string) error {
	w, a, err := f.begin(t)
	if err != nil {
		return err
	}
	var done ward.Answered
	switch {
	case f.undo != "":
		done, err = w.Undo(ctx, a, f.undo)
	case f.answers != "":
		done, err = w.AnswerFile(ctx, a, f.answers)
	case len(words) > 0:
		var list []ward.Word
		if list, err = f.words(words); err == nil {
			done, err = w.Answer(ctx, a, list)
		}
	case t.asks():
		return t.askAll(ctx, w, a, f)
	default:
		done, err = w.Ask(ctx, a)
	}
	t.endProgress()
	if err != nil {
		return err
	}
	t.tellAnswered(done)
	if t.json {
		t.print(done)
	}
	return nil
}

// words parts KEY=CHOICE.
func (f *flags) words(args []string) ([]ward.Word, error) {
	var list []ward.Word
	for _, arg := range args {
		key, choice, ok := strings.Cut(arg, "=")
		if !ok || strings.TrimSpace(key) == "" || strings.TrimSpace(choice) == "" {
			return nil, answerForm.With(arg)
		}
		list = append(list, f.word(strings.TrimSpace(key), choice))
	}
	return list, nil
}

func (f *flags) word(key, choice string) ward.Word {
	return ward.Word{Key: key, Choice: choice, Row: f.row, Why: f.why, By: f.by, Indicator: f.new}
}

// asks reports whether a person sits at the terminal and can be asked.
func (t *tui) asks() bool { return t.terminal && !t.json && !t.quiet && t.in != nil }

// askAll asks one question after the other, until none is left or the person leaves off.
func (t *tui) askAll(ctx context.Context, w *ward.Ward, a ward.Ask, f *flags) error {
	open, err := w.Ask(ctx, a)
	t.endProgress()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(t.in)
	for passed := 0; passed < len(open.Questions); {
		q := open.Questions[passed]
		t.askOne(q)
		said, more := nextLine(lines)
		switch {
		case !more:
			t.tellAnswered(open)
			return nil
		case said == "":
			passed++
			continue
		}
		word := f.word(q.Key, said)
		if word.Why == "" && (said == reports.Later || said == reports.Accept) {
			t.tell(askWhyLine)
			word.Why, _ = nextLine(lines)
		}
		done, err := w.Answer(ctx, a, []ward.Word{word})
		t.endProgress()
		if err != nil {
			t.end(err) // told; the same question is asked again
			continue
		}
		open = done
	}
	t.tellAnswered(open)
	return nil
}

func (t *tui) askOne(q ward.Question) {
	t.tell(askLine, q.Text)
	for _, c := range q.Choices {
		words := c.Text
		if c.Effect != "" {
			words += " — " + c.Effect
		}
		t.tell(ward.ChoiceLine, c.ID, words, "")
	}
	t.tell(askHowLine)
}

func nextLine(lines *bufio.Scanner) (string, bool) {
	more := lines.Scan()
	return strings.TrimSpace(lines.Text()), more
}

// tellAnswered tells what was kept and what is asked still.
func (t *tui) tellAnswered(done ward.Answered) {
	for _, a := range done.Answered {
		t.tell(answeredLine, orKey(a), a.Said)
	}
	for _, a := range done.Undone {
		t.tell(undoneLine, orKey(a), a.Said)
	}
	for _, why := range done.Refused {
		t.tell(ward.RefusedLine, why)
	}
	if len(done.Answered)+len(done.Undone) > 0 {
		t.tell(whereLine, done.File)
	}
	if t.quiet || t.json {
		return
	}
	done.Left(t.err, t.Voice)
	if len(done.Questions) > 0 {
		t.tell(howToAnswer)
	} else if done.Blocking == 0 {
		t.tell(nextChecked)
	}
}

// orKey is what an answer is about.
func orKey(a reports.Answer) string {
	if a.About != "" {
		return "“" + a.About + "”"
	}
	return a.Key
}
