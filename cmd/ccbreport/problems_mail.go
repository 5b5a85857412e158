package main

import "ccbreport/reports/ward/say"

// What approve, release and outbox were told wrongly, or cannot do.
var (
	outboxUnknown = say.P("outbox.act", say.Usage,
		say.T("outbox không có việc “{1}”", "outbox knows no “{1}”"),
		say.T("Dùng: list, flush, retry ID, confirm ID, cancel ID.", "Use: list, flush, retry ID, confirm ID, cancel ID."))
)
