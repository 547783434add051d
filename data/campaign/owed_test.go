package campaign

import (
	"slices"
	"testing"
)

func TestStateOfWhatIsOwed(t *testing.T) {
	for _, test := range []struct {
		name string
		owed Owed
		want OwedState
		also []OwedState
	}{
		{"KG-064 nothing is paid", Owed{Due: 740, Left: 740}, OwedUnpaid, []OwedState{OwedUnpaid}},
		{"KG-064 a part is", Owed{Due: 740, Paid: 370, Left: 370}, OwedPart, []OwedState{OwedUnpaid, OwedPart}},
		{"KG-065 the centre has not answered", Owed{Due: 740, Paid: 740, Pending: true}, OwedPending, []OwedState{OwedPending}},
		{"KG-065 a refused receipt comes before the money that is missing", Owed{Due: 740, Paid: 370, Left: 370, Refused: true, Pending: true}, OwedRefused, []OwedState{OwedUnpaid, OwedPending, OwedRefused}},
		{"KG-065 one that was paid again asks for nothing, and is found", Owed{Due: 740, Paid: 740, Refused: true}, OwedDone, []OwedState{OwedRefused, OwedDone}},
		{"KG-064 all is paid", Owed{Due: 740, Paid: 740}, OwedDone, []OwedState{OwedDone}},
		{"KG-057 nothing is owed", Owed{}, OwedFree, []OwedState{OwedDone, OwedFree}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.owed.State(); got != test.want {
				t.Errorf("state %q", got)
			}
			var found []OwedState
			for _, state := range []OwedState{OwedUnpaid, OwedPart, OwedPending, OwedRefused, OwedDone, OwedFree} {
				if test.owed.Is(state) {
					found = append(found, state)
				}
			}
			if !slices.Equal(found, test.also) || !test.owed.Is("") {
				t.Errorf("found by %v", found)
			}
		})
	}
}

// KG-064: what one has paid too much takes nothing from what another has still to pay, and one
// sum that no source confirms makes the sum of all doubtful.
func TestWhatSeveralOwe(t *testing.T) {
	owed := Owed{Due: 370, Paid: 740, Confirmed: true, Refused: true}.And(Owed{Due: 370, Left: 370, Pending: true})
	if owed != (Owed{Due: 740, Paid: 740, Left: 370, Pending: true, Refused: true}) {
		t.Errorf("%+v", owed)
	}
}
