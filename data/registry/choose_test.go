package registry

import (
	"testing"

	"graduand/data"
)

// UA-151: a card is of whose number it has, the earlier card of a new attempt too.
func TestCardNumberOfAFilter(t *testing.T) {
	g := &data.Graduate{}
	g.Current().CardNumber = "123 4567"
	g.StartAttempt(data.RetryRegistration, 2)
	g.Current().CardNumber = "st-0042"
	for number, is := range map[string]bool{"": true, "1234567": true, "*123-4567*": true, "ST0042": true, "234567": false, "12345678": false} {
		t.Run("UA-151 "+number, func(t *testing.T) {
			if ofNumber(g, cardSigns(number)) != is {
				t.Errorf("is theirs: %v", !is)
			}
		})
	}
}
