package typeset

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/paper"
)

const profileFile = "page.toml"

// A Profile is how pages are set: page.toml as data, where each key carries the
// rule of the decree that it stands for. The zero Profile sets nothing; take
// one from [LoadProfile].
type Profile struct {
	Page     PageProfile     `toml:"page"`
	Font     FontProfile     `toml:"font"`
	Body     BodyProfile     `toml:"body"`
	Head     HeadProfile     `toml:"head"`
	Title    TitleProfile    `toml:"title"`
	To       ToProfile       `toml:"to"`
	Heading  HeadingProfile  `toml:"heading"`
	Table    TableProfile    `toml:"table"`
	Chart    ChartProfile    `toml:"chart"`
	Photo    PhotoProfile    `toml:"photo"`
	Foot     FootProfile     `toml:"foot"`
	Sign     SignProfile     `toml:"sign"`
	Annex    AnnexProfile    `toml:"annex"`
	Contents ContentsProfile `toml:"contents"`
	Draft    DraftProfile    `toml:"draft"`
	Words    WordsProfile    `toml:"words"`
	Breaking BreakingProfile `toml:"breaking"`
}

// A PageProfile is the paper, its margins and the place of the page number.
type PageProfile struct {
	Width      Length `toml:"width"`
	Height     Length `toml:"height"`
	Top        Length `toml:"top"`
	Bottom     Length `toml:"bottom"`
	Left       Length `toml:"left"`
	Right      Length `toml:"right"`
	Number     Length `toml:"number"`
	NumberSize Length `toml:"number_size"`
}

// A FontProfile names the files of the four faces.
type FontProfile struct {
	Regular    string `toml:"regular"`
	Bold       string `toml:"bold"`
	Italic     string `toml:"italic"`
	BoldItalic string `toml:"bold_italic"`
}

// A BodyProfile is running text.
type BodyProfile struct {
	Size   Length `toml:"size"`
	Pitch  Length `toml:"pitch"`
	Gap    Length `toml:"gap"`
	Indent Length `toml:"indent"`
	Keep   int    `toml:"keep"`
}

// A HeadProfile is the head of page 1.
type HeadProfile struct {
	Nation      []Length `toml:"nation"`
	Motto       []Length `toml:"motto"`
	Parent      []Length `toml:"parent"`
	Issuer      []Length `toml:"issuer"`
	Number      Length   `toml:"number"`
	Date        []Length `toml:"date"`
	Gutter      Length   `toml:"gutter"`
	Leading     int      `toml:"leading"`
	IssuerRule  int      `toml:"issuer_rule"`
	IssuerMark  string   `toml:"issuer_mark"`
	RuleGap     Length   `toml:"rule_gap"`
	RuleWidth   Length   `toml:"rule_width"`
	NumberGap   Length   `toml:"number_gap"`
	After       Length   `toml:"after"`
	BreakBefore []string `toml:"break_before"`
}

// A TitleProfile is the kind of document and its subject.
type TitleProfile struct {
	Size  Length `toml:"size"`
	Pitch Length `toml:"pitch"`
	Rule  int    `toml:"rule"`
	Mark  string `toml:"mark"`
	Width int    `toml:"width"`
	After Length `toml:"after"`
}

// A ToProfile is the block of recipients above the body.
type ToProfile struct {
	Pitch Length `toml:"pitch"`
	After Length `toml:"after"`
}

// A HeadingProfile has one entry for each level, 0 to 3.
type HeadingProfile struct {
	Before []Length `toml:"before"`
	Style  []Style  `toml:"style"`
	Stop   []string `toml:"stop"`
}

// A TableProfile is the setting of tables.
type TableProfile struct {
	Sizes     []Length `toml:"sizes"`
	Split     Length   `toml:"split"`
	Leading   int      `toml:"leading"`
	PaddingX  Length   `toml:"padding_x"`
	PaddingY  Length   `toml:"padding_y"`
	RuleWidth Length   `toml:"rule_width"`
	Before    Length   `toml:"before"`
	After     Length   `toml:"after"`
	NoteSize  Length   `toml:"note_size"`
}

// A ChartProfile is the setting of charts.
type ChartProfile struct {
	Size      Length `toml:"size"`
	Pitch     Length `toml:"pitch"`
	Height    Length `toml:"height"`
	Bar       Length `toml:"bar"`
	Bars      int    `toml:"bars"`
	LabelPart int    `toml:"label_part"`
	RuleWidth Length `toml:"rule_width"`
	Hatch     Length `toml:"hatch"`
	Ticks     int    `toml:"ticks"`
	Before    Length `toml:"before"`
	After     Length `toml:"after"`
}

