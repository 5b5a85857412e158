package convert

import (
	"context"
	"errors"
	"io/fs"
	"time"
)

// A patience waits for files that are still being copied into the inbox.
type patience struct {
	inbox fs.FS
	calm  time.Duration // nobody wrote for so long: settled
	step  time.Duration // between two looks
	limit time.Duration // then it is given up
	now   func() time.Time
	sleep func(context.Context, time.Duration)
}

// Settled returns a func that waits until a file of the inbox has been the same for
// a while, and reports false if that never comes; see intake.Options.
func Settled(inbox fs.FS) func(ctx context.Context, name string) bool {
	p := patience{inbox, 2 * time.Second, 250 * time.Millisecond, 30 * time.Second, time.Now, sleep}
	return p.settled
}

// settled waits until the file has been the same for a while and can be opened:
// on Windows a copy in progress locks it. What has gone, or may not be read at
// all, is settled; the reader will say so. A time in the future tells nothing,
// the clock of another machine set it: then only the looks count.
func (p patience) settled(ctx context.Context, name string) bool {
	begin := p.now()
	since, last := begin, fs.FileInfo(nil)
	for {
		now := p.now()
		info, err := p.look(name)
		switch {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrInvalid):
			return true
		case err != nil:
			last = nil
		case last == nil || info.Size() != last.Size() || !info.ModTime().Equal(last.ModTime()):
			since, last = now, info
		}
		if last != nil && max(now.Sub(since), now.Sub(last.ModTime())) >= p.calm {
			return true
		}
		if now.Sub(begin) >= p.limit || ctx.Err() != nil {
			return false
		}
		p.sleep(ctx, p.step)
	}
}

func (p patience) look(name string) (fs.FileInfo, error) {
	f, err := p.inbox.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Stat()
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
