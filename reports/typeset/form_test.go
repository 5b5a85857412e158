package typeset

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/fonts"
	"ccbreport/reports/paper"
)

// The text form of a document, one directive a line: the directive, a space,
// the rest. Parts of the rest are divided by " | ", **…** is bold, *…* italic,
// {words|#name} an anchor, {words|>name} a link, {words|^remark} a remark.
//
//	parent issuer nation motto number symbol place kind subject   the head
//	date 5 7 2028
//	to copy sign name end author draft missing
//	h0 Phần I | KẾT QUẢ                    heading of level 0 to 3
//	p pl pc pr                             paragraph: natural, left, centre, right
//	table Alt                              begins a table
//	unit col group row section total note  of that table; "col > Head" is right, "col = Head" centred
//	photo 1200x900 | Caption               a made photo of that many pixels; those in a row are one grid
//	chart columns | Title | Unit           begins a chart
//	series Name                            of that chart; one for each amount of a point
//	point Label | 812 | 1/3 | -            label, then an amount for each series; "-" for none
//	annex annex-wide Label | TITLE | (Reference)
//
// What stands behind an annex belongs to it.

// loadForm reads the text form of testdata.
func loadForm(t testing.TB, name string) *paper.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return parseForm(t, string(data))
}

type formParser struct {
	doc   *paper.Document
	table *paper.Table
	chart *paper.Chart
}

func parseForm(t testing.TB, form string) *paper.Document {
	t.Helper()
	p := formParser{doc: &paper.Document{Lang: "vi-VN", Head: paper.Head{
		Nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto: "Độc lập - Tự do - Hạnh phúc"}}}
	for i, line := range strings.Split(form, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		directive, rest, _ := strings.Cut(line, " ")
		if err := p.directive(directive, rest); err != nil {
			t.Fatalf("line %d: %q: %v", i+1, line, err)
		}
	}
	return p.doc
}

func (p *formParser) directive(name, rest string) error {
	parts := strings.Split(rest, " | ")
	head := &p.doc.Head
	fields := map[string]*string{
		"parent": &head.Parent, "issuer": &head.Issuer, "nation": &head.Nation, "motto": &head.Motto,
		"number": &head.Number, "symbol": &head.Symbol, "place": &head.Place, "kind": &head.Kind,
		"subject": &head.Subject, "name": &p.doc.Sign.Name, "end": &p.doc.End, "author": &p.doc.Author,
	}
	lists := map[string]*[]string{"to": &p.doc.To, "copy": &p.doc.Copies, "sign": &p.doc.Sign.Lines}
	switch {
	case fields[name] != nil:
		*fields[name] = rest
	case lists[name] != nil:
		*lists[name] = append(*lists[name], rest)
	case name == "date":
		_, err := fmt.Sscan(rest, &head.Day, &head.Month, &head.Year)
		return err
	case name == "draft":
		p.doc.Draft = &paper.Draft{Mark: rest}
	case name == "missing":
		p.doc.Draft.Missing = append(p.doc.Draft.Missing, rest)
	case strings.HasPrefix(name, "annex"):
		p.doc.Annexes = append(p.doc.Annexes, paper.Annex{
			Label: parts[0], Title: parts[1], Reference: parts[2], Landscape: name == "annex-wide"})
	case len(name) == 2 && name[0] == 'h':
		level, err := strconv.Atoi(name[1:])
		p.add(&paper.Heading{Level: level, Label: parts[0], Title: inline(parts[1])})
		return err
	case name == "p", len(name) == 2 && name[0] == 'p':
		align := map[string]paper.Align{"p": paper.Natural, "pl": paper.Left, "pc": paper.Centre, "pr": paper.Right}
		p.add(&paper.Paragraph{Spans: inline(rest), Align: align[name]})
	case name == "photo":
		return p.photoDirective(parts)
	case name == "chart", name == "series", name == "point":
		return p.chartDirective(name, parts)
	default:
		return p.tableDirective(name, rest, parts)
	}
	return nil
}

// photoDirective adds a photo to the grid that it follows, else to a new one.
func (p *formParser) photoDirective(parts []string) error {
	var width, height int
	if _, err := fmt.Sscanf(parts[0], "%dx%d", &width, &height); err != nil {
		return err
	}
	item := paper.Photo{Name: parts[0] + ".jpg", Caption: parts[1], Data: madeJPEG(width, height)}
	blocks := p.blocks()
	if n := len(*blocks); n > 0 {
		if grid, ok := (*blocks)[n-1].(*paper.Photos); ok {
			grid.Items = append(grid.Items, item)
			return nil
		}
	}
	p.add(&paper.Photos{Items: []paper.Photo{item}})
	return nil
}

