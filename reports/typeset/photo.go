package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/jpeg"
	_ "image/png" // photos are JPEG or PNG
)

// A photo is a picture as the file holds it: a JPEG file that says nothing about
// where, when and with what it was taken.
type photo struct {
	width, height int
	grey          bool
	jpeg          []byte
}

// Limits of what is decoded at all: larger files are as a rule made to hurt.
const (
	maxEdge      = 8000
	maxPixels    = 25_000_000
	maxPacking   = 1200 // pixels in one byte; a plain white PNG has about 1000
	uprightPhoto = 1    // its orientation by EXIF
)

var (
	errPhotoSize   = errors.New("too many pixels")
	errPhotoPacked = errors.New("more pixels than the file can hold")
)

// readPhoto takes a JPEG file as it is if it is plain, upright, whole and not
// above the profile's limits; everything else is decoded, turned, made smaller
// and encoded anew. Whatever the bytes are, it neither panics nor takes more
// memory than maxPixels need.
func readPhoto(data []byte, p PhotoProfile) (ph *photo, err error) {
	defer func() {
		if r := recover(); r != nil {
			ph, err = nil, fmt.Errorf("decode photo: %v", r)
		}
	}()
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decode photo: %w", err)
	}
	if err := checkPhotoSize(config, len(data)); err != nil {
		return nil, fmt.Errorf("decode photo: %w", err)
	}
	img, _, err := image.Decode(bytes.NewReader(data)) // even what goes in as it is: half a picture is none
	if err != nil {
		return nil, fmt.Errorf("decode photo: %w", err)
	}
	facts, whole := scanJPEG(data)
	small := max(config.Width, config.Height) <= p.Edge && len(facts.clean) <= p.Bytes
	if whole && facts.plain && facts.orientation == uprightPhoto && small {
		return &photo{config.Width, config.Height, facts.components == 1, facts.clean}, nil
	}
	return encodePhoto(turned(shrunk(flat(img), p.Edge), facts.orientation), p.Quality)
}

func checkPhotoSize(c image.Config, size int) error {
	pixels := int64(c.Width) * int64(c.Height)
	switch {
	case c.Width > maxEdge, c.Height > maxEdge, pixels > maxPixels:
		return errPhotoSize
	case pixels > int64(size)*maxPacking:
		return errPhotoPacked
	}
	return nil
}

func encodePhoto(img *image.RGBA, quality int) (*photo, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("encode photo: %w", err)
	}
	size := img.Bounds().Size()
	return &photo{width: size.X, height: size.Y, jpeg: b.Bytes()}, nil
}

// flat puts a picture on white paper.
func flat(img image.Image) *image.RGBA {
	size := img.Bounds().Size()
	paper := image.NewRGBA(image.Rect(0, 0, size.X, size.Y))
	imagedraw.Draw(paper, paper.Bounds(), image.NewUniform(color.White), image.Point{}, imagedraw.Src)
	imagedraw.Draw(paper, paper.Bounds(), img, img.Bounds().Min, imagedraw.Over)
	return paper
}

// shrunk makes the longer edge of a picture edge pixels long: each new pixel is
// the mean of those that it stands for. It counts in integers, as floats do not
// round alike on all processors.
func shrunk(img *image.RGBA, edge int) *image.RGBA {
	from := img.Bounds().Size()
	longer := max(from.X, from.Y)
	if longer <= edge {
		return img
	}
	to := image.Pt(max(1, from.X*edge/longer), max(1, from.Y*edge/longer))
	small := image.NewRGBA(image.Rectangle{Max: to})
	for y := range to.Y {
		for x := range to.X {
			area := image.Rect(x*from.X/to.X, y*from.Y/to.Y, (x+1)*from.X/to.X, (y+1)*from.Y/to.Y)
			small.SetRGBA(x, y, mean(img, area))
		}
	}
	return small
}

// mean is the mean colour of an area, which is not empty.
func mean(img *image.RGBA, area image.Rectangle) color.RGBA {
	var r, g, b int
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := img.Pix[img.PixOffset(area.Min.X, y):img.PixOffset(area.Max.X, y)]
		for ; len(row) > 0; row = row[4:] {
			r, g, b = r+int(row[0]), g+int(row[1]), b+int(row[2])
		}
	}
	n := area.Dx() * area.Dy()
	return color.RGBA{R: uint8(r / n), G: uint8(g / n), B: uint8(b / n), A: 0xFF}
}

// turned stands a picture upright that a camera wrote lying or mirrored.
func turned(img *image.RGBA, orientation int) *image.RGBA {
	if orientation <= uprightPhoto {
		return img
	}
	size := img.Bounds().Size()
	right, foot := size.X-1, size.Y-1
	source := [...]func(x, y int) (int, int){
		2: func(x, y int) (int, int) { return right - x, y },
		3: func(x, y int) (int, int) { return right - x, foot - y },
		4: func(x, y int) (int, int) { return x, foot - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, foot - x },
		7: func(x, y int) (int, int) { return right - y, foot - x },
		8: func(x, y int) (int, int) { return right - y, x },
	}[orientation]
	if orientation >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	upright := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			upright.SetRGBA(x, y, img.RGBAAt(source(x, y)))
		}
	}
	return upright
}
