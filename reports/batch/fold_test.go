package batch

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

// at returns cells of one sheet: at("a.xlsx!S", "N9 N10").
func at(sheet, cells string) []reports.Cell {
	file, name, _ := strings.Cut(sheet, "!")
	var list []reports.Cell
	for _, addr := range strings.Fields(cells) {
		list = append(list, reports.Cell{File: file, Sheet: name, Addr: addr})
	}
	return list
}

func single(code string, unit reports.UnitID, cells []reports.Cell, args ...string) found {
	f := found{Finding: reports.Finding{Code: code, Unit: unit, At: cells, Args: reports.Args{}}}
	for i := 0; i < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	if len(cells) > 0 {
		f.Args["cell"] = cells[0].Addr
	}
	f.grounds = []reports.Acceptance{{Code: code, Fingerprint: code + f.Args["cell"]}}
	return f
}

func TestFold(t *testing.T) {
	accepted := single("number.notread", "a", at("a.xlsx!S", "C9"), "text", "x", "reason", "r")
	accepted.accepted = "sổ đã mất"
	for _, tt := range []struct {
		reason string
		list   []found
		want   []string // code, cells, and the arguments cell, count, text and indicator
	}{
		{"nothing", nil, nil},
		{"one is left as it is", []found{single("value.blank", "a", at("a.xlsx!S", "N9"), "indicator", "I")},
			[]string{"value.blank|N9|N9||I"}},
		{"one with several cells says how many", []found{single("value.blank", "a", at("a.xlsx!S", "N9 O9 P9"), "indicator", "I")},
			[]string{"value.blank|N9 O9 P9|N9:P9|3|I"}},
		{"a column of blanks", []found{
			single("value.blank", "a", at("a.xlsx!S", "N9"), "indicator", "I1"), single("value.blank", "a", at("a.xlsx!S", "N10"), "indicator", "I2"),
			single("value.blank", "a", at("a.xlsx!S", "N11"), "indicator", "I3"), single("value.blank", "a", at("a.xlsx!S", "N13"), "indicator", "I4"),
		}, []string{"value.blank|N9 N10 N11 N13|N9:N11, N13|4|I1; I2; I3; …"}},
		{"what is the same is said once", []found{
			single("number.english", "a", at("a.xlsx!S", "C1"), "text", "1,000", "indicator", "I"), single("number.english", "a", at("a.xlsx!S", "C2"), "text", "1,000", "indicator", "I"),
		}, []string{"number.english|C1 C2|C1:C2|2|1,000 I"}},
		{"another sheet, file or branch is another matter", []found{
			single("number.english", "a", at("a.xlsx!S", "C1")), single("number.english", "a", at("a.xlsx!T", "C2")),
			single("number.english", "a", at("b.xlsx!S", "C3")), single("number.english", "b", at("a.xlsx!S", "C4")),
		}, []string{"number.english|C1|C1||", "number.english|C2|C2||", "number.english|C3|C3||", "number.english|C4|C4||"}},
		{"another cause too", []found{
			single("number.notread", "a", at("a.xlsx!S", "C1"), "reason", "date"), single("number.notread", "a", at("a.xlsx!S", "C2"), "reason", "words"),
			single("number.notread", "a", at("a.xlsx!S", "C3"), "reason", "date"),
		}, []string{"number.notread|C1 C3|C1, C3|2|", "number.notread|C2|C2||"}},
		{"what a person accepted stays apart from what nobody did", []found{
			single("number.notread", "a", at("a.xlsx!S", "C8"), "text", "x", "reason", "r"), accepted,
		}, []string{"number.notread|C8|C8||x", "number.notread|C9|C9||x"}},
		{"a code that asks for another thing in each cell", []found{
			single("number.float1000", "a", at("a.xlsx!S", "C1"), "plain", "1"), single("number.float1000", "a", at("a.xlsx!S", "C2"), "plain", "2"),
		}, []string{"number.float1000|C1|C1||", "number.float1000|C2|C2||"}},
		{"no cells", []found{single("branch.missing", "a", nil), single("branch.missing", "b", nil)},
			[]string{"branch.missing||||", "branch.missing||||"}},
	} {
		var got []string
		grounds := 0
		for _, f := range fold(tt.list) {
			var cells []string
			for _, c := range f.At {
				cells = append(cells, c.Addr)
			}
			words := strings.TrimSpace(f.Args["text"] + " " + f.Args["indicator"])
			got = append(got, strings.Join([]string{f.Code, strings.Join(cells, " "), f.Args["cell"], f.Args["count"], words}, "|"))
			grounds += len(f.grounds)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if grounds != len(tt.list) {
			t.Errorf("%s: %d can be accepted of %d", tt.reason, grounds, len(tt.list))
		}
	}
}

// TestFoldedWords: the words say where and how many, in both languages.
func TestFoldedWords(t *testing.T) {
	one := strings.Replace(thonOne, ",40\n", ",\n", 1)
	one = strings.ReplaceAll(strings.Replace(one, ",3\n", ",\n", 1), "Năm 2019", "Năm 2018,Năm 2019")
	one = strings.ReplaceAll(one, ",\n", ",7,\n") + "Hội viên là đảng viên,3,4\n"
	job := smallWard(map[string]string{"1.csv": one, "2.csv": thonTwo})
	for lang, want := range map[string]string{
		"vi": "“Tổng số hội viên; Hội viên mới kết nạp” (Năm 2019) để trống (C4:C5, 2 ô).",
		"en": "“Tổng số hội viên; Hội viên mới kết nạp” (Năm 2019) is blank (C4:C5, 2 cells).",
	} {
		job.Lang = lang
		var messages []string
		for _, f := range checked(t, job).Findings {
			if f.Code == "value.blank" {
				messages = append(messages, f.Message)
			}
		}
		if len(messages) != 1 || !strings.Contains(messages[0], want) {
			t.Errorf("%s: %q, want %q", lang, messages, want)
		}
	}
}
