package season

import "graduand/data"

// Place is how many graduates have come so far and no farther.
type Place struct {
	Status data.Status
	Number int
}

// Step is with how many graduates the same is to be done next, nothing where Next is "".
type Step struct {
	Next   data.Next
	Number int
}

// places count where everybody stands, and what is next for each (F-17).
func (o *overview) places() visit {
	there, steps := map[data.Status]int{}, map[data.Next]int{}
	return visit{
		func(p *standing) {
			there[p.Status]++
			steps[p.Next]++
		},
		func() {
			for _, status := range data.Statuses() {
				if n := there[status]; n > 0 {
					o.Places = append(o.Places, Place{status, n})
				}
			}
			for _, next := range append(data.NextActions(), "") {
				if n := steps[next]; n > 0 {
					o.Steps = append(o.Steps, Step{next, n})
				}
			}
		},
	}
}
