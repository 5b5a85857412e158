package catalogue

import (
	"regexp"
	"strings"

	"ccbreport/reports"
)

// singulars are what English wordings count, by the plural in which they are written.
// Vietnamese has but one form.
var singulars = map[string]string{
	"blanks": "blank", "branches": "branch", "cells": "cell", "columns": "column", "days": "day", "figures": "figure",
	"formulas": "formula", "indicators": "indicator", "lines": "line", "names": "name", "parts": "part",
	"percentages": "percentage", "periods": "period", "places": "place", "rows": "row", "units": "unit",
}

// ofOne are the verbs that go with one.
var ofOne = map[string]string{"": "", " are": " is", " were": " was", " have": " has"}

// counts is a place with what it counts, and the verb of a whole sentence.
var counts = regexp.MustCompile(`(\{[a-z0-9_]+\}) ([a-z]+)( are| were| have)?\b`)

// singular writes an English wording as of one thing wherever a place counts one: "1
// cell", not "1 cells".
func (c *Catalogue) singular(s string, f reports.Finding) string {
	return counts.ReplaceAllStringFunc(s, func(all string) string {
		m := counts.FindStringSubmatch(all)
		one, known := singulars[m[2]]
		if !known || strings.TrimSpace(c.value(f, m[1])) != "1" {
			return all
		}
		return m[1] + " " + one + ofOne[m[3]]
	})
}
