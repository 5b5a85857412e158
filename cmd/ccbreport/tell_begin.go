package main

import (
	"errors"
	"fmt"
	"strings"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/roll"
	"ccbreport/reports/ward/say"
)

func isUsage(err error) bool {
	var f *say.Failure
	return errors.As(err, &f) && f.Class == say.Usage && f.Code != initStopped.Code
}

// tellRead tells what was read of a list of branches, row by row.
func (t *tui) tellRead(list roll.List) {
	t.tell(initRead, fmt.Sprint(len(list.Branches)))
	for n, b := range list.Branches {
		name := b.Name
		if len(b.Aliases) > 0 {
			name += " = " + strings.Join(b.Aliases, " = ")
		}
		t.tell(initBranch, fmt.Sprint(n+1), name)
	}
	var rows []string
	for _, a := range list.Aside {
		rows = append(rows, fmt.Sprintf("%d (%s)", a.Row, t.Say(ward.RowKinds[a.Kind])))
	}
	t.tellPassed(rows, list.Left, list.Clashes, list.People, list.Numbers)
}

// tellPassed tells what of a list was not taken.
func (t *tui) tellPassed(rows []string, columns []roll.Column, clashes []string, people, numbers int) {
	if len(rows) > 0 {
		t.tell(initRows, strings.Join(rows, ", "))
	}
	var heads []string
	for _, c := range columns {
		heads = append(heads, strings.TrimSpace(c.Letters+" "+c.Head))
	}
	if len(heads) > 0 {
		t.tell(initColumns, strings.Join(heads, ", "))
	}
	if len(clashes) > 0 {
		t.tell(initClashes, strings.Join(clashes, ", "))
	}
	if people+numbers > 0 {
		t.tell(initPeople, fmt.Sprint(people), fmt.Sprint(numbers))
	}
}

// tellBegun tells what was made and what to do next.
func (t *tui) tellBegun(done ward.Begun) {
	if done.Already {
		t.tell(initAlready, done.Unit, done.Config)
		t.tell(initChange)
		return
	}
	t.tell(initMade, done.Unit, done.Folder)
	if done.Parent != "" {
		t.tell(initParent, done.Parent)
	}
	t.tell(initTerm, done.Term, done.Place)
	t.tell(initReport, done.Report)
	var names []string
	for _, b := range done.Branches {
		names = append(names, b.Name)
	}
	if len(names) > 0 {
		t.tell(initBranches, fmt.Sprint(len(names)), strings.Join(names, "; "))
	}
	if l := done.Left; l != nil && !t.asks() {
		var rows []string
		for _, r := range l.Rows {
			rows = append(rows, fmt.Sprintf("%d (%s)", r.Row, t.Say(ward.RowKinds[r.Kind])))
		}
		t.tellPassed(rows, l.Columns, l.Clashes, l.People, l.Numbers)
	}
	t.tell(initForms, fmt.Sprint(len(done.Forms.Files)), done.Forms.Out)
	if len(done.Bats) > 0 {
		t.tell(initBats, strings.Join(done.Bats, ", "))
	}
	for _, n := range done.Notes {
		t.tell(initNote, t.Say(n.Text, n.Words...))
	}
	if len(done.Bats) > 0 {
		t.tell(initNextBat, done.Inbox)
		return
	}
	t.tell(initNext, done.Inbox)
}
