package typeset

// Leaflet returns the profile of what no office issues, such as the program's own
// guide: without the decree's head and the signature, with a picture as wide as the
// text, and with a table of contents from a few pages on.
func (p Profile) Leaflet() Profile {
	p.Head.Nation, p.Head.Motto = nil, nil
	p.Sign = SignProfile{}
	p.Photo.Columns, p.Photo.Height = 1, p.Page.Height.scaled(35, 100)
	p.Contents.From = min(p.Contents.From, 5)
	return p
}

// issued says whether the profile is that of a document which an office issues.
func (p Profile) issued() bool { return len(p.Head.Nation) > 0 }
