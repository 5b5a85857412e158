package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bases returns the workbooks that are mutated: the sample's and random ones.
func bases(t *testing.T) [][]byte {
	t.Helper()
	var all [][]byte
	names, err := fs.Glob(os.DirFS(sample), "*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(sample + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(data, []byte("PK")) && len(data) < 20_000 {
			all = append(all, data)
		}
	}
	for seed := range 12 {
		data, _ := newRandom(uint64(seed)).workbook(t)
		all = append(all, data)
	}
	return all
}

// readMutant reads a mutant and makes sure that a refusal has a code.
func readMutant(t *testing.T, seed int, data []byte) *Book {
	t.Helper()
	book, _, err := readXLSX(data, DefaultLimits(), new([]byte))
	var why *fault
	if err != nil && (!errors.As(err, &why) || !strings.HasPrefix(why.code, "file.")) {
		t.Fatalf("seed %d: refused without a code: %v", seed, err)
	}
	return book
}

// TestDamagedBytes changes bytes of the container: what is read all the same is
// what stood there.
func TestDamagedBytes(t *testing.T) {
	all, read := bases(t), 0
	for seed := range times(800, 10_000) {
		r := newRandom(uint64(seed))
		base := all[r.IntN(len(all))]
		book := readMutant(t, seed, r.damage(base))
		if book == nil {
			continue
		}
		read++
		if diff := cmp.Diff(texts(readMutant(t, seed, base)), texts(book)); diff != "" {
			t.Fatalf("seed %d: read, but not what was written\n%s", seed, diff)
		}
	}
	t.Logf("%d read all the same", read)
}

// damage changes, cuts, repeats or wipes bytes.
func (r random) damage(base []byte) []byte {
	data := slices.Clone(base)
	i := r.IntN(len(data))
	end := min(len(data), i+1+r.IntN(200))
	switch r.IntN(5) {
	case 0:
		return data[:i]
	case 1:
		return slices.Insert(data, i, data[i:end]...)
	case 2:
		clear(data[i:end])
	case 3:
		return slices.Delete(data, i, end)
	default:
		data[i] ^= byte(1 + r.IntN(255))
	}
	return data
}

// TestMutatedParts changes the XML inside and packs it again with right
// checksums. Whatever cells the sheets of a mutant hold to the eye of another
// parser are all read, in order and with their texts, or none is. A workbook
// that has lost a sheet has fewer cells than it had.
func TestMutatedParts(t *testing.T) {
	all, read := bases(t), 0
	for seed := range times(800, 10_000) {
		r := newRandom(uint64(seed))
		base := all[r.IntN(len(all))]
		parts, names := unpack(t, base)
		name := names[r.IntN(len(names))]
		parts[name] = r.mutate(parts[name])
		book := readMutant(t, seed, packAll(t, parts, names))
		if book == nil {
			continue
		}
		read++
		if strings.HasPrefix(name, "xl/worksheets/") || name == "xl/sharedStrings.xml" {
			want, ok := oracleTexts(parts, names)
			if diff := cmp.Diff(want, inOrder(book), cmp.Comparer(sameText)); diff != "" || !ok {
				t.Fatalf("seed %d, %s: well-formed %v (-in the parts +read)\n%s\n%s", seed, name, ok, diff, parts[name])
			}
			continue
		}
		before := readMutant(t, seed, base)
		if lost := cmp.Diff(inOrder(before), inOrder(book)); lost != "" && before.Cells() == book.Cells() && len(before.Sheets) == len(book.Sheets) && !reordered(before, book) {
			t.Fatalf("seed %d, %s: cells are lost without a sign\n%s", seed, name, lost)
		}
	}
	t.Logf("%d read all the same", read)
}

func inOrder(book *Book) []string {
	all := []string{}
	for _, s := range book.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				all = append(all, c.Text)
			}
		}
	}
	return all
}

