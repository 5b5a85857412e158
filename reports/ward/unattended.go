package ward

import (
	"errors"
	"os"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// OpenUnattended is [Open] where nobody sits at the terminal. What is wrong with the
// configuration goes into the notice beside the editions too, as far as the
// file still says where they are: else a slip of the keyboard would end all
// reports without a word.
func OpenUnattended(file string, o Options) (*Ward, error) {
	w, err := Open(file, o)
	var wrong *say.Failure
	if !errors.As(err, &wrong) {
		return w, err
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
	return nil, errors.Join(err, store.Note(office.TodoFile, todoOf(wrong, clock())))
}

// todoOf is what the notice says of what is wrong with the configuration.
func todoOf(f *say.Failure, now time.Time) []byte {
	var lines []string
	for _, one := range append([]*say.Failure{f}, f.More...) {
		lines = append(lines, say.Fill(todoConfig.VI, []string{say.Fill(one.Message.VI, one.Words), say.Fill(one.Hint.VI, one.Words)}))
	}
	zone, _ := time.LoadLocation(config.Default().Timezone) // it is built in
	return office.TodoText("config.toml", config.TodayIn(zone, now), lines)
}
