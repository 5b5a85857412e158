package ward

import (
	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/question"
	"ccbreport/reports/ward/config"
	"errors"
	"slices"
	"strings"
)

// recall reads what people answered, of this report and of all.
func (s *session) recall() error {
	book, err := s.Config.Answers()
	if err != nil {
		return err
	}
	older, err := s.older()
	if err != nil {
		return err
	}
	s.job.Answers, s.job.Taken, s.job.Now = nil, book.Taken, s.moment()
	s.take(append(older, book.Answers...))
	return nil
}

// older are acceptances that stand in the state still.
func (s *session) older() (list []reports.Answer, err error) {
	state, found, err := deliver.View(s.Config.State(""))
	if err != nil || !found {
		return nil, err
	}
	kept, err := state.Acceptances()
	for _, k := range kept {
		list = append(list, reports.Answer{
			Key: question.Key(reports.AskLook, k.Code, k.Fingerprint), Kind: reports.AskLook, About: k.Code, Choice: reports.Accept, Why: k.Why,
			Report: k.Report, From: k.Span.From, To: k.Span.Last(), Accepts: []reports.Let{{Code: k.Code, Branch: k.Branch, Fingerprint: k.Fingerprint}},
		})
	}
	return list, errors.Join(err, state.Close())
}

// keep writes answers into the ward's file, whole or not at all, and records them; what
// stood in the state moves there first.
func (s *session) keep(action string, answers []reports.Answer, taken []question.Taken) error {
	book, err := s.Config.Answers()
	if err != nil {
		return err
	}
	older, err := s.older()
	if err != nil {
		return err
	}
	for _, a := range slices.Concat(older, answers) {
		if err := book.Put(a); err != nil {
			return err
		}
	}
	for _, t := range taken {
		t.When = s.moment()
		if err := book.Take(t); err != nil {
			return err
		}
	}
	return s.write(book, action, answers, len(older) > 0)
}

func (s *session) write(book *question.Book, action string, answers []reports.Answer, moved bool) error {
	state, err := deliver.Open(s.Config.State(""))
	if err != nil {
		return err
	}
	err = config.Replace(s.answersFile(), book.Text())
	if err == nil && moved {
		err = state.ForgetAcceptances()
	}
	for _, a := range answers {
		if err == nil {
			subject := strings.Join([]string{a.Key, a.About, a.Choice, a.Why, a.By}, "\n")
			err = state.Record(deliver.Act{At: s.clock(), Action: action, Subject: subject})
		}
	}
	return errors.Join(err, state.Close())
}

func (s *session) answersFile() string { return s.Config.Path(question.AnswersFile) }
