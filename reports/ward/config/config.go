// Package config reads config.toml: strictly, with the line of whatever is wrong, and
// all of it at once. It says where, when and to whom; what is counted and what is
// said stands in the templates.
package config

import (
	"cmp"
	"fmt"
	"path/filepath"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/association"
	"ccbreport/reports/schedule"
	"ccbreport/templates"

	"github.com/BurntSushi/toml"
)

// A Config is config.toml: where, when and to whom; never what is counted or
// said.
type Config struct {
	Language   string     `toml:"language"`
	Timezone   string     `toml:"timezone"`
	YearStarts string     `toml:"year_starts"` // month and day, "01-01"
	Paths      Paths      `toml:"paths"`
	Unit       Unit       `toml:"unit"`
	Term       Term       `toml:"term"`
	Branches   []Branch   `toml:"branch"` // empty: every unit found is a branch
	Reports    []Report   `toml:"report"`
	Sign       Sign       `toml:"sign"`
	Letter     Letter     `toml:"letter"`
	Mail       Mail       `toml:"mail"`
	Schedules  []Schedule `toml:"schedule"`

	Folder  string         `toml:"-"` // of the file: paths are relative to it
	Zone    *time.Location `toml:"-"` // of Timezone
	HasMail bool           `toml:"-"` // there is a [mail]
}

// Paths are relative to the file.
type Paths struct {
	Inbox     string `toml:"inbox"`
	Out       string `toml:"out"`
	State     string `toml:"state"`
	Templates string `toml:"templates"` // empty: the built-in ones
}

// A Unit is the ward's own organisation as it signs.
type Unit struct {
	Name   string `toml:"name"`
	Short  string `toml:"short"` // empty: Name with the association's abbreviation
	Parent string `toml:"parent"`
	Place  string `toml:"place"`
	Symbol string `toml:"symbol"` // empty: as the association has it
}

// A Term is the term of office (nhiệm kỳ).
type Term struct {
	Name    string `toml:"name"`
	Ordinal string `toml:"ordinal"`
	From    Date   `toml:"from"`
	To      Date   `toml:"to"` // last day included
}

// A Branch is a chi hội that is expected to send a workbook.
type Branch struct {
	ID      string   `toml:"id"`
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"`
}

// A Report is one kind of report with its span: From and To, or Period.
type Report struct {
	Name     string `toml:"name"`
	Template string `toml:"template"` // empty: as Name
	From     Date   `toml:"from"`
	To       Date   `toml:"to"` // last day included
	Period   string `toml:"period"`
	Default  bool   `toml:"default"`
	Release  string `toml:"release"`
	Code     bool   `toml:"code"`    // approve asks for the code of the letter that brought the draft
	Sources  string `toml:"sources"` // where the annex of sources stands; empty: in drafts
	Whole    int    `toml:"whole"`   // percent of the branches of which a figure is called that of all; 0: 90
	Sign     Sign   `toml:"sign"`    // who signs this one, where that is not as in [sign]
	Due      Date   `toml:"due"`     // last day on which branches are to send, or its month and day; may be left out
	Remind   []int  `toml:"remind"`  // days before Due on which the officers are told who has not sent
}

// A Sign is who signs.
type Sign struct {
	Authority string `toml:"authority"`
	Position  string `toml:"position"`
	Name      string `toml:"name"`
}

// A Letter is to whom the report goes on paper: Kính gửi and Nơi nhận.
type Letter struct {
	To     []string `toml:"to"`
	Copies []string `toml:"copies"`
}

// Mail is the server and the recipients; it never holds a password.
type Mail struct {
	Host          string   `toml:"host"`
	Port          int      `toml:"port"`
	TLS           string   `toml:"tls"`
	User          string   `toml:"user"`
	PasswordEnv   string   `toml:"password_env"`
	PasswordFile  string   `toml:"password_file"`
	CAFile        string   `toml:"ca_file"` // PEM of the authority to trust; empty: the system's
	From          string   `toml:"from"`
	Officers      []string `toml:"officers"`
	Committee     []string `toml:"committee"`
	RedirectAllTo string   `toml:"redirect_all_to"`
	FileName      string   `toml:"file_name"` // of the attached report, without its extension
}

// A Schedule says when a report is made by itself.
type Schedule struct {
	Name    string `toml:"name"`
	Cron    string `toml:"cron"`
	Report  string `toml:"report"`
	CatchUp string `toml:"catch_up"` // of what fell due while the computer was off: once or skip
	Grace   string `toml:"grace"`    // how late it may be caught up, "720h"

	Rule schedule.Rule `toml:"-"`
}

// A Date is a day of the file, bare or in quotes. Decoding never fails, so that
// an impossible date can be told with its line; Text is what stood there.
type Date struct {
	Day  reports.Day
	Text string
}

// UnmarshalTOML reads the forms 2017-01-01 and "2017-01-01".
func (d *Date) UnmarshalTOML(value any) error {
	d.Text = fmt.Sprint(value)
	if t, ok := value.(time.Time); ok {
		d.Text = t.Format(time.DateOnly)
	}
	d.Day, _ = reports.ParseDay(d.Text) // 0 is told by validation
	return nil
}

// Default returns the configuration that a file is decoded over.
func Default() Config {
	return Config{
		Language:   "vi",
		Timezone:   "Asia/Ho_Chi_Minh",
		YearStarts: "01-01",
		Paths:      Paths{Inbox: "inbox", Out: "out", State: "state"},
		Sign:       Sign{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH"},
		Mail:       Mail{Port: 587, TLS: "starttls", FileName: "bao-cao_{report}_{unit}_{from}_{to}"},
	}
}

// Load reads the file over the defaults and checks all of it. What is wrong
// with it is one [*say.Failure] that tells every place, with its remedy.
func Load(file string) (Config, error) {
	_, text, err := readText(file)
	if err != nil {
		return Config{}, err
	}
	return Parse(text, file)
}

// Parse reads the text of the file called name, and what the templates beside it say
// of the association. The library stops at the first
// value of a wrong type and does not say which [[table]] it stood in, so the
// shape is compared before it decodes.
func Parse(src, name string) (Config, error) {
	var raw map[string]any
	if _, err := toml.Decode(src, &raw); err != nil {
		return Config{}, syntaxFailure(src, name, err)
	}
	found := complaints{file: name, at: locate(src)}
	found.compareShape(raw)
	if err := found.failure(); err != nil {
		return Config{}, err
	}
	c := Default()
	if _, err := toml.Decode(src, &c); err != nil {
		return Config{}, badConfigFile.Because(err, name)
	}
	_, c.HasMail = raw["mail"]
	c.Folder = filepath.Dir(name)
	own, err := c.association()
	if err != nil {
		return Config{}, err
	}
	c.Unit.Symbol = cmp.Or(c.Unit.Symbol, own.Symbol)
	c.Unit.Short = cmp.Or(c.Unit.Short, own.Abbreviated(c.Unit.Name))
	found.validate(&c, own.Words)
	return c, found.failure()
}

// association reads whose reports these are. A folder of templates that is not there
// is told of by whatever needs a template.
func (c *Config) association() (association.Association, error) {
	all, err := c.AllTemplates()
	if err != nil {
		all = templates.FS
	}
	return association.Load(all)
}

// Path returns a path of the configuration as the system knows it.
func (c *Config) Path(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.Folder, filepath.FromSlash(p))
}
