// Command release makes what a ward installs: a zip for Windows, a tar and a .deb
// for Linux, what they consist of (CycloneDX), and SHA256SUMS. The same tree and
// the same Go give the same bytes in any folder and on any day.
//
//	go run ./cmd/release [--out DIR]
//
// The version is the program's own, archive.Program: nobody can release under
// another name what calls itself 0.2.0. What is packed with, nfpm and
// cyclonedx-gomod, is pinned in deploy/tools.mod, apart from go.mod.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", "dist", "folder for the packages; what stands in it under their names is replaced")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := release(".", *out); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// A build is one release as it is made.
type build struct {
	root  string // of the module
	out   string // where the packages go
	stage string // what nfpm packs
	files papers
}

// release makes every package of the tree at root.
func release(root, out string) error {
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		return fmt.Errorf("find the module: run it where go.mod is: %w", err)
	}
	stage, err := os.MkdirTemp("", "ccbreport-release-")
	if err != nil {
		return fmt.Errorf("make a folder to work in: %w", err)
	}
	defer os.RemoveAll(stage)
	if out, err = filepath.Abs(out); err != nil {
		return fmt.Errorf("find %s: %w", out, err)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return fmt.Errorf("make the folder of packages: %w", err)
	}
	b := &build{root: root, out: out, stage: stage}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"programs", b.programs},
		{"papers", b.collect},
		{"zip for Windows", b.windows},
		{"tar for Linux", b.linux},
		{"deb", b.debian},
		{"parts list", b.parts},
		{"sums", b.sums},
	} {
		fmt.Fprintln(os.Stderr, step.name)
		if err := step.do(); err != nil {
			return fmt.Errorf("make %s: %w", step.name, err)
		}
	}
	return nil
}
