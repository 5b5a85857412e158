package numfmt

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// profile makes LibreOffice a Vietnamese one.
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>`

// values are shown in every format: nothing, a negative, a fraction, a large
// number, a day, a text.
var values = []string{"0", "-1234.5", "0.375", "1500000", "42767", `"chữ"`}

// TestAgainstLibreOffice shows six values in every format of
// testdata/office.txtar, and in all built-in ones, as LibreOffice does in a table
// of text "as shown". Where it does otherwise, the file says so and why.
func TestAgainstLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	ar, err := txtar.ParseFile("testdata/office.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	known := map[string]string{} // differences by what they say, with their reasons
	for _, f := range ar.Files {
		for line := range strings.Lines(string(f.Data)) {
			line = strings.TrimSuffix(line, "\n")
			if reason, ok := strings.CutPrefix(f.Name, "differs: "); ok {
				known[line] = reason
			} else if line != "" {
				codes = append(codes, line)
			}
		}
	}
	codes = append(codes, "General")
	for id := range 60 {
		if Builtin(id) != "" {
			codes = append(codes, fmt.Sprint("#", id))
		}
	}
	got := map[string]bool{}
	for i, row := range byOffice(t, soffice, codes) {
		for j, theirs := range row {
			if ours := show(t, format(codes[i]), values[j]).Text; ours != tidy(theirs) {
				got[fmt.Sprintf("%s | %s | %s | %s", codes[i], values[j], ours, tidy(theirs))] = true
			}
		}
	}
	want := slices.Sorted(maps.Keys(known))
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("format | value | ours | LibreOffice's (-known +found)\n%s", diff)
		t.Log("\n" + strings.Join(slices.Sorted(maps.Keys(got)), "\n"))
	}
	t.Logf("%d of %d alike", len(codes)*len(values)-len(got), len(codes)*len(values))
}

// format is a code, or "#14" for a built-in one.
func format(code string) *Format {
	if id, ok := builtinID(code); ok {
		return New(Builtin(id))
	}
	return New(code)
}

// byOffice returns what LibreOffice shows of the values in each format.
func byOffice(t *testing.T, soffice string, codes []string) [][]string {
	t.Helper()
	dir := t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(profile), 0o666); err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, sheetOf(t, codes), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Dir(user)), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir", dir, in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "in.csv"))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord = ';', -1
	all, err := r.ReadAll()
	if err != nil || len(all) != len(codes) {
		t.Fatalf("%d rows of %d, %v", len(all), len(codes), err)
	}
	return all
}

// sheetOf writes a sheet with a row for each format and a column for each value.
func sheetOf(t *testing.T, codes []string) []byte {
	t.Helper()
	var formats, styles, rows strings.Builder
	for i, code := range codes {
		id, own := builtinID(code)
		if !own {
			id = 200 + i
			fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, escape(t, code))
		}
		fmt.Fprintf(&styles, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, id)
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for j, value := range values {
			if text, ok := strings.CutPrefix(value, `"`); ok {
				fmt.Fprintf(&rows, `<c r="%c%d" s="%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+j, i+1, i, strings.TrimSuffix(text, `"`))
				continue
			}
			fmt.Fprintf(&rows, `<c r="%c%d" s="%d"><v>%s</v></c>`, 'A'+j, i+1, i, value)
		}
		rows.WriteString("</row>")
	}
	const main, pack = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/package/2006/"
	const rel, typ = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "application/vnd.openxmlformats-officedocument.spreadsheetml."
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + pack + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/w.xml" ContentType="` + typ + `sheet.main+xml"/><Override PartName="/s.xml" ContentType="` + typ + `worksheet+xml"/><Override PartName="/f.xml" ContentType="` + typ + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="r1" Type="` + rel + `/officeDocument" Target="w.xml"/></Relationships>`},
		{"_rels/w.xml.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="r1" Type="` + rel + `/worksheet" Target="s.xml"/><Relationship Id="r2" Type="` + rel + `/styles" Target="f.xml"/></Relationships>`},
		{"w.xml", `<workbook xmlns="` + main + `" xmlns:r="` + rel + `"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"f.xml", `<styleSheet xmlns="` + main + `"><numFmts>` + formats.String() + `</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>` + styles.String() + `</cellXfs></styleSheet>`},
		{"s.xml", `<worksheet xmlns="` + main + `"><sheetData>` + rows.String() + `</sheetData></worksheet>`},
	}
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, p := range parts {
		part, err := w.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(part, p[1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func escape(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// builtinID reads "#14".
func builtinID(code string) (int, bool) {
	digits, ok := strings.CutPrefix(code, "#")
	id, err := strconv.Atoi(digits)
	return id, ok && err == nil && strconv.Itoa(id) == digits && id != 0
}
