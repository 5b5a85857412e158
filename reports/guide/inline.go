package guide

import (
	"path"
	"strings"

	"ccbreport/reports/paper"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// spans is the running text under n, a line break as a space.
func (r *reader) spans(n ast.Node, style paper.Style) []paper.Span {
	var out []paper.Span
	add := func(text string, style paper.Style) { out = append(out, paper.Span{Text: text, Style: style}) }
	for in := n.FirstChild(); in != nil; in = in.NextSibling() {
		switch in := in.(type) {
		case *ast.Text:
			add(string(util.UnescapePunctuations(in.Segment.Value(r.source))), style)
			if in.SoftLineBreak() || in.HardLineBreak() {
				add(" ", style)
			}
		case *ast.String:
			add(string(in.Value), style)
		case *ast.CodeSpan: // its words as they stand
			for text := in.FirstChild(); text != nil; text = text.NextSibling() {
				add(strings.ReplaceAll(string(text.(*ast.Text).Segment.Value(r.source)), "\n", " "), style|paper.Bold)
			}
		case *ast.Emphasis:
			mark := paper.Italic
			if in.Level == 2 {
				mark = paper.Bold
			}
			out = append(out, r.spans(in, style|mark)...)
		case *ast.Link:
			out = append(out, r.link(in, style)...)
		case *ast.AutoLink:
			add(string(in.Label(r.source)), style)
		case *ast.Image: // see photos
		default:
			r.fail(n, "%s is not set", in.Kind())
		}
	}
	return out
}

// link leads to a heading of the guide; where it leads elsewhere, paper has to say
// so in words.
func (r *reader) link(l *ast.Link, style paper.Style) []paper.Span {
	out := r.spans(l, style)
	to := string(l.Destination)
	at, anchor, _ := strings.Cut(to, "#")
	if anchor == "" {
		anchor = r.parts[path.Join(path.Dir(r.name), at)]
	}
	switch {
	case anchor != "" && (at == "" || r.parts[path.Join(path.Dir(r.name), at)] != ""):
		for i := range out {
			out[i].Link = anchor
		}
	case strings.Contains(to, "://") && !strings.Contains(to, words(out)):
		out = append(out, paper.Span{Text: " (" + to + ")", Style: style})
	}
	return out
}

func words(spans []paper.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
