package roster

// unnumbered are the persons of a table since its last running number who have none. What
// they are known by, the caller says.
type unnumbered struct {
	waiting []int
	found   bool
}

// pass looks at the next person; number is what stands in the column of running numbers, and
// goesOn says that it is the one behind the last. It returns those past whom the numbers go on
// as if they did not stand there: they may be nobody of the list, as parents are, each below a
// graduate.
func (u *unnumbered) pass(person int, number string, goesOn bool) (passed []int) {
	if number == "" {
		u.waiting = append(u.waiting, person)
		return nil
	}
	if goesOn {
		passed = u.waiting
	}
	u.waiting, u.found = nil, u.found || len(passed) > 0
	return passed
}

// end returns those behind the last number, where there were such before: else one is often
// forgotten there.
func (u *unnumbered) end() []int {
	if !u.found {
		return nil
	}
	return u.waiting
}
