package typeset

import (
	"strings"
	"time"
	"unicode"

	"github.com/go-pdf/fpdf"

	"ccbreport/reports/paper"
)

// properties are what a file says about itself, in its information dictionary
// and, with the same words, in its XMP metadata.
type properties struct {
	title, subject, author, keywords string
	creator, producer                string
	language                         string
	date                             time.Time // never that of the machine
}

func propertiesOf(doc *paper.Document) properties {
	return properties{
		title:    property(doc.Head.Kind + " " + doc.Head.Subject),
		subject:  property(doc.Head.Subject),
		author:   property(doc.Author),
		keywords: property(strings.Join(doc.Keywords, ", ")),
		creator:  "ccbreport",
		producer: "ccbreport, fpdf",
		language: property(doc.Lang),
		date:     fileDate(doc.Head),
	}
}

// describe hands the properties to fpdf, which writes an empty one as well.
func (p properties) describe(f *fpdf.Fpdf) {
	for _, field := range []struct {
		set   func(string, bool)
		value string
	}{
		{f.SetTitle, p.title}, {f.SetSubject, p.subject}, {f.SetAuthor, p.author},
		{f.SetKeywords, p.keywords}, {f.SetCreator, p.creator}, {f.SetProducer, p.producer},
	} {
		if field.value != "" {
			field.set(field.value, true)
		}
	}
	f.SetLang(p.language)
	f.SetCreationDate(p.date)
	f.SetModificationDate(p.date)
}

// property gives text as fpdf can write it outside of pages: it panics on cut
// UTF-8 and on runes beyond U+FFFF.
func property(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r > 0xFFFF || unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// fileDate is the date of the head as far as it is known, counted from the
// beginning of 2000.
func fileDate(h paper.Head) time.Time {
	year, month, day := 2000, 1, 1
	if h.Year > 0 {
		year = h.Year
	}
	if h.Month > 0 {
		month = h.Month
	}
	if h.Day > 0 {
		day = h.Day
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
