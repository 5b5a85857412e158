package main

import "ccbreport/reports/archive"

// What the program says about editions.
var (
	noEditionLine  = text{"Chưa có bản báo cáo nào trong {1}", "There is no edition in {1}"}
	editionsHead   = text{"Có {1} bản trong {2}", "{1} editions in {2}"}
	editionLine    = text{"  {1}   {2}, {3} trang   niêm phong {4}…", "  {1}   {2}, {3} pages   seal {4}…"}
	editionDamaged = text{"  {1}   HỎNG: không đọc được manifest.json; gõ “ccbreport verify {1}”", "  {1}   DAMAGED: manifest.json cannot be read; try “ccbreport verify {1}”"}

	showHead      = text{"Bản {1} ({2})", "Edition {1} ({2})"}
	showPDF       = text{"Tệp PDF: {1} ({2} trang)", "PDF: {1} ({2} pages)"}
	showFollows   = text{"Lập từ bản {1}; số {2}, ngày {3}", "Made from {1}; number {2} of {3}"}
	showSeal      = text{"Niêm phong: {1}\n  Hai người có cùng dòng này là có cùng một bản.", "Seal: {1}\n  Two people with this line hold the same edition."}
	showFinding   = text{"  {1}: {2} [{3}]", "  {1}: {2} [{3}]"}
	showProgram   = text{"Chương trình: {1}", "Program: {1}"}
	showInputs    = text{"Lập từ {1} tệp:", "Made from {1} files:"}
	showTemplates = text{"Mẫu ({1}):", "Templates ({1}):"}
	showFonts     = text{"Phông chữ ({1}):", "Fonts ({1}):"}
	showOutputs   = text{"Kết quả ({1} tệp):", "Results ({1} files):"}
	showFile      = text{"  {1}…  {2}", "  {1}…  {2}"}

	verifiedWhole  = text{"Còn nguyên: {1} ({2} tệp), niêm phong {3}", "Whole: {1} ({2} files), seal {3}"}
	verifiedWrong  = text{"KHÔNG CÒN NGUYÊN: {1}, {2} tệp khác với lúc lập:", "NOT WHOLE: {1}, {2} files are not what was written:"}
	differenceLine = text{"  {1}: {2}", "  {1}: {2}"}
	nowOtherLine   = text{"  Để biết: nay đã khác lúc lập bản này: {1}. Chạy lại sẽ ra bản khác; bản đã lưu không hề gì.", "  Note: not as it was when this was made: {1}. A run would make another edition; the stored one is not harmed."}
	verifiedAdvice = text{"{1}/{2} bản không còn nguyên. Không dùng các bản này; lấy lại từ bản sao lưu, hoặc chạy lại để lập bản mới.", "{1} of {2} editions are not whole. Do not use them; take a backup, or run again for a new one."}
)

var changeWords = map[archive.Change]text{
	archive.Changed:    {"bị sửa", "changed"},
	archive.Missing:    {"bị mất", "missing"},
	archive.Extra:      {"không có trong bản kê", "not in the manifest"},
	archive.Unreadable: {"không đọc được", "cannot be read"},
}

var statusWords = map[archive.Status]text{
	archive.Draft: {"dự thảo", "draft"},
	"final":       {"chính thức", "final"},
	"released":    {"đã phát hành", "released"},
}

