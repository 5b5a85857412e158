package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports/catalogue"
)

func TestAliases(t *testing.T) {
	for _, tt := range []struct{ reason, file, name, want, err string }{
		{reason: "no file", name: "Quân số Hội"},
		{reason: "an empty file", file: "# chưa có\n", name: "Quân số Hội"},
		{reason: "a further name", file: "[[alias]]\nname = \"Quân số Hội\"\ncode = \"A.ALL\"\nwhy = \"quen gọi\"\n", name: "QUÂN SỐ HỘI", want: "A.ALL"},
		{reason: "a name it has already", file: "[[alias]]\nname = \"Tổng số hội viên\"\ncode = \"A.ALL\"\nwhy = \"x\"\n", name: "Tổng số hội viên", want: "A.ALL"},
		{reason: "the name of another", file: "[[alias]]\ncode = \"A.PARTY\"\nwhy = \"x\"\nname = \"tổng số HỘI VIÊN\"\n",
			err: `ten-goi.toml:4: the name "tổng số HỘI VIÊN" is already one of A.ALL; take it out`},
		{reason: "one name for two", file: "[[alias]]\nname = \"Quân số\"\ncode = \"A.ALL\"\nwhy = \"x\"\n[[alias]]\nname = \"quân số\"\ncode = \"A.PARTY\"\nwhy = \"x\"\n",
			err: `ten-goi.toml:6: the name "quân số" is already one of A.ALL; take it out`},
		{reason: "no such indicator", file: "[[alias]]\nname = \"Quân số\"\ncode = \"A.NONE\"\nwhy = \"x\"\n",
			err: `ten-goi.toml:3: the name "Quân số" is for "A.NONE", which is no indicator; correct it or take it out`},
		{reason: "no reason", file: "[[alias]]\nname = \"Quân số\"\ncode = \"A.ALL\"\n", err: `ten-goi.toml:2: an alias lacks a name that can be read, or its why; add it`},
		{reason: "no name", file: "[[alias]]\ncode = \"A.ALL\"\nname = \"…\"\nwhy = \"x\"\n", err: `ten-goi.toml:3: an alias lacks a name that can be read, or its why; add it`},
		{reason: "an unknown key", file: "[[alias]]\nname = \"Quân số\"\ncode = \"A.ALL\"\nwhy = \"x\"\nwhen = 1\n",
			err: `ten-goi.toml:5: unknown key "alias.when"; is it "why"?`},
		{reason: "a slip of the pen", file: "[[alias]]\nname = \"Quân số\n", err: `ten-goi.toml:2: strings cannot contain newlines`},
	} {
		files := small(t, "", "")
		if tt.file != "" {
			files[catalogue.AliasesFile] = &fstest.MapFile{Data: []byte(tt.file)}
		}
		c, err := catalogue.Load(files)
		switch {
		case tt.err != "":
			if err == nil || err.Error() != "load catalogue: "+tt.err {
				t.Errorf("%s:\n got %v\nwant load catalogue: %s", tt.reason, err, tt.err)
			}
		case err != nil:
			t.Errorf("%s: %v", tt.reason, err)
		case c.Match(tt.name).Code != tt.want:
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.name, c.Match(tt.name).Code, tt.want)
		}
	}
}

// TestAppendAlias: what is appended is read back, whatever stands in the name,
// and what stood in the file before stays as a person wrote it.
func TestAppendAlias(t *testing.T) {
	file := []byte("# của phường\n")
	names := []string{"Quân số Hội", `Số "đồng chí" \ người`, "Hội viên\ntoàn Hội", "# [[alias]]"}
	for _, name := range names {
		var err error
		if file, err = catalogue.AppendAlias(file, catalogue.Alias{Name: name, Code: "A.ALL", Why: "quen gọi"}); err != nil {
			t.Fatal(err)
		}
	}
	files := small(t, "", "")
	files[catalogue.AliasesFile] = &fstest.MapFile{Data: file}
	c, err := catalogue.Load(files)
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	for _, name := range names {
		if got := c.Match(name).Code; got != "A.ALL" {
			t.Errorf("%q is %q", name, got)
		}
	}
	if !strings.HasPrefix(string(file), "# của phường\n") {
		t.Errorf("the comment is gone:\n%s", file)
	}
}
