package grid

import (
	"cmp"
	"fmt"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A decoder turns the old encodings of one sheet into Unicode.
type decoder struct {
	guess         viet.Encoding // for cells whose font does not tell
	sure          bool
	count         map[viet.Encoding]int
	before, after map[viet.Encoding]string // one example of each
}

func (d *decoder) weigh(s intake.Sheet) {
	var texts []string
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Kind == intake.Text && c.Runs == nil && viet.EncodingOfFont(c.Font) == viet.Unicode {
				texts = append(texts, c.Text)
			}
		}
	}
	d.guess, d.sure = viet.Detect(texts)
	d.count, d.before, d.after = map[viet.Encoding]int{}, map[viet.Encoding]string{}, map[viet.Encoding]string{}
}

func (d *decoder) decode(c intake.Cell) string {
	if c.Kind != intake.Text {
		return c.Text
	}
	if c.Runs == nil {
		return d.convert(c.Text, c.Font)
	}
	var b strings.Builder
	for _, run := range c.Runs {
		b.WriteString(d.convert(run.Text, cmp.Or(run.Font, c.Font)))
	}
	return b.String()
}

func (d *decoder) convert(s, font string) string {
	enc := viet.EncodingOfFont(font)
	if enc == viet.Unicode {
		enc = d.guess
	}
	out := viet.Decode(s, enc)
	if out == s || enc == viet.Unicode {
		return out
	}
	if viet.Clean(out) != viet.Clean(s) && !strings.EqualFold(out, s) {
		if enc == viet.TCVN3Caps {
			enc = viet.TCVN3
		}
		if d.count[enc]++; d.before[enc] == "" {
			d.before[enc], d.after[enc] = s, out
		}
	}
	return out
}

// report tells what was decoded, once a sheet and encoding.
func (d *decoder) report(tell Teller, at reports.Cell) {
	for _, e := range []struct {
		enc  viet.Encoding
		code string
	}{{viet.TCVN3, "encoding.tcvn3"}, {viet.VNI, "encoding.vni"}} {
		if n := d.count[e.enc]; n > 0 {
			code := e.code
			if e.enc == d.guess && !d.sure {
				code = "encoding.doubt"
			}
			tell(code, reports.Args{"count": fmt.Sprint(n), "before": d.before[e.enc], "after": d.after[e.enc]}, at)
		}
	}
}
