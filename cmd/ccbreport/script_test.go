package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/ward"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// TestScripts runs the program as a person does, in testdata/script. Beside
// what testscript knows, a script can use
//
//	workbook [-password WORD] NAME.xlsx FILE   write a workbook from its text form
//	halve FILE                                 cut a file in the middle
//	age FILE…                                  give files another time
//	hold FILE                                  hold the lock on a file
//	fails CODE PROGRAM ARG…                    run, and want the exit code
//	copy FROM TO                               copy a folder
//	same FOLDER FOLDER                         want the same files with the same bytes
//	replace OLD NEW FILE                       replace a text in a file
//	json FILE PATH [WANT]                      look into a JSON object
//	! json FILE PATH [WANT]                    want another value than WANT, or nothing at the last part of the path
//	sample FILE                                compare with the sample's expected.json
//	flip FILE OFFSET                           change one bit of a file
//	set WORKBOOK SHEET CELL VALUE…             write over cells, each behind its address
//	readd CONFIG OUT EDITION [FIGURES NUMBERS [no-annex]] add every printed figure again from its cells;
//	                                           want at least so many, and an annex of their sources
//	smtp FOLDER [ADDRESS…]                     start a mail server that refuses the addresses
//	[!] attached LETTER FILE                   want the letter to carry the file
//	sign PDF FILE                              add to a PDF what a signing program adds
//	append FILE TEXT|@FILE                     add a text, or that of a file, to a file
//	letter NAME STATE                          set $NAME to the ID of the letter in that state
//	saved WORKBOOK DAY                         set the day of its last saving
//	agree JSON EDITION                         want one story of who has sent what
//	[!] typed FILE PROGRAM ARG…                run on a terminal at which somebody types the lines of FILE
//	nowhere PATTERN FILE…                      want no text of the files or folders to match, letters, workbooks and
//	                                           PDFs opened, marks and case apart, and the program's own name
//
// and $REPO, $INBOX: this module and the sample ward's inbox.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, scripts(t, "testdata/script"))
}

// scripts returns how to run the scripts in a folder.
func scripts(t *testing.T, dir string) testscript.Params {
	if testing.Short() {
		t.Skip("scripts run the built program: not in the short form")
	}
	repo, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("REPO", repo)
			env.Setenv("INBOX", filepath.Join(repo, "reports", "testdata", "ngoc-thuy", "inbox"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workbook": writeWorkbook,
			"halve":    halve,
			"age":      age,
			"hold":     hold,
			"fails":    fails,
			"copy":     copyFolder,
			"same":     same,
			"replace":  replace,
			"json":     lookIntoJSON,
			"sample":   compareSample,
			"flip":     flipByte,
			"set":      setCells,
			"readd":    readd,
			"smtp":     serveMail,
			"attached": attached,
			"sign":     sign,
			"append":   appendTo,
			"letter":   findLetter,
			"open":     openLetter,
			"saved":    saved,
			"agree":    agree,
			"nowhere":  nowhere,
			"typed":    typed,
			"cells":    writeCells,
		},
	}
}

// writeWorkbook reads the text form of a workbook: "[name]" begins a sheet,
// every other line is a row of cells parted by "|". Whole numbers become
// numbers, unless a "'" stands before them.
func writeWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	var options excelize.Options
	if len(args) == 4 && args[0] == "-password" {
		options.Password, args = args[1], args[2:]
	}
	if len(args) != 2 {
		ts.Fatalf("usage: workbook [-password WORD] NAME.xlsx FILE")
	}
	book := excelize.NewFile()
	defer book.Close()
	sheet, row := "", 0
	for _, line := range strings.Split(strings.TrimSuffix(ts.ReadFile(args[1]), "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "["); ok {
			sheet, row = strings.TrimSuffix(name, "]"), 0
			_, err := book.NewSheet(sheet)
			ts.Check(err)
			continue
		}
		row++
		for i, text := range strings.Split(line, "|") {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			ts.Check(err)
			ts.Check(setCell(book, sheet, at, strings.TrimSpace(text)))
		}
	}
	ts.Check(book.DeleteSheet("Sheet1"))
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(book.SaveAs(ts.MkAbs(args[0]), options))
}

func setCell(book *excelize.File, sheet, at, text string) error {
	if text == "" {
		return nil
	}
	if n, err := strconv.Atoi(text); err == nil {
		return book.SetCellInt(sheet, at, int64(n))
	}
	return book.SetCellStr(sheet, at, strings.TrimPrefix(text, "'"))
}

