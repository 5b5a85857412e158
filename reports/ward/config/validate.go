package config

import (
	"cmp"
	"fmt"
	"net"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// Names that become parts of file names and commands.
var plainName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

var (
	languages = []string{"vi", "en"}
	releases  = []string{"approve", "signed", "auto"}
	sources   = []string{batch.SourcesDraft, batch.SourcesFinal, batch.SourcesNone}
	tlsModes  = []string{"starttls", "implicit", "none"}
	catchUps  = []string{"once", "skip"}
)

// validate complains about every value that is well-formed and still wrong. It
// fills in what is left empty because something else says it.
func (c *complaints) validate(conf *Config, own viet.Words) {
	c.general(conf)
	c.span("term", "[term]", conf.Term.From, conf.Term.To)
	c.branches(conf.Branches, own)
	c.reports(conf)
	if conf.HasMail {
		c.mail(conf.Mail)
	}
	c.schedules(conf)
}

func (c *complaints) general(conf *Config) {
	c.oneOf("language", conf.Language, languages)
	zone, err := time.LoadLocation(conf.Timezone)
	if err != nil || conf.Timezone == "" || conf.Timezone == "Local" {
		c.add(unknownZone, "timezone", conf.Timezone)
	}
	conf.Zone = zone
	start, err := reports.ParseDay("2001-" + conf.YearStarts)
	if _, _, day := start.Date(); err != nil || day > 28 { // so that every half begins on that day too
		c.add(badYearStart, "year_starts", conf.YearStarts)
	}
	c.filled("paths.inbox", conf.Paths.Inbox)
	c.filled("paths.out", conf.Paths.Out)
	c.filled("paths.state", conf.Paths.State)
	c.filled("unit.name", conf.Unit.Name)
}

func (c *complaints) filled(path, value string) {
	if strings.TrimSpace(value) == "" {
		c.add(emptyValue, path, keyName(path))
	}
}

func (c *complaints) oneOf(path, value string, allowed []string) {
	if !slices.Contains(allowed, value) {
		c.add(notOneOf, path, keyName(path), value, strings.Join(allowed, ", "))
	}
}

// span checks that two dates are given together, or neither, and are in order.
func (c *complaints) span(path, name string, from, to Date) {
	for i, d := range []Date{from, to} {
		if d.Text != "" && d.Day == 0 {
			c.add(impossibleDate, path+[]string{".from", ".to"}[i], d.Text)
		}
	}
	switch {
	case (from.Text == "") != (to.Text == ""):
		c.add(halfSpan, path, name)
	case from.Day != 0 && to.Day != 0 && from.Day > to.Day:
		c.add(backwardSpan, path+".from", name, from.Text, to.Text)
	}
}

// branches checks that a workbook's title can mean one branch only.
func (c *complaints) branches(list []Branch, own viet.Words) {
	ids := map[string]bool{}
	owners := map[string]Branch{} // by name or alias, as titles are compared
	for i, b := range list {
		path := fmt.Sprintf("branch[%d]", i)
		switch {
		case b.ID == "" || reports.UnitID(b.ID) == reports.Ward || strings.ContainsAny(b.ID, " \t/\\"):
			c.add(badBranchID, path+".id", b.ID)
		case ids[b.ID]:
			c.add(sameBranchID, path+".id", b.ID)
		}
		ids[b.ID] = true
		c.filled(path+".name", b.Name)
		for j, name := range append([]string{b.Name}, b.Aliases...) {
			key := own.UnitKey(name)
			where := path + ".name"
			if j > 0 {
				where = path + ".aliases"
			}
			if owner, taken := owners[key]; taken && owner.ID != b.ID && key != "" {
				c.add(sameBranchName, where, name, owner.Name, owner.ID)
			}
			owners[key] = b
		}
	}
}

func (c *complaints) reports(conf *Config) {
	seen := map[string]bool{}
	defaults := 0
	for i := range conf.Reports {
		r, path := &conf.Reports[i], fmt.Sprintf("report[%d]", i)
		switch {
		case !plainName.MatchString(r.Name):
			c.add(badName, path+".name", r.Name)
		case seen[r.Name]:
			c.add(sameName, path+".name", r.Name)
		}
		seen[r.Name] = true
		if r.Default {
			defaults++
		}
		if defaults > 1 && r.Default {
			c.add(twoDefaults, path+".default")
		}
		r.Template = cmp.Or(r.Template, r.Name)
		if !plainName.MatchString(r.Template) && r.Template != r.Name {
			c.add(badName, path+".template", r.Template)
		}
		r.Release = cmp.Or(r.Release, releases[0])
		c.oneOf(path+".release", r.Release, releases)
		c.code(path, conf, *r)
		if r.Sources != "" {
			c.oneOf(path+".sources", r.Sources, sources)
		}
		if r.Whole != 0 && (r.Whole < 50 || r.Whole > 100) {
			c.add(badShare, path+".whole", strconv.Itoa(r.Whole))
		}
		c.reportSpan(path, *r, conf.Term)
		c.due(path, conf, *r)
	}
}

// code refuses to ask for a code where nobody could give one: a report that is made final by
// itself has no reader before, and without mail there is no letter that says it.
func (c *complaints) code(path string, conf *Config, r Report) {
	switch {
	case !r.Code:
	case r.Release == "auto":
		c.add(codeOfAuto, path+".code", r.Name)
	case !conf.HasMail:
		c.add(codeWithoutMail, path+".code", r.Name)
	}
}

func (c *complaints) reportSpan(path string, r Report, term Term) {
	c.span(path, r.Name, r.From, r.To)
	dated := r.From.Text != "" || r.To.Text != ""
	switch {
	case r.Period == "" && !dated:
		c.add(noSpan, path, r.Name)
	case r.Period != "" && dated:
		c.add(twoSpans, path+".period", r.Name)
	case r.Period == "term" && term.From.Text == "":
		c.add(noTerm, path+".period", r.Name)
	case r.Period != "":
		c.oneOf(path+".period", r.Period, periods)
	}
}

func (c *complaints) mail(m Mail) {
	c.filled("mail.host", m.Host)
	if m.Port < 1 || m.Port > 65535 {
		c.add(badPort, "mail.port", fmt.Sprint(m.Port))
	}
	c.oneOf("mail.tls", m.TLS, tlsModes)
	if m.TLS == "none" && !loopback(m.Host) {
		c.add(openMail, "mail.tls", m.Host)
	}
	if m.PasswordEnv != "" && m.PasswordFile != "" {
		c.add(twoPasswords, "mail.password_file")
	}
	c.address("mail.from", m.From)
	if len(m.Officers) == 0 {
		c.add(noOfficers, "mail.officers")
	}
	for _, a := range m.Officers {
		c.address("mail.officers", a)
	}
	for _, a := range m.Committee {
		c.address("mail.committee", a)
	}
	if m.RedirectAllTo != "" {
		c.address("mail.redirect_all_to", m.RedirectAllTo)
	}
	if _, err := deliver.FileName(m.FileName, "nam", "a", reports.Year(2000)); err != nil {
		c.add(badFileName, "mail.file_name", m.FileName)
	}
}

func (c *complaints) address(path, address string) {
	if deliver.CheckAddress(address) != nil {
		c.add(badAddress, path, address)
	}
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Report returns the report of that name.
func (c *Config) Report(name string) (Report, bool) {
	for _, r := range c.Reports {
		if r.Name == name {
			return r, true
		}
	}
	return Report{}, false
}

// ReportNames are the names of all reports, for people.
func (c *Config) ReportNames() string {
	var names []string
	for _, r := range c.Reports {
		names = append(names, r.Name)
	}
	return strings.Join(names, ", ")
}
