package config

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/viet"

	"github.com/BurntSushi/toml"
)

// BranchText is a branch as the file has it.
func BranchText(b Branch, br string) string {
	lines := []string{"[[branch]]", "id      = " + quoted(b.ID), "name    = " + quoted(b.Name)}
	if len(b.Aliases) > 0 {
		lines = append(lines, "aliases = "+list(b.Aliases, quoted))
	}
	return strings.Join(lines, br)
}

// AddBranch returns the text of a configuration with one more branch, behind the others.
func AddBranch(src string, b Branch) (string, error) {
	list, err := branchesOf(src)
	if err != nil {
		return "", err
	}
	all := entries(src)
	end := len(src)
	if len(list) > 0 {
		end = blockEnd(all, all[lastHeader(all, "branch[")].path)
	}
	next := insert(src, end, "", BranchText(b, lineBreak(src)))
	return next, onlyBranches(src, next, append(slices.Clone(list), b))
}

func lastHeader(all []entry, prefix string) int {
	last := 0
	for i, e := range all {
		if e.header && strings.HasPrefix(e.path, prefix) {
			last = i
		}
	}
	return last
}

// RemoveBranch returns the text without a branch, which is told by its id or name, and
// the branch.
func RemoveBranch(src, which string) (string, Branch, error) {
	list, err := branchesOf(src)
	if err != nil {
		return "", Branch{}, err
	}
	n, err := indexOf(list, which)
	if err != nil {
		return "", Branch{}, err
	}
	next := cutBranch(src, n)
	return next, list[n], onlyBranches(src, next, slices.Delete(slices.Clone(list), n, n+1))
}

// cutBranch takes the lines of a branch out, and the empty ones behind them.
func cutBranch(src string, n int) string {
	all := entries(src)
	at := -1
	for _, e := range all {
		if e.header && strings.HasPrefix(e.path, "branch[") {
			if n--; n < 0 && at < 0 {
				at = e.start
			}
		}
	}
	if at < 0 {
		return src // the branches stand in another form; the caller sees that nothing is gone
	}
	i := slices.IndexFunc(all, func(e entry) bool { return e.start == at })
	end := blockEnd(all, all[i].path)
	above := strings.TrimRight(src[:at], " \t\r")
	if above != "" && !strings.HasSuffix(strings.TrimRight(above[:len(above)-1], " \t\r"), "\n") {
		return src[:at] + src[end:] // a remark stands right above: the empty line behind parts it from what follows
	}
	for end < len(src) && strings.TrimSpace(src[end:lineEnd(src, end)]) == "" {
		end = lineEnd(src, end)
	}
	return src[:at] + src[end:]
}

// RenameBranch returns the text in which a branch has another name. Its id stays, so that
// earlier reports can be compared, and so does its old name, as an alias: workbooks go
// on to say it.
func RenameBranch(src, which, name string) (string, Branch, error) {
	return MergeBranches(src, which, nil, name)
}

// MergeBranches returns the text in which a branch stands for others too, under a new
// name, "" for its own. What the others were called are names of it from then on.
func MergeBranches(src, into string, others []string, name string) (string, Branch, error) {
	list, err := branchesOf(src)
	if err != nil {
		return "", Branch{}, err
	}
	n, err := indexOf(list, into)
	if err != nil {
		return "", Branch{}, err
	}
	merged := list[n]
	merged.Aliases = slices.Clone(merged.Aliases)
	if merged.Name = cmp.Or(name, merged.Name); merged.Name != list[n].Name {
		merged.learn(list[n].Name)
	}
	next := src
	for _, other := range others {
		var gone Branch
		if i, err := indexOf(list, other); err != nil || list[i].ID == merged.ID {
			return "", merged, cmp.Or(err, error(sameBranch.With(other)))
		}
		if next, gone, err = RemoveBranch(next, other); err != nil {
			return "", merged, err
		}
		for _, s := range append([]string{gone.Name}, gone.Aliases...) {
			merged.learn(s)
		}
	}
	return rewriteBranch(next, merged)
}

