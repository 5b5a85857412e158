package lint

import (
	"strings"
	"testing"

	"ccbreport/reports/paper"

	"github.com/google/go-cmp/cmp"
)

// FuzzCheck holds any words to three laws: the rules do not break, they say the
// same of the same words, and what they quote stands in the words.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		"", "“", "phong trào“ Toàn dân", "ngày 5 tháng 07", "Tổng số #REF! hội viên, 18.890.000đ", "3 năm liền, 100%", "v.v... đ/c",
		"Quyết định 217", "Ðảng \u0301 uỷ ủy", "kỷ niệm 75 năm", "tăng 0,21%", "1.900 hội viên", "\xff\ue000", "ÁİK ban chấp hành",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	cat := loaded(f)
	f.Fuzz(func(t *testing.T, text string, ward bool) {
		look := func() (alarms []string) {
			in := clean(cat)
			in.Silent = 1
			p := prose(text, "")
			if ward {
				p.Spans[0].Source = "hội.xlsx!Nội dung!B2"
			}
			in.Doc.Body = append(in.Doc.Body, p, &paper.Heading{Level: 2, Title: p.Spans})
			for _, f := range Check(in, Rules()) {
				if _, ok := cat.Text(f.Code); !ok {
					t.Errorf("%s has no words", f.Code)
				}
				alarms = append(alarms, f.Code+" "+f.Args["text"])
			}
			return alarms
		}
		first := look()
		if diff := cmp.Diff(first, look()); diff != "" {
			t.Error(diff)
		}
		for _, a := range first {
			code, quoted, _ := strings.Cut(a, " ")
			if code == "lint.typing" && !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), quoted) {
				t.Errorf("%s quotes %q, which is not in %q", code, quoted, text)
			}
		}
	})
}
