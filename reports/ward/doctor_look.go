package ward

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
)

// What is looked at here is well-formed, and often not what a newcomer means.

// namesShown is how many files or reports one line names.
const namesShown = 3

// places looks whether what stands on the page is of the ward or of the organisation above.
// Another place may be meant, so it is only to be looked at.
func (d *doctor) places() {
	unit := d.conf.Unit
	known := slices.Concat(viet.Places(unit.Name), viet.Places(unit.Parent))
	for _, b := range d.conf.Branches {
		known = append(known, viet.Places(b.Name)...)
	}
	if home := viet.AtHome(unit.Place, known); unit.Place != "" && !home {
		d.look("unit.place", d.say(doctorPlace, "[unit] place", unit.Place), d.say(doctorPlaceHint))
	}
	for _, one := range d.placed() {
		for _, text := range one.texts {
			if len(viet.Elsewhere(text, known)) > 0 || d.otherProvince(text) {
				d.look(one.key, d.say(doctorPlace, one.name, text), d.say(doctorPlaceHint))
			}
		}
	}
	d.district()
}

// otherProvince reports whether a text names a province or city, and not that of the
// organisation above, where that is one of a province.
func (d *doctor) otherProvince(text string) bool {
	provinces := func(s string) []viet.Place {
		return slices.DeleteFunc(viet.Places(s), func(p viet.Place) bool { return p.Noun != "tỉnh" && p.Noun != "thành phố" })
	}
	above := provinces(d.conf.Unit.Parent)
	return len(above) > 0 && slices.ContainsFunc(provinces(text), func(p viet.Place) bool {
		return !slices.ContainsFunc(above, func(a viet.Place) bool { return p.Is(a.Name) })
	})
}

// A placed is a setting that may name a place.
type placed struct {
	key, name string
	texts     []string
}

// placed are the settings that stand on the page or in letters and name places.
func (d *doctor) placed() []placed {
	c := d.conf
	list := []placed{
		{"letter.to", "[letter] to", c.Letter.To}, {"letter.copies", "[letter] copies", c.Letter.Copies},
		{"unit.short", "[unit] short", []string{c.Unit.Short}},
		{"sign", "[sign]", strings.Split(c.Sign.Authority+"\n"+c.Sign.Position, "\n")},
		{"mail.from", "[mail] from", []string{c.Mail.From}},
	}
	for _, r := range c.Reports {
		list = append(list, placed{"sign " + r.Name, "[report.sign] " + r.Name, strings.Split(r.Sign.Authority+"\n"+r.Sign.Position, "\n")})
	}
	return list
}

// districtsEnd is the day from which there are no districts any more.
var districtsEnd = reports.DayOf(2025, 7, 1)

// district looks whether the organisation above is one of a district, which there is none
// of in a report about days after their end.
func (d *doctor) district() {
	today := config.TodayIn(d.conf.Zone, d.now)
	late := slices.ContainsFunc(d.conf.Reports, func(r config.Report) bool { return d.conf.Span(r, today).Last() >= districtsEnd })
	of := slices.ContainsFunc(viet.Places(d.conf.Unit.Parent), func(p viet.Place) bool {
		return slices.Contains([]string{"quận", "huyện", "thị xã"}, p.Noun)
	})
	if late && of {
		d.look("unit.parent", d.say(doctorDistrict, d.conf.Unit.Parent), d.say(doctorDistrictHint))
	}
}

// dayOfNoUse is how many days after its span nobody waits for a report any more.
const dayOfNoUse = 365

// lists looks whether there is a list of branches, and a last day for them to send.
func (d *doctor) lists() {
	if len(d.conf.Branches) == 0 {
		d.look("branches", d.say(doctorNoList), d.say(doctorNoListHint))
		return
	}
	var without []string
	today := config.TodayIn(d.conf.Zone, d.now)
	for _, r := range d.conf.Reports {
		past := d.conf.Span(r, today).Last() < today-dayOfNoUse
		if r.Due.Text == "" && !past {
			without = append(without, r.Name)
		}
	}
	if len(without) > 0 {
		d.look("due", d.say(doctorNoDue, strings.Join(without, ", ")), d.say(doctorNoDueHint))
	}
}

