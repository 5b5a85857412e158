package config

import (
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestConfigErrors reads the files of testdata/config.txtar: each NAME.toml is
// a configuration, and NAME.want what a person is told about it, in both
// languages. Run with -update to rewrite the latter.
func TestConfigErrors(t *testing.T) {
	const file = "testdata/config.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rewritten := &txtar.Archive{Comment: archive.Comment}
	want := map[string]string{}
	for _, f := range archive.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range archive.Files {
		name, ok := strings.CutSuffix(f.Name, ".toml")
		if !ok {
			continue
		}
		_, err := Parse(string(f.Data), "config.toml")
		got := told(err)
		rewritten.Files = append(rewritten.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want[name+".want"], got); diff != "" && !*update {
				t.Error(diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(rewritten), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var update = flag.Bool("update", false, "rewrite the expected texts")

// told is everything that is said about an error, "ok" for none.
func told(err error) string {
	if err == nil {
		return "ok\n"
	}
	var b strings.Builder
	var f *say.Failure
	if !errors.As(err, &f) {
		return err.Error()
	}
	for _, t := range []say.Voice{{}, {English: true}} {
		message, hint := t.Lines(f)
		fmt.Fprintf(&b, "%s\n%s\n", message, hint)
	}
	if f.Class != say.Usage {
		fmt.Fprintln(&b, "no fault of who wrote it")
	}
	fmt.Fprintf(&b, "[%s]\n", f.Code)
	return b.String()
}

func TestConfigEncodings(t *testing.T) {
	const text = "[unit]\nname = \"Hội\"\n"
	for _, test := range []struct {
		reason string
		data   []byte
		want   string // the code of the failure
	}{
		{"plain", []byte(text), ""},
		{"with the mark of old Notepads", []byte("\ufeff" + text), ""},
		{"what Notepad calls Unicode", utf16Of(binary.LittleEndian, text), "config.encoding"},
		{"the same big-endian", utf16Of(binary.BigEndian, text), "config.encoding"},
		{"a Windows code page", []byte("[unit]\nname = \"H\xf4i\"\n"), "config.encoding"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(file, test.data, 0o666); err != nil {
				t.Fatal(err)
			}
			got := ""
			if _, err := Load(file); err != nil {
				var f *say.Failure
				if !errors.As(err, &f) {
					t.Fatal(err)
				}
				got = f.Code
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func utf16Of(order binary.ByteOrder, text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		data = append(data, 0, 0)
		order.PutUint16(data[len(data)-2:], unit)
	}
	return data
}

func TestSampleConfig(t *testing.T) {
	c, err := Load("../../../config.toml")
	if err != nil {
		t.Fatal(told(err))
	}
	if n := len(c.Branches); n != 34 || c.Branches[33].ID != "tdp-34" {
		t.Errorf("%d branches", n)
	}
	r, err := c.Choose("", "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	span := c.Span(r, reports.DayOf(2031, 5, 5))
	if got := span.String(); got != "2017-01-01..2020-06-30" {
		t.Errorf("the default report covers %s", got)
	}
	if c.HasMail || len(c.Schedules) > 0 {
		t.Error("the sample ward sends no mail and has no schedule")
	}
	if info, err := os.Stat(c.Path(c.Paths.Inbox)); err != nil || !info.IsDir() {
		t.Errorf("its inbox %s is no folder: %v", c.Path(c.Paths.Inbox), err)
	}
}

// TestSampleConfigStatesTheDefaults: a person who deletes a line of the file
// gets what stood there, where the file's value is not the ward's own.
func TestSampleConfigStatesTheDefaults(t *testing.T) {
	sample, err := Load("../../../config.toml")
	if err != nil {
		t.Fatal(told(err))
	}
	want := Default()
	own, err := want.association()
	if err != nil {
		t.Fatal(err)
	}
	want.Unit.Symbol = own.Symbol
	got := Config{
		Language: sample.Language, Timezone: sample.Timezone, YearStarts: sample.YearStarts,
		Paths: sample.Paths, Unit: Unit{Symbol: sample.Unit.Symbol}, Sign: sample.Sign, Mail: sample.Mail,
	}
	got.Paths.Inbox = want.Paths.Inbox
	if diff := cmp.Diff(want, got, cmp.FilterPath(func(p cmp.Path) bool {
		name := p.Last().String()
		return name == ".folder" || name == ".zone" || name == ".hasMail"
	}, cmp.Ignore())); diff != "" {
		t.Error(diff)
	}
}

func TestPathsAreRelativeToTheFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "ward.toml")
	if err := os.WriteFile(file, []byte("[unit]\nname = \"Hội\"\n[paths]\ninbox = \"a/b\"\nout = '"+dir+"'\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := Load(file)
	if err != nil {
		t.Fatal(told(err))
	}
	if got := c.Path(c.Paths.Inbox); got != filepath.Join(dir, "a", "b") {
		t.Errorf("inbox is %s", got)
	}
	if got := c.Path(c.Paths.Out); got != dir {
		t.Errorf("an absolute path became %s", got)
	}
}

func TestSpan(t *testing.T) {
	term := Term{From: Date{Day: reports.DayOf(2017, 1, 1)}, To: Date{Day: reports.DayOf(2021, 12, 31)}}
	for _, test := range []struct {
		reason, starts, period, today, want string
	}{
		{"a calendar year", "01-01", "this-year", "2019-05-05", "2019-01-01..2019-12-31"},
		{"its first day", "01-01", "this-year", "2019-01-01", "2019-01-01..2019-12-31"},
		{"its last day", "01-01", "this-year", "2019-12-31", "2019-01-01..2019-12-31"},
		{"the year before", "01-01", "last-year", "2019-01-01", "2018-01-01..2018-12-31"},
		{"the first half", "01-01", "this-half", "2020-06-30", "2020-01-01..2020-06-30"},
		{"the second half", "01-01", "this-half", "2020-07-01", "2020-07-01..2020-12-31"},
		{"the half before, in the same year", "01-01", "last-half", "2020-07-01", "2020-01-01..2020-06-30"},
		{"the half before, in the year before", "01-01", "last-half", "2020-06-30", "2019-07-01..2019-12-31"},
		{"an emulation year that began last November", "11-01", "this-year", "2019-01-05", "2018-11-01..2019-10-31"},
		{"an emulation year that begins today", "11-01", "this-year", "2019-11-01", "2019-11-01..2020-10-31"},
		{"the emulation year before, with a leap day", "11-01", "last-year", "2021-03-01", "2019-11-01..2020-10-31"},
		{"halves of an emulation year", "11-01", "this-half", "2019-05-01", "2019-05-01..2019-10-31"},
		{"the half before across the new year", "11-01", "last-half", "2019-05-01", "2018-11-01..2019-04-30"},
		{"the whole term", "01-01", "term", "2040-01-01", "2017-01-01..2021-12-31"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			c := Config{YearStarts: test.starts, Term: term}
			today, err := reports.ParseDay(test.today)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Span(Report{Period: test.period}, today).String(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestTodayIsTheWardsDay(t *testing.T) {
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		t.Fatal(err)
	}
	late := time.Date(2019, 12, 31, 18, 0, 0, 0, time.UTC) // one o'clock on New Year's Day there
	if got := TodayIn(zone, late).String(); got != "2020-01-01" {
		t.Errorf("got %s", got)
	}
}

func TestLocateFollowsValuesOverLines(t *testing.T) {
	src := strings.Join([]string{
		`language = "vi"`,                // 1
		`[letter] # a comment [not a]`,   // 2
		`to = [ # opens`,                 // 3
		`  "a ] = \" b", 'c [',`,         // 4
		`]`,                              // 5
		`copies = ["""`,                  // 6
		`[[branch]]`,                     // 7 still text
		`"""]`,                           // 8
		`[[branch]]`,                     // 9
		`"id" = "1"`,                     // 10
		` [[ branch ]]`,                  // 11
		`id="2"`,                         // 12
		`aliases = [["x"], { y = "]" }]`, // 13
		`name = "2"`,                     // 14
	}, "\n")
	at := locate(src)
	want := lines{
		"language": 1, "letter": 2, "letter.to": 3, "letter.copies": 6,
		"branch[0]": 9, "branch[0].id": 10,
		"branch[1]": 11, "branch[1].id": 12, "branch[1].aliases": 13, "branch[1].name": 14,
	}
	if diff := cmp.Diff(want, at); diff != "" {
		t.Error(diff)
	}
	if got := at.line("branch[1].missing.deep"); got != 11 {
		t.Errorf("what is not there is looked for on line %d, want that of its table", got)
	}
}

// TestSigner: what a report says of who signs goes before what is said for all, and nobody's
// name stands under another's position.
func TestSigner(t *testing.T) {
	all := Sign{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH", Name: "Nguyễn Văn A"}
	for _, tt := range []struct {
		reason    string
		own, want Sign
	}{
		{"nothing of its own", Sign{}, all},
		{"another body, the same person", Sign{Authority: "TM. BAN THƯỜNG VỤ"}, Sign{"TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Văn A"}},
		{"another position, nobody named yet", Sign{Position: "PHÓ CHỦ TỊCH"}, Sign{"TM. BAN CHẤP HÀNH", "PHÓ CHỦ TỊCH", ""}},
		{"another name", Sign{Name: "Trần Văn B"}, Sign{"TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Văn B"}},
		{"all of it", Sign{"TM. THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "Trần Văn B"}, Sign{"TM. THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "Trần Văn B"}},
	} {
		if got := (Report{Sign: tt.own}).Signer(all); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.reason, got, tt.want)
		}
	}
	conf, err := Parse(`
[unit]
name = "Hội Cựu chiến binh phường"
[sign]
name = "Nguyễn Văn A"
[[report]]
name = "sau-thang"
period = "this-half"
[report.sign]
authority = "TM. BAN THƯỜNG VỤ"
`, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	job := conf.Job(conf.Reports[0], reports.Months(2026, 1, 6))
	if job.Sign.Authority != "TM. BAN THƯỜNG VỤ" || job.Sign.Name != "Nguyễn Văn A" {
		t.Errorf("the job's: %+v", job.Sign)
	}
}

// TestShortNameIsMade: where no short name is given it is the long one with the
// association's abbreviation, for files, letters and text alike.
func TestShortNameIsMade(t *testing.T) {
	for text, want := range map[string]string{
		"name = \"Hội Cựu chiến binh phường Bồ Đề\"":                        "Hội CCB phường Bồ Đề",
		"name = \"Hội Cựu chiến binh phường Bồ Đề\"\nshort = \"\"":          "Hội CCB phường Bồ Đề",
		"name = \"Hội Cựu chiến binh phường Bồ Đề\"\nshort = \"CCB Bồ Đề\"": "CCB Bồ Đề",
		"name = \"Hội CCB phường Bồ Đề\"":                                   "Hội CCB phường Bồ Đề",
	} {
		conf, err := Parse("[unit]\n"+text+"\n[[report]]\nname = \"nam\"\nperiod = \"this-year\"\n", "config.toml")
		if err != nil {
			t.Fatal(told(err))
		}
		job := conf.Job(conf.Reports[0], reports.Year(2026))
		if job.Unit.Short != want {
			t.Errorf("%s: %q, want %q", text, job.Unit.Short, want)
		}
		name, err := deliver.FileName(conf.Mail.FileName, "nam", conf.Unit.Short, job.Span)
		if err != nil || strings.Contains(name, "__") {
			t.Errorf("%s: the attached file is called %q, %v", text, name, err)
		}
	}
}
