package ward

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/question"
	"ccbreport/reports/ward/say"
)

// A Word is what a person says to one question.
type Word = batch.Word

// Answered is what answer answers, and prints with --json.
type Answered struct {
	Report    string           `json:"report"`
	From      reports.Day      `json:"from"`
	To        reports.Day      `json:"to"`       // last day included
	Answered  []reports.Answer `json:"answered"` // kept now
	Undone    []reports.Answer `json:"undone,omitempty"`
	Refused   []string         `json:"refused,omitempty"` // rows of a workbook of questions, with the reason
	File      string           `json:"file"`              // where they are kept
	Blocking  int              `json:"blocking"`          // findings that block still
	Questions []Question       `json:"questions"`

	Checked *batch.Checked `json:"-"` // as it is now
}

// Ask returns the open questions of a report, the weightiest first, without keeping
// anything.
func (w *Ward) Ask(ctx context.Context, a Ask) (open Answered, err error) {
	s, err := w.session(a)
	if err != nil {
		return open, err
	}
	return s.answered(ctx, nil)
}

// Answer keeps what people said to questions. The words are tried out together before
// anything is kept: all of them are kept, or none.
func (w *Ward) Answer(ctx context.Context, a Ask, words []Word) (done Answered, err error) {
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.reply(ctx, words)
		return err
	})
	return done, err
}

// AnswerFile keeps what people filled in to a workbook of questions. Rows that answer
// nothing are refused, each with the reason; the others are kept.
func (w *Ward) AnswerFile(ctx context.Context, a Ask, file string) (done Answered, err error) {
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return done, answerNoFile.With(file)
	}
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.replyFile(ctx, file, data)
		return err
	})
	return done, err
}

func (s *session) replyFile(ctx context.Context, file string, data []byte) (done Answered, err error) {
	checked, err := s.glance(ctx)
	if err != nil {
		return done, err
	}
	filled, refused, err := batch.ReadQuery(ctx, s.job, filepath.Base(file), data)
	switch {
	case errors.Is(err, batch.ErrNoQuery):
		return done, answerNoQuery.With(file)
	case errors.Is(err, batch.ErrOtherQuery):
		return done, answerOtherQuery.With(file)
	case err != nil:
		return done, err
	}
	answers, more := checked.Replies(filled, s.moment())
	done, err = s.keepTried(ctx, answers)
	done.Refused = checked.Refusals(slices.Concat(refused, more))
	return done, err
}

// Undo takes back the answer to a question.
func (w *Ward) Undo(ctx context.Context, a Ask, key string) (done Answered, err error) {
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.undo(ctx, key)
		return err
	})
	return done, err
}

func (s *session) reply(ctx context.Context, words []Word) (done Answered, err error) {
	checked, err := s.glance(ctx)
	if err != nil {
		return done, err
	}
	answers, err := s.answersTo(checked, words)
	if err != nil {
		return done, err
	}
	return s.keepTried(ctx, answers)
}

// keepTried tries answers out, and keeps them.
func (s *session) keepTried(ctx context.Context, answers []reports.Answer) (done Answered, err error) {
	after, err := s.tryAnswers(ctx, answers)
	if err != nil {
		return done, err
	}
	if err := s.keep("answer", answers, nil); err != nil {
		return done, err
	}
	done = s.answeredOf(after)
	done.Answered = answers
	return done, nil
}

// answersTo makes answers of people's words.
func (s *session) answersTo(checked *batch.Checked, words []Word) ([]reports.Answer, error) {
	list := []reports.Answer{}
	for _, word := range words {
		word.Why, word.When = strings.TrimSpace(word.Why), s.moment()
		a, err := checked.Answer(word)
		var choice *batch.ChoiceError
		switch {
		case errors.As(err, &choice):
			return nil, answerChoice.With(word.Key, word.Choice, choicesOf(choice.Question))
		case errors.Is(err, batch.ErrNoWhy):
			return nil, answerNoWhy.With(word.Key)
		case errors.Is(err, batch.ErrNoQuestion) && s.wasAnswered(word.Key) != "":
			return nil, answerAlready.With(s.wasAnswered(word.Key))
		case errors.Is(err, batch.ErrNoQuestion):
			return nil, answerUnknown.With(word.Key, keysOf(checked.Questions))
		case err != nil:
			return nil, err
		}
		list = append(list, a)
	}
	return list, nil
}

// glance is look without what answers would do.
func (s *session) glance(ctx context.Context) (checked *batch.Checked, err error) {
	s.job.Unmeasured = true
	checked, err = s.look(ctx)
	s.job.Unmeasured = false
	return checked, err
}

