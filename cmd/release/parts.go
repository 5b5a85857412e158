package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// parts lists what each program consists of (CycloneDX).
func (b *build) parts() error {
	for _, t := range []target{forLinux, forWindows} {
		list, err := output(b.tool("cyclonedx-gomod", "bin", "-json", "-std", "-licenses", "-noserial", "-notimestamp",
			"-version", version(), b.program(t)))
		if err != nil {
			return err
		}
		if list, err = withoutTool(list); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(b.out, t.named(".cdx.json")), list, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// withoutTool takes out of a parts list the hashes of the program that made it, as Go
// built it on this machine: where modules are kept shows in them.
func withoutTool(list []byte) ([]byte, error) {
	var all map[string]any
	if err := json.Unmarshal(list, &all); err != nil {
		return nil, fmt.Errorf("read the parts list: %w", err)
	}
	about, _ := all["metadata"].(map[string]any)
	tools, _ := about["tools"].([]any)
	for _, tool := range tools {
		if tool, ok := tool.(map[string]any); ok {
			delete(tool, "hashes")
		}
	}
	list, err := json.MarshalIndent(all, "", "  ")
	return append(list, '\n'), err
}
