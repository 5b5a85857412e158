// Package reports holds the words that every stage shares, and nothing that
// acts. It is also the map of the program.
//
// ccbreport is a compiler. Workbooks are source, a [Cell] is a source
// position, a [Finding] is a diagnostic, a document is the tree, PDF is the
// back end. Data flows one way, through one package per stage:
//
//	intake      files            → grids of raw cells
//	normalise   grids            → blocks → what columns and rows are → returns
//	check       returns          → the returns that count, and findings
//	aggregate   returns          → the ward's figures
//	compose     template+figures → paper.Document
//	lint        paper.Document   → findings before the signature
//	typeset     paper.Document   → pages → PDF
//	archive     editions on disk
//	trace       an edition       → where its figures come from, what changed
//	workbook    every workbook that is written: forms, feedback, so-lieu.xlsx
//	deliver     what a person decided, what was done when it was due, and the mail
//	schedule    what is due, and when to look again
//
// catalogue says what is counted, roster knows the branches by their names, viet
// knows Vietnamese text, numbers and dates, paper is the document without
// millimetres, batch calls the stages in order, and cmd/ccbreport owns the
// configuration, the terminal and the wiring.
// The arrows are held by shape_test.go.
//
// # Glossary
//
//	branch      chi hội, the neighbourhood organisation that sends a workbook
//	ward unit   Hội CCB phường/xã, the organisation that reports upwards
//	indicator   chỉ tiêu, what is counted; known by its code (TC.HV.TONG)
//	return      what one unit reported for one period in one workbook
//	figure      one number of the ward with the cells it came from
//	period      a half-open span of days [From, To)
//	finding     something that people wrote and that somebody should look at
//	catalogue   all indicators, their names and rules
//	edition     one version of one report for one period
//
// # Two channels
//
// A finding is something that people wrote: collected, sorted, shown, it never
// stops a run by itself. An error is something that the machine could not do:
// it is a Go error, wrapped, and stops the run. The two never mix.
//
// # Invariants
//
// Every figure keeps the cells that it came from until it is ink.
// Amounts are exact: integers or integer fractions, never floats.
// Nothing of the inbox is left out without a word: file, sheet, row or cell.
// No clock and no environment below cmd, archive and deliver: the world is
// passed in.
package reports
