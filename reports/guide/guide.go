// Package guide reads a guide that people wrote in Markdown, such as README.vi.md,
// as a document, so that the program sets its own guide as it sets a report.
//
// Headings, paragraphs, lists, code, pictures, tables and links are known; what a
// page has no place for is an error that names its line, not a hole in the guide.
package guide

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports/paper"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
)

// Officers are the files of the officers' guide, in the tree of the program.
var Officers = []string{"README.vi.md", "docs/hay-gap.md", "docs/nguoi-phu-trach-may.md"}

// Read reads a guide that stands in one file or several, with the pictures that they
// show. The first heading of the first is the title of the document; every further file
// is a part of it, called as its own first heading says.
func Read(fsys fs.FS, names ...string) (*paper.Document, error) {
	g := &guide{fsys: fsys, doc: &paper.Document{Lang: "vi-VN"}, parts: map[string]string{}}
	for _, name := range names {
		if err := g.open(name); err != nil {
			return nil, fmt.Errorf("read guide: %w", err)
		}
	}
	for i, f := range g.files {
		r := &reader{guide: g, name: f.name, source: f.source, deeper: min(i, 1)}
		r.blocks(f.root, 0)
		if r.err != nil {
			return nil, fmt.Errorf("read guide %s: %w", f.name, r.err)
		}
	}
	return g.doc, nil
}

// A guide is the files of which a document is made.
type guide struct {
	fsys  fs.FS
	files []file
	parts map[string]string // by a file's name: what a link to all of it leads to
	doc   *paper.Document
}

type file struct {
	name   string
	source []byte
	root   ast.Node
}

func (g *guide) open(name string) error {
	source, err := fs.ReadFile(g.fsys, name)
	if err != nil {
		return err
	}
	source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(gmtext.NewReader(source))
	g.files = append(g.files, file{name, source, root})
	if h, ok := root.FirstChild().(*ast.Heading); ok && len(g.files) > 1 {
		r := &reader{guide: g, name: name, source: source}
		g.parts[name] = slug(words(r.spans(h, 0)))
	}
	return nil
}

// A reader turns the tree of a Markdown file into the blocks of a document.
type reader struct {
	*guide
	name   string
	source []byte
	deeper int    // how much deeper its headings stand than in a file of its own
	label  string // of the paragraph that begins an item of a list
	err    error  // the first
}

func (r *reader) fail(n ast.Node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("line %d: %w", r.line(n), fmt.Errorf(format, args...))
	}
}

// line is where a node, or the nearest above or below it that says so, begins.
func (r *reader) line(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() != ast.TypeInline && n.Lines().Len() > 0 {
			return bytes.Count(r.source[:n.Lines().At(0).Start], []byte("\n")) + 1
		}
	}
	return 1
}

func (r *reader) add(b paper.Block) { r.doc.Body = append(r.doc.Body, b) }

// blocks reads the blocks under n, which is so deep in lists.
func (r *reader) blocks(n ast.Node, depth int) {
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		switch b := b.(type) {
		case *ast.Heading:
			r.heading(b)
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(b)
		case *ast.List:
			r.list(b, depth)
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			r.code(b)
		case *ast.Blockquote:
			r.blocks(b, depth)
		case *xast.Table:
			r.table(b)
		case *ast.ThematicBreak: // a heading follows, which has room above it
		case *ast.HTMLBlock:
			if b.HTMLBlockType != ast.HTMLBlockType2 { // a comment
				r.fail(b, "HTML is not set")
			}
		default:
			r.fail(b, "%s is not set", b.Kind())
		}
	}
}

// heading takes the first heading of level 1 for the title; those of level 2 stand
// where a report has its parts.
func (r *reader) heading(h *ast.Heading) {
	title := r.spans(h, 0)
	if h.Level == 1 && r.doc.Head.Subject == "" {
		r.doc.Head.Subject = words(title)
		return
	}
	if len(title) > 0 {
		title[0].Anchor = slug(words(title))
	}
	r.add(&paper.Heading{Level: max(h.Level+r.deeper, 2) - 2, Title: title})
}

// slug is the name by which a link of the file leads to a heading, as GitHub has it.
func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// paragraph reads running text. Pictures in it stand below it.
func (r *reader) paragraph(n ast.Node) {
	spans := r.spans(n, 0)
	if r.label != "" {
		spans = append([]paper.Span{{Text: r.label}}, spans...)
	}
	r.label = ""
	if strings.TrimSpace(words(spans)) != "" {
		r.add(&paper.Paragraph{Spans: spans, Align: paper.Left})
	}
	if photos := r.photos(n); len(photos) > 0 {
		r.add(&paper.Photos{Items: photos})
	}
}

// list labels the first paragraph of each item.
func (r *reader) list(l *ast.List, depth int) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		r.label = [...]string{"– ", "+ "}[min(depth, 1)]
		if l.IsOrdered() {
			r.label = strconv.Itoa(number) + ". "
			number++
		}
		r.blocks(item, depth+1)
	}
	r.label = ""
}

// code sets what is typed in a frame, a line in a row of its own.
func (r *reader) code(n ast.Node) {
	t := &paper.Table{Columns: []paper.Column{{}}, Alt: "Gõ: "}
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text := strings.TrimRight(strings.ReplaceAll(string(line.Value(r.source)), "\t", " "), "\n ")
		if text == "" {
			continue
		}
		t.Alt += text + "; "
		t.Rows = append(t.Rows, paper.Row{Cells: [][]paper.Span{{{Text: text, Style: paper.Bold}}}})
	}
	t.Alt = strings.TrimSuffix(t.Alt, "; ")
	r.add(t)
}

func (r *reader) table(n *xast.Table) {
	t := &paper.Table{}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]paper.Span
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, r.spans(cell, 0))
		}
		if _, head := row.(*xast.TableHeader); !head {
			t.Rows = append(t.Rows, paper.Row{Cells: cells})
			continue
		}
		for _, cell := range cells {
			t.Columns = append(t.Columns, paper.Column{Head: words(cell)})
			t.Alt = strings.TrimPrefix(t.Alt+", "+words(cell), ", ")
		}
	}
	r.add(t)
}

// photos are the pictures under n: what each shows, and below it its title.
func (r *reader) photos(n ast.Node) []paper.Photo {
	var photos []paper.Photo
	for in := n.FirstChild(); in != nil; in = in.NextSibling() {
		image, ok := in.(*ast.Image)
		if !ok {
			photos = append(photos, r.photos(in)...)
			continue
		}
		name := path.Join(path.Dir(r.name), string(image.Destination))
		data, err := fs.ReadFile(r.fsys, name)
		if err != nil {
			r.fail(image, "read picture: %w", err)
		}
		photos = append(photos, paper.Photo{
			Name: name, Alt: words(r.spans(image, 0)), Caption: string(image.Title), Data: data,
		})
	}
	return photos
}
