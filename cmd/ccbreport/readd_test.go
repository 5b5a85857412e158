package main

import (
	"archive/zip"
	"encoding/json"
	"encoding/xml"
	"math/big"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// This file proves figures without any package of the program: it reads the
// cells that explain names from the archived workbooks with archive/zip,
// encoding/xml and strconv, adds them, and compares with what explain says and
// with what the document prints.

// readd wants every figure that the edition's document prints to be the sum of
// the cells that explain gives for it, and the annex of sources to say so.
func readd(ts *testscript.TestScript, _ bool, args []string) {
	config, out, id := args[0], args[1], args[2]
	want := []int{50, 200}
	for i, n := range args[3:min(5, len(args))] {
		want[i], _ = strconv.Atoi(n)
	}
	short := slices.Contains(args, "no-annex")
	r := &readder{ts: ts, dir: filepath.Join(ts.MkAbs(out), id), books: map[string]*rawBook{}}
	printed := r.printed()
	var codes []string
	for _, p := range printed {
		if !slices.Contains(codes, p.Figure) {
			codes = append(codes, p.Figure)
		}
	}
	call := []string{"explain", "--config", config, "--out", out, "--edition", id, "--json"}
	ts.Check(ts.Exec("ccbreport", append(call, codes...)...))
	var got struct{ Figures []readFigure }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &got))
	if len(got.Figures) != len(codes) {
		ts.Fatalf("asked for %d figures, told of %d", len(codes), len(got.Figures))
	}
	values := map[string]*big.Rat{} // by code, period and branch
	cells := 0
	for _, f := range got.Figures {
		values[f.Code+"  "] = r.add(f, f.Exact, f.Entries)
		cells += len(f.Entries)
		for _, p := range append(f.Periods, f.Earlier...) {
			values[f.Code+" "+p.From+".."+p.To+" "] = r.add(f, p.Exact, p.Entries)
		}
		for _, b := range f.Branches {
			values[f.Code+"  "+b.Branch] = r.add(f, b.Exact, b.Entries)
		}
		if f.Plan != nil {
			values[f.Code+"  @plan"] = r.add(f, f.Plan.Exact, f.Plan.Entries)
		}
	}
	numbers := 0
	for _, p := range printed {
		numbers += r.compare(p, values[p.Figure+" "+p.Period+" "+p.Unit], values[p.Figure+"  "])
	}
	if !short {
		r.rows(got.Figures)
	}
	ts.Logf("%d figures of %d cells, printed %d times, %d of them as numbers", len(codes), cells, len(printed), numbers)
	if len(codes) < want[0] || numbers < want[1] || r.wrong > 0 {
		ts.Fatalf("%d figures, %d numbers, %d are wrong", len(codes), numbers, r.wrong)
	}
}

type readFigure struct {
	Code, Kind, Unit, Exact, Num, Den string
	Entries                           []readEntry
	Periods, Earlier                  []readPart
	Plan                              *readPart
	Branches                          []struct {
		Branch, Exact string
		Entries       []readEntry
	}
}

type readEntry struct{ Branch, Code, File, Sheet, Cell string }

type readPart struct {
	From, To, Exact string
	Entries         []readEntry
}

type readPlace struct{ Figure, Period, Unit, Text string }

type readder struct {
	ts    *testscript.TestScript
	dir   string
	books map[string]*rawBook
	wrong int
}

func (r *readder) fail(format string, args ...any) {
	r.ts.Logf(format, args...)
	r.wrong++
}

// printed finds every span and every amount of a chart that names a figure.
func (r *readder) printed() []readPlace {
	data, err := os.ReadFile(filepath.Join(r.dir, "du-lieu.json"))
	r.ts.Check(err)
	var all struct{ Document any }
	r.ts.Check(json.Unmarshal(data, &all))
	var places []readPlace
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			if code, _ := v["Figure"].(string); code != "" {
				places = append(places, readPlace{code, v["Period"].(string), v["Unit"].(string), v["Text"].(string)})
			}
			for _, item := range v {
				walk(item)
			}
		}
	}
	walk(all.Document)
	return places
}

// add adds the cells by the kind of the figure and compares with what explain
// says exactly.
func (r *readder) add(f readFigure, exact string, entries []readEntry) *big.Rat {
	if len(entries) == 0 {
		r.fail("%s has no cells", f.Code)
		return nil
	}
	sums := map[string]*big.Rat{f.Code: {}, f.Num: {}, f.Den: {}}
	seen := map[string]bool{}
	for _, e := range entries {
		n := r.value(f, e)
		if n == nil {
			r.fail("%s: no number in %s!%s!%s: %q", f.Code, e.File, e.Sheet, e.Cell, r.book(e.File).cell(e.Sheet, e.Cell))
			return nil
		}
		where := e.Code
		if _, own := sums[where]; !own {
			where = f.Code // a part of a sum
		}
		if key := e.Code + "\x00" + e.File + "\x00" + e.Sheet + "\x00" + e.Cell; !seen[key] {
			seen[key] = true
			sums[where].Add(sums[where], n)
		}
	}
	total := sums[f.Code]
	if f.Den != "" && sums[f.Den].Sign() != 0 {
		total = new(big.Rat).Quo(sums[f.Num], sums[f.Den])
	}
	want, _ := new(big.Rat).SetString(exact)
	if f.Kind == "average" {
		total = rounded(total, 1)
	}
	if want == nil || total.Cmp(want) != 0 {
		r.fail("%s: the cells give %s, explain says %s", f.Code, total.RatString(), exact)
	}
	return total
}

