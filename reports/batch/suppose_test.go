package batch

import (
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

// TestTriedTogether: what is known of the answers is the same whether they are tried in
// few readings or each in one of its own, also where one name hangs on another.
func TestTriedTogether(t *testing.T) {
	const one = "Chi hội Thôn 1\n\nChỉ tiêu,ĐVT,Năm 2019\nTổng số hội viên,người,40\n"
	const two = "Chi hội Thôn 2\n\nChỉ tiêu,ĐVT,Năm 2019\nTổng số hội viên,người,50\n"
	for reason, inbox := range map[string]map[string]string{
		"names of their own, and one that moves what is known": {
			"1.csv": one + "Bữa cơm xóm,bữa,3\nHội viên giảm vì từ giã cõi đời,người,2\nSố hộ hội viên vay vốn tín chấp,hộ,4\n",
			"2.csv": two + "Số hộ còn dư nợ Ngân hàng Chính sách xã hội,hộ,7\nBữa cơm xóm,bữa,5\nChiều cao cột cờ,m,6\n",
		},
		"a row below a name": {
			"1.csv": one + "Tặng quà cụ rùa hồ nước,lượt,3\n- Số tiền,đồng,900000\nChiều cao cột cờ,m,6\n",
			"2.csv": two,
		},
		"values": {
			"1.csv": one + "Hội viên mới kết nạp,người,khoảng 3\nHội viên chuyển đến,người,khoảng 2\n",
			"2.csv": two + "Hội viên mới kết nạp,người,2\n",
		},
	} {
		c := checked(t, smallWard(inbox))
		if len(c.Questions) < 2 {
			t.Errorf("%s: %d questions", reason, len(c.Questions))
		}
		w := c.work
		few := w.measured
		w.measured = nil
		list := w.weighed(w.findings.Sorted())
		questions, hangs := w.ask(list), map[string]*inquiry{}
		w.measured = &measured{does: map[string]*inquiry{}, under: map[string]string{}}
		for _, alone := range trialsOf(questions) {
			now := []supposal{{trials: []trial{alone}}}
			if w.try(now); now[0].after != nil && w.tellsApart(&now[0], list) {
				w.compareTrials(now[0], hangs)
			}
		}
		w.keepMeasures(questions, hangs)
		if d := cmp.Diff(w.measured.asked(), few.asked()); d != "" {
			t.Errorf("%s: questions (-alone +together)\n%s", reason, d)
		}
		if d := cmp.Diff(w.measured.under, few.under); d != "" {
			t.Errorf("%s: what hangs on them (-alone +together)\n%s", reason, d)
		}
	}
}

// asked are the questions with what is known of them.
func (m *measured) asked() map[string]reports.Question {
	all := map[string]reports.Question{}
	for key, q := range m.does {
		all[key] = q.Question
	}
	return all
}
