package roll

import (
	"bytes"
	"context"
	"path"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/treefs"
	"ccbreport/reports/viet"
)

// A Sheet is the rows of a list as a person sees them.
type Sheet struct {
	Name string
	Rows []Row
}

// A Row is the cells of a row that have something in them.
type Row struct {
	Num    int
	Cells  []Cell
	struck bool
}

// A Cell is a text in a column; Again says that it reaches down from a row above.
type Cell struct {
	Col   int
	Text  string
	Again bool
}

// Open reads a file as the inbox would be read, by the same rules and within the same
// limits. found says why it cannot be read; the error is the machine's.
func Open(ctx context.Context, name string, data []byte, o intake.Options) (sheets []Sheet, found reports.Findings, err error) {
	if ext := strings.ToLower(path.Ext(name)); ext == ".txt" || ext == "" {
		name, data = name+".csv", lines(data)
	}
	in, err := intake.Read(ctx, treefs.Files(map[string][]byte{name: data}), o)
	if err != nil {
		return nil, nil, err
	}
	for _, b := range in.Books {
		for _, s := range grid.Sheets(viet.NewUnits(nil), b, func(string, reports.Args, reports.Cell) {}) {
			sheets = append(sheets, seen(s))
		}
	}
	return sheets, in.Findings, nil
}

// lines makes a table of one column of lines, unless they are a table already: a comma
// parts the words of a sentence there.
func lines(data []byte) []byte {
	all := bytes.Split(data, []byte("\n"))
	parted := 0
	for _, line := range all {
		if bytes.ContainsAny(line, "\t;") {
			parted++
		}
	}
	if 2*parted > len(all) || bytes.IndexByte(data, 0) >= 0 || bytes.HasPrefix(data, []byte("PK")) {
		return data
	}
	var out bytes.Buffer
	for i, line := range all {
		line = bytes.TrimSuffix(line, []byte("\r"))
		mark := []byte(nil)
		if i == 0 && bytes.HasPrefix(line, []byte("\ufeff")) {
			mark, line = line[:3], line[3:]
		}
		out.Write(mark)
		out.WriteString(`"` + strings.ReplaceAll(string(line), `"`, `""`) + "\"\n")
	}
	return out.Bytes()
}

// seen leaves what a person sees of a sheet; what is merged over rows stands in each of
// them.
func seen(s *grid.Sheet) Sheet {
	out := Sheet{Name: s.Name}
	for i, row := range s.Rows {
		r, gone := Row{Num: row.Num}, 0
		for _, c := range row.Cells {
			switch {
			case c.Gone() != "":
				gone++
			case textOf(c) != "":
				r.Cells = append(r.Cells, Cell{Col: c.Col, Text: textOf(c)})
			}
		}
		r.struck = gone > 0 && len(r.Cells) == 0
		for _, m := range s.Merges {
			if m.Row1 < row.Num && row.Num <= m.Row2 && r.at(m.Col1) == "" {
				if c := s.Cell(i, m.Col1); c != nil {
					r.Cells = append(r.Cells, Cell{m.Col1, textOf(c), true})
				}
			}
		}
		if len(r.Cells) > 0 || r.struck {
			out.Rows = append(out.Rows, r)
		}
	}
	return out
}

// textOf is what a cell shows, with the line breaks that somebody typed.
func textOf(c *grid.Cell) string {
	switch {
	case c.Look != nil && c.Look.Shown != "":
		return viet.Clean(c.Look.Shown)
	case strings.Contains(c.Text, "\n") && viet.Clean(c.Text) == c.Clean:
		var lines []string
		for _, line := range strings.Split(c.Text, "\n") {
			if line = viet.Clean(line); line != "" {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	}
	return c.Clean
}

// at is the text in a column, "" for none.
func (row Row) at(col int) string {
	for _, c := range row.Cells {
		if c.Col == col {
			return c.Text
		}
	}
	return ""
}

// own are the cells that do not reach down from a row above.
func (row Row) own() []Cell {
	var own []Cell
	for _, c := range row.Cells {
		if !c.Again {
			own = append(own, c)
		}
	}
	return own
}

// text is all of a row.
func (row Row) text() string {
	var all []string
	for _, c := range row.own() {
		all = append(all, strings.ReplaceAll(c.Text, "\n", " "))
	}
	return strings.Join(all, " | ")
}
