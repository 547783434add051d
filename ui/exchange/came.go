package exchange

type came struct{ path string }

func (c *came) focus()  {}
func (c *came) judge()  {}
func (c *came) onTake() {}

// onRead asks for a file of the centre.
func (s *Screen) onRead() {
	s.window.Files.Open(s.say("choose", nil), []string{".age"}, s.take)
}

// take takes a file of the centre: the enrolment while there was none, else what it says of people.
func (s *Screen) take(path string) {
	if !s.known.state.Enrolled {
		s.askCode(path)
		return
	}
}
