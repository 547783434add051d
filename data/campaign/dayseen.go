package campaign

import "strconv"

// DaySeen tells the day of a person apart from those on which the check of the same person finds
// something else: two days that it calls the same find the same. A check knows its day by the person
// alone: by the age, which is less than nothing before the birth, and by the expressions that say «today».
func (c *Campaign) DaySeen(p *Person) string {
	seen := strconv.AppendInt(make([]byte, 0, 8), int64(p.Age), 10)
	for _, expression := range c.daily {
		seen = append(seen, truth(c.Holds(expression, p)))
	}
	return string(seen)
}

// truth is a letter for each of what an expression can come to: what cannot be reckoned for a person
// is told by the check that asks.
func truth(holds bool, err error) byte {
	switch {
	case err != nil:
		return '?'
	case holds:
		return '+'
	}
	return '-'
}
