package archive

import (
	"path"
	"slices"
	"strings"
)

// safeNames gives every input a name that Linux, Windows and macOS can all
// hold, the same on each of them. A name that has to change, or that differs
// from another by case only, gets a part of its own hash, so that no two files
// can meet.
func safeNames(files []Blob) map[string]string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	slices.Sort(names)
	stored := map[string]string{}
	taken := map[string]bool{}
	for _, name := range names {
		safe := safeName(name)
		if taken[strings.ToLower(safe)] {
			dir, base := path.Split(safe)
			safe = dir + mark(base, name)
		}
		taken[strings.ToLower(safe)] = true
		stored[name] = safe
	}
	return stored
}

func safeName(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		safe := strings.Map(safeRune, part)
		safe = strings.TrimRight(safe, " .")
		if safe != part || reserved(part) {
			parts[i] = mark(safe, part)
		}
	}
	return strings.Join(parts, "/")
}

func safeRune(r rune) rune {
	if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"\|?*`, r) {
		return '_'
	}
	return r
}

// reserved reports whether Windows takes the name for a device, with any
// extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	if len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) {
		return stem[3] >= '0' && stem[3] <= '9'
	}
	return slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, stem)
}

// mark sets a part of the hash of the full name before the extension, and
// before anything that Windows could take for a device.
func mark(safe, full string) string {
	ext := path.Ext(safe)
	return "_" + strings.TrimSuffix(safe, ext) + "~" + Sum([]byte(full))[:8] + ext
}

// Portable returns the files under names that every system can hold.
func Portable(files []Blob) []Blob {
	names := safeNames(files)
	var all []Blob
	for _, f := range files {
		all = append(all, Blob{names[f.Name], f.Bytes})
	}
	return all
}
