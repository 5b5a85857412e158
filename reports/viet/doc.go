// Package viet knows Vietnamese text as the papers of the association hold it:
// cleaning and comparing (text.go, key.go, collate.go), legacy encodings
// (encoding.go), numbers with their units (quantity.go, unit.go), days and
// periods (date.go, period.go), and how all of them are printed (format.go).
//
// It never guesses in silence: a text that is not surely a number, a day or a
// period is refused with a reason, and what was taken by convention says so in
// its doubts. Amounts are exact; no float is used anywhere. It has no state.
package viet
