// Package intake turns the files of an inbox into grids of raw cells.
//
// A file is read once; its bytes are hashed and parsed in one strict pass that
// is gate and reader at once: a workbook is read whole, or not at all with the
// reason. Intake interprets nothing: no text, no number, no unit.
//
// Every file of the inbox stands in Inbox.Files; nothing is left out. What is
// wrong with one file, be it that nobody may read it, is a finding about that
// file; only an inbox that cannot be listed is an error.
package intake

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"ccbreport/reports"
)

// An Inbox is everything that stood in the inbox.
type Inbox struct {
	Files    []reports.File    // all of them, by name; Why is the code of the finding that says why
	Books    []*Book           // the workbooks that could be read, by name
	Bytes    map[string][]byte // as read, by name: what an edition keeps; none of a skipped file
	Made     map[string][]byte // the .xlsx that was made of a workbook of another form, by its name
	Findings reports.Findings
}

// Options are what reading needs from outside.
type Options struct {
	Limits Limits

	// Convert makes an .xlsx out of a workbook of another form: "xls", "ods",
	// "fods" or "xlsb". Nil: this machine has no program for it. It is called
	// from several goroutines at once.
	Convert func(ctx context.Context, form string, data []byte) ([]byte, error)

	// Settled waits until nobody has written to the file for a while, and
	// reports false if that never comes. It is asked about files that look as if
	// they were still being copied, from several goroutines at once. Nil: no
	// file changes.
	Settled func(ctx context.Context, name string) bool

	// Progress is called before each file, and at the end; nil for none.
	Progress func(done, total int, file string)
}

// Read reads the inbox, several files at a time. What it returns depends on the
// files alone. The error is what the machine could not do: a folder that cannot
// be listed; or that of the context, when it ends before the last file is read.
// Nothing goes on in the background then.
func Read(ctx context.Context, inbox fs.FS, opt Options) (*Inbox, error) {
	files, err := list(inbox)
	if err != nil {
		return nil, err
	}
	free := make(chan *reader, runtime.GOMAXPROCS(0))
	for range cap(free) {
		free <- &reader{ctx: ctx, inbox: inbox, opt: opt}
	}
	outcomes, broken := make([]outcome, len(files)), make([]any, len(files))
	var busy sync.WaitGroup
	for i, f := range files {
		opt.progress(i, len(files), f.name)
		r := <-free
		if ctx.Err() != nil {
			break
		}
		busy.Go(func() {
			defer func() {
				broken[i] = recover()
				free <- r
			}()
			outcomes[i] = r.take(f)
		})
	}
	busy.Wait()
	for i, b := range broken {
		if b != nil { // a broken invariant ends in the caller, as it would without goroutines
			panic(fmt.Sprintf("read %s: %v", files[i].name, b))
		}
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("read inbox: %w", context.Cause(ctx))
	}
	opt.progress(len(files), len(files), "")
	return gather(outcomes), nil
}

func gather(outcomes []outcome) *Inbox {
	in := &Inbox{Bytes: map[string][]byte{}, Made: map[string][]byte{}}
	for _, o := range outcomes {
		in.Files = append(in.Files, o.file)
		in.Findings = append(in.Findings, o.findings...)
		if o.book != nil {
			in.Books = append(in.Books, o.book)
		}
		if o.data != nil {
			in.Bytes[o.file.Name] = o.data
		}
		if o.made != nil {
			in.Made[o.file.Name] = o.made
		}
	}
	return in
}

func (opt Options) progress(done, total int, file string) {
	if opt.Progress != nil && total > 0 {
		opt.Progress(done, total, file)
	}
}
