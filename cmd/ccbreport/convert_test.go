package main

import (
	"os"
	"slices"
	"testing"
	"time"
)

func TestOfficeNames(t *testing.T) {
	env := func(key string) string { return map[string]string{"ProgramFiles": "C"}[key] }
	tests := []struct {
		system string
		last   string
	}{
		{"linux", "libreoffice"},
		{"darwin", "/Applications/LibreOffice.app/Contents/MacOS/soffice"},
	}
	for _, tt := range tests {
		if names := officeNames(tt.system, env); names[len(names)-1] != tt.last {
			t.Errorf("%s: %v", tt.system, names)
		}
	}
	if names := officeNames("windows", env); len(names) != 3 {
		t.Errorf("windows: %v", names)
	}
}

// TestChildSeesLittle: what converts a stranger's file knows no password and no
// folder of ours.
func TestChildSeesLittle(t *testing.T) {
	env := childEnv([]string{"PATH=/bin", "CCBREPORT_SMTP_PASSWORD=x", "HOME=/home/a", "SystemRoot=C:\\Windows"}, "/tmp/x")
	for _, want := range []string{"PATH=/bin", "HOME=/tmp/x", "SystemRoot=C:\\Windows"} {
		if !slices.Contains(env, want) {
			t.Errorf("%s is missing in %v", want, env)
		}
	}
	for _, not := range []string{"CCBREPORT_SMTP_PASSWORD=x", "HOME=/home/a"} {
		if slices.Contains(env, not) {
			t.Errorf("%s is passed on", not)
		}
	}
}

// TestConvert makes a workbook of a table in HTML, which people send as .xls,
// and checks that nothing is left behind.
func TestConvert(t *testing.T) {
	convert := findConverter()
	if convert == nil {
		t.Skip("no LibreOffice")
	}
	t.Setenv("TMPDIR", t.TempDir())
	made, err := convert("xls", []byte("<html><table><tr><td>A</td><td>46</td></tr></table></html>"))
	if err != nil || string(made[:2]) != "PK" {
		t.Fatalf("%.20q, %v", made, err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestConvertIsBounded: a child that does not end is killed.
func TestConvertIsBounded(t *testing.T) {
	sh, err := os.Stat("/bin/sh")
	if err != nil || sh.IsDir() {
		t.Skip("no shell")
	}
	t.Setenv("TMPDIR", t.TempDir())
	script := t.TempDir() + "/office"
	if err := os.WriteFile(script, []byte("#!/bin/sh\nsleep 600 & sleep 600\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := (converter{script, 50 * time.Millisecond}).convert("xls", nil); err == nil {
		t.Error("a child that sleeps made a workbook")
	}
}
