package centrelist

import (
	"strings"

	"graduand/data"
	"graduand/data/campaign"
)

// doubtNumber doubts a row without a number where the list has numbers, and a number that looks like
// none of the centre's.
func (r *row) doubtNumber(c *campaign.Campaign, tells tells) {
	number := strings.ReplaceAll(r.g.Current().CardNumber, " ", "")
	switch {
	case tells.numbers && number == "":
		r.doubt(data.FieldCardNumber, "centre_no_number", nil)
	case number != "" && !c.CardNumberFits(number):
		r.doubt(data.FieldCardNumber, "centre_number_pattern", data.Args{"value": data.Shorten(number), "example": c.CardNumber.Example})
	}
	r.g.Current().CardNumber = number
}

// doubtTwice doubts the rows that have one number.
func (f *file) doubtTwice() {
	rows := map[string][]int{}
	for i := range f.rows {
		if key := f.rows[i].g.CardKey(); key != "" {
			rows[key] = append(rows[key], i)
		}
	}
	for _, same := range rows {
		for k, i := range same {
			if len(same) > 1 {
				other := &f.rows[same[(k+1)%len(same)]]
				f.rows[i].doubt(data.FieldCardNumber, "centre_number_twice", data.Args{"value": f.rows[i].g.Current().CardNumber, "other": other.g.FullName(), "row": rowName(other.place)})
			}
		}
	}
}
