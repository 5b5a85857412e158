package typeset

import "math"

// A fit says what good lines are.
type fit int

const (
	justified fit = iota // spaces grow as little and as evenly as can be
	ragged               // lines are full; the last may be short
	balanced             // lines are equally long
)

// breakLines cuts words into lines, the first of width first, all others of
// width rest, so that the sum of what is bad about them is least. A word wider
// than a line is cut where the line ends; glue that cannot hold gives way.
func (s *setter) breakLines(words []word, size, first, rest Length, f fit) [][]word {
	words = s.fitting(words, size, min(first, rest))
	n := len(words)
	cost := make([]int, n+1) // of the words from i on, when a line begins at i
	next := make([]int, n)   // where the line that begins at i ends
	for i := n - 1; i >= 0; i-- {
		width := rest
		if i == 0 {
			width = first
		}
		cost[i], next[i] = bestLine(words, i, width, cost, f)
	}
	var lines [][]word
	for i := 0; i < n; i = next[i] {
		lines = append(lines, words[i:next[i]])
	}
	return lines
}

// bestLine finds where the line that begins at word i best ends.
func bestLine(words []word, i int, width Length, cost []int, f fit) (best, end int) {
	best = math.MaxInt
	natural, spaces := Length(0), Length(0)
	for j := i; j < len(words); j++ {
		if j > i {
			natural += words[j].space.width
			spaces += words[j].space.width
		}
		natural += words[j].width
		if natural > width && end > 0 {
			break
		}
		last := j+1 == len(words)
		if !last && words[j+1].glued {
			continue
		}
		c := badness(width-natural, spaces, f, last, j == i) + cost[j+1]
		if c < best {
			best, end = c, j+1
		}
	}
	return best, end
}

// badness says how bad a line is that misses its width by slack.
func badness(slack, spaces Length, f fit, last, single bool) int {
	const (
		line       = 10   // so that of two ways the one with fewer lines wins
		runt       = 400  // a last line of one syllable
		raggedRunt = 80   // the same where the line above would be short instead
		gaping     = 4000 // a line that cannot be stretched at all
		overfull   = 1 << 30
	)
	switch {
	case slack < 0:
		return overfull
	case last && f == justified && single:
		return line + runt
	case last && f == ragged && single:
		return line + raggedRunt
	case last && f != balanced:
		return line
	case f != justified:
		pt := int(slack / point)
		return line + pt*pt/10
	case spaces == 0:
		return gaping
	}
	percent := int(slack * 100 / spaces)
	return line + percent*percent/100
}

// fitting gives the words with the glue undone that would hold more than a line
// and with words wider than a line cut.
func (s *setter) fitting(words []word, size, width Length) []word {
	fitting := make([]word, 0, len(words))
	group := Length(0)
	for _, w := range words {
		if w.glued {
			group += w.space.width + w.width
			w.glued = group <= width
		}
		if !w.glued {
			group = w.width
		}
		if w.width > width {
			fitting = append(fitting, s.cut(w, size, width)...)
			continue
		}
		fitting = append(fitting, w)
	}
	return fitting
}

// cut divides a word into pieces no wider than width; each has one rune at
// least.
func (s *setter) cut(w word, size, width Length) []word {
	parts := []word{{space: w.space}}
	for _, f := range w.fragments {
		for _, r := range f.text {
			last := &parts[len(parts)-1]
			piece := s.fragment(string(r), f.style, size, f.tie)
			if last.width > 0 && last.width+piece.width > width {
				parts = append(parts, word{})
				last = &parts[len(parts)-1]
			}
			last.add(piece)
		}
	}
	return parts
}

// add appends a fragment, to the last one if they are set alike.
func (w *word) add(f fragment) {
	w.width += f.width
	if n := len(w.fragments); n > 0 && w.fragments[n-1].joins(f) {
		w.fragments[n-1].text += f.text
		w.fragments[n-1].width += f.width
		return
	}
	w.fragments = append(w.fragments, f)
}
