package wording

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// softWords call a figure provisional anywhere; what names a thing ("nhà tạm") is not among them.
var softWords = []string{
	"số tạm", "số liệu tạm", "tạm tính", "tạm ước", "tạm báo", "báo cáo tạm", "chưa chốt", "chưa chính xác", "chưa chính thức", "số liệu sơ bộ", "số sơ bộ", "báo cáo sơ bộ",
	"ước tính", "số ước", "ước lượng", "ước chừng", "sẽ báo lại", "sẽ báo cáo lại", "chờ chốt", "chưa rà soát", "chưa xác minh", "chưa đối chiếu",
}

// notSoft before them turn them into their contrary, or into a rule for filling in.
var notSoft = []string{"không", "nếu", "khi", "tránh", "đừng", "hạn chế", "trường hợp"}

var clauseEnd = regexp.MustCompile(`[;.\n]+(?:\s|$)`)

// Soft returns the key of the clause in which a text calls figures provisional.
func Soft(text string) (clause string, ok bool) {
	for _, part := range clauseEnd.Split(text, -1) {
		key := viet.Key(part)
		for _, w := range softWords {
			before, _, found := strings.Cut(" "+key+" ", " "+w+" ")
			if found && !slices.ContainsFunc(notSoft, func(n string) bool { return viet.Holds(strings.TrimSpace(before), n) }) {
				return key, true
			}
		}
	}
	return "", false
}

// SoftRemark is [Soft] for a remark at a value, where a word alone is enough.
func SoftRemark(text string) bool {
	if _, ok := Soft(text); ok {
		return true
	}
	words := strings.Fields(viet.Key(text))
	switch {
	case len(words) == 0:
		return false
	case words[0] == "ước":
		return true
	case len(words) > 2 || words[0] != "tạm" && words[0] != "sơ":
		return false
	case len(words) == 1 || words[1] == "bộ":
		return true
	}
	_, err := strconv.Atoi(words[1])
	return err == nil
}

// notEstimate before "ước" make another word of it: hương ước, quy ước, giao ước.
var notEstimate = []string{"huong", "qui", "giao", "cong", "dieu", "mo", "mong", "khe", "hiep", "nguyen", "can"}

// estimate behind "ước" say what is estimated, or when.
var estimate = []string{"thuc", "th", "ket", "kq", "ca", "nam", "den", "dat", "tinh", "toan", "trong", "qui", "thang"}

// estimateOf is how the name of a time begins that is an estimate: "Ước thực hiện năm 2026".
var estimateOf = regexp.MustCompile(`(?i)^\s*[-–+*]?\s*ước(?: thực hiện| th| kết quả| kq| đạt| tính)?\s+`)

// WithoutEstimate returns the name of a time without the words that call it an estimate.
func WithoutEstimate(text string) string { return estimateOf.ReplaceAllString(text, "") }

// Estimated reports whether a head or a title, by its key, is over what is estimated for
// time that has not passed: "Ước thực hiện cả năm", "Ước TH 2026", "Ước". Whoever types
// without marks is understood.
func Estimated(key string) bool {
	words := strings.Fields(viet.Bare(key))
	for i, w := range words {
		switch {
		case w != "uoc", i > 0 && slices.Contains(notEstimate, words[i-1]):
		case i+1 == len(words), slices.Contains(estimate, words[i+1]):
			return true
		default:
			if _, err := strconv.Atoi(words[i+1]); err == nil {
				return true // a year, a number of months
			}
		}
	}
	return false
}

// colourWords is what stands directly before the word for a colour: "chữ thập đỏ"
// is no colour of a cell.
var colourWords = regexp.MustCompile(`(?:^| )(?:màu|ô|chữ|số|tô|bôi|nền|mực|dòng|tô màu|đánh dấu) (xanh lá|xanh lục|xanh dương|xanh da trời|xanh nước biển|xanh lam|xanh|đỏ|vàng|cam|da cam|tím|hồng|xám|nâu)(?: |$)`)

// Colours returns the colours of cells that a key speaks of, by the names that
// [grid.ColourNames] gives them: "xanh" may be either.
func Colours(key string) []string {
	var names []string
	for _, m := range colourWords.FindAllStringSubmatch(key, -1) {
		switch name := m[1]; name {
		case "xanh":
			names = append(names, "xanh lá", "xanh dương")
		case "xanh lục":
			names = append(names, "xanh lá")
		case "xanh da trời", "xanh nước biển", "xanh lam":
			names = append(names, "xanh dương")
		case "da cam":
			names = append(names, "cam")
		default:
			names = append(names, name)
		}
	}
	return names
}

// Words by which a line takes back a figure that stands elsewhere, and those that a
// name may begin with to the same end.
var (
	takesBack   = []string{"đính chính", "ghi nhầm", "báo nhầm", "nhầm số", "sửa lại là", "sửa lại thành", "sửa thành", "số đúng là", "đúng là"}
	takesBackAt = []string{"xin sửa lại", "sửa lại", "sửa", "xin đính chính", "đính chính", "số đúng"}
)

// Withdraws reports whether a line, by its key, takes a figure back that stands
// elsewhere.
func Withdraws(key string) bool {
	return slices.ContainsFunc(takesBack, func(w string) bool { return viet.Holds(key, w) })
}

// Corrected returns what a name may correct, with a word for that before it: "Sửa lại
// tổng số hội viên".
func Corrected(name string) []string {
	if len(name) > grid.LongestLabel {
		return nil
	}
	key := viet.Key(Unlisted(name))
	var all []string
	for _, w := range takesBackAt {
		if rest, ok := strings.CutPrefix(key, w+" "); ok {
			all = append(all, strings.TrimLeft(rest, ": "))
		}
	}
	return all
}
