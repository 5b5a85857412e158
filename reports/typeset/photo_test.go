package typeset

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"ccbreport/fonts"
	"ccbreport/reports/paper"
)

var long = flag.Bool("long", false, "try 20,000 damaged photos and 100 renders, not a few")

// scene is a picture whose corners differ: which one stands where tells how it
// was turned.
func scene(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, color.RGBA{uint8(255 * x / width), uint8(255 * y / height), uint8(x*y/64) & 64, 255})
		}
	}
	return img
}

func madeJPEG(width, height int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, scene(width, height), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func encoded(t testing.TB, img image.Image, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(b *bytes.Buffer, img image.Image) error  { return png.Encode(b, img) }
func asJPEG(b *bytes.Buffer, img image.Image) error { return jpeg.Encode(b, img, nil) }

// withSegment puts a segment behind the start of a JPEG file.
func withSegment(file []byte, mark byte, content string) []byte {
	segment := []byte{0xFF, mark}
	segment = binary.BigEndian.AppendUint16(segment, uint16(len(content)+2))
	return append(append(append([]byte{}, file[:2]...), append(segment, content...)...), file[2:]...)
}

// exif is an EXIF segment with an orientation and the words of a place.
func exif(orientation byte) string {
	return "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" +
		string([]byte{orientation}) + "\x00\x00\x00\x00\x00\x00GPS 21.05N 105.88E"
}

// TestReadPhoto: what goes in as it is, what is encoded anew, what not at all.
func TestReadPhoto(t *testing.T) {
	p, _ := builtin(t)
	plain := madeJPEG(60, 40)
	grey := image.NewGray(image.Rect(0, 0, 60, 40))
	large := madeJPEG(2000, 1000)
	tests := []struct {
		name   string
		data   []byte
		same   bool // the bytes of the file, less what is said about it
		size   string
		err    string
		reason string
	}{
		{"plain", plain, true, "60x40", "", "nothing is gained by encoding again"},
		{"grey", encoded(t, grey, asJPEG), true, "60x40", "", "grey is a colour space of PDF"},
		{"exif upright", withSegment(plain, 0xE1, exif(1)), true, "60x40", "", "the place is cut out, the picture stays"},
		{"comment", withSegment(withSegment(plain, 0xFE, "ghi chú"), 0xE2, "ICC_PROFILE\x00"), true, "60x40", "", "comments and other APPn go"},
		{"tail", append(bytes.Clone(plain), "\xFF\xD8\xFF\xE1 second picture"...), true, "60x40", "", "what stands behind the end goes"},
		{"exif lying", withSegment(plain, 0xE1, exif(6)), false, "40x60", "", "readers of PDF do not turn pictures"},
		{"png", encoded(t, scene(60, 40), asPNG), false, "60x40", "", "a PNG is flattened and encoded"},
		{"large", large, false, fmt.Sprintf("%dx%d", p.Photo.Edge, p.Photo.Edge/2), "", "a page shows no more pixels"},
		{"cut", plain[:len(plain)*3/4], false, "", "short Huffman data", "half a picture is none"},
		{"no end", plain[: len(plain)-2 : len(plain)-2], false, "", "unexpected EOF", "nor is one whose end is not known"},
		{"cut png", encoded(t, scene(60, 40), asPNG)[:120], false, "", "not enough pixel data", "the same of a PNG"},
		{"text", []byte("không phải ảnh"), false, "", "unknown format", "no picture at all"},
		{"empty", nil, false, "", "unknown format", "nothing"},
		{"bomb", hugePNG(t, 9000, 10), false, "", errPhotoSize.Error(), "refused before it is decoded"},
		{"packed", hugePNG(t, 5000, 4000), false, "", errPhotoPacked.Error(), "so is one that promises more than it can hold"},
	}
	for _, tt := range tests {
		ph, err := readPhoto(tt.data, p.Photo)
		if tt.err != "" {
			if err == nil || !strings.Contains(err.Error(), tt.err) {
				t.Errorf("%s: error %v, want one with %q (%s)", tt.name, err, tt.err, tt.reason)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v (%s)", tt.name, err, tt.reason)
			continue
		}
		if got := fmt.Sprintf("%dx%d", ph.width, ph.height); got != tt.size {
			t.Errorf("%s: %s, want %s (%s)", tt.name, got, tt.size, tt.reason)
		}
		core := bytes.TrimPrefix(plain, plain[:2])
		if tt.name != "grey" && bytes.HasSuffix(ph.jpeg, core) != tt.same {
			t.Errorf("%s: same bytes %v, want %v (%s)", tt.name, !tt.same, tt.same, tt.reason)
		}
		checkBare(t, tt.name, ph)
	}
}

// hugePNG is a small file whose head promises a large picture.
func hugePNG(t testing.TB, width, height uint32) []byte {
	t.Helper()
	data := encoded(t, image.NewGray(image.Rect(0, 0, 1, 1)), asPNG)
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// checkBare: a photo in the file is a picture and tells nothing else.
func checkBare(t *testing.T, name string, ph *photo) {
	t.Helper()
	for _, said := range []string{"Exif", "GPS", "ICC_PROFILE", "ghi chú", "second picture"} {
		if bytes.Contains(ph.jpeg, []byte(said)) {
			t.Errorf("%s: the photo holds %q", name, said)
		}
	}
	c, err := jpeg.DecodeConfig(bytes.NewReader(ph.jpeg))
	if err != nil || c.Width != ph.width || c.Height != ph.height {
		t.Errorf("%s: %dx%d of %dx%d: %v", name, c.Width, c.Height, ph.width, ph.height, err)
	}
}

// TestTurned: a picture written in each of the eight ways of EXIF stands upright.
func TestTurned(t *testing.T) {
	const width, height = 4, 3
	upright := scene(width, height)
	// Where the camera put the pixel that belongs at x, y of the upright picture.
	written := map[int]func(x, y int) (int, int){
		1: func(x, y int) (int, int) { return x, y },
		2: func(x, y int) (int, int) { return width - 1 - x, y },
		3: func(x, y int) (int, int) { return width - 1 - x, height - 1 - y },
		4: func(x, y int) (int, int) { return x, height - 1 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, width - 1 - x },
		7: func(x, y int) (int, int) { return height - 1 - y, width - 1 - x },
		8: func(x, y int) (int, int) { return height - 1 - y, x },
	}
	for orientation, place := range written {
		size := image.Pt(width, height)
		if orientation >= 5 {
			size = image.Pt(height, width)
		}
		camera := image.NewRGBA(image.Rectangle{Max: size})
		for y := range height {
			for x := range width {
				cx, cy := place(x, y)
				camera.SetRGBA(cx, cy, upright.RGBAAt(x, y))
			}
		}
		if got := turned(camera, orientation); !bytes.Equal(got.Pix, upright.Pix) || got.Rect != upright.Rect {
			t.Errorf("orientation %d does not stand upright", orientation)
		}
	}
}

// TestDamagedPhotos: whatever is done to a photo, it is a picture without
// anything said about it, or an error; never a panic.
func TestDamagedPhotos(t *testing.T) {
	p, _ := builtin(t)
	seeds := [][]byte{
		withSegment(madeJPEG(48, 32), 0xE1, exif(6)),
		withSegment(madeJPEG(33, 17), 0xE1, exif(1)),
		encoded(t, scene(32, 24), asPNG),
		encoded(t, image.NewGray(image.Rect(0, 0, 24, 24)), asJPEG),
	}
	rounds := 400
	if *long {
		rounds = 20_000
	}
	rnd := rand.New(rand.NewPCG(30, 2020))
	read := 0
	for i := range rounds {
		data := mutated(rnd, seeds[i%len(seeds)])
		ph, err := readPhoto(data, p.Photo)
		if err != nil {
			continue
		}
		read++
		checkBare(t, fmt.Sprint("round ", i), ph)
	}
	if read == 0 || read == rounds {
		t.Errorf("%d of %d damaged photos were read: the damage tests nothing", read, rounds)
	}
}

// mutated changes, cuts out or doubles a few bytes, or cuts the end off.
func mutated(rnd *rand.Rand, seed []byte) []byte {
	data := bytes.Clone(seed)
	for range 1 + rnd.IntN(4) {
		at := rnd.IntN(len(data))
		n := rnd.IntN(min(8, len(data)-at) + 1)
		switch rnd.IntN(8) {
		case 0:
			data = append(data[:at:at], data[at+n:]...)
		case 1:
			data = append(data[:at+n:at+n], data[at:]...)
		case 2:
			data = data[:max(1, at)]
		default:
			data[at] = byte(rnd.IntN(256))
		}
		if len(data) == 0 {
			return seed[:1]
		}
	}
	return data
}

// TestPhotosInFile: photos of one width, a PNG, a lying one and one that is
// damaged give a sound file, a finding, and no word about any camera.
func TestPhotosInFile(t *testing.T) {
	jpg := madeJPEG(60, 40)
	doc := &paper.Document{Body: []paper.Block{&paper.Photos{Items: []paper.Photo{
		{Name: "a.jpg", Caption: "Ảnh một", Data: withSegment(jpg, 0xE1, exif(1))},
		{Name: "b.jpg", Caption: "Ảnh hai", Data: withSegment(jpg, 0xE1, exif(8))},
		{Name: "c.jpg", Caption: "Ảnh hỏng", Data: jpg[:200]},
		{Name: "d.png", Caption: "Ảnh ba", Alt: "Người trồng cây", Data: encoded(t, scene(60, 40), asPNG)},
		{Name: "e.png", Caption: "Ảnh lớn", Data: hugePNG(t, 9000, 9000)},
	}}}}
	p, _ := builtin(t)
	result, findings, err := PDF(t.Context(), doc, p, fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, f := range findings {
		got += f.Code + " " + f.Args["file"] + "; "
	}
	if want := "photo.damaged c.jpg; photo.toobig e.png; "; got != want {
		t.Errorf("findings %q, want %q", got, want)
	}
	for _, said := range []string{"Exif", "GPS"} {
		if bytes.Contains(result.PDF, []byte(said)) {
			t.Errorf("the file holds %q", said)
		}
	}
	if out := tool(t, result.PDF, "qpdf", "--check", "PDF"); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Error(out)
	}
	if out := tool(t, result.PDF, "pdfimages", "-list", "PDF"); strings.Count(out, " jpeg ") != 3 {
		t.Errorf("want three JPEG pictures:\n%s", out)
	}
	structure := tool(t, result.PDF, "pdfinfo", "-struct", "PDF")
	if strings.Count(structure, "Figure") != 3 {
		t.Errorf("want three figures:\n%s", structure)
	}
}