func (p *formParser) chartDirective(name string, parts []string) error {
	switch name {
	case "chart":
		p.chart = &paper.Chart{Kind: paper.ChartKind(parts[0]), Title: parts[1], Unit: parts[2], Alt: parts[1]}
		p.add(p.chart)
	case "series":
		p.chart.Series = append(p.chart.Series, paper.Series{Name: parts[0]})
	case "point":
		p.chart.Labels = append(p.chart.Labels, parts[0])
		for i, amount := range parts[1:] {
			a := paper.Amount{Text: amount, Den: 1}
			digits := strings.ReplaceAll(amount, ".", "")
			if _, err := fmt.Sscanf(digits, "%d/%d", &a.Num, &a.Den); err != nil && amount == "-" {
				a = paper.Amount{}
			}
			p.chart.Series[i].Amounts = append(p.chart.Series[i].Amounts, a)
		}
	}
	return nil
}

func (p *formParser) tableDirective(name, rest string, parts []string) error {
	kinds := map[string]paper.RowKind{"row": paper.Plain, "section": paper.Section, "total": paper.TotalRow}
	kind, isRow := kinds[name]
	switch {
	case name == "table":
		p.table = &paper.Table{Alt: rest}
		p.add(p.table)
	case name == "unit":
		p.table.Unit = rest
	case name == "note":
		p.table.Notes = append(p.table.Notes, rest)
	case name == "col":
		align := map[byte]paper.Align{'>': paper.Right, '=': paper.Centre, '<': paper.Left}[rest[0]]
		p.table.Columns = append(p.table.Columns, paper.Column{Head: rest[2:], Align: align})
	case name == "group":
		var g paper.Group
		_, err := fmt.Sscan(parts[0], &g.First, &g.Last)
		g.Head = parts[1]
		p.table.Groups = append(p.table.Groups, g)
		return err
	case isRow:
		row := paper.Row{Kind: kind}
		for _, c := range parts {
			row.Cells = append(row.Cells, inline(c))
		}
		for len(row.Cells) < len(p.table.Columns) {
			row.Cells = append(row.Cells, nil)
		}
		p.table.Rows = append(p.table.Rows, row)
	default:
		return fmt.Errorf("unknown directive")
	}
	return nil
}

func (p *formParser) add(b paper.Block) { *p.blocks() = append(*p.blocks(), b) }

// blocks is where the next block goes.
func (p *formParser) blocks() *paper.Blocks {
	if n := len(p.doc.Annexes); n > 0 {
		return &p.doc.Annexes[n-1].Body
	}
	return &p.doc.Body
}

// inline reads **bold** and *italic*.
func inline(s string) []paper.Span {
	var spans []paper.Span
	var style paper.Style
	for s != "" {
		i := strings.IndexByte(s, '*')
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			spans = append(spans, tied(s[:i], style)...)
		}
		s = s[i:]
		if strings.HasPrefix(s, "**") {
			style, s = style^paper.Bold, s[2:]
		} else if s != "" {
			style, s = style^paper.Italic, s[1:]
		}
	}
	return spans
}

// tied reads {words|#name}, {words|>name}, {words|^remark}.
func tied(s string, style paper.Style) []paper.Span {
	var spans []paper.Span
	for s != "" {
		before, rest, found := strings.Cut(s, "{")
		if before != "" {
			spans = append(spans, paper.Span{Text: before, Style: style})
		}
		if !found {
			break
		}
		in, after, _ := strings.Cut(rest, "}")
		parts := strings.Split(in, "|")
		span := paper.Span{Text: parts[0], Style: style}
		for _, p := range parts[1:] {
			*map[byte]*string{'#': &span.Anchor, '>': &span.Link, '^': &span.Note}[p[0]] = p[1:]
		}
		spans = append(spans, span)
		s = after
	}
	return spans
}

// builtin loads the profile and the faces that the program embeds.
func builtin(t testing.TB) (Profile, *typeface) {
	t.Helper()
	p, err := LoadProfile(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := loadTypeface(fonts.FS, p.Font)
	if err != nil {
		t.Fatal(err)
	}
	return p.Keep("Cựu chiến binh"), face
}

// partyProfile is the profile of Party bodies, put where a ward puts it.
func partyProfile(t testing.TB) Profile {
	t.Helper()
	data, err := os.ReadFile("../../templates/page-dang.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := LoadProfile(fstest.MapFS{profileFile: {Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// testSetter is a setter for upright pages.
func testSetter(t testing.TB) *setter {
	t.Helper()
	p, face := builtin(t)
	s := &setter{p: p, face: face, rule: newGlueRule(p.Breaking), section: &element{role: "Document"}}
	s.turn(false)
	return s
}
