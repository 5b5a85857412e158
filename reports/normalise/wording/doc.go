// Package wording is what the words of one text say by themselves, wherever they stand:
// the clauses of a sentence and their figures, what a question asks for, the rank of a
// heading, whether a line is of what is to come, calls a figure provisional or takes
// one back, in which unit of money it counts.
//
// It looks at one text at a time and knows the language, units and marks of lists. It
// knows no catalogue and no table: what a text says of the cells around it is for the
// rooms above to tell. Texts are clean ([grid.Cell]); where a key is asked for it is
// that of [viet.Key].
package wording
