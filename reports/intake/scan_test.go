package intake

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// FuzzScanner holds the scanner to its law: what it takes as well-formed,
// encoding/xml takes too, and both see the same elements and texts.
func FuzzScanner(f *testing.F) {
	for _, part := range bare {
		f.Add(part)
	}
	for _, seed := range []string{
		`<?xml version="1.0" encoding="UTF-8"?><a b='1' c:d="&lt;&#x1EC7;&#7896;"/>`, "<a>\r\n<b/>x<!-- c --><![CDATA[<]]>y</a >", "\uFEFF<a/>", "<a b=\"\t\"></a>",
		"<a b=\"1\" b=\"2\"/>", "<a><b></a></b>", "<a/><b/>", "<a>&nbsp;</a>", "<a>\x01</a>", "<a>\xFF</a>", "<a b=c/>", "<!DOCTYPE a><a/>", "x<a/>", "<a/>x", "<a", "",
		"<a>]]></a>", "<a b=\"<\"/>", "<a>&#xD800;</a>", "<a>&#0;</a>", "<a>\uFFFE</a>", "<1/>", "<a b=\"1\"c=\"2\"/>", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, part string) {
		if isWide([]byte(part)) {
			return // encoding/xml reads no UTF-16
		}
		ours, err := ourTokens(part)
		if err != nil {
			return
		}
		theirs, err := theirTokens(part)
		if err != nil && strings.Contains(err.Error(), "name") {
			return // ours do not know which letters beyond ASCII may stand in a name
		}
		if err != nil || ours != theirs {
			t.Fatalf("%q\nours   %q\ntheirs %q %v", part, ours, theirs, err)
		}
	})
}

func ourTokens(part string) (string, error) {
	var b strings.Builder
	s := newScanner("part", []byte(part), 1<<20)
	for s.scan() {
		switch s.kind {
		case opened:
			b.WriteString("<" + string(s.name))
			for _, a := range s.attrs {
				b.WriteString(" " + string(local(a.name)) + "=" + string(a.value))
			}
			b.WriteString(">")
		case closed:
			b.WriteString("</>")
		case chars:
			b.Write(s.text)
		}
	}
	return b.String(), s.err
}

func theirTokens(part string) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(part, "\uFEFF")))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for depth := 0; ; {
		tok, err := d.RawToken()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
			b.WriteString("<" + t.Name.Local)
			for _, a := range t.Attr {
				b.WriteString(" " + a.Name.Local + "=" + a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			depth--
			b.WriteString("</>")
		case xml.CharData:
			if depth > 0 {
				b.Write(t)
			}
		}
	}
}

// TestNotWellFormed lists what is refused, so that the law above is not kept by
// refusing all.
func TestNotWellFormed(t *testing.T) {
	tests := []struct {
		reason string
		part   string
		ok     bool
	}{
		{"an element", "<a/>", true},
		{"all that may stand around it", "<?xml version=\"1.0\" encoding='utf-8'?>\n<!-- a --><?b c?><a></a>\n<!-- d -->", true},
		{"prefixes", `<x:a xmlns:x="y" x:b="1" b="2"><x:c/></x:a>`, true},
		{"references", `<a b="&amp;&#10;">&lt;&gt;&quot;&apos;&#x1F600;</a>`, true},
		{"a comment with dashes", "<a><!-- a -- b --></a>", false},
		{"an attribute twice", `<a b="1" b="2"/>`, false},
		{"an attribute without quotes", `<a b=1/>`, false},
		{"attributes that touch", `<a b="1"c="2"/>`, false},
		{"a tag inside an attribute", `<a b="<"/>`, false},
		{"tags that cross", "<a><b></a></b>", false},
		{"two roots", "<a/><b/>", false},
		{"text beside the root", "<a/>x", false},
		{"no root", " ", false},
		{"an unknown entity", "<a>&nbsp;</a>", false},
		{"a reference without end", "<a>&amp</a>", false},
		{"a character that is none", "<a>&#1;</a>", false},
		{"a byte that is none", "<a>\x01</a>", false},
		{"broken UTF-8", "<a>\xC3</a>", false},
		{"a surrogate", "<a>\xED\xA0\x80</a>", false},
		{"a document type", "<!DOCTYPE a><a/>", false},
		{"another encoding", `<?xml version="1.0" encoding="windows-1258"?><a/>`, false},
		{"another version", `<?xml version="1.1"?><a/>`, false},
		{"the end of a CDATA section alone", "<a>]]></a>", false},
		{"a name that begins with a digit", "<1a/>", false},
		{"the middle of a tag", "<a b=\"", false},
	}
	for _, tt := range tests {
		if _, err := ourTokens(tt.part); (err == nil) != tt.ok {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}
