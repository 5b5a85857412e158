package intake

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// TestAttacks: files made to take memory or time are refused, each for its own
// reason, and take little of either. Memory is all that is ever allocated, which
// is more than is held at once.
func TestAttacks(t *testing.T) {
	const most = 150 << 20
	sheet := func(rows string) map[string]string {
		return map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}
	}
	rel := func(kind, target string) string {
		return strings.Replace(bare["xl/_rels/workbook.xml.rels"], "</", `<Relationship Id="r9" Type="http://x/`+kind+`" Target="`+target+`"/></`, 1)
	}
	around := func(kind, body string) map[string]string {
		return map[string]string{"xl/_rels/workbook.xml.rels": rel(kind, "extra.xml"), "xl/extra.xml": body}
	}
	const big, huge = 24 << 20, 60 << 20
	tests := []struct {
		reason string
		parts  map[string]string
		want   string
	}{
		{"20,000 rows with a value in the last column", sheet(times20k(`<row r="%[1]d"><c r="XFD%[1]d"><v>1</v></c></row>`)), "file.toobig: a value in column XFD"},
		{"more cells than a workbook may have", sheet(repeat("<row><c><v>1</v></c><c><v>1</v></c></row>", huge)), "file.toobig: more than 1000000 cells"},
		{"a row beyond the last", sheet(`<row r="2147483647"><c><v>1</v></c></row>`), `file.damaged: xl/worksheets/sheet1.xml: row "2147483647"`},
		{"a row before the first", sheet(`<row r="-1"><c><v>1</v></c></row>`), `file.damaged: xl/worksheets/sheet1.xml: row "-1"`},
		{"a string before the first", sheet(`<row><c t="s"><v>-1</v></c></row>`), `file.damaged: xl/worksheets/sheet1.xml: value "-1"`},
		{"elements that nest deep", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet>" + repeat("<a>", big)}, "file.damaged: xl/worksheets/sheet1.xml: elements nest deeper"},
		{"a thousand million laughs", map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "&c;&c;&c;">]><worksheet>&b;</worksheet>`}, "file.damaged: xl/worksheets/sheet1.xml: a document type"},
		{"an entity of the outside", sheet("<row><c><v>&passwd;</v></c></row>"), "file.damaged: xl/worksheets/sheet1.xml: an unknown reference"},
		{"a tag of many attributes", sheet("<row " + numbered(`a%d="" `, 100_000) + "/>"), "file.damaged: xl/worksheets/sheet1.xml: attribute"},
		{"one text of many megabytes", sheet("<row><c t=\"str\"><v>" + repeat("a", big) + "</v></c></row>"), "file.toobig: a text"},
		{"one text in many pieces", sheet("<row><c t=\"str\"><v>" + repeat("<![CDATA[a]]>", big) + "</v></c></row>"), "file.toobig: a text"},
		{"one string of many runs", sheet(`<row><c t="inlineStr"><is>` + repeat("<r><t>a</t></r>", big) + "</is></c></row>"), "file.toobig: a string of more than"},
		{"many merged cells", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData/><mergeCells>" + repeat(`<mergeCell ref="A1:XFD1048576"/>`, big) + "</mergeCells></worksheet>"}, "file.toobig: more than 200000 merged"},
		{"many shared strings", around("sharedStrings", "<sst>"+repeat("<si/>", huge)+"</sst>"), "file.toobig: more than 1000000 strings"},
		{"many fonts", around("styles", "<styleSheet><fonts>"+repeat("<font/>", big)+"</fonts></styleSheet>"), "file.toobig: xl/extra.xml"},
		{"a great part in UTF-16", around("styles", "\xFF\xFE"+repeat("<\x00", big)), "file.toobig: xl/extra.xml"},
		{"many sheets", map[string]string{"xl/workbook.xml": "<workbook><sheets>" + repeat("<sheet/>", big) + "</sheets></workbook>"}, "file.toobig: more than 400 sheets"},
		{"many relations", map[string]string{"_rels/.rels": "<Relationships>" + repeat("<Relationship/>", big) + "</Relationships>"}, "file.toobig: _rels/.rels"},
		{"a name that climbs out", map[string]string{"xl/../../a.xml": "<a/>"}, "file.damaged: part name"},
		{"one part twice by its case", map[string]string{"XL/WORKBOOK.xml": "<a/>"}, "file.damaged: part"},
		{"one part twice by its slashes", map[string]string{`xl\workbook.xml`: "<a/>"}, "file.damaged: part"},
		{"a part that is too big", map[string]string{"xl/media/a.bin": repeat("\x00", 65<<20)}, "file.toobig: xl/media/a.bin"},
		{"parts that are too big together", map[string]string{
			"a.bin": repeat("\x00", huge), "b.bin": repeat("\x00", huge), "c.bin": repeat("\x00", huge), "d.bin": repeat("\x00", huge), "e.bin": repeat("\x00", huge),
		}, "file.toobig: more than 268435456 bytes"},
		{"many parts", numberedParts(4000), "file.toobig: more than 400 parts"},
		{"a few parts too many", numberedParts(500), "file.toobig: 505 parts"},
	}
	for _, tt := range tests {
		refuseCheaply(t, tt.reason, deflated(t, with(tt.parts)), tt.want, most)
	}
	refuseCheaply(t, "a size that lies", lying(t), "file.damaged: xl/worksheets/sheet1.xml: zip", most)
	refuseCheaply(t, "a file that is too big", make([]byte, 21<<20), "file.toobig: 22020096 bytes", most)
}

func refuseCheaply(t *testing.T, reason string, data []byte, want string, most uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _, err := readXLSX(data, DefaultLimits(), new([]byte))
	runtime.ReadMemStats(&after)
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%s: got %v, want %q", reason, err, want)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > most {
		t.Errorf("%s: took %d MB", reason, n>>20)
	}
}

func repeat(s string, size int) string { return strings.Repeat(s, size/len(s)) }

func numbered(form string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form, i+1)
	}
	return b.String()
}

func times20k(form string) string { return numbered(form, 20_000) }

func numberedParts(n int) map[string]string {
	parts := map[string]string{}
	for i := range n {
		parts[fmt.Sprintf("a/%d.xml", i)] = "<a/>"
	}
	return parts
}

// deflated packs parts small, at the cost that an attacker would not mind.
func deflated(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestSpeed) })
	for name, body := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// lying packs a sheet of 60 MB that is said to have a hundred bytes.
func lying(t *testing.T) []byte {
	t.Helper()
	var small, buf bytes.Buffer
	fw, err := flate.NewWriter(&small, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(fw, repeat(" ", 60<<20)); err != nil {
		t.Fatal(err)
	}
	if err := fw.Close(); err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(&buf)
	for name, body := range bare {
		h := &zip.FileHeader{Name: name, Method: zip.Store, UncompressedSize64: uint64(len(body)), CompressedSize64: uint64(len(body))}
		if name == "xl/worksheets/sheet1.xml" {
			h.Method, h.UncompressedSize64, h.CompressedSize64, body = zip.Deflate, 100, uint64(small.Len()), small.String()
		}
		part, err := w.CreateRaw(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