// A PhotoProfile is the grid of photos, and how large a photo may be that goes
// into the file as it is: its longer edge in pixels and its bytes.
type PhotoProfile struct {
	Columns      int    `toml:"columns"`
	ColumnsWide  int    `toml:"columns_wide"`
	Height       Length `toml:"height"`
	Gutter       Length `toml:"gutter"`
	RowGap       Length `toml:"row_gap"`
	CaptionSize  Length `toml:"caption_size"`
	CaptionPitch Length `toml:"caption_pitch"`
	CaptionGap   Length `toml:"caption_gap"`
	Before       Length `toml:"before"`
	After        Length `toml:"after"`
	Edge         int    `toml:"edge"`
	Bytes        int    `toml:"bytes"`
	Quality      int    `toml:"quality"`
}

// A FootProfile is the remarks at the foot of a page.
type FootProfile struct {
	Size      Length `toml:"size"`
	Pitch     Length `toml:"pitch"`
	Gap       Length `toml:"gap"`
	Rule      Length `toml:"rule"`
	RuleWidth Length `toml:"rule_width"`
}

// A SignProfile is the signature block and the list of copies beside it.
type SignProfile struct {
	Before      Length `toml:"before"`
	Size        Length `toml:"size"`
	Pitch       Length `toml:"pitch"`
	Room        Length `toml:"room"`
	Share       int    `toml:"share"`
	Authority   Style  `toml:"authority"`
	Position    Style  `toml:"position"`
	Copies      Style  `toml:"copies"`
	CopiesRule  Length `toml:"copies_rule"`
	CopiesSize  Length `toml:"copies_size"`
	CopiesPitch Length `toml:"copies_pitch"`
	ListSize    Length `toml:"list_size"`
	ListPitch   Length `toml:"list_pitch"`
}

// An AnnexProfile is the head of an annex.
type AnnexProfile struct {
	Size          Length `toml:"size"`
	Pitch         Length `toml:"pitch"`
	ReferenceSize Length `toml:"reference_size"`
	Rule          Length `toml:"rule"`
	After         Length `toml:"after"`
}

// A ContentsProfile is the table of contents: from how many pages of its main
// part on a document has one, and how many levels of headings it lists.
type ContentsProfile struct {
	From   int    `toml:"from"`
	Depth  int    `toml:"depth"`
	Size   Length `toml:"size"`
	Pitch  Length `toml:"pitch"`
	Gap    Length `toml:"gap"`
	Indent Length `toml:"indent"`
}

// A DraftProfile is the mark of a draft and its list of what is missing.
type DraftProfile struct {
	Size        Length `toml:"size"`
	Top         Length `toml:"top"`
	Before      Length `toml:"before"`
	PaddingX    Length `toml:"padding_x"`
	PaddingY    Length `toml:"padding_y"`
	Frame       Length `toml:"frame"`
	ListSize    Length `toml:"list_size"`
	ListPitch   Length `toml:"list_pitch"`
	ListPadding Length `toml:"list_padding"`
	After       Length `toml:"after"`
}

// A WordsProfile is what the page says by itself.
type WordsProfile struct {
	Nation  string `toml:"nation"`
	Number  string `toml:"number"`
	Date    string `toml:"date"`
	Blank   string `toml:"blank"`
	To      string `toml:"to"`
	Copies  string `toml:"copies"`
	Missing string `toml:"missing"`
	End     string `toml:"end"`

	Contents string `toml:"contents"`
	Sheets   string `toml:"sheets"`
}

// A BreakingProfile says where a line may not end; see page.toml.
type BreakingProfile struct {
	Loose      []string `toml:"loose"`
	Before     []string `toml:"before"`
	Magnitudes []string `toml:"magnitudes"`
	Together   []string `toml:"together"`
}

// A Style is a type style by name: "regular", "bold", "italic", "bold italic".
type Style struct{ paper.Style }

// UnmarshalText reads the name of a style.
func (s *Style) UnmarshalText(text []byte) error {
	switch string(text) {
	case "regular":
		s.Style = 0
	case "bold":
		s.Style = paper.Bold
	case "italic":
		s.Style = paper.Italic
	case "bold italic":
		s.Style = paper.Bold | paper.Italic
	default:
		return fmt.Errorf("read style %q: want regular, bold, italic or bold italic", text)
	}
	return nil
}

