package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// This file proves the annex of sources: what each row says is held against the
// cells that explain names, and against what stands in them.

// A sourceRow is a row of the annex: its cells, and where it leads.
type sourceRow struct {
	anchor, back        string
	result, how, source string
}

// A readSpan is a run of text of the document, as far as the rows are concerned.
type readSpan struct{ Text, Figure, Source, Anchor, Link string }

type readTable struct {
	Table *struct {
		Rows []struct {
			Kind  int
			Cells [][]readSpan
		}
	}
}

// rows wants every row of the annex of sources to be true, and every figure that
// is printed to have one. values are the sums of the cells.
func (r *readder) rows(figures []readFigure) {
	list, spans := r.sourceRows()
	code, printedAt := map[string]string{}, map[string]readSpan{}
	for _, s := range spans {
		if s.Figure != "" && s.Link == "" {
			r.fail("%q of %s leads to no row", s.Text, s.Figure)
		}
		if s.Figure != "" {
			code[s.Link] = s.Figure
		}
		if s.Anchor != "" {
			printedAt[s.Anchor] = s
		}
	}
	proven := 0
	for _, row := range list {
		i := slices.IndexFunc(figures, func(f readFigure) bool { return f.Code == code[row.anchor] })
		if i >= 0 {
			r.figureRow(row, figures[i])
			proven++
		} else if s, ok := printedAt[row.back]; ok {
			r.wordsRow(row, s)
		}
	}
	if proven != len(figures) {
		r.fail("%d figures are printed, %d have a row", len(figures), proven)
	}
	r.ts.Logf("%d rows of sources, %d of figures", len(list), proven)
}

// sourceRows returns the rows of the annex, and the spans of all else.
func (r *readder) sourceRows() (rows []sourceRow, spans []readSpan) {
	data, err := os.ReadFile(filepath.Join(r.dir, "du-lieu.json"))
	r.ts.Check(err)
	var all struct {
		Document struct {
			Body    json.RawMessage
			Annexes []struct {
				Sources bool
				Body    json.RawMessage
			}
		}
	}
	r.ts.Check(json.Unmarshal(data, &all))
	said := []json.RawMessage{all.Document.Body}
	for _, a := range all.Document.Annexes {
		if !a.Sources {
			said = append(said, a.Body)
			continue
		}
		var blocks []readTable
		r.ts.Check(json.Unmarshal(a.Body, &blocks))
		for _, row := range blocks[0].Table.Rows {
			c := func(i int) string {
				if len(row.Cells[i]) == 0 {
					return ""
				}
				return row.Cells[i][0].Text
			}
			if row.Kind == 0 { // no heading
				rows = append(rows, sourceRow{row.Cells[0][0].Anchor, row.Cells[2][0].Link, c(2), c(3), c(4)})
			}
		}
	}
	for _, body := range said {
		var v any
		r.ts.Check(json.Unmarshal(body, &v))
		spans = append(spans, spansIn(v)...)
	}
	return rows, spans
}

// spansIn finds every span; the amounts of a chart cannot be links.
func spansIn(v any) (spans []readSpan) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			spans = append(spans, spansIn(item)...)
		}
	case map[string]any:
		if _, isSpan := v["Leads"]; isSpan {
			text := func(key string) string { s, _ := v[key].(string); return s }
			return []readSpan{{text("Text"), text("Figure"), text("Source"), text("Anchor"), text("Link")}}
		}
		for _, key := range []string{"heading", "paragraph", "table", "Title", "Spans", "Rows", "Cells"} {
			spans = append(spans, spansIn(v[key])...)
		}
	}
	return spans
}

var (
	ofUnit   = regexp.MustCompile(`^[\d.,]+(?:%| đồng)?`)
	oneSpot  = regexp.MustCompile(`(?:(\d+) chi hội, )?(?:“([^”]*)”, )?(?:ô ([A-Z]+\d+(?:, [A-Z]+\d+)*)|cột ([A-Z]+)(?:-([A-Z]+))?, dòng (\d+)(?:-(\d+))?)`)
	others   = regexp.MustCompile(`; (\d+) ô khác$`)
	branches = regexp.MustCompile(`(\d+) chi hội`)
	ofParts  = regexp.MustCompile(`tỷ lệ ([\d.]+)/([\d.]+)`)
)

