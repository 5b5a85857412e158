package question

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/author"

	"github.com/BurntSushi/toml"
)

// AnswersFile is where a ward's answers are kept: beside its config.toml.
const AnswersFile = "tra-loi.toml"

// head is what the program writes above the first answer.
const head = `# Các câu trả lời của Hội. Chương trình ghi tệp này; mở bằng Notepad để đọc, sửa lời lý do.
# Bỏ một câu trả lời: ccbreport answer --undo KEY, hoặc xóa cả đoạn của câu đó.
`

// A Book is what a ward has answered, with the text of its file. It is changed by
// adding and removing whole entries: what people wrote between them stays.
type Book struct {
	Answers []reports.Answer
	Taken   []Taken
	text    string
}

// A Taken is a filled-in workbook of questions whose answers are in the book: while it
// lies in the inbox it is not taken again.
type Taken struct {
	SHA256 string `toml:"sha256"`
	File   string `toml:"file"`
	When   string `toml:"when"` // RFC 3339, UTC
}

// bookTOML is the file as written.
type bookTOML struct {
	Answers []reports.Answer `toml:"answer"`
	Taken   []Taken          `toml:"taken"`
}

// ReadBook reads the answers from the folder of the configuration; no file is an
// empty book. What is wrong in it is told with its line.
func ReadBook(folder fs.FS) (*Book, error) {
	b := &Book{text: head}
	var t bookTOML
	file, err := author.Decode(folder, AnswersFile, &t)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	for n, a := range t.Answers {
		switch {
		case a.Key == "" || a.Choice == "":
			file.Reject(file.Entry("answer", n), "câu trả lời thiếu key hoặc choice; ghi thêm, hoặc xóa cả đoạn", "an answer lacks its key or choice; add it, or take out the whole entry")
		case !slices.Contains(kinds, a.Kind):
			file.Reject(file.Within("answer", n, "kind"), "không có loại câu hỏi %q; xóa cả đoạn rồi trả lời lại", "there is no kind of question %q; take out the whole entry and answer again", a.Kind)
		}
	}
	if err := author.Check(file); err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	data, err := fs.ReadFile(folder, AnswersFile)
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	b.Answers, b.Taken, b.text = t.Answers, t.Taken, strings.ReplaceAll(string(data), "\r\n", "\n")
	return b, nil
}

// Text is the file as it is to be written.
func (b *Book) Text() []byte { return []byte(b.text) }

// Put adds an answer, in the place of an earlier one to the same question. What an
// earlier one says of other cells and findings holds still: blanks are answered branch
// by branch, and what may stand by and by, each for its reason.
func (b *Book) Put(a reports.Answer) error {
	for _, old := range b.remove(func(old reports.Answer) bool { return sameQuestion(old, a) && !beside(old, a) }) {
		if a.Kind == reports.AskBlank || a.Kind == reports.AskValue || a.Choice == old.Choice && !a.Lasts() {
			a = over(a, old)
		}
	}
	b.Answers = append(b.Answers, a)
	return b.add(bookTOML{Answers: []reports.Answer{a}})
}

// beside reports whether two answers let other findings of one question stand, for
// reasons of their own.
func beside(a, b reports.Answer) bool {
	return a.Choice == b.Choice && a.Why != b.Why && len(a.Accepts) > 0 && len(b.Accepts) > 0 && len(a.Cells)+len(b.Cells) == 0
}

// over returns the answer with what an older one says of other cells and findings.
func over(a, old reports.Answer) reports.Answer {
	told := map[string]bool{}
	for _, c := range a.Cells {
		told[c.At] = true
	}
	for _, f := range a.Accepts {
		told[f.Fingerprint] = true
	}
	var cells []reports.Looked
	for _, c := range old.Cells {
		if !told[c.At] {
			cells = append(cells, c)
		}
	}
	var accepts []reports.Let
	for _, f := range old.Accepts {
		if !told[f.Fingerprint] {
			accepts = append(accepts, f)
		}
	}
	a.Cells, a.Accepts = append(cells, a.Cells...), append(accepts, a.Accepts...)
	return a
}

// sameQuestion reports whether two answers are to one question: what may stand was
// asked of one report and span.
func sameQuestion(a, b reports.Answer) bool {
	return a.Key == b.Key && a.Report == b.Report && a.From == b.From && a.To == b.To
}

// Take notes that the answers of a workbook are in the book.
func (b *Book) Take(t Taken) error {
	b.Taken = append(b.Taken, t)
	return b.add(bookTOML{Taken: []Taken{t}})
}

