package office

import (
	"testing"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/config"
	"ccbreport/templates"
)

// TestNews: the officers hear of every letter that was lost, be it one, and that all
// arrived only when none is open, once, and of no draft.
func TestNews(t *testing.T) {
	words, err := LoadWords(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	o := &Office{words: words}
	letter := func(kind, state string) deliver.Delivery {
		return deliver.Delivery{Kind: kind, About: "e#1", ID: "0123456789", State: state, Changed: time.Unix(100, 0)}
	}
	sent, lost := letter(deliver.Final, deliver.Sent), letter(deliver.Final, deliver.Failed)
	unsure, pending, gone := letter(deliver.Final, deliver.Uncertain), letter(deliver.Final, deliver.Pending), letter(deliver.Final, deliver.Cancelled)
	told := deliver.Delivery{Kind: deliver.Done, About: "e#1", Queued: time.Unix(200, 0)}
	for _, c := range []struct {
		reason  string
		status  archive.Status
		letters []deliver.Delivery
		box     []deliver.Delivery
		kind    string
		lines   int
	}{
		{"one is lost", archive.Final, []deliver.Delivery{sent, lost}, nil, deliver.Failure, 1},
		{"one may be", archive.Final, []deliver.Delivery{unsure, lost}, nil, deliver.Failure, 2},
		{"a draft of which nobody knows went to the officers themselves", archive.Draft, []deliver.Delivery{letter(deliver.Draft, deliver.Uncertain)}, nil, "", 0},
		{"all arrived", archive.Final, []deliver.Delivery{sent, gone}, nil, deliver.Done, 1},
		{"which was told", archive.Final, []deliver.Delivery{sent}, []deliver.Delivery{told}, "", 0},
		{"one is on its way", archive.Final, []deliver.Delivery{sent, pending}, nil, "", 0},
		{"a draft arrived", archive.Draft, []deliver.Delivery{letter(deliver.Draft, deliver.Sent)}, nil, "", 0},
		{"all were called off", archive.Final, []deliver.Delivery{gone}, nil, "", 0},
	} {
		if kind, lines := o.news(c.status, c.letters, c.box); kind != c.kind || len(lines) != c.lines {
			t.Errorf("%s: %q %q, want %q of %d", c.reason, kind, lines, c.kind, c.lines)
		}
	}
}

// TestUndone: a report that was missed is told of until it is made, unless its schedule
// says that what is missed is let go.
func TestUndone(t *testing.T) {
	for _, c := range []struct {
		catchUp string
		want    int
	}{{"once", 1}, {"skip", 0}} {
		conf, err := config.Parse(`
[unit]
name = "Hội Cựu chiến binh phường"
[[report]]
name = "nam"
period = "this-year"
[[schedule]]
name = "hang-nam"
cron = "0 7 15 12 *"
report = "nam"
catch_up = "`+c.catchUp+`"
`, "config.toml")
		if err != nil {
			t.Fatal(err)
		}
		state, err := deliver.Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		defer state.Close()
		words, err := LoadWords(templates.FS)
		if err != nil {
			t.Fatal(err)
		}
		due := time.Date(2026, 12, 15, 7, 0, 0, 0, conf.Zone)
		now := due.AddDate(0, 0, 20)
		if err := state.Missed("hang-nam", []time.Time{due}, now); err != nil {
			t.Fatal(err)
		}
		o := &Office{conf: &conf, templates: templates.FS, words: words, State: state, Now: func() time.Time { return now }}
		if lines, err := o.undone(); err != nil || len(lines) != c.want {
			t.Errorf("catch_up = %q: %q, %v, want %d", c.catchUp, lines, err, c.want)
		}
	}
}
