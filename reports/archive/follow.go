package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ccbreport/reports"
)

// What follows from a draft stands beside it under its name and a mark.
const (
	finalMark  = "_chinh-thuc"
	signedMark = "_da-ky"
)

// How a final came to be signed.
const (
	Signed = "signed" // electronically: the file begins with the bytes of the final
	Scan   = "scan"   // on paper: nobody can prove what is on it
)

// ErrTaken says that something else stands where an edition was to go.
var ErrTaken = errors.New("another edition stands there already")

// A Follows says what a final or a signed copy was made of.
type Follows struct {
	Edition string      `json:"edition"` // of a final: the draft; of a signed copy: the final
	Seal    string      `json:"seal"`    // of that edition
	Number  string      `json:"number"`  // "" where it is written in by hand
	Date    reports.Day `json:"date"`
	How     string      `json:"how,omitempty"`   // of a signed copy: Signed or Scan
	Early   string      `json:"early,omitempty"` // the reason for a date long before the span ends
}

// DraftID returns the name of the draft that an edition comes from, itself if
// it is one.
func DraftID(id string) string {
	return strings.TrimSuffix(strings.TrimSuffix(id, finalMark), signedMark)
}

// FinalID returns the name of the final of an edition's draft.
func FinalID(id string) string { return DraftID(id) + finalMark }

// SignedID returns the name of the signed copy of an edition's final.
func SignedID(id string) string { return DraftID(id) + signedMark }

// PutFinal makes the final of a draft, beside it. The same final made before is
// returned; [ErrTaken] is another one.
func (s *Store) PutFinal(ctx context.Context, m Manifest, outputs []Blob) (Edition, error) {
	return s.follow(ctx, FinalID(m.Follows.Edition), m, outputs)
}

// PutSigned keeps the signed copy of a final, beside it.
func (s *Store) PutSigned(ctx context.Context, m Manifest, outputs []Blob) (Edition, error) {
	return s.follow(ctx, SignedID(m.Follows.Edition), m, outputs)
}

func (s *Store) follow(ctx context.Context, id string, m Manifest, outputs []Blob) (Edition, error) {
	m.seal(nil, outputs)
	e := Edition{ID: id, Dir: filepath.Join(s.dir, id), Manifest: m}
	files := append([]Blob{{manifestName, e.Manifest.sealed()}}, outputs...)
	err := s.publish(ctx, files, func(folder string) error {
		err := s.rename(folder, e.Dir)
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		there, err := s.load(id)
		if err == nil && there.Manifest.Seal != e.Manifest.Seal {
			err = ErrTaken
		}
		return errors.Join(err, there.verify())
	})
	if err != nil {
		return Edition{}, fmt.Errorf("store edition %s: %w", id, err)
	}
	return e, nil
}

// The letters that went out with an edition, each as the finished message. They
// are written some time after it, once; the list of them has a seal of its own.
const (
	Letters     = "thu"
	lettersList = Letters + "/danh-sach.json"
)

// A letterList is thu/danh-sach.json.
type letterList struct {
	Files []Hashed `json:"files"`
	Seal  string   `json:"seal"`
}

func (l letterList) encode() []byte {
	data, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		panic(err) // plain data always encodes
	}
	return append(data, '\n')
}

// Attach keeps the letters in the edition. Those that it has already are
// returned instead, with fresh false: nothing in an edition ever changes.
func (s *Store) Attach(e Edition, letters []Blob) (kept []Blob, fresh bool, err error) {
	list := letterList{Files: Hash(letters)}
	list.Seal = Sum(list.encode())
	files := []Blob{{filepath.Base(lettersList), list.encode()}}
	err = s.publish(context.Background(), append(files, letters...), func(folder string) error {
		return s.rename(folder, e.Path(Letters))
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		kept, err = e.Letters()
		return kept, false, err
	case err != nil:
		return nil, false, fmt.Errorf("store letters of %s: %w", e.ID, err)
	}
	return letters, true, nil
}

// Letters returns the letters of the edition, none if it has not been sent. The
// error is a [*DamagedError] unless they are what was written.
func (e Edition) Letters() ([]Blob, error) {
	if _, err := os.Stat(e.Path(Letters)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	_, sealed := e.writtenLetters()
	if !sealed {
		return nil, &DamagedError{e.ID, lettersList, errChanged}
	}
	var letters []Blob
	for _, h := range e.letterList().Files {
		name := Letters + "/" + h.Name
		data, err := os.ReadFile(e.Path(name))
		if err == nil && Sum(data) != h.SHA256 {
			err = errChanged
		}
		if err != nil {
			return nil, &DamagedError{e.ID, name, err}
		}
		letters = append(letters, Blob{h.Name, data})
	}
	return letters, nil
}

// letterList reads the list of the letters; one that is harmed is empty.
func (e Edition) letterList() letterList {
	var list letterList
	data, err := os.ReadFile(e.Path(lettersList))
	if err != nil || json.Unmarshal(data, &list) != nil {
		return letterList{}
	}
	return list
}

// writtenLetters returns the sums of the letters by their names in the edition,
// and whether no byte of their list has changed.
func (e Edition) writtenLetters() (sums map[string]string, sealed bool) {
	data, err := os.ReadFile(e.Path(lettersList))
	if err != nil {
		return nil, false
	}
	list := e.letterList()
	sums = map[string]string{lettersList: ""}
	for _, h := range list.Files {
		sums[Letters+"/"+h.Name] = h.SHA256
	}
	seal := list.Seal
	list.Seal = ""
	list.Seal = Sum(list.encode())
	return sums, list.Seal == seal && string(list.encode()) == string(data)
}
