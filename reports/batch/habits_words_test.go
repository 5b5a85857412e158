package batch

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A hand is how the writer of one workbook writes.
type hand struct {
	numbers string // plain, text, dots, units, words
	scale   int64  // of money
	scaleAt string // cell, sheet, column, label: where the scale stands
	capital bool   // labels in capitals
	prefix  string // before labels
	code    string // nfc, nfd, tcvn3, tcvn3-bare, vni
}

func (w *madeWard) hand() *hand {
	h := &hand{
		numbers: pick(w, "plain", "plain", "plain", "text", "dots", "units", "words"),
		scale:   pick(w, int64(1), 1, 1000, 1_000_000), scaleAt: pick(w, "sheet", "column", "label", "cell"),
		capital: w.chance(10), prefix: pick(w, "", "", "", "- ", "1"),
		code: pick(w, "nfc", "nfc", "nfc", "nfd", "tcvn3", "tcvn3-bare", "vni"),
	}
	h.capital = h.capital && h.code != "tcvn3-bare" // capitals need the font that draws them
	w.note("hand %+v", *h)
	return h
}

// sheetScale is the word for the unit of money in this hand.
func (h *hand) money() string {
	return map[int64]string{1: "đồng", 1000: "nghìn đồng", 1_000_000: "triệu đồng"}[h.scale]
}

// write returns the content of the cell of an item, for its values.
func (w *madeWard) write(h *hand, it item, values []reports.Value) any {
	switch {
	case it.ratio != nil:
		a, b := values[0].Num, values[1].Num
		return pick(w, fmt.Sprintf("%d/%d", a, b), fmt.Sprintf("%d/%d (%s%%)", a, b, percentText(a, b)))
	case len(values) == 2:
		return w.withUnit(it.inds[0], values[0].Num) + pick(w, "/", "; ", ", ") + w.withUnit(it.inds[1], values[1].Num)
	case it.inds[0].Unit == "đồng":
		return w.writeMoney(h, values[0].Num)
	}
	n := values[0].Num
	switch h.numbers {
	case "text":
		return fmt.Sprint(n)
	case "dots":
		return dotted(n)
	case "units":
		return w.withUnit(it.inds[0], n)
	case "words":
		if n == 0 {
			return pick(w, "không", "-", "Không có", "0")
		}
		return fmt.Sprintf("%02d", n)
	}
	return n
}

func percentText(a, b int64) string {
	return strings.Replace(fmt.Sprintf("%.1f", float64(a)*100/float64(b)), ".", ",", 1)
}

// withUnit writes "12 buổi", "1.862 lượt", "5.000.000 đồng".
func (w *madeWard) withUnit(ind catalogue.Indicator, n int64) string {
	return dotted(n) + " " + pick(w, wordsOf(ind.Unit)[0], ind.Unit)
}

// unitWords are the ways in which units are written beside names; a unit that is
// not here is written as it is called.
var unitWords = map[string][]string{
	"người": {"đ/c", "người", "HV"}, "lượt": {"lượt người", "lượt"}, "hộ": {"hộ", "gia đình"}, "buổi": {"buổi"}, "vụ": {"vụ"},
	"ý kiến": {"ý kiến"}, "tin": {"tin"}, "tổ": {"tổ"}, "tờ": {"tờ"}, "doanh nghiệp": {"DN"}, "hợp tác xã": {"HTX"}, "mô hình": {"mô hình"},
	"trường hợp": {"trường hợp"}, "thẻ": {"thẻ"}, "m²": {"m2"}, "m": {"m"}, "tuyến": {"tuyến"}, "ngày công": {"công"}, "cây": {"cây"},
	"nhà": {"nhà"}, "đồng": {"đồng", "đ", "VNĐ"}, "%": {"%"},
}

func wordsOf(unit string) []string {
	if words := unitWords[unit]; len(words) > 0 {
		return words
	}
	return []string{unit}
}