// figureRow: the result is what the cells give, every cell that is named is one
// of them, the named ones and the others are all, and so are the branches.
func (r *readder) figureRow(row sourceRow, f readFigure) {
	if f.Kind != "list" {
		r.compare(readPlace{Figure: f.Code, Text: ofUnit.FindString(row.result)}, r.add(f, f.Exact, f.Entries), nil)
	}
	cells, units, counted := map[string]bool{}, map[string]bool{}, 0
	for _, e := range f.Entries {
		cells[e.File+"!"+e.Sheet+"!"+e.Cell] = true
		if e.Branch != "" {
			units[e.Branch] = true
		}
	}
	for _, m := range oneSpot.FindAllStringSubmatch(row.source, -1) {
		files := 1
		if m[1] != "" {
			files, _ = strconv.Atoi(m[1])
		}
		for _, at := range addresses(m) {
			n := 0
			for _, e := range f.Entries {
				if e.Cell == at && (m[2] == "" || e.Sheet == m[2]) {
					n++
				}
			}
			if n < files {
				r.fail("%s: the row names %s of %d workbooks, the figure has %d: %q", f.Code, at, files, n, row.source)
			}
			counted += files
		}
	}
	if m := others.FindStringSubmatch(row.source); m != nil {
		n, _ := strconv.Atoi(m[1])
		counted += n
	}
	if counted != len(cells) {
		r.fail("%s: the row accounts for %d cells, the figure has %d: %q", f.Code, counted, len(cells), row.source)
	}
	if m := branches.FindStringSubmatch(row.how); m != nil && m[1] != strconv.Itoa(len(units)) || m == nil && len(units) > 0 {
		r.fail("%s: %q, and %d branches", f.Code, row.how, len(units))
	}
	if m := ofParts.FindStringSubmatch(row.how); m != nil && strings.ReplaceAll(m[1]+"/"+m[2], ".", "") != f.Exact {
		r.fail("%s: %q, and %s", f.Code, row.how, f.Exact)
	}
}

// wordsRow: what is printed stands in the first cell of the row.
func (r *readder) wordsRow(row sourceRow, printed readSpan) {
	m := oneSpot.FindStringSubmatch(row.source)
	first, _, _ := strings.Cut(printed.Source, ", ")
	parts := strings.Split(first, "!")
	if m == nil || len(parts) != 3 || m[2] != parts[1] || !slices.Contains(addresses(m), parts[2]) {
		r.fail("%q is from %s, its row says %q", printed.Text, first, row.source)
		return
	}
	raw := strings.Join(strings.Fields(r.book(parts[0]).cell(parts[1], parts[2])), " ")
	words := strings.TrimRight(printed.Text, ".")
	if !strings.Contains(strings.ToLower(raw), strings.ToLower(words)) && r.book(parts[0]).cell(parts[1], "A"+parts[2][1:]) != words {
		r.fail("%q does not stand in %s: %q", words, first, raw)
	}
}

// addresses are the cells that a match of oneSpot names.
func addresses(m []string) []string {
	if m[3] != "" {
		return strings.Split(m[3], ", ")
	}
	last, lastRow := m[4], m[6]
	if m[5] != "" {
		last = m[5]
	}
	if m[7] != "" {
		lastRow = m[7]
	}
	from, _ := strconv.Atoi(m[6])
	to, _ := strconv.Atoi(lastRow)
	var all []string
	for row := from; row <= to; row++ {
		for col := m[4]; ; col = nextColumn(col) {
			all = append(all, col+strconv.Itoa(row))
			if col == last || len(col) > 2 {
				break
			}
		}
	}
	return all
}

// nextColumn counts on from A to Z and from Z to AA.
func nextColumn(col string) string {
	last := col[len(col)-1]
	if last < 'Z' {
		return col[:len(col)-1] + string(last+1)
	}
	if col == "Z" {
		return "AA"
	}
	return nextColumn(col[:len(col)-1]) + "A"
}
