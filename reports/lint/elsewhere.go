package lint

import (
	"slices"

	"ccbreport/reports/viet"
)

// The rule of this file is about places: a report of one ward that names another was made
// from its papers.

// places: the place before the date as the decree has it, and no ward, commune or district in the
// letter or in the template's words that is neither the unit's nor its parent's. The ward
// itself may write of others.
func places(p *Page) {
	if place(p) {
		return
	}
	known := p.homes()
	if home := p.Doc.Head.Place; home != "" && !viet.AtHome(home, known) {
		p.alarm("lint.place.other", "", home, "")
	}
	for _, body := range slices.Concat(p.Doc.To, p.Doc.Copies) {
		for _, other := range viet.Elsewhere(body, known) {
			p.alarm("lint.place.other", "", other.Noun+" "+other.Name, "")
		}
	}
	for _, l := range p.prose() {
		for _, other := range viet.Elsewhere(l.text, known) {
			if own := l.span(other.At); own.Source == "" && own.Figure == "" && !l.quoted(other.At) && !allCapitals(l.text) {
				p.tell("lint.place.other", l, other.At, other.Noun+" "+other.Name, "")
			}
		}
	}
}

// homes are the places of the unit, of its parent and of its branches. The place before the
// date is held against them, so it does not count itself.
func (p *Page) homes() []viet.Place {
	var known []viet.Place
	for _, name := range p.Names {
		if name != p.Doc.Head.Place {
			known = append(known, viet.Places(name)...)
		}
	}
	return known
}
