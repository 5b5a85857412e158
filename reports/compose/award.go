package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A prize won in a contest begins with prizeWord; a "Giải thưởng" is an award
// like any other.
const (
	prizeWord = "giải"
	awardWord = "giải thưởng"
)

// An Honour is what one template clause says of awards: one form for one
// achievement, from one giver in one or more years, or from several givers. Its
// fields are values; what people wrote is compared by methods, never printed.
type Honour struct {
	Form, FormLower string // "Bằng khen", "khen thưởng"
	Givers          string // "Quận ủy và UBND quận"
	Years           string // "2018, 2019"; absent where givers differ in years, or the span has only one
	Streak          string // so many years running; "" below three
	From, Until     string // of the streak
	About           string // what for, its first letter small
	Won             []Prize

	form, about string
}

// Is reports whether the form begins with one of the words.
func (h Honour) Is(words ...string) bool { return startsWith(h.form, words...) }

// For reports whether what it was given for begins with one of the words.
func (h Honour) For(words ...string) bool { return startsWith(h.about, words...) }

// Titled reports whether what it was given for is a title in quotation marks.
func (h Honour) Titled() bool {
	return strings.HasPrefix(h.about, "“") || strings.HasPrefix(h.about, `"`)
}

// A Prize is one prize of a contest. Link stands before it: "", ", " or " và ".
type Prize struct {
	Link, Form string
	Rank       string // the giver's level or name, as written
	RankLower  string // the same in small letters

	giver string
}

// By reports whether the giver begins with one of the words.
func (p Prize) By(words ...string) bool { return startsWith(p.giver, words...) }

// honour is a group of awards on the way to its Honour.
type honour struct {
	form, about string
	givers      []string
	years       []int
	mixed       bool // givers with different years
	at          []string
	awards      []reports.Award
}

// within returns the awards of the report's span; those of other years are left
// out with a finding. One without a year counts.
func (c *composer) within(awards []reports.Award) []reports.Award {
	var in []reports.Award
	for _, a := range awards {
		if a.Year > 0 && !c.in.Span.Overlaps(reports.Year(a.Year)) {
			c.findings.Add("award.outside", reports.Ward, reports.Args{"form": a.Form, "year": strconv.Itoa(a.Year)}, a.At)
			continue
		}
		in = append(in, a)
	}
	return in
}

// awards is the action that returns all awards but the prizes, grouped. Those
// of one form stand together, in the order of the ward's sheet.
func (c *composer) awards(prizeCode string) []Honour {
	groups := joinGivers(c.grouped(prizeCode, false, func(a reports.Award) string {
		return viet.Key(a.Form) + "|" + viet.Key(a.Giver) + "|" + viet.Key(a.For)
	}))
	place := map[string]int{}
	for i, g := range groups {
		if _, ok := place[viet.Key(g.form)]; !ok {
			place[viet.Key(g.form)] = i
		}
	}
	slices.SortStableFunc(groups, func(a, b honour) int { return place[viet.Key(a.form)] - place[viet.Key(b.form)] })
	var out []Honour
	for _, g := range groups {
		out = append(out, c.honour(g))
	}
	return out
}

// prizes is the action that returns the prizes by contest: the awards that
// count for the indicator, and all whose form says so.
func (c *composer) prizes(prizeCode string) []Honour {
	groups := c.grouped(prizeCode, true, func(a reports.Award) string { return viet.Key(a.For) })
	var out []Honour
	for _, g := range groups {
		h := c.honour(g)
		for i, a := range g.awards {
			h.Won = append(h.Won, c.prize(a, i, len(g.awards)))
		}
		out = append(out, h)
	}
	return out
}

// isPrize reports whether an award is a prize.
func (c *composer) isPrize(a reports.Award, prizeCode string) bool {
	return c.t.cat.AwardCode(a) == prizeCode || startsWith(a.Form, prizeWord) && !startsWith(a.Form, awardWord)
}

// grouped returns the awards that are prizes, or are not, by key, in the order
// of the ward's sheet.
func (c *composer) grouped(prizeCode string, prizes bool, key func(reports.Award) string) []honour {
	var groups []honour
	place := map[string]int{}
	for _, a := range c.in.Awards {
		if viet.Clean(a.Form) == "" || c.isPrize(a, prizeCode) != prizes {
			continue
		}
		k := key(a)
		i, ok := place[k]
		if !ok {
			i = len(groups)
			place[k] = i
			groups = append(groups, honour{form: viet.Clean(a.Form), about: viet.Clean(a.For), givers: giverOf(a)})
		}
		groups[i].add(a)
	}
	return groups
}