// rewriteBranch gives the branch of that id another name and other aliases.
func rewriteBranch(src string, b Branch) (string, Branch, error) {
	next, err := Set(src, "branch."+b.ID+".name", b.Name)
	if err == nil && len(b.Aliases) > 0 {
		next, err = Set(next, "branch."+b.ID+".aliases", b.Aliases...)
	}
	return next, b, err
}

// learn takes up one more name, unless it is known; its own name is no alias.
func (b *Branch) learn(name string) {
	key := viet.Words{}.UnitKey(name)
	same := func(s string) bool { return viet.Words{}.UnitKey(s) == key }
	b.Aliases = slices.DeleteFunc(b.Aliases, func(s string) bool { return viet.Words{}.UnitKey(s) == viet.Words{}.UnitKey(b.Name) })
	if !same(b.Name) && !slices.ContainsFunc(b.Aliases, same) {
		b.Aliases = append(b.Aliases, name)
	}
}

// indexOf finds a branch by its id, else by a name that only one has.
func indexOf(list []Branch, which string) (int, error) {
	if n := slices.IndexFunc(list, func(b Branch) bool { return b.ID == which }); n >= 0 {
		return n, nil
	}
	key := viet.Words{}.UnitKey(which)
	var found []int
	for n, b := range list {
		for _, name := range append([]string{b.Name}, b.Aliases...) {
			if k := (viet.Words{}).UnitKey(name); k == key || k == "chi hội "+key {
				found = append(found, n)
				break
			}
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return 0, noSuchBranch(list, which)
}

// noSuchBranch is the error of words that name no branch, with the one that they were
// perhaps meant for: the only one in whose name they stand, else the one of the nearest id.
func noSuchBranch(list []Branch, which string) error {
	bare := func(s string) string { return viet.Bare(viet.Key(s)) }
	ids := idsOf(list)
	var within, keys []string
	for _, b := range list {
		if keys = append(keys, bare(b.ID)); viet.Holds(bare(b.Name), bare(which)) {
			within = append(within, bare(b.ID))
		}
	}
	near := author.Near(bare(which), keys)
	if len(within) == 1 {
		near = within[0]
	}
	if near == "" {
		return noBranch.With(which, strings.Join(ids, ", "))
	}
	b := list[slices.Index(keys, near)]
	return nearBranch.With(which, strings.Join(ids, ", "), b.ID, b.Name)
}

// branchesOf are the branches of a text that need not be right.
func branchesOf(src string) ([]Branch, error) {
	var c struct {
		Branches []Branch `toml:"branch"`
	}
	if _, err := toml.Decode(src, &c); err != nil {
		return nil, syntaxFailure(src, "config.toml", err)
	}
	return c.Branches, nil
}

// BranchIDs are the ids that are taken.
func BranchIDs(src string) ([]string, error) {
	list, err := branchesOf(src)
	return idsOf(list), err
}

func idsOf(list []Branch) []string {
	var ids []string
	for _, b := range list {
		ids = append(ids, b.ID)
	}
	return ids
}

// onlyBranches makes sure that a text says what it said before, but for the branches, and
// that these are the ones that are wanted.
func onlyBranches(src, next string, want []Branch) error {
	var before, now map[string]any
	_, err := toml.Decode(src, &before)
	if err == nil {
		_, err = toml.Decode(next, &now)
	}
	if err != nil {
		return notByLines.Because(err, "branch")
	}
	got, err := branchesOf(next)
	same := func(a, b Branch) bool { return a.ID == b.ID && a.Name == b.Name && slices.Equal(a.Aliases, b.Aliases) }
	way := []any{"branch"}
	if err != nil || !slices.EqualFunc(got, want, same) || !reflect.DeepEqual(without(before, way), without(now, way)) {
		return notByLines.Because(errEdit, "branch")
	}
	return nil
}