// returns looks whether the workbooks of the inbox speak of the span of the report that a
// run would make, else of the one that ends nearest to today.
func (d *doctor) returns(ctx context.Context) {
	if len(d.conf.Reports) == 0 {
		return
	}
	r, err := d.conf.Choose("", d.file)
	if err != nil {
		r = d.nearest()
	}
	s, err := d.session(Ask{Report: r.Name})
	if err != nil {
		return // told already
	}
	s.job.Convert, s.job.Progress = nil, nil
	checked, err := s.look(ctx)
	if err != nil {
		return
	}
	books, silent := otherTimes(checked)
	if len(silent) > 0 {
		names := strings.Join(silent[:min(namesShown, len(silent))], ", ")
		if len(silent) > namesShown {
			names += "…"
		}
		d.look("returns", d.say(doctorOtherTimes, strconv.Itoa(len(silent)), strconv.Itoa(books), r.Name,
			viet.Date(checked.Span.From), viet.Date(checked.Span.Last()), names), d.say(doctorOtherTimesHint))
	}
}

// nearest is the report whose span ends nearest to today.
func (d *doctor) nearest() config.Report {
	today := config.TodayIn(d.conf.Zone, d.now)
	far := func(r config.Report) int {
		end := d.conf.Span(r, today).Last()
		return int(max(end, today) - min(end, today))
	}
	return slices.MinFunc(d.conf.Reports, func(a, b config.Report) int { return far(a) - far(b) })
}

// otherTimes counts the workbooks of branches, and names those of which no figure is of the
// span: they speak of other days, or name none that is known. What a branch sent of other
// days beside its figures of the span stands there to compare with.
func otherTimes(c *batch.Checked) (books int, silent []string) {
	gave := map[string]bool{} // files
	for _, figures := range c.Totals.Units {
		for _, f := range figures {
			for _, cell := range f.Cells() {
				gave[cell.File] = true
			}
		}
	}
	spoke := map[reports.UnitID]bool{}
	for _, f := range c.Files {
		spoke[f.Unit] = spoke[f.Unit] || f.Unit != "" && gave[f.Name]
	}
	for _, f := range c.Files {
		if f.State != reports.Read || reports.IsPhoto(f.Name) || f.Unit == reports.Ward {
			continue
		}
		books++
		if !gave[f.Name] && !spoke[f.Unit] {
			silent = append(silent, f.Name)
		}
	}
	return books, silent
}

// time looks whether the clock can be right: a file cannot be from tomorrow.
func (d *doctor) time() {
	now := d.now.In(d.conf.Zone)
	words := d.say(doctorClock, now.Format("15:04 02/01/2006"), d.conf.Timezone)
	_, offset := now.Zone()
	newest, name := d.newestFile()
	switch {
	case newest.Sub(d.now) > 24*time.Hour:
		d.look("clock", d.say(doctorClockBehind, now.Format("15:04 02/01/2006"), name, newest.In(d.conf.Zone).Format("02/01/2006")), d.say(doctorClockHint))
	case offset != 7*60*60:
		d.look("clock", words, d.say(doctorZoneHint))
	default:
		d.good("clock", words)
	}
}

// newestFile is when the newest file of the inbox was saved, and its name.
func (d *doctor) newestFile() (newest time.Time, name string) {
	entries, err := os.ReadDir(d.inbox)
	if err != nil {
		return newest, "" // told of the inbox
	}
	for _, e := range entries {
		var info fs.FileInfo
		if info, err = e.Info(); err == nil && info.ModTime().After(newest) {
			newest, name = info.ModTime(), e.Name()
		}
	}
	return newest, name
}

// syncing recognises folders that another program copies elsewhere while they are written.
var syncing = regexp.MustCompile(`(?i)(^|[/\\])(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Zalo Received Files)( - [^/\\]*)?([/\\]|$)`)

// synced looks whether results or state stand where another program or another computer
// writes too.
func (d *doctor) synced() {
	for _, folder := range []struct{ name, path string }{{"out", d.out}, {"state", d.stateFolder()}} {
		share := strings.HasPrefix(filepath.ToSlash(folder.path), "//")
		if share || syncing.MatchString(folder.path) {
			d.look("synced "+folder.name, d.say(doctorSynced, folder.path), d.say(doctorSyncedHint))
		}
	}
}
