package question

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// longestSlug is how many letters of a pattern a key shows; the sum behind them
// tells apart what they do not.
const longestSlug = 40

// Key is the key of a question: its kind and what all that hangs on it have in
// common, each of them folded. It can be typed and says what it is about:
// "name.hoi-vien-tu-tran-1f3a".
func Key(kind reports.QuestionKind, pattern ...string) string {
	var folded []string
	for _, p := range pattern {
		folded = append(folded, viet.Key(p))
	}
	whole := strings.Join(folded, "\x00")
	if strings.Trim(whole, "\x00") == "" {
		return string(kind)
	}
	sum := sha256.Sum256([]byte(whole))
	shown := strings.Join(folded, " ")
	if viet.Personal(strings.Join(pattern, " ")) {
		shown = "" // a key goes where the words of cells do not
	}
	return string(kind) + "." + slug(shown) + "-" + hex.EncodeToString(sum[:2])
}

// slug writes the words of a key without marks, parted by strokes.
func slug(key string) string {
	words := strings.FieldsFunc(viet.Bare(key), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	out := ""
	for _, w := range words {
		if out != "" && len(out)+1+len(w) > longestSlug {
			break
		}
		if out != "" {
			out += "-"
		}
		out += w[:min(len(w), longestSlug)]
	}
	if out == "" {
		return "o"
	}
	return out
}
