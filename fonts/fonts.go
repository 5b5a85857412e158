// Package fonts holds the embedded faces: Liberation Serif 2.1.5, whose widths
// are those of Times New Roman and which has all Vietnamese letters
// (SIL Open Font License 1.1, see LICENSE).
package fonts

import "embed"

// FS holds LiberationSerif-{Regular,Bold,Italic,BoldItalic}.ttf.
//
//go:embed *.ttf
var FS embed.FS
