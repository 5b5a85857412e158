package ward

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/association"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/ward/begin"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/convert"
	"ccbreport/reports/ward/roll"
	"ccbreport/reports/ward/say"
	"ccbreport/templates"
)

// ConfigFile is the configuration of a ward in its folder.
const ConfigFile = "config.toml"

// formsFolder is where a new ward finds the forms for its branches.
const formsFolder = "phieu"

// A Beginning is a new ward while it answers what it is asked.
type Beginning struct {
	begin.Ward
	Answers begin.Answers
	Voice   say.Voice

	folder string // absolute
	list   *roll.List
	clock  func() time.Time
}

// Begun is what init answers, and prints with --json.
type Begun struct {
	Folder   string          `json:"folder"` // absolute
	Config   string          `json:"config"`
	Already  bool            `json:"already"` // there was a ward; nothing was changed
	Unit     string          `json:"unit"`
	Parent   string          `json:"parent"`
	Place    string          `json:"place"`
	Term     string          `json:"term"`
	Report   string          `json:"report"` // that is made without --report
	Branches []BegunBranch   `json:"branches"`
	Inbox    string          `json:"inbox"`
	Forms    Forms           `json:"forms"`
	Bats     []string        `json:"bats,omitempty"`
	Left     *BegunLeft      `json:"left,omitempty"` // of the list of branches
	Notes    []begin.Note    `json:"-"`
	Reports  []config.Report `json:"-"`
}

// A BegunBranch is a branch as it stands in the configuration.
type BegunBranch struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

// BegunLeft is what was not taken of a list of branches; it says nothing of a person.
type BegunLeft struct {
	People  int           `json:"people"`
	Numbers int           `json:"numbers"`
	Rows    []BegunRow    `json:"rows"`
	Columns []roll.Column `json:"columns"`
	Clashes []string      `json:"clashes"`
}

// A BegunRow is a row that names no branch.
type BegunRow struct {
	Row  int       `json:"row"`
	Kind roll.Kind `json:"kind"`
}

// BeginIn prepares a new ward in a folder, "" for the current one.
func BeginIn(folder string, o Options) (*Beginning, error) {
	own, err := association.Load(templates.FS)
	if err != nil {
		return nil, err
	}
	b := &Beginning{clock: o.Clock, Voice: say.Voice{English: o.Lang == "en"}}
	if b.clock == nil {
		b.clock = time.Now
	}
	b.folder, err = filepath.Abs(folder)
	zone, zerr := time.LoadLocation(config.Default().Timezone)
	if err = errors.Join(err, zerr); err != nil {
		return nil, err
	}
	b.Ward = begin.Ward{Own: own, Today: config.TodayIn(zone, b.clock())}
	return b, nil
}

// File is the configuration that is made.
func (b *Beginning) File() string { return filepath.Join(b.folder, ConfigFile) }

// Already reports whether a ward stands in the folder, and what is asked for that it says
// otherwise.
func (b *Beginning) Already(asked begin.Answers) (done Begun, yes bool, err error) {
	if _, err := os.Lstat(b.File()); errors.Is(err, fs.ErrNotExist) {
		return done, false, nil
	}
	if info, err := os.Stat(b.folder); err == nil && !info.IsDir() {
		return done, false, noFolder.With(b.folder)
	}
	done = Begun{Folder: b.folder, Config: b.File(), Already: true}
	conf, err := config.Load(b.File())
	if err != nil {
		return done, true, err
	}
	for _, s := range []struct{ key, asked, is string }{
		{"unit.name", asked.Name, conf.Unit.Name}, {"unit.parent", asked.Parent, conf.Unit.Parent},
		{"unit.place", asked.Place, conf.Unit.Place}, {"term.name", asked.Term.Name, conf.Term.Name},
	} {
		if s.asked != "" && s.asked != s.is {
			return done, true, begunOther.With(b.File(), s.key, s.is, s.asked)
		}
	}
	done.of(conf)
	return done, true, nil
}

func (done *Begun) of(conf config.Config) {
	done.Unit, done.Parent, done.Place, done.Term = conf.Unit.Name, conf.Unit.Parent, conf.Unit.Place, conf.Term.Name
	done.Inbox, done.Reports = conf.Path(conf.Paths.Inbox), conf.Reports
	if r, err := conf.Choose("", done.Config); err == nil {
		done.Report = r.Name
	}
	for _, b := range conf.Branches {
		done.Branches = append(done.Branches, BegunBranch{b.ID, b.Name, append([]string{}, b.Aliases...)})
	}
}