// wasAnswered is the key of an answer that begins so, "" if there is none.
func (s *session) wasAnswered(key string) string {
	for _, a := range s.job.Answers {
		if strings.HasPrefix(a.Key, key) {
			return a.Key
		}
	}
	return ""
}

// moment is now, as answers have it.
func (s *session) moment() string { return s.clock().UTC().Format(time.RFC3339) }

// choicesOf lists the choices of a question as they are written on the command line.
func choicesOf(q reports.Question) string {
	var words []string
	for _, c := range q.Choices {
		words = append(words, c.ID+" ("+c.Text+")")
	}
	return strings.Join(words, "; ")
}

func keysOf(list []reports.Question) string {
	var keys []string
	for _, q := range list {
		keys = append(keys, q.Key)
	}
	return strings.Join(keys, ", ")
}

// tryAnswers checks the inbox as the answers would have it, and makes sure that they are
// heeded: none of their questions is asked again.
func (s *session) tryAnswers(ctx context.Context, answers []reports.Answer) (after *batch.Checked, err error) {
	s.take(answers)
	if s.job.Templates, err = question.Lay(s.job.Templates, answers); err != nil {
		return nil, err
	}
	if _, err := catalogue.Load(s.job.Templates); err != nil {
		var mistakes author.Mistakes
		if errors.As(err, &mistakes) {
			return nil, answerRefused.With(keyOf(answers), mistakes[0].VI, mistakes[0].EN)
		}
		return nil, err
	}
	if after, err = s.checkNow(ctx); err != nil {
		return nil, err
	}
	if a, useless := after.Unheeded(answers); useless {
		return nil, answerUseless.With(a.Key, a.Said)
	}
	return after, nil
}

func keyOf(answers []reports.Answer) string {
	for _, a := range answers {
		if a.Kind == reports.AskName {
			return a.Key
		}
	}
	return ""
}

// take puts answers into the job.
func (s *session) take(answers []reports.Answer) {
	span := s.job.Span
	for _, a := range answers {
		if a.Report == "" || a.Report == s.job.Report && a.From == span.From && a.To == span.Last() {
			s.job.Answers = append(s.job.Answers, a)
		}
	}
}

func (s *session) undo(ctx context.Context, key string) (done Answered, err error) {
	book, err := s.Config.Answers()
	if err != nil {
		return done, err
	}
	gone := book.Undo(key)
	if len(gone) == 0 {
		var keys []string
		for _, a := range book.Answers {
			keys = append(keys, a.Key)
		}
		return done, answerNothing.With(key, strings.Join(keys, ", "))
	}
	if err := s.fits(book, key); err != nil {
		return done, err
	}
	checked, err := s.glance(ctx)
	if err != nil {
		return done, err
	}
	for _, t := range checked.QueryFiles() { // they would answer it again
		if err := book.Take(t); err != nil {
			return done, err
		}
	}
	if err := s.write(book, "undo", gone, false); err != nil {
		return done, err
	}
	if s.job.Templates, err = s.Config.Templates(s.job.Template); err != nil {
		return done, err
	}
	return s.answered(ctx, gone)
}

// fits makes sure that the catalogue can be read by the answers that are left: one may
// name an indicator that another has made.
func (s *session) fits(book *question.Book, key string) error {
	laid, err := s.Config.TemplatesBy(book)
	if err != nil {
		return err
	}
	_, err = catalogue.Load(laid)
	var mistakes author.Mistakes
	if errors.As(err, &mistakes) {
		return answerHeld.With(key, mistakes[0].VI, mistakes[0].EN)
	}
	return err
}

// answered checks again, so that what is told is what the next run will find.
func (s *session) answered(ctx context.Context, undone []reports.Answer) (done Answered, err error) {
	checked, err := s.look(ctx)
	if err != nil {
		return done, err
	}
	done = s.answeredOf(checked)
	done.Undone = undone
	return done, nil
}

func (s *session) answeredOf(c *batch.Checked) Answered {
	return Answered{
		Report: c.Report, From: c.Span.From, To: c.Span.Last(), Answered: []reports.Answer{}, File: s.answersFile(),
		Blocking: c.Count(reports.Blocking), Questions: questionsOf(c.Questions), Checked: c,
	}
}

// checkNow checks the inbox with the job as it is; nothing is written.
func (s *session) checkNow(ctx context.Context) (checked *batch.Checked, err error) {
	err = say.Within(ctx, func() (err error) {
		checked, err = batch.Check(ctx, s.job)
		return err
	})
	return checked, s.explain(err)
}

// keepReplies keeps what workbooks of questions in the inbox say.
func (s *session) keepReplies(answers []reports.Answer, taken []question.Taken) error {
	return s.keep("answer", answers, taken)
}
