// Package weigh tells by arithmetic what columns of numbers are to each other: values
// of a branch, the total of others, addends, parts.
//
// Words propose what a column is ([Class]) and weigh little; the sums of the rows
// confirm and veto, row by row, in bits. No word alone makes a total, for "Tổng số |
// Nữ" is a value and a part of it, and no sum that fits by chance in one row does. Two
// readings within a few bits of each other that come to different figures are no
// answer: a person is asked. It knows numbers, branches and periods, and no word of a
// sheet.
package weigh
