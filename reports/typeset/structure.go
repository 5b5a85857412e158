package typeset

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// mark makes what is drawn next the content of an element, or an artifact if e
// is nil. Content goes on as long as e is the same.
func (d *pageDrawer) mark(e *element) {
	if d.open && d.last == e {
		return
	}
	d.close()
	d.open, d.last = true, e
	if e == nil {
		d.RawWriteStr("/Artifact BMC")
		return
	}
	d.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.role, len(d.marks)))
	d.marks = append(d.marks, e)
}

func (d *pageDrawer) close() {
	if d.open {
		d.RawWriteStr("EMC")
		d.open = false
	}
}

// A structure writes elements as objects of a file.
type structure struct {
	file    *objectFile
	content map[*element][]content // in the order in which it was drawn
	numbers map[*element]int       // of the elements' objects
}

// A content is what an element holds beside its kids: a reference to something
// drawn, or an element within its text.
type content struct {
	reference string
	element   *element
}

// pageObject is the number that fpdf gives to a page, counted from 0.
func pageObject(page int) int { return 3 + 2*page }

// addStructure tags the file: the tree of elements, and for each page which
// element its pieces of marked content belong to (ISO 32000-1, 14.7).
func (f *objectFile) addStructure(tree *element, made drawing) {
	s := structure{file: f, content: make(map[*element][]content), numbers: make(map[*element]int)}
	for page, elements := range made.marks {
		for id, e := range elements {
			if e.within != nil && len(s.content[e]) == 0 {
				s.content[e.within] = append(s.content[e.within], content{element: e})
			}
			s.content[e] = append(s.content[e], content{
				reference: fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pageObject(page), id)})
		}
	}
	annotations := f.addLinks(made)
	for i, n := range annotations {
		e := made.links[i].element
		s.content[e] = append(s.content[e], content{
			reference: fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", pageObject(made.links[i].page), n)})
	}
	root := f.add("")
	document := s.add(tree, root)
	f.objects[root-1] = fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		document, s.parentTree(made), len(made.marks)+len(annotations))
	f.extend(f.root, fmt.Sprintf("/StructTreeRoot %d 0 R\n/MarkInfo <</Marked true>>", root))
}

// add writes an element below its parent and gives its number.
func (s *structure) add(e *element, parent int) int {
	n := s.file.add("")
	s.numbers[e] = n
	var kids []string
	for _, c := range s.content[e] {
		if c.element != nil {
			c.reference = fmt.Sprintf("%d 0 R", s.add(c.element, n))
		}
		kids = append(kids, c.reference)
	}
	for _, kid := range e.kids {
		if s.isEmpty(kid) {
			continue
		}
		kids = append(kids, fmt.Sprintf("%d 0 R", s.add(kid, n)))
	}
	s.file.objects[n-1] = fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R%s\n/K [%s]>>",
		e.role, parent, e.attributes(), strings.Join(kids, " "))
	return n
}

// isEmpty says whether nothing was drawn for an element. Empty cells stay: they
// keep their column.
func (s *structure) isEmpty(e *element) bool {
	if len(s.content[e]) > 0 || e.role == "TD" || e.role == "TH" {
		return false
	}
	for _, kid := range e.kids {
		if !s.isEmpty(kid) {
			return false
		}
	}
	return true
}

// attributes writes what a reader needs to know about an element beside its
// role.
func (e *element) attributes() string {
	var table, alt string
	if e.scope != "" {
		table += " /Scope /" + e.scope
	}
	if e.colSpan > 1 {
		table += fmt.Sprintf(" /ColSpan %d", e.colSpan)
	}
	if e.rowSpan > 1 {
		table += fmt.Sprintf(" /RowSpan %d", e.rowSpan)
	}
	if table != "" {
		table = " /A <</O /Table" + table + ">>"
	}
	if e.alt != "" {
		alt = " /Alt " + textString(e.alt)
	}
	return table + alt
}

// textString writes a string object in UTF-16 with its mark.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}

// parentTree leads from the marked content of each page, and from each link,
// back to its element.
func (s *structure) parentTree(made drawing) int {
	var nums strings.Builder
	for page, elements := range made.marks {
		s.file.extend(pageObject(page), fmt.Sprintf("\n/StructParents %d", page))
		refs := make([]string, len(elements))
		for i, e := range elements {
			refs[i] = fmt.Sprintf("%d 0 R", s.numbers[e])
		}
		fmt.Fprintf(&nums, "%d [%s]\n", page, strings.Join(refs, " "))
	}
	for i, l := range made.links {
		fmt.Fprintf(&nums, "%d %d 0 R\n", len(made.marks)+i, s.numbers[l.element])
	}
	return s.file.add("<</Nums [" + nums.String() + "]>>")
}
