package registrar

import "graduand/data"

// Invent makes the people of a demonstration without one.
func Invent(o DemoOptions) []data.Graduate {
	d := &demo{options: o, names: stocks[o.Campaign.Demo.People], rand: newRand(o.Seed)}
	return d.invent()
}

// DemoFault is what is wrong with the portrait, and with the card, of the person at n of those
// who have pictures in a demonstration.
func DemoFault(n int) (portrait, document string) { return faultOf(n) }
