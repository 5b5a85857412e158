package roll

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ccbreport/reports/intake"
)

// What lists are made up of: places that look like persons among them, and persons of
// many peoples.
var (
	someKinds    = strings.Split("Thôn|Xóm|Ấp|Bản|Khu phố|Tổ dân phố|Buôn|Làng|Khối|Chi hội|Chi hội thôn|Tiểu khu|Khóm", "|")
	somePlaces   = strings.Split("Đông|Đoài|Nam|Mới|Đình Cả|Phú Lương|Cao Xá|Mai Lâm|Nà Lếch|Ako Dhong|Trần Phú|Lê Hồng Phong|Hai Bà Trưng|Văn Giang|Kim Sơn|Hà Trung|Dương Liễu|Cộng Hòa|Số 9|Bình Minh 2|Ông Địa|Thị Cầu|Bùi Xá|Đội Cấn|Tổ 5A", "|")
	someSurnames = strings.Split("Nguyễn|Trần|Hoàng|Vũ|Đỗ|Hồ|Dương|Lý|Mai|Cao|Lương|Lò|Hà|Quàng|Giàng", "|")
	someMiddles  = strings.Split("Văn|Thị|Hữu|Đình|Xuân|Quang|", "|")
	someNames    = strings.Split("An|Bình|Dũng|Hoa|Nam|Sơn|Ba|Chiến", "|")
)

// madeUp are the forms of lists: a head, "" for none, and a row of {n}, {name}, {man} and
// {tel}.
var madeUp = []struct{ head, row string }{
	{"STT;Tên chi hội;Chi hội trưởng;SĐT", "{n};{name};{man};{tel}"},
	{"Họ và tên;Điện thoại;Chi hội", "{man};{tel};{name}"},
	{"STT;Họ và tên;Địa chỉ nhà;Chi hội;Điện thoại", "{n};{man};số {n} ngõ 3;{name};{tel}"},
	{"", "{name};{man};{tel}"},
	{"", "{n}. {name} - {man} - {tel}"},
	{"", "{name}: đ/c {man}, ĐT {tel}"},
	{"", "- {name} ({man})"},
	{"", "{name} {tel}"},
	{"", "{name}-{man}-{tel}"},
	{"", "{name} {man} {tel}"},
}

// TestMadeUpLists: of any list every branch is read, or its row is asked about, and
// nothing else is one.
func TestMadeUpLists(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		form := madeUp[r.IntN(len(madeUp))]
		text, want := form.head+"\n", map[string]string{}
		for _, i := range r.Perm(len(somePlaces))[:3+r.IntN(7)] {
			name := someKinds[r.IntN(len(someKinds))] + " " + somePlaces[i]
			text += fill(r, form.row, len(want)+1, name) + "\n"
			want[own.UnitKey(Name(name, own))] = name
		}
		sheets, _, err := Open(t.Context(), "danh-sach.txt", []byte(text), intake.Options{Limits: intake.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		list := (&Reader{Words: own}).Read(sheets)
		noNumbers(t, form.row, list)
		for _, b := range list.Branches {
			if want[own.UnitKey(b.Name)] == "" {
				t.Errorf("%s is no branch of %s%s", b.Name, text, dump(list))
			}
			delete(want, own.UnitKey(b.Name))
		}
		for _, name := range want {
			if !asks(sheets, name) {
				t.Errorf("%s is lost of %s%s", name, text, dump(list))
			}
		}
	}
}

// fill writes a row of a list.
func fill(r *rand.Rand, row string, n int, name string) string {
	one := func(of []string) string { return of[r.IntN(len(of))] }
	man := strings.Join(strings.Fields(one(someSurnames)+" "+one(someMiddles)+" "+one(someNames)), " ")
	tel := fmt.Sprintf(one([]string{"09%02d%03d%03d", "09%02d.%03d.%03d", "+84 9%02d %03d %03d", "09%02d-%03d-%03d"}), r.IntN(100), r.IntN(1000), r.IntN(1000))
	return strings.NewReplacer("{n}", fmt.Sprint(n), "{name}", name, "{man}", man, "{tel}", tel).Replace(row)
}

// asks reports whether a list asks about the row of a branch, when it is asked of each.
func asks(sheets []Sheet, name string) bool {
	list := (&Reader{Words: own, Answers: map[string]string{"lien": Each, "nguoi": Each}}).Read(sheets)
	for _, d := range list.Doubts {
		if d.Row == 0 || strings.Contains(d.Text, name) {
			return true
		}
	}
	return false
}
