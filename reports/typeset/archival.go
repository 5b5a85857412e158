package typeset

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
)

// sRGB is the colour profile that says what black is (see icc/LICENSE.color.org).
//
//go:embed icc/sRGB2014.icc
var sRGB []byte

// archival makes what fpdf writes a PDF/A-1b file (ISO 19005-1): metadata equal
// to the information dictionary, a colour profile, an identifier, no empty list
// of attachments; and tagged: a structure, a title for the window.
func archival(made drawing, props properties, tree *element) ([]byte, error) {
	f, err := readObjects(made.file)
	if err != nil {
		return nil, fmt.Errorf("finish PDF: %w", err)
	}
	f.dropAttachments()
	f.countOutline()
	f.zoneDates(props)
	profile := f.addStream("/N 3", sRGB)
	metadata := f.addStream("/Type /Metadata /Subtype /XML", []byte(props.xmp()))
	f.addPhotos(made.photos)
	f.addStructure(tree, made)
	f.extend(f.root, fmt.Sprintf("/Metadata %d 0 R\n"+
		"/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>]\n"+
		"/ViewerPreferences <</DisplayDocTitle true>>", metadata, profile))
	return f.bytes(), nil
}

// dropAttachments removes the name tree of attachments, which fpdf writes even
// when there are none and PDF/A-1 forbids.
func (f *objectFile) dropAttachments() {
	catalog := &f.objects[f.root-1]
	*catalog = emptyNames.ReplaceAllString(*catalog, "")
}

var emptyNames = regexp.MustCompile(`/Names <<\s*/EmbeddedFiles << /Names \[\s*\] >>\s*>>`)

// resources is the object that fpdf gives to the resources of all pages.
const resources = 2

// addPhotos writes photos and gives the pages their names (ISO 32000-1, 8.9.5).
func (f *objectFile) addPhotos(photos []*photo) {
	var names strings.Builder
	for i, p := range photos {
		colours := "/DeviceRGB"
		if p.grey {
			colours = "/DeviceGray"
		}
		n := f.addStream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s "+
			"/BitsPerComponent 8 /Filter /DCTDecode", p.width, p.height, colours), p.jpeg)
		fmt.Fprintf(&names, "/%s %d 0 R\n", photoName(i), n)
	}
	const empty = "/XObject <<\n"
	f.objects[resources-1] = strings.Replace(f.objects[resources-1], empty, empty+names.String(), 1)
}

// countOutline says how many entries the outline shows at first: those without
// a parent. fpdf leaves it out.
func (f *objectFile) countOutline() {
	for i, body := range f.objects {
		if !strings.HasPrefix(body, "<</Type /Outlines ") {
			continue
		}
		parent, top := fmt.Sprintf("/Parent %d 0 R", i+1), 0
		for _, other := range f.objects {
			if strings.HasPrefix(other, "<</Title ") && strings.Contains(other, parent+"\n") {
				top++
			}
		}
		f.extend(i+1, fmt.Sprintf("/Count %d", top))
	}
}

// zoneDates adds the time zone to the dates, as the metadata has it.
func (f *objectFile) zoneDates(props properties) {
	info := &f.objects[f.info-1]
	plain := props.date.Format("(D:20060102150405)")
	*info = strings.ReplaceAll(*info, plain, strings.TrimSuffix(plain, ")")+"Z)")
}

// xmp writes the properties as metadata.
func (p properties) xmp() string {
	var b strings.Builder
	element := func(open, value, shut string) {
		if value != "" {
			b.WriteString(open + xmlText.Replace(value) + shut + "\n")
		}
	}
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	b.WriteString("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n")
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, p.title, "</rdf:li></rdf:Alt></dc:title>")
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, p.subject, "</rdf:li></rdf:Alt></dc:description>")
	element("<dc:creator><rdf:Seq><rdf:li>", p.author, "</rdf:li></rdf:Seq></dc:creator>")
	element("<pdf:Keywords>", p.keywords, "</pdf:Keywords>")
	element("<pdf:Producer>", p.producer, "</pdf:Producer>")
	element("<xmp:CreatorTool>", p.creator, "</xmp:CreatorTool>")
	date := p.date.Format("2006-01-02T15:04:05Z")
	element("<xmp:CreateDate>", date, "</xmp:CreateDate>")
	element("<xmp:ModifyDate>", date, "</xmp:ModifyDate>")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.String()
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
