package data

// Status is how far a registration has come. It is derived, never stored (F-02).
type Status string

// The states of this road, in their order. Later facts (kit, list, package,
// answer) add states behind them.
const (
	StatusDraft    Status = "draft"
	StatusComplete Status = "data_complete"
	StatusNumbered Status = "card_numbered"
	StatusRemoved  Status = "removed"
)

// Statuses are all states in their order.
func Statuses() []Status {
	return []Status{StatusDraft, StatusComplete, StatusNumbered, StatusRemoved}
}

// StatusOf derives the state of g from its facts; complete says that no check
// finds an error in its data.
func StatusOf(g *Graduate, complete bool) Status {
	switch r := g.Current(); {
	case g.Removed != nil:
		return StatusRemoved
	case !complete:
		return StatusDraft
	case r.CardNumber == "":
		return StatusComplete
	default:
		return StatusNumbered
	}
}
