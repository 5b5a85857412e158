package config

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/author"
)

var passwordLike = regexp.MustCompile(`(?i)\.pas+w|m[aậ]t.?kh[aẩ]u`)

// unknown says what a path may mean that names no setting.
func unknown(s setting, rest []string, known map[string]reflect.Type) error {
	if passwordLike.MatchString(s.said) {
		return passwordApart.With(s.said)
	}
	return noSetting.With(s.said, nearestSetting(s, rest, known))
}

// nearestSetting is what a wrong path may mean; where it stops at a table, all that may
// follow.
func nearestSetting(s setting, rest []string, known map[string]reflect.Type) string {
	all := slices.Sorted(maps.Keys(known))
	switch {
	case len(rest) == 0:
		return s.said + "." + strings.Join(all, ", "+s.said+".")
	case s.path == "":
		return nearestPath(strings.ToLower(s.said))
	}
	head := strings.TrimSuffix(s.said, strings.Join(rest, "."))
	if near := author.Near(strings.ToLower(rest[0]), all); near != "" {
		return head + near
	}
	return head + strings.Join(all, ", "+head)
}

// nearestPath is what a path may mean of which not even the beginning is right: those that
// end like it, "unit.place" for "place", else the one that differs least.
func nearestPath(said string) string {
	all := pathsOf(reflect.TypeFor[Config](), "")
	same := slices.DeleteFunc(slices.Clone(all), func(path string) bool { return !strings.HasSuffix(path, "."+said) && path != said })
	if said == "" || len(same) == 0 {
		return author.Nearest(said, all)
	}
	return strings.Join(same, ", ")
}

// pathsOf are the paths of all settings; TÊN stands for the name of one of several.
func pathsOf(t reflect.Type, before string) []string {
	var all []string
	for _, key := range slices.Sorted(maps.Keys(keysOf(t))) {
		kind, path := keysOf(t)[key], join(before, key)
		if kind.Kind() == reflect.Slice && isTable(kind.Elem()) {
			kind, path = kind.Elem(), path+".TÊN"
		}
		if isTable(kind) {
			all = append(all, pathsOf(kind, path)...)
		} else {
			all = append(all, path)
		}
	}
	return all
}
