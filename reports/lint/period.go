package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// The rule of this file is about words of time, held against the span of the report.

var (
	inYears  = regexp.MustCompile(`(?:trong|suốt|qua) (\d+) năm(?: qua)?`)
	halfYear = regexp.MustCompile(`(?i)(?:trong|kết quả|công tác) 6 tháng(?: đầu năm| cuối năm)?`)
	jubilee  = regexp.MustCompile(`(?i)kỷ niệm (?:lần thứ )?(\d{1,3})(?: năm)?`)
)

const monthsOfYear = 12

// periodWords: words of time agree with the period, and jubilees with its years.
func periodWords(p *Page) {
	y1, m1, _ := p.Span.From.Date()
	y2, m2, _ := p.Span.To.Date()
	months := (y2-y1)*12 + m2 - m1
	for _, l := range p.prose() {
		for _, m := range inYears.FindAllStringSubmatchIndex(l.text, -1) {
			if n, _ := strconv.Atoi(l.text[m[2]:m[3]]); n*monthsOfYear != months && !strings.HasPrefix(l.after(m[1]), " liền") && !l.expects(m) {
				p.tell("lint.period", l, m[0], l.text[m[0]:m[1]], "")
			}
		}
		if months == monthsOfYear {
			for _, m := range halfYear.FindAllStringIndex(l.text, -1) {
				if !l.expects(m) && !l.quoted(m[0]) && !ofPaper.MatchString(l.segment(m[0])) {
					p.tell("lint.period", l, m[0], l.text[m[0]:m[1]], "")
				}
			}
		}
		p.otherTime(l, months)
		for _, m := range jubilee.FindAllStringSubmatchIndex(l.text, -1) {
			p.jubilee(l, m)
		}
	}
	if p.Issued != 0 && p.Issued < p.Span.Last() {
		p.unseen()
	}
}

// A timeWord is a form in which people name the time of what they tell, and the spans, in
// months, that it does not fit.
type timeWord struct {
	form  *regexp.Regexp
	wrong func(months int) bool
}

var timeWords = []timeWord{
	{
		regexp.MustCompile(`(?i)(?:trong |suốt )?nửa (?:đầu|cuối) nhiệm kỳ|giữa nhiệm kỳ|(?:trong |suốt |cả )?nhiệm kỳ(?: vừa)? qua|(?:trong|suốt|cả) nhiệm kỳ`),
		func(months int) bool { return months <= monthsOfYear },
	},
	{
		regexp.MustCompile(`(?i)(?:trong )?(?:cả )?năm(?: vừa)? qua|(?:trong )?cả năm`),
		func(months int) bool { return months != monthsOfYear },
	},
	{
		regexp.MustCompile(`(?i)trong năm|6 tháng (?:đầu|cuối) năm`),
		func(months int) bool { return months > monthsOfYear },
	},
}

// otherTime tells of words of the ward that name another time for what was done than that
// of the report. The template's own words are those of its kind of report.
func (p *Page) otherTime(l line, months int) {
	for _, w := range timeWords {
		if !w.wrong(months) {
			continue
		}
		for _, m := range w.form.FindAllStringIndex(l.text, -1) {
			if whole(l.text, m[0], m[1]) && l.ofResults(m) {
				p.tell("lint.period", l, m[0], l.text[m[0]:m[1]], "")
			}
		}
	}
}

var (
	// certain is what follows where a certain year or a part of it is meant, "trong năm 2019",
	// or a longer form: "trong năm qua".
	certain = regexp.MustCompile(`(?i)^ (?:\d|qua(?:\P{L}|$)|học|đầu|cuối|tới|tiếp|thứ|sau|trước)`)
	// ofPaper are what a time belongs to as to a name, or as to what is planned.
	ofPaper = regexp.MustCompile(`(?i)(?:^|\P{L})(?:hội nghị|sơ kết|tổng kết|đại hội|nghị quyết|chương trình|kế hoạch|báo cáo|phương hướng|chỉ tiêu|mục tiêu|nhiệm vụ|kiện toàn|bầu|bổ sung|so với|dự toán)(?:\P{L}|$)`)
	// done are words of what was done, before the time of it.
	done = regexp.MustCompile(`(?i)(?:^|\P{L})(?:đã|đạt|kết quả|thành tích|hoạt động)(?:\P{L}|$)`)
	// again is what comes back each year, and what makes many years of one.
	again = regexp.MustCompile(`(?i)(?:^|[ (])(?:lễ|lớn|tết|niệm|thống|ngày|tháng|quý|lần|dịp|đợt|kỳ|mỗi|hằng|các|những|nhiều|mấy|vài|hai|ba|bốn|\d+) *$`)
)

