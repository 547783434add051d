// Package imaging says of a photo or a scan whether it is acceptable, and if not, why.
//
// It is pure: the bytes of a file and a [Profile] of limits go in, a [Judgement] comes out,
// the same on every system and at every time. It knows nothing of graduates and of campaigns,
// says nothing in words, and never alters a picture: what a crop is, is said by numbers.
//
// A judgement is a list of findings, one a rule. The rules are those of the house's study of
// photos; where a rule asks what no program can tell (the same person, a retouched skin), there is no
// finding but a question for a person, see [Questions].
package imaging
