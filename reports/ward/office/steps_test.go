package office

import (
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/config"
	"ccbreport/templates"
)

// TestWhatToMend: one line for all that one answer settles, one for each finding that
// hangs on none, and none for what does not block; the missing branches are named once.
func TestWhatToMend(t *testing.T) {
	words, err := LoadWords(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	o := &Office{conf: &config.Config{}, templates: templates.FS, words: words}
	blocking := func(code, name, question string) archive.Finding {
		return archive.Finding{Code: code, Severity: reports.Blocking, Question: question, Branch: "b1", At: []string{"a.xlsx!S!D5"}, Args: reports.Args{"name": name, "text": name, "indicator": name}}
	}
	note := blocking("indicator.unknown", "Ghi chú", "")
	note.Severity = reports.Note
	found := []archive.Finding{
		note,
		blocking("number.ambiguous", "Một", ""), blocking("number.ambiguous", "Hai", ""),
		blocking("indicator.unknown", "Ba", "name.ba"), blocking("indicator.unknown", "Bốn", "name.ba"),
		blocking("branch.missing", "", ""), blocking("branch.missing", "", ""),
	}
	lines := func(list []archive.Finding) string {
		t.Helper()
		got, err := o.toMend(archive.Edition{ID: "nam_v1", Manifest: archive.Manifest{Report: "nam", Findings: list}})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(got.lines, "\n")
	}
	got := lines(found)
	for name, want := range map[string]int{"“Một”": 1, "“Hai”": 1, "“Ba”": 1, "“Bốn”": 0, "“Ghi chú”": 0, words.say(stepAnswer, said{"edition": "nam_v1"}): 1} {
		if n := strings.Count(got, name); (n > 0) != (want > 0) {
			t.Errorf("%s is named %d times, want %d:\n%s", name, n, want, got)
		}
	}
	if missing := words.say(stepMissing, said{"branch": "b1", "report": "nam"}); strings.Count(got, missing) != 1 {
		t.Errorf("what to do about missing branches is not said once:\n%s", got)
	}
	if got := lines(found[1:2]); strings.Contains(got, words.say(stepAnswer, said{"edition": "nam_v1"})) {
		t.Errorf("without a question an answer is asked for:\n%s", got)
	}
	many := make([]archive.Finding, mendShown+2)
	for i := range many {
		many[i] = found[1]
	}
	if got, more := lines(many), words.say(stepMore, said{"count": "2", "edition": "nam_v1"}); !strings.Contains(got, more) {
		t.Errorf("two more are not told:\n%s", got)
	}
	if got := lines(many[2:]); strings.Contains(got, words.say(stepMore, said{"count": "0", "edition": "nam_v1"})) {
		t.Errorf("none are left, and that is told:\n%s", got)
	}
}

// TestWhatToDoWithAnEarlyDraft: a report that is made final by itself is left to a person
// long before its span ends, and the letter that brings its draft says so.
func TestWhatToDoWithAnEarlyDraft(t *testing.T) {
	conf, err := config.Parse(`
[unit]
name = "Hội Cựu chiến binh phường"
[[report]]
name = "nam"
period = "this-year"
release = "auto"
`, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	words, err := LoadWords(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	state, err := deliver.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer state.Close()
	o := &Office{conf: &conf, templates: templates.FS, words: words, Store: store, State: state}
	last := reports.DayOf(2026, 12, 31)
	draft := archive.Edition{ID: "nam_2026-01-01_2026-12-31_v1", Manifest: archive.Manifest{Report: "nam", From: reports.DayOf(2026, 1, 1), To: last}}
	for due, want := range map[reports.Day]string{
		last - batch.EarlyDays - 1: "--early", last - batch.EarlyDays: words.say(stepAuto, nil),
	} {
		lines, err := o.steps(draft, due)
		if got := strings.Join(lines.lines, "\n"); err != nil || !strings.Contains(got, want) {
			t.Errorf("due on %s: %q, %v; want %q", due, got, err, want)
		}
	}
}
