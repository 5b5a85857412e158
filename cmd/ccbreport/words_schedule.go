package main

import "ccbreport/reports/ward/say"

// What the program says about schedules.
var (
	aboutSchedule = say.T(
		"Tự lập báo cáo theo lịch: không có tùy chọn thì chạy mãi; --once thì làm việc đến hạn rồi thôi.",
		"Make reports by the schedule: for ever, or with --once what is due now.")
	flagOnce = say.T("làm những việc đã đến hạn rồi dừng (dùng cho bộ hẹn giờ của máy)", "do what is due and end (for a timer of the system)")
	flagList = say.T("cho biết những lần sắp tới và những lần chưa lập được; không làm gì", "list the next times and what was not made; do nothing")

	momentWords = say.T("{1} giờ{2}, {3} ngày {4}", "{5} on {3} {6}")
	dayWords    = say.T("{1}", "{2}")
	weekdays    = []say.Text{
		say.T("Chủ nhật", "Sunday"), say.T("thứ Hai", "Monday"), say.T("thứ Ba", "Tuesday"), say.T("thứ Tư", "Wednesday"),
		say.T("thứ Năm", "Thursday"), say.T("thứ Sáu", "Friday"), say.T("thứ Bảy", "Saturday"),
	}

	noSchedules  = say.T("Chưa có lịch nào. Muốn báo cáo tự lập theo lịch, thêm mục [[schedule]] vào tệp cấu hình.", "No schedule is configured. Add a [[schedule]] to the configuration.")
	scheduleHead = say.T("Lịch “{1}”: tự lập báo cáo “{2}”", "Schedule “{1}”: makes the report “{2}”")
	dueNow       = say.T("  ĐẾN HẠN NGAY BÂY GIỜ: lần {1}. Lần chạy tới (hoặc gõ ccbreport schedule --once) lập ngay và gửi thư theo cấu hình.", "  DUE NOW: {1}. The next look (or “ccbreport schedule --once”) makes it at once and sends its letters.")
	remindNow    = say.T("Báo cáo “{1}”: hạn gửi {2}; ĐẾN HẠN NHẮC NGAY BÂY GIỜ, lần chạy tới (hoặc ccbreport schedule --once) nhắc ngay", "Report “{1}”: to be sent by {2}; a reminder is DUE NOW, the next look (or “ccbreport schedule --once”) sends it")
	lettersNow   = say.T("Thư đang chờ: {1}; lần chạy tới (hoặc ccbreport schedule --once) gửi ngay.", "Letters waiting: {1}; the next look (or “ccbreport schedule --once”) sends them.")
	nextTime     = say.T("  Lần tới: {1}", "  Next: {1}")
	laterTime    = say.T("  Sau đó:  {1}", "  Then: {1}")
	reminderHead = say.T("Báo cáo “{1}”: hạn gửi {2}; sẽ nhắc lúc {3}", "Report “{1}”: to be sent by {2}; reminders at {3}")
	zoneLine     = say.T("Giờ ghi trên đây theo múi giờ {1}.", "Times are those of {1}.")

	undoneBegun  = say.T("  ĐANG LẬP: lần {1}", "  UNDER WAY: {1}")
	undoneFailed = say.T("  CHƯA LẬP ĐƯỢC: lần {1}, đã thử {2} lần: {3}\n    Sẽ thử lại sau {4}.", "  FAILED: {1}, tried {2} times: {3}\n    It will be tried again after {4}.")
	undoneMissed = say.T("  ĐÃ LỠ: lần {1}. Nếu vẫn cần, gõ: {2}", "  MISSED: {1}. If it is still wanted: {2}")

	daemonLine   = say.T("Đang chạy theo lịch. Xem những lần sắp tới: ccbreport schedule --list. Muốn dừng, bấm Ctrl + C.", "Running by the schedule. “ccbreport schedule --list” lists the next times; Ctrl-C stops it.")
	madeByItself = say.T("Theo lịch “{1}”, lần {2}: bản {3}", "By schedule “{1}”, {2}: edition {3}")
	passedLine   = say.T("Lịch “{1}” bỏ qua lần {2} (catch_up = \"skip\").", "Schedule “{1}” passes over {2} (catch_up = \"skip\").")
	missedBySelf = say.T("LỠ LỊCH: “{1}”, lần {2} không lập nữa vì máy tắt quá lâu hoặc đã có lần sau.\nCách sửa: Nếu vẫn cần, gõ: {3}", "MISSED: “{1}”, {2} is not made any more: the computer was off too long, or a later one has come.\nhint: If it is still wanted: {3}")
	failedBySelf = say.T("CHƯA LẬP ĐƯỢC: lịch “{1}”, lần {2}: {3}\nSẽ thử lại sau {4}.", "FAILED: schedule “{1}”, {2}: {3}\nIt will be tried again after {4}.")

	reminderLine  = say.T("NHẮC HẠN: báo cáo “{1}”, hạn gửi {2} (còn {3} ngày). Chưa có số liệu của {4} chi hội: {5}", "REMINDER: report “{1}” is due on {2} (in {3} days). {4} branches have not sent: {5}")
	reminderOfAll = say.T("NHẮC HẠN: báo cáo “{1}”, hạn gửi {2} (còn {3} ngày).", "REMINDER: report “{1}” is due on {2} (in {3} days).")
)
