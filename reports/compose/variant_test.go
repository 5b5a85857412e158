package compose

import (
	"strings"
	"testing"

	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// TestVariants holds the sentences of the built-in template to the figures: a
// row for every case of what is there, nought, or missing.
func TestVariants(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason string
		input  string
		want   string // "" : nothing but the frame
		never  string
	}{
		{"supervision", "fig DA.GS.CHUTRI 8", "Hội đã tổ chức giám sát 8 cuộc.", "đối thoại"},
		{"no supervision is no achievement", "fig DA.GS.CHUTRI 0", "", "giám sát 0"},
		{"dialogue with opinions", "fig DA.DOITHOAI 3\nfig DA.DOITHOAI.YK 36", "Hội đã tham gia 3 cuộc đối thoại với lãnh đạo Đảng, chính quyền với 36 ý kiến.", ""},
		{"opinions missing", "fig DA.DOITHOAI 3", "Hội đã tham gia 3 cuộc đối thoại với lãnh đạo Đảng, chính quyền.", "ý kiến"},
		{"opinions hang on the dialogue", "fig DA.DOITHOAI 0\nfig DA.DOITHOAI.YK 36", "", "36"},
		{"supervision and dialogue", "fig DA.GS.CHUTRI 8\nfig DA.DOITHOAI 3", "giám sát 8 cuộc, tham gia 3 cuộc đối thoại", ""},

		{"nobody was forced", "fig PT.GPMB.HO 233\nfig PT.GPMB.CUONGCHE 0", "Có 233 gia đình hội viên thuộc diện giải phóng mặt bằng đều chấp hành, không có trường hợp nào phải cưỡng chế.", ""},
		{"two were forced", "fig PT.GPMB.HO 233\nfig PT.GPMB.CUONGCHE 2", "mặt bằng, trong đó 2 trường hợp phải cưỡng chế.", "đều"},
		{"nobody says whether any was forced", "fig PT.GPMB.HO 233", "Có 233 gia đình hội viên thuộc diện giải phóng mặt bằng.", "cưỡng chế"},
		{"a branch with families is silent about force", "fig PT.GPMB.HO 233\nfig PT.GPMB.CUONGCHE 0 2", "Có 233 gia đình hội viên thuộc diện giải phóng mặt bằng.", "cưỡng chế"},
		{"only branches with families need to speak", "fig PT.GPMB.HO 233 2\nfig PT.GPMB.CUONGCHE 0 2", "không có trường hợp nào phải cưỡng chế*.", ""},
		{"the projects are the ward's words", "fig PT.GPMB.HO 5\ntext Dự án giải phóng mặt bằng | đường 25m.", "mặt bằng (đường 25m).", ""},

		{"poor households", "fig KT.HONGHEO 4", "Đến cuối kỳ, còn 4 hộ hội viên thuộc diện hộ nghèo.", ""},
		{"no poor household", "fig KT.HONGHEO 0", "Đến cuối kỳ, không còn hộ hội viên thuộc diện hộ nghèo.", ""},
		{"a branch is silent about the poor", "fig KT.HONGHEO 0 2", "", "hộ nghèo"},
		{"bad houses", "fig TN.NHA.CON 3", "Đến cuối kỳ, còn 3 nhà dột nát của hội viên.", ""},
		{"no bad house", "fig TN.NHA.CON 0", "Đến cuối kỳ, không còn hội viên phải ở nhà dột nát.", ""},
		{"complaints", "fig CS.DONTHU 2 ward", "Trong kỳ có 2 đơn thư khiếu nại, tố cáo.", ""},
		{"no complaint", "fig CS.DONTHU 0 ward", "Trong kỳ không có đơn thư khiếu nại, tố cáo.", ""},
		{"discipline", "fig TC.KYLUAT 1", "Trong kỳ có 1 hội viên bị xử lý kỷ luật.", ""},
		{"no discipline", "fig TC.KYLUAT 0", "Trong kỳ không có hội viên bị xử lý kỷ luật.", ""},
		{"overdue loans", "fig KT.NHCS.DUNO 15000000000 ward\nfig KT.NHCS.QUAHAN.TIEN 12000000 ward\nfig KT.NHCS.QUAHAN.TYLE 12000000/15000000000 ward",
			"là 15.000.000.000 đồng; nợ quá hạn 12.000.000 đồng, chiếm 0,08% tổng dư nợ.", ""},
		{"no overdue loan", "fig KT.NHCS.DUNO 900 ward\nfig KT.NHCS.QUAHAN.TIEN 0 ward", "là 900 đồng; không có nợ quá hạn.", ""},

		{"funerals", "fig TN.TANGLE.NGUOI 61\nfig TN.TANGLE.TIEN 18760000", "phúng viếng 61 hội viên qua đời với số tiền 18.760.000 đồng.", ""},
		{"funerals without money", "fig TN.TANGLE.NGUOI 61", "phúng viếng 61 hội viên qua đời.", "số tiền"},
		{"money without funerals", "fig TN.TANGLE.TIEN 18760000", "", "18.760.000"},
		{"no funeral", "fig TN.TANGLE.NGUOI 0", "", "phúng viếng"},

		{"members rose", "fig TC.HV.MOI 290\nfig TC.HV.TONG 1862", "phát triển được 290 hội viên mới, nâng tổng số hội viên toàn Hội lên 1.862 đồng chí.", ""},
		{"no new member", "fig TC.HV.MOI 0\nfig TC.HV.TONG 1862", "Tổng số hội viên toàn Hội là 1.862 đồng chí.", "nâng"},
		{"new members not reported", "fig TC.HV.TONG 1862", "Tổng số hội viên toàn Hội đến cuối kỳ là 1.862 đồng chí.", "nâng"},
		{"the total fell over the years", "fig TC.HV.MOI 12\nfig TC.HV.TONG 1850\nfig TC.HV.TONG 1900 2017\nfig TC.HV.TONG 1850 2020H1\nfig TC.HV.TONG 1850", "phát triển được 12 hội viên mới; đến cuối kỳ toàn Hội có 1.850 hội viên.", "nâng"},
		{"more left than came", "fig TC.HV.MOI 12\nfig TC.HV.GIAM 62\nfig TC.HV.TONG 1850", "đến cuối kỳ toàn Hội có 1.850 hội viên.", "nâng"},
		{"new members without a total", "fig TC.HV.MOI 12", "Trong kỳ đã phát triển được 12 hội viên mới.", "nâng"},

		{"above the floor", "fig TC.CH.HTT 34/34 ward\nfig TC.CH.HTXS 8/34 ward", "100% chi hội hoàn thành tốt nhiệm vụ, trong đó trên 20% chi hội hoàn thành xuất sắc nhiệm vụ.", "23,53% chi"},
		{"exactly the floor", "fig TC.CH.HTXS 6/30 ward", "20% chi hội hoàn thành xuất sắc nhiệm vụ.", "rên 20%"},
		{"below the floor", "fig TC.CH.HTXS 6/34 ward", "17,65% chi hội (6/34 chi hội) hoàn thành xuất sắc nhiệm vụ.", "rên 20%"},
		{"far above: the floor is not raised", "fig TC.CH.HTXS 12/34 ward", "Trên 20% chi hội", "30%"},
		{"all did well, none excelled", "fig TC.CH.HTT 34/34 ward\nfig TC.CH.HTXS 0/34 ward", "100% chi hội hoàn thành tốt nhiệm vụ.", "trong đó"},
		{"one did not do well", "fig TC.CH.HTT 33/34 ward", "33/34 chi hội (97,06%) hoàn thành tốt nhiệm vụ.", "100%"},
		{"every year the same", "fig TC.CH.HTT 34/34 2018 ward\nfig TC.CH.HTT 34/34 2019 ward\nfig TC.CH.HTT 34/34 ward", "Hằng năm, 100% chi hội hoàn thành tốt nhiệm vụ.", ""},
		{"not every year", "fig TC.CH.HTT 33/34 2018 ward\nfig TC.CH.HTT 34/34 2019 ward\nfig TC.CH.HTT 34/34 ward", "Đến ngày 31/12/2019, 100% chi hội hoàn thành tốt nhiệm vụ.", "Hằng năm"},
		{"a branch is silent about a claim of all", "fig TC.CH.HTT 3/3 2", "", "100%"},
		{"almost all is not all", "fig TD.CCBGM.TYLE 19999/20000", "đạt 99,99%.", "100%"},
		{"one year is no yearly mean", "fig TD.CCBGM.TYLE 1/2 2019\nfig TD.CCBGM.TYLE 1/2", "“Gia đình văn hóa” đạt 50%, tính đến ngày 31/12/2019.", "bình quân hằng năm"},
		{"several years", "fig TD.CCBGM.TYLE 1/2 2018\nfig TD.CCBGM.TYLE 1/2 2019\nfig TD.CCBGM.TYLE 1/2", "bình quân hằng năm là 50%, tính đến ngày 31/12/2019.", ""},
		{"plans of all", "fig TT.TUDUONG 100/100 ward", "100% chi hội trưởng", ""},
		{"not all have plans", "fig TT.TUDUONG 975/1000 ward", "có kế hoạch tu dưỡng, rèn luyện là 97,5%.", "100%"},
		{"not all had plans in one year", "fig TT.TUDUONG 99/100 2018 ward\nfig TT.TUDUONG 100/100 ward", "", "100%"},
		{"funds reached their target", "fig TN.QUY.CHITIEU 100/100 ward", "Vận động các loại quỹ đạt 100% chỉ tiêu giao.", ""},
		{"funds passed their target", "fig TN.QUY.CHITIEU 112/100 ward", "đạt 112% chỉ tiêu giao.", ""},
		{"funds below their target have not reached it", "fig TN.QUY.CHITIEU 875/1000 ward", "Vận động các loại quỹ bằng 87,5% chỉ tiêu giao.", "đạt"},

		{"the fund rose", "fig KT.QUY.BQ 480000 2018\nfig KT.QUY.BQ 500000 2020H1\nfig KT.QUY.BQ 500000\nfig KT.QUY.TONG 900 2018\nfig KT.QUY.TONG 931 2020H1\nfig KT.QUY.TONG 931", "Chân quỹ Hội từng bước được nâng lên, bình quân đạt 500.000 đồng/hội viên (tổng quỹ 931 đồng).", ""},
		{"the fund rose, and less for each", "fig KT.QUY.BQ 510000 2018\nfig KT.QUY.BQ 500000 2020H1\nfig KT.QUY.BQ 500000\nfig KT.QUY.TONG 900 2018\nfig KT.QUY.TONG 931 2020H1\nfig KT.QUY.TONG 931", "Chân quỹ Hội bình quân", "nâng lên"},
		{"more branches came", "fig KT.QUY.BQ 480000 2018 2\nfig KT.QUY.BQ 500000 2020H1\nfig KT.QUY.BQ 500000\nfig KT.QUY.TONG 900 2018 2\nfig KT.QUY.TONG 931 2020H1\nfig KT.QUY.TONG 931", "Chân quỹ Hội bình quân", "nâng lên"},
		{"the fund did not rise", "fig KT.QUY.BQ 500000\nfig KT.QUY.TONG 990 2018\nfig KT.QUY.TONG 931 2019\nfig KT.QUY.TONG 931", "Chân quỹ Hội bình quân đạt 500.000 đồng/hội viên", "nâng lên"},
		{"a mean is printed in whole đồng", "fig KT.QUY.BQ 1000001/3", "đạt 333.334 đồng/hội viên.", ""},
		{"a fraction of a count", "fig PT.HIENDAT.M2 25/2", "hiến 12,5 m² đất.", ""},
		{"half of the branches", "branches 4/4\nfig PT.CAY 12 2", "Hội viên đã trồng mới 12 cây xanh*.", ""},
		{"fewer than half", "branches 5/5\nfig PT.CAY 12 2", "", "cây xanh"},
		{"nine in ten", "branches 10/10\nfig TC.HV.TONG 12 9", "Tổng số hội viên toàn Hội đến cuối kỳ là 12 đồng chí.", "*"},
		{"fewer than nine in ten", "branches 10/10\nfig TC.HV.TONG 12 8", "Tổng số hội viên các chi hội đã báo cáo đến cuối kỳ là 12 đồng chí*.", "toàn Hội"},
		{"levels of two days", "fig TC.HV.NU 4 2018\nfig TC.HV.NU 4\nfig TC.HV.CQN 5 2019\nfig TC.HV.CQN 5", "Toàn Hội có 4 hội viên nữ, 5 hội viên là cựu quân nhân, tính đến ngày 31/12/2019*.", ""},
		{"lessons stand below the words that announce them", "text Bài học | Một bài học ngắn.", "bài học kinh nghiệm sau:\nMột bài học ngắn.", ""},

		{"clubs founded", "fig CQ.CLB.MOI 3 ward\nfig CQ.TV.MOI 14 ward", "Trong kỳ đã thành lập mới 3 câu lạc bộ Cựu quân nhân, kết nạp thêm 14 thành viên.", ""},
		{"club members without a new club", "fig CQ.TV.MOI 14 ward", "Trong kỳ đã kết nạp thêm 14 thành viên câu lạc bộ Cựu quân nhân.", ""},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			doc, _, err := tmpl.Compose(readInput(t, tt.input))
			if err != nil {
				t.Fatal(err)
			}
			checkClean(t, doc)
			got := bodyWords(doc)
			if tt.want != "" && !strings.Contains(got, tt.want) {
				t.Errorf("want %q in\n%s", tt.want, got)
			}
			if tt.want == "" && strings.Contains(got, "Phần I\n") {
				t.Errorf("want no section in\n%s", got)
			}
			if tt.never != "" && strings.Contains(got, tt.never) {
				t.Errorf("never %q in\n%s", tt.never, got)
			}
		})
	}
}

// bodyWords returns the words of the body, a line for each block.
func bodyWords(doc *paper.Document) string {
	var b strings.Builder
	for _, block := range doc.Body {
		switch block := block.(type) {
		case *paper.Heading:
			b.WriteString(block.Label + "\n" + plainText(block.Title) + "\n")
		case *paper.Paragraph:
			b.WriteString(plainText(block.Spans) + "\n")
		}
	}
	return b.String()
}
