package main

import (
	"strings"
	"testing"
)

func TestStraighten(t *testing.T) {
	for _, test := range []struct {
		args, want string // parted by |
		mended     bool
	}{
		{"run|--why|a b", "run|--why|a b", false},
		{"--why|“Chi|hội|mới”", "--why|Chi hội mới", true},
		{"--why=“Chi|hội”|--json", "--why=Chi hội|--json", true},
		{"explain|“812”", "explain|812", true},
		{"explain|”Tổng|số”", "explain|Tổng số", true}, // the wrong way round
		{"accept|–branch|hai|—why|x", "accept|--branch|hai|--why|x", true},
		{"accept|–-why|x", "accept|--why|x", true},
		{"accept|––why|x|-–at|C7|——all", "accept|--why|x|--at|C7|--all", true},
		{"--why|“Hội” đã báo", "--why|“Hội” đã báo", false}, // one word to the shell
		{"--why|đã hỏi “Hội”", "--why|đã hỏi “Hội”", false},
		{"--why|– xong", "--why|– xong", false},
		{"--why|“Chi|hội", "", true},
		{"--why|“", "", true},
	} {
		got, mended, err := straighten(strings.Split(test.args, "|"))
		if strings.Join(got, "|") != test.want || mended != test.mended || (err != nil) != (test.want == "") {
			t.Errorf("%s: got %q, mended %v, error %v", test.args, got, mended, err)
		}
	}
}
