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
//	workbook    every workbook that is written: forms, feedback, so-lieu.xlsx, the proof of a final
//	deliver     what a person decided, what was done when it was due, and the mail
//	schedule    what is due, and when to look again
//	ward        one ward opened from its configuration: the verbs as methods
//
// association says whose reports these are, catalogue what is counted, roster knows
// the branches by their names, viet knows Vietnamese text, numbers and dates, paper is
// the document without millimetres, question what only a person can decide and where the
// answers are kept, and batch calls the stages in order. Package ward
// and the rooms below it own the configuration, the folders and what follows from an
// edition; cmd/ccbreport parses flags, prints answers and sets exit codes. cmd/release
// packs it; guide reads the officers' guide, which typeset sets for the packages.
// The arrows are held by shape_test.go.
//
// normalise reads tables, and the rooms below it all that takes no table to know:
//
//	grid        what a sheet is before anything in it has a meaning
//	wording     what one text says by itself
//	label       what a cell can mean as a head or a name
//	value       what number a cell is for one indicator
//	weigh       what columns of numbers are to each other, by their sums
//
// # Glossary
//
//	branch      chi hội, the neighbourhood organisation that sends a workbook
//	ward unit   Hội CCB phường/xã, the organisation that reports upwards
//	association hội, of which branch and ward unit are parts: the veterans', or another
//	            that hoi.toml names
//	indicator   chỉ tiêu, what is counted; known by its code (TC.HV.TONG)
//	return      what one unit reported for one period in one workbook
//	figure      one number of the ward with the cells it came from
//	period      a half-open span of days [From, To)
//	finding     something that people wrote and that somebody should look at
//	catalogue   all indicators, their names and rules
//	edition     one version of one report for one period: a draft, its final, its
//	            signed copy
//	seal        the hash of all that an edition holds; equal seals, equal editions
//	approval    a person's word that a draft becomes final, with number and date
//	release     the sending of a final, or its signed copy, to the committee
//	letter      one message to one recipient about an edition or what is due
//	delivery    a letter in the outbox, with what became of it
//	notice      a letter to the officers about what became of something
//	question    what only a person can decide, with what hangs on it; known by its key
//	answer      a person's word on a question, kept for good or until the cells change
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
// No clock and no environment in the stages: the world is passed in. Who may touch
// the machine stands in shape_test.go.
package reports
