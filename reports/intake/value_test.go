package intake

import "testing"

func TestNumber(t *testing.T) {
	tests := []struct{ stored, want string }{ // "!" for a fault
		{"46", "46"}, {"-5", "-5"}, {"0", "0"}, {"1.862", "1.862"}, {"0.9934", "0.9934"},
		{"0.99340000000000006", "0.9934"},  // what Excel stores for 0.9934
		{"0.30000000000000004", "0.3"},     // 0.1 + 0.2
		{"14.458000000000002", "14.458"},   // a sum
		{"1.4458E7", "14458000"},           // how some programs write a whole number
		{"1E3", "1000"}, {"1e-3", "0.001"}, //
		{"1.500", "1.5"}, {"12.0", "12"}, // never three decimals that nobody typed
		{"950160000", "950160000"}, //
		{"9007199254740991", "9007199254740991"},
		{"+5", "5"}, {"", ""}, {".5", ".5"}, {"1E+22", "1E+22"},
		{"abc", "!"}, {"1.2.3", "!"}, {"NaN", "!"}, {"INF", "!"}, {"1e309", "!"}, {"0x1F", "!"}, {"1_000", "!"}, {"-", "!"}, {"1,5", "!"},
	}
	for _, tt := range tests {
		got, ok := number([]byte(tt.stored))
		if !ok {
			got = "!"
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.stored, got, tt.want)
		}
	}
}

func TestSerial(t *testing.T) {
	tests := []struct {
		stored   string
		date1904 bool
		want     string
	}{
		{"2020-07-01", false, "44013"}, {"2020-07-01T12:00:00", false, "44013.5"}, {"2020-07-01T12:00:00Z", false, "44013.5"},
		{"2020-07-01", true, "42551"}, {"06:00:00", false, "0.25"}, {"", false, ""}, {"1/7/2020", false, "!"},
	}
	for _, tt := range tests {
		got, ok := serial(tt.stored, tt.date1904)
		if !ok {
			got = "!"
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.stored, got, tt.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	tests := []struct{ addr, want string }{
		{"A1", "A1"}, {"AB28", "AB28"}, {"XFD1048576", "XFD1048576"},
		{"XFE1", "!"}, {"A1048577", "!"}, {"A0", "!"}, {"A", "!"}, {"1", "!"}, {"a1", "!"}, {"A01", "!"}, {"A1B", "!"}, {"$A$1", "!"}, {"", "!"},
	}
	for _, tt := range tests {
		got := "!"
		if col, row, ok := parseAddr(tt.addr); ok {
			got = Addr(col, row)
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.addr, got, tt.want)
		}
	}
	ranges := []struct {
		ref  string
		want Range
		ok   bool
	}{
		{"A1:B2", Range{1, 1, 2, 2}, true}, {"$B$2:A1", Range{1, 1, 2, 2}, true}, {"C3", Range{3, 3, 3, 3}, true},
		{"A:B", Range{1, 1, 2, maxRow}, true}, {"2:3", Range{1, 2, maxCol, 3}, true}, {"A1:", Range{}, false}, {"x", Range{}, false},
	}
	for _, tt := range ranges {
		if got, ok := parseRange(tt.ref); got != tt.want || ok != tt.ok {
			t.Errorf("%q: got %v %v", tt.ref, got, ok)
		}
	}
}
