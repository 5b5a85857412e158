package main

import (
	"context"
	"errors"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/ward/say"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flags are the flags of all verbs.
type flags struct {
	config, lang   string
	report         string
	inbox, out     string
	forms          string // --out of forms
	from, to       string
	noSend, dryRun bool
	branch, why    string // of accept, as is name
	name, at       string
	all            bool
	edition        string
	number, date   string // of approve
	early          bool   // of approve
	code           string // of approve
	signed, scan   string // of release
	sendTest       string // of doctor
	once, list     bool   // of schedule
	answers        string // --file of answer, as are undo, by, row and new
	undo, by, row  string
	new            reports.NewIndicator
}

// execute runs the verb that args name.
func execute(ctx context.Context, t *tui, args []string) error {
	args, mended, err := straighten(args)
	t.listen(args)
	if err != nil {
		return err
	}
	if lang := t.lang(args); lang != "" && lang != "vi" && lang != "en" {
		return badLanguage.With(lang)
	}
	if mended {
		t.tell(straightLine)
	}
	root := newRoot(ctx, t)
	root.SetArgs(args)
	return root.Execute()
}

// listen looks for --json and --lang before anything is parsed, so that a wrong
// flag is told in the right way and language.
func (t *tui) listen(args []string) {
	for _, arg := range args {
		switch arg {
		case "--":
			return
		case "--json", "--json=true":
			t.json = true
		}
	}
	t.English = t.lang(args) == "en"
}

// lang returns the value of --lang in args, "" if there is none.
func (t *tui) lang(args []string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

func newRoot(ctx context.Context, t *tui) *cobra.Command {
	cobra.MousetrapHelpText = t.Say(mousetrap)
	f, version := &flags{}, false
	root := &cobra.Command{
		Use:           "ccbreport",
		Short:         t.Say(aboutProgram),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          func(cmd *cobra.Command, args []string) error { return withoutVerb(cmd, t, args, version) },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.SetFlagErrorFunc(flagFailure)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { t.help(cmd) })
	common(root.PersistentFlags(), t, f)
	root.Flags().BoolVarP(&version, "version", "v", false, t.Say(flagVersion))
	root.AddCommand(
		beginVerb(ctx, t, f), settingsVerb(t, f),
		verb(t, "run", aboutRun, func() error { return runReport(ctx, t, f) }),
		verb(t, "check", aboutCheck, func() error { return checkInbox(ctx, t, f) }),
		verb(t, "forms", aboutForms, func() error { return makeForms(ctx, t, f) }),
		answerVerb(ctx, t, f),
		acceptVerb(ctx, t, f),
		verb(t, "schedule", aboutSchedule, func() error { return runSchedule(ctx, t, f) }),
		verb(t, "version", aboutVersion, func() error { return printVersion(t) }),
	)
	root.AddCommand(historyVerbs(t, f)...)
	root.AddCommand(sendingVerbs(ctx, t, f)...)
	root.AddCommand(packingVerbs(t)...)
	root.SetHelpCommand(helpVerb(t))
	addFlags(root, t, f)
	addExamples(root, t)
	addOffers(root, t, f)
	return root
}

// withoutVerb is what the program does if no verb of its own is named.
func withoutVerb(root *cobra.Command, t *tui, args []string, version bool) error {
	switch {
	case len(args) > 0:
		return noVerb(root, args, meant)
	case version:
		return printVersion(t)
	}
	return root.Help()
}

// addFlags gives each verb the flags that are its own.
func addFlags(root *cobra.Command, t *tui, f *flags) {
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "run", "check":
			ofReports(cmd.Flags(), t, f)
			ofResults(cmd.Flags(), t, f)
		case "accept":
			ofAccept(cmd.Flags(), t, f)
			ofReports(cmd.Flags(), t, f)
		case "forms":
			ofForms(cmd.Flags(), t, f)
		case "schedule":
			ofSchedule(cmd.Flags(), t, f)
		}
	}
}

