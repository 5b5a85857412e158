package typeset

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// jpegFacts are what the segments of a JPEG file tell without decoding it.
type jpegFacts struct {
	components  int
	plain       bool   // baseline or progressive, 8 bits, with colours that no marker outside APP14 decides
	orientation int    // by EXIF, 1 to 8; 1 is upright
	clean       []byte // the file without APPn but APP14, without comments and what stands behind its end
}

// Markers of ISO/IEC 10918-1, table B.1.
const (
	markBaseline    = 0xC0
	markProgressive = 0xC2
	markStart       = 0xD8
	markEnd         = 0xD9
	markScan        = 0xDA
	markApp0        = 0xE0
	markApp1        = 0xE1
	markApp14       = 0xEE
	markApp15       = 0xEF
	markComment     = 0xFE
)

// scanJPEG walks the segments of a file to the marker of its end; whole is
// false if they do not lead there.
func scanJPEG(data []byte) (facts jpegFacts, whole bool) {
	if !bytes.HasPrefix(data, []byte{0xFF, markStart}) {
		return facts, false
	}
	facts.orientation = 1
	facts.clean = append(facts.clean, data[:2]...)
	for rest := data[2:]; ; {
		if rest = skipFill(rest); len(rest) < 2 {
			return facts, false
		}
		mark := rest[1]
		if mark == markEnd {
			facts.clean = append(facts.clean, 0xFF, markEnd)
			return facts, facts.components > 0
		}
		segment, ok := cutSegment(rest)
		if !ok {
			return facts, false
		}
		facts.read(mark, segment[4:])
		if keepsSegment(mark, segment[4:]) {
			facts.clean = append(facts.clean, segment...)
		}
		rest = rest[len(segment):]
		if mark == markScan {
			n := scanLength(rest)
			facts.clean = append(facts.clean, rest[:n]...)
			rest = rest[n:]
		}
	}
}

// skipFill drops what may stand before a marker; the result begins with one, or
// is empty.
func skipFill(rest []byte) []byte {
	for len(rest) > 1 && rest[0] == 0xFF && rest[1] == 0xFF {
		rest = rest[1:]
	}
	if len(rest) == 0 || rest[0] != 0xFF {
		return nil
	}
	return rest
}

// cutSegment gives a segment with its marker and its length.
func cutSegment(rest []byte) (segment []byte, ok bool) {
	alone := rest[1] < markBaseline || rest[1] >= 0xD0 && rest[1] <= markStart
	if alone || len(rest) < 4 {
		return nil, false
	}
	n := 2 + int(binary.BigEndian.Uint16(rest[2:]))
	if n < 4 || n > len(rest) {
		return nil, false
	}
	return rest[:n], true
}

// scanLength counts the bytes of a scan: up to a marker that is no restart.
func scanLength(rest []byte) int {
	for i := 0; i+1 < len(rest); i++ {
		next := rest[i+1]
		if rest[i] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return i
		}
	}
	return len(rest)
}

// keepsSegment says whether a segment belongs to the picture. APP14 says how its
// colours are written; all other APPn hold what is said about it, such as
// the place where it was taken.
func keepsSegment(mark byte, content []byte) bool {
	if mark == markApp14 {
		return len(content) == 12 && bytes.HasPrefix(content, []byte("Adobe"))
	}
	return mark != markComment && (mark < markApp0 || mark > markApp15)
}

func (f *jpegFacts) read(mark byte, content []byte) {
	tables := []byte{0xC4, 0xC8, 0xCC} // among the frames, but none
	switch {
	case mark == markApp1 && bytes.HasPrefix(content, []byte("Exif\x00\x00")):
		f.orientation = orientation(content[6:])
	case mark >= markBaseline && mark <= 0xCF && !slices.Contains(tables, mark):
		f.readFrame(mark, content)
	}
}

// readFrame reads the head of a frame. Components named R, G and B are taken for
// those colours by some readers and not by others.
func (f *jpegFacts) readFrame(mark byte, content []byte) {
	if len(content) < 6 || len(content) != 6+3*int(content[5]) {
		return
	}
	f.components = int(content[5])
	named := f.components == 3 && content[6] == 'R' && content[9] == 'G' && content[12] == 'B'
	f.plain = content[0] == 8 && (mark == markBaseline || mark == markProgressive) &&
		(f.components == 1 || f.components == 3) && !named
}

// orientation finds how a picture is to be turned (EXIF 2.3, tag 274); what is
// no such tag is upright.
func orientation(tiff []byte) int {
	const tag, short = 274, 3
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for n := order.Uint16(tiff[at:]); n > 0 && len(entries) >= 12; n-- {
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			if v := order.Uint16(entries[8:]); v >= 1 && v <= 8 {
				return int(v)
			}
		}
		entries = entries[12:]
	}
	return 1
}
