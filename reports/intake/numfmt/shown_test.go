package numfmt

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// rows returns the rows of a table of testdata, parted at " | "; "#" begins a
// remark where it stands before a space and no bar follows.
func rows(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), " |")
		if len(cells) < 3 || strings.HasPrefix(line, "# format") {
			continue
		}
		for i := 1; i < len(cells); i++ {
			cells[i] = strings.TrimPrefix(cells[i], " ")
		}
		all = append(all, cells)
	}
	if len(all) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return all
}

func show(t testing.TB, f *Format, stored string) Shown {
	t.Helper()
	if text, ok := strings.CutPrefix(stored, `"`); ok {
		return f.TextOf(strings.TrimSuffix(text, `"`))
	}
	x, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f.Number(x, false)
}

func (s Shown) String() string {
	var out []string
	if s.Date {
		out = append(out, "date")
	}
	if s.Hides {
		out = append(out, "hides")
	}
	if s.Scale != 0 {
		out = append(out, fmt.Sprintf("scale=%d", s.Scale))
	}
	if s.Words != "" {
		out = append(out, "words="+s.Words)
	}
	return s.Text + " | " + strings.Join(out, " ")
}

// TestShown shows each value of testdata/shown.txt.
func TestShown(t *testing.T) {
	for _, row := range rows(t, "testdata/shown.txt") {
		want := row[2] + " | "
		if len(row) > 3 {
			want += row[3]
		}
		if got := show(t, New(row[0]), row[1]).String(); got != want {
			t.Errorf("%s of %s: got %q, want %q", row[0], row[1], got, want)
		}
	}
}

// TestDate1904 shows days that count from 1904.
func TestDate1904(t *testing.T) {
	if got := New("dd/mm/yyyy").Number(0, true).Text; got != "01/01/1904" {
		t.Error(got)
	}
	if got := New("[h]").Number(2, true).Text; got != "48" {
		t.Error(got)
	}
}

// TestPlain: what is plain shows whole numbers by their own digits.
func TestPlain(t *testing.T) {
	for code, want := range map[string]bool{
		"": true, "General": true, "0": true, "#,##0": true, "#,##0_);(#,##0)": true, "0_ ": true,
		"00": false, "#,##0,": false, "0%": false, "0.0": false, `0" đ"`: false, "yyyy": false, "#": false,
		"[>5]0": false, ";;;": false, "@": true,
		`0;-0;"-"`: false, "0;-0;0": true, "0;-0;": false, "0;;": false, "0;": true,
	} {
		if got := New(code).Plain(); got != want {
			t.Errorf("%q: %v", code, got)
		}
	}
}

// FuzzFormat: a plain format shows the digits of a number and nothing else, and
// no format panics or shows without end.
func FuzzFormat(f *testing.F) {
	for _, row := range rows(f, "testdata/shown.txt") {
		f.Add(row[0], 1234.5)
	}
	f.Add(`[$"a]-b;`, 0.1)
	f.Fuzz(func(t *testing.T, code string, x float64) {
		format := New(code)
		shown := format.Number(x, false)
		if len(shown.Text) > 8*mostCode {
			t.Fatalf("%d bytes", len(shown.Text))
		}
		if whole := float64(int64(x)); format.Plain() && x == whole && x >= 0 && x < 1e15 {
			if digits := strings.ReplaceAll(format.Number(x, false).Text, ".", ""); digits != strconv.FormatFloat(x, 'f', -1, 64) {
				t.Fatalf("%q shows %v as %q", code, x, digits)
			}
		}
		if len(shown.Text) > 0 && shown.Hides && format.Plain() {
			t.Fatal("a plain format hides a number")
		}
		format.TextOf("x")
	})
}
