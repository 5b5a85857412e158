package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestInitAsks: on a terminal init asks for what no flag says, one after the other; what
// cannot be an answer is told and asked again, and so is what is doubtful in the list.
func TestInitAsks(t *testing.T) {
	dir := t.TempDir()
	list := filepath.Join(dir, "danh sách.csv")
	if err := os.WriteFile(list, []byte("STT,Tên chi hội\n1,Thôn Đông\n2,Thôn Nam\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		reason string
		flags  []string
		typed  []string
		code   int
		said   []string // what stands on the screen, in this order
		config []string // what the configuration has
	}{
		{
			"pasted", nil,
			[]string{
				"Vân Hà", "", "xã Vân Hà", "huyện Đông Anh", "", "", "I",
				"1. Thôn Đông - 0912345678", "2. Thôn Đoài và thôn Thượng", "", "gì cơ", "hai", "lai",
				"Thôn Đông", "Thôn Đoài", "", "",
				"", "", "", "Trần Văn B",
			},
			exitDone,
			[]string{
				"Tên của Hội?", "chưa rõ tên Hội: “Vân Hà”", "Hội cấp trên?", "Địa danh", "(Enter: Vân Hà)", "(Enter: 2025 - 2030)",
				"Chưa chắc: dòng 2", "hai: nhiều chi hội", "Đọc được 3 chi hội", "Đọc được 2 chi hội", "(Enter: nam)", "(Enter: 5/12)",
				"(Enter: Đảng ủy xã Vân Hà; Hội Cựu chiến binh huyện Đông Anh)", "Đã lập cho Hội Cựu chiến binh xã Vân Hà", "không còn cấp huyện Đông Anh", "Tiếp theo",
			},
			[]string{`"Chi hội thôn Đoài"`, `name      = "Trần Văn B"`, `ordinal = "I"`},
		},
		{
			"empty lines within the list", []string{"--name", "xã Vân Hà", "--parent", "Huế"},
			[]string{"", "", "", "Thôn Đông", "", "Thôn Đoài", "Thôn Nam", "", "sai", "Thôn Đông", "", "Thôn Hạ", "", "", "", "", "", ""},
			exitDone,
			[]string{"Đọc được 1 chi hội", "Đọc được 3 chi hội", "Danh sách chi hội?", "Đọc được 1 chi hội", "Đọc được 2 chi hội", "Báo cáo hay lập"},
			[]string{`"Chi hội thôn Đông"`, `"Chi hội thôn Hạ"`},
		},
		{
			"by file, and flags", []string{"--name", "xã Vân Hà", "--parent", "Huế", "--report", "sau-thang"},
			[]string{"", "2025-2030", "", "không có tệp.xlsx", "Kính gửi các bác", "", "\"" + list + "\"", "", "", "", ""},
			exitDone,
			[]string{"Nhiệm kỳ?", "không đọc được tệp danh sách không có tệp.xlsx", "không thấy tên chi hội nào", "Đọc được 2 chi hội", "dòng không phải chi hội: 1 (đầu cột)", "(Enter: 5/6)", "sau-thang"},
			[]string{`"Hội Cựu chiến binh thành phố Huế"`, `"Chi hội thôn Nam"`, `due    = "06-05"`},
		},
		{
			"without a list", []string{"--name", "xã Vân Hà", "--parent", "Huế"},
			[]string{"", "", "", "", "", "", "", ""},
			exitDone,
			[]string{"Chưa có danh sách chi hội", "Đã lập 2 phiếu"},
			[]string{`name   = "Hội Cựu chiến binh xã Vân Hà"`},
		},
		{"gone away", []string{"--name", "xã Vân Hà"}, []string{"Huế"}, exitUsage, []string{"chưa trả lời hết nên chưa lập gì"}, nil},
		{"gone away from the list", []string{"--name", "xã Vân Hà", "--parent", "Huế"}, []string{"", "", "", "Thôn Đông", ""}, exitUsage, []string{"Đọc được 1", "chưa trả lời hết"}, nil},
	} {
		t.Run(c.reason, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "Hội CCB")
			var out, screen strings.Builder
			talk := &tui{in: strings.NewReader(strings.Join(c.typed, "\n") + "\n"), out: &out, err: &screen, terminal: true}
			args := append([]string{"init", "--folder", folder, "--bat=false"}, c.flags...)
			if code := talk.end(execute(t.Context(), talk, args)); code != c.code {
				t.Errorf("exit code %d: %s", code, screen.String())
			}
			rest := screen.String()
			for _, want := range c.said {
				_, after, ok := strings.Cut(rest, want)
				if !ok {
					t.Fatalf("%q is not said, or not there: %s", want, screen.String())
				}
				rest = after
			}
			data, err := os.ReadFile(filepath.Join(folder, "config.toml"))
			if (err == nil) != (c.config != nil) {
				t.Fatalf("the configuration: %v", err)
			}
			for _, want := range c.config {
				if !strings.Contains(string(data), want) {
					t.Errorf("%q does not stand in %s", want, data)
				}
			}
			if strings.Contains(string(data), "0912345678") {
				t.Error("a telephone stands in the configuration")
			}
			if entries, _ := os.ReadDir(folder); c.config == nil && len(entries) > 0 {
				t.Errorf("half a ward: %v", entries)
			}
		})
	}
}
