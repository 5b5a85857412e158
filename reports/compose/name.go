package compose

import (
	"strings"

	"ccbreport/reports/viet"
)

// levels are the kinds of commune that a ward's organisation may belong to.
var levels = []string{"phường", "xã", "thị trấn", "đặc khu"}

// abbreviated returns a name with the association's abbreviation. The association's
// own name is the one abbreviation of a report: it is introduced once, at its first
// use; headings never abbreviate.
func (c *composer) abbreviated(name string) string {
	return c.t.cat.Association().Abbreviated(name)
}

// name is a name from the configuration, absent if it is empty.
func (c *composer) name(s string) string {
	if s = plain(viet.Clean(s)); s == "" {
		return c.absent()
	}
	return c.put(token{kind: setting, text: s})
}

// introduce is the ward's full name with its abbreviation: "Hội Cựu chiến binh
// (CCB) phường …".
func (c *composer) introduce() string {
	return c.name(c.t.cat.Association().Introduced(c.in.Unit.Name))
}

// short is the ward's short name.
func (c *composer) short() string {
	if c.in.Unit.Short != "" {
		return c.in.Unit.Short
	}
	return c.abbreviated(c.in.Unit.Name)
}

// local returns a name of this ward without the place: "Đảng ủy phường". The
// place stays where nothing would tell what the name belongs to.
func (c *composer) local(name string) string {
	rest, ok := strings.CutSuffix(name, " "+c.in.Unit.Place)
	if ok && level(rest) != "" {
		return rest
	}
	return name
}

// level returns the kind of commune that ends a name, "" for none.
func level(name string) string {
	for _, l := range levels {
		if strings.HasSuffix(strings.ToLower(name), " "+l) {
			return l
		}
	}
	return ""
}

// receivers are those whom the report goes to, as the text calls them: "Đảng ủy
// phường và Hội CCB quận …".
func (c *composer) receivers() string {
	var names []string
	for _, to := range listed(c.in.To) {
		names = append(names, c.local(c.abbreviated(to)))
	}
	return c.name(joined(names))
}

// bodies are those in whose name a report can be signed, and that then give it: the first
// words of the authority behind "TM.", and how the text calls them. A report in the name
// of the committee (ban chấp hành) is given by the association itself.
var bodies = []struct{ key, name string }{
	{"ban thường vụ", "Ban Thường vụ"}, {"thường trực", "Thường trực"},
}

// reporter is who gives the report, as the text calls it: "Hội CCB phường", or the body in
// whose name it is signed, "Ban Thường vụ Hội CCB phường".
func (c *composer) reporter() string {
	here := c.local(c.short())
	authority := viet.Key(c.in.Sign.Authority)
	for _, b := range bodies {
		if viet.Holds(authority, b.key) {
			return b.name + " " + here
		}
	}
	return here
}

// joined is an enumeration: "a, b và c".
func joined(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " và " + words[n-1]
	}
}
