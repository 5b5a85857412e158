package deliver

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/wneessen/go-mail/smtp"
)

// transmit hands one message over and returns the server's word. Its errors are
// troubles, but for those of mark, which is called once the server has all of the
// message but its end: when it returns, the disk must know that the end may be on
// the wire.
func (s *session) transmit(ctx context.Context, d Delivery, message []byte, mark func() error) (string, error) {
	if most := s.size(); most > 0 && len(message) > most {
		return "", tooLarge(len(message), most)
	}
	text, err := s.announce(ctx, d)
	if err != nil {
		return "", err
	}
	s.inText = true
	err = s.within(ctx, s.Timeouts.text(), func() error {
		if _, err := text.Write(message); err != nil {
			return err
		}
		return s.client.Text.W.Flush()
	})
	if err != nil {
		return "", s.late("text", err)
	}
	if err := mark(); err != nil {
		return "", err
	}
	if err := s.within(ctx, s.Timeouts.verb(), s.listen); err != nil {
		return "", s.late("text", err)
	}
	return s.end(ctx, text)
}

// announce says from whom and to whom, and asks for the text.
func (s *session) announce(ctx context.Context, d Delivery) (io.WriteCloser, error) {
	var text io.WriteCloser
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"MAIL", func() error { return s.client.Mail("<" + d.Sender + ">") }},
		{"RCPT", func() error { return s.client.Rcpt("<" + d.Recipient + ">") }},
		{"DATA", func() (err error) { text, err = s.client.Data(); return err }},
	} {
		if err := s.within(ctx, s.Timeouts.verb(), step.do); err != nil {
			return nil, s.late(step.name, err)
		}
	}
	return text, nil
}

// hearing is how long to listen: what was said is here already, and has only to be
// read on a machine that may be busy.
const hearing = 50 * time.Millisecond

// listen looks whether the server has spoken or hung up in the middle of the
// text. It has then accepted nothing, and the end need not be sent to find out.
func (s *session) listen() error {
	if err := s.client.UpdateDeadline(hearing); err != nil {
		return err
	}
	_, err := s.client.Text.R.Peek(1)
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return s.wire.SetDeadline(time.Time{})
	}
	if err != nil {
		return err
	}
	_, _, err = s.client.Text.ReadResponse(354) // once more: what it wants is the text
	if err == nil {
		err = errors.New("the server spoke out of turn")
	}
	return err
}

// end sends the dot that ends the text and waits for the answer. Whoever asks the
// program to stop waits too: giving up here makes the letter uncertain.
func (s *session) end(ctx context.Context, text io.WriteCloser) (string, error) {
	if ctx.Err() != nil { // and the wire may be cut
		return "", s.late("text", ctx.Err())
	}
	var reply string
	err := s.within(context.WithoutCancel(ctx), s.Timeouts.dot(), func() (err error) {
		reply, err = s.dot(text)
		return err
	})
	if err != nil {
		if t := s.last(err); t != nil {
			s.inText = !isReply(err)
			return "", t
		}
		s.inText = false
		return s.tell(err), nil
	}
	s.inText = false
	return s.quote(250, reply), nil
}

// dot sends it and returns the answer. go-mail's own Close does not look whether it
// went, and would wait ten minutes for an answer to what was never sent.
func (s *session) dot(text io.WriteCloser) (string, error) {
	if err := text.(*smtp.DataCloser).WriteCloser.Close(); err != nil { // what Data returns is one
		return "", err
	}
	_, reply, err := s.client.Text.ReadResponse(250)
	return reply, err
}
