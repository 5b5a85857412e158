package grid

import (
	"strings"
	"testing"

	"ccbreport/reports/intake"
)

// TestSeen: what a person reads in a cell of several runs, and what is set apart.
func TestSeen(t *testing.T) {
	plain := func(s string) intake.Run { return intake.Run{Text: s} }
	raised := func(s string) intake.Run { return intake.Run{Text: s, Raised: true} }
	struck := func(s string) intake.Run { return intake.Run{Text: s, Struck: true} }
	for _, c := range []struct {
		runs        []intake.Run
		text, apart string
	}{
		{[]intake.Run{plain("7"), raised("2")}, "7", "2"},
		{[]intake.Run{plain("2024"), raised("(1)")}, "2024", "(1)"},
		{[]intake.Run{plain("120 m"), raised("2")}, "120 m²", ""},
		{[]intake.Run{plain("120 m"), raised("2"), raised("a")}, "120 m²", "a"},
		{[]intake.Run{struck("15"), plain(" 18")}, " 18", "15"},
		{[]intake.Run{plain("9"), {Text: "3", Lowered: true}}, "9", "3"},
		{[]intake.Run{raised("12")}, "12", ""},           // small throughout is no mark
		{[]intake.Run{plain("1"), plain("8")}, "18", ""}, // two fonts
		{[]intake.Run{struck("1"), struck("8")}, "18", "" /* the cell as a whole is asked about */},
	} {
		cell := intake.Cell{Runs: c.runs}
		for _, run := range c.runs {
			cell.Text += run.Text
		}
		got, apart := seen(&cell)
		if got.Text != c.text || apart != c.apart {
			t.Errorf("%+v is read as %q with %q apart, want %q and %q", c.runs, got.Text, apart, c.text, c.apart)
		}
	}
}

// TestColourNames: what a person may call the colours that Excel offers.
func TestColourNames(t *testing.T) {
	for hex, want := range map[string]string{
		"FF0000": "đỏ", "C00000": "đỏ", "FFC000": "cam vàng", "FFFF00": "vàng", "92D050": "xanh lá", "00B050": "xanh lá",
		"00B0F0": "xanh dương", "0070C0": "xanh dương", "7030A0": "tím", "FFC7CE": "đỏ hồng", "808080": "xám", "ED7D31": "cam", "833C0C": "cam nâu", "": "",
	} {
		if got := strings.Join(ColourNames(hex), " "); got != want {
			t.Errorf("%s: %s, want %s", hex, got, want)
		}
	}
}
