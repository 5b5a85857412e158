package intake

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sharedStrings are the strings that cells name by their numbers; runs has the
// rich ones only.
type sharedStrings struct {
	texts []string
	runs  map[int][]Run
}

// readShared reads the shared strings. A table that says it holds more than it
// does has lost some, and every cell after them would show another's text.
func readShared(c *cursor, lim Limits) (sharedStrings, error) {
	all := sharedStrings{runs: map[int][]Run{}}
	if !c.root("sst") {
		return all, c.finish()
	}
	unique := c.int("uniqueCount")
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "si":
			text, runs := c.rich()
			if runs != nil {
				all.runs[len(all.texts)] = runs
			}
			all.texts = append(all.texts, text)
		case "extLst":
		default:
			c.fail("%s among the strings", c.name)
		}
		if len(all.texts) > lim.Cells {
			return all, tooBig("more than %d strings", lim.Cells)
		}
	}
	if n := len(all.texts); n > 0 && n < unique {
		c.fail("%d strings of %d", len(all.texts), unique)
	}
	return all, c.finish()
}

// rich reads the element that was just opened as a string: its whole text, and
// its runs where they look different: fonts of their own, raised, lowered or
// struck letters. Some programs write a text before
// the runs, or several. Phonetic guides are not text.
func (c *cursor) rich() (string, []Run) {
	var only string // of a string of one plain text, which most are
	var runs []Run
	differ := false
	for level := c.depth(); c.child(level); {
		var run Run
		switch string(c.name) {
		case "t":
			run.Text = unescape(string(c.content()))
		case "r":
			run = c.run()
			differ = differ || run.differs()
		case "rPh", "phoneticPr", "extLst":
			continue
		default:
			c.fail("%s in a string", c.name)
		}
		if only == "" && runs == nil && !run.differs() {
			only = run.Text
			continue
		}
		if runs == nil && only != "" {
			runs = append(runs, Run{Text: only})
		}
		if runs = append(runs, run); len(runs) > mostText {
			c.err = tooBig("a string of more than %d runs", mostText)
		}
	}
	if runs == nil {
		return only, nil
	}
	var text strings.Builder
	for _, run := range runs {
		text.WriteString(run.Text)
	}
	if !differ {
		runs = nil
	}
	return text.String(), runs
}

// differs reports whether the run may look other than the cell.
func (r Run) differs() bool { return r.Font != "" || r.Raised || r.Lowered || r.Struck }

func (c *cursor) run() Run {
	var run Run
	texts := 0
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "t":
			run.Text = unescape(string(c.content()))
			texts++
		case "rPr":
			f := c.readFont()
			run.Font, run.Raised, run.Lowered, run.Struck = f.name, f.raised, f.lowered, f.struck
		case "extLst":
		default:
			c.fail("%s in a run", c.name)
		}
	}
	if texts > 1 {
		c.fail("a run has %d texts", texts)
	}
	return run
}

// unescape undoes the format's own escapes: _x000D_ is a carriage return
// (ECMA-376 part 1, 22.9.2.19).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var units []uint16
	var b strings.Builder
	flush := func() {
		b.WriteString(string(utf16.Decode(units)))
		units = units[:0]
	}
	for i := 0; i < len(s); {
		if unit, ok := escaped(s[i:]); ok {
			units = append(units, unit)
			i += len("_x0000_")
			continue
		}
		flush()
		_, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(s[i : i+size])
		i += size
	}
	flush()
	return b.String()
}

// escaped reads the escape that s begins with.
func escaped(s string) (unit uint16, ok bool) {
	if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return uint16(n), err == nil
}
