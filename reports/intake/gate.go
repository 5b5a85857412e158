package intake

import (
	"bytes"
	"fmt"

	"ccbreport/reports"
)

// Limits bound what one workbook may hold (DESIGN §4, Reading). The zero value
// is not useful; see DefaultLimits.
type Limits struct {
	Container int64 // bytes of the file
	Part      int64 // bytes of one unpacked part
	Total     int64 // bytes of all unpacked parts
	Parts     int   // number of parts
	Depth     int   // nesting of XML elements
	Rows      int   // rows that hold a value, per sheet
	Col       int   // highest column that holds a value
	Cells     int   // cells that hold a value, per workbook, and shared strings
}

// DefaultLimits are the limits of the design: a hundred times what a branch
// sends.
func DefaultLimits() Limits {
	return Limits{
		Container: 20 << 20, Part: 64 << 20, Total: 256 << 20, Parts: 400,
		Depth: 64, Rows: 200_000, Col: 2_000, Cells: 1_000_000,
	}
}

// A fault is why a file cannot be used: a finding's code, its cause in few
// words for who has to help, and the place as far as it is known. It is an error
// only inside this package: a damaged file is data.
type fault struct {
	code, cause string
	form        string       // what could be converted into a workbook: "xls", "ods"
	at          reports.Cell // without the file
}

func (f *fault) Error() string { return f.code + ": " + f.cause }

func damaged(format string, args ...any) error {
	return &fault{code: "file.damaged", cause: fmt.Sprintf(format, args...)}
}

func tooBig(format string, args ...any) error {
	return &fault{code: "file.toobig", cause: fmt.Sprintf(format, args...)}
}

// oleMagic begins the old Excel format and every encrypted workbook.
var oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// oleFault tells the containers of the old kind apart: a workbook with a
// password, old or new, an old document, and an old workbook, which could be
// converted.
func oleFault(data []byte) *fault {
	if bytes.Contains(data, utf16le("EncryptedPackage")) {
		return &fault{code: "file.password", cause: "EncryptedPackage"}
	}
	if hasFilePass(data) {
		return &fault{code: "file.password", cause: "FILEPASS"}
	}
	for stream, form := range map[string]string{"WordDocument": "doc", "PowerPoint Document": "ppt", "__properties_version1.0": "msg"} {
		if bytes.Contains(data, utf16le(stream)) && !bytes.Contains(data, utf16le("Workbook")) {
			return &fault{code: "file.document", cause: form}
		}
	}
	return &fault{code: "file.xls", cause: "OLE", form: "xls"}
}

func utf16le(s string) []byte {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// hasFilePass looks for a workbook stream that begins with the records BOF and
// FILEPASS (MS-XLS 2.4.117). A stream begins at a sector of 512 bytes.
func hasFilePass(data []byte) bool {
	bof := []byte{0x09, 0x08, 0x10, 0x00, 0x00, 0x06}
	for i := 512; i+22 <= len(data); i += 512 {
		if bytes.HasPrefix(data[i:], bof) && data[i+20] == 0x2F && data[i+21] == 0 {
			return true
		}
	}
	return false
}
