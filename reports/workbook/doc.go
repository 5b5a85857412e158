// Package workbook writes every workbook that goes out: the forms that branches
// and ward fill in, the received copies with the faulty cells marked, the state
// of what was received, the figures with their sources, the questions, and the proof
// of a final.
//
// What is ours is written by excelize. A received workbook is not: it goes out as
// it came in, and only the parts that a mark touches are edited, in place.
//
// Nothing written can become a formula: text is stored as text, in cells that
// stay text when they are edited. The only formulas are those of a form's sheet of
// checks and of a proof, and none of them holds what people wrote. The same input gives the same bytes: no clock
// enters a workbook, and the core properties name no time. What might be
// personal data is not copied out of an inbox (domain notes, 5.6).
package workbook

import (
	"ccbreport/reports/author"
	"fmt"
	"io/fs"
	"strings"
)

// The files with the words of the workbooks, at the root of the templates.
const (
	WordsFile   = "bieu-mau.toml"
	SamplesFile = "loi-mau.toml"
)

// Words are the words of all workbooks, as bieu-mau.toml has them.
type Words struct {
	Form     formWords     `toml:"form"`
	Feedback feedbackWords `toml:"feedback"`
	Letter   letterWords   `toml:"letter"`
	Standing standingWords `toml:"standing"`
	Figures  figureWords   `toml:"figures"`
	Query    queryWords    `toml:"query"`
	Proof    proofWords    `toml:"proof"`
}

type formWords struct {
	Branch  string `toml:"branch"`
	Ward    string `toml:"ward"`
	Title   string `toml:"title"`
	Unit    string `toml:"unit"`
	Blank   string `toml:"blank"`
	Period  string `toml:"period"`
	Money   string `toml:"money"`
	Due     string `toml:"due"`
	Rule    string `toml:"rule"`
	Remarks string `toml:"remarks"`
	Signed  string `toml:"signed"`
	Shared  string `toml:"shared"`
	Footer  string `toml:"footer"`
	Before  string `toml:"before"`

	Figures string `toml:"figures"`
	Log     string `toml:"log"`
	Awards  string `toml:"awards"`
	Words   string `toml:"words"`
	Photos  string `toml:"photos"`
	Guide   string `toml:"guide"`
	Lists   string `toml:"lists"`

	Heads struct {
		Figures []string `toml:"figures"`
		Log     []string `toml:"log"`
		Awards  []string `toml:"awards"`
		Words   []string `toml:"words"`
		Photos  []string `toml:"photos"`
	} `toml:"heads"`
	About struct {
		Log    string `toml:"log"`
		Awards string `toml:"awards"`
		Words  string `toml:"words"`
		Photos string `toml:"photos"`
	} `toml:"about"`
	Input inputWords `toml:"input"`
	Check checkWords `toml:"check"`
	Units struct {
		List []string `toml:"list"`
	} `toml:"units"`
	Givers struct {
		Forms []string `toml:"forms"`
	} `toml:"givers"`
	How struct {
		Branch []string `toml:"branch"`
		Ward   []string `toml:"ward"`
	} `toml:"how"`
}

// checkWords are those of the sheet of a form that says which figures do not agree.
type checkWords struct {
	Sheet string   `toml:"sheet"`
	Title string   `toml:"title"`
	About []string `toml:"about"`
	Heads []string `toml:"heads"`
	Wrong string   `toml:"wrong"`
}

// inputWords are said beside a cell that waits for input.
type inputWords struct {
	Title   string `toml:"title"`
	Count   string `toml:"count"`
	Money   string `toml:"money"`
	Percent string `toml:"percent"`
	Decimal string `toml:"decimal"`
	Date    string `toml:"date"`
	Choose  string `toml:"choose"`
	Wrong   string `toml:"wrong"`
}

type feedbackWords struct {
	Sheet    string   `toml:"sheet"`
	Title    string   `toml:"title"`
	Intro    string   `toml:"intro"`
	Heads    []string `toml:"heads"`
	Blocking string   `toml:"blocking"`
	Warning  string   `toml:"warning"`
	Author   string   `toml:"author"`
	Whole    string   `toml:"whole"`
	Hidden   string   `toml:"hidden"`
}

// isMark reports whether a comment begins as those of a check do.
func (w feedbackWords) isMark(comment string) bool {
	return strings.HasPrefix(comment, w.Blocking+": ") || strings.HasPrefix(comment, w.Warning+": ")
}

type letterWords struct {
	Open    string `toml:"open"`
	Thanks  string `toml:"thanks"`
	Missing string `toml:"missing"`
	Came    string `toml:"came"`
	Unclear string `toml:"unclear"`
	See     string `toml:"see"`
	None    string `toml:"none"`
	Only    string `toml:"only"`
	Due     string `toml:"due"`
	Send    string `toml:"send"`
	Say     string `toml:"say"`
	Page    string `toml:"page"`
	File    string `toml:"file"`
	Cell    string `toml:"cell"`
	Until   string `toml:"until"`
	Others  string `toml:"others"`
	More    string `toml:"more"`
	Ask     string `toml:"ask"`
	Close   string `toml:"close"`
	Reply   string `toml:"reply"`
	Sorry   string `toml:"sorry"`
}

