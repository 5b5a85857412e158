package main

import (
	"bytes"
	"os"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/batch"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestWhatIsToldOfARun compares what is told after a run with testdata/told.txtar.
// Run with -update to rewrite it.
func TestWhatIsToldOfARun(t *testing.T) {
	const file = "testdata/told.txtar"
	fresh, old := true, false
	checked := &batch.Checked{Report: "nam", Kind: batch.Kind{VI: "năm", EN: "of the year"}, Span: reports.Year(2019), Branches: batch.Branches{Expected: -1}, Totals: &aggregate.Totals{}}
	draft := ward.Answer{
		Edition: "nam_2019-01-01_2019-12-31_v2", Report: "nam", From: reports.DayOf(2019, 1, 1), To: reports.DayOf(2019, 12, 31),
		PDF: "/ket-qua/nam_2019-01-01_2019-12-31_v2/bao-cao.pdf", Pages: 3, New: &fresh, Checked: checked,
	}
	with := func(change func(*ward.Answer)) ward.Answer {
		a := draft
		change(&a)
		return a
	}
	got := &txtar.Archive{}
	for _, c := range []struct {
		name string
		talk tui
		conf config.Config
		made ward.Answer
	}{
		{"clear", tui{}, config.Config{}, draft},
		{"warned, with mail", tui{}, config.Config{HasMail: true}, with(func(a *ward.Answer) { a.Findings.Warning = 1 })},
		{"blocked", tui{}, config.Config{}, with(func(a *ward.Answer) { a.Findings.Blocking = 1 })},
		{"nothing has changed", tui{}, config.Config{}, with(func(a *ward.Answer) { a.New = &old })},
		{"made final by itself", tui{}, config.Config{HasMail: true}, with(func(a *ward.Answer) { a.Final = a.Edition + "_chinh-thuc" })},
		{"english", tui{Voice: say.Voice{English: true}}, config.Config{}, draft},
		{"quiet", tui{quiet: true}, config.Config{}, draft},
	} {
		var b bytes.Buffer
		c.talk.err = &b
		c.talk.tellMade(&ward.Ward{Config: c.conf}, ward.Ask{}, c.made)
		got.Files = append(got.Files, txtar.File{Name: c.name, Data: b.Bytes()})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Error(diff)
	}
}
