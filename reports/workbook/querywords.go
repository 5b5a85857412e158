package workbook

// queryWords are the words of the workbook of questions.
type queryWords struct {
	Sheet   string   `toml:"sheet"`
	Title   string   `toml:"title"`
	About   string   `toml:"about"`
	How     []string `toml:"how"`
	Heads   []string `toml:"heads"`
	Must    string   `toml:"must"`
	Settles string   `toml:"settles"`
	Rows    string   `toml:"rows"`
	Way     string   `toml:"way"`
	Usual   string   `toml:"usual"`
	IsNew   string   `toml:"isnew"`
	See     string   `toml:"see"`
	None    string   `toml:"none"`
	Later   string   `toml:"later"`

	Free struct {
		Indicator string `toml:"indicator"`
		Branch    string `toml:"branch"`
		Number    string `toml:"number"`
		Numbers   string `toml:"numbers"`
	} `toml:"free"`
	Input    askWords     `toml:"input"`
	New      newWords     `toml:"new"`
	Blanks   blankWords   `toml:"blanks"`
	Excerpts excerptWords `toml:"excerpts"`
}

// askWords are said beside a cell that waits for an answer.
type askWords struct {
	Title  string `toml:"title"`
	Choose string `toml:"choose"`
	Number string `toml:"number"`
	Row    string `toml:"row"`
	Why    string `toml:"why"`
	By     string `toml:"by"`
	Wrong  string `toml:"wrong"`
	Only   string `toml:"only"`
	Doubt  string `toml:"doubt"`
}

type newWords struct {
	Sheet    string            `toml:"sheet"`
	Title    string            `toml:"title"`
	About    string            `toml:"about"`
	Heads    []string          `toml:"heads"`
	Proposed string            `toml:"proposed"`
	Name     string            `toml:"name"`
	Unit     string            `toml:"unit"`
	Section  string            `toml:"section"`
	Kind     string            `toml:"kind"`
	Kinds    map[string]string `toml:"kinds"` // what kinds of indicators are called
	Units    []string          `toml:"units"`
}

type blankWords struct {
	Sheet string   `toml:"sheet"`
	Title string   `toml:"title"`
	About string   `toml:"about"`
	Heads []string `toml:"heads"`
}

type excerptWords struct {
	Sheet    string `toml:"sheet"`
	Title    string `toml:"title"`
	Question string `toml:"question"`
	Back     string `toml:"back"`
	Branches string `toml:"branches"`
	At       string `toml:"at"`
	Row      string `toml:"row"`
	Blank    string `toml:"blank"`
	Others   string `toml:"others"`
	Place    string `toml:"place"`
	More     string `toml:"more"`
}
