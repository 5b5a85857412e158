package compose

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// fullInput is a ward that gave every figure of the catalogue, more than a year ago.
func fullInput(t *testing.T, cat *catalogue.Catalogue, span string) Input {
	t.Helper()
	var lines strings.Builder
	fmt.Fprintf(&lines, "span %s\n", span)
	for i, ind := range cat.Indicators() {
		if ind.Kind == catalogue.List {
			continue
		}
		who := "3"
		if ind.Level == catalogue.WardLv {
			who = "ward"
		}
		now, then := value(ind, 1234+i), value(ind, 1011+i)
		fmt.Fprintf(&lines, "fig %s %s %s\nbefore %s %s %s\nstart %s %s %s\n", ind.Code, now, who, ind.Code, then, who, ind.Code, then, who)
	}
	in := readInput(t, lines.String())
	for code, f := range in.Totals.Figures {
		for i := range f.From { // of every branch more than nought
			f.From[i].Value = reports.Int(7)
		}
		in.Totals.Figures[code] = f
	}
	return in
}

// value is a value of an indicator that is possible.
func value(ind catalogue.Indicator, n int) string {
	switch {
	case ind.Percent():
		return fmt.Sprintf("%d/2500", n)
	case ind.Money():
		return fmt.Sprintf("%d000000", n)
	}
	return fmt.Sprint(n)
}

var stop = regexp.MustCompile(`[.!?:](?:\s|$)`)

// TestAloud reads the half-year's report of a full ward aloud: no sentence of the
// template's has forty words or more, and no paragraph of any report more than 120.
func TestAloud(t *testing.T) {
	cat := loadCatalogue(t)
	for _, tt := range []struct {
		template, span   string
		sentence, within int // most words
	}{
		{"sau-thang", "2027-01-01 2027-06-30", 39, 120},
		{"nam", "2027-01-01 2027-12-31", 0, 120},
		{"giua-nhiem-ky", "2017-01-01 2020-06-30", 0, 120},
		{"nhiem-ky", "2017-01-01 2021-12-31", 0, 120},
	} {
		tmpl, err := Load(templates.FS, tt.template, cat)
		if err != nil {
			t.Fatal(err)
		}
		doc, _, err := tmpl.Compose(fullInput(t, cat, tt.span))
		if err != nil {
			t.Fatal(err)
		}
		paragraphs := 0
		for _, b := range doc.Body {
			p, ok := b.(*paper.Paragraph)
			if !ok {
				continue
			}
			paragraphs++
			text := strings.ReplaceAll(plainText(p.Spans), "\u00a0", " ")
			if n := len(strings.Fields(text)); n > tt.within {
				t.Errorf("%s: a paragraph of %d words: %s", tt.template, n, text)
			}
			for _, s := range stop.Split(text, -1) {
				if n := len(strings.Fields(s)); tt.sentence > 0 && n > tt.sentence {
					t.Errorf("%s: a sentence of %d words: %s", tt.template, n, s)
				}
			}
		}
		if paragraphs < 15 {
			t.Errorf("%s: only %d paragraphs", tt.template, paragraphs)
		}
	}
}
