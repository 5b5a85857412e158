package main

import (
	"slices"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/viet"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// meant are the words that an officer types for a verb whose English name he does not
// remember, without diacritics: many a keyboard writes none on the command line.
var meant = map[string][]string{
	"accept":   {"chap nhan", "de lai"},
	"answer":   {"tra loi", "dap"},
	"approve":  {"duyet", "phe duyet"},
	"check":    {"kiem tra", "kiem", "soat"},
	"config":   {"cau hinh", "cai dat"},
	"diff":     {"so sanh", "so"},
	"doctor":   {"kham", "bac si", "kham may"},
	"editions": {"cac ban", "ban", "danh sach"},
	"explain":  {"giai thich", "vi sao", "tai sao"},
	"forms":    {"phieu", "bieu mau", "mau"},
	"help":     {"tro giup", "giup", "huong dan"},
	"init":     {"bat dau", "khoi tao", "tao"},
	"outbox":   {"thu", "hop thu", "mail"},
	"release":  {"phat hanh", "gui", "send"},
	"run":      {"chay", "lap", "lap bao cao", "bao cao"},
	"schedule": {"lich", "hen gio"},
	"show":     {"xem", "cho xem"},
	"verify":   {"xac minh", "kiem chung", "con nguyen"},
	"version":  {"phien ban"},
}

// outboxMeant are such words for what is done with letters.
var outboxMeant = map[string][]string{
	"list":    {"danh sach", "xem", "liet ke"},
	"flush":   {"gui", "send"},
	"retry":   {"gui lai", "thu lai", "resend"},
	"confirm": {"xac nhan", "da den", "da nhan"},
	"cancel":  {"huy", "thoi", "bo", "delete"},
}

// guess returns the command below parent that the words were meant for, "" if none is
// near: a word that stands for one, else the least change of letters.
func guess(parent *cobra.Command, words []string, said map[string][]string) string {
	names := commandNames(parent)
	for n := min(3, len(words)); n > 0; n-- {
		typed := viet.Bare(viet.Key(strings.Join(words[:n], " ")))
		for _, name := range names {
			if slices.ContainsFunc(said[name], func(w string) bool { return viet.Key(w) == typed }) {
				return name
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	return author.Near(strings.ToLower(words[0]), names)
}

func commandNames(parent *cobra.Command) (names []string) {
	for _, cmd := range parent.Commands() {
		if !cmd.Hidden {
			names = append(names, cmd.Name())
		}
	}
	return names
}

// groupMeant are such words for what is done with settings and branches.
var groupMeant = map[string][]string{
	"get":    {"xem", "doc"},
	"set":    {"dat", "sua", "ghi", "doi"},
	"unset":  {"bo", "xoa"},
	"branch": {"chi hoi"},
	"list":   {"danh sach", "liet ke"},
	"add":    {"them", "lap"},
	"remove": {"xoa", "bot", "delete"},
	"rename": {"doi ten"},
	"merge":  {"nhap", "sap nhap", "gop"},
}

// noVerb is the error of words of which the first is no verb below parent; said are the
// words for those that are.
func noVerb(parent *cobra.Command, words []string, said map[string][]string) error {
	all := strings.Join(commandNames(parent), ", ")
	if near := guess(parent, words, said); near != "" {
		_, path, _ := strings.Cut(parent.CommandPath()+" "+near, " ")
		return nearVerb.With(words[0], path, all)
	}
	return unknownVerb.With(words[0], all)
}

// noAct is the error of a word behind outbox that is none of what it does.
func noAct(outbox *cobra.Command, words []string) error {
	if near := guess(outbox, words, outboxMeant); near != "" {
		return nearAct.With(words[0], near)
	}
	return outboxUnknown.With(words[0])
}

// wrongWord is the error of the words behind a command that has others below it, nil if
// there are none: a verb that is mistyped does not know the flags behind it.
func wrongWord(cmd *cobra.Command, words []string) error {
	switch {
	case len(words) == 0 || !cmd.HasSubCommands():
		return nil
	case !cmd.HasParent():
		return noVerb(cmd, words, meant)
	}
	if err := cmd.Args(cmd, words); err != nil {
		return err
	}
	return groupOnly(cmd, words)
}

// noFlag is the error of a flag that the command does not know.
func noFlag(cmd *cobra.Command, name string) error {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	if near := author.Near(name, names); near != "" && strings.HasPrefix(name, "--") {
		return nearFlag.With(name, cmd.CommandPath(), near)
	}
	return unknownFlag.With(name, cmd.CommandPath())
}
