package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// An element is one element of a part, with where it stands in the bytes:
// the start tag is body[from:open], what it holds body[open:shut], all of it
// body[from:end].
type element struct {
	prefix, name          string
	attr                  []xml.Attr
	depth                 int // 0 for the root
	from, open, shut, end int
}

// get returns an attribute without a prefix, "" if there is none.
func (e *element) get(name string) string { return e.qualified("", name) }

func (e *element) qualified(prefix, name string) string {
	for _, a := range e.attr {
		if a.Name.Space == prefix && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// relation returns the attribute "id" that has a prefix: it leads out of the
// part, whatever the prefix is.
func (e *element) relation() string {
	for _, a := range e.attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func (e *element) flag(name string) bool { return e.get(name) == "1" || e.get(name) == "true" }

// selected reports whether the element is the view of a sheet that is selected.
func (e *element) selected() bool { return e.name == "sheetView" && e.flag("tabSelected") }

func (e *element) full() string {
	if e.prefix == "" {
		return e.name
	}
	return e.prefix + ":" + e.name
}

var errNotClosed = errors.New("an end tag without its start")

// scan goes through the elements of a part and calls visit at the start of each
// and at its end. Which names stand for what the caller knows; the text between
// is not looked at.
func scan(body []byte, visit func(e *element, closes bool)) error {
	d := xml.NewDecoder(bytes.NewReader(body))
	var open []*element
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("scan part: %w", err)
		}
		to := int(d.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{prefix: t.Name.Space, name: t.Name.Local, attr: t.Copy().Attr, depth: len(open), from: from, open: to}
			open = append(open, e)
			visit(e, false)
		case xml.EndElement:
			if len(open) == 0 {
				return errNotClosed
			}
			e := open[len(open)-1]
			open = open[:len(open)-1]
			e.shut, e.end = from, to
			visit(e, true)
		}
	}
}

// An edit puts text in the place of body[from:to].
type edit struct {
	from, to int
	text     string
}

// apply returns body with the edits made; those at one place in their order.
func apply(body []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(body[at:e.from])
		out.WriteString(e.text)
		at = e.to
	}
	out.Write(body[at:])
	return out.Bytes()
}

// inside puts text before the end tag of a closed element.
func (e *element) inside(body []byte, text string) edit {
	if e.shut == e.open && bytes.HasSuffix(body[:e.open], []byte("/>")) {
		return edit{e.open - 2, e.open, ">" + text + "</" + e.full() + ">"}
	}
	return edit{e.shut, e.shut, text}
}

// tag returns the start tag with attributes set anew; pairs are name, value, ….
func (e *element) tag(body []byte, pairs ...string) edit {
	text := string(body[e.from:e.open])
	for i := 0; i+1 < len(pairs); i += 2 {
		text = setAttr(text, e.full(), pairs[i], pairs[i+1])
	}
	return edit{e.from, e.open, text}
}

func setAttr(tag, element, name, value string) string {
	is := name + `="` + escape(value) + `"`
	old := regexp.MustCompile(`\s` + name + `\s*=\s*(?:"[^"]*"|'[^']*')`)
	if at := old.FindStringIndex(tag); at != nil {
		return tag[:at[0]+1] + is + tag[at[1]:]
	}
	head := len("<" + element)
	return tag[:head] + " " + is + tag[head:]
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // writes to memory: there is no error
	return b.String()
}

var tagBegins = regexp.MustCompile(`<(/?)`)

// prefixed gives the elements of a piece of XML a prefix, as the part has it
// that they are put into. Text in it is escaped, so every < begins a tag.
func prefixed(prefix, piece string) string {
	if prefix == "" {
		return piece
	}
	return tagBegins.ReplaceAllString(piece, "<${1}"+prefix+":")
}

// namespace returns the namespace of the root of a part.
func namespace(root *element) string {
	if root.prefix == "" {
		return root.get("xmlns")
	}
	return root.qualified("xmlns", root.prefix)
}

// strict reports whether a namespace is of the strict form of the format, which
// has other names for everything.
func strict(ns string) bool { return strings.HasPrefix(ns, "http://purl.oclc.org/ooxml/") }
