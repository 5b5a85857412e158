package archive

import (
	"strconv"
	"strings"
	"unicode"
)

// codeLetters are those of a code. None looks like another in print (no 0 and O, 1, I and
// L, 2 and Z, 5 and S, 8 and B) or sounds like another read out in Vietnamese (no C beside
// K, B beside P, N beside M, D, G, I or Y), so a code holds over the telephone.
const codeLetters = "23456789AEFHKMPRTVX"

// codeLength makes 47 million codes: drafts of a ward do not meet by chance.
const codeLength = 6

// Code is the short code of an edition, "4F7-K2M", from its seal. A person who reads it out
// has this edition in hand and no other: it guards against mistakes, such as approving draft 3
// when the chairman has read draft 2. It is no signature and no secret: whoever has
// the manifest can work it out.
func (m Manifest) Code() string {
	n, err := strconv.ParseUint(m.Seal[:min(16, len(m.Seal))], 16, 64)
	if err != nil {
		return "" // no edition has such a seal
	}
	var code [codeLength]byte
	for i := range code {
		code[i] = codeLetters[n%uint64(len(codeLetters))]
		n /= uint64(len(codeLetters))
	}
	return string(code[:codeLength/2]) + "-" + string(code[codeLength/2:])
}

// IsCode reports whether what a person wrote is the code: in capitals or not, with blanks,
// hyphens and dots anywhere.
func (m Manifest) IsCode(written string) bool {
	return bareCode(written) != "" && bareCode(written) == bareCode(m.Code())
}

func bareCode(written string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, written)
}
