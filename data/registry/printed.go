package registry

import "maps"

// printedCards tell, by graduate, the values on the card that was printed last.
type printedCards map[string]string

// take takes what one event tells.
func (p printedCards) take(b EventBody) {
	if b.Print != nil {
		maps.Copy(p, b.Print.Seen)
	}
}