func acceptVerb(ctx context.Context, t *tui, f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "accept",
		Short: t.Say(aboutAccept),
		RunE: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return acceptNoCode.With()
			case 1:
				return acceptFinding(ctx, t, f, args[0])
			}
			return extraWords.With("accept", args[1])
		},
	}
}

// historyVerbs are the verbs that look at editions and change nothing.
func historyVerbs(t *tui, f *flags) []*cobra.Command {
	explain := verbOn(t, "explain CODE|NUMBER|NAME", aboutExplain, many, func(words []string) error { return explainFigures(t, f, words) })
	explain.Flags().StringVar(&f.edition, "edition", "", t.Say(flagEdition))
	show := verbOn(t, "show [ID]", aboutShow, atMostOne, func(words []string) error { return showEdition(t, f, words) })
	for _, cmd := range []*cobra.Command{explain, show} {
		cmd.Flags().StringVar(&f.report, "report", "", t.Say(flagNewest))
	}
	verbs := []*cobra.Command{
		explain, show,
		verb(t, "editions", aboutEditions, func() error { return listEditions(t, f) }),
		verbOn(t, "diff ID ID", aboutDiff, 2, func(words []string) error { return compareEditions(t, f, words[0], words[1]) }),
		verbOn(t, "verify [ID]", aboutVerify, many, func(words []string) error { return verifyEditions(t, f, words) }),
	}
	for _, cmd := range verbs {
		cmd.Flags().SortFlags = false
		cmd.Flags().StringVar(&f.out, "out", "", t.Say(flagOut))
	}
	return verbs
}

// sendingVerbs are the verbs that make something final, or send it.
func sendingVerbs(ctx context.Context, t *tui, f *flags) []*cobra.Command {
	approve := verbOn(t, "approve [ID]", aboutApprove, atMostOne, func(words []string) error { return approveEdition(ctx, t, f, words) })
	approve.Flags().StringVar(&f.number, "number", "", t.Say(flagNumber))
	approve.Flags().StringVar(&f.date, "date", "", t.Say(flagDate))
	approve.Flags().StringVar(&f.code, "code", "", t.Say(flagCode))
	approve.Flags().BoolVar(&f.early, "early", false, t.Say(flagEarly))
	approve.Flags().StringVar(&f.why, "why", "", t.Say(flagEarlyWhy))
	approve.Flags().BoolVar(&f.noSend, "no-send", false, t.Say(flagNoSend))
	release := verbOn(t, "release [ID]", aboutRelease, atMostOne, func(words []string) error { return releaseEdition(ctx, t, f, words) })
	release.Flags().StringVar(&f.signed, "signed", "", t.Say(flagSigned))
	release.Flags().StringVar(&f.scan, "scan", "", t.Say(flagScan))
	doctor := verb(t, "doctor", aboutDoctor, func() error { return examineMachine(ctx, t, f) })
	doctor.Flags().StringVar(&f.sendTest, "send-test", "", t.Say(flagTest))
	for _, cmd := range []*cobra.Command{approve, release} {
		cmd.Flags().StringVar(&f.report, "report", "", t.Say(flagNewest))
	}
	verbs := []*cobra.Command{approve, release, doctor}
	for _, cmd := range verbs {
		cmd.Flags().SortFlags = false
		cmd.Flags().StringVar(&f.out, "out", "", t.Say(flagOut))
	}
	return append(verbs, outboxVerb(ctx, t, f))
}

func verb(t *tui, name string, about say.Text, do func() error) *cobra.Command {
	return &cobra.Command{
		Use:   name,
		Short: t.Say(about),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return extraWords.With(name, args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return do() },
	}
}

// many stands for any number of words behind a verb, atMostOne for one that may be left out.
const (
	many      = -1
	atMostOne = 1
)

// verbOn is a verb that takes words; usage names it and them, in brackets if they may be
// left out.
func verbOn(t *tui, usage string, about say.Text, count int, do func(words []string) error) *cobra.Command {
	return &cobra.Command{
		Use:   usage,
		Short: t.Say(about),
		Args: func(cmd *cobra.Command, words []string) error {
			switch {
			case len(words) < max(count, 1) && !strings.Contains(usage, "["):
				return t.lacking(cmd, usage)
			case count != many && len(words) > count:
				return extraWords.With(cmd.Name(), words[count])
			}
			return nil
		},
		RunE: func(_ *cobra.Command, words []string) error { return do(words) },
	}
}

