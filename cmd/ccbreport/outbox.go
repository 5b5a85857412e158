package main

import (
	"context"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"

	"github.com/spf13/cobra"
)

// outboxVerb is the verb outbox; without a further word it lists the letters.
func outboxVerb(ctx context.Context, t *tui, f *flags) *cobra.Command {
	list := func() error { return onLetters(ctx, t, f, (*ward.Ward).Outbox) }
	flush := func() error { return onLetters(ctx, t, f, (*ward.Ward).Flush) }
	cmd := verbOn(t, "outbox", aboutOutbox, many, func([]string) error { return list() })
	cmd.Args = func(cmd *cobra.Command, words []string) error {
		if len(words) > 0 {
			return noAct(cmd, words)
		}
		return nil
	}
	cmd.AddCommand(
		verb(t, "list", aboutList, list),
		verb(t, "flush", aboutFlush, flush),
		ofLetters(ctx, t, f, "retry", aboutRetry, (*ward.Ward).Retry),
		ofLetters(ctx, t, f, "confirm", aboutConfirm, (*ward.Ward).Confirm),
		ofLetters(ctx, t, f, "cancel", aboutCancel, (*ward.Ward).Cancel),
	)
	cmd.PersistentFlags().StringVar(&f.out, "out", "", t.Say(flagOut))
	return cmd
}

// ofLetters is what a person does with letters that he names.
func ofLetters(ctx context.Context, t *tui, f *flags, name string, about say.Text, act func(*ward.Ward, context.Context, ...string) (ward.Outbox, error)) *cobra.Command {
	return verbOn(t, name+" ID", about, many, func(ids []string) error {
		return onLetters(ctx, t, f, func(w *ward.Ward, ctx context.Context) (ward.Outbox, error) { return act(w, ctx, ids...) })
	})
}

// onLetters does it and lists all letters as they are then.
func onLetters(ctx context.Context, t *tui, f *flags, act func(*ward.Ward, context.Context) (ward.Outbox, error)) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	box, err := act(w, ctx)
	if !say.HasAnswer(err) {
		return err
	}
	t.tellOutbox(box)
	return err
}