// add enters a further award of the group.
func (g *honour) add(a reports.Award) {
	g.awards = append(g.awards, a)
	g.at = append(g.at, a.At.String())
	if a.Year > 0 && !slices.Contains(g.years, a.Year) {
		g.years = append(g.years, a.Year)
		slices.Sort(g.years)
	}
}

func giverOf(a reports.Award) []string {
	if giver := viet.Clean(a.Giver); giver != "" {
		return []string{giver}
	}
	return nil
}

// joinGivers makes one group of several givers of one form for one achievement,
// unless one of them gave it for years running.
func joinGivers(groups []honour) []honour {
	var out []honour
	for _, g := range groups {
		i := slices.IndexFunc(out, func(o honour) bool {
			return viet.Key(o.form) == viet.Key(g.form) && viet.Key(o.about) == viet.Key(g.about) &&
				len(g.givers) > 0 && len(o.givers) > 0 && streak(o.years) == 0 && streak(g.years) == 0
		})
		if i < 0 {
			out = append(out, g)
			continue
		}
		o := &out[i]
		o.mixed = o.mixed || !slices.Equal(o.years, g.years)
		o.givers = append(o.givers, g.givers...)
		o.at = append(o.at, g.at...)
	}
	return out
}

// streak returns the number of years if they are three or more in a row.
func streak(years []int) int {
	if n := len(years); n >= 3 && years[n-1]-years[0] == n-1 {
		return n
	}
	return 0
}

// honour enters the words of a group.
func (c *composer) honour(g honour) Honour {
	code, source := c.t.cat.AwardCode(g.awards[0]), strings.Join(g.at, ", ")
	put := c.putter(code, source)
	h := Honour{
		Form:      put(g.form),
		FormLower: put(viet.LowerFirst(g.form)),
		Givers:    put(joined(g.givers)),
		About:     put(viet.LowerFirst(g.about)),
		form:      g.form,
		about:     g.about,
		Years:     c.absent(),
	}
	if len(g.years) > 0 && !g.mixed {
		if !c.oneYear() {
			h.Years = put(yearList(g.years))
		}
		if n := streak(g.years); n > 0 {
			h.Streak = put(strconv.Itoa(n))
		}
		h.From, h.Until = put(strconv.Itoa(g.years[0])), put(strconv.Itoa(g.years[len(g.years)-1]))
	}
	return h
}

// oneYear reports whether the whole span lies in one year, which then need not be
// said of each award.
func (c *composer) oneYear() bool {
	first, _, _ := c.in.Span.From.Date()
	last, _, _ := c.in.Span.Last().Date()
	return first == last
}

// putter returns what enters words of an award; no words are absent.
func (c *composer) putter(code, source string) func(string) string {
	return func(s string) string {
		if s == "" {
			return c.absent()
		}
		return c.put(token{kind: fact, text: plain(s), ref: ref(code), source: source})
	}
}

func yearList(years []int) string {
	var s []string
	for _, y := range years {
		s = append(s, strconv.Itoa(y))
	}
	return strings.Join(s, ", ")
}

// prize enters the words of one prize: "giải Nhất", with its rank as a name.
func (c *composer) prize(a reports.Award, i, n int) Prize {
	code, source := c.t.cat.AwardCode(a), a.At.String()
	first, rest, _ := strings.Cut(viet.Clean(a.Form), " ")
	form := strings.TrimSpace(strings.ToLower(first) + " " + upperFirst(rest))
	put := c.putter(code, source)
	p := Prize{Form: put(form), giver: viet.Clean(a.Giver)}
	p.Rank, p.RankLower = put(p.giver), put(strings.ToLower(p.giver))
	switch {
	case i > 0 && i == n-1:
		p.Link = " và "
	case i > 0:
		p.Link = ", "
	}
	return p
}

// startsWith reports whether s begins with one of the words, case apart.
func startsWith(s string, words ...string) bool {
	key := viet.Key(s)
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(key, viet.Key(w))
		next, _ := utf8.DecodeRuneInString(rest)
		return ok && !unicode.IsLetter(next)
	})
}
