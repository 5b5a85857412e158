package reports_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module   = "ccbreport"
	maxFile  = 400 // lines
	maxFunc  = 40  // lines, from func to the closing brace
	maxShare = 12  // per cent of all lines in one package, tests not counted
	testOnly = "tests"
)

// arrows is the architecture: what each package of the program may import of
// it. The vocabulary stands left of every arrow, only batch knows several
// stages, and nothing imports what comes after it.
var arrows = map[string][]string{
	"fonts":     {},
	"templates": {},

	"reports":             {},
	"reports/author":      {},
	"reports/treefs":      {},
	"reports/memo":        {},
	"reports/paper":       {"reports"},
	"reports/viet":        {"reports", "reports/memo"},
	"reports/association": {"reports/author", "reports/viet"},
	"reports/catalogue":   {"reports", "reports/memo", "reports/author", "reports/viet", "reports/association"},

	"reports/question":      {"reports", "reports/author", "reports/viet", "reports/catalogue", "reports/treefs"},
	"reports/intake":        {"reports", "reports/viet", "reports/intake/numfmt"},
	"reports/intake/numfmt": {},
	"reports/roster":        {"reports", "reports/viet"},
	"reports/normalise": {
		"reports", "reports/viet", "reports/catalogue", "reports/intake", "reports/roster",
		"reports/normalise/grid", "reports/normalise/label", "reports/normalise/value", "reports/normalise/weigh", "reports/normalise/wording",
	},
	"reports/check":     {"reports", "reports/viet", "reports/catalogue"},
	"reports/aggregate": {"reports", "reports/catalogue", "reports/check"},
	"reports/compose":   {"reports", "reports/memo", "reports/author", "reports/viet", "reports/catalogue", "reports/paper", "reports/aggregate"},
	"reports/typeset":   {"reports", "reports/author", "reports/viet", "reports/paper"},
	"reports/guide":     {"reports/paper"},
	"reports/archive":   {"reports", "reports/treefs"},
	"reports/workbook":  {"reports", "reports/author", "reports/viet", "reports/catalogue", "reports/aggregate"},
	"reports/deliver":   {"reports", "reports/author", "reports/viet"},
	"reports/schedule":  {"reports"},
	"reports/lint":      {"reports", "reports/viet", "reports/association", "reports/catalogue", "reports/paper"},
	"reports/trace":     {"reports", "reports/viet", "reports/catalogue", "reports/paper", "reports/aggregate"},

	"reports/normalise/grid":    {"reports", "reports/viet", "reports/intake"},
	"reports/normalise/wording": {"reports/viet", "reports/intake", "reports/roster", "reports/normalise/grid"},
	"reports/normalise/label": {
		"reports", "reports/memo", "reports/viet", "reports/catalogue", "reports/intake", "reports/roster", "reports/normalise/grid", "reports/normalise/wording",
	},
	"reports/normalise/value": {"reports", "reports/viet", "reports/catalogue", "reports/intake", "reports/normalise/grid"},
	"reports/normalise/weigh": {"reports"},

	"reports/normalise/grid/gridtest": {"reports/intake"},

	"reports/check/checktest": {"reports", "reports/catalogue", "reports/check"},

	"reports/batch": {
		"reports", "reports/viet", "reports/catalogue", "reports/paper", "reports/intake", "reports/normalise",
		"reports/check", "reports/aggregate", "reports/compose", "reports/typeset", "reports/archive",
		"reports/workbook", "reports/trace", "reports/lint", "reports/question", "reports/treefs",
	},

	"reports/ward/say":     {},
	"reports/ward/roll":    {"reports", "reports/viet", "reports/intake", "reports/normalise/grid", "reports/roster", "reports/treefs"},
	"reports/ward/convert": {},
	"reports/ward/config":  {"reports", "reports/author", "reports/viet", "reports/association", "reports/batch", "reports/deliver", "reports/question", "reports/schedule", "reports/treefs", "reports/ward/say", "fonts", "templates"},
	"reports/ward/begin":   {"reports", "reports/viet", "reports/association", "reports/ward/config", "reports/ward/say"},
	"reports/ward/history": {"reports", "reports/author", "reports/viet", "reports/catalogue", "reports/archive", "reports/trace", "reports/ward/config", "reports/ward/say"},
	"reports/ward/watch":   {"reports", "reports/deliver", "reports/schedule", "reports/ward/config", "reports/ward/say"},
	"reports/ward/office": {
		"reports/author", "reports", "reports/viet", "reports/catalogue", "reports/paper", "reports/archive", "reports/batch", "reports/deliver", "fonts",
		"reports/ward/say", "reports/ward/convert", "reports/ward/config", "reports/ward/history", "reports/ward/watch",
	},
	"reports/ward": {
		"reports", "reports/author", "reports/viet", "reports/association", "reports/catalogue", "reports/intake", "reports/archive", "reports/batch", "reports/deliver",
		"reports/question", "templates", "reports/ward/say", "reports/ward/convert", "reports/ward/config", "reports/ward/roll", "reports/ward/begin",
		"reports/ward/history", "reports/ward/watch", "reports/ward/office",
	},

	"cmd/ccbreport": {
		"reports", "reports/author", "reports/viet", "reports/catalogue", "reports/archive", "reports/deliver", "reports/schedule",
		"reports/ward/say", "reports/ward/roll", "reports/ward/begin", "reports/ward/history", "reports/ward/watch", "reports/ward/office", "reports/ward",
	},
	"cmd/release":             {"fonts", "templates", "reports/archive", "reports/guide", "reports/typeset"},
	"cmd/ccbreport/crashtest": {"reports/archive", "reports/deliver", "reports/question", "reports/ward/office"},
}

