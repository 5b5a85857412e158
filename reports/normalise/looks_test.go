package normalise

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports/intake"
)

var lookKey = regexp.MustCompile(`\s*~(comment|colour|shown|scale|words|hides|struck|covered)\b:?`)

// parseLook parts a field of a workbook's text form from what follows it about its
// look: "50 ~comment:đúng ra là 52 ~colour:FF0000", "1500000~shown:1.500~scale:1000",
// "12 ~struck".
func parseLook(s string) (rest string, look *intake.Look) {
	marks := lookKey.FindAllStringSubmatchIndex(s, -1)
	if marks == nil {
		return strings.TrimSpace(s), nil
	}
	look = &intake.Look{}
	for i, m := range marks {
		end := len(s)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		setLook(look, s[m[2]:m[3]], strings.TrimSpace(s[m[1]:end]))
	}
	return strings.TrimSpace(s[:marks[0][0]]), look
}

func setLook(look *intake.Look, key, value string) {
	switch key {
	case "comment":
		look.Comment = strings.ReplaceAll(value, `\n`, "\n")
	case "colour":
		look.Colour = value
	case "shown":
		look.Shown = value
	case "scale":
		look.Scale, _ = strconv.ParseInt(value, 10, 64)
	case "words":
		look.Words = value
	case "hides":
		look.Hides = true
	case "struck":
		look.Struck = true
	case "covered":
		look.Covered = true
	}
}

// parseBox reads "A1 text" of a line "box A1 text"; \n in it is a line break.
func parseBox(s string) intake.Box {
	at, text, _ := strings.Cut(s, " ")
	var col byte
	b := intake.Box{Text: strings.ReplaceAll(text, `\n`, "\n")}
	if _, err := fmt.Sscanf(at, "%c%d", &col, &b.Row); err != nil {
		panic(s)
	}
	b.Col = int(col-'A') + 1
	return b
}
