package main

import (
	"fmt"
	"io"
	"strings"

	"ccbreport/reports/archive"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// packingVerbs print what a package holds beside the program. They are made from
// the tree of verbs, so they say what help says.
func packingVerbs(t *tui) []*cobra.Command {
	man := verb(t, "man", aboutManual, nil)
	man.RunE = func(cmd *cobra.Command, _ []string) error {
		_, err := io.WriteString(t.out, t.manual(cmd.Root()))
		return err
	}
	completion := verbOn(t, "completion SHELL", aboutCompletion, 1, nil)
	completion.RunE = func(cmd *cobra.Command, words []string) error { return complete(cmd.Root(), t.out, words[0]) }
	man.Hidden, completion.Hidden = true, true
	return []*cobra.Command{man, completion}
}

// complete writes what makes a shell complete verbs and flags.
func complete(root *cobra.Command, out io.Writer, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(out, true)
	case "zsh":
		return root.GenZshCompletion(out)
	case "fish":
		return root.GenFishCompletion(out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(out)
	}
	return unknownShell.With(shell)
}

// manual is the manual page, ccbreport(1). It is one page for all verbs, which
// are small; what cobra makes is a page for each, in English and with the day on
// which it was made.
func (t *tui) manual(root *cobra.Command) string {
	p := &manualPage{tui: t}
	fmt.Fprintf(p, ".TH CCBREPORT 1 \"\" \"%s\" \"%s\"\n", roff(archive.Program), roff(t.Say(manualTitle)))
	p.section(t.Say(manualName))
	fmt.Fprintf(p, "%s \\- %s\n", root.Name(), roff(strings.TrimSuffix(root.Short, ".")))
	p.section(t.Say(usageHead))
	fmt.Fprintf(p, ".B %s\n%s\n", root.Name(), roff(t.Say(usageVerb)))
	p.section(t.Say(verbsHead))
	for _, cmd := range root.Commands() {
		p.verb(cmd)
	}
	p.section(t.Say(flagsHead))
	p.flags(root.PersistentFlags())
	head, codes, _ := strings.Cut(t.Say(exitTable), ": ")
	p.section(head)
	for _, code := range strings.Split(strings.TrimSuffix(codes, "."), "; ") {
		number, meaning, _ := strings.Cut(code, " ")
		p.item(number, "", meaning)
	}
	return p.String()
}

// A manualPage is a manual page as it is written, in the language of man(7).
type manualPage struct {
	strings.Builder
	*tui
}

func (p *manualPage) section(head string) {
	fmt.Fprintf(p, ".SH %s\n", roff(strings.ToUpper(strings.TrimSuffix(head, ":"))))
}

// verb writes one verb and those below it.
func (p *manualPage) verb(cmd *cobra.Command) {
	if cmd.Hidden {
		return
	}
	fmt.Fprintf(p, ".SS %s\n%s\n", roff(p.words(callOf(cmd))+" "+p.Say(usageOf(cmd))), roff(cmd.Short))
	p.flags(cmd.LocalNonPersistentFlags())
	if cmd.HasExample() {
		fmt.Fprintf(p, ".PP\n.nf\n%s\n.fi\n", roff(cmd.Example))
	}
	for _, sub := range cmd.Commands() {
		p.verb(sub)
	}
}

func (p *manualPage) flags(set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		p.item("--"+f.Name, value, usage)
	})
}

// item writes a flag with its value, or an exit code, above what it means.
func (p *manualPage) item(name, value, about string) {
	fmt.Fprintf(p, ".TP\n\\fB%s\\fR", roff(name))
	if value != "" {
		fmt.Fprintf(p, " \\fI%s\\fR", roff(value))
	}
	fmt.Fprintf(p, "\n%s\n", roff(about))
}

// roff writes text so that it means itself: no line is a request, and a hyphen
// can be copied into a command.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
