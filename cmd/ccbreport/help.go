package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"ccbreport/reports/ward/say"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a verb does and how it is called; cobra's own has English
// words in it, and counts bytes where it means letters.
func (t *tui) help(cmd *cobra.Command) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s %s\n", cmd.Short, t.Say(usageHead), t.words(callOf(cmd)), t.Say(usageOf(cmd)))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", t.Say(verbsHead))
		for _, sub := range cmd.Commands() {
			if !sub.Hidden {
				writeAligned(&b, sub.Name(), sub.Short)
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", t.Say(flagsHead))
	list := func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		writeAligned(&b, strings.TrimSpace("--"+f.Name+" "+value), usage)
	}
	cmd.LocalFlags().VisitAll(list)
	cmd.InheritedFlags().VisitAll(list)
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", t.Say(examplesHead), cmd.Example)
	}
	if !cmd.HasParent() {
		fmt.Fprintf(&b, "\n%s\n", t.Say(exitTable))
	}
	fmt.Fprint(t.out, b.String())
}

func writeAligned(b *strings.Builder, name, about string) {
	const column = 20
	fmt.Fprintf(b, "  %s%s%s\n", name, strings.Repeat(" ", max(1, column-utf8.RuneCountInString(name))), about)
}

// callOf is the verb with the words that it takes.
func callOf(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return cmd.CommandPath()
}

// words puts what stands for the words of a verb into the person's language.
func (t *tui) words(usage string) string {
	if t.English {
		return usage
	}
	return strings.NewReplacer(usageWords...).Replace(usage)
}

func usageOf(cmd *cobra.Command) say.Text {
	if cmd.HasAvailableSubCommands() {
		return usageVerb
	}
	if cmd.Name() == "accept" {
		return usageCode
	}
	return usageFlags
}
