// Package question knows what only a person can decide: which findings are one
// question, how it is asked and answered, and where the answers are kept.
package question

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/catalogue"
)

// RulesFile says which findings are questions, and words them.
const RulesFile = "cau-hoi.toml"

// wordsNeeded are the phrases that questions and choices are made with.
var wordsNeeded = []string{
	"later", "without", "files", "branches", "is", "reading", "sum", "file", "cell", "value", "of ward", "of branches", "once", "twice", "as written", "money",
	"effect", "effect new", "effect gone", "more", "answer",
}

// Rules say which findings are questions.
type Rules struct {
	cat   *catalogue.Catalogue
	kinds map[reports.QuestionKind]kindTOML
	codes map[string]codeRule
	words map[string]choiceTOML
}

// rulesTOML is cau-hoi.toml as written.
type rulesTOML struct {
	Questions []kindTOML   `toml:"question"`
	Words     []choiceTOML `toml:"word"`
}

type kindTOML struct {
	Kind     reports.QuestionKind `toml:"kind"`
	Free     reports.Freedom      `toml:"free"`
	Vi       wordsTOML            `toml:"vi"`
	En       wordsTOML            `toml:"en"`
	Choices  []choiceTOML         `toml:"choice"`
	Findings []codeTOML           `toml:"finding"`
}

type wordsTOML struct {
	Text string `toml:"text"`
}

type choiceTOML struct {
	ID string    `toml:"id"`
	Vi wordsTOML `toml:"vi"`
	En wordsTOML `toml:"en"`
}

type codeTOML struct {
	Code   string   `toml:"code"`
	About  []string `toml:"about"`
	Values []string `toml:"values"`
	Always bool     `toml:"always"`
}

// A codeRule is what findings of one code ask.
type codeRule struct {
	codeTOML
	kind reports.QuestionKind
}

// Load reads the rules. The catalogue fills in their words.
func Load(fsys fs.FS, cat *catalogue.Catalogue) (*Rules, error) {
	var t rulesTOML
	file, err := author.Decode(fsys, RulesFile, &t)
	if err != nil {
		return nil, fmt.Errorf("load questions: %w", err)
	}
	r := &Rules{cat: cat, kinds: map[reports.QuestionKind]kindTOML{}, codes: map[string]codeRule{}, words: map[string]choiceTOML{}}
	for _, word := range t.Words {
		r.words[word.ID] = word
	}
	for n, k := range t.Questions {
		r.kinds[k.Kind] = k
		if k.Vi.Text == "" || k.En.Text == "" {
			file.Reject(file.Within("question", n, "kind"), "câu hỏi %q thiếu lời; ghi vi.text và en.text", "question %q lacks words; add vi.text and en.text", k.Kind)
		}
		for _, c := range k.Findings {
			r.codes[c.Code] = codeRule{c, k.Kind}
		}
	}
	for _, kind := range kinds {
		if _, ok := r.kinds[kind]; !ok {
			file.Reject(0, "thiếu câu hỏi %q; chép lại từ tệp có sẵn", "question %q is missing; copy it from the built-in file", kind)
		}
	}
	for _, id := range wordsNeeded {
		if w := r.words[id]; w.Vi.Text == "" || w.En.Text == "" {
			file.Reject(0, "thiếu lời %q; chép lại từ tệp có sẵn", "the word %q is missing; copy it from the built-in file", id)
		}
	}
	if err := author.Check(file); err != nil {
		return nil, fmt.Errorf("load questions: %w", err)
	}
	return r, nil
}

// kinds are all that the rules must word.
var kinds = []reports.QuestionKind{
	reports.AskName, reports.AskBranch, reports.AskFile, reports.AskColumns, reports.AskBlank, reports.AskAbsent,
	reports.AskRival, reports.AskValue, reports.AskLook,
}

// Of returns what a finding of the given severity asks: the kind and the key of its
// question, and what it is about, as written. It asks nothing if the key is "".
func (r *Rules) Of(f reports.Finding, severity reports.Severity) (kind reports.QuestionKind, key, about string) {
	rule, named := r.codes[f.Code]
	switch {
	case severity == reports.Blocking, named && rule.Always && severity != reports.Note:
	default:
		return "", "", ""
	}
	if !named {
		rule = codeRule{codeTOML{Code: f.Code, About: []string{"name", "branch", "file"}}, reports.AskLook}
	}
	pattern := []string{}
	if rule.kind == reports.AskLook {
		pattern = append(pattern, f.Code)
	}
	for _, name := range rule.About {
		value := argument(f, name)
		if name == "above" && value == "" {
			continue // it stands by itself, and the name alone is its key
		}
		pattern = append(pattern, value)
		if about == "" {
			about = value
		}
	}
	if above := f.Args["above"]; above != "" && rule.kind == reports.AskName {
		about = above + ": " + f.Args["name"] // by itself it says nothing: "– Số tiền"
	}
	return rule.kind, Key(rule.kind, pattern...), about
}

// argument is a word that a finding has for a place, also of its unit and position.
func argument(f reports.Finding, name string) string {
	if v, ok := f.Args[name]; ok && name != "branch" {
		return v
	}
	var at reports.Cell
	if len(f.At) > 0 {
		at = f.At[0]
	}
	switch name {
	case "branch":
		return string(f.Unit)
	case "file":
		return at.File
	case "sheet":
		return at.Sheet
	case "cell":
		return at.Addr
	}
	return ""
}

// Values are what a finding offers as its value, each once: arguments, or digits
// that the rules give.
func (r *Rules) Values(f reports.Finding) []string {
	var values []string
	for _, name := range r.codes[f.Code].Values {
		v := f.Args[name]
		if strings.Trim(name, "0123456789") == "" {
			v = name
		}
		if v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

// Text words a question of a kind.
func (r *Rules) Text(kind reports.QuestionKind, args reports.Args, lang string) string {
	return r.cat.Fill(in(lang, r.kinds[kind].Vi, r.kinds[kind].En), args, lang)
}

// Free is what a question of a kind takes beside its choices.
func (r *Rules) Free(kind reports.QuestionKind) reports.Freedom { return r.kinds[kind].Free }

// Choices are those of a kind that do not hang on the data, "sau" last.
func (r *Rules) Choices(kind reports.QuestionKind, lang string) []reports.Choice {
	var list []reports.Choice
	for _, c := range r.kinds[kind].Choices {
		list = append(list, reports.Choice{ID: c.ID, Text: in(lang, c.Vi, c.En)})
	}
	if kind == reports.AskBlank || kind == reports.AskAbsent {
		return list // what is left open for now is one of their own choices
	}
	return append(list, reports.Choice{ID: reports.Later, Text: r.Word("later", nil, lang)})
}

// Word is one of the phrases that questions and choices are made with.
func (r *Rules) Word(id string, args reports.Args, lang string) string {
	return r.cat.Fill(in(lang, r.words[id].Vi, r.words[id].En), args, lang)
}

func in(lang string, vi, en wordsTOML) string {
	if lang == "en" {
		return en.Text
	}
	return vi.Text
}
