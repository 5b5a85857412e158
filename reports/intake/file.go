package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"ccbreport/reports"
)

// A reader reads one file of the inbox after the other.
type reader struct {
	ctx   context.Context // of the one call that readers live for
	inbox fs.FS
	opt   Options
	buf   []byte // a part of a workbook, used again for the next
}

// An outcome is what became of one file.
type outcome struct {
	file     reports.File
	book     *Book  // if it is a workbook that was read
	data     []byte // as read; nil of a file that was not
	made     []byte // the .xlsx that was made of it, if one was
	findings reports.Findings
}

// errChanging says that a file was written to while it was read.
var errChanging = errors.New("changing")

// take reads one file and accounts for it. A file that looks as if it were still
// being copied is looked at again when it has settled.
func (r *reader) take(f found) outcome {
	if f.err != nil {
		return setAside(f.name, f.err)
	}
	if code := passOver(f); code != "" {
		return refuse(f.name, nil, &fault{code: code})
	}
	before, data, err := r.readFile(f.name)
	o := r.judge(f.name, data, err)
	if r.opt.Settled == nil || !suspect(o, err) {
		return o
	}
	if !r.opt.Settled(r.ctx, f.name) {
		return setAside(f.name, errChanging)
	}
	if after, serr := fs.Stat(r.inbox, f.name); serr == nil && err == nil && before.same(after) {
		return o
	}
	_, data, err = r.readFile(f.name)
	return r.judge(f.name, data, err)
}

// A stamp tells two states of a file apart.
type stamp struct {
	size int64
	time time.Time
}

func (s stamp) same(info fs.FileInfo) bool {
	return s.size == info.Size() && s.time.Equal(info.ModTime())
}

// readFile reads a file whole, and makes sure that it stayed the same while it
// was read.
func (r *reader) readFile(name string) (stamp, []byte, error) {
	f, err := r.inbox.Open(name)
	if err != nil {
		return stamp{}, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return stamp{}, nil, err
	}
	before := stamp{info.Size(), info.ModTime()}
	switch {
	case !info.Mode().IsRegular():
		return before, nil, &fault{code: "file.irregular"}
	case before.size > r.opt.Limits.Container:
		return before, nil, tooBig("%d bytes", before.size)
	}
	data := make([]byte, before.size)
	n, err := io.ReadFull(f, data)
	if n < len(data) && (errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)) {
		return before, nil, errChanging
	}
	if err != nil {
		return before, nil, err
	}
	if after, err := fs.Stat(r.inbox, name); err != nil || !before.same(after) {
		return before, nil, errors.Join(errChanging, err)
	}
	return before, data, nil
}

// suspect reports whether a file may be one that is still being copied: it
// changed, it is no whole container, or it is of a form that cannot tell.
func suspect(o outcome, err error) bool {
	switch o.file.Why {
	case "file.changing", "file.damaged", "file.empty", "file.unreadable", "file.unconverted":
		return true
	}
	if err != nil || o.file.State != reports.Read {
		return false
	}
	if reports.IsPhoto(o.file.Name) {
		return !bytes.HasSuffix(o.data, []byte("\xFF\xD9")) && !bytes.HasSuffix(o.data, []byte("IEND\xAEB`\x82"))
	}
	return !bytes.HasPrefix(o.data, []byte("PK"))
}

// judge makes an outcome of what was read of a file.
func (r *reader) judge(name string, data []byte, err error) outcome {
	var why *fault
	switch {
	case err != nil && isCasual(name) && !errors.Is(err, errChanging) && !errors.Is(err, fs.ErrNotExist):
		return refuse(name, nil, casualFault(name, nil, nil))
	case errors.As(err, &why):
		return refuse(name, nil, why)
	case err != nil:
		return setAside(name, err)
	case reports.IsPhoto(name):
		return outcome{file: reports.File{Name: name, SHA256: sum(data), State: reports.Read}, data: data}
	}
	book, made, asides, err := r.readBook(name, data)
	if errors.As(err, &why) {
		if isCasual(name) {
			why = casualFault(name, data, why)
		}
		return refuse(name, data, why)
	}
	book.Name, book.SHA256 = name, sum(data)
	o := outcome{book: book, data: data, made: made}
	o.file = reports.File{Name: name, SHA256: book.SHA256, State: reports.Read, Cells: book.Cells()}
	for _, a := range asides {
		o.findings.Add(a.code, "", reports.Args{"file": name}, reports.Cell{File: name, Sheet: a.sheet})
	}
	return o
}

// readBook reads a workbook by what its bytes are; the name decides only where
// they do not tell. made is the .xlsx that was made of a workbook of another
// form. The error is a *fault.
func (r *reader) readBook(name string, data []byte) (book *Book, made []byte, asides []aside, err error) {
	book, asides, err = r.readAny(name, data)
	var why *fault
	if !errors.As(err, &why) || why.form == "" || r.opt.Convert == nil {
		return book, nil, asides, err
	}
	if made, err = r.opt.Convert(r.ctx, why.form, data); err != nil {
		return nil, nil, nil, &fault{code: "file.unconverted", cause: err.Error()}
	}
	if book, asides, err = r.xlsx(made); err != nil {
		return nil, nil, nil, &fault{code: "file.unconverted", cause: err.Error()}
	}
	return book, made, append(asides, aside{code: "file.converted"}), nil
}

func (r *reader) xlsx(data []byte) (*Book, []aside, error) {
	return readXLSX(data, r.opt.Limits, &r.buf)
}

// setAside accounts for a file or folder that could not be read, now or at all.
func setAside(name string, err error) outcome {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(name, nil, &fault{code: "file.vanished"})
	case errors.Is(err, errChanging):
		return refuse(name, nil, &fault{code: "file.changing"})
	case !fs.ValidPath(strings.TrimSuffix(name, "/")):
		return refuse(name, nil, &fault{code: "file.name"})
	}
	return refuse(name, nil, &fault{code: "file.unreadable", cause: cause(err)})
}

// refuse accounts for a file that is not used, with the finding that says why. A
// file that was meant as figures is rejected; one that is none, or that this
// machine has no program for, is skipped, and is no input of the report.
func refuse(name string, data []byte, why *fault) outcome {
	name = printable(name)
	o := outcome{file: reports.File{Name: name, State: reports.Rejected, Why: why.code}, data: data}
	if data != nil {
		o.file.SHA256 = sum(data)
	}
	switch why.code {
	case "file.lock", "file.partial", "file.system", "file.link", "file.irregular", "file.other", "file.xls",
		"file.format", "file.document", "file.archive", "file.vanished":
		o.file.State, o.data = reports.Skipped, nil
	}
	at := why.at
	at.File = name
	args := reports.Args{"file": name, "cause": why.cause, "ext": strings.ToLower(path.Ext(name))}
	if why.code == "file.format" || why.code == "file.document" { // a name may hide what a file is
		args["ext"] = "." + strings.TrimPrefix(why.cause, ".")
	}
	o.findings.Add(why.code, "", args, at)
	return o
}
