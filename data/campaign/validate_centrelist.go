package campaign

// centreListFormat is the first format in which the centre's list has words of its own.
const centreListFormat = 3

// centreList asks that the words of the centre's list are there and are about known subjects.
func (v *validator) centreList() {
	l := &v.c.CentreList
	v.refer("centre_list.link", "link", l.Link)
	v.needs(centreListFormat, l.Link != "" || len(l.Headers)+len(l.Subjects)+len(l.Attested)+len(l.Chosen) > 0)
	for code, names := range l.Subjects {
		key := "centre_list.subjects." + code
		v.refer(key, "subject", code)
		for _, name := range names {
			v.filled(key, name)
		}
	}
	for i, word := range l.Attested {
		v.filled(counted("centre_list.attested", i), word)
	}
	for i, word := range l.Chosen {
		v.filled(counted("centre_list.chosen", i), word)
	}
}
