package ward

import "ccbreport/reports/ward/say"

// What doctor says of settings that are well-formed and often not meant.
var (
	doctorTemplate       = say.T("Mẫu {1} viết sai; báo cáo, thư dùng mẫu này chưa lập được:", "Template {1} is not written right; nothing can be made from it:")
	doctorDistrict       = say.T("[unit] parent: “{1}”. Từ 01/7/2025 không còn cấp huyện (quận, huyện, thị xã).", "[unit] parent: “{1}”. There are no districts since 1 July 2025.")
	doctorDistrictHint   = say.T("Báo cáo của kỳ sau ngày đó: ghi Hội cấp tỉnh hoặc thành phố vào parent.", "For reports of later days give the association of the province or city as parent.")
	doctorNoList         = say.T("Chưa có danh sách chi hội ([[branch]]): không biết chi hội nào chưa gửi.", "There is no list of branches ([[branch]]): nobody can tell which have not sent.")
	doctorNoListHint     = say.T("Ghi mỗi chi hội một mục [[branch]] trong tệp cấu hình.", "Write a [[branch]] for each into the configuration.")
	doctorNoDue          = say.T("Chưa ghi hạn gửi (due) của báo cáo: {1}. Không nhắc được chi hội, không biết ai gửi muộn.", "No last day for sending (due) of: {1}. Nobody is reminded, and nobody is known to be late.")
	doctorNoDueHint      = say.T("Thêm vào mục [[report]] đó, ví dụ: due = \"12-05\" (ngày 05/12 hằng năm).", "Add to that [[report]], such as: due = \"12-05\".")
	doctorOtherTimes     = say.T("Thư mục bảng số liệu: {1}/{2} bảng không có số nào của kỳ báo cáo “{3}” ({4} đến {5}): {6}", "Inbox: {1} of {2} workbooks have no figure of the span of “{3}” ({4} to {5}): {6}")
	doctorOtherTimesHint = say.T("Đúng là lập báo cáo cho kỳ đã qua thì gõ: ccbreport run --from NGÀY --to NGÀY. Nếu là bảng cũ để sót, chuyển sang thư mục khác rồi chép bảng của kỳ này vào. Nếu không, xem năm ghi ở tiêu đề bảng.", "If the report is to be of days gone by: ccbreport run --from DAY --to DAY. If these are old workbooks, move them away and put this span's there. Else look at the year in their titles.")
	doctorClockBehind    = say.T("Đồng hồ: {1}, nhưng tệp {2} lại lưu ngày {3}.", "Clock: {1}, but the file {2} was saved on {3}.")
	doctorClockHint      = say.T("Chỉnh lại đồng hồ của máy: ngày sai thì hạn gửi, lịch và thư đều sai.", "Set the clock: with a wrong day all that is due is wrong.")
	doctorZoneHint       = say.T("Đây không phải giờ Việt Nam; ở Việt Nam ghi timezone = \"Asia/Ho_Chi_Minh\".", "This is not Vietnam's time; there it is timezone = \"Asia/Ho_Chi_Minh\".")
	doctorSynced         = say.T("Thư mục {1} nằm trong thư mục đồng bộ (OneDrive, Google Drive…) hoặc trên máy khác.", "Folder {1} is synchronised (OneDrive, Google Drive …) or on another computer.")
	doctorSyncedHint     = say.T("Nên để trên ổ của máy này, ví dụ D:/BaoCao: tệp đang ghi mà bị chép đi hoặc bị khóa thì hỏng. Sao lưu thì chép cả thư mục sau khi chạy xong.", "Better have it on this computer's own disk: what is copied or locked while it is written gets damaged. Back it up after a run.")
)

// doctorServerSaid ends what is told of a server that gave a reason.
var doctorServerSaid = say.T(". Máy chủ trả lời: {1}", ". It said: {1}")

// mailUnusable is a server of which a probe says that it cannot be used.
var mailUnusable = say.P("mail.unusable", say.Failed,
	say.T("Máy chủ thư {1}, cổng {2}: {3}", "Mail server {1}, port {2}: {3}"),
	say.T("{4}", "{4}"))
