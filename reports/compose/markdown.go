package compose

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"ccbreport/reports/paper"
)

// The Markdown of a template is headings, paragraphs, lists, italic and bold,
// and a rule (---) after which the text belongs to no section. Nothing else is markup: no code, no HTML, no links, so that a line of a
// template cannot vanish into a construct that paper has no block for.
func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
}

// maxLevel is the deepest heading that paper knows: # Phần, ## mục, ### khoản,
// #### điểm.
const maxLevel = 4

// endSections is the level of a rule.
const endSections = -1

// A part is one block of the executed template, not yet settled or numbered.
type part struct {
	level int    // of a heading: 1 to 4; 0 for running text, endSections for a rule
	item  marker // of running text: how it is labelled
	text  text
}

// A marker says how a paragraph of a list is labelled.
type marker int

const (
	unlisted marker = iota
	numbered        // 1. 2. or a) b), by the section that it stands in
	dashed
)

// parts reads the Markdown of an executed template.
func parts(markdown string) []part {
	source := []byte(markdown)
	root := newMarkdown().Parse(gmtext.NewReader(source))
	var out []part
	collect(root, source, unlisted, &out)
	return out
}

// collect appends the blocks under n.
func collect(n ast.Node, source []byte, item marker, out *[]part) {
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		switch b := b.(type) {
		case *ast.Heading:
			*out = append(*out, part{level: min(b.Level, maxLevel), text: inline(b, source, 0)})
		case *ast.Paragraph, *ast.TextBlock:
			*out = append(*out, part{item: item, text: inline(b, source, 0)})
		case *ast.List:
			kind := dashed
			if b.IsOrdered() {
				kind = numbered
			}
			for li := b.FirstChild(); li != nil; li = li.NextSibling() {
				collect(li, source, kind, out)
			}
		case *ast.ThematicBreak:
			*out = append(*out, part{level: endSections})
		default:
			panic(fmt.Sprintf("compose: the parser made a %s", b.Kind()))
		}
	}
}

// inline returns the running text under n, a line break as a space.
func inline(n ast.Node, source []byte, style paper.Style) text {
	var out text
	for in := n.FirstChild(); in != nil; in = in.NextSibling() {
		switch in := in.(type) {
		case *ast.Text:
			out = append(out, styled(string(util.UnescapePunctuations(in.Segment.Value(source))), style)...)
			if in.SoftLineBreak() || in.HardLineBreak() {
				out = append(out, glyph{r: ' ', style: style})
			}
		case *ast.Emphasis:
			add := paper.Italic
			if in.Level == 2 {
				add = paper.Bold
			}
			out = append(out, inline(in, source, style|add)...)
		default:
			panic(fmt.Sprintf("compose: the parser made a %s", in.Kind()))
		}
	}
	return out
}

// styled returns s as glyphs of one style.
func styled(s string, style paper.Style) text {
	var out text
	for _, r := range s {
		out = append(out, glyph{r: r, style: style})
	}
	return out
}

// unstyled returns the words of a block that is not Markdown, its line breaks
// and indents as single spaces. No-break spaces stay: they are blanks to fill.
func unstyled(s string) text {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
	return styled(strings.Join(words, " "), 0)
}
