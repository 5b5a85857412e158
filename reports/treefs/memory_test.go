package treefs

import (
	"testing"
	"testing/fstest"
)

func TestFiles(t *testing.T) {
	files := map[string][]byte{
		"chi hội 1.xlsx":   []byte("một"),
		"anh/anh_1.jpg":    []byte("hai"),
		"anh/cu/anh_2.jpg": []byte("ba"),
		"trong.csv":        nil,
	}
	if err := fstest.TestFS(Files(files), "chi hội 1.xlsx", "anh/anh_1.jpg", "anh/cu/anh_2.jpg", "trong.csv"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(Files(nil)); err != nil {
		t.Error("empty:", err)
	}
}
