package roster

import (
	"strings"

	"ccbreport/reports/viet"
)

// An own is what the association's own name adds to what is looked for around the
// names of branches.
type own struct {
	viet.Words
	kinds map[string][]kindPhrase
	after phrases         // what no name goes on with
	ends  map[string]bool // the words in which the association's name ends
	line  string          // what it is called among otherLines, "" if it is none of them
}

func newOwn(w viet.Words) *own {
	o := &own{Words: w, kinds: kindsOf(w), after: newPhrases(after), line: lineOf(w)}
	name := strings.Fields(w.Name())
	if len(name) == 0 {
		return o
	}
	o.ends = wordSet(w.Short() + " " + name[len(name)-1])
	o.after = newPhrases(after + "; hội " + w.Short() + "; hội " + name[0] + "; " + w.Short() + "; " + w.Name())
	return o
}

// lineOf returns the name among otherLines that is the association's own.
func lineOf(w viet.Words) string {
	for _, line := range otherLines {
		for _, words := range strings.Split(line.words+";"+line.alone, ";") {
			if key := viet.Key(words); key != "" && (key == w.Name() || key == w.Short()) {
				return line.name
			}
		}
	}
	return ""
}
