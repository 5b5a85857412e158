package compose

import (
	"strings"
	"testing"

	"ccbreport/templates"
)

// TestComparisons holds what is said beside an earlier figure to the model's
// table of comparisons: a row for every case.
func TestComparisons(t *testing.T) {
	const year, half = "span 2020-01-01 2020-12-31\n", "span 2020-01-01 2020-06-30\n"
	for _, tt := range []struct {
		reason, report, input string
		want                  string
		never                 string
	}{
		{"more, on a base that bears a percentage", "nam", year + "fig TC.HV.TONG 1862\nstart TC.HV.TONG 1821", "1.862 hội viên, tăng 41 hội viên (2,25%) so với cuối năm 2019.", ""},
		{"less, on a small base", "nam", year + "fig TT.THOISU.BUOI 12 ward\nbefore TT.THOISU.BUOI 15 ward", "12 buổi thông tin thời sự, giảm 3 buổi so với năm trước.", "%"},
		{"less than in the same half", "sau-thang", half + "fig TT.THOISU.BUOI 12 ward\nbefore TT.THOISU.BUOI 15 ward", "12 buổi thông tin thời sự, giảm 3 buổi so với cùng kỳ năm 2019.", ""},
		{"the same deeds", "sau-thang", half + "fig TT.THOISU.BUOI 12 ward\nbefore TT.THOISU.BUOI 12 ward", ", bằng cùng kỳ năm 2019.", "thay đổi"},
		{"the same level", "nam", year + "fig TC.HV.TONG 1862\nstart TC.HV.TONG 1862", "1.862 hội viên, không thay đổi so với cuối năm 2019.", "tăng"},
		{"the level at the beginning of the year", "sau-thang", half + "fig TC.HV.TONG 1862\nstart TC.HV.TONG 1850", "1.862 hội viên, tăng 12 hội viên (0,65%) so với đầu năm.", ""},
		{"none before", "nam", year + "fig CQ.CLB.MOI 3 ward\nbefore CQ.CLB.MOI 0 ward", "3 câu lạc bộ Cựu quân nhân, năm trước không có.", "%"},
		{"a base just too small", "nam", year + "fig TC.HV.MOI 30\nbefore TC.HV.MOI 19", "30 hội viên mới, tăng 11 hội viên so với năm trước.", "%"},
		{"a base just large enough", "nam", year + "fig TC.HV.MOI 30\nbefore TC.HV.MOI 20", "30 hội viên mới, tăng 10 hội viên (50%) so với năm trước.", ""},
		{"more than twice as much", "nam", year + "fig TN.UNGHO.TIEN 240000\nbefore TN.UNGHO.TIEN 100000", "240.000 đồng, tăng 140.000 đồng (140%) so với năm trước.", "lần"},
		{"twice as much is no claim of all", "nam", year + "fig TN.UNGHO.TIEN 200000\nbefore TN.UNGHO.TIEN 100000", "tăng 100.000 đồng (100%) so với năm trước.", ""},
		{"a ratio rises by points", "nam", year + "fig TD.CCBGM.TYLE 9934/10000\nbefore TD.CCBGM.TYLE 9913/10000", "99,34%, tăng 0,21 điểm phần trăm so với năm trước.", "(0"},
		{"a ratio falls by points", "nam", year + "fig TD.CCBGM.TYLE 976/1000\nbefore TD.CCBGM.TYLE 9934/10000", "97,6%, giảm 1,74 điểm phần trăm so với năm trước.", "97,60"},
		{"the difference of what is printed", "nam", year + "fig TD.CCBGM.TYLE 2/3\nbefore TD.CCBGM.TYLE 33334/100000", "66,67%, tăng 33,34 điểm phần trăm", ""},
		{"money", "nam", year + "fig TN.THAMHOI.LUOT 9\nfig TN.THAMHOI.TIEN 18760000\nbefore TN.THAMHOI.TIEN 16620000", "18.760.000 đồng, tăng 2.140.000 đồng (12,88%) so với năm trước.", ""},
		{"a share too small to print", "nam", year + "fig TN.UNGHO.TIEN 100000001\nbefore TN.UNGHO.TIEN 100000000", "tăng 1 đồng so với năm trước.", "%"},
		{"nothing before", "nam", year + "fig TC.HV.MOI 30", "30 hội viên mới.", "so với"},
		{"fewer branches before", "nam", year + "fig TC.HV.MOI 30\nbefore TC.HV.MOI 20 2", "30 hội viên mới.", "so với"},
		{"fewer branches now", "nam", year + "fig TC.HV.MOI 30 2\nbefore TC.HV.MOI 20", "30 hội viên mới*.", "so với"},
		{"the branches before, the ward now", "nam", year + "fig TC.HV.MOI 30 ward\nbefore TC.HV.MOI 20", "30 hội viên mới.", "so với"},
		{"nought is not compared", "nam", year + "fig CS.DONTHU 0 ward\nbefore CS.DONTHU 4 ward", "không có đơn thư khiếu nại, tố cáo.", "giảm"},
		{"a part of the year", "nam", "span 2020-01-01 2020-09-30\nfig TC.HV.MOI 30\nbefore TC.HV.MOI 19", "tăng 11 hội viên so với cùng kỳ năm trước.", ""},

		{"targets", "nam", year + "fig TC.HV.MOI 30\nplan TC.HV.MOI 25\nfig TN.UNGHO.TIEN 100\nplan TN.UNGHO.TIEN 100\nfig PT.CAY 9\nplan PT.CAY 10", "Năm 2020, Hội hoàn thành 2/3 chỉ tiêu kế hoạch, trong đó 1 chỉ tiêu vượt kế hoạch.", "chưa đủ"},
		{"no target was passed", "nam", year + "fig TC.HV.MOI 30\nplan TC.HV.MOI 30", "Năm 2020, Hội hoàn thành 1/1 chỉ tiêu kế hoạch.", "vượt"},
		{"no target was reached", "nam", year + "fig TC.HV.MOI 30\nplan TC.HV.MOI 40", "Năm 2020, Hội hoàn thành 0/1 chỉ tiêu kế hoạch.", "vượt"},
		{"less is better", "nam", year + "fig KT.HONGHEO 2\nplan KT.HONGHEO 3", "hoàn thành 1/1 chỉ tiêu kế hoạch, trong đó 1 chỉ tiêu vượt", ""},
		{"a target without a figure", "nam", year + "fig TC.HV.MOI 30\nplan TC.HV.MOI 30\nplan PT.CAY 10", "hoàn thành 1/1 chỉ tiêu kế hoạch; 1 chỉ tiêu chưa đủ số liệu để so sánh.", ""},
		{"the ward's target for all of its branches", "nam", year + "fig TC.HV.MOI 30\nplan TC.HV.MOI 25 ward", "hoàn thành 1/1 chỉ tiêu", ""},
		{"not where a branch is silent", "nam", year + "fig TC.HV.MOI 30 2\nplan TC.HV.MOI 25 ward", "", "chỉ tiêu kế hoạch"},
		{"no plan, no word of targets", "nam", year + "fig TC.HV.MOI 30\nfig TN.QUY.CHITIEU 112/100 ward", "", "chỉ tiêu kế hoạch"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			tmpl, err := Load(templates.FS, tt.report, loadCatalogue(t))
			if err != nil {
				t.Fatal(err)
			}
			doc, _, err := tmpl.Compose(readInput(t, tt.input))
			if err != nil {
				t.Fatal(err)
			}
			checkClean(t, doc)
			got := bodyWords(doc)
			if !strings.Contains(got, tt.want) {
				t.Errorf("want %q in\n%s", tt.want, got)
			}
			if tt.never != "" && strings.Contains(got, tt.never) {
				t.Errorf("never %q in\n%s", tt.never, got)
			}
		})
	}
}
