// Package typeset sets a document as pages and draws them as a PDF file. It is
// the last stage before the archive and the only home of fpdf.
//
// Layout turns a [paper.Document] into pages of items at fixed places, in whole
// thousandths of a point; it is pure and has a text dump. Drawing puts those
// items on paper and decides nothing. How a page looks is data: page.toml.
//
// No line, row or signature block is cut by a page break. No rune is drawn that
// its face lacks. Nothing depends on clock, environment or machine.
package typeset

import (
	"context"
	"fmt"
	"io/fs"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A Result is a finished file.
type Result struct {
	PDF   []byte
	Pages int
}

// PDF sets doc by the profile with the faces in fonts. The findings are about
// what the page cannot show: glyph.missing (Args rune, text), a rune without a
// glyph, drawn as "?"; photo.damaged (Args file), a file that is no whole photo,
// left out; photo.toobig (Args file), the same for one of too many pixels;
// table.wide (Args table, column, columns), a table with words so long that even
// parted they had to be cut. The document is not changed.
func PDF(ctx context.Context, doc *paper.Document, p Profile, fonts fs.FS) (Result, reports.Findings, error) {
	face, err := loadTypeface(fonts, p.Font)
	if err != nil {
		return Result{}, nil, err
	}
	g, findings := layout(ctx, doc, p, face)
	if ctx.Err() != nil {
		return Result{}, nil, fmt.Errorf("set pages: %w", context.Cause(ctx))
	}
	props := propertiesOf(doc)
	made, err := draw(ctx, g.pages, props, face)
	if err != nil {
		return Result{}, nil, err
	}
	file, err := archival(made, props, g.tree)
	if err != nil {
		return Result{}, nil, err
	}
	return Result{PDF: file, Pages: len(g.pages)}, findings, nil
}
