package typeset

import (
	"cmp"
	"errors"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A setPhoto is a photo in its place in the grid: the picture's size and its
// caption, both in one column.
type setPhoto struct {
	picture picture
	caption []box
}

// photos sets pictures as a grid. A picture stands with its caption, and those
// beside each other with each other, on one page. One that cannot be read is
// left out with a finding.
func (s *setter) photos(b *paper.Photos) []box {
	p := s.p.Photo
	columns := p.Columns
	if s.width > s.height {
		columns = p.ColumnsWide
	}
	width := (s.width - p.Gutter*Length(columns-1)) / Length(columns)
	var set []setPhoto
	for _, item := range b.Items {
		ph, err := readPhoto(item.Data, p)
		if err != nil {
			s.findings.Add(photoFinding(err), "", reports.Args{"file": item.Name})
			continue
		}
		set = append(set, s.photo(item, ph, width))
	}
	var boxes []box
	for len(set) > 0 {
		n := min(columns, len(set))
		boxes = append(boxes, s.photoRow(set[:n], width)...)
		set = set[n:]
	}
	if len(boxes) > 0 {
		boxes[len(boxes)-1].height += p.After
	}
	return spaced(p.Before, boxes)
}

func photoFinding(err error) string {
	if errors.Is(err, errPhotoSize) {
		return "photo.toobig"
	}
	return "photo.damaged"
}

// photo makes a picture as wide as its column or as high as the profile allows.
func (s *setter) photo(item paper.Photo, ph *photo, width Length) setPhoto {
	p := s.p.Photo
	figure := s.section.child("Figure")
	figure.alt = cmp.Or(item.Alt, item.Caption, item.Name)
	pic := picture{photo: ph, element: figure, width: width, height: width.scaled(ph.height, ph.width)}
	if pic.height > p.Height {
		pic.width, pic.height = p.Height.scaled(ph.width, ph.height), p.Height
	}
	pic.x = (width - pic.width) / 2
	caption := s.lines(plain(item.Caption), setting{
		size: p.CaptionSize, pitch: p.CaptionPitch, style: paper.Italic, align: paper.Centre, width: width})
	return setPhoto{pic, tagged(s.section.child("P"), caption...)}
}

// photoRow sets photos beside each other in the middle of the page. Of captions
// that would not fit the page with their pictures, the last lines follow.
func (s *setter) photoRow(set []setPhoto, width Length) []box {
	p := s.p.Photo
	var tallest Length
	lines := 0
	for _, ph := range set {
		tallest, lines = max(tallest, ph.picture.height), max(lines, len(ph.caption))
	}
	top := tallest + p.CaptionGap
	fitting := min(lines, int((s.height-top)/p.CaptionPitch))
	row := box{gap: p.RowGap, height: top + Length(fitting)*p.CaptionPitch}
	rest := make([]box, lines-fitting)
	left := (s.width - width*Length(len(set)) - p.Gutter*Length(len(set)-1)) / 2
	for i, ph := range set {
		x := left + Length(i)*(width+p.Gutter)
		row.place(x, (tallest-ph.picture.height)/2, ph.picture)
		for j, line := range ph.caption {
			if j < fitting {
				row.place(x, top+Length(j)*p.CaptionPitch, line.items...)
				continue
			}
			rest[j-fitting].height = p.CaptionPitch
			rest[j-fitting].place(x, 0, line.items...)
		}
	}
	return append([]box{row}, rest...)
}

// photoName is the name of a picture among the resources of the file.
func photoName(n int) string { return "Photo" + strconv.Itoa(n+1) }
