package main

import "ccbreport/reports/ward/say"

// What approve, release and outbox were told wrongly, or cannot do.
var (
	outboxUnknown = say.P("outbox.act", say.Usage,
		say.T("outbox không có việc “{1}”", "outbox knows no “{1}”"),
		say.T("Dùng: list, flush, retry ID, confirm ID, cancel ID.", "Use: list, flush, retry ID, confirm ID, cancel ID."))
	nearAct = say.P("outbox.act", say.Usage,
		say.T("outbox không có việc “{1}”", "outbox knows no “{1}”"),
		say.T("Có lẽ là: ccbreport outbox {2}. Dùng: list, flush, retry ID, confirm ID, cancel ID.", "Perhaps: ccbreport outbox {2}. Use: list, flush, retry ID, confirm ID, cancel ID."))
	approvedNewest = say.P("approve.already", say.Usage,
		say.T("bản dự thảo mới nhất, {1}, đã được duyệt rồi", "the newest draft, {1}, was approved already"),
		say.T("Muốn duyệt bản khác thì ghi tên bản đó; xem: ccbreport editions", "For another one name it; see: ccbreport editions"))
	nothingNamed = say.P("usage.words", say.Usage,
		say.T("chưa ghi bản báo cáo nào cho lệnh {1}", "no edition is named for {1}"),
		say.T("Bản dự thảo mới nhất là {2}. Đúng bản đó thì gõ: ccbreport {3}", "The newest draft is {2}. If that is meant: ccbreport {3}"))
)
