package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/ward/begin"

	"github.com/rogpeppe/go-internal/testscript"
)

// guides are the texts whose commands people copy.
var guides = []string{"README.md", "README.vi.md", "docs/*.md"}

// TestGuides runs every command that a guide tells people to type: it stands, word for
// word, in a script of testdata/guides, and these run. What runs elsewhere than in a
// ward's folder is in ranElsewhere.
func TestGuides(t *testing.T) {
	t.Parallel()
	testscript.Run(t, scripts(t, "testdata/guides"))
}

// ranElsewhere are the commands that no script can run as they stand, and what does.
var ranElsewhere = map[string]string{
	"go run ./cmd/ccbreport run": "TestSample reads the same inbox with the same configuration",
	"go test ./...":              "this is it",
	"go run ./cmd/release":       "cmd/release: TestRelease",
	"bash .ci/run":               "this is it",
	"bash .ci/run --install":     "this is it",

	"go build -o ccbreport ./cmd/ccbreport":                    ".ci/run builds it for three systems",
	"ccbreport schedule":                                       "TestDaemon",
	"go test ./reports/batch -run TestReadingScore -v -score":  "the same test, without its table",
	"go test ./reports/batch -run TestMixedHabits -wards 1000": "the same test, over fewer wards",
}

func TestGuidesTellWhatRuns(t *testing.T) {
	ran := commandsOfScripts(t)
	told := 0
	for _, file := range guideFiles(t) {
		for _, command := range commandsOf(t, file) {
			told++
			if _, elsewhere := ranElsewhere[command]; !elsewhere && !ran(command) {
				t.Errorf("%s tells people to type what no script of testdata/guides runs: %s", file, command)
			}
		}
	}
	if told < 20 {
		t.Errorf("the guides tell %d commands; are they still found?", told)
	}
}

var (
	linkForm = regexp.MustCompile(`\]\(([^)\s#]+)(#[^)\s]*)?[^)]*\)`)
	batForm  = regexp.MustCompile("`([a-z-]+\\.bat)`")
)

// TestGuidesNameWhatIsThere: files and pictures to which a guide leads are there, and so
// are the files that a double click runs.
func TestGuidesNameWhatIsThere(t *testing.T) {
	known := []string{"bat-dau.bat"} // in the zip
	for _, b := range begin.Bats("") {
		known = append(known, b.Name)
	}
	for _, file := range guideFiles(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range linkForm.FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), m[1])); err != nil && !strings.Contains(m[1], "://") {
				t.Errorf("%s: %v", file, err)
			}
		}
		for _, m := range batForm.FindAllStringSubmatch(string(data), -1) {
			if !slices.Contains(known, m[1]) {
				t.Errorf("%s names %s, which nothing makes", file, m[1])
			}
		}
	}
}

func guideFiles(t *testing.T) (all []string) {
	for _, pattern := range guides {
		files, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %d files", pattern, err, len(files))
		}
		all = append(all, files...)
	}
	return all
}

// commandForm is a command as a guide writes it: the program with a verb, or what an
// engineer types.
var commandForm = regexp.MustCompile(`^(ccbreport(\.exe)? [a-z-]+|go (run|test|build) |bash )`)

// commandsOf returns the commands of a guide: lines of its blocks, and words in code.
// A word in capitals, or dots, stands for what people put there: no command.
func commandsOf(t *testing.T, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	block := false
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			block = !block
			continue
		}
		spans := []string{line}
		if !block {
			spans = codeSpan.FindAllString(line, -1)
		}
		for _, span := range spans {
			if command := plain(span); commandForm.MatchString(command) && !placeholder.MatchString(command) {
				list = append(list, command)
			}
		}
	}
	return list
}

var (
	codeSpan    = regexp.MustCompile("`[^`]+`")
	remark      = regexp.MustCompile(`\s+# .*$`)
	placeholder = regexp.MustCompile(`[\[…<|]|(?:^|[\s=])\p{Lu}[\p{Lu}-]+(?:\s|$)`)
)

// plain is a command without what a guide puts around it.
func plain(span string) string {
	command := remark.ReplaceAllString(strings.Trim(strings.TrimSpace(span), "`"), "")
	command = strings.Replace(command, "ccbreport.exe ", "ccbreport ", 1)
	return strings.TrimSpace(command)
}

// commandsOfScripts returns what tells whether the scripts of the guides run a command, in
// the quotes of a guide. One that ends before the name of what it is done to, which people
// put there, is run with such a name.
func commandsOfScripts(t *testing.T) func(command string) bool {
	files, err := filepath.Glob("testdata/guides/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		script, _, _ := strings.Cut(string(data), "\n-- ")
		for line := range strings.Lines(script) {
			if _, command, ok := strings.Cut(strings.TrimSpace(line), "ccbreport "); ok {
				all = append(all, "ccbreport "+strings.ReplaceAll(command, "'", `"`)+" ")
			}
		}
	}
	return func(command string) bool {
		return slices.ContainsFunc(all, func(ran string) bool { return strings.HasPrefix(ran, command+" ") })
	}
}
