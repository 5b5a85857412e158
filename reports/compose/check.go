package compose

import (
	"ccbreport/reports/author"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"
)

// checkBlocks wants the blocks that every template needs, and those of the
// optional annexes that this one names.
func (t *Template) checkBlocks() author.Mistakes {
	needed := slices.Clone(blocksNeeded)
	for _, name := range annexNames {
		if t.named[name] {
			needed = append(needed, optional[name]...)
		}
	}
	var faults author.Mistakes
	for _, b := range needed {
		if t.root.Lookup(b) == nil {
			faults = append(faults, author.At(t.file, 1, "thiếu khối %[1]q: thêm {{define %[1]q}}…{{end}} như trong mẫu có sẵn", "block %[1]q is missing: add {{define %[1]q}}…{{end}}, as in the built-in template", b))
		}
	}
	return append(faults, t.checkSections()...)
}

// checkSections refuses the block that once named the sections of the catalogue: a
// name that is changed there would change nothing. It holds for a ward whose own catalogue
// names none. One of that name that the template
// calls itself is its own.
func (t *Template) checkSections() author.Mistakes {
	own := t.root.Lookup("section")
	named := slices.ContainsFunc(t.cat.Sections(), func(s catalogue.Section) bool { return s.Name != s.Code })
	if own == nil || own.Tree == nil || !named || slices.Contains(t.reached(), own) {
		return nil
	}
	m := wrong("khối \"section\" không dùng nữa: tên mục ghi ở [[section]] của indicators.toml hoặc chi-tieu-them.toml; xóa khối này", "the block \"section\" is not used: sections are named by [[section]] in indicators.toml or chi-tieu-them.toml; take it out")
	return author.Mistakes{placed(m, own.Tree, own.Tree.Root)}
}

// picture is how Markdown names a picture, in a file or anywhere.
var picture = regexp.MustCompile(`!\[[^\]]*\]\(`)

// checkSource checks the marks of clauses, paragraph by paragraph.
func checkSource(file, source string) author.Mistakes {
	var faults author.Mistakes
	reject := func(line int, vi, en string, args ...any) {
		faults = append(faults, author.At(file, line, vi, en, args...))
	}
	depth, opened := 0, 0
	for i, line := range append(strings.Split(source, "\n"), "") {
		if strings.TrimSpace(line) == "" && depth > 0 {
			reject(opened, "vế mở bằng ⟦ chưa đóng trong đoạn: thêm ⟧", "a clause opened with ⟦ is not shut in its paragraph: add ⟧")
			depth = 0
		}
		if picture.MatchString(line) {
			reject(i+1, "mẫu không in hình: bỏ đi; ảnh lấy từ trang Ảnh của tệp Hội", "a template shows no pictures: take it away; photos come with the ward's workbook")
		}
		for _, r := range line {
			switch {
			case r == clauseOpen:
				depth, opened = depth+1, i+1
			case r == clauseShut && depth == 0:
				reject(i+1, "có ⟧ mà trước đó không có ⟦: thêm ⟦ hoặc bỏ ⟧", "⟧ without ⟦ before it: add ⟦ or take ⟧ away")
			case r == clauseShut:
				depth--
			case isToken(r):
				reject(i+1, "ký tự %U không in ra giấy được: bỏ đi", "character %U has no meaning on paper: take it away", r)
			}
		}
	}
	return faults
}

// checkActions checks the arguments of every action, also where no data of
// today leads, and collects the slots in the order of the file.
func (t *Template) checkActions() author.Mistakes {
	var faults author.Mistakes
	for _, block := range t.reached() {
		walk(block.Tree.Root, func(n parse.Node) {
			cmd, ok := n.(*parse.CommandNode)
			if !ok {
				return
			}
			if wrong := t.checkCommand(cmd); wrong != nil {
				faults = append(faults, placed(wrong, block.Tree, cmd))
			}
		})
	}
	return slices.Concat(faults, t.checkSlots(), t.checkMentions())
}

// reached returns the blocks that can be printed, in the order of their names: the
// template itself, those that the program runs, and whatever one of them calls. A
// shared block that this template has no use for may name indicators that its
// catalogue does not count.
func (t *Template) reached() []*template.Template {
	open := append([]string{t.file}, blocksNeeded...)
	for _, annex := range annexNames {
		open = append(append(open, "annex "+annex), optional[annex]...)
	}
	found := map[string]*template.Template{}
	for len(open) > 0 {
		name := open[0]
		block := t.root.Lookup(name)
		open = open[1:]
		if found[name] != nil || block == nil || block.Tree == nil {
			continue
		}
		found[name] = block
		walk(block.Tree.Root, func(n parse.Node) {
			if call, ok := n.(*parse.TemplateNode); ok {
				open = append(open, call.Name)
			}
		})
	}
	var list []*template.Template
	for _, name := range slices.Sorted(maps.Keys(found)) {
		list = append(list, found[name])
	}
	return list
}

// checkSlots refuses a name that stands for two slots: the ward's words would
// go to one of them by chance.
func (t *Template) checkSlots() author.Mistakes {
	var faults author.Mistakes
	owner := map[string]string{}
	for _, s := range t.slots {
		for _, n := range s.names {
			key := viet.Key(n)
			if o, taken := owner[key]; taken && o != s.names[0] {
				faults = append(faults, author.At(t.file, 1, "%q là tên của cả %q và %q: bỏ ở một nơi", "%q names both %q and %q: take it from one of them", n, o, s.names[0]))
			}
			owner[key] = s.names[0]
		}
	}
	return faults
}

