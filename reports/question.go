package reports

// A Question is what only a person can decide. All branches, files and cells that
// share its key are one question, however many findings hang on it.
type Question struct {
	Key      string // kind and folded pattern: "name.hoi-vien-tu-tran-1f3a"
	Kind     QuestionKind
	About    string        // the pattern as it was written first: a name, the heads of columns, a file
	Text     string        // what is asked, in words
	Choices  []Choice      // in the order in which they are offered
	Default  string        // id of the likeliest choice; "" if none is likelier than the others
	Free     Freedom       // what may be answered beside the choices
	New      *NewIndicator // what the choice "moi" makes as far as a person says nothing else; nil where it is none
	Share    float64       // the part, 0 to 1, of the printed figure that it moves most
	Blocking bool          // must be answered before anything final is made
	Settles  int           // findings that are folded under it
	Branches []UnitID      // concerned, in the order of the list; the ward last
	At       []Cell
	Rows     []Row // of a table that is answered as one
}

// A QuestionKind says what is asked.
type QuestionKind string

// What is asked.
const (
	AskName    QuestionKind = "name"    // which indicator a name means
	AskBranch  QuestionKind = "branch"  // which branch a name means
	AskFile    QuestionKind = "file"    // whose a workbook is
	AskColumns QuestionKind = "columns" // what columns are to each other
	AskBlank   QuestionKind = "blank"   // whether blanks are nought
	AskAbsent  QuestionKind = "absent"  // whether branches of which nothing came will send anything
	AskRival   QuestionKind = "rival"   // which of several values counts
	AskValue   QuestionKind = "value"   // what a cell says
	AskLook    QuestionKind = "look"    // whether something may stand
)

// A Freedom is what a question takes beside its choices.
type Freedom string

// What a question takes beside its choices.
const (
	OnlyChoices  Freedom = ""
	AnyIndicator Freedom = "indicator" // the code or the name of one
	AnyBranch    Freedom = "branch"    // the id or the name of one
	AnyNumber    Freedom = "number"    // as people of the ward write one
)

// A Choice is one way to answer.
type Choice struct {
	ID     string
	Text   string
	Effect string // what it does to the figures, in words; "" for nothing
}

// The choices of several kinds. What else a choice is called is the kind's own: the
// code of an indicator, the id of a branch, the number of a reading.
const (
	Later   = "sau"  // not decided: the report is made without, and says so
	Accept  = "nhan" // it may stand
	Ignore  = "bo"   // nothing for the report
	New     = "moi"  // an indicator of its own from now on
	Nought  = "0"    // blanks are nought
	Unknown = "chua" // blanks are not known
	AddUp   = "cong" // the columns add up
)

// A Row is one line of a question that is a table: a blank of one branch, or a branch.
type Row struct {
	ID   string // stays the same as long as its cells do
	Unit UnitID
	Text string
	At   []Cell
}
