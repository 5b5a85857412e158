package ward

import (
	"slices"
	"strings"

	"ccbreport/reports/association"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/roll"
	"ccbreport/templates"
)

// A Setting is a key of the configuration with the words of its value: the items of a
// list, the lines above a signature.
type Setting struct {
	Key   string   `json:"key"`
	Value []string `json:"value"` // none where the file does not say it
	Was   []string `json:"was"`   // before it was changed
	Said  bool     `json:"said"`  // the file says it
}

// Settings is what config answers, and prints with --json.
type Settings struct {
	File     string        `json:"file"`
	Settings []Setting     `json:"settings,omitempty"`
	Branch   *BegunBranch  `json:"branch,omitempty"` // that was added, changed or taken out
	Branches []BegunBranch `json:"branches,omitempty"`
}

// GetSettings reads settings of a configuration, which need not be right.
func GetSettings(file string, keys []string) (Settings, error) {
	out := Settings{File: file}
	for _, key := range keys {
		words, ok, err := config.Look(file, key)
		if err != nil {
			return out, err
		}
		out.Settings = append(out.Settings, Setting{key, append([]string{}, words...), append([]string{}, words...), ok})
	}
	return out, nil
}

// SetSettings changes settings, all or none: some only make sense together. Unset takes
// them out instead.
func SetSettings(file string, list []Setting, unset bool) (Settings, error) {
	out := Settings{File: file}
	err := config.Change(file, func(src string) (string, error) {
		for _, s := range list {
			was, _, err := config.Get(src, s.Key)
			if err != nil {
				return "", err
			}
			if unset {
				src, err = config.Unset(src, s.Key)
			} else {
				src, err = config.Set(src, s.Key, s.Value...)
			}
			if err != nil {
				return "", err
			}
			now, said, err := config.Get(src, renamed(s, unset))
			if err != nil {
				return "", err
			}
			out.Settings = append(out.Settings, Setting{s.Key, append([]string{}, now...), append([]string{}, was...), said})
		}
		return src, nil
	})
	return out, err
}

// renamed is how a setting is called after it was set: that of a name of a report, say,
// has another path then.
func renamed(s Setting, unset bool) string {
	parts := strings.Split(s.Key, ".")
	last := len(parts) - 1
	if unset || last < 2 || len(s.Value) == 0 || !slices.Contains([]string{"report.name", "schedule.name", "branch.id"}, parts[0]+"."+parts[last]) || slices.Contains(parts[1:last], "sign") {
		return s.Key
	}
	return parts[0] + "." + strings.Join(s.Value, " ") + "." + parts[last]
}

// ListBranches lists the branches of a configuration.
func ListBranches(file string) (Settings, error) {
	conf, err := config.Load(file)
	if err != nil {
		return Settings{File: file}, err
	}
	var done Begun
	done.of(conf)
	return Settings{File: file, Branches: done.Branches}, nil
}

// AddBranch adds a branch, with an id made of its name.
func AddBranch(file, name string, aliases []string) (Settings, error) {
	return changeBranch(file, func(src string, own viet.Words) (string, config.Branch, error) {
		taken, err := config.BranchIDs(src)
		if err != nil {
			return "", config.Branch{}, err
		}
		if err := called(append([]string{name}, aliases...), own); err != nil {
			return "", config.Branch{}, err
		}
		b := config.Branch{ID: roll.ID(name, own, taken), Name: roll.Name(name, own), Aliases: aliases}
		src, err = config.AddBranch(src, b)
		return src, b, err
	})
}

// RemoveBranch takes a branch out, told by its id or name.
func RemoveBranch(file, which string) (Settings, error) {
	return changeBranch(file, func(src string, _ viet.Words) (string, config.Branch, error) { return config.RemoveBranch(src, which) })
}

// RenameBranch gives a branch another name; its old one stays as an alias, and its id.
func RenameBranch(file, which, name string) (Settings, error) {
	return changeBranch(file, func(src string, own viet.Words) (string, config.Branch, error) {
		if err := called([]string{name}, own); err != nil {
			return "", config.Branch{}, err
		}
		return config.RenameBranch(src, which, roll.Name(name, own))
	})
}

// MergeBranches makes one branch stand for others too, under a new name, "" for its own.
func MergeBranches(file, into string, others []string, name string) (Settings, error) {
	return changeBranch(file, func(src string, own viet.Words) (string, config.Branch, error) {
		if name != "" {
			if err := called([]string{name}, own); err != nil {
				return "", config.Branch{}, err
			}
			name = roll.Name(name, own)
		}
		return config.MergeBranches(src, into, others, name)
	})
}

// called refuses what names no branch, or says how somebody is reached.
func called(names []string, own viet.Words) error {
	for _, name := range names {
		if !roll.Names(name, own) {
			return badBranchName.With(name)
		}
	}
	return nil
}

func changeBranch(file string, edit func(src string, own viet.Words) (string, config.Branch, error)) (Settings, error) {
	out := Settings{File: file}
	own, err := association.Load(templates.FS)
	if err != nil {
		return out, err
	}
	err = config.Change(file, func(src string) (string, error) {
		next, b, err := edit(src, own.Words)
		out.Branch = &BegunBranch{b.ID, b.Name, append([]string{}, b.Aliases...)}
		return next, err
	})
	if err != nil {
		return out, err
	}
	all, err := ListBranches(file)
	out.Branches = all.Branches
	return out, err
}
