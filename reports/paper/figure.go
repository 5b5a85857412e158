package paper

// Photos are pictures with their captions, set as a grid in their order.
type Photos struct {
	Items []Photo
}

// A Photo is a picture as it was received.
type Photo struct {
	Name    string // of the file in the inbox
	Caption string // what stands below it
	Alt     string // what it shows, for readers who cannot see it; "" takes the caption
	Source  string // position of the line of the ward's sheet that names it
	Data    []byte `json:"-"` // JPEG or PNG; an edition keeps it as a file of its own
}

// A Chart shows amounts that are not negative. Its Series have one Amount for
// each of its Labels.
type Chart struct {
	Kind   ChartKind
	Title  string // below it: "Biểu đồ 1. Số hội viên qua các năm"
	Unit   string // above it at the right: "Đơn vị tính: người"; "" for none
	Labels []string
	Series []Series // a Share has one
	Alt    string   // what it shows, for readers who cannot see it
}

// A ChartKind says how amounts are shown.
type ChartKind string

const (
	Columns ChartKind = "columns" // upright, by period
	Bars    ChartKind = "bars"    // lying, by branch
	Share   ChartKind = "share"   // the parts of a whole
)

// A Series is one amount for each label, drawn alike. Name stands in the legend
// of a chart with several series.
type Series struct {
	Name    string
	Amounts []Amount
}

// An Amount is Num/Den in the chart's unit, printed as Text; Den 0 means that
// there is none.
type Amount struct {
	Num, Den int64
	Text     string
	Ref
}
