package intake

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// readOverlays reads what lies over the cells of a sheet: comments and text
// boxes. Figures do not hang on them, so one that makes no sense is left off and
// told; but bytes that do not pass their checksum are a broken file here too.
func (w *workbook) readOverlays(sheet *Sheet, target string) error {
	if name := path.Join(path.Dir(target), "_rels", path.Base(target)+".rels"); !w.parts.has(name) {
		return nil
	} else if _, err := w.parts.part(name); err != nil {
		return err
	}
	rels, unread := w.relations(target)
	notes := comments{threads: map[string]string{}, plain: map[string]string{}}
	for _, r := range rels {
		read := map[string]func(*cursor){
			"comments": notes.readPlain, "threadedComment": notes.readThreads, "drawing": sheet.readBoxes,
		}[r.kind]
		if read == nil || !w.parts.has(r.target) {
			continue
		}
		body, err := w.parts.part(r.target)
		if err != nil {
			return err
		}
		c := newCursor(r.target, body, w.lim)
		read(c)
		unread = cmp.Or(unread, c.finish())
	}
	if unread != nil {
		sheet.Boxes = nil // half of them would say something else
		w.asides = append(w.asides, aside{"comment.unread", sheet.Name})
		return nil
	}
	notes.hang(sheet)
	return nil
}

// comments are the texts of comments by the addresses of their cells, as people
// write them since 2019, with answers, and as they did before.
type comments struct{ threads, plain map[string]string }

func (n *comments) readPlain(c *cursor) {
	var authors []string
	if !c.root("comments") {
		return
	}
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "authors":
			for level := c.depth(); c.child(level); {
				authors = append(authors, string(c.content()))
			}
		case "commentList":
			for level := c.depth(); c.child(level); {
				ref, author := c.str("ref"), ""
				if i := c.int("authorId"); i >= 0 && i < len(authors) {
					author = authors[i]
				}
				n.plain[ref] = bareComment(c.commentText(), author)
			}
		}
	}
}

func (c *cursor) commentText() string {
	text := ""
	for level := c.depth(); c.child(level); {
		if string(c.name) == "text" {
			text, _ = c.rich()
		}
	}
	return text
}

// bareComment takes off what the program wrote: the author's line, or in front
// of a comment with answers what older programs are told.
func bareComment(text, author string) string {
	if strings.HasPrefix(author, "tc=") {
		if _, after, ok := strings.Cut(text, "Comment:"); ok {
			text = after
		}
	}
	first, rest, _ := strings.Cut(text, "\n")
	if first = strings.TrimSpace(first); author != "" && (first == author+":" || first == author && rest != "") {
		text = rest
	}
	return strings.TrimSpace(text)
}

func (n *comments) readThreads(c *cursor) {
	if !c.root("ThreadedComments") {
		return
	}
	for level := c.depth(); c.child(level); {
		ref := c.str("ref")
		for level := c.depth(); c.child(level); {
			if string(c.name) == "text" {
				n.threads[ref] = strings.TrimSpace(n.threads[ref] + "\n" + string(c.content()))
			}
		}
	}
}

// hang hangs the comments on their cells; those of empty cells stay with the
// sheet.
func (n *comments) hang(sheet *Sheet) {
	for ref, text := range n.threads {
		n.plain[ref] = text
	}
	for ref, text := range n.plain {
		col, row, ok := parseAddr(ref)
		if !ok || text == "" {
			continue
		}
		if c := sheet.cell(col, row); c != nil {
			c.look().Comment = text
		} else {
			sheet.Comments = append(sheet.Comments, Box{Col: col, Row: row, Text: text})
		}
	}
	slices.SortFunc(sheet.Comments, byPlace)
}

func byPlace(a, b Box) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) }

// readBoxes reads the text boxes of a drawing.
func (s *Sheet) readBoxes(c *cursor) {
	if !c.root("wsDr") {
		return
	}
	for level := c.depth(); c.child(level); {
		box := Box{Col: 1, Row: 1} // of one that is fixed to the page
		var texts []string
		for level := c.depth(); c.child(level); {
			if string(c.name) == "from" {
				box.Col, box.Row = c.corner()
				continue
			}
			c.shape(&texts)
		}
		for _, box.Text = range texts {
			s.Boxes = append(s.Boxes, box)
		}
	}
	slices.SortStableFunc(s.Boxes, byPlace)
}

// corner reads the cell of an anchor, which counts from 0.
func (c *cursor) corner() (col, row int) {
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "col":
			col = atoi(c.content())
		case "row":
			row = atoi(c.content())
		}
	}
	return max(col, 0) + 1, max(row, 0) + 1
}

// shape adds the texts of the shape that was just opened, and of those grouped
// in it. Of a shape that is written in two ways, the first is read.
func (c *cursor) shape(texts *[]string) {
	switch string(c.name) {
	case "sp":
		if text := strings.TrimSpace(c.shapeText()); text != "" {
			*texts = append(*texts, text)
		}
	case "grpSp", "AlternateContent", "Choice":
		for level := c.depth(); c.child(level); {
			c.shape(texts)
		}
	}
}

func (c *cursor) shapeText() string {
	text, hidden := "", false
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "nvSpPr":
			for level := c.depth(); c.child(level); {
				hidden = hidden || c.flag("hidden")
			}
		case "txBody":
			for level := c.depth(); c.child(level); {
				if string(c.name) == "p" {
					text += c.paragraph() + "\n"
				}
			}
		}
	}
	if hidden {
		return ""
	}
	return text
}

func (c *cursor) paragraph() string {
	text := ""
	for level := c.depth(); c.child(level); {
		switch string(c.name) {
		case "br":
			text += "\n"
		case "r", "fld":
			for level := c.depth(); c.child(level); {
				if string(c.name) == "t" {
					text += string(c.content())
				}
			}
		}
		if len(text) > 32*mostText {
			c.err = tooBig("a text of more than %d bytes", 32*mostText)
		}
	}
	return text
}
