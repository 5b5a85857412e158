package main

import (
	"ccbreport/reports/archive"
	"ccbreport/reports/ward/say"
)

// What the program says about editions.
var (
	noEditionLine  = say.T("Chưa có bản báo cáo nào trong {1}", "There is no edition in {1}")
	editionsHead   = say.T("Có {1} bản trong {2}", "{1} editions in {2}")
	editionLine    = say.T("  {1}   {2}, {3} trang   niêm phong {4}…", "  {1}   {2}, {3} pages   seal {4}…")
	editionDamaged = say.T("  {1}   HỎNG: không đọc được manifest.json; gõ “ccbreport verify {1}”", "  {1}   DAMAGED: manifest.json cannot be read; try “ccbreport verify {1}”")

	showHead      = say.T("Bản {1} ({2})", "Edition {1} ({2})")
	showPDF       = say.T("Tệp PDF: {1} ({2} trang)", "PDF: {1} ({2} pages)")
	showFollows   = say.T("Lập từ bản {1}; số {2}, ngày {3}", "Made from {1}; number {2} of {3}")
	showEarly     = say.T("Duyệt sớm, trước khi hết kỳ, vì: {1}", "Approved early, before the span ends, because: {1}")
	showSeal      = say.T("Niêm phong: {1}\n  Hai người có cùng dòng này là có cùng một bản.", "Seal: {1}\n  Two people with this line hold the same edition.")
	showFinding   = say.T("  {1}: {2} [{3}]", "  {1}: {2} [{3}]")
	showProgram   = say.T("Chương trình: {1}", "Program: {1}")
	showInputs    = say.T("Lập từ {1} tệp:", "Made from {1} files:")
	showTemplates = say.T("Mẫu ({1}):", "Templates ({1}):")
	showFonts     = say.T("Phông chữ ({1}):", "Fonts ({1}):")
	showOutputs   = say.T("Kết quả ({1} tệp):", "Results ({1} files):")
	showFile      = say.T("  {1}…  {2}", "  {1}…  {2}")

	verifiedWhole  = say.T("Còn nguyên: {1} ({2} tệp), niêm phong {3}", "Whole: {1} ({2} files), seal {3}")
	verifiedWrong  = say.T("KHÔNG CÒN NGUYÊN: {1}, {2} tệp khác với lúc lập:", "NOT WHOLE: {1}, {2} files are not what was written:")
	differenceLine = say.T("  {1}: {2}", "  {1}: {2}")
	nowOtherLine   = say.T("  Để biết: nay đã khác lúc lập bản này: {1}. Chạy lại sẽ ra bản khác; bản đã lưu không hề gì.", "  Note: not as it was when this was made: {1}. A run would make another edition; the stored one is not harmed.")
	verifiedAdvice = say.T("{1}/{2} bản không còn nguyên. Không dùng các bản này; lấy lại từ bản sao lưu, hoặc chạy lại để lập bản mới.", "{1} of {2} editions are not whole. Do not use them; take a backup, or run again for a new one.")
)

var changeWords = map[archive.Change]say.Text{
	archive.Changed:    say.T("bị sửa", "changed"),
	archive.Missing:    say.T("bị mất", "missing"),
	archive.Extra:      say.T("không có trong bản kê", "not in the manifest"),
	archive.Unreadable: say.T("không đọc được", "cannot be read"),
}

var statusWords = map[archive.Status]say.Text{
	archive.Draft: say.T("dự thảo", "draft"),
	"final":       say.T("chính thức", "final"),
	"released":    say.T("đã phát hành", "released"),
}

// What explain and diff say.
var (
	wardItself      = say.T("Hội cơ sở", "The ward itself")
	explainHead     = say.T("Theo bản {1}, kỳ từ {2} đến hết {3}", "In edition {1}, from {2} to {3}")
	explainName     = say.T("\n{1} [{2}]: {3}", "\n{1} [{2}]: {3}")
	explainOnly     = say.T("  Đây là số của riêng kỳ {1}.", "  This is the figure of {1} only.")
	explainHow      = say.T("  Cách tính: {1}. Lấy từ {2} ô.", "  How: {1}. From {2} cells.")
	explainOpen     = say.T("  Chưa ai có số của: {1}.", "  Nobody gave it for {1}.")
	explainPeriods  = say.T("  Theo kỳ:", "  By period:")
	explainPart     = say.T("    {1}: {2}", "    {1}: {2}")
	explainEarlier  = say.T("  Kỳ trước, chỉ để so sánh: {1}: {2}", "  Earlier, only compared with: {1}: {2}")
	explainPlan     = say.T("  Kế hoạch: {1}", "  Plan: {1}")
	explainCells    = say.T("  Từng ô (tệp!trang!ô):", "  Cell by cell (file!sheet!cell):")
	stoodThere      = say.T("ghi “{1}”", "says “{1}”")
	explainLeftOut  = say.T("  Đã đọc nhưng không cộng ({1} ô):", "  Read and not added ({1} cells):")
	explainWhy      = say.T("   Vì: {1}", "   Why: {1}")
	explainAnswer   = say.T("  Theo câu trả lời về “{1}”: {2} [{3}]", "  By the answer about “{1}”: {2} [{3}]")
	explainPrinted  = say.T("  In trong báo cáo tại:", "  Printed in the report:")
	explainPlace    = say.T("    {1}", "    {1}")
	explainSentence = say.T("      “{1}”", "      “{1}”")
	explainNowhere  = say.T("  Số này không in trong báo cáo.", "  The report does not print it.")

	diffHead      = say.T("Từ bản {1} đến bản {2}:", "From edition {1} to {2}:")
	diffNone      = say.T("Không có số nào, câu nào đổi.", "No figure and no sentence has changed.")
	diffFigures   = say.T("Số liệu:", "Figures:")
	diffFigure    = say.T("  {1} [{2}]: {3} → {4}", "  {1} [{2}]: {3} → {4}")
	diffPart      = say.T("  {1}, riêng kỳ {2}: {3} → {4}", "  {1}, {2} only: {3} → {4}")
	diffCell      = say.T("    vì ô {1} ({4}): trước ghi “{2}”, nay ghi “{3}”", "    because of {1} ({4}): it said “{2}” and says “{3}”")
	diffMoved     = say.T("    vì {5}: trước ở ô {1} ghi “{2}”, nay ở ô {3} ghi “{4}”", "    because of {5}: {1} said “{2}”, {3} says “{4}”")
	diffCame      = say.T("    vì thêm ô {1} ({3}): ghi “{2}”", "    because {1} came ({3}): it says “{2}”")
	diffWent      = say.T("    vì không còn ô {1} ({3}): trước ghi “{2}”", "    because {1} went ({3}): it said “{2}”")
	diffLeft      = say.T("    vì nay không cộng ô {1} ({3}), ghi “{2}”: {4}", "    because {1} ({3}), which says “{2}”, is not added now: {4}")
	diffSentences = say.T("Câu, dòng trong báo cáo đã đổi: {1}", "Sentences and rows that changed: {1}")
	diffWhere     = say.T("  {1}", "  {1}")
	diffBefore    = say.T("    trước: {1}", "    before: {1}")
	diffAfter     = say.T("    nay:   {1}", "    after:  {1}")
)
