package catalogue

import (
	"io/fs"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/templates"
)

// TestSingular: one thing is written as one, in English only; what is no count is left.
func TestSingular(t *testing.T) {
	c := &Catalogue{}
	for _, tt := range []struct{ lang, text, count, want string }{
		{"en", "Wrong: A ({count} places).", "1", "Wrong: A (1 place)."},
		{"en", "Wrong: A ({count} places).", "2", "Wrong: A (2 places)."},
		{"en", "Wrong: A ({count} places).", "21", "Wrong: A (21 places)."},
		{"en", "{count} cells were read.", "1", "1 cell was read."},
		{"en", "{count} branches have it, {count} figures are left.", "1", "1 branch has it, 1 figure is left."},
		{"en", "{count} was read; {count} is not.", "1", "1 was read; 1 is not."},
		{"en", "⟦{count} rows⟧⟦ of {none}⟧", "1", "1 row"},
		{"vi", "{count} places", "1", "1 places"},
	} {
		if got := c.Fill(tt.text, reports.Args{"count": tt.count}, tt.lang); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.count, tt.text, got, tt.want)
		}
	}
}

// TestEveryCountHasASingular: what a wording counts by {count} is known.
func TestEveryCountHasASingular(t *testing.T) {
	for _, file := range []string{FindingsFile, "cau-hoi.toml"} {
		data, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "en.") {
				continue
			}
			for _, m := range counts.FindAllStringSubmatch(line, -1) {
				if _, known := singulars[m[2]]; m[1] == "{count}" && strings.HasSuffix(m[2], "s") && !known {
					t.Errorf("%s counts %q, which has no singular", file, m[2])
				}
			}
		}
	}
}