// wordNumber is what remains of a text once its words are away.
var wordNumber = regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})+|\d+)(?:\s*(?:đ|đồng|[\p{L} ]+))?$`)

// value is the number in a cell: as it is, or read from words as the sample
// writes them.
func (r *readder) value(f readFigure, e readEntry) *big.Rat {
	text := strings.TrimSpace(r.book(e.File).cell(e.Sheet, e.Cell))
	money := strings.HasPrefix(f.Unit, "đồng") && e.Code != f.Den
	switch {
	case f.Kind == "list" && text != "":
		return big.NewRat(1, 1)
	case text == "không" || text == "kh«ng":
		return new(big.Rat)
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		v := new(big.Rat).SetFloat64(n)
		if money && r.book(e.File).thousands(e.Sheet) {
			v.Mul(v, big.NewRat(1000, 1))
		}
		if f.Unit == "%" && e.Code == f.Code {
			v.Quo(v, big.NewRat(100, 1))
		}
		return v
	}
	m := wordNumber.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	r.ts.Check(err)
	return new(big.Rat).SetInt64(n)
}

// compared is what is said of a figure beside an earlier one.
var compared = regexp.MustCompile(`^(tăng |\+|giảm |-)([\d.,]+)(?: |$)`)

// numeral is a number as the report prints it.
var numeral = regexp.MustCompile(`^(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(%?)(?: đồng.*)?$`)

// compare compares what is printed with the sum, or with its distance from the
// whole figure now, or its share of the plan; it returns 0 where words are printed ("không có trường hợp
// nào").
func (r *readder) compare(p readPlace, sum, now *big.Rat) int {
	if sum == nil {
		r.fail("%s %s is printed and not explained", p.Figure, p.Period)
		return 0
	}
	text := p.Text
	if m := compared.FindStringSubmatch(text); m != nil {
		text, sum = m[2], new(big.Rat).Sub(now, sum)
		if m[1] == "giảm " || m[1] == "-" {
			sum.Neg(sum)
		}
	}
	if p.Unit == "@plan" && strings.HasSuffix(text, "%") {
		sum = new(big.Rat).Quo(now, sum)
	}
	m := numeral.FindStringSubmatch(text)
	if m == nil || slices.Contains([]string{"2017", "2018", "2019", "2020", "2026"}, text) { // a year of an award
		return 0
	}
	want, _ := new(big.Rat).SetString(strings.ReplaceAll(m[1], ".", "") + "." + m[2] + "0")
	percent := new(big.Rat).Mul(sum, big.NewRat(100, 1))
	if rounded(sum, 100).Cmp(want) != 0 && rounded(percent, 100).Cmp(want) != 0 {
		r.fail("%s %s is printed as %s, the cells give %s", p.Figure, p.Period, p.Text, sum.RatString())
	}
	return 1
}

// rounded rounds half up to 1/grain.
func rounded(v *big.Rat, grain int64) *big.Rat {
	scaled := new(big.Rat).Mul(v, big.NewRat(grain, 1))
	n := new(big.Int).Mul(scaled.Num(), big.NewInt(2))
	n.Add(n, scaled.Denom())
	n.Div(n, new(big.Int).Mul(scaled.Denom(), big.NewInt(2)))
	return new(big.Rat).SetFrac(n, big.NewInt(grain))
}

// A rawBook is the cells of a workbook as they stand in its XML.
type rawBook struct {
	sheets map[string]map[string]string // by sheet and address
}

func (b *rawBook) cell(sheet, at string) string { return b.sheets[sheet][at] }

// thousands reports whether the sheet says that money is in thousands.
func (b *rawBook) thousands(sheet string) bool {
	for _, text := range b.sheets[sheet] {
		text = strings.ToLower(text)
		if strings.Contains(text, "nghìn đồng") || strings.Contains(text, "ngh×n ®ång") {
			return true
		}
	}
	return false
}

func (r *readder) book(name string) *rawBook {
	if r.books[name] == nil {
		b, err := readBook(filepath.Join(r.dir, "nguon", filepath.FromSlash(name)))
		r.ts.Check(err)
		r.books[name] = b
	}
	return r.books[name]
}

func readBook(name string) (*rawBook, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	read := func(part string, v any) error {
		f, err := z.Open(part)
		if err != nil {
			return err
		}
		defer f.Close()
		return xml.NewDecoder(f).Decode(v)
	}
	var shared struct {
		Items []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	if err := read("xl/sharedStrings.xml", &shared); err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := read("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := read("xl/_rels/workbook.xml.rels", &links); err != nil {
		return nil, err
	}
	b := &rawBook{sheets: map[string]map[string]string{}}
	for _, s := range book.Sheets {
		for _, l := range links.Links {
			if l.ID != s.ID {
				continue
			}
			part := strings.TrimPrefix(l.Target, "/")
			if part == l.Target {
				part = path.Join("xl", l.Target)
			}
			var sheet struct {
				Cells []struct {
					At     string   `xml:"r,attr"`
					Type   string   `xml:"t,attr"`
					Value  string   `xml:"v"`
					Inline string   `xml:"is>t"`
					Runs   []string `xml:"is>r>t"`
				} `xml:"sheetData>row>c"`
			}
			if err := read(part, &sheet); err != nil {
				return nil, err
			}
			b.sheets[s.Name] = map[string]string{}
			for _, c := range sheet.Cells {
				text := c.Value + c.Inline + strings.Join(c.Runs, "")
				if i, err := strconv.Atoi(c.Value); c.Type == "s" && err == nil {
					text = shared.Items[i].Text + strings.Join(shared.Items[i].Runs, "")
				}
				b.sheets[s.Name][c.At] = text
			}
		}
	}
	return b, nil
}
