// Package gridtest builds the workbooks of tests from text.
package gridtest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports/intake"
)

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// Book reads the text form of a workbook of that name: "sheet NAME" or "hidden NAME"
// begins a sheet, "merge A1:B2" and "font NAME" say something about it, any
// other line is the next row, its cells parted by "|". A cell is a number where
// it looks like one; "text" in quotes is text, 0.5% a cell shown as a
// percentage, @42787 one shown as a date, =F→7 a formula with its stored result,
// =F without one, #REF! an error, !TRUE a truth value. A row that begins with "~"
// is hidden, "hidecol E" hides a column. "box A1 TEXT" is a text box, and behind a cell stands its look (see
// parseLook).
func Book(name, text string) *intake.Book {
	b := &intake.Book{Name: name}
	var s *intake.Sheet
	font, num := "", 0
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "sheet", "hidden":
			b.Sheets = append(b.Sheets, intake.Sheet{Name: rest, Hidden: word == "hidden"})
			s, font, num = &b.Sheets[len(b.Sheets)-1], "", 0
			continue
		case "merge":
			s.Merges = append(s.Merges, parseRange(rest))
			continue
		case "hidecol":
			at := parseRange(rest + "1:" + rest + "1")
			s.HiddenCols = append(s.HiddenCols, intake.Span{First: at.Col1, Last: at.Col1})
			continue
		case "box":
			s.Boxes = append(s.Boxes, parseBox(rest))
			continue
		case "font":
			font = rest
			continue
		}
		num++
		row := intake.Row{Num: num, Hidden: strings.HasPrefix(line, "~")}
		for i, field := range strings.Split(strings.TrimPrefix(line, "~"), "|") {
			text, look := parseLook(field)
			if c, ok := parseCell(text); ok {
				c.Col, c.Font, c.Look = i+1, font, look
				row.Cells = append(row.Cells, c)
			}
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return b
}

func parseCell(s string) (intake.Cell, bool) {
	switch {
	case s == "":
		return intake.Cell{}, false
	case strings.HasPrefix(s, `"`):
		text, err := strconv.Unquote(s)
		if err != nil {
			panic(s)
		}
		return intake.Cell{Text: text}, true
	case strings.HasPrefix(s, "="):
		formula, cached, ok := strings.Cut(s[1:], "→")
		return intake.Cell{Kind: intake.Number, Formula: formula, Text: cached, NoCache: !ok}, true
	case strings.HasPrefix(s, "@"):
		return intake.Cell{Kind: intake.Number, Text: s[1:], Date: true}, true
	case strings.HasPrefix(s, "!"):
		return intake.Cell{Kind: intake.Bool, Text: s[1:]}, true
	case strings.HasPrefix(s, "#"):
		return intake.Cell{Kind: intake.Error, Text: s}, true
	case strings.HasSuffix(s, "%") && plainNumber.MatchString(s[:len(s)-1]):
		return intake.Cell{Kind: intake.Number, Text: s[:len(s)-1], Percent: true}, true
	case plainNumber.MatchString(s):
		return intake.Cell{Kind: intake.Number, Text: s}, true
	}
	return intake.Cell{Text: s}, true
}

func parseRange(s string) intake.Range {
	var c1, c2 byte
	var r1, r2 int
	if _, err := fmt.Sscanf(s, "%c%d:%c%d", &c1, &r1, &c2, &r2); err != nil {
		panic(s)
	}
	return intake.Range{Col1: int(c1-'A') + 1, Row1: r1, Col2: int(c2-'A') + 1, Row2: r2}
}

var lookKey = regexp.MustCompile(`\s*~(comment|colour|shown|scale|words|hides|struck|covered)\b:?`)

// parseLook parts a field of a workbook's text form from what follows it about its
// look: "50 ~comment:đúng ra là 52 ~colour:FF0000", "1500000~shown:1.500~scale:1000",
// "12 ~struck".
func parseLook(s string) (rest string, look *intake.Look) {
	marks := lookKey.FindAllStringSubmatchIndex(s, -1)
	if marks == nil {
		return strings.TrimSpace(s), nil
	}
	look = &intake.Look{}
	for i, m := range marks {
		end := len(s)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		setLook(look, s[m[2]:m[3]], strings.TrimSpace(s[m[1]:end]))
	}
	return strings.TrimSpace(s[:marks[0][0]]), look
}

func setLook(look *intake.Look, key, value string) {
	switch key {
	case "comment":
		look.Comment = strings.ReplaceAll(value, `\n`, "\n")
	case "colour":
		look.Colour = value
	case "shown":
		look.Shown = value
	case "scale":
		look.Scale, _ = strconv.ParseInt(value, 10, 64)
	case "words":
		look.Words = value
	case "hides":
		look.Hides = true
	case "struck":
		look.Struck = true
	case "covered":
		look.Covered = true
	}
}

// parseBox reads "A1 text" of a line "box A1 text"; \n in it is a line break.
func parseBox(s string) intake.Box {
	at, text, _ := strings.Cut(s, " ")
	var col byte
	b := intake.Box{Text: strings.ReplaceAll(text, `\n`, "\n")}
	if _, err := fmt.Sscanf(at, "%c%d", &col, &b.Row); err != nil {
		panic(s)
	}
	b.Col = int(col-'A') + 1
	return b
}
