package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/begin"
	"ccbreport/reports/ward/roll"

	"github.com/spf13/cobra"
)

// beginFlags are the flags of init: one for each question, and where it is made.
type beginFlags struct {
	folder string
	said   map[string]*string
	settle []string // KEY=CHOICE: what is answered to doubts about the list
	bat    bool
}

// beginVerb is the verb init.
func beginVerb(ctx context.Context, t *tui, f *flags) *cobra.Command {
	b := &beginFlags{said: map[string]*string{}}
	cmd := verb(t, "init", aboutInit, func() error { return beginWard(ctx, t, f, b) })
	set := cmd.Flags()
	set.SortFlags = false
	for _, one := range initFlags {
		b.said[one.name] = set.String(one.name, "", t.Say(one.about))
	}
	set.StringArrayVar(&b.settle, "settle", nil, t.Say(flagSettle))
	set.StringVar(&b.folder, "folder", "", t.Say(flagFolder))
	set.BoolVar(&b.bat, "bat", runtime.GOOS == "windows", t.Say(flagBat))
	set.Lookup("bat").DefValue = "false"
	return cmd
}

func beginWard(ctx context.Context, t *tui, f *flags, flags *beginFlags) error {
	folder := flags.folder
	if folder == "" && f.config != "" {
		folder = filepath.Dir(f.config)
	}
	b, err := ward.BeginIn(folder, ward.Options{Lang: f.lang})
	if err != nil {
		return err
	}
	if err := flags.take(b); err != nil {
		return err
	}
	done, already, err := b.Already(b.Answers)
	if err == nil && !already {
		done, err = t.begin(ctx, b, flags)
	}
	if err != nil {
		return err
	}
	t.tellBegun(done)
	if t.json {
		t.print(done)
	}
	return nil
}

// take takes the answers that flags give.
func (flags *beginFlags) take(b *ward.Beginning) error {
	for _, q := range b.Questions() {
		if said := *flags.said[q.Key]; said != "" && q.Take != nil {
			if err := q.Take(&b.Answers, said); err != nil {
				return err
			}
		}
	}
	return nil
}

// begin asks what no flag says, and makes the ward.
func (t *tui) begin(ctx context.Context, b *ward.Beginning, flags *beginFlags) (ward.Begun, error) {
	var err error
	if t.asks() {
		err = (&interview{t, b, flags, bufio.NewScanner(t.in)}).run(ctx)
	} else {
		err = flags.fill(ctx, b)
	}
	if err != nil {
		return ward.Begun{}, err
	}
	program, err := os.Executable()
	if err != nil {
		return ward.Begun{}, err
	}
	return b.Make(ctx, flags.bat, program)
}

// fill reads the list that flags name, and takes what is usual for the rest.
func (flags *beginFlags) fill(ctx context.Context, b *ward.Beginning) error {
	var missing []string
	for _, q := range b.Questions() {
		if q.Must && *flags.said[q.Key] == "" {
			missing = append(missing, "--"+q.Key)
		}
	}
	if len(missing) > 0 {
		return initMissing.With(strings.Join(missing, ", "))
	}
	for _, q := range b.Questions() {
		if usual := q.Usual(b.Answers); *flags.said[q.Key] == "" && usual != "" {
			if err := q.Take(&b.Answers, usual); err != nil {
				return err
			}
		}
	}
	name := *flags.said[begin.BranchesKey]
	data, err := readList(name)
	if err != nil {
		return err
	}
	answers, err := flags.settled()
	if err != nil {
		return err
	}
	list, err := b.ReadList(ctx, listName(name), data, answers)
	if err == nil {
		err = ward.Unsettled(list)
	}
	if err == nil {
		b.TakeList(list)
	}
	return err
}

// settled parts KEY=CHOICE.
func (flags *beginFlags) settled() (map[string]string, error) {
	answers := map[string]string{}
	for _, s := range flags.settle {
		key, choice, ok := strings.Cut(s, "=")
		if !ok {
			return nil, answerForm.With(s)
		}
		answers[strings.TrimSpace(key)] = strings.TrimSpace(choice)
	}
	return answers, nil
}

// pasted is what a list is called that came by no file.
const pasted = "danh-sach"

func listName(file string) string {
	if file == "-" {
		return pasted
	}
	return filepath.Base(file)
}

// readList reads a list's file; "-" is the standard input.
func readList(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(os.Stdin)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, noListFile.With(file)
	}
	return data, nil
}

// An interview asks on a terminal what no flag says.
type interview struct {
	*tui
	b     *ward.Beginning
	flags *beginFlags
	lines *bufio.Scanner
}

