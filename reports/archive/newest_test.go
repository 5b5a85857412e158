package archive

import (
	"errors"
	"os"
	"testing"

	"ccbreport/reports"
)

func TestNewest(t *testing.T) {
	store, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := store.Newest(); ok || err != nil {
		t.Fatalf("an empty folder has a newest edition: %v", err)
	}
	day := reports.DayOf
	var want Edition
	for _, m := range []Manifest{
		{Report: "nhiem-ky", From: day(2017, 1, 1), To: day(2021, 12, 31)},
		{Report: "nam", From: day(2021, 1, 1), To: day(2021, 12, 31), Settings: "a"},
		{Report: "nam", From: day(2021, 1, 1), To: day(2021, 12, 31), Settings: "b"},
		{Report: "nam", From: day(2020, 1, 1), To: day(2020, 12, 31)},
	} {
		e, err := store.Put(m, nil, []Blob{{Data, []byte(m.Settings)}})
		if err != nil {
			t.Fatal(err)
		}
		if m.Settings == "b" {
			want = e
		}
	}
	got, ok, err := store.Newest()
	if err != nil || !ok || got.ID != want.ID {
		t.Fatalf("newest is %q (%v), want %q", got.ID, err, want.ID)
	}
	if data, err := got.Read(Data); err != nil || string(data) != "b" {
		t.Errorf("read %q, %v", data, err)
	}
	if err := os.WriteFile(got.Path(Data), []byte("c"), 0o644); err != nil {
		t.Fatal(err)
	}
	var damaged *DamagedError
	if _, err := got.Read(Data); !errors.As(err, &damaged) {
		t.Errorf("a changed file is read: %v", err)
	}
}
