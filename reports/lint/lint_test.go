package lint

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/templates"
)

func loaded(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// clean is a draft in which there is nothing to tell.
func clean(cat *catalogue.Catalogue) Input {
	doc := &paper.Document{
		Head: paper.Head{
			Parent: "HỘI CCB THÀNH PHỐ", Issuer: "HỘI CỰU CHIẾN BINH PHƯỜNG BỒ ĐỀ", Symbol: "BC-CCB", Place: "Bồ Đề",
			Kind: "BÁO CÁO", Subject: "Kết quả công tác Hội Cựu chiến binh phường Bồ Đề năm 2019",
		},
		To: []string{"Đảng ủy phường Bồ Đề"},
		Body: paper.Blocks{
			prose("Thực hiện Nghị quyết Đại hội Hội Cựu chiến binh (CCB) phường Bồ Đề, Hội CCB phường báo cáo như sau; số liệu chi tiết tại Phụ lục kèm theo.", ""),
			&paper.Heading{Level: 1, Label: "I.", Title: []paper.Span{{Text: "KẾT QUẢ CÔNG TÁC"}}},
		},
		End:   ending,
		Sign:  paper.Signature{Lines: []string{"TM. BAN CHẤP HÀNH", "CHỦ TỊCH"}},
		Draft: &paper.Draft{Mark: draftMark}, Copies: []string{"Như trên", "Các chi hội CCB", "Lưu: VT"},
		Annexes: []paper.Annex{{Label: "Phụ lục", Title: "SỐ LIỆU", Reference: "(Kèm theo Báo cáo số      /BC-CCB ngày     tháng     năm      của Hội Cựu chiến binh phường Bồ Đề)"}},
	}
	return Input{
		Doc: doc, Span: reports.Year(2019), Names: []string{"Hội Cựu chiến binh phường Bồ Đề", "Chi hội Tổ dân phố Thụy Lâm"}, Catalogue: cat,
		Branches: []string{"Chi hội thôn Đoài", "Chi hội TDP 3"},
		Figures:  map[string]reports.Figure{}, Periods: map[reports.Period]map[string]reports.Figure{}, Units: map[reports.UnitID]map[string]reports.Figure{},
	}
}

func prose(text, source string) *paper.Paragraph {
	return &paper.Paragraph{Spans: []paper.Span{{Text: text, Source: source}}}
}

// TestSlips plants the slips of testdata/slips.txtar into a clean document, one
// case at a time. Every rule has two at least; a case wants exactly what it
// names. The lines of a case are
//
//	body, ward, title: TEXT           a paragraph of the template, of the ward; a title
//	say: TEXT {WORDS|CODE} TEXT       a paragraph that prints a figure
//	value: CODE NUM/DEN               what the figure is
//	years: CODE 2017 2018             the lines of a list
//	total: CODE 1 2 § 3 + 3 = 6       a table with a row of totals; "§" begins a group, "+ 3" is a total in between
//	span: FIRST LAST; silent: N       the period; branches that did not report
//	draft: MARK, draft: none          the mark; a final
//	last: TEXT                        the last paragraph
//	final: NUMBER DAY MONTH YEAR NAME
//	place, number, symbol, issuer, parent, subject, end: TEXT; to, copies: A; B
//	annex: LABEL | REFERENCE          one more annex
//	want: CODE TEXT
func TestSlips(t *testing.T) {
	cat := loaded(t)
	cases, err := txtar.ParseFile("testdata/slips.txtar")
	if err != nil {
		t.Fatal(err)
	}
	planted := map[string]int{}
	for _, c := range cases.Files {
		rule, _, _ := strings.Cut(c.Name, " ")
		t.Run(c.Name, func(t *testing.T) {
			in := clean(cat)
			last := "Trên đây là báo cáo của Hội CCB phường"
			var want []string
			for _, l := range strings.Split(strings.TrimSpace(string(c.Data)), "\n") {
				key, value, ok := strings.Cut(l, ": ")
				switch {
				case !ok && l != "":
					t.Fatalf("not a line of a case: %q", l)
				case key == "want":
					want = append(want, value)
				case key == "last":
					last = value
				case l != "":
					plant(t, &in, key, value)
				}
			}
			in.Doc.Body = append(in.Doc.Body, prose(last, ""))
			var got []string
			for _, f := range Check(in, Rules()) {
				got = append(got, strings.TrimSpace(f.Code+" "+f.Args["text"]))
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if len(want) > 0 {
				planted[rule]++
			}
		})
	}
	for _, r := range Rules() {
		if planted[r.Name] < 2 {
			t.Errorf("rule %s has %d planted slips, want two", r.Name, planted[r.Name])
		}
	}
}

func plant(t *testing.T, in *Input, key, value string) {
	t.Helper()
	h, doc := &in.Doc.Head, in.Doc
	texts := map[string]*string{
		"place": &h.Place, "number": &h.Number, "symbol": &h.Symbol, "issuer": &h.Issuer, "parent": &h.Parent,
		"subject": &h.Subject, "end": &doc.End, "name": &doc.Sign.Name,
	}
	lists := map[string]*[]string{"to": &doc.To, "copies": &doc.Copies, "sign": &doc.Sign.Lines}
	if text, ok := texts[key]; ok {
		*text = value
		return
	}
	if list, ok := lists[key]; ok {
		*list = strings.Split(value, "; ")
		return
	}
	code, rest, _ := strings.Cut(value, " ")
	switch key {
	case "body", "ward":
		source := map[string]string{"ward": "hội.xlsx!Nội dung!B2"}[key]
		doc.Body = append(doc.Body, prose(value, source))
	case "title":
		doc.Body = append(doc.Body, &paper.Heading{Level: 2, Label: "1.", Title: []paper.Span{{Text: value}}})
	case "say":
		doc.Body = append(doc.Body, &paper.Paragraph{Spans: spans(t, value)})
	case "value", "wards": // the ward itself gave it
		num, den, _ := strings.Cut(rest, "/")
		f := reports.Figure{Code: code, Value: reports.Ratio(int64(whole10(t, num)), int64(whole10(t, den)))}
		if key == "wards" {
			f.From = []reports.Contribution{{Unit: reports.Ward}}
		}
		in.Figures[code] = f
	case "years":
		f := reports.Figure{Code: code, Value: reports.Int(1)}
		for _, y := range strings.Fields(rest) {
			f.From = append(f.From, reports.Contribution{Entry: reports.Entry{Text: y + ", Khen thưởng"}})
		}
		in.Figures[code] = f
	case "total":
		doc.Annexes[0].Body = append(doc.Annexes[0].Body, totalled(code, strings.Fields(rest)))
	case "span":
		from, err1 := reports.ParseDay(code)
		to, err2 := reports.ParseDay(rest)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		in.Span = reports.PeriodOf(from, to)
	case "silent":
		in.Silent = whole10(t, value)
	case "draft":
		doc.Draft.Mark = value
	case "final":
		f := strings.SplitN(value, " ", 5)
		doc.Draft, h.Number = nil, strings.Trim(f[0], "-")
		h.Day, h.Month, h.Year = whole10(t, f[1]), whole10(t, f[2]), whole10(t, f[3])
		doc.Sign.Name = strings.Join(f[4:], "")
		if h.Day > 0 {
			in.Issued = reports.DayOf(h.Year, h.Month, h.Day)
		}
	case "annex":
		label, reference, _ := strings.Cut(value, " | ")
		doc.Annexes = append(doc.Annexes, paper.Annex{Label: label, Title: "KHÁC", Reference: reference})
	case "first": // the label of the first annex
		doc.Annexes[0].Label = value
	default:
		t.Fatalf("no such line of a case: %q", key)
	}
}

func whole10(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// spans reads "Có {8|CODE} cuộc"; {8|CODE@period} is of a sub-period.
func spans(t *testing.T, s string) []paper.Span {
	t.Helper()
	var out []paper.Span
	for i, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '{' || r == '}' }) {
		text, code, figure := strings.Cut(part, "|")
		if figure {
			code, period, _ := strings.Cut(code, "@")
			of, err := reports.ParsePeriod(period)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, paper.Span{Text: text, Ref: paper.Ref{Figure: code}.In(of)})
		} else if part != "" || i > 0 {
			out = append(out, paper.Span{Text: part})
		}
	}
	return out
}

