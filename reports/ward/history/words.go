package history

import "ccbreport/reports/ward/say"

// howWords say how each kind of indicator is added; a ratio with its over.
var howWords = map[string]say.Text{
	"flow":         say.T("cộng các kỳ, cộng các đơn vị", "added over the periods and the units"),
	"once":         say.T("mỗi trường hợp tính một lần; cộng các kỳ, cộng các đơn vị", "each case counted once, added over the periods and the units"),
	"stock":        say.T("lấy số của kỳ cuối cùng ở mỗi đơn vị rồi cộng các đơn vị", "the last period of each unit, added over the units"),
	"rate":         say.T("lấy mức hằng năm của kỳ cuối cùng rồi cộng các đơn vị", "the yearly rate of the last period, added over the units"),
	"ratio pooled": say.T("cộng các tử số, cộng các mẫu số của mọi kỳ rồi chia", "numerators and denominators of all periods added, then divided"),
	"ratio last":   say.T("cộng các tử số, cộng các mẫu số của kỳ cuối cùng rồi chia", "numerators and denominators of the last period added, then divided"),
	"ratio":        say.T("cộng các tử số, cộng các mẫu số rồi chia", "numerators and denominators added, then divided"),
	"average":      say.T("chia hai số cuối kỳ, làm tròn đến đơn vị", "the two levels at the end divided, rounded to whole units"),
	"all":          say.T("tỷ lệ; chỉ là 100% khi mọi kỳ, mọi đơn vị đều 100%", "a percentage; 100% only if every period and unit has it"),
	"target":       say.T("tỷ lệ so với chỉ tiêu, lấy như đã ghi", "a percentage of a target, taken as it was given"),
	"list":         say.T("đếm số dòng", "the lines are counted"),
}
