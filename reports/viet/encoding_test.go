package viet

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestLegacyLetters decodes every letter of both tables, alone and between
// others.
func TestLegacyLetters(t *testing.T) {
	for _, c := range []struct {
		file    string
		e       Encoding
		letters int
	}{{"tcvn3.txt", TCVN3, 134}, {"vni.txt", VNI, 134 + 12}} {
		seen := map[string]bool{}
		for _, r := range table(t, c.file, 3) {
			letter, raw := r.cells[0], fromBytes(t, r.cells[1])
			seen[letter] = true
			for _, around := range []string{"", "b1", " – "} {
				if got := Decode(around+raw+around, c.e); got != around+letter+around {
					t.Errorf("%s:%d: %q = %q, want %q (%s)", c.file, r.line, around+raw+around, got, around+letter+around, r.cells[2])
				}
			}
		}
		if len(seen) != c.letters {
			t.Errorf("%s has %d letters, want all %d", c.file, len(seen), c.letters)
		}
	}
}

func fromBytes(t *testing.T, hex string) string {
	t.Helper()
	var out strings.Builder
	for _, h := range strings.Fields(hex) {
		n, err := strconv.ParseUint(h, 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteRune(rune(n))
	}
	return out.String()
}

const (
	sampleTCVN3 = "Héi Cùu chiÕn binh ph\u00adêng Ngäc Thôy"
	sampleVNI   = "Hoäi Cöïu chieán binh phöôøng Ngoïc Thuïy"
	sample      = "Hội Cựu chiến binh phường Ngọc Thụy"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		e                  Encoding
		text, want, reason string
	}{
		{TCVN3, sampleTCVN3, sample, "the sample of the domain notes"},
		{VNI, sampleVNI, sample, "the sample of the domain notes"},
		{TCVN3Caps, sampleTCVN3, strings.ToUpper(sample), "drawn as capitals"},
		{TCVN3Caps, "chi hoi 3", "CHI HOI 3", "drawn as capitals, without marks"},
		{TCVN3, through1258(sampleTCVN3), sample, "by way of CP1258"},
		{VNI, through1258(sampleVNI), sample, "by way of CP1258"},
		{Unicode, sampleTCVN3, sampleTCVN3, "no legacy encoding is known"},
		{TCVN3, sample, sample, "Unicode typed into an old font"},
		{TCVN3, "Năm 2019", "Năm 2019", "the same, with letters that CP1258 has"},
		{TCVN3, "đ/c", "đ/c", "the same"},
		{TCVN3, "Ho\u0323\u0302i vie\u0302n", "Ho\u0323\u0302i vie\u0302n", "the same, decomposed"},
		{VNI, "Tổng số", "Tổng số", "the same"},
		{TCVN3, "Sè tiÒn – “§µng” …", "Số tiền – “Đàng” …", "typographic signs stay"},
		{TCVN3, "1.862 (46)", "1.862 (46)", "no letters"},
	} {
		if got := Decode(c.text, c.e); got != c.want {
			t.Errorf("Decode(%q, %d) = %q, want %q (%s)", c.text, c.e, got, c.want, c.reason)
		}
	}
}

// through1258 is the damage that a program does that takes legacy bytes for
// Windows-1258.
func through1258(s string) string {
	var raw []byte
	for _, r := range s {
		raw = append(raw, byte(r))
	}
	out, err := charmap.Windows1258.NewDecoder().Bytes(raw)
	if err != nil {
		panic(err) // every byte has a meaning
	}
	return string(out)
}

func TestEncodingOfFont(t *testing.T) {
	for _, c := range []struct {
		font string
		want Encoding
	}{
		{".VnTime", TCVN3}, {".VnTimeH", TCVN3Caps}, {".VnArial", TCVN3}, {".VnArial NarrowH", TCVN3Caps},
		{".VNTIMEH", TCVN3Caps}, {"VNI-Times", VNI}, {"VNI-Helve-Condense", VNI},
		{"Times New Roman", Unicode}, {"Arial", Unicode}, {"", Unicode}, {"Vntimes", Unicode},
	} {
		if got := EncodingOfFont(c.font); got != c.want {
			t.Errorf("EncodingOfFont(%q) = %d, want %d", c.font, got, c.want)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		texts  []string
		want   Encoding
		sure   bool
		reason string
	}{
		{[]string{sampleTCVN3, "Tæng sè héi viªn"}, TCVN3, true, "TCVN3"},
		{[]string{sampleVNI}, VNI, true, "VNI"},
		{[]string{through1258(sampleTCVN3)}, TCVN3, true, "TCVN3 by way of CP1258"},
		{[]string{sample}, Unicode, true, "Unicode"},
		{[]string{"Có", "Tên", "Hòa giải", "năm", "đ/c", "ý kiến"}, Unicode, true, "letters that the old encodings have too"},
		{[]string{"8 × 500k", "25 m²", "± 3 µm", "Café"}, Unicode, true, "signs and foreign words"},
		{[]string{sample, "Tæng sè héi viªn", "§¬n vÞ: ng\u00adêi"}, TCVN3, true, "some cells are Unicode"},
		{[]string{"Sè tiÒn"}, TCVN3, false, "too little to be sure"},
		{[]string{"46", "12/2019"}, Unicode, true, "no letters"},
		{nil, Unicode, true, "nothing"},
	} {
		if e, sure := Detect(c.texts); e != c.want || sure != c.sure {
			t.Errorf("Detect(%q) = %d, %t, want %d, %t (%s)", c.texts, e, sure, c.want, c.sure, c.reason)
		}
	}
}

// FuzzDecode holds that decoded text is Unicode that a second decoding leaves
// alone wherever it is Unicode for certain, and that plain ASCII never changes.
func FuzzDecode(f *testing.F) {
	f.Add(sampleTCVN3)
	f.Add(sampleVNI)
	f.Add("A¸ \u0081 ₫ ã\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range []Encoding{TCVN3, TCVN3Caps, VNI} {
			out := Decode(s, e)
			if isUnicode(out) && Decode(out, e) != out {
				t.Errorf("Decode(%q, %d) = %q, again %q", s, e, out, Decode(out, e))
			}
			if isASCII(s) && e != TCVN3Caps && out != s {
				t.Errorf("Decode(%q, %d) = %q", s, e, out)
			}
		}
	})
}