// homes says where each library lives; nobody else may import it.
var homes = map[string][]string{
	"github.com/go-pdf/fpdf":      {"reports/typeset"},
	"github.com/xuri/excelize/v2": {"reports/workbook", testOnly}, // tests write workbooks with it
	"github.com/xuri/nfp":         {"reports/intake/numfmt"},      // parts number formats
	"github.com/BurntSushi/toml":  {"reports/ward/config", "reports/author", "reports/catalogue", "reports/question"},
	"github.com/spf13":            {"cmd/ccbreport"}, // cobra and its flags
	"github.com/yuin/goldmark":    {"reports/compose", "reports/guide"},
	"golang.org/x/text":           {"reports/viet", testOnly}, // tests compare with it
	"modernc.org/sqlite":          {"reports/deliver"},
	"github.com/robfig/cron/v3":   {"reports/schedule"},
	"golang.org/x/image":          {"reports/typeset"}, // reads the widths of the faces
	"github.com/wneessen/go-mail": {"reports/deliver"},

	"github.com/google/go-cmp":        {testOnly},
	"github.com/rogpeppe/go-internal": {testOnly},
	"github.com/emersion/go-smtp":     {testOnly},
	"github.com/emersion/go-sasl":     {testOnly},
}

// world says who may touch the machine. Everybody else is handed an fs.FS or a
// value, so that the same inputs give the same bytes anywhere.
var world = map[string][]string{
	"os": {
		"cmd/ccbreport", "cmd/release", "reports/archive", "reports/deliver",
		"reports/ward", "reports/ward/config", "reports/ward/convert", "reports/ward/office",
	},
	"os/signal":     {"cmd/ccbreport"},
	"database/sql":  {"reports/deliver"},
	"syscall":       {"cmd/ccbreport", "reports/deliver", "reports/ward", "reports/ward/convert", "reports/archive"},
	"unsafe":        {"reports/archive"},
	"runtime/debug": {"reports/ward/say", "reports/schedule"},
	"time/tzdata":   {"cmd/ccbreport"},

	"os/exec":      {"reports/ward/convert", "cmd/release"}, // LibreOffice, for old workbooks; Go
	"math/rand":    {},
	"math/rand/v2": {},
	"crypto/rand":  {},
	"net/http":     {},
	"log":          {},
}

// A source is one Go file of the module.
type source struct {
	name string // relative to the module, with slashes
	pkg  string // its folder
	test bool   // part of the tests: a _test.go, or a package of helpers named …test
	text string
	file *ast.File
	fset *token.FileSet
}

// sources parses every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != "."):
			return fs.SkipDir
		case path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		pkg := path.Dir(name)
		test := strings.HasSuffix(name, "_test.go") || strings.HasSuffix(pkg, "test")
		all = append(all, source{name, pkg, test, string(text), file, fset})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s source) imports(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, spec := range s.file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	return all
}

// uses are the pairs of what is in a table: who may import what, and does.
type uses map[[2]string]bool

// unused complains of each pair in a table that nobody makes use of. A row without
// users, which only forbids, has none.
func (u uses) unused(t *testing.T, table string, rows map[string][]string) {
	t.Helper()
	for row, list := range rows {
		for _, entry := range list {
			if !u[[2]string{row, entry}] {
				t.Errorf("the table of %s has %s for %s, of which there is no use", table, entry, row)
			}
		}
	}
}

