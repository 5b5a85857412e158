package numfmt

import (
	"fmt"
	"strings"
)

// names are the words of a language for months and days, short and long, and for
// the halves of a day.
type names struct {
	months, days [][2]string
	am, pm       string
}

var vietnamese = names{
	months: numbered("Tháng", 12),
	days: [][2]string{
		{"CN", "Chủ Nhật"}, {"T2", "Thứ Hai"}, {"T3", "Thứ Ba"}, {"T4", "Thứ Tư"},
		{"T5", "Thứ Năm"}, {"T6", "Thứ Sáu"}, {"T7", "Thứ Bảy"},
	},
	am: "sáng", pm: "chiều",
}

// numbered returns the names of months that have numbers for names.
func numbered(word string, n int) [][2]string {
	var all [][2]string
	for i := range n {
		name := fmt.Sprintf("%s %02d", word, i+1)
		all = append(all, [2]string{name, name})
	}
	return all
}

var english = names{
	months: [][2]string{
		{"Jan", "January"}, {"Feb", "February"}, {"Mar", "March"}, {"Apr", "April"},
		{"May", "May"}, {"Jun", "June"}, {"Jul", "July"}, {"Aug", "August"},
		{"Sep", "September"}, {"Oct", "October"}, {"Nov", "November"}, {"Dec", "December"},
	},
	days: [][2]string{
		{"Sun", "Sunday"}, {"Mon", "Monday"}, {"Tue", "Tuesday"}, {"Wed", "Wednesday"},
		{"Thu", "Thursday"}, {"Fri", "Friday"}, {"Sat", "Saturday"},
	},
	am: "AM", pm: "PM",
}

// names returns the words of the section's language; Vietnamese unless the
// format says English. Others are rare enough to be shown in Vietnamese.
func (s *section) names() names {
	code := strings.TrimLeft(s.lang, "0")
	if strings.HasPrefix(code, "en") || strings.HasSuffix(code, "09") && len(code) >= 3 {
		return english
	}
	return vietnamese
}

func (s *section) half(hour int) string {
	if hour < 12 {
		return s.names().am
	}
	return s.names().pm
}
