package main

import "ccbreport/reports/ward/say"

var unknownShell = say.P("usage.shell", say.Usage,
	say.T("không có phần tự điền lệnh cho “{1}”", "there is no completion for “{1}”"),
	say.T("Dùng: bash, zsh, fish, powershell. Ví dụ: source <(ccbreport completion bash)", "Use: bash, zsh, fish, powershell, such as: source <(ccbreport completion bash)"))
