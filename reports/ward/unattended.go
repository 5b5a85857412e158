package ward

import (
	"errors"
	"os"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/author"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// OpenUnattended is [Open] where nobody sits at the terminal. What is wrong with the
// configuration, or with the words of the notice, goes into the notice beside the
// editions too, as far as the file still says where they are: else a slip of the
// keyboard would end all reports without a word.
func OpenUnattended(file string, o Options) (*Ward, error) {
	w, err := Open(file, o)
	if err == nil {
		_, err = office.WordsOf(&w.Config)
	}
	var wrong *say.Failure
	var mistakes author.Mistakes
	switch {
	case err == nil:
		return w, nil
	case !errors.As(err, &wrong) && !errors.As(err, &mistakes):
		return nil, err
	}
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	out := config.OutOf(file)
	if info, statErr := os.Stat(out); statErr != nil || !info.IsDir() {
		return nil, err // nobody has looked there yet
	}
	store, openErr := archive.Open(out)
	if openErr != nil {
		return nil, errors.Join(err, openErr)
	}
	note, noteErr := todoOf(AsFailure(err), clock())
	if noteErr != nil {
		return nil, errors.Join(err, noteErr)
	}
	return nil, errors.Join(err, store.Note(office.TodoFile, note))
}

// todoOf is what the notice says of what is wrong with the configuration, in the
// built-in words: nobody knows which are the ward's own.
func todoOf(f *say.Failure, now time.Time) ([]byte, error) {
	unset := config.Default()
	words, err := office.WordsOf(&unset)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, one := range append([]*say.Failure{f}, f.More...) {
		lines = append(lines, words.Misconfigured(say.Fill(one.Message.VI, one.Words), say.Fill(one.Hint.VI, one.Words)))
	}
	zone, _ := time.LoadLocation(unset.Timezone) // it is built in
	return words.Notice("config.toml", config.TodayIn(zone, now), lines), nil
}
