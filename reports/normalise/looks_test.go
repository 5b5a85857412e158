package normalise

import (
	"fmt"
	"strings"

	"ccbreport/reports/intake"
)

// parseLook parts a field of a workbook's text form from what follows it about its
// look: "50 ~comment:đúng ra là 52 ~colour:FF0000".
func parseLook(s string) (rest string, look *intake.Look) {
	parts := strings.Split(s, " ~")
	for _, part := range parts[1:] {
		if look == nil {
			look = &intake.Look{}
		}
		switch key, value, _ := strings.Cut(part, ":"); key {
		case "comment":
			look.Comment = strings.ReplaceAll(strings.TrimSpace(value), `\n`, "\n")
		case "colour":
			look.Colour = strings.TrimSpace(value)
		default:
			panic(s)
		}
	}
	return strings.TrimSpace(parts[0]), look
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
