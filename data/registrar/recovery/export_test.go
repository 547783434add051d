package recovery

// LowerPrice lets passwords cost little, where a test is about something else.
func LowerPrice() { workFactor = 10 }
