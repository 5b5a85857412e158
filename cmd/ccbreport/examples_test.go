package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestExamplesAreCommands: each verb has examples, and each example is one that the verb
// takes: its flags are there, and its words are as many as they may be.
func TestExamplesAreCommands(t *testing.T) {
	var walk func(*cobra.Command)
	walk = func(parent *cobra.Command) {
		for _, cmd := range parent.Commands() {
			if cmd.Example == "" {
				t.Errorf("%s has no example", cmd.CommandPath())
			}
			for line := range strings.Lines(cmd.Example) {
				tryExample(t, cmd.CommandPath(), strings.TrimSpace(line))
			}
			walk(cmd)
		}
	}
	walk(newRoot(t.Context(), &tui{}))
}

// tryExample parses one line as a command window does and lets the verb look at it.
func tryExample(t *testing.T, path, line string) {
	if !strings.HasPrefix(line, "ccbreport ") || strings.ContainsAny(line, "'$") {
		t.Errorf("%s: %q is no line for a Windows command window", path, line)
		return
	}
	var args []string
	for i, part := range strings.Split(strings.TrimPrefix(line, "ccbreport "), `"`) {
		if i%2 == 1 { // in quotes
			args = append(args, part)
		} else {
			args = append(args, strings.Fields(part)...)
		}
	}
	cmd, rest, err := newRoot(t.Context(), &tui{}).Find(args)
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err != nil {
		t.Errorf("%s: %q: %v", path, line, err)
	}
	if !strings.HasPrefix(cmd.CommandPath(), path) && cmd.HasParent() {
		t.Errorf("%q stands under %s", line, path)
	}
}
