package typeset

import (
	"slices"
	"sort"

	"ccbreport/reports/paper"
)

// A demand is what one column wants: least is the widest word in it, few what
// keeps its cells on few lines, most the widest cell on one line.
type demand struct{ least, few, most Length }

// How many lines a cell may have before a smaller size is better.
const (
	fewLines     = 4
	fewHeadLines = 6
	fewLeadLines = 2 // of the leading columns, which name the rows
)

// columnWidths shares the text's width among the columns at the first of the
// sizes at which no cell needs more than a few lines. If there is none, a table
// without leading columns has many lines, at the first size at which no word is
// cut; whole is false for any other, and for one with words too long. One with
// leading columns is rather parted than set smaller than its parts would be.
func (s *setter) columnWidths(t *paper.Table, sizes []Length) (widths []Length, size Length, whole bool) {
	for _, size := range sizes {
		if t.Lead > 0 && size < s.p.Table.Split {
			break
		}
		demands := s.demands(t, size)
		for i, d := range demands {
			demands[i].least = max(d.least, d.few)
		}
		if sumLeast(demands) <= s.width {
			return share(demands, s.width), size, true
		}
	}
	if t.Lead > 0 {
		return nil, 0, false
	}
	return s.crampedWidths(t, sizes)
}

// crampedWidths shares the width at the first size at which no word is cut, else
// at the last size, with the widest words cut; whole then is false.
func (s *setter) crampedWidths(t *paper.Table, sizes []Length) (widths []Length, size Length, whole bool) {
	var demands []demand
	for _, size = range sizes {
		demands = s.demands(t, size)
		if sumLeast(demands) <= s.width {
			return share(demands, s.width), size, true
		}
	}
	return squeeze(demands, s.width), size, false
}

func sumLeast(demands []demand) (sum Length) {
	for _, d := range demands {
		sum += d.least
	}
	return sum
}

// demands measures the columns. Heads break anywhere and take no width that
// cells would use; a cell that spans columns does not count.
func (s *setter) demands(t *paper.Table, size Length) []demand {
	demands := make([]demand, len(t.Columns))
	for i, c := range t.Columns {
		least, most := s.extent(plain(c.Head), paper.Bold, size)
		demands[i] = demand{least: least, few: most / fewHeadLines, most: max(least, most/4)}
	}
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			if i >= len(demands) || row.Kind == paper.Section && i > 0 {
				break
			}
			least, most := s.extent(cell, rowStyle(row.Kind), size)
			lines := Length(fewLines)
			if i < t.Lead {
				lines = fewLeadLines
			}
			d := &demands[i]
			d.least, d.few, d.most = max(d.least, least), max(d.few, most/lines), max(d.most, most)
		}
	}
	for i := range demands {
		d := &demands[i]
		d.few = min(d.most, d.few.scaled(11, 10)) // lines are never all full
		d.least += 2 * s.p.Table.PaddingX
		d.few += 2 * s.p.Table.PaddingX
		d.most += 2 * s.p.Table.PaddingX
	}
	return demands
}

// extent gives the width of the widest piece that is never broken, and of the
// whole on one line.
func (s *setter) extent(spans []paper.Span, style paper.Style, size Length) (least, most Length) {
	words := s.words(spans, style, size)
	for _, w := range words {
		least = max(least, w.width)
	}
	return least, lineWidth(words)
}

// share gives every column what it needs and shares the rest by what more they
// could use; no column's wish counts for more than half of the width. If all
// wishes are met, what is left is shared by the width they have.
func share(demands []demand, width Length) []Length {
	widths := make([]Length, len(demands))
	wishes := make([]Length, len(demands))
	rest, wished, most := width, Length(0), Length(0)
	for i, d := range demands {
		widths[i] = d.least
		wishes[i] = max(0, min(d.most, max(d.least, width/2))-d.least)
		rest -= d.least
		wished += wishes[i]
		most += d.most
	}
	if wished <= rest {
		for i := range widths {
			widths[i] += wishes[i]
		}
		rest -= wished
		copy(wishes, widths)
	}
	distribute(widths, wishes, rest)
	return widths
}

// squeeze gives columns what they need up to a limit, the same for all, that
// makes them fit: only the widest are cut.
func squeeze(demands []demand, width Length) []Length {
	limited := func(limit Length) (widths []Length, sum Length) {
		for _, d := range demands {
			widths = append(widths, min(d.least, limit))
			sum += min(d.least, limit)
		}
		return widths, sum
	}
	limit := sort.Search(int(width), func(limit int) bool {
		_, sum := limited(Length(limit) + 1)
		return sum > width
	})
	widths, sum := limited(Length(limit))
	distribute(widths, slices.Clone(widths), width-sum)
	return widths
}

// distribute adds rest to the widths by their weights, to the last thousandth.
func distribute(widths, weights []Length, rest Length) {
	var total, seen, given Length
	for _, w := range weights {
		total += w
	}
	if total == 0 {
		return
	}
	for i, w := range weights {
		seen += w
		part := rest.scaled(int(seen), int(total)) - given
		given += part
		widths[i] += part
	}
}
