package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"ccbreport/reports/archive"
)

// What stands against a signed copy.
var (
	ErrNoFinal  = errors.New("only a final can be signed")
	ErrUnsigned = errors.New("the file is the report itself, nobody has signed it")
	ErrNotIt    = errors.New("the file does not begin with the final: another report was signed")
	ErrCut      = errors.New("the file is cut short, or holds no electronic signature")
	ErrNoScan   = errors.New("a scan is a PDF, a JPEG or a PNG")
)

// KeepSigned keeps a signed copy of the final of a draft beside it: how is [archive.Signed], which
// is held against the bytes of the final, or [archive.Scan], which is taken as
// it is.
func KeepSigned(ctx context.Context, draft, final archive.Edition, file []byte, how string, store *archive.Store) (archive.Edition, error) {
	name, err := signedName(draft, final, file, how)
	if err != nil {
		return archive.Edition{}, fmt.Errorf("sign %s: %w", final.ID, err)
	}
	m := final.Manifest
	follows := *m.Follows
	follows.Edition, follows.Seal, follows.How = final.ID, m.Seal, how
	m.Status, m.Follows = archive.Released, &follows
	return store.PutSigned(ctx, m, []archive.Blob{{Name: name, Bytes: file}})
}

// signedName returns the name under which the file is kept, or what is wrong
// with it.
func signedName(draft, final archive.Edition, file []byte, how string) (string, error) {
	if final.Manifest.Status != archive.Final {
		return "", ErrNoFinal
	}
	unsigned, err := final.Read(archive.PDF)
	if err != nil {
		return "", err
	}
	drafted, err := draft.Read(archive.PDF)
	if err != nil {
		return "", err
	}
	ext := format(file)
	switch {
	case bytes.Equal(file, unsigned), bytes.Equal(file, drafted):
		return "", ErrUnsigned
	case how == archive.Scan && ext == "":
		return "", ErrNoScan
	case how == archive.Scan:
		return "bao-cao" + ext, nil
	case !bytes.HasPrefix(file, unsigned):
		return "", ErrNotIt
	}
	added := file[len(unsigned):]
	if !bytes.Contains(added, []byte("/ByteRange")) || !bytes.HasSuffix(bytes.TrimRight(added, "\r\n \x00"), []byte("%%EOF")) {
		return "", ErrCut
	}
	return archive.PDF, nil
}

// format returns the extension of a file that a scanner or a telephone makes, ""
// for any other.
func format(file []byte) string {
	formats := []struct{ ext, begins string }{{".pdf", "%PDF-"}, {".jpg", "\xff\xd8\xff"}, {".png", "\x89PNG\r\n\x1a\n"}}
	i := slices.IndexFunc(formats, func(f struct{ ext, begins string }) bool { return bytes.HasPrefix(file, []byte(f.begins)) })
	if i < 0 {
		return ""
	}
	return formats[i].ext
}
