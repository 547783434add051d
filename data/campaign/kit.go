package campaign

import (
	"slices"

	"graduand/data"
)

// ChecksOf is what is looked at on a paper before it goes into a kit: its own, then those of
// every copy.
func (c *Campaign) ChecksOf(k *KitDocument) []string {
	checks := slices.Clone(k.Checks)
	if k.Form == FormCopy {
		checks = append(checks, c.Kits.CopyChecks...)
	}
	return checks
}

// HandedIn says that the graduate brings a paper of the kit: what the school itself makes out
// for this person is not brought (UA-158). Where the file does not say for whom it makes one out,
// it may be another school that does. A doubt is settled for the graduate.
func (c *Campaign) HandedIn(k *KitDocument, p *Person) bool {
	if k.Letter == nil || !k.Letter.Issued || k.Letter.When == "" {
		return true
	}
	issued, err := c.Holds(k.Letter.When, p)
	return err != nil || !issued
}

// KitPaper is a paper of somebody's kit, and how it stands.
type KitPaper struct {
	*KitDocument
	// States are how far it is, of [data.PaperStates]; Noted is who noted it last, nil for nobody.
	States []string
	Noted  *data.Fact
	// HandedIn says that the graduate brings it; else the school makes it out (UA-158).
	HandedIn bool
	// Questions are what is looked at on it.
	Questions []Question
}

// Question is something that is looked at on a paper of a kit before it goes (UA-159, UA-160).
type Question struct {
	// Code is that of the paper with the number of the question, see [data.QuestionOf].
	Code, Says string
	// Refusal is the code of the refusal that it prevents, "" for none.
	Refusal string
	// Alone says that it is answered for this person alone, never with all others at once (UA-051).
	Alone bool
	// Answer is what was said last, nil for nothing; its kind is asked for yes and failed for no.
	Answer *data.Fact
}

// Yes says that the question was answered with yes.
func (q *Question) Yes() bool { return q.Answer != nil && q.Answer.Kind == data.FactAsked }

// InKit says that the paper lies in the kit.
func (k *KitPaper) InKit() bool { return slices.Contains(k.States, data.PaperInKit) }

// Copy says that the paper is a copy of one that the person shows and takes back (F-10).
func (k *KitPaper) Copy() bool { return k.Form == FormCopy }

// Done says that the paper lies in the kit and every question about it was answered with yes.
func (k *KitPaper) Done() bool {
	return k.InKit() && !slices.ContainsFunc(k.Questions, func(q Question) bool { return !q.Yes() })
}

// KitOf is the kit of a graduate, paper by paper, with how each stands.
func (c *Campaign) KitOf(g *data.Graduate, p *Person) ([]KitPaper, error) {
	needed, err := c.Kit(p)
	if err != nil {
		return nil, err
	}
	kit := make([]KitPaper, len(needed))
	for i, k := range needed {
		kit[i] = KitPaper{KitDocument: k, HandedIn: c.HandedIn(k, p), Noted: g.Current().Fact(data.FactPaper, k.Code)}
		if kit[i].Noted != nil {
			kit[i].States = data.SplitList(kit[i].Noted.Seen)
		}
		if kit[i].Questions, err = c.questions(g, k, p); err != nil {
			return nil, err
		}
	}
	return kit, nil
}

// KitDone says that nothing is missing in a kit and every question about it is answered.
func KitDone(kit []KitPaper) bool {
	return len(kit) > 0 && !slices.ContainsFunc(kit, func(k KitPaper) bool { return !k.Done() })
}

// questions are those about a paper that are asked of this person.
func (c *Campaign) questions(g *data.Graduate, k *KitDocument, p *Person) (asked []Question, err error) {
	for i, says := range c.ChecksOf(k) {
		if own := i < len(k.Checks); own && i < len(k.ChecksWhen) && k.ChecksWhen[i] != "" {
			holds, err := c.Holds(k.ChecksWhen[i], p)
			if err != nil {
				return nil, err
			}
			if !holds {
				continue
			}
		}
		q := Question{Code: data.QuestionOf(k.Code, i+1), Says: says, Refusal: c.prevents(k, i), Alone: slices.Contains(k.OneByOne, i+1)}
		if q.Answer = g.Current().Fact(data.FactAsked, q.Code); q.Answer == nil {
			q.Answer = g.Current().Fact(data.FactFailed, q.Code)
		}
		asked = append(asked, q)
	}
	return asked, nil
}

// prevents is the code of the refusal that the check of this place prevents.
func (c *Campaign) prevents(k *KitDocument, at int) string {
	of := k.Prevents
	if at >= len(k.Checks) {
		of, at = c.Kits.CopyPrevents, at-len(k.Checks)
	}
	if at < len(of) {
		return of[at]
	}
	return ""
}
