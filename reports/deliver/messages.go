package deliver

import "fmt"

// Messages returns the messages about an edition or what is due, as they are
// sent, in the order in which they were queued.
func (s *State) Messages(about string) ([]Message, error) {
	rows, err := s.db.Query(`SELECT id, kind, about, sender, recipient, subject, sha256, message
		FROM deliveries WHERE about = ? ORDER BY queued, rowid`, about)
	if err != nil {
		return nil, fmt.Errorf("read letters: %w", err)
	}
	defer rows.Close()
	var list []Message
	for rows.Next() {
		var m Message
		if err := rows.Scan(&m.ID, &m.Kind, &m.About, &m.From, &m.To, &m.Subject, &m.SHA256, &m.Bytes); err != nil {
			return nil, fmt.Errorf("read letters: %w", err)
		}
		list = append(list, m)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read letters: %w", err)
	}
	return list, nil
}
