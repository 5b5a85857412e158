package config

import "ccbreport/reports/ward/say"

// What config.toml says about times: schedules, last days for sending, reminders.
var (
	badCron = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” viết chưa đúng năm phần phút, giờ, ngày, tháng, thứ", "{1}:{2}: “{3}” has not the five fields of a cron line"),
		say.T("Viết phút giờ ngày tháng thứ, ví dụ \"0 7 15 12 *\" là 7 giờ ngày 15/12.", "Write minute hour day month weekday: \"0 7 15 12 *\" is 7:00 on 15 December."))
	zoneInCron = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” ghi múi giờ riêng", "{1}:{2}: “{3}” sets a time zone of its own"),
		say.T("Bỏ phần TZ=… trong lịch; múi giờ của đơn vị ghi ở dòng timezone đầu tệp.", "Delete TZ=…; the ward's time zone stands in timezone."))
	everyCron = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” không có giờ cố định", "{1}:{2}: “{3}” names no fixed moments"),
		say.T("Viết phút giờ ngày tháng thứ, ví dụ \"0 7 15 12 *\" là 7 giờ ngày 15/12.", "Write minute hour day month weekday: \"0 7 15 12 *\" is 7:00 on 15 December."))
	twoDaysCron = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” ghi cả ngày trong tháng và thứ trong tuần", "{1}:{2}: “{3}” has both a day of the month and a day of the week"),
		say.T("Chỉ giữ một; phần kia viết dấu *. Ghi cả hai thì máy hiểu là ngày đó và cả mọi thứ đó trong tháng.",
			"Keep one and write * for the other; with both it would come on that day and on every such weekday."))
	neverCron = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” không bao giờ đến, vì tháng đó không có ngày đó", "{1}:{2}: “{3}” never comes: the month has no such day"),
		say.T("Sửa ngày hoặc tháng. Phần thứ ba là ngày, phần thứ tư là tháng.", "Correct the day, the third field, or the month, the fourth."))
	unknownScheduled = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: lịch “{3}” gọi báo cáo “{4}” chưa có", "{1}:{2}: schedule “{3}” names a report “{4}” that is not configured"),
		say.T("Các báo cáo đã có: {5}.", "Configured reports: {5}."))
	badGrace = say.P("config.schedule", say.Usage,
		say.T("{1}:{2}: grace “{3}” không phải khoảng thời gian", "{1}:{2}: grace “{3}” is no length of time"),
		say.T("Viết số giờ, ví dụ \"720h\".", "Write hours, such as \"720h\"."))
	badDue = say.P("config.date", say.Usage,
		say.T("{1}:{2}: không có ngày “{3}”", "{1}:{2}: there is no day “{3}”"),
		say.T("Viết năm-tháng-ngày, ví dụ 2020-07-05, hoặc tháng-ngày cho mọi năm, ví dụ \"12-05\".",
			"Write year-month-day, such as 2020-07-05, or month-day for every year, such as \"12-05\"."))
	dueOfOther = say.P("config.due", say.Usage,
		say.T("{1}:{2}: hạn “{3}” không hợp với period = “{4}”", "{1}:{2}: “{3}” does not go with period = “{4}”"),
		say.T("Hạn trước khi hết kỳ thì period là this-year, this-half; hạn sau khi hết kỳ là last-year, last-half. Sửa cả hai một lúc, ví dụ: ccbreport config set report.nam.period=last-year report.nam.due=01-05",
			"For a day before the period ends it is this-year or this-half, for one after it last-year or last-half. To correct both at once: ccbreport config set report.nam.period=last-year report.nam.due=01-05"))
	remindOfNothing = say.P("config.due", say.Usage,
		say.T("{1}:{2}: báo cáo “{3}” có remind nhưng chưa có due", "{1}:{2}: report “{3}” has remind and no due"),
		say.T("Ghi due, ngày cuối các chi hội phải gửi, ví dụ due = \"12-05\".", "Give due, the last day for sending, such as due = \"12-05\"."))
	badRemind = say.P("config.due", say.Usage,
		say.T("{1}:{2}: không nhắc trước {3} ngày được", "{1}:{2}: cannot remind {3} days before"),
		say.T("Viết số ngày từ 0 đến {4}.", "Write a number of days from 0 to {4}."))
)
