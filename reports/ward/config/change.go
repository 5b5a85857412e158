package config

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"ccbreport/reports/ward/say"
)

const byteOrderMark = "\ufeff"

// readText reads a configuration as text; mark is what old Notepads put before it.
func readText(file string) (mark, text string, err error) {
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", "", noConfig.With(file)
	case err != nil:
		return "", "", badConfigFile.Because(err, file)
	case !utf8.Valid(data) || bytes.ContainsRune(data, 0):
		return "", "", notUTF8.With(file)
	}
	text, marked := strings.CutPrefix(string(data), byteOrderMark)
	if marked {
		mark = byteOrderMark
	}
	return mark, text, nil
}

// Look reads a setting of the file; see [Get].
func Look(file, key string) (words []string, ok bool, err error) {
	_, text, err := readText(file)
	if err != nil {
		return nil, false, err
	}
	return Get(text, key)
}

// Change changes the text of a configuration, if it can be used then: else nothing is
// written, and the loader says what is wrong with it.
func Change(file string, edit func(src string) (string, error)) error {
	mark, text, err := readText(file)
	if err != nil {
		return err
	}
	next, err := edit(text)
	if err != nil || next == text {
		return err
	}
	if _, err := Parse(next, file); err != nil {
		return refused(file, err)
	}
	if info, err := os.Stat(file); err == nil && info.Mode().Perm()&0o222 == 0 {
		return readOnly.With(file)
	}
	return Replace(file, []byte(mark+next))
}

// refused says that nothing was written, and why in the loader's own words.
func refused(file string, why error) error {
	var f *say.Failure
	if !errors.As(why, &f) {
		return notChanged.Because(why, file)
	}
	all := notChanged.With(file)
	all.More = append([]*say.Failure{f}, f.More...)
	return all
}

// Replace puts a text in the place of a file, whole or not at all, and takes away what a
// killed writer left beside it. Two must not write one file at a time.
func Replace(file string, text []byte) error {
	mode := fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	dir, pattern := filepath.Dir(file), "."+filepath.Base(file)+"-*"
	left, err := filepath.Glob(filepath.Join(dir, pattern))
	for _, name := range left {
		err = errors.Join(err, os.Remove(name))
	}
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(dir, pattern)
	if err != nil {
		return err
	}
	_, err = temp.Write(text)
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Chmod(temp.Name(), mode)
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
