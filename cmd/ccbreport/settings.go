package main

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"

	"github.com/spf13/cobra"
)

// settingsVerb is the verb config, with its own verbs.
func settingsVerb(t *tui, f *flags) *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: t.Say(aboutConfig), Args: cobra.ArbitraryArgs, RunE: groupOnly}
	cmd.AddCommand(
		verbOn(t, "get KEY", aboutConfigGet, many, func(keys []string) error {
			return t.answerSettings(ward.GetSettings(f.file(), keys))
		}),
		verbOn(t, "set KEY VALUE…", aboutConfigSet, many, func(words []string) error {
			list, err := pairs(words)
			if err != nil {
				return err
			}
			return t.answerSettings(ward.SetSettings(f.file(), list, false))
		}),
		verbOn(t, "unset KEY", aboutConfigUnset, many, func(keys []string) error {
			var list []ward.Setting
			for _, key := range keys {
				list = append(list, ward.Setting{Key: key})
			}
			return t.answerSettings(ward.SetSettings(f.file(), list, true))
		}),
		branchVerb(t, f),
	)
	return cmd
}

// groupOnly is a verb that only has others below it.
func groupOnly(cmd *cobra.Command, words []string) error {
	if len(words) > 0 {
		return noVerb(cmd, words, groupMeant)
	}
	return cmd.Help()
}

func branchVerb(t *tui, f *flags) *cobra.Command {
	cmd := &cobra.Command{Use: "branch", Short: t.Say(aboutBranch), Args: cobra.ArbitraryArgs, RunE: groupOnly}
	var name string
	var merge *cobra.Command
	merge = verbOn(t, "merge INTO OTHER…", aboutBranchMerge, many, func(words []string) error {
		if len(words) < 2 {
			return t.lacking(merge, "merge INTO OTHER…")
		}
		return t.answerBranch(branchMerged, f, func() (ward.Settings, error) { return ward.MergeBranches(f.file(), words[0], words[1:], name) })
	})
	merge.Flags().StringVar(&name, "name", "", t.Say(flagMergedName))
	cmd.AddCommand(
		verb(t, "list", aboutBranchList, func() error {
			return t.answerBranch(say.Text{}, f, func() (ward.Settings, error) { return ward.ListBranches(f.file()) })
		}),
		verbOn(t, "add NAME ALIAS…", aboutBranchAdd, many, func(words []string) error {
			return t.answerBranch(branchAdded, f, func() (ward.Settings, error) { return ward.AddBranch(f.file(), words[0], words[1:]) })
		}),
		verbOn(t, "remove BRANCH", aboutBranchRemove, 1, func(words []string) error {
			return t.answerBranch(branchRemoved, f, func() (ward.Settings, error) { return ward.RemoveBranch(f.file(), words[0]) })
		}),
		verbOn(t, "rename BRANCH NAME", aboutBranchRename, 2, func(words []string) error {
			return t.answerBranch(branchRenamed, f, func() (ward.Settings, error) { return ward.RenameBranch(f.file(), words[0], words[1]) })
		}),
		merge,
	)
	return cmd
}

// pairForm is KEY=VALUE.
var pairForm = regexp.MustCompile(`^([A-Za-z0-9_.\-]+)=`)

// pairs reads KEY VALUE…, or KEY=VALUE several times; of one key several times the values
// are the items of a list.
func pairs(words []string) ([]ward.Setting, error) {
	if !pairForm.MatchString(words[0]) {
		return []ward.Setting{{Key: words[0], Value: words[1:]}}, nil
	}
	var list []ward.Setting
	for _, w := range words {
		if !pairForm.MatchString(w) {
			return nil, settingForm.With(w)
		}
		key, value, _ := strings.Cut(w, "=")
		i := slices.IndexFunc(list, func(s ward.Setting) bool { return s.Key == key })
		if i < 0 {
			i, list = len(list), append(list, ward.Setting{Key: key})
		}
		list[i].Value = append(list[i].Value, value)
	}
	return list, nil
}

func (t *tui) answerSettings(done ward.Settings, err error) error {
	if err != nil {
		return err
	}
	for _, s := range done.Settings {
		words := strings.Join(s.Value, "; ")
		switch {
		case t.json:
		case !s.Said:
			t.tell(settingUnsaid, s.Key)
		case slices.Equal(s.Value, s.Was):
			t.line(settingIs, s.Key, words)
		default:
			t.tell(settingWas, s.Key, strings.Join(s.Was, "; "), words)
		}
	}
	if t.json {
		t.print(done)
	}
	return nil
}

// answerBranch tells what became of a branch; without a text it lists all.
func (t *tui) answerBranch(what say.Text, f *flags, do func() (ward.Settings, error)) error {
	done, err := do()
	if err != nil {
		return err
	}
	if t.json {
		t.print(done)
		return nil
	}
	if done.Branch == nil {
		for _, b := range done.Branches {
			t.line(branchIs, b.ID, strings.Join(append([]string{b.Name}, b.Aliases...), " = "))
		}
		return nil
	}
	b := done.Branch
	t.tell(what, b.Name, b.ID, f.file())
	if len(b.Aliases) > 0 {
		t.tell(branchAliases, strings.Join(b.Aliases, "; "))
	}
	t.tell(branchForms)
	return nil
}
