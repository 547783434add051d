package registrar

import "graduand/data"

// Invent makes the people of a demonstration without one.
func Invent(o DemoOptions) []data.Graduate {
	d := &demo{options: o, names: stocks[o.Campaign.Demo.People], rand: newRand(o.Seed)}
	return d.invent()
}
