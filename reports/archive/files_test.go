package archive

import (
	"testing"
	"testing/fstest"
)

func TestFS(t *testing.T) {
	files := []Blob{
		{"chi hội 1.xlsx", []byte("một")},
		{"anh/anh_1.jpg", []byte("hai")},
		{"anh/cu/anh_2.jpg", []byte("ba")},
		{"trong.csv", nil},
	}
	if err := fstest.TestFS(FS(files), "chi hội 1.xlsx", "anh/anh_1.jpg", "anh/cu/anh_2.jpg", "trong.csv"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(FS(nil)); err != nil {
		t.Error("empty:", err)
	}
}
