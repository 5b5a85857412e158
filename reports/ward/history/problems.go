package history

import "ccbreport/reports/ward/say"

// What is asked for and not there.
var (
	noEdition = say.P("edition.unknown", say.Usage,
		say.T("không có bản “{1}” trong {2}", "there is no edition “{1}” in {2}"),
		say.T("Gõ “ccbreport editions” để xem các bản đã lập, hoặc dùng --out.", "“ccbreport editions” lists them; or use --out."))
	noEditions = say.P("edition.none", say.Usage,
		say.T("chưa có bản báo cáo nào trong {1}", "there is no edition in {1}"),
		say.T("Chạy “ccbreport run” trước, hoặc dùng --out.", "Use “ccbreport run” first, or --out."))
	noFigure = say.P("figure.unknown", say.Usage,
		say.T("bản {2} không có chỉ tiêu hay số “{1}”", "edition {2} has no indicator or number “{1}”"),
		say.T("Viết số như trong báo cáo (2.450 hoặc 97,6%) hoặc mã chỉ tiêu (TC.HV.TONG).", "Write the number as in the report (2.450 or 97,6%), or a code (TC.HV.TONG)."))
)
