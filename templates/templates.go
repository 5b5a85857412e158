// Package templates holds the built-in templates: what is counted, what is
// said, how the page is set. Each file can be overridden by one of the same
// name in the folder paths.templates of config.toml.
package templates

import "embed"

// FS holds the files of this folder.
//
//go:embed *.toml *.md *.txt
var FS embed.FS