// ReadList reads a list of branches, with what somebody answered to doubts before. It
// changes nothing; see [Beginning.TakeList].
func (b *Beginning) ReadList(ctx context.Context, name string, data []byte, answers map[string]string) (roll.List, error) {
	sheets, found, err := roll.Open(ctx, name, data, intake.Options{Limits: intake.DefaultLimits(), Convert: convert.Find()})
	if err != nil {
		return roll.List{}, err
	}
	if i := slices.IndexFunc(found, func(f reports.Finding) bool { return len(sheets) == 0 }); i >= 0 {
		cat, err := catalogue.Load(templates.FS)
		if err != nil {
			return roll.List{}, err
		}
		vi, en := cat.Render(found[i], "vi"), cat.Render(found[i], "en")
		return roll.List{}, listUnread.With(name, vi.Message, en.Message, vi.Hint, en.Hint)
	}
	r := roll.Reader{Words: b.Own.Words, Answers: answers}
	list := r.Read(sheets)
	if len(list.Branches)+len(list.Doubts) == 0 {
		return list, listEmpty.With(name)
	}
	return list, nil
}

// TakeList takes the branches of a list to which nothing is to be asked any more.
func (b *Beginning) TakeList(list roll.List) {
	b.list, b.Answers.Branches = &list, nil
	for _, x := range list.Branches {
		b.Answers.Branches = append(b.Answers.Branches, config.Branch{ID: x.ID, Name: x.Name, Aliases: x.Aliases})
	}
}

// Make makes the ward: folders and forms first, the configuration last, whole or not at
// all. Where one was made meanwhile nothing is changed. With bats, the files for a double
// click stand there too; program is where this program stands.
func (b *Beginning) Make(ctx context.Context, bats bool, program string) (done Begun, err error) {
	text, err := b.Text(b.Answers)
	if err != nil {
		return done, err
	}
	conf, err := config.Parse(text, b.File())
	if err != nil {
		return done, err
	}
	done = Begun{Folder: b.folder, Config: b.File(), Notes: b.Answers.Notes, Left: b.left()}
	done.of(conf)
	if err := os.MkdirAll(done.Inbox, 0o777); err != nil {
		return done, err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(done.Inbox) // which keeps one that has something
		}
	}()
	w, err := open(b.File(), conf, Options{Clock: b.clock})
	if err != nil {
		return done, err
	}
	if done.Forms, err = w.Forms(ctx, Ask{}, filepath.Join(b.folder, formsFolder)); err != nil {
		return done, err
	}
	if bats {
		for _, bat := range begin.Bats(program) {
			if err := keepOrWrite(filepath.Join(b.folder, bat.Name), bat.Text); err != nil {
				return done, err
			}
			done.Bats = append(done.Bats, bat.Name)
		}
	}
	if _, err := os.Lstat(b.File()); err == nil {
		return done, begunMeanwhile.With(b.File())
	}
	return done, config.Replace(b.File(), []byte(text))
}

// keepOrWrite writes a file unless there is one of that name: somebody may have changed
// it.
func keepOrWrite(name, text string) error {
	if _, err := os.Lstat(name); err == nil {
		return nil
	}
	return writeWhole(name, []byte(text))
}

func (b *Beginning) left() *BegunLeft {
	if b.list == nil {
		return nil
	}
	left := &BegunLeft{b.list.People, b.list.Numbers, []BegunRow{}, append([]roll.Column{}, b.list.Left...), append([]string{}, b.list.Clashes...)}
	for _, a := range b.list.Aside {
		left.Rows = append(left.Rows, BegunRow{a.Row, a.Kind})
	}
	return left
}

// Unsettled is a list's doubts as one failure, for who cannot be asked.
func Unsettled(list roll.List) error {
	var all *say.Failure
	for _, d := range list.Doubts {
		vi, en := DoubtText(say.Voice{}, d), DoubtText(say.Voice{English: true}, d)
		one := listDoubt.With(vi, en, d.Key, choicesText(say.Voice{}, d), choicesText(say.Voice{English: true}, d))
		if all == nil {
			all = one
		} else {
			all.More = append(all.More, one)
		}
	}
	if all == nil {
		return nil
	}
	return all
}
