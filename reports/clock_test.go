package reports_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// clocked are the packages that look at the clock themselves: the command, what
// opens a ward for whoever brings none, and what waits for other programs.
var clocked = []string{"cmd/ccbreport", "reports/ward", "reports/ward/convert"}

// clocks are the functions of package time that look at the clock, under whatever
// name it is imported.
var clocks = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep"}

// looksAtTheClock returns where a file does: by package time under the name that
// the file gives it, or by importing all of it without one.
func looksAtTheClock(file *ast.File) (at []token.Pos) {
	name := ""
	for _, spec := range file.Imports {
		switch imported, _ := strconv.Unquote(spec.Path.Value); {
		case imported != "time":
		case spec.Name == nil:
			name = "time"
		case spec.Name.Name == ".":
			at = append(at, spec.Pos()) // one cannot tell
		default:
			name = spec.Name.Name
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if of, ok := sel.X.(*ast.Ident); ok && name != "" && of.Name == name && slices.Contains(clocks, sel.Sel.Name) {
				at = append(at, sel.Pos())
			}
		}
		return true
	})
	return at
}

// TestClocksAreSeen: whatever a file calls package time, its looks at the clock are
// found, and nothing else is.
func TestClocksAreSeen(t *testing.T) {
	for _, test := range []struct {
		src  string
		want int
	}{
		{`import "time"; var now = time.Now`, 1},
		{`import t "time"; var now, late = t.Now(), t.Since(t.Time{})`, 2},
		{`import . "time"; var now = Now()`, 1},
		{`import t "time"; import time "strings"; var now = time.Now(); var day t.Month`, 0},
		{`import _ "time"; import time "time/tzdata"; var now = time.Now()`, 0},
		{"import t `time`; var now = t.Now()", 1},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+test.src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if got := looksAtTheClock(file); len(got) != test.want {
			t.Errorf("%s: %d looks at the clock, want %d", test.src, len(got), test.want)
		}
	}
}
