package workbook

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"

	"github.com/xuri/excelize/v2"
)

// Rows that wait for input below the heads of the ward's sheets.
const (
	logRows   = 80
	awardRows = 40
	photoRows = 40
	spareRows = 2 // of each place for words, beside the standard sentences
)

// wordSheets writes what only the ward reports: events, awards, words, photos,
// and the lists that its drop-downs offer.
func (f Form) wordSheets(p *pen) {
	w := f.Words.Form
	activities, units, forms := f.activities(), w.Units.List, w.Givers.Forms
	list := func(col int, items []string) string {
		return quoted(w.Lists) + "!$" + column(col) + "$2:$" + column(col) + "$" + strconv.Itoa(1+len(items))
	}

	p.turn(w.Log)
	head := f.sheet(p, w.About.Log, w.Heads.Log, []float64{14, 40, 40, 11, 13, 11, 13, 16}, logRows)
	p.choice(cellRange(2, head+1, 2, head+logRows), list(1, activities), w.Input.Title, w.Input.Choose)
	p.choice(cellRange(5, head+1, 5, head+logRows), list(2, units), w.Input.Title, w.Input.Choose)
	f.logChecks(p, head)
	p.page(true, head, len(w.Heads.Log), head+logRows, w.Footer)
	f.protect(p)

	p.turn(w.Awards)
	head = f.sheet(p, w.About.Awards, w.Heads.Awards, []float64{12, 26, 36, 44}, awardRows)
	p.choice(cellRange(2, head+1, 2, head+awardRows), list(3, forms), w.Input.Title, w.Input.Choose)
	p.paint(1, head+1, 1, head+awardRows, f.inputLook(catalogue.Indicator{}).numbered("0"))
	p.page(true, head, len(w.Heads.Awards), head+awardRows, w.Footer)
	f.protect(p)

	p.turn(w.Words)
	f.paragraphs(p)

	p.turn(w.Photos)
	head = f.sheet(p, w.About.Photos, w.Heads.Photos, []float64{36, 60}, photoRows)
	p.page(false, head, len(w.Heads.Photos), head+photoRows, w.Footer)
	f.protect(p)

	f.lists(p, activities, units, forms)
}

// lists writes what the drop-downs offer, a list a column.
func (f Form) lists(p *pen, lists ...[]string) {
	w := f.Words.Form
	p.turn(w.Lists)
	p.text(1, 1, Ours, stampLook)
	rows := 1
	for i, items := range lists {
		p.width(1+i, 48)
		for n, s := range items {
			p.text(1+i, 2+n, s, lineLook)
		}
		rows = max(rows, 1+len(items))
	}
	p.page(false, 0, len(lists), rows, w.Footer)
	p.try(p.book.ProtectSheet(p.sheet, protection()))
}

func (l look) numbered(format string) look {
	l.format = format
	return l
}

// activities are the names by which a log is read, in the order of the catalogue.
func (f Form) activities() []string {
	var names []string
	for _, ind := range f.Catalogue.Indicators() {
		for _, l := range ind.Logs {
			if !slices.Contains(names, l.Activity[0]) {
				names = append(names, l.Activity[0])
			}
		}
	}
	return names
}

// sheet writes the opening, the heads and empty rows, and returns the row of the
// heads.
func (f Form) sheet(p *pen, about string, heads []string, widths []float64, rows int) int {
	head := f.opening(p, about)
	for i, width := range widths {
		p.width(1+i, width)
	}
	f.heads(p, head, heads)
	p.paint(1, head+1, len(heads), head+rows, writingLook)
	for r := head + 1; r <= head+rows; r++ {
		p.height(r, 27)
	}
	return head
}

// logChecks asks for dates and numbers in the log.
func (f Form) logChecks(p *pen, head int) {
	w := f.Words.Form.Input
	c := newChecks(p, f)
	first, last := serial(f.Span.From), serial(f.Span.Last())
	c.add(rule{excelize.DataValidationTypeDate, first, last, w.Date, c.hint("date.notread")}, cellRange(1, head+1, 1, head+logRows))
	count := c.ruleOf(catalogue.Indicator{})
	count.prompt = ""
	c.add(count, cellRange(4, head+1, 4, head+logRows))
	c.add(count, cellRange(6, head+1, 7, head+logRows))
	c.add(c.ruleOf(catalogue.Indicator{Unit: "đồng"}), cellRange(8, head+1, 8, head+logRows))
	c.write()
	number := f.inputLook(catalogue.Indicator{})
	p.paint(1, head+1, 1, head+logRows, number.numbered("dd/mm/yyyy"))
	p.paint(4, head+1, 4, head+logRows, number)
	p.paint(6, head+1, 8, head+logRows, number)
}

// paragraphs offers the standard sentences of every place beside a cell for the
// ward's own words. A sentence counts only where somebody puts it there: it can
// be chosen from the cell's drop-down, and changed.
func (f Form) paragraphs(p *pen) {
	w := f.Words.Form
	head := f.opening(p, w.About.Words)
	for i, width := range []float64{26, 56, 46} {
		p.width(1+i, width)
	}
	f.heads(p, head, w.Heads.Words)
	row := head + 1
	for _, slot := range f.Slots {
		say := f.sentences(slot)
		for i := range len(say) + spareRows {
			p.paint(1, row, 1, row, placeLook)
			if i == 0 {
				p.text(1, row, slot, placeLook)
			}
			p.paint(2, row, 2, row, writingLook)
			p.paint(3, row, 3, row, sampleLook)
			if i < len(say) {
				p.text(3, row, say[i], sampleLook)
				p.choice(at(2, row), "$C$"+strconv.Itoa(row), w.Input.Title, w.Input.Choose)
				p.height(row, max(44, 10+17*math.Ceil(float64(utf8.RuneCountInString(say[i]))/40)))
			} else {
				p.height(row, 44)
			}
			row++
		}
	}
	p.page(true, head, 3, row-1, w.Footer)
	f.protect(p)
}

var placeLook = look{size: 13, border: true, align: "left", top: true, wrap: true}

var sampleLook = look{size: 13, italic: true, ink: "404040", fill: "F2F2F2", border: true, align: "left", top: true, wrap: true}

func (f Form) sentences(slot string) []string {
	for _, s := range f.Samples {
		if viet.Key(s.Slot) == viet.Key(slot) {
			return s.Say
		}
	}
	return nil
}
