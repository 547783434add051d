package paper

// LabelSheet is a sheet of A4 with labels that are stuck on, in mm: so many across and down, each
// so wide and high, the first one Left and Top from the corner, without room between.
type LabelSheet struct {
	Across, Down  int
	Width, Height float64
	Left, Top     float64
}

// Places is how many labels a sheet has.
func (l LabelSheet) Places() int { return l.Across * l.Down }

// Place is the upper left corner of label i, which may lie on a further sheet.
func (l LabelSheet) Place(i int) (x, y float64) {
	at := i % l.Places()
	return l.Left + float64(at%l.Across)*l.Width, l.Top + float64(at/l.Across)*l.Height
}