func TestArrowsPointOneWay(t *testing.T) {
	seen, used := map[string]bool{}, uses{}
	for _, s := range sources(t) {
		allowed, ok := arrows[s.pkg]
		if !ok {
			t.Errorf("%s: package %s is not in the table of arrows", s.name, s.pkg)
		}
		seen[s.pkg] = true
		for _, name := range s.imports(t) {
			inner, ours := strings.CutPrefix(name, module+"/")
			switch {
			case !ours:
			case !s.test && !slices.Contains(allowed, inner):
				t.Errorf("%s imports %s; %s may import only %v", s.name, inner, s.pkg, allowed)
			case !s.test || strings.HasSuffix(s.pkg, "test"):
				used[[2]string{s.pkg, inner}] = true
			}
		}
	}
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("the table of arrows has %s, which does not exist", pkg)
		}
	}
	used.unused(t, "arrows", arrows)
}

func TestLibrariesStayAtHome(t *testing.T) {
	used := uses{}
	for _, s := range sources(t) {
		for _, name := range s.imports(t) {
			host, _, _ := strings.Cut(name, "/")
			if !strings.Contains(host, ".") {
				continue // the standard library and ourselves
			}
			library := libraryOf(name)
			home := homes[library]
			switch {
			case library == "":
				t.Errorf("%s imports %s, which has no home", s.name, name)
			case slices.Contains(home, s.pkg):
				used[[2]string{library, s.pkg}] = used[[2]string{library, s.pkg}] || !s.test
			case s.test && slices.Contains(home, testOnly):
				used[[2]string{library, testOnly}] = true
			default:
				t.Errorf("%s imports %s, whose home is %v", s.name, name, home)
			}
		}
	}
	used.unused(t, "homes", homes)
}

// libraryOf returns the row of homes for what is imported, "" if there is none.
func libraryOf(name string) string {
	for library := range homes {
		if name == library || strings.HasPrefix(name, library+"/") {
			return library
		}
	}
	return ""
}

func TestTheWorldIsPassedIn(t *testing.T) {
	used := uses{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		for _, name := range s.imports(t) {
			used[[2]string{name, s.pkg}] = true
			if users, ok := world[name]; ok && !slices.Contains(users, s.pkg) {
				t.Errorf("%s imports %s, allowed in %v", s.name, name, users)
			}
		}
		if slices.Contains(clocked, s.pkg) {
			continue
		}
		for _, look := range looksAtTheClock(s.file) {
			t.Errorf("%s looks at the clock", s.fset.Position(look))
		}
	}
	used.unused(t, "the world", world)
}

func TestFilesAndFunctionsAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if n := strings.Count(s.text, "\n"); n > maxFile {
			t.Errorf("%s has %d lines, at most %d", s.name, n, maxFile)
		}
		if s.test {
			continue // tables of cases are long
		}
		for _, decl := range s.file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			from, to := s.fset.Position(f.Pos()), s.fset.Position(f.End())
			if n := to.Line - from.Line + 1; n > maxFunc {
				t.Errorf("%s: %s has %d lines, at most %d", from, f.Name.Name, n, maxFunc)
			}
		}
	}
}

// TestNoPackageIsTheProgram: what grows gets rooms before it holds everything.
func TestNoPackageIsTheProgram(t *testing.T) {
	lines, all := map[string]int{}, 0
	for _, s := range sources(t) {
		if n := strings.Count(s.text, "\n"); !s.test {
			lines[s.pkg], all = lines[s.pkg]+n, all+n
		}
	}
	for pkg, n := range lines {
		if 100*n > maxShare*all {
			t.Errorf("%s has %d of %d lines, more than %d %%", pkg, n, all, maxShare)
		}
	}
}

// TestNoWardIsBuiltIn: the program and its templates serve every ward. They
// name no place of the sample ward, and no figure of it stands in the code.
func TestNoWardIsBuiltIn(t *testing.T) {
	names := []string{"ngọc thụy", "ngọc thuỵ", "long biên", "ngoc-thuy", "vì một tương lai xanh"}
	figures := []string{"1862", "1.862", "1_862", "950160000", "950.160.000"}
	look := func(where, text string, words []string) {
		for _, word := range words {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%s holds %q of the sample ward", where, word)
			}
		}
	}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		look(s.name, s.text, names)
		ast.Inspect(s.file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				look(s.fset.Position(lit.Pos()).String(), lit.Value, figures)
			}
			return true
		})
	}
	files, err := filepath.Glob("../templates/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no templates", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		look(name, string(text), append(names, figures...))
	}
}
