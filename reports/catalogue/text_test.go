package catalogue_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

func TestRender(t *testing.T) {
	c, err := catalogue.Load(small(t, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	at := []reports.Cell{{File: "a.xlsx", Sheet: "Chỉ tiêu", Addr: "E14"}}
	year := reports.Year(2019)
	for _, tt := range []struct {
		reason, lang string
		finding      reports.Finding
		want         string
	}{
		{"places, with the cell from the position", "vi",
			reports.Finding{Code: "rule.part", Unit: "b1", At: at, Args: reports.Args{"left": "5", "right": "3"}},
			"warning: b1: 5 lớn hơn 3. Xem ô E14. | Kiểm tra lại."},
		{"an argument wins over the position", "en",
			reports.Finding{Code: "rule.part", Unit: "b1", At: at, Args: reports.Args{"branch": "Chi hội 1", "left": "5", "right": "3"}},
			"warning: Chi hội 1: 5 exceeds 3. See cell E14. | Check it."},
		{"clauses without a value go", "vi",
			reports.Finding{Code: "rule.part", Args: reports.Args{"left": "5", "right": "3"}},
			"warning: 5 lớn hơn 3. | Kiểm tra lại."},
		{"codes, spans and days are written out", "vi",
			reports.Finding{Code: "rule.part", Args: reports.Args{"left": "A.PARTY", "right": year.String(), "cell": year.From.String()}},
			"warning: Đảng viên lớn hơn 01/01/2019 đến 31/12/2019. Xem ô 01/01/2019. | Kiểm tra lại."},
		{"a gap is seen", "vi",
			reports.Finding{Code: "rule.part", Args: reports.Args{"right": "3"}},
			"warning: … lớn hơn 3. | Kiểm tra lại."},
		{"braces in what people wrote are theirs", "vi",
			reports.Finding{Code: "rule.part", Args: reports.Args{"left": "{right} ⟦x⟧", "right": "3"}},
			"warning: {right} ⟦x⟧ lớn hơn 3. | Kiểm tra lại."},
		{"a reason has a hint of its own", "en",
			reports.Finding{Code: "number.notread", Args: reports.Args{"text": "x", "reason": "swapped"}},
			"blocking: “x” is no number. | Let the two change places."},
		{"a reason without words has those of its code", "en",
			reports.Finding{Code: "number.notread", Args: reports.Args{"text": "x", "reason": "moon"}},
			"blocking: “x” is no number. | Type it again."},
		{"an unknown language is Vietnamese", "fr",
			reports.Finding{Code: "rule.part", Args: reports.Args{"left": "5", "right": "3"}},
			"warning: 5 lớn hơn 3. | Kiểm tra lại."},
		{"an unknown code blocks and loses nothing", "vi",
			reports.Finding{Code: "moon.full", Args: reports.Args{"b": "2", "a": "1"}},
			"blocking: moon.full a=1 b=2 | "},
	} {
		r := c.Render(tt.finding, tt.lang)
		if got := string(r.Severity) + ": " + r.Message + " | " + r.Hint; got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.reason, got, tt.want)
		}
	}
}

// TestCodesHaveWords finds every code of a finding in the stages and holds
// findings.toml to have words for it.
func TestCodesHaveWords(t *testing.T) {
	c := builtIn(t)
	families := map[string]bool{}
	for _, code := range worded(t) {
		families[strings.Split(code, ".")[0]] = true
	}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name == "ward") { // what ward cannot do are problems
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		for pos, code := range codes(t, "../"+name) {
			if _, ok := c.Text(code); !ok && families[strings.Split(code, ".")[0]] {
				t.Errorf("%s: %s has no words in findings.toml", pos, code)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// worded returns the codes of findings.toml.
func worded(t *testing.T) []string {
	data, err := os.ReadFile("../../templates/" + catalogue.FindingsFile)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, m := range regexp.MustCompile(`(?m)^code = "(.+)"$`).FindAllStringSubmatch(string(data), -1) {
		list = append(list, m[1])
	}
	return list
}

// dotted is the form of a code; names of files look the same.
var (
	dotted = regexp.MustCompile(`^[a-z]+(\.[a-z0-9]+)+$`)
	isFile = regexp.MustCompile(`\.(go|json|md|pdf|toml|ttf|txt|xlsx|xml)$`)
)

// codes returns what looks like a code among the texts of a Go file, by place.
func codes(t *testing.T, file string) map[string]string {
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(lit.Value)
		if err == nil && dotted.MatchString(text) && !isFile.MatchString(text) {
			found[set.Position(lit.Pos()).String()] = text
		}
		return true
	})
	return found
}
