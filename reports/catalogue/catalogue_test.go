package catalogue_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// builtIn loads the catalogue of the repository.
func builtIn(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	c, err := catalogue.Load(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNames reads testdata/names.tsv: the labels of the sample's tables and what
// branch heads write elsewhere.
func TestNames(t *testing.T) {
	c := builtIn(t)
	data, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 4 {
			t.Fatalf("%q: want four fields", line)
		}
		if got := c.MatchIn(f[1], f[2], f[3]).Code; got != f[0] {
			t.Errorf("MatchIn(%q, %q, %q) = %q, want %q", f[1], f[2], f[3], got, f[0])
		}
	}
}

// TestOwnNames holds every name of the catalogue to lead back to its indicator.
func TestOwnNames(t *testing.T) {
	c := builtIn(t)
	for _, ind := range c.Indicators() {
		for _, name := range slices.Concat([]string{ind.Name}, ind.Aliases, ind.Heads) {
			if got := c.MatchIn(name, ind.Unit, ""); got.Code != ind.Code || !got.Exact {
				t.Errorf("MatchIn(%q, %q) = %+v, want %s", name, ind.Unit, got, ind.Code)
			}
		}
		for _, name := range ind.Short {
			if got := c.MatchIn(name, ind.Unit, above(c, ind)).Code; got != ind.Code {
				t.Errorf("MatchIn(%q, %q) below %q = %q, want %s", name, ind.Unit, above(c, ind), got, ind.Code)
			}
		}
	}
}

// above returns what an indicator stands below in a table: what it hangs on,
// its numerator, what it is said to stand under, else what hangs on it.
func above(c *catalogue.Catalogue, ind catalogue.Indicator) string {
	if ind.Of != "" || ind.Num != "" {
		return ind.Of + ind.Num
	}
	if len(ind.Under) > 0 {
		return ind.Under[0]
	}
	for _, other := range c.Indicators() {
		if other.Of == ind.Code {
			return other.Code
		}
	}
	return ""
}

func TestNear(t *testing.T) {
	c := builtIn(t)
	for _, tt := range []struct{ name, want, reason string }{
		{"Nguon tin", "AN.TINBAO", "two words without diacritics say too little"},
		{"Tổng số hôi viên", "TC.HV.TONG", "a mark left out"},
		{"Tổngsố hội viên", "TC.HV.TONG", "a space left out"},
		{"Tổng vệ sinh môi trừơng", "PT.VSMT.BUOI", "a mark on the wrong letter"},
		{"Ngàay công lao động", "PT.NGAYCONG", "a letter too many"},
		{"Hòa giiả thành", "DA.HOAGIAI.THANH", "two letters changed places"},
		{"HHĐ 80, 40, 50 năm", "", "a figure is no letter"},
		{"Thăm hỏi tặng qùa hội viên", "TN.THAMHOI.LUOT", "a mark on the wrong letter"},
		{"Hội viên mới được kết nạp rồi", "TC.HV.MOI", "a word too many"},
		{"Số buổi sinh hoạt hè", "", "nothing like it is counted"},
		{"CHI HỘI TRƯỞNG", "", "a signature"},
		{"Tổng cộng", "", "a total is no misspelt indicator"},
		{"", "", "nothing"},
	} {
		if got := c.Match(tt.name); got.Code != "" || got.Near != tt.want {
			t.Errorf("%s: Match(%q) = %+v, want near %q", tt.reason, tt.name, got, tt.want)
		}
	}
}

func TestTotals(t *testing.T) {
	c := builtIn(t)
	for name, want := range map[string]bool{
		"Cộng": true, "TỔNG CỘNG": true, "Tổng số": true, "Cộng dồn": true, "Tổng cộng (I+II)": true, "Cộng mục I": true,
		"Tổng số hội viên": false, "Tổng chân quỹ Hội": false, "Tổng VSMT": false, "Cộng tác viên": false, "Cộng đồng": false, "": false,
	} {
		if got := c.IsTotalName(name); got != want {
			t.Errorf("IsTotalName(%q) = %v", name, got)
		}
	}
}

func TestLogs(t *testing.T) {
	c := builtIn(t)
	for _, tt := range []struct{ activity, unit, want, reason string }{
		{"Giám sát", "cuộc", "count DA.GS.CHUTRI", "events"},
		{"Đối thoại", "cuộc", "count DA.DOITHOAI, opinions DA.DOITHOAI.YK", "opinions beside events"},
		{"Nói chuyện truyền thống", "buổi", "count TH.NOICHUYEN.BUOI, turns TH.NOICHUYEN.LUOT", "turns beside events"},
		{"Thăm hỏi, tặng quà", "lượt", "count TN.THAMHOI.LUOT, money TN.THAMHOI.TIEN", "the count is the turns"},
		{"Thăm hỏi, tặng quà", "", "count TN.THAMHOI.LUOT, money TN.THAMHOI.TIEN", "no unit: the count"},
		{"Thăm hỏi", "người", "count TN.THAMHOI.LUOT, money TN.THAMHOI.TIEN", "persons are turns here"},
		{"Gặp mặt 22/12", "buổi", "turns TN.GAPMAT.QDND.LUOT, money TN.GAPMAT.QDND.TIEN", "one event is not one turn"},
		{"Phúng viếng", "người", "count TN.TANGLE.NGUOI, money TN.TANGLE.TIEN", "persons"},
		{"Số hộ hiến đất", "hộ", "count PT.HIENDAT.HO", "no activity, but the name of an indicator"},
		{"Tổng số hội viên", "người", "", "a level does not add up from events"},
		{"Liên hoan văn nghệ", "buổi", "", "unknown"},
	} {
		var words []string
		for _, f := range c.MatchLog(tt.activity, tt.unit).Feeds {
			words = append(words, f.Column+" "+f.Code)
		}
		if got := strings.Join(words, ", "); got != tt.want {
			t.Errorf("%s: MatchLog(%q, %q) = %q, want %q", tt.reason, tt.activity, tt.unit, got, tt.want)
		}
	}
	if got := c.MatchLog("Noi chuyen truyen thong", "").Near; got != "Nói chuyện truyền thống" {
		t.Errorf("near = %q", got)
	}
}

func TestAwards(t *testing.T) {
	c := builtIn(t)
	for _, tt := range []struct{ form, what, want string }{
		{"Bằng khen", "Phong trào bảo vệ An ninh Tổ quốc", "TD.BANGKHEN"},
		{"Giấy khen", "Hoàn thành xuất sắc nhiệm vụ", "TD.GIAYKHEN"},
		{"Khen thưởng", "Hoàn thành xuất sắc nhiệm vụ", "TD.XEPLOAI"},
		{"Khen thưởng", "Phòng cháy, chữa cháy", ""},
		{"Kỷ niệm chương", "“Tuổi cao chí càng cao”", "TD.KNC.KHAC"},
		{"Giải nhất", "Hội thi Tiếng hát CCB", "PT.VANNGHE"},
	} {
		if got := c.AwardCode(reports.Award{Form: tt.form, For: tt.what}); got != tt.want {
			t.Errorf("AwardCode(%q, %q) = %q, want %q", tt.form, tt.what, got, tt.want)
		}
	}
}

// TestSampleCodes holds the catalogue to have every figure of the sample, with
// the kind that its sum needs.
func TestSampleCodes(t *testing.T) {
	c := builtIn(t)
	data, err := os.ReadFile("../testdata/ngoc-thuy/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var expected struct{ Figures map[string]json.Number }
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	for code := range expected.Figures {
		if _, ok := c.Indicator(code); !ok {
			t.Errorf("%s is not in the catalogue", code)
		}
	}
	for code, want := range map[string]catalogue.Kind{
		"TC.HV.TONG": catalogue.Stock, "KT.VAYQUY.TIEN": catalogue.Flow, "PT.GPMB.HO": catalogue.Once,
		"TN.DODAU.MUC": catalogue.Rate, "KT.QUY.BQ": catalogue.Average, "TD.CCBGM.TYLE": catalogue.Ratio,
		"TT.TUDUONG": catalogue.All, "TN.QUY.CHITIEU": catalogue.Target, "BC.BAIHOC": catalogue.List,
	} {
		if ind, _ := c.Indicator(code); ind.Kind != want {
			t.Errorf("%s is of kind %q, want %q", code, ind.Kind, want)
		}
	}
}

// FuzzMatch holds the answers to agree with one another for any text.
func FuzzMatch(f *testing.F) {
	c, err := catalogue.Load(os.DirFS("../../templates"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("a) Thăm hỏi, tặng quà (lượt)", "đồng", "TN.THAMHOI.LUOT")
	f.Add("– Số tiền", "", "Phúng viếng")
	f.Add("Tổng cộng (I+II)", "người", "TC.HV.TONG")
	f.Add("1/ % hộ nghèo ()", "(", "%")
	f.Fuzz(func(t *testing.T, name, unit, parent string) {
		m := c.MatchIn(name, unit, parent)
		if _, known := c.Indicator(m.Code); known != (m.Code != "") || m.Exact != (known && m.Rule == "") || known && m.Near != "" {
			t.Errorf("MatchIn = %+v", m)
		}
		if c.IsTotalName(name) && c.Match(name).Code != "" {
			t.Errorf("%q is a total and an indicator", name)
		}
		if got, want := c.Code(name), c.Match(name).Code; got != want {
			t.Errorf("Code = %q, Match says %q", got, want)
		}
		if l := c.MatchLog(name, unit); len(l.Feeds) > 0 && l.Near != "" {
			t.Errorf("MatchLog = %+v", l)
		}
	})
}
