package schedule

import (
	"testing"
	"time"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

const (
	zoneHere = "Asia/Ho_Chi_Minh"
	month    = 720 * time.Hour
)

// had is an occurrence of the ledger.
func had(t *testing.T, due string, state reports.Fate, attempts int, tried string) reports.Occurrence {
	o := reports.Occurrence{Due: at(t, due).UTC(), State: state, Attempts: attempts}
	if tried != "" {
		o.Tried = at(t, tried).UTC()
	}
	return o
}

func TestDue(t *testing.T) {
	const (
		yearly, monthly, minutely = "0 7 15 12 *", "0 7 1 * *", "* * * * *"
		due25, due26, due27       = "2025-12-15T07:00:00+07:00", "2026-12-15T07:00:00+07:00", "2027-12-15T07:00:00+07:00"
	)
	type ledger = []reports.Occurrence
	for _, test := range []struct {
		reason, line string
		skip         bool
		since        string
		open         ledger
		now          string
		run, waiting string
		missed       []string
	}{
		{reason: "before the moment nothing is due", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T06:59:59+07:00"},
		{reason: "at the moment it is", line: yearly, since: "2026-11-25T00:00:00+07:00", now: due26, run: due26},
		{reason: "started in the afternoon of the day: it is today's", line: yearly, since: "2026-12-15T00:00:00+07:00", now: "2026-12-15T15:00:00+07:00", run: due26},
		{reason: "started the day after: nothing was due before", line: yearly, since: "2026-12-16T00:00:00+07:00", now: "2026-12-16T08:00:00+07:00"},
		{reason: "what is done is done", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-16T07:00:00+07:00",
			open: ledger{had(t, due26, reports.Done, 1, due26)}},
		{reason: "and when the clock comes by it again", line: yearly, since: "2026-11-25T00:00:00+07:00", now: due26,
			open: ledger{had(t, due26, reports.Done, 1, due26)}},
		{reason: "the next year", line: yearly, since: "2026-11-25T00:00:00+07:00", now: due27, run: due27,
			open: ledger{had(t, due26, reports.Done, 1, due26)}},
		{reason: "caught up on the last day of grace", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2027-01-14T07:00:00+07:00", run: due26},
		{reason: "too late", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2027-01-14T07:00:01+07:00", missed: []string{due26}},
		{reason: "told once", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2027-01-15T07:00:00+07:00",
			open: ledger{had(t, due26, reports.Missed, 0, "")}},
		{reason: "missed by a clock that ran ahead, which was set right", line: yearly, since: "2026-11-25T00:00:00+07:00", now: due26, run: due26,
			open: ledger{had(t, due26, reports.Missed, 0, "")}},
		{reason: "of several the latest is run", line: monthly, since: "2026-01-15T00:00:00+07:00", now: "2026-04-20T12:00:00+07:00",
			run: "2026-04-01T07:00:00+07:00", missed: []string{"2026-02-01T07:00:00+07:00", "2026-03-01T07:00:00+07:00"}},
		{reason: "of several that are too late none", line: yearly, since: "2024-01-15T00:00:00+07:00", now: "2026-11-01T00:00:00+07:00",
			missed: []string{"2024-12-15T07:00:00+07:00", due25}},
		{reason: "killed: at once again", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T07:00:30+07:00", run: due26,
			open: ledger{had(t, due26, reports.Begun, 3, "2026-12-15T07:00:10+07:00")}},
		{reason: "killed, and the computer off until it was too late", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2027-02-15T07:00:30+07:00",
			open: ledger{had(t, due26, reports.Begun, 1, "2026-12-15T07:00:10+07:00")}, missed: []string{due26}},
		{reason: "failed: at the next look", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T07:00:30+07:00", run: due26,
			open: ledger{had(t, due26, reports.Failed, 1, "2026-12-15T07:00:10+07:00")}},
		{reason: "failed twice: not at once", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T07:15:00+07:00",
			open: ledger{had(t, due26, reports.Failed, 2, "2026-12-15T07:00:10+07:00")}, waiting: due26},
		{reason: "failed twice: a quarter of an hour later", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T07:15:10+07:00", run: due26,
			open: ledger{had(t, due26, reports.Failed, 2, "2026-12-15T07:00:10+07:00")}},
		{reason: "failed four times: an hour later", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T08:00:00+07:00", waiting: due26,
			open: ledger{had(t, due26, reports.Failed, 4, "2026-12-15T07:30:00+07:00")}},
		{reason: "failed very often: never more than six hours", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-20T06:00:00+07:00", run: due26,
			open: ledger{had(t, due26, reports.Failed, 900, "2026-12-20T00:00:00+07:00")}},
		{reason: "failed under a clock that ran ahead: not to be waited for", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T09:00:00+07:00", run: due26,
			open: ledger{had(t, due26, reports.Failed, 2, "2026-12-19T07:00:00+07:00")}},
		{reason: "failed until it was too late", line: yearly, since: "2026-11-25T00:00:00+07:00", now: "2027-01-15T07:00:00+07:00",
			open: ledger{had(t, due26, reports.Failed, 90, "2027-01-14T06:00:00+07:00")}, missed: []string{due26}},
		{reason: "the next has come before a failed one was made", line: monthly, since: "2026-01-15T00:00:00+07:00", now: "2026-03-01T07:00:00+07:00",
			open: ledger{had(t, "2026-02-01T07:00:00+07:00", reports.Failed, 90, "2026-03-01T05:00:00+07:00")},
			run:  "2026-03-01T07:00:00+07:00", missed: []string{"2026-02-01T07:00:00+07:00"}},
		{reason: "one that was left behind when the clock was set to and fro", line: monthly, since: "2026-01-15T00:00:00+07:00", now: "2026-03-02T07:00:00+07:00",
			open:   ledger{had(t, "2026-02-01T07:00:00+07:00", reports.Begun, 1, "2026-02-01T07:00:00+07:00"), had(t, "2026-03-01T07:00:00+07:00", reports.Done, 1, "2026-03-01T07:00:00+07:00")},
			missed: []string{"2026-02-01T07:00:00+07:00"}},
		{reason: "under another line before: it does not come again, and the new one counts from today", line: yearly, since: "2026-12-15T00:00:00+07:00", now: "2026-12-15T06:00:00+07:00",
			open: ledger{had(t, "2026-12-14T07:00:00+07:00", reports.Missed, 0, "")}},
		{reason: "skip: an hour late is punctual", line: yearly, skip: true, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T08:00:00+07:00", run: due26},
		{reason: "skip: later is missed", line: yearly, skip: true, since: "2026-11-25T00:00:00+07:00", now: "2026-12-15T08:00:01+07:00", missed: []string{due26}},
		{reason: "every minute, a minute later", line: minutely, since: "2026-11-25T00:00:00+07:00", now: "2026-11-25T09:01:30+07:00",
			open: ledger{had(t, "2026-11-25T09:00:00+07:00", reports.Done, 1, "2026-11-25T09:00:00+07:00")}, run: "2026-11-25T09:01:00+07:00"},
	} {
		rule := Rule{Spec: spec(t, test.line, zoneHere), CatchUp: !test.skip, Grace: month}
		v := rule.Due(at(t, test.since), test.open, at(t, test.now))
		got := []string{local(t, v.Run), local(t, v.Waiting.Due)}
		if diff := cmp.Diff([]string{test.run, test.waiting}, got); diff != "" {
			t.Errorf("%s: run, waiting (-want +got):\n%s", test.reason, diff)
		}
		var missed []string
		for _, m := range v.Missed {
			missed = append(missed, local(t, m))
		}
		if diff := cmp.Diff(test.missed, missed); diff != "" {
			t.Errorf("%s: missed (-want +got):\n%s", test.reason, diff)
		}
	}
}

func local(t *testing.T, m time.Time) string {
	if m.IsZero() {
		return ""
	}
	return m.In(zone(t, zoneHere)).Format(time.RFC3339)
}

// TestTenYearsOffAreBounded: the latest is found, and the list stays short.
func TestTenYearsOffAreBounded(t *testing.T) {
	rule := Rule{Spec: spec(t, "* * * * *", zoneHere), CatchUp: true, Grace: month}
	now := at(t, "2036-11-25T09:00:30+07:00")
	v := rule.Due(at(t, "2026-11-25T00:00:00+07:00"), nil, now)
	if got := local(t, v.Run); got != "2036-11-25T09:00:00+07:00" || len(v.Missed) == 0 || len(v.Missed) >= most {
		t.Errorf("runs %s and tells of %d", got, len(v.Missed))
	}
}

func TestAgain(t *testing.T) {
	tried := at(t, "2026-12-15T07:00:00Z")
	for i, want := range []time.Duration{0, 15, 30, 60, 120, 240, 360, 360} {
		if got := Again(reports.Occurrence{Attempts: i + 1, Tried: tried}).Sub(tried); got != want*time.Minute {
			t.Errorf("after %d attempts: %v, want %v", i+1, got, want*time.Minute)
		}
	}
}

func TestReminder(t *testing.T) {
	r := Reminder{Due: reports.DayOf(2026, 12, 5), Before: []int{3, 10, 3}, Zone: zone(t, zoneHere)}
	const tenth, third = "2026-11-25T07:00:00+07:00", "2026-12-02T07:00:00+07:00"
	var times []string
	for _, m := range r.Times() {
		times = append(times, local(t, m))
	}
	if diff := cmp.Diff([]string{tenth, third}, times); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
	for _, test := range []struct {
		reason string
		open   []reports.Occurrence
		now    string
		want   string
	}{
		{"at night it waits for the morning", nil, "2026-11-25T06:59:00+07:00", ""},
		{"ten days before", nil, tenth, tenth},
		{"later, if the computer was off", nil, "2026-11-30T23:00:00+07:00", tenth},
		{"once", []reports.Occurrence{had(t, tenth, reports.Done, 1, tenth)}, "2026-11-30T23:00:00+07:00", ""},
		{"three days before", []reports.Occurrence{had(t, tenth, reports.Done, 1, tenth)}, third, third},
		{"only the latest of both", nil, "2026-12-03T08:00:00+07:00", third},
		{"on the last day", nil, "2026-12-05T23:59:00+07:00", third},
		{"not afterwards", nil, "2026-12-06T00:00:00+07:00", ""},
		{"killed: at once again", []reports.Occurrence{had(t, third, reports.Begun, 1, third)}, "2026-12-02T07:00:01+07:00", third},
		{"failed: at the next look", []reports.Occurrence{had(t, third, reports.Failed, 1, third)}, "2026-12-02T07:01:00+07:00", third},
		{"failed twice: later", []reports.Occurrence{had(t, third, reports.Failed, 2, third)}, "2026-12-02T07:01:00+07:00", ""},
		{"failed twice: in a quarter of an hour", []reports.Occurrence{had(t, third, reports.Failed, 2, third)}, "2026-12-02T07:15:00+07:00", third},
	} {
		if got := local(t, r.Now(test.open, at(t, test.now))); got != test.want {
			t.Errorf("%s: %q, want %q", test.reason, got, test.want)
		}
	}
	if got := (Reminder{Due: r.Due, Zone: r.Zone}).Now(nil, at(t, third)); !got.IsZero() {
		t.Errorf("nobody wants a reminder, and one comes at %v", got)
	}
}
