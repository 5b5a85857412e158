package workbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A Letter is what one branch is told, short enough for a telephone: what it alone
// can answer, the weightiest first.
type Letter struct {
	Unit     reports.Unit
	Ward     string // name of the ward's organisation, as people say it
	Span     reports.Period
	Due      reports.Day // 0: none is set
	Received bool
	Files    []string // that came from it
	Read     bool     // one of them is a workbook that was read
	Unclear  int      // files of which the ward does not know whose they are
	Copy     bool     // a marked copy goes with it
	Faults   []Fault
}

// mostPoints is how many faults a letter spells out.
const mostPoints = 5

// Text writes the letter, ready to paste.
func (l Letter) Text(words *Words) string {
	w := words.Letter
	lines := []string{fill(w.Open, "unit", l.Unit.Name), ""}
	if l.Received {
		lines = append(lines, fill(w.Thanks, "ward", l.Ward))
	} else {
		lines = append(lines, l.absent(w))
	}
	if !l.Received && len(l.Faults) == 0 {
		send := w.Send
		if l.asks() {
			send = w.Say
		}
		return strings.Join(append(lines, send, "", w.Sorry), "\n") + "\n"
	}
	lines = append(append(lines, ""), l.points(words)...)
	return strings.Join(append(lines, "", l.closing(w)), "\n") + "\n"
}

// asks reports whether the branch's figures may have come without its name.
func (l Letter) asks() bool { return !l.Received && len(l.Files) == 0 && l.Unclear > 0 }

// absent says that no figure came, and of files that did what is the matter.
func (l Letter) absent(w letterWords) string {
	said := w.Missing
	switch {
	case len(l.Files) > 0:
		said = w.Came
	case l.asks():
		said = w.Unclear
	}
	text := fill(said, "ward", l.Ward, "files", strings.Join(l.Files, ", "), "count", itoa(l.Unclear), "from", viet.Date(l.Span.From), "to", viet.Date(l.Span.Last()))
	switch {
	case len(l.Files) > 0 && len(l.Faults) > 0:
		return text + " " + w.See
	case l.Read:
		text += " " + w.None
	case len(l.Files) > 0:
		text += " " + w.Only
	}
	if l.Due != 0 {
		text += " " + fill(w.Due, "day", viet.Date(l.Due))
	}
	return text
}

// points spells out the weightiest faults: what blocks, then that on which most
// figures hang.
func (l Letter) points(words *Words) []string {
	w := words.Letter
	faults := slices.Clone(l.Faults)
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.Weight, a.Weight))
	})
	var lines []string
	for i, f := range faults[:min(len(faults), mostPoints)] {
		lines = append(lines, itoa(i+1)+". "+l.point(f, words))
	}
	if more := len(faults) - mostPoints; more > 0 {
		said := w.Ask
		if l.Copy {
			said = w.More
		}
		lines = append(lines, fill(said, "count", itoa(more)))
	}
	return lines
}

func rank(f Fault) int {
	if f.Severity == reports.Blocking {
		return 0
	}
	return 1
}

// point is one fault in one line: where, what, what to do. Of a table that others
// keep for the branch it knows no cells.
func (l Letter) point(f Fault, words *Words) string {
	w := words.Letter
	i := slices.IndexFunc(f.At, func(c reports.Cell) bool { return c.Addr != "" })
	if i < 0 {
		return strings.TrimSpace(f.Message + " " + f.Hint)
	}
	first := f.At[i]
	page := fill(w.Page, "sheet", first.Sheet)
	if len(l.Files) > 1 {
		page = fill(w.File, "file", first.File) + ", " + lower(page)
	}
	places := w.Cell + " " + words.Places(slices.DeleteFunc(slices.Clone(f.At), func(c reports.Cell) bool {
		return c.Addr == "" || c.File != first.File || c.Sheet != first.Sheet
	}))
	message := strings.TrimSuffix(f.Message, ".")
	switch where := strings.Contains(lower(message), lower(places)); {
	case where && strings.HasPrefix(message, w.Cell+" "):
		message = page + ", " + lower(message)
	case where && strings.Contains(message, first.Sheet):
	case where:
		message += " (" + lower(page) + ")"
	default:
		message += " (" + lower(page) + ", " + lower(places) + ")"
	}
	return strings.TrimSpace(message + ". " + f.Hint)
}

// closing says how to answer: in the workbook, or by word where the branch has
// none of its own in which a cell is to be seen to. What is to be sent again is
// said already.
func (l Letter) closing(w letterWords) string {
	switch {
	case slices.ContainsFunc(l.Faults, func(f Fault) bool {
		return slices.ContainsFunc(f.At, func(c reports.Cell) bool { return c.Addr != "" })
	}):
		return w.Close
	case l.Received:
		return w.Reply
	}
	return w.Sorry
}

func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// mostCells is how many places of a fault are named.
const mostCells = 4

// Places names the cells of one sheet in short: "D9 đến D16, E9 và 12 ô khác".
func (w *Words) Places(cells []reports.Cell) string {
	var named []string
	left := 0
	for _, c := range reports.Spans(cells) {
		first, last, span := strings.Cut(c.Addr, ":")
		switch {
		case len(named) == mostCells:
			left += len(addresses(c.Addr))
		case span:
			named = append(named, fill(w.Letter.Until, "first", first, "last", last))
		default:
			named = append(named, c.Addr)
		}
	}
	text := strings.Join(named, ", ")
	if left > 0 {
		text += " " + fill(w.Letter.Others, "count", itoa(left))
	}
	return text
}
