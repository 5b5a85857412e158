package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A bar shows how far long work is. What is quick, or goes to a file, has none.
const (
	barWidth = 24
	barAfter = 700 * time.Millisecond
)

// progress draws the bar while files are read.
func (t *tui) progress(done, total int, _ string) {
	if t.began.IsZero() {
		t.began = time.Now()
	}
	if !t.terminal || t.quiet || total == 0 || time.Since(t.began) < barAfter {
		return
	}
	full := barWidth * done / total
	bar := strings.Repeat("█", full) + strings.Repeat("░", barWidth-full)
	fmt.Fprintf(t.err, "\r%s %s", bar, t.Say(progressLine, strconv.Itoa(done), strconv.Itoa(total)))
	t.drawn = true
}

// endProgress takes the bar away.
func (t *tui) endProgress() {
	if t.drawn {
		fmt.Fprint(t.err, "\r\033[K")
		t.drawn = false
	}
}
