package viet

import "testing"

func TestPersonal(t *testing.T) {
	for _, c := range []struct {
		text   string
		want   bool
		reason string
	}{
		{"Nguyễn Văn A", true, "a name"},
		{"đã đưa TRẦN THỊ B 500000", true, "in capitals"},
		{"nguyen van a", true, "without marks"},
		{"ông Ba Đen", true, "a title and a name"},
		{"0912 345 678", true, "a telephone"},
		{"gọi 84-912-345-678", true, "with the country"},
		{"001234567890", true, "an identity card"},
		{"a.b@example.vn", true, "an address"},
		{"50.700.00", false, "an amount"},
		{"950.160.000", false, "a greater amount"},
		{"1500000000", false, "an amount in full"},
		{"12 đồng chí", false, "a unit of count"},
		{"Số buổi sinh hoạt hè", false, "an indicator"},
		{"thôn Đồng Mai, Chi hội thôn Trại Cau", false, "a village of that name, and a comma"},
		{"gửi anh em: Lê Văn A, Trần Thị B", true, "names in a list"},
		{"ông bà", false, "a title without a name"},
		{"01/01/2017 - 30/6/2020", false, "days"},
	} {
		if got := Personal(c.text); got != c.want {
			t.Errorf("Personal(%q) = %v (%s)", c.text, got, c.reason)
		}
	}
}