type standingWords struct {
	Sheet   string   `toml:"sheet"`
	Title   string   `toml:"title"`
	Period  string   `toml:"period"`
	Due     string   `toml:"due"`
	Noted   string   `toml:"noted"`
	Heads   []string `toml:"heads"`
	Yes     string   `toml:"yes"`
	No      string   `toml:"no"`
	Came    string   `toml:"came"`
	Unknown string   `toml:"unknown"`
	Sum     string   `toml:"sum"`
}

type figureWords struct {
	Sheet   string   `toml:"sheet"`
	Heads   []string `toml:"heads"`
	Units   string   `toml:"units"`
	Unit    string   `toml:"unit"`
	Sources string   `toml:"sources"`
	Source  []string `toml:"source"`
	Table   string   `toml:"table"`
	Part    string   `toml:"part"`
	Log     string   `toml:"log"`
	Found   string   `toml:"found"`
	Finding []string `toml:"finding"`
	Note    string   `toml:"note"`
}

type proofWords struct {
	Sheet      string   `toml:"sheet"`
	Title      string   `toml:"title"`
	About      string   `toml:"about"`
	Of         string   `toml:"of"`
	Number     string   `toml:"number"`
	Unnumbered string   `toml:"unnumbered"`
	How        string   `toml:"how"`
	Tally      string   `toml:"tally"`
	Heads      []string `toml:"heads"`
	Plan       string   `toml:"plan"`
	Agree      string   `toml:"agree"`
	Differ     string   `toml:"differ"`
	Cannot     string   `toml:"cannot"`

	Added   string `toml:"added"`
	Counted string `toml:"counted"`
	Divided string `toml:"divided"`
	Taken   string `toml:"taken"`
	Same    string `toml:"same"`
	Various string `toml:"various"`
	Other   string `toml:"other"`
	Large   string `toml:"large"`

	Cells     string   `toml:"cells"`
	Copied    string   `toml:"copied"`
	CellHeads []string `toml:"cell_heads"`
	Term      string   `toml:"term"`
	Over      string   `toml:"over"`
	Under     string   `toml:"under"`
	Given     string   `toml:"given"`
}

// LoadWords reads bieu-mau.toml from the root of fsys, strictly; see [author.Decode].
// A list of heads of the wrong length is a mistake too.
func LoadWords(fsys fs.FS) (*Words, error) {
	var w Words
	file, err := author.Decode(fsys, WordsFile, &w)
	if err != nil {
		return nil, fmt.Errorf("load words: %w", err)
	}
	for _, l := range []struct {
		key  string
		list []string
		want int
	}{
		{"form.heads.figures", w.Form.Heads.Figures, 3}, {"form.heads.log", w.Form.Heads.Log, 8},
		{"form.heads.awards", w.Form.Heads.Awards, 4}, {"form.heads.words", w.Form.Heads.Words, 3},
		{"form.heads.photos", w.Form.Heads.Photos, 2}, {"form.check.heads", w.Form.Check.Heads, 3}, {"feedback.heads", w.Feedback.Heads, 7},
		{"standing.heads", w.Standing.Heads, 11}, {"figures.heads", w.Figures.Heads, 7},
		{"figures.source", w.Figures.Source, 14}, {"figures.finding", w.Figures.Finding, 8},
		{"query.heads", w.Query.Heads, len(askColumns)}, {"query.new.heads", w.Query.New.Heads, len(newColumns)},
		{"query.blanks.heads", w.Query.Blanks.Heads, len(blankColumns)},
		{"proof.heads", w.Proof.Heads, proofColumns}, {"proof.cell_heads", w.Proof.CellHeads, cellColumns},
	} {
		if len(l.list) != l.want {
			file.Reject(file.Line(l.key), "%s có %d chữ, phải có %d", "%s has %d words, want %d", l.key, len(l.list), l.want)
		}
	}
	return &w, author.Check(file)
}

// A Sample is the standard wording of one place of a report.
type Sample struct {
	Slot string   `toml:"name"`
	Say  []string `toml:"say"` // sentences, at most 255 characters each
}

// IsMark reports whether a comment is one that a check put at a cell.
func (w *Words) IsMark(comment string) bool { return w.Feedback.isMark(comment) }

// LoadSamples reads loi-mau.toml from the root of fsys.
func LoadSamples(fsys fs.FS) ([]Sample, error) {
	var file struct {
		Slots []Sample `toml:"slot"`
	}
	if _, err := author.Decode(fsys, SamplesFile, &file); err != nil {
		return nil, fmt.Errorf("load samples: %w", err)
	}
	return file.Slots, nil
}

// fill puts values into the {name} places of a text; pairs are name, value, ….
func fill(text string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
