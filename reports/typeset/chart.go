package typeset

import (
	"math/big"
	"slices"

	"ccbreport/reports/paper"
)

// A scale is an axis from nought to the first round number that no amount goes
// beyond, with a mark at each step.
type scale struct{ step, top int64 }

// newScale takes the smallest of the steps 1, 2, 5, 10, 20, 50, … at which the
// amounts need no more than the given number of marks.
func newScale(amounts []paper.Amount, marks int) scale {
	const limit = 4e18 // with a step above it still an int64
	highest := int64(1)
	for _, a := range amounts {
		if a.Den > 0 {
			highest = max(highest, min(limit, (a.Num-1)/a.Den+1))
		}
	}
	step := int64(1)
	for i := 0; (highest-1)/step+1 > int64(marks); i++ {
		step = step / [...]int64{1, 2, 5}[i%3] * [...]int64{2, 5, 10}[i%3]
	}
	return scale{step, step * ((highest-1)/step + 1)}
}

// length is how far an amount reaches on an axis of the given length.
func (sc scale) length(a paper.Amount, axis Length) Length {
	if a.Den <= 0 || a.Num <= 0 {
		return 0
	}
	return min(axis, part(axis, big.NewRat(a.Num, a.Den), big.NewRat(sc.top, 1)))
}

// part gives whole × amount / all, rounded down.
func part(whole Length, amount, all *big.Rat) Length {
	n := new(big.Int).Mul(amount.Num(), all.Denom())
	n.Mul(n, big.NewInt(int64(whole)))
	return Length(n.Quo(n, new(big.Int).Mul(amount.Denom(), all.Num())).Int64())
}

// marks are the round numbers of the axis, from nought to its top.
func (sc scale) marks() []int64 {
	var marks []int64
	for m := int64(0); m <= sc.top; m += sc.step {
		marks = append(marks, m)
	}
	return marks
}

// A plot is a chart being set.
type plot struct {
	*setter
	chart *paper.Chart
	scale scale
}

// chart sets a chart: unit, plot, legend and title, which no page break parts.
// One of more bars than stand on a page goes on in further plots of one scale.
func (s *setter) chart(c *paper.Chart) []box {
	if len(c.Labels) == 0 || len(c.Series) == 0 {
		return nil
	}
	var amounts []paper.Amount
	for _, series := range c.Series {
		amounts = append(amounts, series.Amounts...)
	}
	unit := s.unitLine(c.Unit)
	figure := s.section.child("Figure")
	figure.alt = c.Alt
	p := plot{setter: s, chart: c, scale: newScale(amounts, s.p.Chart.Ticks)}
	var boxes []box
	switch {
	case c.Kind == paper.Share:
		boxes = p.share()
	case c.Kind == paper.Columns && !p.crowded():
		boxes = []box{p.columns()}
	default:
		boxes = p.bars()
	}
	boxes = slices.Concat(unit, tagged(figure, boxes...), p.legend(), p.title())
	keepLast(boxes[:len(boxes)-1], len(boxes)-1)
	boxes[len(boxes)-1].height += s.p.Chart.After
	return spaced(s.p.Chart.Before, boxes)
}

// small is how everything within a chart is set.
func (p plot) small(align paper.Align, x, width Length) setting {
	return setting{size: p.p.Chart.Size, pitch: p.p.Chart.Pitch, align: align, x: x, width: width}
}

func (p plot) title() []box {
	st := p.bodySetting()
	st.align, st.style, st.bound = paper.Centre, paper.Italic, true
	return spaced(plotGap, tagged(p.section.child("P"), p.lines(plain(p.chart.Title), st)...))
}

// legend names the series, each behind a sample of its fill, on as many lines
// as they need. A single series needs none.
func (p plot) legend() []box {
	if len(p.chart.Series) < 2 || p.chart.Kind == paper.Share {
		return nil
	}
	const square, gap = 8 * point, 4 * point
	st := p.small(paper.Left, 0, p.width)
	line := box{height: st.pitch}
	var lines []box
	x := Length(0)
	for i, series := range p.chart.Series {
		words := p.line(series.Name, st)
		width := square + gap + rightEdge(words)
		if x > 0 && x+width > p.width {
			lines = append(lines, line)
			line, x = box{height: st.pitch}, 0
		}
		line.place(0, 0, p.filled(i, x, (st.pitch-square)/2, square, square)...)
		line.place(x+square+gap, 0, words.items...)
		x += width + 4*gap
	}
	lines = spaced(gap, append(lines, line))
	return tagged(p.section.child("P"), lines...)
}
