package campaign

import (
	"slices"

	"graduand/data"
)

// keepsImages are the rules that keep the pictures of a graduate from being complete.
var keepsImages = []string{"required_file", "privilege_document", "file_of_other", "face_like_other", "face_of_last_year", RulePhotoUnjudged, RulePhotoBlocked, RulePhotoDenied, RulePhotoUnconfirmed}

// ImagesOf says whether the photos and scans that the form asks of p are complete (KG-017), by
// what the check has found with g.
func (c *Campaign) ImagesOf(g *data.Graduate, p *Person, found []data.Finding) (data.ImagesState, error) {
	state := data.ImagesNotNeeded
	for _, f := range c.index.list {
		if !f.HoldsFiles() {
			continue
		}
		needed, err := c.needsImage(f, g, p)
		if err != nil {
			return "", err
		}
		if !needed {
			continue
		}
		if slices.ContainsFunc(found, func(x data.Finding) bool { return x.Field == f.Code && c.keepsImage(x) }) {
			return data.ImagesIncomplete, nil
		}
		state = data.ImagesComplete
	}
	return state, nil
}

// keepsImage says that a finding about a picture is open: one of the rules for pictures, or an
// error of the campaign's own.
func (c *Campaign) keepsImage(f data.Finding) bool {
	return slices.Contains(keepsImages, f.Rule) || f.Severity == data.SeverityError
}

// AwaitsLook says that a finding is nothing but a picture that the school has not judged, or on which
// nobody there has looked yet.
func AwaitsLook(f data.Finding) bool {
	return f.Rule == RulePhotoUnjudged || f.Rule == RulePhotoUnconfirmed
}

// HoldingUp parts findings into those that hold p up and those that are told beside them: a picture
// awaits a look that the form does not ask for.
func (c *Campaign) HoldingUp(found []data.Finding, p *Person) (holding, aside []data.Finding, err error) {
	for _, f := range found {
		holds := true
		if field := c.Field(f.Field); field != nil && AwaitsLook(f) {
			if holds, err = c.Holds(field.Required, p); err != nil {
				return nil, nil, err
			}
		}
		if holds {
			holding = append(holding, f)
		} else {
			aside = append(aside, f)
		}
	}
	return holding, aside, nil
}

// Unanswered says that a finding asks what a person alone can answer: it is no error, and nothing has
// to be typed for it.
func Unanswered(f data.Finding) bool {
	return f.Severity == data.SeverityConfirm || AwaitsLook(f)
}

// needsImage says that the form shows a field of pictures to p, and asks for one or has one.
func (c *Campaign) needsImage(f *Field, g *data.Graduate, p *Person) (bool, error) {
	shown, err := c.Shows(f, p)
	if err != nil || !shown {
		return false, err
	}
	if g.Get(f.Code) != "" {
		return true, nil
	}
	return c.Holds(f.Required, p)
}
