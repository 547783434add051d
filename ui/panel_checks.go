package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
)

// panelChecks is a field of which several things can be ticked: subjects, privileges,
// or one thing that is so or not.
type panelChecks struct {
	panelPart
	codes  []string
	checks []*widget.Check
	stored string
	// showing says that the ticks follow the registry, not a person.
	showing bool
}

// ticked is what a check box that is ticked is stored as.
const ticked = "yes"

// newPanelChecks is nil for a field that is not ticked.
func newPanelChecks(p *graduatePanel, code, kind, name string) *panelChecks {
	f := &panelChecks{panelPart: newPanelPart(p, code, name)}
	campaign := p.window.registrar.Campaign()
	switch kind {
	case "checkbox":
		f.add(ticked, name)
	case "subjects":
		for _, s := range campaign.Subjects {
			if !s.Included {
				f.add(s.Code, s.Title)
			}
		}
	case "privileges":
		for _, item := range campaign.Privileges {
			f.add(item.Code, item.Title)
		}
	default:
		return nil
	}
	return f
}

func (f *panelChecks) add(code, title string) {
	check := widget.NewCheck(title, func(bool) { f.onTicked() })
	if !f.panel.window.registrar.MayFill(f.code) {
		check.Disable()
	}
	f.codes, f.checks = append(f.codes, code), append(f.checks, check)
}

func (f *panelChecks) object() fyne.CanvasObject {
	boxes := container.NewVBox()
	for _, check := range f.checks {
		boxes.Add(check)
	}
	return container.NewVBox(f.caption(), boxes, f.fault)
}

func (f *panelChecks) show(g *data.Graduate) {
	f.stored, f.showing = g.Get(f.code), true
	chosen := f.chosen()
	for i, code := range f.codes {
		f.checks[i].SetChecked(slices.ContainsFunc(chosen, func(c string) bool { return bare(c) == code }))
	}
	f.showing = false
}

func (f *panelChecks) chosen() []string { return data.SplitList(f.stored) }

// bare is the code of a subject without its level.
func bare(code string) string {
	code, _, _ = strings.Cut(code, ":")
	return code
}

// onTicked saves what is ticked now; a subject keeps the level that it had.
func (f *panelChecks) onTicked() {
	if f.showing {
		return
	}
	var next []string
	for i, code := range f.codes {
		if !f.checks[i].Checked {
			continue
		}
		if at := slices.IndexFunc(f.chosen(), func(c string) bool { return bare(c) == code }); at >= 0 {
			code = f.chosen()[at]
		}
		next = append(next, code)
	}
	r, id, value := f.panel.window.registrar, f.panel.id, strings.Join(next, ",")
	f.save(func(ctx context.Context) error {
		_, err := r.Change(ctx, id, []registrar.Assign{{Field: f.code, Value: value}})
		return err
	})
}