func reordered(a, b *Book) bool {
	x, y := inOrder(a), inOrder(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

var (
	element = regexp.MustCompile(`<(row|c|si|sheet|xf|font|v|t|is|r|f|Relationship|sheetData)\b[^>]*>`)
	digits  = regexp.MustCompile(`[0-9]`)
	types   = regexp.MustCompile(` t="[a-zA-Z]+"`)
	junk    = []string{
		"<x>", "</c>", "&bogus;", "&#0;", "&#x41;", "<!DOCTYPE a>", "]]>", "<![CDATA[1]]>", "<!-- -- -->", "<!-- 1 -->", "\x00", "\xFF", `"`, "<",
		"<c/>", "<row/>", "<v>7</v>", "<c r=\"A1\"><v>1</v></c>", "<row><c><v>5</v></c></row>", "chữ", " r=\"A1\"", "<?a b?>", "<r><t>x</t></r>",
		strings.Repeat("<a>", 100), strings.Repeat("<a>", 30) + strings.Repeat("</a>", 30), "<mc:AlternateContent><c r=\"B2\"><v>1</v></c></mc:AlternateContent>",
	}
)

// mutate changes one thing of an XML part.
func (r random) mutate(s string) string {
	i := r.IntN(len(s) + 1)
	end := min(len(s), i+1+r.IntN(40))
	switch r.IntN(9) {
	case 0:
		return s[:i] + s[end:]
	case 1:
		return s[:i] + s[i:end] + s[i:]
	case 2:
		return s[:i] + junk[r.IntN(len(junk))] + s[i:]
	case 3:
		from, to := r.element(s)
		return s[:to] + junk[r.IntN(len(junk))] + s[to:] + s[from:from]
	case 4:
		from, to := r.element(s)
		return s[:from] + s[to:]
	case 5:
		from, to := r.element(s)
		return s[:to] + s[from:to] + s[to:]
	case 6:
		return r.swap(s)
	case 7:
		if all := digits.FindAllStringIndex(s, -1); all != nil {
			at := all[r.IntN(len(all))][0]
			return s[:at] + string(rune('0'+r.IntN(10))) + s[at+1:]
		}
	case 8:
		if all := types.FindAllStringIndex(s, -1); all != nil {
			at := all[r.IntN(len(all))]
			return s[:at[0]] + []string{"", ` t="n"`, ` t="s"`, ` t="str"`, ` t="b"`, ` t="e"`, ` t="d"`, ` t="inlineStr"`, ` t="q"`}[r.IntN(9)] + s[at[1]:]
		}
	}
	return s[:i]
}

// element returns where some element begins and ends.
func (r random) element(s string) (from, to int) {
	all := element.FindAllStringSubmatchIndex(s, -1)
	if all == nil {
		return len(s), len(s)
	}
	m := all[r.IntN(len(all))]
	if s[m[1]-2] == '/' {
		return m[0], m[1]
	}
	closing := "</" + s[m[2]:m[3]] + ">"
	n := strings.Index(s[m[1]:], closing)
	if n < 0 {
		return m[0], m[1]
	}
	return m[0], m[1] + n + len(closing)
}

// swap changes the places of two elements.
func (r random) swap(s string) string {
	a1, a2 := r.element(s)
	b1, b2 := r.element(s)
	if a1 > b1 {
		a1, a2, b1, b2 = b1, b2, a1, a2
	}
	if a2 > b1 {
		return s
	}
	return s[:a1] + s[b1:b2] + s[a2:b1] + s[a1:a2] + s[b2:]
}

func unpack(t *testing.T, data []byte) (parts map[string]string, names []string) {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range zr.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(body)
		names = append(names, f.Name)
	}
	return parts, names
}

func packAll(t *testing.T, parts map[string]string, names []string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range names {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// An oracleCell is a c element as encoding/xml sees it.
type oracleCell struct {
	Type   string       `xml:"t,attr"`
	Values []string     `xml:"v"`
	Inline []oracleRich `xml:"is"`
	F      []string     `xml:"f"`
}

type oracleRich struct {
	Any []struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
		T       string `xml:"t"`
	} `xml:",any"`
}

func (o oracleRich) text() string {
	var b strings.Builder
	for _, a := range o.Any {
		switch a.XMLName.Local {
		case "t":
			b.WriteString(a.Text)
		case "r":
			b.WriteString(a.T)
		}
	}
	return unescape(b.String())
}

// oracleTexts returns the texts of all cells that stand anywhere in the sheets,
// in order; ok is false if a part is no XML.
func oracleTexts(parts map[string]string, names []string) (all []string, ok bool) {
	var shared []string
	ok = oracleEach(parts["xl/sharedStrings.xml"], "si", func(d *xml.Decoder, e *xml.StartElement) error {
		var rich oracleRich
		err := d.DecodeElement(&rich, e)
		shared = append(shared, rich.text())
		return err
	})
	all = []string{}
	var sheets []string
	for _, name := range names {
		if strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml") {
			sheets = append(sheets, name)
		}
	}
	slices.SortFunc(sheets, func(a, b string) int { return len(a)*1000 + strings.Compare(a, b) - len(b)*1000 })
	for _, name := range sheets {
		ok = oracleEach(parts[name], "c", func(d *xml.Decoder, e *xml.StartElement) error {
			var c oracleCell
			err := d.DecodeElement(&c, e)
			if text := c.text(shared); strings.TrimSpace(text) != "" || len(c.F) > 0 && len(c.Values) == 0 {
				all = append(all, text)
			}
			return err
		}) && ok
	}
	return all, ok
}

func (c oracleCell) text(shared []string) string {
	value := strings.Join(c.Values, "")
	if c.Type == "inlineStr" && len(c.Inline) > 0 {
		return c.Inline[0].text()
	}
	switch c.Type {
	case "s":
		if i := atoi([]byte(strings.TrimSpace(value))); i >= 0 && i < len(shared) {
			return shared[i]
		}
	case "str", "inlineStr":
		return unescape(value)
	case "b":
		return strings.NewReplacer("true", "1", "false", "0").Replace(value)
	}
	return strings.TrimSpace(value)
}

func oracleEach(part, name string, visit func(*xml.Decoder, *xml.StartElement) error) bool {
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return true
		}
		if e, is := tok.(xml.StartElement); err == nil && is && e.Name.Local == name {
			err = visit(d, &e)
		}
		if err != nil {
			return false
		}
	}
}