// What explain and diff say.
var (
	wardItself     = text{"Hội cơ sở", "The ward itself"}
	explainHead    = text{"Theo bản {1}, kỳ từ {2} đến hết {3}", "In edition {1}, from {2} to {3}"}
	explainName    = text{"\n{1} [{2}]: {3}", "\n{1} [{2}]: {3}"}
	explainOnly    = text{"  Đây là số của riêng kỳ {1}.", "  This is the figure of {1} only."}
	explainHow     = text{"  Cách tính: {1}. Lấy từ {2} ô.", "  How: {1}. From {2} cells."}
	explainPeriods = text{"  Theo kỳ:", "  By period:"}
	explainPart    = text{"    {1}: {2}", "    {1}: {2}"}
	explainEarlier = text{"  Kỳ trước, chỉ để so sánh: {1}: {2}", "  Earlier, only compared with: {1}: {2}"}
	explainPlan    = text{"  Kế hoạch: {1}", "  Plan: {1}"}
	explainCells   = text{"  Từng ô (tệp!trang!ô):", "  Cell by cell (file!sheet!cell):"}
	stoodThere     = text{"ghi “{1}”", "says “{1}”"}
	explainLeftOut = text{"  Đã đọc nhưng không cộng ({1} ô):", "  Read and not added ({1} cells):"}
	explainWhy     = text{"   Vì: {1}", "   Why: {1}"}
	explainPrinted = text{"  In trong báo cáo tại:", "  Printed in the report:"}
	explainPlace   = text{"    {1}\n      “{2}”", "    {1}\n      “{2}”"}
	explainNowhere = text{"  Số này không in trong báo cáo.", "  The report does not print it."}

	diffHead      = text{"Từ bản {1} đến bản {2}:", "From edition {1} to {2}:"}
	diffNone      = text{"Không có số nào, câu nào đổi.", "No figure and no sentence has changed."}
	diffFigures   = text{"Số liệu:", "Figures:"}
	diffFigure    = text{"  {1} [{2}]: {3} → {4}", "  {1} [{2}]: {3} → {4}"}
	diffPart      = text{"  {1}, riêng kỳ {2}: {3} → {4}", "  {1}, {2} only: {3} → {4}"}
	diffCell      = text{"    vì ô {1} ({4}): trước ghi “{2}”, nay ghi “{3}”", "    because of {1} ({4}): it said “{2}” and says “{3}”"}
	diffMoved     = text{"    vì {5}: trước ở ô {1} ghi “{2}”, nay ở ô {3} ghi “{4}”", "    because of {5}: {1} said “{2}”, {3} says “{4}”"}
	diffCame      = text{"    vì thêm ô {1} ({3}): ghi “{2}”", "    because {1} came ({3}): it says “{2}”"}
	diffWent      = text{"    vì không còn ô {1} ({3}): trước ghi “{2}”", "    because {1} went ({3}): it said “{2}”"}
	diffLeft      = text{"    vì nay không cộng ô {1} ({3}), ghi “{2}”: {4}", "    because {1} ({3}), which says “{2}”, is not added now: {4}"}
	diffSentences = text{"Câu, dòng trong báo cáo đã đổi: {1}", "Sentences and rows that changed: {1}"}
	diffWhere     = text{"  {1}", "  {1}"}
	diffBefore    = text{"    trước: {1}", "    before: {1}"}
	diffAfter     = text{"    nay:   {1}", "    after:  {1}"}
)

// howWords say how each kind of indicator is added; a ratio with its over.
var howWords = map[string]text{
	"flow":         {"cộng các kỳ, cộng các đơn vị", "added over the periods and the units"},
	"once":         {"mỗi trường hợp tính một lần; cộng các kỳ, cộng các đơn vị", "each case counted once, added over the periods and the units"},
	"stock":        {"lấy số của kỳ cuối cùng ở mỗi đơn vị rồi cộng các đơn vị", "the last period of each unit, added over the units"},
	"rate":         {"lấy mức hằng năm của kỳ cuối cùng rồi cộng các đơn vị", "the yearly rate of the last period, added over the units"},
	"ratio pooled": {"cộng các tử số, cộng các mẫu số của mọi kỳ rồi chia", "numerators and denominators of all periods added, then divided"},
	"ratio last":   {"cộng các tử số, cộng các mẫu số của kỳ cuối cùng rồi chia", "numerators and denominators of the last period added, then divided"},
	"ratio":        {"cộng các tử số, cộng các mẫu số rồi chia", "numerators and denominators added, then divided"},
	"average":      {"chia hai số cuối kỳ, làm tròn đến đơn vị", "the two levels at the end divided, rounded to whole units"},
	"all":          {"tỷ lệ; chỉ là 100% khi mọi kỳ, mọi đơn vị đều 100%", "a percentage; 100% only if every period and unit has it"},
	"target":       {"tỷ lệ so với chỉ tiêu, lấy như đã ghi", "a percentage of a target, taken as it was given"},
	"list":         {"đếm số dòng", "the lines are counted"},
}