// totalled is a table of one column of numbers, the last the total.
func totalled(code string, numbers []string) *paper.Table {
	t := &paper.Table{Columns: []paper.Column{{Head: "Chi hội"}, {Head: "Hội viên"}}}
	row := func(kind paper.RowKind, name, n, code string) {
		t.Rows = append(t.Rows, paper.Row{Kind: kind, Cells: [][]paper.Span{{{Text: name}}, {{Text: n, Ref: paper.Ref{Figure: code}}}}})
	}
	for i := 0; i < len(numbers); i++ {
		switch numbers[i] {
		case "§":
			row(paper.Section, "I", "Nhóm", "")
		case "+":
			i++
			row(paper.TotalRow, "Cộng", numbers[i], "")
		case "=":
			i++
			row(paper.TotalRow, "Tổng cộng", numbers[i], code)
		default:
			row(paper.Plain, "Hàng", numbers[i], "")
		}
	}
	return t
}

// TestEndMarkNamesItsPlace: what is to be done about a closing mark that stands where it
// should not names the place where it was written.
func TestEndMarkNamesItsPlace(t *testing.T) {
	cat := loaded(t)
	for _, tt := range []struct{ reason, key, value, hint string }{
		{"the ward's own words", "ward", "Hội xin báo cáo./.", "ô B2, trang “Nội dung”, tệp hội.xlsx"},
		{"the template's words", "body", "Hội xin báo cáo./.", "tệp mẫu báo cáo"},
		{"no mark", "end", "", "khối “end”"},
		{"two marks", "end", "././.", "khối “end”"},
		{"the signature", "name", "Nguyễn Văn A./.", "mục [sign]"},
	} {
		in := clean(cat)
		plant(t, &in, tt.key, tt.value)
		in.Doc.Body = append(in.Doc.Body, prose("Trên đây là báo cáo của Hội CCB phường", ""))
		found := Check(in, Rules())
		if len(found) != 1 || !strings.Contains(cat.Render(found[0], "vi").Hint, tt.hint) {
			t.Errorf("%s: %v, want one hint with %q", tt.reason, found, tt.hint)
		}
	}
}

