package roll

import (
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"ccbreport/reports/intake"
	"ccbreport/reports/viet"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

var own = viet.NewWords("Cựu chiến binh", "CCB", nil)

// TestLists reads the lists of testdata/lists.txtar: NAME is a list and NAME.want what is
// made of it. A name that ends in .xlsx stands for a workbook, of which "[name]" begins a
// sheet, "=A2:A4" merges cells, "~" strikes a row out and every other line is a row; one
// in .utf16.csv, .1258.csv or .latin.csv for a text in that encoding. NAME.said has
// answers, KEY=CHOICE. Run with -update to rewrite the wants.
func TestLists(t *testing.T) {
	const file = "testdata/lists.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]map[string]string{}
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".said"); ok {
			said[name] = map[string]string{}
			for _, line := range strings.Fields(string(f.Data)) {
				key, choice, _ := strings.Cut(line, "=")
				said[name][key] = choice
			}
		}
	}
	list := map[string]List{}
	for i, f := range archive.Files {
		name, isWant := strings.CutSuffix(f.Name, ".want")
		switch {
		case strings.HasSuffix(f.Name, ".said"):
		case !isWant:
			list[f.Name] = read(t, f.Name, f.Data, said[f.Name])
		default:
			got := dump(list[name])
			if *update {
				archive.Files[i].Data = []byte(got)
			}
			if diff := cmp.Diff(string(archive.Files[i].Data), got); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			noNumbers(t, name, list[name])
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t testing.TB, name string, data []byte, said map[string]string) List {
	t.Helper()
	text := string(data)
	switch {
	case strings.HasSuffix(name, ".xlsx"):
		data = workbook(t, text)
	case strings.HasSuffix(name, ".utf16.csv"):
		data = []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(text)) {
			data = append(data, byte(u), byte(u>>8))
		}
	case strings.HasSuffix(name, ".1258.csv"):
		data = windows1258(t, text)
	case strings.HasSuffix(name, ".latin.csv"):
		data = nil
		for _, r := range text {
			data = append(data, byte(r))
		}
	}
	sheets, found, err := Open(context.Background(), name, data, intake.Options{Limits: intake.DefaultLimits()})
	if err != nil || len(found) > 0 {
		t.Fatal(name, found, err)
	}
	r := Reader{Words: own, Answers: said}
	return r.Read(sheets)
}

// windows1258 writes a text in the code page of Vietnamese Windows, in which a tone
// follows its vowel.
func windows1258(t testing.TB, text string) []byte {
	t.Helper()
	var out []byte
	for _, r := range text {
		b, err := charmap.Windows1258.NewEncoder().Bytes([]byte(string(r)))
		if err != nil {
			parts := []rune(norm.NFD.String(string(r)))
			tone := slices.IndexFunc(parts, func(r rune) bool { return strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) })
			mark := parts[tone]
			base := norm.NFC.String(string(slices.Delete(parts, tone, tone+1)))
			if b, err = charmap.Windows1258.NewEncoder().Bytes([]byte(base + string(mark))); err != nil {
				t.Fatal(string(r), err)
			}
		}
		out = append(out, b...)
	}
	return out
}

// workbook writes a workbook from its text form.
func workbook(t testing.TB, text string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	struck, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
	check(t, err)
	sheet, row := "", 0
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "["); ok {
			sheet, row = strings.TrimSuffix(name, "]"), 0
			_, err := book.NewSheet(sheet)
			check(t, err)
			continue
		}
		if span, ok := strings.CutPrefix(line, "="); ok {
			from, to, _ := strings.Cut(span, ":")
			check(t, book.MergeCell(sheet, from, to))
			continue
		}
		row++
		line, gone := strings.CutPrefix(line, "~")
		for i, cell := range strings.Split(line, "|") {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			check(t, err)
			cell = strings.ReplaceAll(strings.TrimSpace(cell), `\n`, "\n")
			var number int
			switch _, err := fmt.Sscanf(cell, "%d", &number); {
			case cell == "":
				continue
			case err == nil && fmt.Sprint(number) == cell:
				check(t, book.SetCellInt(sheet, at, int64(number)))
			default:
				check(t, book.SetCellStr(sheet, at, cell))
			}
			if gone {
				check(t, book.SetCellStyle(sheet, at, at, struck))
			}
		}
	}
	check(t, book.DeleteSheet("Sheet1"))
	buf, err := book.WriteToBuffer()
	check(t, err)
	return buf.Bytes()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func dump(l List) string {
	var b strings.Builder
	for _, x := range l.Branches {
		fmt.Fprintf(&b, "%d %s: %s", x.Row, x.ID, x.Name)
		if len(x.Aliases) > 0 {
			fmt.Fprintf(&b, " = %s", strings.Join(x.Aliases, " = "))
		}
		b.WriteByte('\n')
	}
	for _, a := range l.Aside {
		fmt.Fprintf(&b, "%d %s\n", a.Row, a.Kind)
	}
	for _, d := range l.Doubts {
		fmt.Fprintf(&b, "? %s %s %s\n", d.Key, d.Kind, d.Text)
		for _, c := range d.Choices {
			fmt.Fprintf(&b, "\t%s %s\n", c.ID, c.Text)
		}
	}
	for _, c := range l.Left {
		fmt.Fprintf(&b, "left %s %s\n", c.Letters, c.Head)
	}
	for _, c := range l.Clashes {
		fmt.Fprintf(&b, "clash %s\n", c)
	}
	fmt.Fprintf(&b, "%d branches, %d people, %d numbers\n", len(l.Branches), l.People, l.Numbers)
	return b.String()
}

var digits = regexp.MustCompile(`\d(?:[ .\-]?\d){5,}`)

// noNumbers makes sure that nothing of a list has a number by which somebody is reached.
func noNumbers(t testing.TB, name string, l List) {
	t.Helper()
	for _, b := range l.Branches {
		if all := b.ID + b.Name + strings.Join(b.Aliases, ""); digits.MatchString(all) {
			t.Errorf("%s: a branch is called %s", name, all)
		}
	}
	for _, a := range l.Aside {
		if hasNumber(a.Text) {
			t.Errorf("%s: row %d is told as %s", name, a.Row, a.Text)
		}
	}
	for _, d := range l.Doubts {
		if hasNumber(d.Text + fmt.Sprint(d.Choices)) {
			t.Errorf("%s: a doubt tells %s", name, d.Text)
		}
	}
}