// HasTaken reports whether the workbook's answers are in the book.
func (b *Book) HasTaken(sum string) bool {
	return slices.ContainsFunc(b.Taken, func(t Taken) bool { return t.SHA256 == sum })
}

// Undo takes back the answers to a question, or to the only one whose key begins so, and
// returns them.
func (b *Book) Undo(key string) []reports.Answer {
	var begun []string
	for _, a := range b.Answers {
		if strings.HasPrefix(a.Key, key) && !slices.Contains(begun, a.Key) {
			begun = append(begun, a.Key)
		}
	}
	if len(begun) == 1 {
		key = begun[0]
	}
	return b.remove(func(a reports.Answer) bool { return a.Key == key })
}

// add writes entries below all others.
func (b *Book) add(t bookTOML) error {
	out := bytes.NewBufferString(strings.TrimRight(b.text, "\n") + "\n\n")
	enc := toml.NewEncoder(out)
	enc.Indent = ""
	if err := enc.Encode(t); err != nil {
		return fmt.Errorf("write %s: %w", AnswersFile, err)
	}
	b.text = linewise(out.String())
	return nil
}

// linewise puts each item of the lists of cells and findings on a line of its own.
func linewise(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if (strings.HasPrefix(line, "cells = [\"") || strings.HasPrefix(line, "accepts = [\"")) && strings.HasSuffix(line, "\"]") {
			line = betweenItems.ReplaceAllString(line, "$1\",\n  \"")
			line = strings.Replace(line, "[\"", "[\n  \"", 1)
			lines[i] = strings.TrimSuffix(line, "]") + ",\n]"
		}
	}
	return strings.Join(lines, "\n")
}

// betweenItems matches the end of one text of a list and the beginning of the next; the
// marks within a text have a stroke before them.
var betweenItems = regexp.MustCompile(`([^\\])", "`)

// remove takes out the answers that are meant, each with its lines, from its header to
// the last line before the next entry that is neither blank nor a remark.
func (b *Book) remove(meant func(reports.Answer) bool) []reports.Answer {
	var gone, kept []reports.Answer
	lines := strings.Split(b.text, "\n")
	headers := answerHeaders(lines)
	for n := min(len(b.Answers), len(headers)) - 1; n >= 0; n-- {
		if meant(b.Answers[n]) {
			lines = slices.Delete(lines, headers[n], entryEnd(lines, headers[n]))
		}
	}
	for _, a := range b.Answers {
		if meant(a) {
			gone = append(gone, a)
		} else {
			kept = append(kept, a)
		}
	}
	b.Answers, b.text = kept, strings.Join(lines, "\n")
	if len(gone) > 0 && !b.agrees() {
		b.rewrite()
	}
	return gone
}

// agrees reports whether the text says what the book holds. It does not where somebody
// wrote something that looks like the beginning of an entry into the words of one.
func (b *Book) agrees() bool {
	var t bookTOML
	_, err := toml.Decode(b.text, &t)
	same := func(a, b reports.Answer) bool { return sameQuestion(a, b) && a.Choice == b.Choice && a.Why == b.Why }
	return err == nil && slices.EqualFunc(t.Answers, b.Answers, same) && len(t.Taken) == len(b.Taken)
}

// rewrite writes the text anew; what stood between the entries is lost, and nothing else.
func (b *Book) rewrite() {
	b.text = head
	if err := b.add(bookTOML{b.Answers, b.Taken}); err != nil {
		panic(err) // plain data always encodes
	}
}

// The lines that begin an entry, as people may write them.
var (
	answerHeader = regexp.MustCompile(`^\s*\[\[\s*"?answer"?\s*\]\]`)
	takenHeader  = regexp.MustCompile(`^\s*\[\[\s*"?taken"?\s*\]\]`)
)

// answerHeaders returns the lines that begin an answer.
func answerHeaders(lines []string) []int {
	var at []int
	for i, line := range lines {
		if answerHeader.MatchString(line) {
			at = append(at, i)
		}
	}
	return at
}

// entryEnd returns the line behind the entry that begins at a header.
func entryEnd(lines []string, header int) int {
	end := header + 1
	for i := end; i < len(lines); i++ {
		switch line := strings.TrimSpace(lines[i]); {
		case answerHeader.MatchString(line), takenHeader.MatchString(line):
			return end
		case line != "" && !strings.HasPrefix(line, "#"):
			end = i + 1
		}
	}
	return end
}
