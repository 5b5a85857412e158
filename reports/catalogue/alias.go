package catalogue

import (
	"bytes"
	"ccbreport/reports/author"
	"ccbreport/reports/viet"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// An Alias is a name that the ward's people use for an indicator, taken up on
// somebody's word.
type Alias struct {
	Name string `toml:"name"` // as written in the workbook
	Code string `toml:"code"`
	Why  string `toml:"why"`
}

// aliasesTOML is ten-goi.toml as written.
type aliasesTOML struct {
	Aliases []Alias `toml:"alias"`
}

// AppendAlias returns the text of an aliases file with one more alias at its end.
func AppendAlias(file []byte, a Alias) ([]byte, error) {
	b := bytes.NewBuffer(bytes.TrimRight(bytes.Clone(file), "\n"))
	if b.Len() > 0 {
		b.WriteString("\n\n")
	}
	if err := toml.NewEncoder(b).Encode(aliasesTOML{[]Alias{a}}); err != nil {
		return nil, fmt.Errorf("write %s: %w", AliasesFile, err)
	}
	return b.Bytes(), nil
}

// learnAliases reads the aliases file, if there is one, and gives each indicator
// its further names. A name that another indicator bears is reported and left
// out: it could never be told which of the two is meant.
func learnAliases(fsys fs.FS, in *indicatorsTOML, own viet.Words) (*author.File, error) {
	var t aliasesTOML
	s, err := author.Decode(fsys, AliasesFile, &t)
	if errors.Is(err, fs.ErrNotExist) {
		return &author.File{Name: AliasesFile}, nil
	}
	if err != nil {
		return nil, err
	}
	fold := words{own: own}.fold
	owners, codes := map[string]string{}, []string(nil)
	for _, ind := range in.Indicators {
		codes = append(codes, ind.Code)
		for _, name := range slices.Concat([]string{ind.Name}, ind.Aliases, ind.Heads) {
			owners[fold(name)] = ind.Code
		}
	}
	for n, a := range t.Aliases {
		at := func(key string) int { return s.Within("alias", n, key) }
		i := slices.IndexFunc(in.Indicators, func(ind indicatorTOML) bool { return ind.Code == a.Code })
		owner, taken := owners[fold(a.Name)]
		switch {
		case fold(a.Name) == "" || strings.TrimSpace(a.Why) == "":
			s.Reject(at("name"), "một tên gọi khác thiếu name đọc được, hoặc thiếu why; ghi thêm", "an alias lacks a name that can be read, or its why; add it")
		case i < 0:
			s.Misnamed(at("code"), a.Code, codes, "tên %q là cho %q, không phải mã chỉ tiêu", "the name %q is for %q, which is no indicator", a.Name, a.Code)
		case taken && owner != a.Code:
			s.Reject(at("name"), "tên %q đã là tên của %s; xóa đi", "the name %q is already one of %s; take it out", a.Name, owner)
		default:
			owners[fold(a.Name)] = a.Code
			in.Indicators[i].Aliases = append(in.Indicators[i].Aliases, a.Name)
		}
	}
	return s, nil
}
