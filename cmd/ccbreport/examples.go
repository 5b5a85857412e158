package main

import (
	"strings"

	"ccbreport/reports/ward/say"

	"github.com/spf13/cobra"
)

// examples are what an officer would type, as a Windows command window takes it: straight
// double quotes, folders with the letter of their drive.
var examples = map[string]say.Text{
	"run": say.T(`ccbreport run
ccbreport run --report nam --no-send
ccbreport run --report nam --from 1/1/2026 --to 31/12/2026`, ""),
	"check": say.T(`ccbreport check
ccbreport check --codes
ccbreport check --inbox "D:\So lieu nam 2026"`, ""),
	"forms": say.T(`ccbreport forms --out phieu
ccbreport forms --report nam --out "D:\Phieu nam 2026"`, ""),
	"answer": say.T(`ccbreport answer
ccbreport answer --file "D:\Zalo\cau-hoi.xlsx"
ccbreport answer 7f3a=nhan --why "Chi hội đã gọi điện xác nhận"
ccbreport answer --undo 7f3a`, `ccbreport answer
ccbreport answer --file "D:\Zalo\cau-hoi.xlsx"
ccbreport answer 7f3a=nhan --why "the branch confirmed it"
ccbreport answer --undo 7f3a`),
	"accept": say.T(`ccbreport accept branch.missing --branch tdp-02 --why "Chi hội mới thành lập"
ccbreport accept number.notread --branch tdp-05 --at C7 --why "Sổ đã mất"`,
		`ccbreport accept branch.missing --branch tdp-02 --why "a new branch"
ccbreport accept number.notread --branch tdp-05 --at C7 --why "the book is lost"`),
	"explain": say.T(`ccbreport explain 812
ccbreport explain "Tổng số hội viên"
ccbreport explain TC.HV.TONG --report nam`, `ccbreport explain 812
ccbreport explain TC.HV.TONG --report nam`),
	"editions": say.T(`ccbreport editions`, ""),
	"show": say.T(`ccbreport show
ccbreport show nam_2026-01-01_2026-12-31_v2`, ""),
	"diff": say.T(`ccbreport diff nam_2026-01-01_2026-12-31_v1 nam_2026-01-01_2026-12-31_v2`, ""),
	"verify": say.T(`ccbreport verify
ccbreport verify nam_2026-01-01_2026-12-31_v2`, ""),
	"approve": say.T(`ccbreport approve
ccbreport approve nam_2026-01-01_2026-12-31_v2 --number 05 --date 15/12/2026
ccbreport approve nam_2026-01-01_2026-12-31_v2 --number 05 --date 15/12/2026 --no-send`, ""),
	"release": say.T(`ccbreport release
ccbreport release nam_2026-01-01_2026-12-31_v2 --scan "D:\Quet\bao-cao-da-ky.pdf"
ccbreport release nam_2026-01-01_2026-12-31_v2 --signed "D:\bao-cao-ky-so.pdf"`, ""),
	"outbox": say.T(`ccbreport outbox
ccbreport outbox flush
ccbreport outbox retry 1a2b3c4d`, ""),
	"outbox list": say.T(`ccbreport outbox list
ccbreport outbox list --json`, ""),
	"outbox flush":   say.T(`ccbreport outbox flush`, ""),
	"outbox retry":   say.T(`ccbreport outbox retry 1a2b3c4d`, ""),
	"outbox confirm": say.T(`ccbreport outbox confirm 1a2b3c4d`, ""),
	"outbox cancel": say.T(`ccbreport outbox cancel 1a2b3c4d
ccbreport outbox cancel 1a2b3c4d 5e6f7a8b`, ""),
	"schedule": say.T(`ccbreport schedule --list
ccbreport schedule --once`, ""),
	"doctor": say.T(`ccbreport doctor
ccbreport doctor --send-test chutich@example.vn`, ""),
	"init": say.T(`ccbreport init
ccbreport init --name "xã Bình An" --parent "thành phố Huế" --branches "D:\Danh sach chi hoi.xlsx"
ccbreport init --branches danh-sach.csv --settle dong-4=co --folder "D:\Hoi CCB"`, ""),
	"config": say.T(`ccbreport config get report.nam.due
ccbreport config set sign.name "Nguyễn Văn A"
ccbreport config branch list`, ""),
	"config get": say.T(`ccbreport config get unit.place`, ""),
	"config set": say.T(`ccbreport config set sign.name "Nguyễn Văn A"
ccbreport config set mail.host=smtp.example.vn mail.port=587`, ""),
	"config unset":         say.T(`ccbreport config unset term.ordinal`, ""),
	"config branch":        say.T(`ccbreport config branch add "Thôn Mới"`, ""),
	"config branch list":   say.T(`ccbreport config branch list`, ""),
	"config branch add":    say.T(`ccbreport config branch add "Thôn Mới" "Xóm Mới"`, ""),
	"config branch remove": say.T(`ccbreport config branch remove thon-doai`, ""),
	"config branch rename": say.T(`ccbreport config branch rename thon-doai "Thôn Đoài Thượng"`, ""),
	"config branch merge":  say.T(`ccbreport config branch merge thon-dong thon-nam --name "Thôn Đông Nam"`, ""),
	"man":                  say.T(`ccbreport man`, ""),
	"completion":           say.T(`ccbreport completion bash`, ""),
	"version": say.T(`ccbreport version
ccbreport --version`, ""),
	"help": say.T(`ccbreport help approve
ccbreport help outbox retry`, ""),
}

// addExamples gives the verbs theirs, and what is below them.
func addExamples(parent *cobra.Command, t *tui) {
	for _, cmd := range parent.Commands() {
		if text, ok := examples[exampleKey(cmd)]; ok && cmd.Example == "" {
			cmd.Example = t.exampleOf(text)
		}
		addExamples(cmd, t)
	}
}

// exampleKey is the path of a command without the program's name.
func exampleKey(cmd *cobra.Command) string {
	_, key, _ := strings.Cut(cmd.CommandPath(), " ")
	return key
}

// exampleOf indents the lines; most commands are the same in both languages.
func (t *tui) exampleOf(text say.Text) string {
	if text.EN == "" {
		text.EN = text.VI
	}
	return "  " + strings.ReplaceAll(t.Say(text), "\n", "\n  ")
}