// LoadProfile reads page.toml. A key that is unknown or absent, and a value out
// of its range, is a mistake of its author; see [author.Decode].
func LoadProfile(fsys fs.FS) (Profile, error) {
	var p Profile
	file, err := author.Decode(fsys, profileFile, &p)
	if err != nil {
		return Profile{}, fmt.Errorf("load profile: %w", err)
	}
	for _, key := range absentKeys(file, reflect.TypeFor[Profile](), nil) {
		file.Reject(0, "thiếu khóa %s; chép từ tệp có sẵn", "missing key %s; copy it from the built-in file", key)
	}
	if err := author.Check(file); err != nil {
		return Profile{}, fmt.Errorf("load profile: %w", err)
	}
	if p.check(file); author.Check(file) != nil {
		return Profile{}, fmt.Errorf("load profile: %w", author.Check(file))
	}
	return p, nil
}

// Keep returns the profile with one more phrase that titles keep on one line: the name
// of the association, which no file of pages knows.
func (p Profile) Keep(phrase string) Profile {
	p.Breaking.Together = append(slices.Clone(p.Breaking.Together), strings.ToLower(phrase))
	return p
}

// absentKeys lists the keys of t that the file does not define.
func absentKeys(file *author.File, t reflect.Type, path []string) []string {
	var absent []string
	for i := range t.NumField() {
		f := t.Field(i)
		key := append(path[:len(path):len(path)], f.Tag.Get("toml"))
		if !file.Has(key...) {
			absent = append(absent, strings.Join(key, "."))
		} else if f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[Style]() {
			absent = append(absent, absentKeys(file, f.Type, key)...)
		}
	}
	return absent
}

// check finds values that no page can be set with.
func (p Profile) check(file *author.File) {
	reject := func(table, key, vi, en string) {
		key = table + "." + key
		file.Reject(file.Line(key), "%[1]s: %[2]s", "%[1]s: %[3]s", key, vi, en)
	}
	switch {
	case p.Page.Width <= p.Page.Left+p.Page.Right, p.Page.Height <= p.Page.Left+p.Page.Right:
		reject("page", "width", "lề không để lại chỗ cho chữ", "the margins leave no room for text")
	case p.Page.Height <= p.Page.Top+p.Page.Bottom, p.Page.Width <= p.Page.Top+p.Page.Bottom:
		reject("page", "height", "lề không để lại chỗ cho chữ", "the margins leave no room for text")
	case p.Body.Size <= 0 || p.Body.Pitch <= 0:
		reject("body", "size", "cỡ phải lớn hơn 0", "sizes are above zero")
	case len(p.Head.Nation) == 0 || len(p.Head.Nation) != len(p.Head.Motto):
		reject("head", "motto", "phải có số cỡ bằng head.nation", "want as many sizes as head.nation")
	case len(p.Head.Parent) == 0 || len(p.Head.Issuer) == 0 || len(p.Head.Date) == 0:
		reject("head", "issuer", "parent, issuer và date phải có ít nhất một cỡ", "parent, issuer and date want one size each at least")
	case len(p.Heading.Before) != headingLevels, len(p.Heading.Style) != headingLevels, len(p.Heading.Stop) != headingLevels:
		reject("heading", "before", fmt.Sprintf("before, style và stop phải có %d giá trị mỗi khóa", headingLevels), fmt.Sprintf("before, style and stop want %d entries each", headingLevels))
	case len(p.Table.Sizes) == 0:
		reject("table", "sizes", "phải có ít nhất một cỡ", "want one size at least")
	case p.Chart.Size <= 0 || p.Chart.Pitch <= 0 || p.Chart.Hatch <= 0 || p.Chart.Ticks < 1 || p.Chart.Bars < 1:
		reject("chart", "size", "size, pitch, hatch, ticks và bars phải lớn hơn 0", "size, pitch, hatch, ticks and bars are above zero")
	case p.Photo.Columns < 1 || p.Photo.ColumnsWide < 1 || p.Photo.CaptionPitch <= 0:
		reject("photo", "columns", "phải có ít nhất một cột, và caption_pitch", "want one column at least, and a pitch for captions")
	case p.Photo.Edge < 1 || p.Photo.Quality < 1 || p.Photo.Quality > 100:
		reject("photo", "edge", "edge phải từ 1 điểm ảnh, quality từ 1 đến 100", "want an edge of one pixel at least and a quality from 1 to 100")
	case p.Foot.Pitch <= 0 || p.Foot.Gap+p.Foot.Pitch > min(p.Page.Height, p.Page.Width)/10:
		reject("foot", "pitch", "pitch phải lớn hơn 0 và để lại chỗ cho trang", "want a pitch above zero that leaves room for the page")
	case p.Contents.Size <= 0:
		reject("contents", "size", "cỡ phải lớn hơn 0", "sizes are above zero")
	case p.Sign.Share <= 0 || p.Sign.Share >= 100:
		reject("sign", "share", "phải là phần trăm từ 0 đến 100", "want a percentage between 0 and 100")
	}
}
