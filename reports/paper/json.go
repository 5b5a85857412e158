package paper

import (
	"encoding/json"
	"fmt"
)

// blockJSON is a block with its kind as the key: exactly one is set.
type blockJSON struct {
	Heading   *Heading   `json:"heading,omitempty"`
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	Table     *Table     `json:"table,omitempty"`
	Chart     *Chart     `json:"chart,omitempty"`
	Photos    *Photos    `json:"photos,omitempty"`
}

// MarshalJSON writes the blocks so that an edition can keep its document. The
// files of photos are not in it.
func (bs Blocks) MarshalJSON() ([]byte, error) {
	list := make([]blockJSON, len(bs))
	for i, b := range bs {
		switch b := b.(type) {
		case *Heading:
			list[i].Heading = b
		case *Paragraph:
			list[i].Paragraph = b
		case *Table:
			list[i].Table = b
		case *Chart:
			list[i].Chart = b
		case *Photos:
			list[i].Photos = b
		default:
			return nil, fmt.Errorf("write document: unknown block %T", b)
		}
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (bs *Blocks) UnmarshalJSON(data []byte) error {
	var list []blockJSON
	if err := json.Unmarshal(data, &list); err != nil {
		return fmt.Errorf("read document: %w", err)
	}
	*bs = nil
	for i, b := range list {
		switch {
		case b.Heading != nil:
			*bs = append(*bs, b.Heading)
		case b.Paragraph != nil:
			*bs = append(*bs, b.Paragraph)
		case b.Table != nil:
			*bs = append(*bs, b.Table)
		case b.Chart != nil:
			*bs = append(*bs, b.Chart)
		case b.Photos != nil:
			*bs = append(*bs, b.Photos)
		default:
			return fmt.Errorf("read document: block %d has no known kind", i)
		}
	}
	return nil
}