func (i *interview) run(ctx context.Context) error {
	for _, q := range i.b.Questions() {
		ask := i.ask
		if q.Key == begin.BranchesKey {
			ask = func(q begin.Question) error { return i.branches(ctx, q) }
		} else if *i.flags.said[q.Key] != "" {
			continue
		}
		if err := ask(q); err != nil {
			return err
		}
	}
	return nil
}

// ask asks until an answer can be taken; an empty one takes what is usual.
func (i *interview) ask(q begin.Question) error {
	usual := q.Usual(i.b.Answers)
	for {
		i.tell(q.Text)
		if usual != "" {
			i.tell(initUsual, usual)
		}
		said, more := nextLine(i.lines)
		if !more {
			return initStopped.With()
		}
		if said == "" {
			said = usual
		}
		if said == "" {
			if !q.Must {
				return nil
			}
			continue
		}
		err := q.Take(&i.b.Answers, said)
		if err == nil {
			return nil
		}
		i.end(err) // told; it is asked again
	}
}

// branches asks for the list until it is settled and a person finds it right.
func (i *interview) branches(ctx context.Context, q begin.Question) error {
	file := *i.flags.said[q.Key]
	answers, err := i.flags.settled()
	if err != nil {
		return err
	}
	for {
		name, data, err := i.list(q, file)
		right := err == nil && name == ""
		if err == nil && name != "" {
			right, err = i.settle(ctx, name, data, answers)
		}
		switch {
		case right:
			return nil
		case isUsage(err):
			i.end(err) // told; it is asked again
		case err != nil:
			return err
		}
		file, answers = "", map[string]string{}
	}
}

// list reads the name of a file or the lines of a list; no name: there is none.
func (i *interview) list(q begin.Question, file string) (name string, data []byte, err error) {
	if file == "" || file == "-" {
		i.tell(q.Text)
		said, more := nextLine(i.lines)
		if !more {
			return "", nil, initStopped.With()
		}
		file = strings.Trim(said, `"'`)
		info, err := os.Stat(file)
		switch {
		case said == "" || err == nil && !info.IsDir():
		case fileLike.MatchString(file):
			return "", nil, noListFile.With(file)
		default:
			return pasted, i.paste(said), nil
		}
	}
	if file == "" {
		i.tell(initNoList)
		return "", nil, nil
	}
	data, err = readList(file)
	return listName(file), data, err
}

// fileLike is what only the name of a list's file ends in.
var fileLike = regexp.MustCompile(`(?i)\.(xlsx?|xlsm|csv|tsv|txt|ods|docx?|pdf)$`)

// paste reads lines up to an empty one.
func (i *interview) paste(first string) []byte {
	all := []string{first}
	for line, more := nextLine(i.lines); more && line != ""; line, more = nextLine(i.lines) {
		all = append(all, line)
	}
	return []byte(strings.Join(all, "\n") + "\n")
}

// again is what a person types who wants to give the list anew.
const again = "lai"

// notRight are what people type where the list is not right.
var notRight = []string{again, "lại", "không", "khong", "sai", "chưa", "chua", "no", "n"}

// settle asks about what is doubtful in a list and shows what is left; not right if it is
// to be given anew.
func (i *interview) settle(ctx context.Context, name string, data []byte, answers map[string]string) (right bool, err error) {
	for {
		list, err := i.b.ReadList(ctx, name, data, answers)
		if err != nil {
			return false, err
		}
		if len(list.Doubts) == 0 {
			i.tellRead(list)
			i.tell(initRight)
			said, more := nextLine(i.lines)
			if !more {
				return false, initStopped.With()
			}
			switch {
			case said == "":
				i.b.TakeList(list)
				return true, nil
			case name != pasted || slices.Contains(notRight, strings.ToLower(said)):
				return false, nil
			}
			data = append(data, i.paste(said)...) // an empty line stood within the list
			continue
		}
		said, more := i.askDoubt(list.Doubts[0])
		switch {
		case !more:
			return false, initStopped.With()
		case said == again:
			return false, nil
		}
		answers[list.Doubts[0].Key] = said
	}
}

// askDoubt asks until one of the choices is typed.
func (i *interview) askDoubt(d roll.Doubt) (said string, more bool) {
	for {
		i.tell(initDoubt, ward.DoubtText(i.Voice, d))
		for _, c := range d.Choices {
			i.tell(initChoice, c.ID, ward.DoubtChoice(i.Voice, d, c))
		}
		i.tell(initHow)
		if said, more = nextLine(i.lines); !more || said == again {
			return said, more
		}
		if slices.ContainsFunc(d.Choices, func(c roll.Choice) bool { return strings.EqualFold(c.ID, said) }) {
			return said, true
		}
	}
}
