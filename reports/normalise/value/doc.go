// Package value reads one cell for one indicator: what number it is, in the
// indicator's own unit, and what a person should hear of how it was written.
//
// A value is read surely or not at all. What a number format shows goes before what
// is stored; the nearest unit counts, that of the cell before that of its row; a
// formula whose result is not stored is computed only if that is small and safe; a
// comment that says another number than its cell is asked about. For which indicator,
// branch and period the cell stands is settled before ([Place]).
package value
