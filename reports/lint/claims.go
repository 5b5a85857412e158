package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

var (
	ofAll    = regexp.MustCompile(`(?:^|[^\d.,])100%`)
	ofNone   = regexp.MustCompile(`(?i)không (?:có|còn)`)
	inARow   = regexp.MustCompile(`(\d+) năm liền`)
	listYear = regexp.MustCompile(`^(\d{4}),`)
)

// claims: what is said of all, of none and of years in a row is true in the
// data. A figure that says otherwise blocks; words that nothing bears are told.
func claims(p *Page) {
	for _, l := range p.prose() {
		offset := 0
		for _, s := range l.spans {
			switch {
			case s.Figure != "" && s.Source == "":
				p.claimOfFigure(l, offset, s)
			case s.Source != "" && s.Figure == "" && p.Silent > 0:
				for _, m := range ofAll.FindAllStringIndex(s.Text, -1) {
					if l.aims(offset + m[0]) {
						continue
					}
					p.tell("lint.claim.false", l, offset+m[1]-1, excerpt("100%", s.Text[m[1]:]), "")
				}
			}
			offset += len(s.Text)
		}
		for _, m := range inARow.FindAllStringSubmatchIndex(l.text, -1) {
			p.claimOfYears(l, m)
		}
	}
}

// aims reports whether what stands at a place of a line is still to be reached: a target
// says nothing of this period, and nothing of it is held against a target.
func (l line) aims(at int) bool {
	clause := l.clause(at)
	return l.tasks || aiming.MatchString(clause) || target.MatchString(clause) && !reached.MatchString(clause)
}

// aiming and target are words of what is still to be reached, a target where it begins the
// clause: "hoàn thành chỉ tiêu kết nạp 25 hội viên" tells of what was; reached are words by
// which a clause that begins with a target does, too.
var (
	aiming  = regexp.MustCompile(`(?i)phấn đấu|quyết tâm`)
	target  = regexp.MustCompile(`(?i)^\s*(?:(?:các|một số|những) )?(?:chỉ tiêu|mục tiêu)(?:\P{L}|$)`)
	reached = regexp.MustCompile(`(?i)(?:^|\P{L})(?:đã|đạt|vượt|hoàn thành|thực hiện được|kết quả)(?:\P{L}|$)`)
)

// An outline tells whether the headings above a line head what is to be done.
type outline struct {
	section string // of the last heading
	tasks   []bool // of each heading above it, the outermost first, and of itself
}

var tasks = regexp.MustCompile(`(?i)^\s*(?:phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu)`)

// next takes up a line; its section has the headings above it, and its own if it is one.
func (o *outline) next(l paper.Line) bool {
	if l.Kind == paper.Title {
		depth := strings.Count(l.Section, " / ")
		o.section, o.tasks = l.Section, append(o.tasks[:min(depth, len(o.tasks))], tasks.MatchString(l.Text()))
	}
	return l.Section == o.section && slices.Contains(o.tasks, true)
}

// byWard reports whether the ward gave a figure itself, for all its branches.
func byWard(f reports.Figure) bool {
	return len(f.From) > 0 && !slices.ContainsFunc(f.From, func(c reports.Contribution) bool { return c.Unit != reports.Ward })
}

func (p *Page) claimOfFigure(l line, at int, s paper.Span) {
	f, known := p.figure(s)
	ind, _ := p.Catalogue.Indicator(s.Figure)
	if _, compared := p.earlier(s); !known || compared {
		return
	}
	var untrue bool
	switch {
	case ofAll.MatchString(s.Text):
		silent := p.Silent > 0 && ind.Kind == catalogue.All && !byWard(f)
		untrue = f.Value.Cmp(reports.Int(1)) != 0 && ind.Kind != catalogue.Target || silent
	case ofNone.MatchString(s.Text):
		untrue = !f.Value.IsZero()
	}
	value := f.Value.String()
	if f.Value.Cmp(reports.Int(1)) == 0 {
		value = "" // of those that gave it, it is true
	}
	if untrue {
		p.tell("lint.claim.false", l, at, s.Text, value)
	}
}

// claimOfYears holds "3 năm liền" against the years of the list that bears it,
// or of any list where the ward says so itself.
func (p *Page) claimOfYears(l line, m []int) {
	n, _ := strconv.Atoi(l.text[m[2]:m[3]])
	own := l.span(m[0]).Figure
	if _, known := p.Figures[own]; own != "" && !known {
		return
	}
	best := 0
	for code, f := range p.Figures {
		if own == "" || own == code {
			best = max(best, longestRun(f))
		}
	}
	switch text := l.text[m[0]:m[1]]; {
	case best >= n:
	case own != "":
		p.tell("lint.claim.false", l, m[0], text, strconv.Itoa(best))
	default:
		p.tell("lint.claim.unproven", l, m[0], text, "")
	}
}

// longestRun is the longest row of years that the lines of a list name.
func longestRun(f reports.Figure) int {
	var years []int
	for _, c := range f.From {
		if m := listYear.FindStringSubmatch(c.Text); m != nil {
			y, _ := strconv.Atoi(m[1])
			years = append(years, y)
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	best, run := 0, 0
	for i, y := range years {
		if i > 0 && y == years[i-1]+1 {
			run++
		} else {
			run = 1
		}
		best = max(best, run)
	}
	return best
}
