package roster

import (
	"testing"

	"ccbreport/reports/viet"
)

func TestParts(t *testing.T) {
	names := NewNames(viet.NewWords("Cựu chiến binh", "CCB", nil))
	for s, want := range map[string]Name{
		"Chi hội CCB thôn Đông":        {Branch: true, Place: "thôn", Rest: "Đông"},
		"CH Đồng Sim":                  {Branch: true, Rest: "Đồng Sim"},
		"TDP số 04":                    {Place: "TDP", Number: "4", Rest: "số 04"},
		"Tổ dân phố 19/5":              {Place: "Tổ dân phố", Rest: "19/5"},
		"Chi hội 12":                   {Branch: true, Number: "12", Rest: "12"},
		"Thôn Làng Vạc":                {Place: "Thôn", Rest: "Làng Vạc"},
		"Ao Sen":                       {Rest: "Ao Sen"},
		"CHI HỘI CỰU CHIẾN BINH XÓM 2": {Branch: true, Place: "XÓM", Number: "2", Rest: "2"},
		"thon Dong":                    {Place: "thon", Rest: "Dong"},
		"Chi hội":                      {Branch: true},
		"":                             {},
	} {
		if got := names.Parts(s); got != want {
			t.Errorf("%q: %+v, want %+v", s, got, want)
		}
	}
}
