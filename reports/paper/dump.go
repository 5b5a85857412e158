package paper

import (
	"fmt"
	"strings"
)

// Dump returns the document as text, one block a line, for golden tests and
// for people who look for a fault. Italic is *so*, bold **so**; a span that
// prints a figure is {words|CODE}, the ward's own words {words|position}, an
// anchor {words|#name}, a link {words|>name}; a remark at the foot of the page
// follows its span as [remark].
func (d *Document) Dump() string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	h := d.Head
	line("parent", h.Parent)
	line("issuer", h.Issuer)
	line("number", h.Number+"/"+h.Symbol)
	line("date", fmt.Sprintf("%s, %02d-%02d-%04d", h.Place, h.Day, h.Month, h.Year))
	line("kind", h.Kind)
	line("subject", h.Subject)
	if d.Draft != nil {
		line("draft", d.Draft.Mark)
		list(&b, "missing", d.Draft.Missing)
	}
	list(&b, "to", d.To)
	dumpBlocks(&b, d.Body)
	line("end", d.End)
	list(&b, "sign", d.Sign.Lines)
	line("name", d.Sign.Name)
	list(&b, "copy", d.Copies)
	for _, a := range d.Annexes {
		fmt.Fprintf(&b, "\nannex: %s | %s | %s", a.Label, a.Title, a.Reference)
		if a.Landscape {
			b.WriteString(" | landscape")
		}
		b.WriteByte('\n')
		dumpBlocks(&b, a.Body)
	}
	return b.String()
}

func list(b *strings.Builder, key string, values []string) {
	for _, v := range values {
		fmt.Fprintf(b, "%s: %s\n", key, v)
	}
}

func dumpBlocks(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *Heading:
			fmt.Fprintf(b, "\n%s %s %s\n", strings.Repeat("#", block.Level+1), block.Label, DumpSpans(block.Title))
		case *Paragraph:
			fmt.Fprintf(b, "%s\n", DumpSpans(block.Spans))
		case *Table:
			dumpTable(b, block)
		case *Chart:
			dumpChart(b, block)
		case *Photos:
			for _, p := range block.Items {
				fmt.Fprintf(b, "photo: %s | %s\n", p.Name, p.Caption)
			}
		default:
			panic(fmt.Sprintf("paper: no dump of %T", block))
		}
	}
}

func dumpTable(b *strings.Builder, t *Table) {
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Head)
	}
	fmt.Fprintf(b, "table: %s\n= %s\n", t.Alt, strings.Join(heads, " | "))
	for _, r := range t.Rows {
		mark := [...]string{Plain: "|", Section: "§", TotalRow: "+"}[r.Kind]
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, DumpSpans(c))
		}
		fmt.Fprintf(b, "%s %s\n", mark, strings.Join(cells, " | "))
	}
	list(b, "note", t.Notes)
}

func dumpChart(b *strings.Builder, c *Chart) {
	fmt.Fprintf(b, "chart: %s | %s | %s\n", c.Kind, c.Title, c.Unit)
	for i, label := range c.Labels {
		fmt.Fprintf(b, "= %s", label)
		for _, s := range c.Series {
			a := s.Amounts[i]
			fmt.Fprintf(b, " | %s", DumpSpans([]Span{{Text: a.Text, Ref: a.Ref}}))
		}
		b.WriteByte('\n')
	}
}

// about says where a span's words come from and what they are tied to.
func (s Span) about() string {
	var parts []string
	for _, p := range []struct{ mark, value string }{{"", s.Figure}, {"", s.Source}, {"#", s.Anchor}, {">", s.Link}} {
		if p.value != "" {
			parts = append(parts, p.mark+p.value)
		}
	}
	return strings.Join(parts, " ")
}

// DumpSpans returns one line of text as Dump writes it.
func DumpSpans(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		mark := strings.Repeat("*", map[Style]int{Italic: 1, Bold: 2, Bold | Italic: 3}[s.Style])
		words := s.Text
		if about := s.about(); about != "" {
			words = "{" + s.Text + "|" + about + "}"
		}
		b.WriteString(mark + words + mark)
		if s.Note != "" {
			b.WriteString("[" + s.Note + "]")
		}
	}
	return b.String()
}
