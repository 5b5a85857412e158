package batch

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"testing"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/trace"
)

var (
	means = Means{Fonts: fonts.FS, Lang: "vi"}
	issue = Issue{Number: "05", Date: reports.DayOf(2020, 7, 15)}
)

// drafted runs a job into a store of its own.
func drafted(t *testing.T, job Job) (*archive.Store, archive.Edition) {
	t.Helper()
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	made, err := Run(t.Context(), job, store)
	if err != nil {
		t.Fatal(err)
	}
	return store, made.Edition
}

// TestApprove makes a final of a draft whose inbox is gone: number and day stand
// in it, no mark of a draft, and the same figures; the same again is the same.
func TestApprove(t *testing.T) {
	store, draft := drafted(t, smallWard(map[string]string{"1.csv": thonOne, "2.csv": thonTwo}))
	final, err := Approve(t.Context(), draft, issue, means, store)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := final.Read(archive.Data)
	if err != nil {
		t.Fatal(err)
	}
	data, err := trace.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	h := data.Document.Head
	if h.Number != "05" || h.Day != 15 || h.Month != 7 || h.Year != 2020 || data.Document.Draft != nil {
		t.Errorf("head of the final: %+v, draft %v", h, data.Document.Draft)
	}
	if got, want := data.Figures["TC.HV.TONG"].Value, reports.Int(90); got != want {
		t.Errorf("TC.HV.TONG = %v, want %v", got, want)
	}
	if final.ID != draft.ID+"_chinh-thuc" || final.Manifest.Status != archive.Final {
		t.Errorf("final %s, %s", final.ID, final.Manifest.Status)
	}
	for _, e := range []archive.Edition{draft, final} {
		if d, err := e.Verify(); len(d) != 0 || err != nil {
			t.Errorf("verify %s: %v, %v", e.ID, d, err)
		}
	}
	again, err := Approve(t.Context(), draft, issue, means, store)
	if err != nil || again.Manifest.Seal != final.Manifest.Seal {
		t.Errorf("approved again: %s, %v", again.Manifest.Seal, err)
	}
	other := Issue{Number: "06", Date: issue.Date}
	if _, err := Approve(t.Context(), draft, other, means, store); !errors.Is(err, archive.ErrTaken) {
		t.Errorf("approved with another number: %v, want ErrTaken", err)
	}
	if _, err := Approve(t.Context(), final, issue, means, store); !errors.Is(err, ErrNoDraft) {
		t.Errorf("approved a final: %v, want ErrNoDraft", err)
	}
}

// TestApproveRefuses: nothing final is made of what blocks, or of what is not
// what a person looked at; nothing is left in the store then.
func TestApproveRefuses(t *testing.T) {
	both := map[string]string{"1.csv": thonOne, "2.csv": thonTwo}
	for _, tt := range []struct {
		reason string
		files  map[string]string
		harm   func(t *testing.T, e archive.Edition)
		means  Means
		is     func(error) bool
	}{
		{
			"a branch is missing", map[string]string{"1.csv": thonOne}, nil, means,
			func(err error) bool {
				b := new(BlockedError)
				return errors.As(err, &b) && b.Codes[0] == "branch.missing"
			},
		},
		{
			"an input was changed", both,
			func(t *testing.T, e archive.Edition) { replaceIn(t, e.Path("nguon/1.csv"), "40", "41") }, means,
			func(err error) bool {
				d := new(archive.DamagedError)
				return errors.As(err, &d) && d.File == "nguon/1.csv"
			},
		},
		{
			"the manifest was changed", both,
			func(t *testing.T, e archive.Edition) {
				replaceIn(t, e.Path("manifest.json"), `"pages": `, `"pages": 1`)
			}, means,
			func(err error) bool {
				d := new(archive.DamagedError)
				return errors.As(err, &d) && d.File == "manifest.json"
			},
		},
		{
			"the program has other faces", both, nil, Means{Fonts: slanted(t), Lang: "vi"},
			func(err error) bool { return errors.Is(err, ErrOther) },
		},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			store, draft := drafted(t, smallWard(tt.files))
			if tt.harm != nil {
				tt.harm(t, draft)
			}
			if _, err := Approve(t.Context(), draft, issue, tt.means, store); !tt.is(err) {
				t.Errorf("error %v", err)
			}
			if ids, err := store.IDs(); len(ids) != 1 || err != nil {
				t.Errorf("the store holds %v, %v", ids, err)
			}
		})
	}
}

// TestEarly: the last day on which a final may be dated without a reason is no more than
// EarlyDays before the end of its span; whoever gives a reason may, and it is kept.
func TestEarly(t *testing.T) {
	last := reports.DayOf(2020, 6, 30)
	for date, want := range map[reports.Day]bool{
		last + 15: false, last: false, last - EarlyDays: false, last - EarlyDays - 1: true, reports.DayOf(2017, 1, 1): true,
	} {
		if got := Early(date, last); got != want {
			t.Errorf("dated %s of a span to %s: early %v, want %v", date, last, got, want)
		}
	}
	store, draft := drafted(t, smallWard(map[string]string{"1.csv": thonOne, "2.csv": thonTwo}))
	early := Issue{Number: "05", Date: draft.Manifest.To - EarlyDays - 1}
	if _, err := Approve(t.Context(), draft, early, means, store); !errors.Is(err, ErrEarly) {
		t.Errorf("approved early without a reason: %v, want ErrEarly", err)
	}
	if ids, err := store.IDs(); len(ids) != 1 || err != nil {
		t.Errorf("the store holds %v, %v", ids, err)
	}
	early.Early = "phường sáp nhập"
	final, err := Approve(t.Context(), draft, early, means, store)
	if err != nil || final.Manifest.Follows.Early != early.Early {
		t.Errorf("approved early: %+v, %v", final.Manifest.Follows, err)
	}
}

// slanted are the faces with the italic one in place of the upright.
func slanted(t *testing.T) fs.FS {
	t.Helper()
	var faces []archive.Blob
	for name, from := range map[string]string{
		"Regular": "Italic", "Italic": "Italic", "Bold": "Bold", "BoldItalic": "BoldItalic",
	} {
		data, err := fs.ReadFile(fonts.FS, "LiberationSerif-"+from+".ttf")
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, archive.Blob{Name: "LiberationSerif-" + name + ".ttf", Bytes: data})
	}
	return archive.FS(faces)
}

func replaceIn(t *testing.T, file, old, now string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, bytes.Replace(data, []byte(old), []byte(now), 1), 0o666); err != nil {
		t.Fatal(err)
	}
}
