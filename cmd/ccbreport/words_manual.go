package main

import "ccbreport/reports/ward/say"

// What the manual page says beside help, and the two verbs for whoever packs the
// program. Help does not list them: no officer needs them.
var (
	aboutManual = say.T(
		"In trang hướng dẫn (man) của chương trình.",
		"Print the manual page.")
	aboutCompletion = say.T(
		"In phần tự điền lệnh cho bash, zsh, fish hoặc powershell.",
		"Print the completion for bash, zsh, fish or powershell.")

	manualName  = say.T("TÊN", "NAME")
	manualTitle = say.T("Lệnh của ccbreport", "Commands of ccbreport")
)
