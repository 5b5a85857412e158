package batch

import (
	"errors"
	"slices"
	"testing"

	"ccbreport/reports/archive"
)

// TestKeepSigned: what is kept as signed is the final and a signature, or a scan.
func TestKeepSigned(t *testing.T) {
	store, draft := drafted(t, smallWard(map[string]string{"1.csv": thonOne, "2.csv": thonTwo}))
	final, err := Approve(t.Context(), draft, issue, means, store)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := final.Read(archive.PDF)
	if err != nil {
		t.Fatal(err)
	}
	unapproved, err := draft.Read(archive.PDF)
	if err != nil {
		t.Fatal(err)
	}
	signature := []byte("\n9 0 obj <</Type /Sig /ByteRange [0 1 2 3]>> endobj\nstartxref\n1\n%%EOF\n")
	signed := slices.Concat(pdf, signature)
	for _, tt := range []struct {
		reason string
		of     archive.Edition
		file   []byte
		how    string
		want   error
	}{
		{"of a draft", draft, slices.Concat(unapproved, signature), archive.Signed, ErrNoFinal},
		{"nobody signed", final, pdf, archive.Signed, ErrUnsigned},
		{"the final taken for its scan", final, pdf, archive.Scan, ErrUnsigned},
		{"the draft taken for a scan of the final", final, unapproved, archive.Scan, ErrUnsigned},
		{"the draft was signed", final, slices.Concat(unapproved, signature), archive.Signed, ErrNotIt},
		{"one byte of it differs", final, slices.Concat([]byte("%PDF-1.5"), signed[8:]), archive.Signed, ErrNotIt},
		{"half of it was copied", final, signed[:len(signed)-8], archive.Signed, ErrCut},
		{"something was added that is no signature", final, slices.Concat(pdf, []byte("\n%%EOF\n")), archive.Signed, ErrCut},
		{"a text as a scan", final, []byte("đã ký"), archive.Scan, ErrNoScan},
		{"nothing", final, nil, archive.Scan, ErrNoScan},
		{"signed", final, signed, archive.Signed, nil},
		{"the same again", final, signed, archive.Signed, nil},
		{"a scan beside a signed copy", final, []byte("\xff\xd8\xff\xe0"), archive.Scan, archive.ErrTaken},
	} {
		e, err := KeepSigned(t.Context(), draft, tt.of, tt.file, tt.how, store)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.reason, err, tt.want)
		}
		if err == nil {
			if d, err := e.Verify(); len(d) > 0 || err != nil || e.Manifest.Status != archive.Released {
				t.Errorf("%s: %s, %v, %v", tt.reason, e.Manifest.Status, d, err)
			}
		}
	}
}
