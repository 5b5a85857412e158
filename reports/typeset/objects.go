package typeset

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An objectFile is a PDF file cut into its objects, so that some can be changed
// and others added. It reads what fpdf writes: one revision, a classic
// cross-reference table, no object streams.
type objectFile struct {
	objects    []string // without "n 0 obj" and "endobj"; object n is objects[n-1]
	root, info int
}

var errNotFpdf = errors.New("not a file as fpdf writes it")

// readObjects cuts a file at the offsets of its cross-reference table: the
// bytes of a stream may look like anything.
func readObjects(file []byte) (*objectFile, error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("find cross-reference table: %w", errNotFpdf)
	}
	var start int
	_, err := fmt.Sscan(string(file[at+len("startxref\n"):]), &start)
	if err != nil || start > at || start < 0 {
		return nil, fmt.Errorf("find cross-reference table: %w", errNotFpdf)
	}
	table := strings.Split(string(file[start:at]), "\n")
	offsets, err := readOffsets(table, start)
	if err != nil {
		return nil, err
	}
	f := &objectFile{objects: make([]string, len(offsets))}
	ends := append(slices.Sorted(slices.Values(offsets)), start)
	for i, from := range offsets {
		next, _ := slices.BinarySearch(ends, from)
		if f.objects[i], err = objectBody(string(file[from:ends[next+1]]), i+1); err != nil {
			return nil, err
		}
	}
	return f, f.readTrailer(table)
}

// objectBody gives what stands between "n 0 obj" and "endobj".
func objectBody(object string, n int) (string, error) {
	body, ok := strings.CutPrefix(object, fmt.Sprintf("%d 0 obj\n", n))
	body, ended := strings.CutSuffix(strings.TrimSpace(body), "endobj")
	if !ok || !ended {
		return "", fmt.Errorf("read object %d: %w", n, errNotFpdf)
	}
	return strings.TrimSpace(body), nil
}

// readTrailer reads which objects are the catalog and the information
// dictionary.
func (f *objectFile) readTrailer(lines []string) error {
	for _, line := range lines {
		key, value, _ := strings.Cut(line, " ")
		n, _, _ := strings.Cut(value, " ")
		switch key {
		case "/Root":
			f.root, _ = strconv.Atoi(n)
		case "/Info":
			f.info, _ = strconv.Atoi(n)
		}
	}
	if f.root < 1 || f.root > len(f.objects) || f.info < 1 || f.info > len(f.objects) {
		return fmt.Errorf("read trailer: %w", errNotFpdf)
	}
	return nil
}

// readOffsets reads the lines of a cross-reference table of one section.
func readOffsets(table []string, limit int) ([]int, error) {
	var offsets []int
	for _, line := range table {
		fields := strings.Fields(line)
		if len(fields) != 3 || fields[2] != "n" {
			continue
		}
		n, err := strconv.Atoi(fields[0])
		if err != nil || n < 0 || n >= limit || slices.Contains(offsets, n) {
			return nil, fmt.Errorf("read cross-reference table: %w", errNotFpdf)
		}
		offsets = append(offsets, n)
	}
	return offsets, nil
}

// add appends an object and gives its number.
func (f *objectFile) add(body string) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

// addStream appends an object with a stream as it is.
func (f *objectFile) addStream(dict string, stream []byte) int {
	return f.add(fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(stream), stream))
}

// extend puts entries into the outer dictionary of an object without stream.
func (f *objectFile) extend(n int, entries string) {
	body := f.objects[n-1]
	end := strings.LastIndex(body, ">>")
	f.objects[n-1] = body[:end] + entries + "\n" + body[end:]
}

// bytes writes the file anew. Its identifier is the hash of its objects.
func (f *objectFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for i, body := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	id := sha256.Sum256(b.Bytes())
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects)+1, f.root, f.info, id[:16], id[:16], start)
	return b.Bytes()
}
