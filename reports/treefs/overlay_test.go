package treefs

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	o := Overlay{
		Upper: fstest.MapFS{"nam.md": {Data: []byte("ward's own")}, "sub/x.md": {Data: []byte("x")}},
		Lower: fstest.MapFS{"nam.md": {Data: []byte("built in")}, "page.toml": {Data: []byte("page")}},
	}
	for name, want := range map[string]string{"nam.md": "ward's own", "page.toml": "page", "sub/x.md": "x"} {
		if data, err := fs.ReadFile(o, name); err != nil || string(data) != want {
			t.Errorf("%s is %q, %v; want %q", name, data, err, want)
		}
	}
	names, err := fs.Glob(o, "*")
	if err != nil || !slices.Equal(names, []string{"nam.md", "page.toml", "sub"}) {
		t.Errorf("lists %v, %v; want every name once", names, err)
	}
}

func TestOverlayTellsWhatCannotBeRead(t *testing.T) {
	o := Overlay{Upper: brokenFS{}, Lower: fstest.MapFS{"nam.md": {Data: []byte("built in")}}}
	if _, err := fs.ReadFile(o, "nam.md"); err == nil {
		t.Error("a template that cannot be read must not be taken for one that is not there")
	}
}

type brokenFS struct{}

func (brokenFS) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}
