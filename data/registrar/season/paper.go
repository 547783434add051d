package season

import (
	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// OnPaper is what the overview on paper says, in a language; "" is the campaign's own. Whom something
// hinders it says by classes: it names no graduate.
func OnPaper(v *registry.View, language string) (*papers.Overview, error) {
	c := v.Campaign()
	if language != "" {
		c = c.In(language)
	}
	o, err := tell(v, c)
	if err != nil {
		return nil, err
	}
	paper := &papers.Overview{All: papers.OverviewBar{Parts: partsOf(o.Share)}}
	for _, code := range Shares() {
		paper.Shares = append(paper.Shares, data.Term("overview.share_"+code))
	}
	for _, class := range o.Classes {
		paper.Classes = append(paper.Classes, papers.OverviewBar{Class: named(class.Class), Parts: partsOf(class.Share)})
	}
	for _, s := range o.Stages {
		paper.Stages = append(paper.Stages, papers.OverviewStage{Title: data.Term("overview.stage_" + s.Code), Number: s.Number, Of: s.Of})
	}
	for _, d := range o.Dues {
		paper.Days = append(paper.Days, papers.OverviewDay{Title: d.Title, On: d.On.Dotted(), Days: d.Days, Hard: d.Kind == "hard", Waiting: len(d.Graduates)})
	}
	for _, t := range o.Tasks {
		said := t.Sentence(c)
		paper.Tasks = append(paper.Tasks, papers.OverviewTask{What: data.Phrase{ID: said.ID, Args: said.Args}, Severity: t.Severity, Who: namedAll(t.Classes)})
	}
	return paper, nil
}

// partsOf are the numbers of a share in the order of [Shares].
func partsOf(s Share) []int {
	parts := make([]int, 0, len(Shares()))
	for _, code := range Shares() {
		parts = append(parts, s.Of(code))
	}
	return parts
}

// named is a class as papers have it, "" for none.
func named(class string) string {
	if class == registry.NoClass {
		return ""
	}
	return class
}

// namedAll are the classes of a task that have a name.
func namedAll(classes []string) (names []string) {
	for _, class := range classes {
		if name := named(class); name != "" {
			names = append(names, name)
		}
	}
	return names
}
