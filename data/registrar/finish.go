package registrar

import (
	"context"

	"graduand/data/registrar/printing"
)

// Finishing says where a final list is written, and under what it leaves.
type Finishing struct {
	// Path is the file of the list, Register that of the language register: a PDF each. Register is
	// asked for only where somebody on the list needs it (UA-058).
	Path, Register string
	// Date in any spelling and Number are those of the outgoing register; empty leaves a line for the
	// pen (UA-118).
	Date, Number string
}

// FinishList prints a list as final, with its language register where somebody needs one, and freezes
// it as it was printed: what was printed of a list that is refused then stays, and the list goes on.
// The refusals are those of Printing.Save and Post.Finish.
func (r *Registrar) FinishList(ctx context.Context, list string, f Finishing) (printed printing.Printed, err error) {
	ids, err := r.Post.Finishable(list, f.Register != "")
	if err != nil {
		return printed, err
	}
	job := printing.Job{Document: printing.List, Only: ids, Final: true, OutgoingDate: f.Date, OutgoingNumber: f.Number}
	final, register := int64(0), int64(0)
	if printed, err = r.Printing.Save(Numbered(ctx, &final), f.Path, job); err != nil {
		return printed, err
	}
	if f.Register != "" && printed.Registered > 0 {
		names := printing.Job{Document: printing.Register, Only: ids}
		if _, err := r.Printing.Save(Numbered(ctx, &register), f.Register, names); err != nil {
			return printed, err
		}
	}
	return printed, r.Post.Finish(ctx, list, final, register)
}
