package deliver

import (
	"errors"
	"testing"
	"time"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

const annual = "bao-cao-nam"

var (
	hanoi = time.FixedZone("", 7*3600)
	due   = time.Date(2026, 12, 15, 7, 0, 0, 0, hanoi)
	today = time.Date(2026, 12, 15, 0, 0, 0, 0, hanoi)
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func opened(t *testing.T, s *State, schedule string, now time.Time) []reports.Occurrence {
	t.Helper()
	list, err := s.Open(schedule, now)
	must(t, err)
	return list
}

func TestTheLifeOfAnOccurrence(t *testing.T) {
	s := open(t, t.TempDir())
	minute := func(n int) time.Time { return due.Add(time.Duration(n) * time.Minute) }
	must(t, s.Begin(annual, due, minute(1)))
	must(t, s.Failed(annual, due, "máy hết chỗ", minute(2)))
	must(t, s.Begin(annual, due, minute(17))) // and is killed
	must(t, s.Begin(annual, due, minute(18)))
	want := []reports.Occurrence{{Due: due.UTC(), State: reports.Begun, Attempts: 3, Tried: minute(18).UTC()}}
	if diff := cmp.Diff(want, opened(t, s, annual, minute(18))); diff != "" {
		t.Errorf("under way (-want +got):\n%s", diff)
	}
	must(t, s.Done(annual, due, "nam_v1", minute(19)))
	want[0].State, want[0].Edition = reports.Done, "nam_v1"
	for reason, err := range map[string]error{
		"begun again": s.Begin(annual, due.UTC(), minute(20)),
		"missed":      s.Missed(annual, []time.Time{due}, minute(20)),
	} {
		if !errors.Is(err, ErrDone) {
			t.Errorf("what is done is %s: %v", reason, err)
		}
	}
	for reason, err := range map[string]error{
		"done twice":        s.Done(annual, due, "nam_v2", minute(20)),
		"failed afterwards": s.Failed(annual, due, "x", minute(20)),
		"never begun":       s.Done(annual, due.AddDate(1, 0, 0), "nam_v3", minute(20)),
	} {
		if !errors.Is(err, errNotBegun) {
			t.Errorf("%s: %v", reason, err)
		}
	}
	if diff := cmp.Diff(want, opened(t, s, annual, minute(21))); diff != "" {
		t.Errorf("done (-want +got):\n%s", diff)
	}
	lines := [][3]string{
		{"2026-12-15T00:01:00Z", "begin", "bao-cao-nam\n2026-12-15T00:00:00Z"},
		{"2026-12-15T00:02:00Z", "failed", "bao-cao-nam\n2026-12-15T00:00:00Z\nmáy hết chỗ"},
		{"2026-12-15T00:17:00Z", "begin", "bao-cao-nam\n2026-12-15T00:00:00Z"},
		{"2026-12-15T00:18:00Z", "begin", "bao-cao-nam\n2026-12-15T00:00:00Z"},
		{"2026-12-15T00:19:00Z", "done", "bao-cao-nam\n2026-12-15T00:00:00Z\nnam_v1"},
	}
	if diff := cmp.Diff(lines, audit(t, s)); diff != "" {
		t.Errorf("audit: a line for each act, none for what was refused (-want +got):\n%s", diff)
	}
}

func TestOpenOccurrences(t *testing.T) {
	s := open(t, t.TempDir())
	year := func(y int) time.Time { return time.Date(y, 12, 15, 0, 0, 0, 0, time.UTC) }
	for y := 2020; y <= 2023; y++ {
		must(t, s.Begin(annual, year(y), year(y)))
	}
	must(t, s.Done(annual, year(2020), "e", year(2020)))
	must(t, s.Failed(annual, year(2022), "x", year(2022)))
	must(t, s.Done(annual, year(2023), "e", year(2023)))
	must(t, s.Missed(annual, []time.Time{year(2024), year(2025)}, year(2026)))
	must(t, s.Missed(annual, []time.Time{year(2022)}, year(2026)))
	must(t, s.Begin("sau-thang", year(2024), year(2024)))
	states := func(list []reports.Occurrence) (out []string) {
		for _, o := range list {
			out = append(out, o.Due.Format("2006 ")+string(o.State))
		}
		return out
	}
	for _, test := range []struct {
		reason string
		now    time.Time
		want   []string
	}{
		{"before all of them", year(2019), nil},
		{"the last one until now, whatever it is", year(2020), []string{"2020 done"}},
		{"and those that are not ended", year(2023), []string{"2021 begun", "2023 done"}},
		{"the last one is missed", year(2030), []string{"2021 begun", "2025 missed"}},
	} {
		if diff := cmp.Diff(test.want, states(opened(t, s, annual, test.now))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
	for _, test := range []struct {
		reason string
		from   time.Time
		limit  int
		want   []string
	}{
		{"the newest", year(2020), 3, []string{"2022 missed", "2024 missed", "2025 missed"}},
		{"not before that moment", year(2024), 3, []string{"2024 missed", "2025 missed"}},
	} {
		list, err := s.Troubled(annual, test.from, test.limit)
		must(t, err)
		if diff := cmp.Diff(test.want, states(list)); diff != "" {
			t.Errorf("what is not done, %s (-want +got):\n%s", test.reason, diff)
		}
	}
}

func TestSince(t *testing.T) {
	const spec, other = "0 7 15 12 * Asia/Ho_Chi_Minh", "0 8 15 12 * Asia/Ho_Chi_Minh"
	type act func(*State) error
	start := func(spec string, since time.Time) act {
		return func(s *State) error { return s.Start(annual, spec, since, since) }
	}
	done := func(at time.Time) act {
		return func(s *State) error {
			return errors.Join(s.Begin(annual, at, at), s.Done(annual, at, "e", at))
		}
	}
	for _, test := range []struct {
		reason string
		before []act
		want   time.Time
		kept   bool
	}{
		{"a new schedule begins today", nil, today, false},
		{"and keeps that", []act{start(spec, today.AddDate(-1, 0, 0))}, today.AddDate(-1, 0, 0), true},
		{"on the same day too", []act{start(spec, today)}, today, true},
		{"another spec begins anew", []act{start(other, today.AddDate(-1, 0, 0))}, today, false},
		{"after what was done today already", []act{start(other, today.AddDate(-1, 0, 0)), done(due)}, due.Add(time.Second), false},
		{"not after what was done yesterday", []act{start(other, today.AddDate(-1, 0, 0)), done(due.AddDate(0, 0, -1))}, today, false},
		{"nor after what a clock that ran ahead did", []act{start(other, today.AddDate(-1, 0, 0)), done(due.AddDate(1, 0, 0))}, today, false},
		{"started under a clock that ran ahead", []act{start(spec, today.AddDate(1, 0, 0))}, today, false},
	} {
		s := open(t, t.TempDir())
		for _, do := range test.before {
			must(t, do(s))
		}
		since, kept, err := s.Since(annual, spec, today)
		must(t, err)
		if !since.Equal(test.want) || kept != test.kept {
			t.Errorf("%s: since %v, kept %v", test.reason, since, kept)
		}
		must(t, s.Start(annual, spec, since, today))
		if again, kept, err := s.Since(annual, spec, today); err != nil || !kept || !again.Equal(since) {
			t.Errorf("%s: kept as %v, %v, %v", test.reason, again, kept, err)
		}
	}
}