// lacking is the error of a verb without the words that it takes: where to find them.
func (t *tui) lacking(cmd *cobra.Command, usage string) error {
	_, path, _ := strings.Cut(cmd.CommandPath(), " ")
	usage = t.words(strings.TrimSuffix(path, cmd.Name()) + usage)
	switch cmd.Name() {
	case "explain":
		return missingFigure.With(usage)
	case "retry", "confirm", "cancel":
		return missingLetter.With(usage)
	case "diff":
		return missingEdition.With(usage)
	}
	return missingWords.With(usage, path)
}

func helpVerb(t *tui) *cobra.Command {
	return &cobra.Command{
		Use:   "help",
		Short: t.Say(aboutHelp),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 && !about.HasSubCommands() {
				return noVerb(cmd.Root(), args, meant)
			}
			if err := wrongWord(about, rest); err != nil {
				return err
			}
			return about.Help()
		},
	}
}

func common(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.StringVar(&f.config, "config", "", t.Say(flagConfig))
	set.StringVar(&f.lang, "lang", "", t.Say(flagLang))
	set.BoolVar(&t.quiet, "quiet", false, t.Say(flagQuiet))
	set.BoolVar(&t.json, "json", t.json, t.Say(flagJSON))
	set.Lookup("json").DefValue = "false"
	set.BoolP("help", "h", false, t.Say(flagHelp))
}

func ofReports(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.StringVar(&f.report, "report", "", t.Say(flagReport))
	set.StringVar(&f.inbox, "inbox", "", t.Say(flagInbox))
	set.StringVar(&f.out, "out", "", t.Say(flagOut))
	set.StringVar(&f.from, "from", "", t.Say(flagFrom))
	set.StringVar(&f.to, "to", "", t.Say(flagTo))
}

func ofForms(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.StringVar(&f.forms, "out", "", t.Say(flagForms))
	set.StringVar(&f.report, "report", "", t.Say(flagReport))
	set.StringVar(&f.from, "from", "", t.Say(flagFrom))
	set.StringVar(&f.to, "to", "", t.Say(flagTo))
}

func ofSchedule(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.BoolVar(&f.once, "once", false, t.Say(flagOnce))
	set.BoolVar(&f.list, "list", false, t.Say(flagList))
}

func ofAccept(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.StringVar(&f.why, "why", "", t.Say(flagWhy))
	set.StringVar(&f.branch, "branch", "", t.Say(flagBranch))
	set.StringVar(&f.at, "at", "", t.Say(flagAt))
	set.BoolVar(&f.all, "all", false, t.Say(flagAll))
	set.StringVar(&f.name, "name", "", t.Say(flagName))
}

func ofResults(set *pflag.FlagSet, t *tui, f *flags) {
	set.BoolVar(&f.noSend, "no-send", false, t.Say(flagNoSend))
	set.BoolVar(&f.dryRun, "dry-run", false, t.Say(flagDryRun))
	set.BoolVar(&t.codes, "codes", false, t.Say(flagCodes))
}

// flagFailure says what the flag library says in English only.
func flagFailure(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	if err := wrongWord(cmd, cmd.Flags().Args()); err != nil {
		return err
	}
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		return noFlag(cmd, name)
	case errors.As(err, &valueless):
		return flagWantsValue.With("--"+valueless.GetSpecifiedName(), cmd.CommandPath())
	case errors.As(err, &invalid):
		return badFlagValue.With("--"+invalid.GetFlag().Name+" "+invalid.GetValue(), cmd.CommandPath())
	}
	return badFlagValue.Because(err, "--", cmd.CommandPath())
}

func printVersion(t *tui) error {
	if t.json {
		t.print(map[string]string{"program": archive.Program})
		return nil
	}
	_, err := t.out.Write([]byte(archive.Program + "\n"))
	return err
}
