package main

import "ccbreport/reports/ward/say"

// What config says.
var (
	aboutConfig      = say.T("Xem và sửa các mục cài đặt và danh sách chi hội trong tệp cấu hình.", "Look at the settings and the branches of the configuration, and change them.")
	aboutConfigGet   = say.T("Xem một mục cài đặt, ví dụ: unit.place, report.nam.due.", "Look at a setting, such as unit.place or report.nam.due.")
	aboutConfigSet   = say.T("Đặt một mục cài đặt; nhiều mục cùng lúc thì ghi MỤC=GIÁ_TRỊ. Chữ ghi chú trong tệp giữ nguyên.", "Set a setting; for several at once write KEY=VALUE. Remarks in the file stay.")
	aboutConfigUnset = say.T("Bỏ một mục cài đặt, dùng giá trị thường lệ.", "Take a setting out, so that the usual holds.")
	aboutBranch      = say.T("Danh sách chi hội: xem, thêm, bớt, đổi tên, gộp.", "The list of branches: look, add, remove, rename, merge.")

	aboutBranchList   = say.T("Các chi hội trong tệp cấu hình.", "The branches of the configuration.")
	aboutBranchAdd    = say.T("Thêm một chi hội, và các tên gọi khác của nó.", "Add a branch, with other names of it.")
	aboutBranchRemove = say.T("Bớt một chi hội (ghi mã hoặc tên).", "Take a branch out (by its id or name).")
	aboutBranchRename = say.T("Đổi tên một chi hội; tên cũ thành tên gọi khác.", "Rename a branch; the old name becomes another name of it.")
	aboutBranchMerge  = say.T("Gộp các chi hội sau vào chi hội đầu; tên của chúng thành tên gọi khác.", "Merge branches into the first; their names become other names of it.")
	flagMergedName    = say.T("`TÊN` mới của chi hội sau khi gộp", "new `NAME` of the merged branch")

	settingIs     = say.T("{1}: {2}", "{1}: {2}")
	settingWas    = say.T("Đã ghi {1}: “{2}” → “{3}”", "Set {1}: “{2}” → “{3}”")
	settingUnsaid = say.T("{1}: tệp cấu hình không ghi, dùng giá trị thường lệ.", "{1}: the configuration does not say it, the usual holds.")
	branchIs      = say.T("{1}: {2}", "{1}: {2}")
	branchAdded   = say.T("Đã thêm {1} [{2}] vào {3}", "Added {1} [{2}] to {3}")
	branchRemoved = say.T("Đã bớt {1} [{2}] khỏi {3}", "Took {1} [{2}] out of {3}")
	branchRenamed = say.T("Đã đổi tên thành {1} [{2}] trong {3}", "Renamed to {1} [{2}] in {3}")
	branchMerged  = say.T("Đã gộp vào {1} [{2}] trong {3}", "Merged into {1} [{2}] in {3}")
	branchAliases = say.T("  Tên gọi khác: {1}", "  Other names: {1}")
	branchForms   = say.T("Tiếp theo: lập lại phiếu vào một thư mục mới: ccbreport forms --out phieu-moi", "Next: make the forms anew in another folder: ccbreport forms --out phieu-moi")
)

var settingForm = say.P("config.form", say.Usage,
	say.T("“{1}” không phải là MỤC=GIÁ_TRỊ", "“{1}” is not KEY=VALUE"),
	say.T("Nhiều mục cùng lúc thì mục nào cũng ghi MỤC=GIÁ_TRỊ, ví dụ: ccbreport config set mail.host=smtp.example.vn mail.port=587",
		"For several at once write each as KEY=VALUE: ccbreport config set mail.host=smtp.example.vn mail.port=587"))
