package weigh

import "ccbreport/reports"

// A Class is what the words over a column propose that it is.
type Class int

const (
	Nothing Class = iota // they say nothing that is known
	Period               // a period of its own
	Actual               // "Kết quả", "Số lượng"
	Branch               // a branch
	Place                // a place that is no branch of the list: an old village
	Total                // "Tổng số", "Cộng"
	Part                 // "Trong đó nữ", "Đảng viên"
	Half                 // "Nam" beside "Nữ": two halves of one whole
)

// A Use is what a column is in one reading of a table.
type Use int

const (
	AsValue  Use = iota // what the branch reports
	AsTotal             // the sum of others: held against them
	AsAddend            // adds up with others to what the branch reports
	AsPart              // a part of a value: known, and not counted again
)

// An Amount is the number in a cell, of which only the sum with others matters.
type Amount struct {
	N  int64 // in ten-thousandths, of any unit that is the same for a row
	OK bool  // the cell holds one number
}

// A Column is a column of values with what is known of it before any is read.
type Column struct {
	Class   Class
	Self    bool           // it is of the very branch that the table is about
	Unit    reports.UnitID // the branch that its heads name, "" if none
	Period  reports.Period // that its heads name, zero if none
	Amounts []Amount       // by row
}

// A Row is what is known of a row.
type Row struct {
	Known bool // its indicator is
	Level bool // it says how things stood, and not what happened
}

// halve takes the word for women for a part where no column of men stands beside
// it.
func halve(columns []Column) {
	n := 0
	for _, c := range columns {
		if c.Class == Half {
			n++
		}
	}
	for i := range columns {
		if columns[i].Class == Half && n != 2 {
			columns[i].Class = Part
		}
	}
}