func (w *madeWard) writeMoney(h *hand, n int64) any {
	if h.scale > 1 && h.scaleAt == "cell" {
		if n == 0 {
			return 0
		}
		if h.scale == 1000 {
			return fmt.Sprint(n/1000, " ", pick(w, "nghìn đồng", "ngàn đồng", "nghìn"))
		}
		return decimals(n, h.scale) + " " + pick(w, "triệu đồng", "triệu", "trđ")
	}
	if h.scale > 1 {
		if n%h.scale == 0 {
			return n / h.scale
		}
		return float64(n) / float64(h.scale)
	}
	switch h.numbers {
	case "dots", "text":
		return dotted(n)
	case "units":
		return dotted(n) + pick(w, "đ", " đồng", " đ")
	case "words":
		return strings.ReplaceAll(dotted(n), ".", " ")
	}
	return n
}

// dotted writes 1862 as "1.862".
func dotted(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// decimals writes n/scale with a decimal comma.
func decimals(n, scale int64) string {
	s := dotted(n / scale)
	if rest := n % scale; rest > 0 {
		s += "," + strings.TrimRight(fmt.Sprintf("%0*d", len(fmt.Sprint(scale))-1, rest), "0")
	}
	return s
}

// label draws one of the names that the catalogue gives an item; beside tells
// that its unit stands beside it or in the name.
func (w *madeWard) label(h *hand, it item, beside bool) string {
	ind := it.inds[0]
	if it.ratio != nil {
		ind = *it.ratio
	}
	names := w.usable(ind, beside && len(it.inds) == 1)
	s := names[w.rng.IntN(len(names))]
	if w.chance(50) {
		s = names[0]
	}
	if h.capital {
		s = strings.ToUpper(s)
	}
	return s
}

// usable returns the names of an indicator that no other has; one that only
// indicators of other units share will do where the unit stands beside it.
func (w *madeWard) usable(ind catalogue.Indicator, beside bool) []string {
	names := slices.DeleteFunc(append([]string{ind.Name}, ind.Aliases...), func(s string) bool {
		return slices.ContainsFunc(w.cat.Indicators(), func(o catalogue.Indicator) bool {
			return o.Code != ind.Code && !(beside && o.Unit != ind.Unit) && slices.ContainsFunc(append([]string{o.Name}, o.Aliases...), func(t string) bool {
				return strings.EqualFold(s, t)
			})
		})
	})
	if len(names) == 0 {
		return []string{ind.Name}
	}
	return names
}

// bases are the plain vowels of the old encodings, and marks the tones, in the
// order of the tables below (domain notes, 4.3).
const bases = "aăâeêioôơuưy"

var marks = []rune{0, 0x301, 0x300, 0x309, 0x303, 0x323}

var abc = [12][6]rune{
	{'a', 0xB8, 0xB5, 0xB6, 0xB7, 0xB9}, {0xA8, 0xBE, 0xBB, 0xBC, 0xBD, 0xC6}, {0xA9, 0xCA, 0xC7, 0xC8, 0xC9, 0xCB},
	{'e', 0xD0, 0xCC, 0xCE, 0xCF, 0xD1}, {0xAA, 0xD5, 0xD2, 0xD3, 0xD4, 0xD6}, {'i', 0xDD, 0xD7, 0xD8, 0xDC, 0xDE},
	{'o', 0xE3, 0xDF, 0xE1, 0xE2, 0xE4}, {0xAB, 0xE8, 0xE5, 0xE6, 0xE7, 0xE9}, {0xAC, 0xED, 0xEA, 0xEB, 0xEC, 0xEE},
	{'u', 0xF3, 0xEF, 0xF1, 0xF2, 0xF4}, {0xAD, 0xF8, 0xF5, 0xF6, 0xF7, 0xF9}, {'y', 0xFD, 0xFA, 0xFB, 0xFC, 0xFE},
}

var abcCapitals = map[rune]rune{'Ă': 0xA1, 'Â': 0xA2, 'Ê': 0xA3, 'Ô': 0xA4, 'Ơ': 0xA5, 'Ư': 0xA6, 'Đ': 0xA7, 'đ': 0xAE}

var vni = [12][6]string{
	{"a", "a\u00F9", "a\u00F8", "a\u00FB", "a\u00F5", "a\u00EF"}, {"a\u00EA", "a\u00E9", "a\u00E8", "a\u00FA", "a\u00FC", "a\u00EB"}, {"a\u00E2", "a\u00E1", "a\u00E0", "a\u00E5", "a\u00E3", "a\u00E4"},
	{"e", "e\u00F9", "e\u00F8", "e\u00FB", "e\u00F5", "e\u00EF"}, {"e\u00E2", "e\u00E1", "e\u00E0", "e\u00E5", "e\u00E3", "e\u00E4"}, {"i", "\u00ED", "\u00EC", "\u00E6", "\u00F3", "\u00F2"},
	{"o", "o\u00F9", "o\u00F8", "o\u00FB", "o\u00F5", "o\u00EF"}, {"o\u00E2", "o\u00E1", "o\u00E0", "o\u00E5", "o\u00E3", "o\u00E4"}, {"\u00F4", "\u00F4\u00F9", "\u00F4\u00F8", "\u00F4\u00FB", "\u00F4\u00F5", "\u00F4\u00EF"},
	{"u", "u\u00F9", "u\u00F8", "u\u00FB", "u\u00F5", "u\u00EF"}, {"\u00F6", "\u00F6\u00F9", "\u00F6\u00F8", "\u00F6\u00FB", "\u00F6\u00F5", "\u00F6\u00EF"}, {"y", "y\u00F9", "y\u00F8", "y\u00FB", "y\u00F5", "\u00EE"},
}

// vowelPlaces tells the place of each vowel in the tables.
var vowelPlaces = func() map[rune][2]int {
	places := map[rune][2]int{}
	for i, b := range []rune(bases) {
		places[b] = [2]int{i, 0}
		for t, m := range marks[1:] {
			places[[]rune(norm.NFC.String(string(b) + string(m)))[0]] = [2]int{i, t + 1}
		}
	}
	return places
}()

// letter parts a letter into its place in the tables; false if it is no vowel.
func letter(r rune) (base, tone int, upper, ok bool) {
	low := unicode.ToLower(r)
	at, ok := vowelPlaces[low]
	return at[0], at[1], low != r, ok
}

// encode writes a text as the old fonts store it, and returns the font.
func (h *hand) encode(s string) (text, font string) {
	switch h.code {
	case "nfd":
		return norm.NFD.String(s), "Times New Roman"
	case "tcvn3", "tcvn3-bare":
		font = ".VnTime"
		if s == strings.ToUpper(s) && s != strings.ToLower(s) {
			s, font = strings.ToLower(s), ".VnTimeH"
		}
		if h.code == "tcvn3-bare" {
			font = "Arial"
		}
		return encodeABC(s), font
	case "vni":
		return encodeVNI(s), "VNI-Times"
	}
	return s, "Times New Roman"
}

func encodeABC(s string) string {
	return strings.Map(func(r rune) rune {
		if c, ok := abcCapitals[r]; ok {
			return c
		}
		if base, tone, upper, ok := letter(r); ok && (!upper || tone > 0) {
			return abc[base][tone]
		}
		return r
	}, s)
}

func encodeVNI(s string) string {
	var b strings.Builder
	for _, r := range s {
		base, tone, upper, ok := letter(r)
		switch {
		case r == 'đ':
			b.WriteRune(0xF1)
		case r == 'Đ':
			b.WriteRune(0xD1)
		case !ok:
			b.WriteRune(r)
		case upper:
			b.WriteString(strings.ToUpper(vni[base][tone]))
		default:
			b.WriteString(vni[base][tone])
		}
	}
	return b.String()
}
