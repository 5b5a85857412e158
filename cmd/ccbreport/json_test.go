package main

import (
	"encoding/json"
	"testing"
)

// TestJSONCommand: what a script wants of a value that is not there is a fault,
// whatever it wants, but for nothing at the last part of a path.
func TestJSONCommand(t *testing.T) {
	var v any
	if err := json.Unmarshal([]byte(`{"mail":[{"to":"a","state":"sent"}],"none":null}`), &v); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		neg   bool
		path  string
		want  []string
		fault bool
	}{
		{false, "mail/0/state", []string{"sent"}, false},
		{false, "mail/to=a/state", []string{"failed"}, true},
		{false, "mail/to=a", nil, false},
		{false, "mail/1", nil, true},
		{false, "none", []string{"null"}, false},
		{true, "mail/0/state", []string{"failed"}, false},
		{true, "mail/0/state", []string{"sent"}, true},
		{true, "mail/0/stat", []string{"failed"}, true},
		{true, "mail/1", nil, false},
		{true, "mail/to=b", nil, false},
		{true, "mail/0", nil, true},
		{true, "mial/1", nil, true},
		{true, "mail/1/state", nil, true},
		{true, "none/0", nil, true},
		{true, "mail/0/state/0", nil, true},
	} {
		err := faultAt(v, test.neg, test.path, test.want...)
		if (err != nil) != test.fault {
			t.Errorf("neg %v, %s %q: %v", test.neg, test.path, test.want, err)
		}
	}
}