func flipByte(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	data[at] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

func setCells(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 4 || len(args)%2 != 0 {
		ts.Fatalf("usage: set NAME.xlsx SHEET CELL TEXT …")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for i := 2; i+1 < len(args); i += 2 {
		ts.Check(setCell(book, args[1], args[i], args[i+1]))
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

func halve(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()/2))
}

// age sets every file under the paths back to an old time.
func age(ts *testscript.TestScript, _ bool, args []string) {
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, arg := range args {
		ts.Check(filepath.WalkDir(ts.MkAbs(arg), func(name string, _ os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(name, old, old)
		}))
	}
}

func hold(ts *testscript.TestScript, _ bool, args []string) {
	lock, err := archive.TryLock(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { lock.Unlock() })
}

func fails(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
		ts.Fatalf("want exit code %s, got %v", args[0], err)
	}
}

func copyFolder(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

func same(ts *testscript.TestScript, _ bool, args []string) {
	if diff := cmp.Diff(sums(ts, args[0]), sums(ts, args[1])); diff != "" {
		ts.Fatalf("%s and %s differ: %s", args[0], args[1], diff)
	}
}

// sums returns the hash of every file in the folder.
func sums(ts *testscript.TestScript, dir string) map[string]string {
	all := map[string]string{}
	files := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		all[name] = archive.Sum(data)
		return err
	}))
	if len(all) == 0 {
		ts.Fatalf("%s is empty", dir)
	}
	return all
}

func replace(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.ReplaceAll(ts.ReadFile(args[2]), args[0], args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text), 0o666))
}

// lookIntoJSON compares the value at a path with the text WANT, or only makes
// sure that it is there. The path's parts are parted by "/": a key, an index,
// or key=value for the first object of a list with that value. A path that leads
// nowhere is a fault of the script, also where it wants something else or nothing
// at its end: what was misspelt would never be found.
func lookIntoJSON(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 && len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH [WANT]")
	}
	var v any
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	decoder.UseNumber()
	ts.Check(decoder.Decode(&v))
	if decoder.More() {
		ts.Fatalf("%s holds more than one object", args[0])
	}
	ts.Check(faultAt(v, neg, args[1], args[2:]...))
}

func faultAt(v any, neg bool, path string, want ...string) error {
	absent := neg && len(want) == 0
	parts := strings.Split(path, "/")
	for i, part := range parts {
		inner, found := step(v, part)
		switch {
		case !found && absent && i == len(parts)-1 && holds(v):
			return nil
		case !found:
			return fmt.Errorf("there is no %s", strings.Join(parts[:i+1], "/"))
		}
		v = inner
	}
	switch {
	case absent:
		return fmt.Errorf("%s is there: %v", path, v)
	case len(want) > 0 && neg == (asText(v) == want[0]):
		return fmt.Errorf("%s is %s", path, asText(v))
	}
	return nil
}

// holds reports whether a value could hold others.
func holds(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

func step(v any, part string) (any, bool) {
	switch v := v.(type) {
	case map[string]any:
		inner, ok := v[part]
		return inner, ok
	case []any:
		key, want, selects := strings.Cut(part, "=")
		for i, item := range v {
			object, _ := item.(map[string]any)
			if selects && asText(object[key]) == want || part == strconv.Itoa(i) {
				return item, true
			}
		}
	}
	return nil, false
}

func asText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// compareSample compares what run --json printed with what the sample ward's
// workbooks were made to give: every figure, every file.
func compareSample(ts *testscript.TestScript, _ bool, args []string) {
	var want struct {
		Figures   map[string]json.Number
		Files     [][2]string // of branch 1, 2, …: name and kind
		Explained []string    `json:"to_be_explained"`
	}
	var got struct {
		Figures map[string]ward.Figure
		Files   []ward.File
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(filepath.Join(ts.Getenv("REPO"), "reports/testdata/ngoc-thuy/expected.json"))), &want))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &got))
	wrong := 0
	complain := func(format string, args ...any) {
		ts.Logf(format, args...)
		wrong++
	}
	for code, value := range want.Figures {
		w, _ := value.Float64()
		if g, err := strconv.ParseFloat(string(got.Figures[code].Value), 64); err != nil || g != w {
			complain("%s is %q, want %s", code, got.Figures[code].Value, value)
		}
		if got.Figures[code].Cells == 0 {
			complain("%s has no cells", code)
		}
	}
	files := map[string]ward.File{}
	for _, f := range got.Files {
		files[f.Name] = f
	}
	for i, f := range want.Files {
		if id := fmt.Sprintf("tdp-%02d", i+1); string(files[f[0]].Branch) != id || files[f[0]].State != "read" {
			complain("%s is %+v, want it read for %s", f[0], files[f[0]], id)
		}
	}
	for _, name := range want.Explained {
		if f := files[name]; f.State == "read" || f.Why == "" {
			complain("%s is %+v, want it explained", name, f)
		}
	}
	if wrong > 0 {
		ts.Fatalf("%d differences from the sample", wrong)
	}
}
