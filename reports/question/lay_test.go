package question

import (
	"io/fs"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/treefs"
	"ccbreport/templates"
)

// TestLay: answers about names stand behind what the ward's own files say, once, however
// often they are laid over; the catalogue takes what comes of it.
func TestLay(t *testing.T) {
	own := treefs.Overlay{Upper: treefs.Files(map[string][]byte{
		catalogue.AliasesFile: []byte("# của phường\n[[alias]]\nname = \"Quân số hội\"\ncode = \"TC.HV.TONG\"\nwhy = \"quen gọi\"\n"),
	}), Lower: templates.FS}
	fresh := func(code, name, unit string) *reports.NewIndicator {
		return &reports.NewIndicator{Code: code, Name: name, Unit: unit, Kind: "flow", Level: "branch", Section: "PT", NewUnit: true}
	}
	answers := []reports.Answer{
		{Key: "name.a", Kind: reports.AskName, About: "Người mới vào hội ta", Choice: "TC.HV.MOI"},
		{Key: "name.b", Kind: reports.AskName, About: "– Bữa cơm xóm", Choice: reports.New, Indicator: fresh("PT.COM", "Bữa cơm xóm", "mâm")},
		{Key: "name.c", Kind: reports.AskName, About: "Cỗ xóm", Choice: reports.New, Indicator: fresh("PT.CO", "Cỗ xóm", "mâm")},
		{Key: "name.d", Kind: reports.AskName, About: "Chiều cao cột cờ", Choice: reports.Ignore},
		{Key: "name.e", Kind: reports.AskName, About: "Việc để sau", Choice: reports.Later},
		{Key: "blank", Kind: reports.AskBlank, Choice: reports.Nought},
	}
	laid, err := Lay(own, answers)
	if err == nil {
		laid, err = Lay(laid, answers)
	}
	if err != nil {
		t.Fatal(err)
	}
	cat, err := catalogue.Load(laid)
	if err != nil {
		t.Fatal(err)
	}
	for name, code := range map[string]string{
		"Quân số hội": "TC.HV.TONG", "Người mới vào hội ta": "TC.HV.MOI", "Bữa cơm xóm": "PT.COM", "– Bữa cơm xóm": "PT.COM", "Cỗ xóm": "PT.CO",
		"Chiều cao cột cờ": "", "Việc để sau": "",
	} {
		if m := cat.Match(name); m.Code != code {
			t.Errorf("%s is %q, want %q", name, m.Code, code)
		}
	}
	text, err := fs.ReadFile(laid, catalogue.AliasesFile)
	if err != nil || !strings.HasPrefix(string(text), "# của phường\n") || strings.Count(string(text), "Người mới vào hội ta") != 1 {
		t.Errorf("%v:\n%s", err, text)
	}
	if same, err := Lay(templates.FS, answers[3:]); err != nil || same != fs.FS(templates.FS) {
		t.Errorf("answers that name nothing change the templates: %v", err)
	}
}