// checkMentions refuses a question about words of a slot that the template does not take.
func (t *Template) checkMentions() author.Mistakes {
	var names []string
	for _, s := range t.slots {
		names = append(names, s.names[0])
	}
	var faults author.Mistakes
	for _, name := range t.mentioned {
		if !slices.Contains(names, name) {
			faults = append(faults, author.Misnamed(t.file, 1, name, names, "mentions %q: mẫu này không có mục ấy", "mentions %q: this template takes no such words", name))
		}
	}
	return faults
}

// checkCommand checks one call of an action.
func (t *Template) checkCommand(cmd *parse.CommandNode) *author.Mistake {
	if n, ok := cmd.Args[0].(*parse.NumberNode); ok { // {{range 1000000000}} would not end
		return wrong("không dùng một con số làm lệnh: %s", "%s: a number is no action", n)
	}
	id, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return nil
	}
	t.compares = t.compares || slices.Contains([]string{"against", "since", "results", "targets"}, id.Ident)
	want, ok := signatures[id.Ident]
	if !ok {
		return nil
	}
	given := cmd.Args[1:]
	last := want[len(want)-1]
	variadic := last == argSlots || last == argCodes || last == argSections
	if len(given) < len(want) && last != argSections || len(given) > len(want) && !variadic {
		return wrong("%s cần %d chữ theo sau, không phải %d", "%s takes %d arguments, not %d", id.Ident, len(want), len(given))
	}
	for i, arg := range given {
		if err := t.checkArgument(id.Ident, want[min(i, len(want)-1)], arg); err != nil {
			return err
		}
	}
	t.note(id.Ident, given)
	if last == argSlots {
		list := ""
		if want[0] == argCode {
			list = given[0].(*parse.StringNode).Text
		}
		t.addSlot(given[len(want)-1:], list)
	}
	return nil
}

// note keeps what a call, whose arguments are checked, says of the template.
func (t *Template) note(action string, given []parse.Node) {
	var of map[string]bool
	switch action {
	case "annex":
		of = t.named
	case "fig", "reached", "below", "share", "floor":
		of, given = t.says, given[:1]
	case "branchesof":
		of, given = t.says, given[1:]
	case "sentences":
		of = t.placed
	case "mentions":
		t.mentioned = append(t.mentioned, given[0].(*parse.StringNode).Text)
	}
	if of == nil {
		return
	}
	for _, arg := range given {
		of[arg.(*parse.StringNode).Text] = true
	}
}

// checkArgument checks one argument against what the action takes.
func (t *Template) checkArgument(action string, want argument, arg parse.Node) *author.Mistake {
	if want == argCount {
		if n, ok := arg.(*parse.NumberNode); !ok || !n.IsInt {
			return wrong("%s %s: phải là số nguyên", "%s %s: want a whole number", action, arg)
		}
		return nil
	}
	s, ok := arg.(*parse.StringNode)
	if !ok {
		return wrong("%s %s: phải là chữ trong ngoặc kép, để kiểm tra được", "%s %s: want text in double quotes, so that it can be checked", action, arg)
	}
	switch want {
	case argCode, argCodes:
		return t.unknown(action, s.Text)
	case argSections:
		if sections := t.sections(); !slices.Contains(sections, s.Text) {
			return misnamed(s.Text, sections, "%s %q: không có mục này trong indicators.toml", "%s %q: no such section in indicators.toml", action, s.Text)
		}
	case argTitle:
		if !slices.Contains(t.titles, s.Text) {
			return misnamed(s.Text, t.titles, "%s %q: không có đề mục này", "%s %q: no heading has this title", action, s.Text)
		}
	case argAnnex:
		if !slices.Contains(annexNames, s.Text) {
			return misnamed(s.Text, annexNames, "%s %q: không có phụ lục này trong %s", "%s %q: no such annex among %s", action, s.Text, strings.Join(annexNames, ", "))
		}
	}
	return nil
}

// placed is a mistake with the place of a node of a block.
func placed(wrong *author.Mistake, of *parse.Tree, n parse.Node) author.Mistake {
	at, _ := of.ErrorContext(n)
	file, line, _ := strings.Cut(at, ":")
	line, _, _ = strings.Cut(line, ":")
	wrong.File = file
	wrong.Line, _ = strconv.Atoi(line) // they are digits
	return *wrong
}

// wrong is a mistake whose place is not known yet.
func wrong(vi, en string, args ...any) *author.Mistake {
	m := author.At("", 0, vi, en, args...)
	return &m
}

// misnamed is the same for a name that is none of those that there are.
func misnamed(name string, names []string, vi, en string, args ...any) *author.Mistake {
	m := author.Misnamed("", 0, name, names, vi, en, args...)
	return &m
}

// walk calls f for every command and every call of a block under n.
func walk(n parse.Node, f func(parse.Node)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			walk(c, f)
		}
	case *parse.ActionNode:
		walk(n.Pipe, f)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, f)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, f)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, f)
	case *parse.TemplateNode:
		f(n)
		walk(n.Pipe, f)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			f(c)
			for _, a := range c.Args {
				walk(a, f)
			}
		}
	}
}

func walkBranch(n *parse.BranchNode, f func(parse.Node)) {
	walk(n.Pipe, f)
	walk(n.List, f)
	walk(n.ElseList, f)
}

// unknown tells of a code that is no indicator's, nil if it is one.
func (t *Template) unknown(action, code string) *author.Mistake {
	if _, ok := t.cat.Indicator(code); ok {
		return nil
	}
	var codes []string
	for _, ind := range t.cat.Indicators() {
		codes = append(codes, ind.Code)
	}
	return misnamed(code, codes, "%s %q: không có chỉ tiêu này; mã ghi trong indicators.toml", "%s %q: no such indicator; codes are in indicators.toml", action, code)
}
