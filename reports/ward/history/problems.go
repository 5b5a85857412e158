package history

import "ccbreport/reports/ward/say"

// What is asked for and not there.
var (
	noEdition = say.P("edition.unknown", say.Usage,
		say.T("không có bản “{1}” trong {2}", "there is no edition “{1}” in {2}"),
		say.T("Gõ “ccbreport editions” để xem các bản đã lập, hoặc dùng --out.", "“ccbreport editions” lists them; or use --out."))
	nearEdition = say.P("edition.unknown", say.Usage,
		say.T("không có bản “{1}” trong {2}", "there is no edition “{1}” in {2}"),
		say.T("Có lẽ là: {3}. Gõ “ccbreport editions” để xem các bản đã lập, hoặc dùng --out.", "Perhaps: {3}. “ccbreport editions” lists them; or use --out."))
	noneOfReport = say.P("edition.none", say.Usage,
		say.T("chưa có bản nào của báo cáo “{1}” trong {2}", "there is no edition of the report “{1}” in {2}"),
		say.T("Lập báo cáo đó trước: ccbreport run --report {1}. Các bản đã có: ccbreport editions", "Make it first: ccbreport run --report {1}. “ccbreport editions” lists what there is."))
	noEditions = say.P("edition.none", say.Usage,
		say.T("chưa có bản báo cáo nào trong {1}", "there is no edition in {1}"),
		say.T("Chạy “ccbreport run” trước, hoặc dùng --out.", "Use “ccbreport run” first, or --out."))
	noFigure = say.P("figure.unknown", say.Usage,
		say.T("bản {2} không có chỉ tiêu hay số “{1}”", "edition {2} has no indicator or number “{1}”"),
		say.T("Viết số như trong báo cáo (2.450 hoặc 97,6%), tên chỉ tiêu như trong Phụ lục I (\"Tổng số hội viên\") hoặc mã chỉ tiêu (TC.HV.TONG).", "Write the number as in the report (2.450 or 97,6%), the name of the indicator as in Annex I, or a code (TC.HV.TONG)."))
	nearFigure = say.P("figure.unknown", say.Usage,
		say.T("bản {2} không có chỉ tiêu hay số “{1}”", "edition {2} has no indicator or number “{1}”"),
		say.T("Có lẽ là {3}. Viết đúng tên đó, mã trong ngoặc vuông, hoặc số như trong báo cáo.", "Perhaps {3}. Write that name, the code in brackets, or the number as in the report."))
	nobodyGave = say.P("figure.unknown", say.Usage,
		say.T("bản {2} không có số nào của chỉ tiêu “{1}”: chưa ai gửi", "edition {2} has no figure of “{1}”: nobody gave it"),
		say.T("Các chỉ tiêu có số nằm trong tệp so-lieu.xlsx của bản đó.", "The indicators with a figure stand in so-lieu.xlsx of that edition."))
	severalNames = say.P("figure.several", say.Usage,
		say.T("có nhiều chỉ tiêu mang tên có chữ “{1}”", "several indicators have “{1}” in their names"),
		say.T("Viết đủ tên, hoặc mã trong ngoặc vuông: {2}.", "Write the whole name, or the code in brackets: {2}."))
)
