package exchange

import "io"

// Check refuses a record that no message may have, with message.bad_table: a cell that is not what
// its column says.
func (r *Record) Check() error {
	for _, p := range sheafOf(&Message{Records: []Record{*r}}).parts(TypeEntries) {
		if err := p.write(io.Discard); err != nil {
			return err
		}
	}
	return nil
}
