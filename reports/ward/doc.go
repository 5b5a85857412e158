// Package ward is the program as a library: one ward opened from its configuration,
// and the verbs as methods. The command line only parses flags, calls these, prints
// their answers and sets exit codes; whatever else comes to a ward, a desk or many
// wards at once, comes through here.
//
// A year of a ward:
//
//	w, err := ward.Open("config.toml", ward.Options{})
//	forms, err := w.Forms(ctx, ward.Ask{}, "phieu")             // what the branches fill in
//	found, err := w.Check(ctx, ward.Ask{})                      // what is wrong with what they sent
//	done, err := w.Answer(ctx, ward.Ask{}, []ward.Word{{Key: key, Choice: choice}})
//	done, err := w.Accept(ctx, ward.Ask{}, ward.Letting{Code: code, Why: why}) // let a finding stand
//	made, err := w.Run(ctx, ward.Ask{})                         // the draft, and its letters
//	issued, err := w.Approve(ctx, made.Edition, ward.Approval{Number: "05", Date: day})
//	issued, err = w.Release(ctx, made.Edition, ward.Copy{Scan: "bao-cao.jpg"})
//	look, err := w.Tick(ctx, ward.Ears{})                       // all of it by schedule
//
// # Answers and errors
//
// A verb answers with a value: what --json prints, and beside it what a person is
// told. [say.HasAnswer] tells whether an error leaves the answer valid: findings
// block, something waits for a person, an edition is not what was written. Any other
// error is put into words by [AsFailure]; [say.ErrInterrupted] says that the context
// ended, and then nothing is left half written, no lock is held and nothing goes on.
//
// # The rooms below
//
//	say      texts, problems, how a verb ends
//	convert  LibreOffice as a bounded child; files that are still being copied
//	config   config.toml
//	history  what the editions say
//	watch    what is due
//	office   what follows from an edition
package ward
