package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"time"

	"ccbreport/reports/archive"

	"github.com/BurntSushi/toml"
)

// OpenUnattended is [Open] where nobody sits at the terminal. What is wrong with the
// configuration goes into the notice beside the editions too, as far as the
// file still says where they are: else a slip of the keyboard would end all
// reports without a word.
func OpenUnattended(file string, o Options) (*Ward, error) {
	w, err := Open(file, o)
	var wrong *failure
	if !errors.As(err, &wrong) {
		return w, err
	}
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	out := outOf(file)
	if info, statErr := os.Stat(out); statErr != nil || !info.IsDir() {
		return nil, err // nobody has looked there yet
	}
	store, openErr := archive.Open(out)
	if openErr != nil {
		return nil, errors.Join(err, openErr)
	}
	return nil, errors.Join(err, store.Note(noticeFile, noticeOf(wrong, clock())))
}

// outOf is where the file says that editions are kept, or where they are if it
// does not say, or cannot be read.
func outOf(file string) string {
	conf := Default()
	var said struct{ Paths struct{ Out string } }
	if data, err := os.ReadFile(file); err == nil {
		_, _ = toml.Decode(string(data), &said) // as far as it can be read
	}
	conf.folder = filepath.Dir(file)
	return conf.path(cmp.Or(said.Paths.Out, conf.Paths.Out))
}

// noticeOf is what the notice says of what is wrong with the configuration.
func noticeOf(f *failure, now time.Time) []byte {
	var lines []string
	for _, one := range append([]*failure{f}, f.more...) {
		lines = append(lines, fill(noticeConfig.vi, []string{fill(one.message.vi, one.words), fill(one.hint.vi, one.words)}))
	}
	zone, _ := time.LoadLocation(Default().Timezone) // it is built in
	return noticeText("config.toml", todayIn(zone, now), lines)
}