// TestModelReport: the ideal text has no alarm that blocks; those that it has
// are listed in testdata/model.alarms.
func TestModelReport(t *testing.T) {
	in := clean(loaded(t))
	text, err := os.ReadFile("testdata/model.txt")
	if err != nil {
		t.Fatal(err)
	}
	in.Span = reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30))
	in.Names = []string{"Hội Cựu chiến binh phường Ngọc Thụy"}
	in.Doc.Head.Place, in.Doc.Head.Subject = "Ngọc Thụy", "Kết quả công tác Hội Cựu chiến binh phường Ngọc Thụy"
	in.Doc.To = []string{"Đảng ủy phường Ngọc Thụy"}
	in.Doc.Body, in.Doc.Annexes = nil, nil
	for _, l := range strings.Split(string(text), "\n") {
		level := len(l) - len(strings.TrimLeft(l, "#"))
		switch {
		case level > 0:
			label, title, _ := strings.Cut(strings.TrimSpace(l[level:]), " ")
			in.Doc.Body = append(in.Doc.Body, &paper.Heading{Level: level - 1, Label: label, Title: []paper.Span{{Text: title}}})
		case l != "":
			in.Doc.Body = append(in.Doc.Body, &paper.Paragraph{Spans: spans(t, l)})
		}
	}
	var got strings.Builder
	for _, f := range Check(in, Rules()) {
		r := in.Catalogue.Render(f, "vi")
		got.WriteString(string(r.Severity) + " " + f.Code + " " + f.Args["text"] + "\n")
		if r.Severity == reports.Blocking {
			t.Errorf("blocks: %s", r.Message)
		}
	}
	want, err := os.ReadFile("testdata/model.alarms")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("alarms (-want +got)\n%s", diff)
	}
}
