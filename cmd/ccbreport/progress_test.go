package main

import (
	"strings"
	"testing"
	"time"

	"ccbreport/reports/ward/say"
)

func TestProgressIsForPeopleWhoWait(t *testing.T) {
	long := time.Now().Add(-time.Hour)
	for _, test := range []struct {
		reason string
		talk   tui
		want   string
	}{
		{"a long wait at a terminal", tui{terminal: true, began: long}, "Đang đọc 12/36 tệp"},
		{"in English", tui{terminal: true, began: long, Voice: say.Voice{English: true}}, "Reading 12/36 files"},
		{"work that has just begun", tui{terminal: true}, ""},
		{"a file is no terminal", tui{began: long}, ""},
		{"--quiet", tui{terminal: true, began: long, quiet: true}, ""},
	} {
		t.Run(test.reason, func(t *testing.T) {
			var said strings.Builder
			talk := test.talk
			talk.err = &said
			talk.progress(12, 36, "a.xlsx")
			if got := said.String(); !strings.Contains(got, test.want) || (test.want == "") != (got == "") {
				t.Errorf("drew %q", got)
			}
			talk.endProgress()
			if got := said.String(); got != "" && !strings.HasSuffix(got, "\r\033[K") {
				t.Errorf("left %q behind", got)
			}
		})
	}
}
