package typeset

import (
	"math/big"

	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// plotGap is between a chart's parts: name and bar, bar and amount.
const plotGap = 3 * point

// white hides the lines of the axis behind an amount.
const white = 255

// crowded says whether the names below columns would have to be cut: such a
// chart has lying bars instead.
func (p plot) crowded() bool {
	slot := p.width.scaled(90, 100) / Length(len(p.chart.Labels))
	for _, label := range p.chart.Labels {
		if least, _ := p.extent(plain(label), 0, p.p.Chart.Size); least+plotGap > slot {
			return true
		}
	}
	return false
}

// columns sets upright columns over their names, side by side for each series,
// with lines at the marks of the axis.
func (p plot) columns() box {
	pitch, height := p.p.Chart.Pitch, p.p.Chart.Height
	left := p.tickWidth() + plotGap
	width := p.width - left
	foot := pitch + height
	var b box
	for _, m := range p.scale.marks() {
		y := foot - p.scale.length(paper.Amount{Num: m, Den: 1}, height)
		b.place(0, y-pitch/2, p.line(viet.Int(m), p.small(paper.Right, 0, left-plotGap)).items...)
		b.items = append(b.items, p.gridLine(left, y, width, 0))
	}
	slot := width / Length(len(p.chart.Labels))
	lines := 1
	for i, label := range p.chart.Labels {
		x := left + slot*Length(i)
		width := min(slot.scaled(2, 3), height.scaled(len(p.chart.Series), 3))
		p.cluster(&b, i, x+(slot-width)/2, foot, width)
		name := p.lines(plain(label), p.small(paper.Centre, x, slot))
		for j, l := range name {
			b.place(0, foot+plotGap+pitch*Length(j), l.items...)
		}
		lines = max(lines, len(name))
	}
	b.items = append(b.items, rule{x1: left, y1: foot, x2: p.width, y2: foot, thick: p.p.Chart.RuleWidth})
	b.height = foot + plotGap + pitch*Length(lines)
	return b
}

// cluster sets the columns of one label. An amount stands above its column if
// it is no wider than the room that the column has.
func (p plot) cluster(b *box, label int, x, foot, width Length) {
	each := width / Length(len(p.chart.Series))
	room := each
	if len(p.chart.Series) == 1 {
		room = width.scaled(3, 2)
	}
	for i, series := range p.chart.Series {
		a := series.Amounts[label]
		h := p.scale.length(a, p.p.Chart.Height)
		at := x + each*Length(i)
		if h > 0 {
			b.items = append(b.items, p.filled(i, at, foot-h, each, h)...)
		}
		amount := p.line(a.Text, p.small(paper.Centre, at, each))
		if textWidth(amount) <= room {
			p.onWhite(b, foot-h-p.p.Chart.Pitch, amount)
		}
	}
}

// bars sets lying bars behind their names, each with its amount. More of them
// than one page or one plot of the profile holds are shared out among several
// plots of the same scale.
func (p plot) bars() []box {
	g := p.barGeometry()
	rows := make([]box, len(p.chart.Labels))
	for i := range rows {
		rows[i] = p.barRow(g, i)
	}
	room := p.height.scaled(3, 4) // beside axis, legend and title
	plots := max(1, (len(rows)-1)/p.p.Chart.Bars+1, int((stack(rows).height-1)/room)+1)
	var boxes []box
	for _, plot := range filledRows(rows, len(rows)/plots+min(1, len(rows)%plots), room) {
		boxes = append(boxes, p.barPlot(g, plot))
	}
	return boxes
}

// filledRows shares rows out among plots, each of so many rows at most and no
// higher than the room.
func filledRows(rows []box, most int, room Length) [][]box {
	var plots [][]box
	height := Length(0)
	for i, row := range rows {
		if last := len(plots) - 1; last < 0 || len(plots[last]) == most || height+row.height > room {
			plots = append(plots, nil)
			height = 0
		}
		plots[len(plots)-1] = append(plots[len(plots)-1], rows[i])
		height += row.height
	}
	return plots
}

// A barGeometry is what the plots of one chart have in common.
type barGeometry struct {
	names Length // width of the names' column
	left  Length // where bars begin
	axis  Length // length of the axis
	thick Length // of one bar
}

func (p plot) barGeometry() barGeometry {
	var g barGeometry
	for _, label := range p.chart.Labels {
		_, most := p.extent(plain(label), 0, p.p.Chart.Size)
		g.names = max(g.names, most)
	}
	g.names = min(g.names, p.width.scaled(p.p.Chart.LabelPart, 100))
	var amounts Length
	for _, series := range p.chart.Series {
		for _, a := range series.Amounts {
			_, most := p.extent(plain(a.Text), 0, p.p.Chart.Size)
			amounts = max(amounts, most)
		}
	}
	g.left = g.names + plotGap
	g.axis = max(p.width/4, p.width-g.left-amounts-2*plotGap)
	g.thick = max(p.p.Chart.Bar, p.p.Chart.Pitch).scaled(6, 10)
	return g
}

// barPlot sets rows of bars over an axis.
func (p plot) barPlot(g barGeometry, rows []box) box {
	bars := stack(rows)
	b := box{gap: 2 * plotGap, height: bars.height}
	printed := -p.width
	for _, m := range p.scale.marks() {
		x := g.left + p.scale.length(paper.Amount{Num: m, Den: 1}, g.axis)
		b.items = append(b.items, p.gridLine(x, 0, 0, bars.height))
		number := p.line(viet.Int(m), p.small(paper.Centre, x, 0))
		if half := textWidth(number) / 2; x-half > printed+plotGap {
			b.place(0, bars.height+plotGap, number.items...)
			printed = x + half
		}
	}
	b.items = append(b.items, bars.items...)
	b.items = append(b.items, rule{x1: g.left, x2: g.left, y2: bars.height, thick: p.p.Chart.RuleWidth})
	b.height += plotGap + p.p.Chart.Pitch
	return b
}

// barRow sets a name and its bars, one for each series, with their amounts.
func (p plot) barRow(g barGeometry, label int) box {
	pitch := p.p.Chart.Pitch
	name := p.lines(plain(p.chart.Labels[label]), p.small(paper.Right, 0, g.names))
	bars := g.thick * Length(len(p.chart.Series))
	air := max(p.p.Chart.Bar, pitch) - g.thick
	row := box{height: max(bars+air, pitch*Length(len(name)))}
	top := (row.height - pitch*Length(len(name))) / 2
	for i, l := range name {
		row.place(0, top+pitch*Length(i), l.items...)
	}
	top = (row.height - bars) / 2
	for i, series := range p.chart.Series {
		a := series.Amounts[label]
		y := top + g.thick*Length(i)
		reach := p.scale.length(a, g.axis)
		if reach > 0 {
			row.items = append(row.items, p.filled(i, g.left, y, reach, g.thick)...)
		}
		amount := p.line(a.Text, p.small(paper.Left, g.left+reach+plotGap, 0))
		p.onWhite(&row, y+(g.thick-pitch)/2, amount)
	}
	return row
}

// share sets the parts of a whole as one long bar, and below it what each part
// is, behind a sample of its fill.
func (p plot) share() []box {
	parts := p.chart.Series[0].Amounts
	whole := new(big.Rat)
	for _, a := range parts {
		whole.Add(whole, ratio(a))
	}
	pitch := p.p.Chart.Pitch
	bar := box{height: 2*pitch + 2*plotGap}
	boxes := []box{{}}
	seen, from := new(big.Rat), Length(0)
	for i, a := range parts {
		seen.Add(seen, ratio(a))
		to := from
		if whole.Sign() > 0 {
			to = part(p.width, seen, whole)
		}
		if to > from {
			bar.items = append(bar.items, p.filled(i, from, 0, to-from, 2*pitch)...)
		}
		from = to
		boxes = append(boxes, p.named(i, p.chart.Labels[i]+": "+a.Text)...)
	}
	boxes[0] = bar
	return boxes
}

// named sets words behind a sample of a fill.
func (p plot) named(fill int, words string) []box {
	pitch := p.p.Chart.Pitch
	sample := pitch.scaled(6, 10)
	left := sample + 2*plotGap
	lines := p.lines(plain(words), p.small(paper.Left, left, p.width-left))
	if len(lines) > 0 {
		lines[0].items = append(lines[0].items, p.filled(fill, 0, (pitch-sample)/2, sample, sample)...)
	}
	return lines
}

// onWhite places an amount so that no line of the axis runs through it.
func (p plot) onWhite(b *box, y Length, amount box) {
	if w := textWidth(amount); w > 0 {
		b.items = append(b.items, area{
			x: rightEdge(amount) - w, y: y, width: w, height: amount.height - p.p.Chart.RuleWidth, grey: white})
	}
	b.place(0, y, amount.items...)
}

// ratio is an amount as a number; nought where there is none.
func ratio(a paper.Amount) *big.Rat {
	if a.Den <= 0 || a.Num <= 0 {
		return new(big.Rat)
	}
	return big.NewRat(a.Num, a.Den)
}

func (p plot) tickWidth() Length {
	return p.face.measure(viet.Int(p.scale.top), 0, p.p.Chart.Size)
}

// gridLine is a thin grey line at a mark of the axis: lying if height is 0, else
// upright.
func (p plot) gridLine(x, y, width, height Length) item {
	const grey = 190
	thin := p.p.Chart.RuleWidth
	return area{x: x, y: y, width: max(width, thin), height: max(height, thin), grey: grey}
}

// filled draws a rectangle in one of six fills, which stay apart in black and
// white and beside each other.
func (p plot) filled(fill int, x, y, width, height Length) []item {
	greys := [...]uint8{100, white, 210, white, 155, white}
	items := []item{area{x: x, y: y, width: width, height: height, grey: greys[fill%len(greys)]}}
	switch fill % len(greys) {
	case 1:
		items = append(items, p.hatch(x, y, width, height, false)...)
	case 5:
		items = append(items, p.hatch(x, y, width, height, true)...)
	}
	return append(items, frame{x: x, y: y, width: width, height: height, thick: p.p.Chart.RuleWidth})
}

// hatch draws slanting strokes within a rectangle, rising or falling.
func (p plot) hatch(x, y, width, height Length, falling bool) []item {
	var strokes []item
	for at := p.p.Chart.Hatch; at < width+height; at += p.p.Chart.Hatch {
		r := rule{
			x1: min(at, width), y1: max(0, at-width), x2: max(0, at-height), y2: min(at, height),
			thick: p.p.Chart.RuleWidth,
		}
		if falling {
			r.x1, r.x2 = width-r.x1, width-r.x2
		}
		strokes = append(strokes, r.moved(x, y))
	}
	return strokes
}
