package batch

import (
	"flag"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"ccbreport/reports/archive"
)

var long = flag.Bool("long", false, "render the sample a hundred times instead of three, change each figure alone, and read more wards")

// shuffledFS lists its folders in an order of its own, as file systems do.
type shuffledFS struct {
	fs.FS
	rng *rand.Rand
}

func (s shuffledFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	s.rng.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// TestSameBytes renders the sample again and again, with its files listed in
// another order and on another number of processors: one hash, of the page and
// of the data.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	renders := 3
	if *long {
		renders = 100
	}
	hashes := map[string]int{}
	for n := range renders {
		runtime.GOMAXPROCS([]int{1, 2, 8}[n%3])
		job := sampleJob()
		job.Inbox = shuffledFS{job.Inbox, rand.New(rand.NewPCG(uint64(n), 7))}
		store, err := archive.Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		r, err := Run(t.Context(), job, store)
		if err != nil {
			t.Fatal(err)
		}
		var sums []string
		for _, out := range r.Edition.Manifest.Outputs {
			sums = append(sums, out.Name+" "+out.SHA256)
		}
		slices.Sort(sums)
		for _, s := range sums {
			hashes[s]++
		}
		if !r.New {
			t.Error("a first run found an edition")
		}
	}
	for s, n := range hashes {
		if n != renders {
			t.Errorf("%s in %d of %d renders", s, n, renders)
		}
	}
}
