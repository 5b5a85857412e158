package main

import (
	"ccbreport/reports/archive"
	"ccbreport/reports/ward"

	"github.com/spf13/cobra"
)

// Names that no keyboard likes are offered when a person presses Tab: of editions,
// reports and branches. Where the ward cannot be opened there is nothing to offer, and
// nothing is said: the verb itself says it.

// offered are the names of a ward that may be meant.
type offered func(*ward.Ward) []string

// addOffers gives the verbs below parent the names that may stand behind them.
func addOffers(parent *cobra.Command, t *tui, f *flags) {
	for _, cmd := range parent.Commands() {
		switch exampleKey(cmd) {
		case "show", "verify", "diff":
			cmd.ValidArgsFunction = offer(t, f, editionIDs)
		case "approve", "release":
			cmd.ValidArgsFunction = offer(t, f, draftIDs)
		case "config branch remove", "config branch rename", "config branch merge":
			cmd.ValidArgsFunction = offer(t, f, branchIDs)
		}
		for flag, names := range map[string]offered{"report": reportNames, "edition": editionIDs} {
			if cmd.Flags().Lookup(flag) != nil && cmd.Name() != "init" {
				_ = cmd.RegisterFlagCompletionFunc(flag, offer(t, f, names)) // only a flag that is not there is refused
			}
		}
		if cmd.Name() == "accept" {
			_ = cmd.RegisterFlagCompletionFunc("branch", offer(t, f, branchIDs)) // as above
		}
		addOffers(cmd, t, f)
	}
}

func offer(t *tui, f *flags, names offered) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		w, err := f.open(t)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return names(w), cobra.ShellCompDirectiveNoFileComp
	}
}

func editionIDs(w *ward.Ward) (ids []string) {
	list, err := w.Editions()
	if err != nil {
		return nil
	}
	for _, e := range list.Editions {
		ids = append(ids, e.Edition)
	}
	return ids
}

func draftIDs(w *ward.Ward) (ids []string) {
	for _, id := range editionIDs(w) {
		if archive.DraftID(id) == id {
			ids = append(ids, id)
		}
	}
	return ids
}

func reportNames(w *ward.Ward) (names []string) {
	for _, r := range w.Config.Reports {
		names = append(names, r.Name)
	}
	return names
}

func branchIDs(w *ward.Ward) (ids []string) {
	for _, b := range w.Config.Branches {
		ids = append(ids, b.ID+"\t"+b.Name)
	}
	return ids
}
