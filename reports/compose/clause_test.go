package compose

import (
	"strings"
	"testing"
)

// TestSettle shows what is left of a sentence. In these cases + is a value that
// is there, - one that is absent, = a name from the configuration.
func TestSettle(t *testing.T) {
	for _, tt := range []struct{ reason, sentence, want string }{
		{"no clause", "Có + hội viên.", "Có 7 hội viên."},
		{"no clause and no value", "Phần này luôn có.", "Phần này luôn có."},
		{"a value outside clauses takes its sentence along", "Có - hội viên.", ""},
		{"even when clauses are left", "Có - hội viên⟦, + mới⟧.", ""},
		{"all clauses stay", "Hội ⟦a +⟧, ⟦b +⟧ và ⟦c +⟧.", "Hội a 7, b 7 và c 7."},
		{"the first goes with its separator", "Hội ⟦a -⟧, ⟦b +⟧ và ⟦c +⟧.", "Hội b 7 và c 7."},
		{"the middle goes: and stays", "Hội ⟦a +⟧, ⟦b -⟧ và ⟦c +⟧.", "Hội a 7 và c 7."},
		{"the last goes: and moves", "Hội ⟦a +⟧, ⟦b +⟧ và ⟦c -⟧.", "Hội a 7 và b 7."},
		{"only the first stays", "Hội ⟦a +⟧, ⟦b -⟧ và ⟦c -⟧.", "Hội a 7."},
		{"the semicolon is stronger", "⟦a +⟧; ⟦b -⟧, ⟦c +⟧.", "A 7; c 7."},
		{"from either side", "⟦a +⟧, ⟦b -⟧; ⟦c +⟧.", "A 7; c 7."},
		{"all go: the sentence goes", "Hội ⟦a -⟧, ⟦b -⟧.", ""},
		{"a name bears nothing", "= đã ⟦a -⟧, ⟦b -⟧.", ""},
		{"a value outside bears the sentence", "Có +⟦, nâng lên -⟧.", "Có 7."},
		{"the first clause left takes the capital", "⟦a -⟧; ⟦b +⟧.", "B 7."},
		{"a value takes the capital", "⟦a -⟧; ⟦+ b⟧.", "7 b."},
		{"a clause goes with what hangs on it", "⟦tham gia - cuộc⟦ với + ý kiến⟧⟧; ⟦b +⟧.", "B 7."},
		{"what hangs on a clause goes alone", "⟦tham gia + cuộc⟦ với - ý kiến⟧⟧.", "Tham gia 7 cuộc."},
		{"a clause of nothing but lost clauses goes", "⟦trong đó ⟦a -⟧, ⟦b -⟧⟧; ⟦c +⟧.", "C 7."},
		{"two ways to say one thing", "Có +⟦, trong đó -⟧⟦ đều +⟧.", "Có 7 đều 7."},
		{"brackets go when they are empty", "Có + (⟦a -⟧; ⟦b -⟧) hội viên.", "Có 7 hội viên."},
		{"brackets close over what is left", "Có + (⟦a -⟧; ⟦b +⟧).", "Có 7 (b 7)."},
		{"a separator that is part of the frame", "Có +, ⟦a -⟧.", "Có 7."},
		{"separators of frame and clause meet", "Có +, ⟦a -⟧; và thêm.", "Có 7; và thêm."},
		{"words between clauses are no separator", "⟦a -⟧ cùng với ⟦b +⟧.", "Cùng với b 7."},
		{"a mark without partner is dropped", "Có + ⟧ hội viên.", "Có 7 hội viên."},
	} {
		c := &composer{ledger: newLedger()}
		got := plainText(c.spans(c.settle(notation(c.ledger, tt.sentence))))
		if got != tt.want {
			t.Errorf("%s: %s\ngot  %q\nwant %q", tt.reason, tt.sentence, got, tt.want)
		}
	}
}

// notation reads the sentences of the cases.
func notation(l *ledger, s string) text {
	return styled(strings.NewReplacer(
		"+", l.put(token{kind: fact, text: "7"}),
		"-", l.absent(),
		"=", l.put(token{kind: setting, text: "Hội"}),
	).Replace(s), 0)
}

func TestSentences(t *testing.T) {
	l := newLedger()
	words := l.put(token{kind: prose, text: "Lời của Hội."})
	for _, tt := range []struct {
		reason, paragraph string
		want              []string
	}{
		{"full stops", "Một. Hai! Ba?", []string{"Một.", " Hai!", " Ba?", ""}},
		{"a stop within a word ends nothing", "Mục 1.2 hết.", []string{"Mục 1.2 hết.", ""}},
		{"a stop within a clause ends nothing", "Một⟦. Hai.⟧ ba.", []string{"Một⟦. Hai.⟧ ba.", ""}},
		{"prose ends its sentence", "Với Đảng ủy: " + words + " Hai.", []string{"Với Đảng ủy: " + words, " Hai.", ""}},
		{"so does prose that nobody wrote", l.unwritten() + " Hai.", []string{l.unwritten(), " Hai.", ""}},
	} {
		var got []string
		for _, s := range l.sentences(styled(tt.paragraph, 0)) {
			got = append(got, s.String())
		}
		if strings.Join(got, "/") != strings.Join(tt.want, "/") {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// FuzzSettle holds the law of every sentence: no mark of a clause is left, no
// separator stands beside another, after a bracket or before a full stop, and
// what is tidy stays as it is.
func FuzzSettle(f *testing.F) {
	for _, s := range []string{
		"Hội ⟦a +⟧, ⟦b -⟧ và ⟦c +⟧.", "(⟦-⟧; ⟦+⟧), .", "⟦⟦⟦", "⟧⟧ , ; .", "+⟦ ; ⟦-⟧ ⟧,;:)(", "⟦+⟧ ⟦-⟧ ; ⟦+⟧",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := &composer{ledger: newLedger()}
		in := notation(c.ledger, strings.Join(strings.Fields(plain(s)), " "))
		got := c.settle(in)
		str := got.String()
		for _, bad := range []string{"⟦", "⟧", "  ", ", ,", ",,", "; ;", " ,", " ;", "(,", "(;", ",.", ";.", "()", " )"} {
			if strings.Contains(str, bad) {
				t.Errorf("settle(%q) = %q holds %q", s, str, bad)
			}
		}
		if again := tidy(got).String(); again != str {
			t.Errorf("tidy(%q) = %q", str, again)
		}
	})
}