// ofResults reports whether a time that the ward's words name is that of what was done. It
// is where it begins what is said ("Trong năm, …"), and behind a word of what was done; a
// time in the name of a paper or a meeting, or of a plan, is not.
func (l line) ofResults(m []int) bool {
	if l.source(m[0]).File == "" || l.quoted(m[0]) || l.expects(m) || certain.MatchString(l.after(m[1])) || again.MatchString(l.before(m[0])) {
		return false
	}
	segment := l.segment(m[0])
	return strings.TrimSpace(segment) == "" || done.MatchString(segment) && !ofPaper.MatchString(segment)
}

// segment is the part of the clause before a place, from its last comma or dash on.
func (l line) segment(at int) string {
	clause := l.clause(at)
	if i := strings.LastIndexAny(clause, ",:(–"); i >= 0 {
		_, n := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+n:]
	}
	return clause
}

// unseen tells of days of the span that a final counts up to and that come after its own:
// nobody has seen them. What is to come, or is estimated, may name such a day.
func (p *Page) unseen() {
	for _, l := range p.lines {
		for _, form := range untilDay {
			for _, m := range form.FindAllStringSubmatchIndex(l.text, -1) {
				var ymd [3]int
				for i := range ymd {
					ymd[2-i], _ = strconv.Atoi(l.text[m[2*i+2]:m[2*i+3]])
				}
				day := reports.DayOf(ymd[0], ymd[1], ymd[2])
				if day > p.Issued && day <= p.Span.Last() && !l.quoted(m[0]) && !l.expects(m) {
					p.tell("lint.period.after", l, m[0], l.text[m[0]:m[1]], "")
				}
			}
		}
	}
}

// untilDay are the forms of a day up to which something is counted: day, month, year.
var untilDay = []*regexp.Regexp{
	regexp.MustCompile(`(?i)đến (?:hết )?(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`),
	regexp.MustCompile(`(?i)đến (?:hết )?ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})`),
}

// expecting are words of what has not happened yet; "số ước" alone says what figures are.
var (
	expecting = regexp.MustCompile(`(?i)(?:^|\P{L})(?:sẽ|dự kiến|ước|mục tiêu|thời hạn)(?:\P{L}|$)`)
	estimates = regexp.MustCompile(`(?i)số ước`)
)

// expects reports whether what the sentence around a place says is still to come.
func (l line) expects(m []int) bool {
	sentence := l.clause(m[0]) + "…" + l.after(m[1])[:sentenceEnd(l.after(m[1]))]
	return l.tasks || aiming.MatchString(sentence) || expecting.MatchString(estimates.ReplaceAllString(sentence, ""))
}

// sentenceEnd is where the sentence ends that a text goes on with.
func sentenceEnd(text string) int {
	if i := strings.IndexAny(text, ".;"); i >= 0 {
		return i
	}
	return len(text)
}

// jubilee: the number of years belongs to one ceremony within the period, so it
// cannot stand beside a sum over several years.
func (p *Page) jubilee(l line, m []int) {
	n, _ := strconv.Atoi(l.text[m[2]:m[3]])
	first, _, _ := p.Span.From.Date()
	last, _, _ := p.Span.Last().Date()
	sentence := l.after(m[1])[:sentenceEnd(l.after(m[1]))]
	fits := true
	for _, a := range slices.Concat(anniversaries, p.Catalogue.Association().Anniversaries) {
		if strings.Contains(strings.ToLower(sentence), strings.ToLower(a.Event)) {
			fits = a.Year+n >= first && a.Year+n <= last
			break
		}
	}
	if !fits || last > first && p.summed(l, m[0]) {
		p.tell("lint.period.jubilee", l, m[0], excerpt(l.text[m[0]:m[1]], sentence), "")
	}
}

// summed reports whether a figure that is added over periods stands in the same
// part of a sentence.
func (p *Page) summed(l line, at int) bool {
	from := strings.LastIndexAny(l.text[:at], ".;") + 1
	to := len(l.text)
	if i := strings.IndexAny(l.text[at:], ";"); i >= 0 {
		to = at + i
	}
	offset := 0
	for _, s := range l.spans {
		ind, _ := p.Catalogue.Indicator(s.Figure)
		if offset >= from && offset < to && ind.Kind == catalogue.Flow {
			return true
		}
		offset += len(s.Text)
	}
	return false
}
