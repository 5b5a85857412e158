// Package label is what a cell can mean as the head of a column or the name of a row: a
// role of the column, a period, a branch, an indicator, a total, something about one
// person; and whether a row is a row of heads.
//
// A word may mean several things, and the label says them all: which one is meant is
// told by the table around it, in the rooms above. It knows the catalogue and the
// branches, and looks at one row at a time.
package label
