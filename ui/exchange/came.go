package exchange

type came struct{ path string }

func (c *came) focus()  {}
func (c *came) judge()  {}
func (c *came) onTake() {}

func (s *Screen) onRead()          {}
func (s *Screen) take(path string) {}
