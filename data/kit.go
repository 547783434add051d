package data

import "strconv"

// How far a paper of a kit is, as the fact [FactPaper] lists it (F-10): a copy was made of it; the
// copy was certified by who registers; it lies in the kit; the original was given back to the person.
const (
	PaperMade      = "made"
	PaperCertified = "certified"
	PaperInKit     = "in_kit"
	PaperReturned  = "returned"
)

// PaperStates are all of them in their order.
func PaperStates() []string { return []string{PaperMade, PaperCertified, PaperInKit, PaperReturned} }

// QuestionOf names a question about a paper of a kit by its place among them, the first is 1.
func QuestionOf(paper string, number int) string { return paper + "." + strconv.Itoa(number) }
