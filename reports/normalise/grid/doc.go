// Package grid is what a sheet is before anything in it has a meaning: rows of cells
// as the eye sees them, in clean Unicode, and what became of each.
//
// It knows letters, numbers, units, days and colours, and no catalogue, no branch and
// no head. Whether a cell is a figure, a unit or a day is told by its own text alone;
// for whom, of what and for when, the rooms above find out. They mark each cell with
// its [Fate], so that nothing that a person wrote as a number is lost without a word.
package grid
