package intake

import (
	"net/url"
	"path"
	"strings"
)

// A relation leads from one part of a container to another.
type relation struct {
	id     string
	kind   string // last word of its type, which both forms of the format share: "worksheet"
	target string // full name of the part
}

// relations returns what leads out of a part; of the whole container for "".
// Relations to the outside are left out: nothing out there is ever opened.
func (w *workbook) relations(of string) ([]relation, error) {
	dir := path.Dir(of)
	part := path.Join(dir, "_rels", path.Base(of)+".rels")
	if of == "" {
		dir, part = "", "_rels/.rels"
	}
	body, err := w.parts.part(part)
	if err != nil {
		return nil, err
	}
	var all []relation
	c := newCursor(part, body, w.lim)
	if c.root("Relationships") {
		for level := c.depth(); c.child(level); {
			if c.str("TargetMode") == "External" {
				continue
			}
			all = append(all, relation{c.str("Id"), path.Base(c.str("Type")), resolve(dir, c.str("Target"))})
			if len(all) > 4*w.lim.Parts {
				c.err = tooBig("%s: more than %d relations", part, 4*w.lim.Parts)
			}
		}
	}
	return all, c.finish()
}

// resolve returns the full name of the part that a target means.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", dir, target), "/")
}

// find returns the target of the first relation of a kind, "" if there is none.
func find(all []relation, kind string) string {
	for _, r := range all {
		if r.kind == kind {
			return r.target
		}
	}
	return ""
}
