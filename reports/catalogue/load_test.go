package catalogue_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports/catalogue"
)

// small returns the two files of testdata/small with one text exchanged.
func small(t *testing.T, old, new string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	found := old == ""
	for _, name := range []string{catalogue.IndicatorsFile, catalogue.FindingsFile} {
		data, err := os.ReadFile("testdata/small/" + name)
		if err != nil {
			t.Fatal(err)
		}
		changed := string(data)
		if old != "" {
			changed = strings.Replace(changed, old, new, 1)
			found = found || changed != string(data)
		}
		files[name] = &fstest.MapFile{Data: []byte(changed)}
	}
	if !found {
		t.Fatalf("nothing to exchange: %q", old)
	}
	return files
}

func TestLoadRejects(t *testing.T) {
	for _, tt := range []struct{ reason, old, new, want string }{
		{"a slip of the pen", `kind = "stock"`, `kind = "stock`, `indicators.toml:16: strings cannot contain newlines`},
		{"a text for a number", `over = "last"`, "over = \"last\"\nmax = \"viel\"", `indicators.toml:40: incompatible types: TOML value has type string; destination has type integer`},
		{"a number for a text", `kind = "ratio"`, `kind = 5`, `indicators.toml:34: incompatible types: TOML value has type int64; destination has type string`},
		{"a list for a text", `over = "last"`, `over = ["last"]`, `indicators.toml:39: incompatible types: TOML value has type []any; destination has type string`},
		{"an unknown key", `over = "last"`, `ovre = "last"`, `indicators.toml:39: unknown key "indicator.ovre"; is it "over"?`},
		{"an unknown table", `[[activity]]`, `[[activities]]`, `indicators.toml:41: unknown key "activities"; is it "activity"?`},
		{"an unknown key of a finding", `vi.hint`, `vi.hnt`, `findings.toml:5: unknown key "finding.vi.hnt"; is it "hint"?`},
		{"one code twice", `code = "A.PARTY"`, `code = "A.ALL"`, "indicators.toml:21: code \"A.ALL\" stands twice, first at indicators.toml:13; take one out\n" +
			"indicators.toml:37: A.SHARE refers to \"A.PARTY\", which is no indicator; correct it or take it out\n" +
			"indicators.toml:47: rule \"party\": \"A.PARTY\" is no indicator; correct it or take it out"},
		{"no section", `section = "A"`, ``, `indicators.toml:13: indicator "A.ALL" lacks code, name or section; add it`},
		{"an unknown kind", `kind = "ratio"`, `kind = "rate-of"`, `indicators.toml:34: unknown kind "rate-of", none of "flow", "once", "stock", "rate", "ratio", "average", "all", "target", "list"; is it "rate"?`},
		{"an unknown level", `level = "branch"`, `level = "city"`, `indicators.toml:17: unknown level "city", none of "branch", "ward", "both"; correct it or take it out`},
		{"another word for a unit", `unit = "người"`, `unit = "đồng chí"`, `indicators.toml:15: unknown unit "đồng chí", the name of no [[unit]]; correct it or take it out`},
		{"a unit without a name", `name = "%"`, `class = "%"`, "indicators.toml:9: a [[unit]] lacks its name; add it\n" + `indicators.toml:33: unknown unit "%", the name of no [[unit]]; correct it or take it out`},
		{"a unit once more", `name = "%"`, "name = \"%\"\n[[unit]]\nname = \"người\"\nclass = \"x\"", `indicators.toml:12: the unit "người" stands already at indicators.toml:7; only same, under and behind can be added`},
		{"a measure of nothing", `name = "%"`, "name = \"%\"\nfactor = 3", `indicators.toml:11: factor of "%" must be above 0 and go with a base`},
		{"a measure in an unknown unit", `name = "%"`, "name = \"%\"\nbase = \"mm\"", `indicators.toml:11: % refers to "mm", the name of no [[unit]]; correct it or take it out`},
		{"a ratio of nothing", `num = "A.PARTY"`, ``, `indicators.toml:34: A.SHARE is of kind ratio; num and den belong to ratio and average, and there to each`},
		{"a ratio over nothing", `over = "last"`, ``, `indicators.toml:30: over is ""; write "pooled" or "last"`},
		{"a part of nothing", `of = "A.ALL"`, `of = "A.AL"`, `indicators.toml:28: A.PARTY refers to "A.AL", which is no indicator; is it "A.ALL"?`},
		{"one name for two", `"Hội viên là đảng viên"`, `"tổng số HỘI VIÊN"`, `indicators.toml:23: the name "tổng số HỘI VIÊN" of A.PARTY is also one of A.ALL; take it out of one`},
		{"a sentence without its figure", `kind = "stock"`, "kind = \"stock\"\nsentence = \"Có hội viên.\"", `indicators.toml:17: the sentence of A.ALL must have {số} just once; write {số} where the figure goes`},
		{"a sentence with two", `kind = "stock"`, "kind = \"stock\"\nsentence = \"Có {số} trên {số} hội viên.\"", `indicators.toml:17: the sentence of A.ALL must have {số} just once; write {số} where the figure goes`},
		{"a sentence without an end", `kind = "stock"`, "kind = \"stock\"\nsentence = \"Có {số} hội viên\"", `indicators.toml:17: the sentence of A.ALL must be a whole one; add a full stop at its end`},
		{"a sentence with an action", `kind = "stock"`, "kind = \"stock\"\nsentence = \"{{here}} có {số} hội viên.\"", `indicators.toml:17: the sentence of A.ALL has a mark of templates, { } ⟦ ⟧; take it out`},
		{"a sentence with a number of its own", `kind = "stock"`, "kind = \"stock\"\nsentence = \"Có {số} hội viên, hơn năm trước 5.\"", `indicators.toml:17: the sentence of A.ALL says 5, which is not in the indicator's name; leave {số} only`},
		{"a percent sign twice", `num = "A.PARTY"`, "num = \"A.PARTY\"\nsentence = \"Đảng viên chiếm {số} %.\"", `indicators.toml:38: the sentence of A.SHARE says "%" twice: {số} prints it too; take it out`},
		{"a neutral unit that there is not", `totals = ["Cộng"]`, "neutral = \"lần\"", `indicators.toml:2: neutral is "lần", the name of no [[unit]]; correct it or take it out`},
		{"a general section that there is not", `totals = ["Cộng"]`, "section = \"B\"", `indicators.toml:2: unknown section "B", none of "A"; correct it or take it out`},
		{"a section without a name", `[[unit]]`, "[[section]]\ncode = \"A\"\n[[unit]]", `indicators.toml:7: a [[section]] lacks its code or name; add it`},
		{"a section twice", `[[unit]]`, "[[section]]\ncode = \"A\"\nname = \"Tổ chức\"\n[[section]]\ncode = \"A\"\nname = \"Hội\"\n[[unit]]", `indicators.toml:10: the section "A" stands twice, first at indicators.toml:7; take one out`},
		{"a name of two sections", `[[unit]]`, "[[section]]\ncode = \"A\"\nname = \"Tổ chức\"\n[[section]]\ncode = \"B\"\nname = \"TỔ CHỨC\"\n[[unit]]", `indicators.toml:11: the section "TỔ CHỨC" stands twice, first at indicators.toml:8; take one out`},
		{"a name that is the code of another", `[[unit]]`, "[[section]]\ncode = \"A\"\nname = \"B\"\n[[section]]\ncode = \"B\"\nname = \"Hội\"\n[[unit]]", `indicators.toml:10: the section "B" stands twice, first at indicators.toml:8; take one out`},
		{"a form of a sentence without a figure", `[[unit]]`, "[words.sentences]\nhad = \"Có {tên}.\"\n[[unit]]", `indicators.toml:7: the form had must have {số} just once, and a full stop at its end`},
		{"an activity that feeds nothing known", `count = "A.ALL"`, `count = "A.NEW"`, `indicators.toml:43: count = "A.NEW" is no indicator; correct it or take it out`},
		{"a rule on an unknown code", `right = "A.ALL"`, `right = "A.SUM"`, `indicators.toml:49: rule "party": "A.SUM" is no indicator; correct it or take it out`},
		{"a rule without a sign", `A.PARTY@start - A.ALL?`, `A.PARTY A.ALL`, `indicators.toml:47: rule "party": write codes with "+" or "-" between them, each set off by spaces`},
		{"a rule without an end", `A.PARTY@start - A.ALL?`, `A.PARTY -`, `indicators.toml:47: rule "party": a sum that has no end; add a code`},
		{"an unknown comparison", `op = "<="`, `op = "<"`, `indicators.toml:48: rule "party": op is "<"; write "=", "<=" or ">="`},
		{"an unknown finding", `finding = "rule.part"`, `finding = "rule.prat"`, `indicators.toml:51: rule "party": "rule.prat" is not in findings.toml; add it there`},
		{"an unknown severity", `severity = "warning"`, `severity = "error"`, `findings.toml:3: unknown severity "error", none of "note", "warning", "blocking"; correct it or take it out`},
		{"a reason of no code", `"number.notread/swapped"`, `"number.noread/swapped"`, `findings.toml:18: finding "number.noread/swapped" gives words for a reason of "number.noread", which is not above it; correct the code`},
		{"no English hint", `en.hint = "Check it."`, `en.hint = ""`, `findings.toml:2: finding "rule.part" lacks a code, message or hint in vi or en; add it`},
		{"a place in one language only", `exceeds {right}`, `exceeds {left}`, `findings.toml:2: finding "rule.part" has the places [{branch} {cell} {left} {right}] in vi and [{branch} {cell} {left}] in en; make them the same`},
	} {
		_, err := catalogue.Load(small(t, tt.old, tt.new))
		if err == nil {
			t.Errorf("%s: no error", tt.reason)
			continue
		}
		if got := err.Error(); got != "load catalogue: "+tt.want {
			t.Errorf("%s:\n got %s\nwant load catalogue: %s", tt.reason, got, tt.want)
		}
	}
}

func TestLoadMissingFile(t *testing.T) {
	_, err := catalogue.Load(fstest.MapFS{})
	if err == nil || err.Error() != "load catalogue: read indicators.toml: open indicators.toml: file does not exist" {
		t.Errorf("got %v", err)
	}
}

func TestRules(t *testing.T) {
	c, err := catalogue.Load(small(t, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	want := []catalogue.Rule{{
		Name: "party",
		Left: []catalogue.Term{{Code: "A.PARTY", Start: true}, {Code: "A.ALL", Minus: true, Free: true}},
		Op:   "<=", Right: []catalogue.Term{{Code: "A.ALL"}},
		Missing: "skip", Finding: "rule.part",
	}}
	if diff := cmp.Diff(want, c.Rules()); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
}
