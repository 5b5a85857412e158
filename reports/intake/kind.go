package intake

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// magics are the first bytes of files that are no workbooks, and what they are.
var magics = []struct {
	bytes string
	fault fault
}{
	{"%PDF-", fault{code: "file.document", cause: "pdf"}},
	{`{\rtf`, fault{code: "file.document", cause: "rtf"}},
	{"Rar!\x1A\x07", fault{code: "file.archive", cause: "rar"}},
	{"7z\xBC\xAF\x27\x1C", fault{code: "file.archive", cause: "7z"}},
	{"\x1F\x8B", fault{code: "file.archive", cause: "gz"}},
	{"MIME-Version:", fault{code: "file.format", cause: "mht"}},
	{"\xFF\xD8\xFF", fault{code: "file.document", cause: "jpg"}},
	{"\x89PNG", fault{code: "file.document", cause: "png"}},
}

// readAny reads a file by its first bytes. The name decides only between forms
// that begin alike: of LibreOffice and of packed XML, of plain text.
func (r *reader) readAny(name string, data []byte) (*Book, []aside, error) {
	ext := strings.ToLower(path.Ext(name))
	title := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if isCasual(name) && ext != ".txt" {
		title = path.Base(name)
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.bytes)) {
			return nil, nil, &m.fault
		}
	}
	switch {
	case len(data) == 0:
		return nil, nil, &fault{code: "file.empty"}
	case bytes.HasPrefix(data, oleMagic):
		return nil, nil, oleFault(data)
	case bytes.HasPrefix(data, []byte("PK")):
		return r.readPacked(ext, data)
	case isHTML(data):
		book, err := readHTML(title, data, r.opt.Limits)
		return book, nil, err
	case foreign[ext] != "":
		return nil, nil, &fault{code: "file.format", cause: ext, form: foreign[ext]}
	case isXMLBook(data):
		return nil, nil, &fault{code: "file.format", cause: "xml", form: "xls"}
	case isCasual(name) && !isTable(data):
		return nil, nil, &fault{code: "file.other"}
	case isText(data) && data[0] != '<' || ext == ".csv" || ext == ".tsv":
		book, err := readCSV(title, data, r.opt.Limits)
		return book, nil, err
	}
	return r.xlsx(data)
}

// readPacked reads a zip file. A name of another program's form stands if the
// bytes are no workbook of ours: the program that has the form knows it better.
func (r *reader) readPacked(ext string, data []byte) (*Book, []aside, error) {
	book, asides, err := r.xlsx(data)
	if err != nil && foreign[ext] != "" {
		err = &fault{code: "file.format", cause: ext, form: foreign[ext]}
	}
	return book, asides, err
}

// isXMLBook reports whether a file is a workbook in one part of XML, as Excel
// 2003 and LibreOffice write it.
func isXMLBook(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return bytes.HasPrefix(bytes.TrimLeft(head, "\uFEFF \r\n\t"), []byte("<")) &&
		(bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) || bytes.Contains(head, []byte("<office:document")))
}

// isText reports whether a file is plain text: no control characters but line
// ends and tabs.
func isText(data []byte) bool {
	return isUTF16(data) || !bytes.ContainsFunc(data, func(r rune) bool {
		return r < ' ' && !strings.ContainsRune("\t\r\n\f\x1A", r)
	})
}

// isTable reports whether text that nobody called a table is one: most of its
// lines have the same mark between fields, a tab or a semicolon.
func isTable(data []byte) bool {
	text, err := decodeText(data)
	if err != nil || !isText(data) {
		return false
	}
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	lines = slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
	for _, mark := range []string{"\t", ";"} {
		n := 0
		for _, line := range lines {
			if strings.Contains(line, mark) {
				n++
			}
		}
		if n >= 2 && 2*n > len(lines) {
			return true
		}
	}
	return false
}
