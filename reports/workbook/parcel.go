package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A parcel is a received workbook as the container of parts that it is. What is
// not changed goes out as it came in, compressed bytes and all: no library that
// reads a workbook and writes it again keeps everything that people's programs
// put into one.
type parcel struct {
	files []*zip.File
	parts map[string][]byte // changed and new ones, by key
	added []string          // names of new ones, in order
	gone  map[string]bool   // taken out, by key
}

func openParcel(data []byte) (*parcel, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open workbook: %w", err)
	}
	return &parcel{files: zr.File, parts: map[string][]byte{}, gone: map[string]bool{}}, nil
}

// key is the name by which a part is found: without regard to case.
func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *parcel) has(name string) bool {
	k := key(name)
	_, ok := p.parts[k]
	return ok || !p.gone[k] && slices.ContainsFunc(p.files, func(f *zip.File) bool { return key(f.Name) == k })
}

// part returns the bytes of a part.
func (p *parcel) part(name string) ([]byte, error) {
	k := key(name)
	if body, ok := p.parts[k]; ok {
		return body, nil
	}
	for _, f := range p.files {
		if key(f.Name) != k || p.gone[k] {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("open part %s: %w", name, err)
		}
		defer r.Close()
		body, err := io.ReadAll(io.LimitReader(r, mostPart))
		if err != nil {
			return nil, fmt.Errorf("read part %s: %w", name, err)
		}
		return body, nil
	}
	return nil, fmt.Errorf("read part %s: there is none", name)
}

// mostPart is more than intake lets pass.
const mostPart = 512 << 20

// put changes a part, or adds it.
func (p *parcel) put(name string, body []byte) {
	if !p.has(name) {
		p.added = append(p.added, name)
	}
	p.parts[key(name)] = body
}

// drop takes a part out.
func (p *parcel) drop(name string) {
	delete(p.parts, key(name))
	p.gone[key(name)] = true
}

// free returns the first of the names with a number that no part has.
func (p *parcel) free(form string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(form, n); !p.has(name) {
			return name
		}
	}
}

// bytes writes the workbook. What was not changed is copied, not packed anew.
func (p *parcel) bytes() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range p.files {
		k := key(f.Name)
		body, changed := p.parts[k]
		var err error
		switch {
		case changed:
			err = pack(w, f.Name, body)
		case !p.gone[k]:
			err = w.Copy(f)
		}
		if err != nil {
			return nil, fmt.Errorf("write workbook: %w", err)
		}
	}
	for _, name := range p.added {
		if body, ok := p.parts[key(name)]; ok && !slices.ContainsFunc(p.files, func(f *zip.File) bool { return key(f.Name) == key(name) }) {
			if err := pack(w, name, body); err != nil {
				return nil, fmt.Errorf("write workbook: %w", err)
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return out.Bytes(), nil
}

func pack(w *zip.Writer, name string, body []byte) error {
	part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err == nil {
		_, err = part.Write(body)
	}
	return err
}

// A relation leads from one part to another.
type relation struct {
	id, kind, target string // kind is the last word of its type; target a part's full name
}

func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// relations returns what leads out of a part, of the whole for "", within the
// workbook.
func (p *parcel) relations(part string) ([]relation, error) {
	name := relationsOf(part)
	if part == "" {
		name = "_rels/.rels"
	}
	if !p.has(name) {
		return nil, nil
	}
	body, err := p.part(name)
	if err != nil {
		return nil, err
	}
	var all []relation
	err = scan(body, func(e *element, closes bool) {
		if !closes && e.name == "Relationship" && e.get("TargetMode") != "External" {
			all = append(all, relation{e.get("Id"), path.Base(e.get("Type")), resolve(path.Dir(part), e.get("Target"))})
		}
	})
	return all, err
}

func resolve(dir, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", dir, target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

func first(all []relation, kind string) string {
	for _, r := range all {
		if r.kind == kind {
			return r.target
		}
	}
	return ""
}

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// types is where the names of relations stand in a part of that namespace.
func types(ns string) string {
	if strict(ns) {
		return "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	return relationTypes
}

// relate adds a relation from one part to another and returns its id.
func (p *parcel) relate(part, kind, target string) (string, error) {
	name := relationsOf(part)
	if !p.has(name) {
		p.put(name, []byte(xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`))
	}
	body, err := p.part(name)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	var root *element
	err = scan(body, func(e *element, closes bool) {
		taken[e.get("Id")] = true
		if closes && e.depth == 0 {
			root = e
		}
	})
	if err != nil || root == nil {
		return "", fmt.Errorf("relations of %s: no root (%w)", part, err)
	}
	id := ""
	for n := 1; id == "" || taken[id]; n++ {
		id = "rIdCcb" + strconv.Itoa(n)
	}
	row := fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="/%s"/>`, id, kind, escape(target))
	p.put(name, apply(body, []edit{root.inside(body, prefixed(root.prefix, row))}))
	return id, nil
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// declare says of what type a new part is.
func (p *parcel) declare(part, contentType string) error {
	const name = "[Content_Types].xml"
	body, err := p.part(name)
	if err != nil {
		return err
	}
	var root *element
	err = scan(body, func(e *element, closes bool) {
		if closes && e.depth == 0 {
			root = e
		}
	})
	if err != nil || root == nil {
		return fmt.Errorf("content types: no root (%w)", err)
	}
	row := fmt.Sprintf(`<Override PartName="/%s" ContentType="%s"/>`, escape(part), contentType)
	p.put(name, apply(body, []edit{root.inside(body, prefixed(root.prefix, row))}))
	return nil
}
