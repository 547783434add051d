package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
)

// schoolForm asks for the description of the school. What is typed is in school at
// once, so that a form built anew, in another language or for another campaign,
// shows it all. The page of a new school and the settings share it.
type schoolForm struct {
	window   *Window
	campaign *registrar.CampaignFile
	school   data.School
	// full asks for the short name, the code and the addresses too.
	full bool
	// onSubmit is called on Enter in the last field.
	onSubmit func()

	scroll *container.Scroll
	name   *labelled
	typed  bool
}

func newSchoolForm(w *Window, c *registrar.CampaignFile, school data.School) *schoolForm {
	return &schoolForm{window: w, campaign: c, school: school}
}

// build makes the fields; they scroll into view within scroll as the focus reaches
// them.
func (f *schoolForm) build(scroll *container.Scroll) fyne.CanvasObject {
	f.scroll = scroll
	s := &f.school
	f.name = f.entry("name", &s.Name)
	rows := container.NewVBox(f.name.box)
	if f.full {
		rows.Add(pair(f.entry("short_name", &s.ShortName), f.entry("code", &s.Code)))
		rows.Add(f.entry("address", &s.Address).box)
		rows.Add(pair(f.entry("phone", &s.Phone), f.entry("email", &s.Email)))
	}
	rows.Add(pair(f.institution(), f.centre()))
	rows.Add(pair(f.entry("head_title", &s.HeadTitle), f.entry("head_name", &s.HeadName)))
	rows.Add(pair(f.entry("district_centre", &s.DistrictCentre), f.entry("district_contact", &s.DistrictCentreContact)))
	site := f.entry("site", &s.Site)
	if input, is := site.input.(*followedEntry); is {
		input.OnSubmitted = func(string) { f.submit() }
	}
	if f.campaign.Has("lists") {
		rows.Add(pair(f.letterhead(), site))
	} else {
		rows.Add(site.box)
	}
	return rows
}

func (f *schoolForm) submit() {
	if f.onSubmit != nil {
		f.onSubmit()
	}
}

// valid marks what is missing and tells whether nothing is.
func (f *schoolForm) valid() bool {
	f.name.setFault("")
	f.school.Name = strings.TrimSpace(f.school.Name)
	if f.school.Name != "" {
		return true
	}
	f.name.setFault(f.window.say("settings_screen.name_needed", nil))
	f.window.Canvas().Focus(f.name.input)
	return false
}

// setCampaign keeps of the school what the other campaign knows, and proposes the
// site of that campaign (KG-006) and the post of the head in its language (D10).
func (f *schoolForm) setCampaign(c *registrar.CampaignFile) {
	if s := &f.school; s.Site == "" || f.campaign != nil && s.Site == f.campaign.SiteURL {
		s.Site = c.SiteURL
	}
	f.campaign = c
	if f.school.HeadTitle == "" {
		f.school.HeadTitle = text.For(c.Language).Say("settings_screen.head_title", nil)
	}
	if c.InstitutionType(f.school.InstitutionType) == nil {
		f.school.InstitutionType = ""
	}
	if c.Centre(f.school.Centre) == nil {
		f.school.Centre = ""
	}
	if len(c.Centres) == 1 {
		f.school.Centre = c.Centres[0].Code
	}
}

func (f *schoolForm) institution() *labelled {
	titles, codes := []string{}, []string{}
	for _, t := range f.campaign.InstitutionTypes {
		titles, codes = append(titles, t.Title), append(codes, t.Code)
	}
	return f.choice("institution_type", titles, codes, &f.school.InstitutionType)
}

func (f *schoolForm) centre() *labelled {
	titles, codes := []string{}, []string{}
	for _, c := range f.campaign.Centres {
		titles, codes = append(titles, c.Title), append(codes, c.Code)
	}
	return f.choice("centre", titles, codes, &f.school.Centre)
}

func (f *schoolForm) entry(id string, target *string) *labelled {
	e := &followedEntry{}
	e.ExtendBaseWidget(e)
	e.PlaceHolder, e.Text = f.window.say("settings_screen.hint."+id, nil), *target
	e.OnSubmitted = func(string) { f.window.Canvas().FocusNext() }
	l := newLabelled(f.window.say("settings_screen.field."+id, nil), e)
	e.gained = func() { follow(f.scroll, l.box) }
	e.OnChanged = func(typed string) {
		*target, f.typed = typed, true
		l.setFault("")
	}
	return l
}

// choice asks for one of the codes, or for none.
func (f *schoolForm) choice(id string, titles, codes []string, target *string) *labelled {
	s := &followedSelect{codes: append([]string{""}, codes...)}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = f.window.say("settings_screen.not_chosen", nil)
	s.Options = append([]string{s.PlaceHolder}, titles...)
	for i, code := range s.codes {
		if code != "" && code == *target {
			s.Selected = s.Options[i]
		}
	}
	l := newLabelled(f.window.say("settings_screen.field."+id, nil), s)
	s.gained = func() { follow(f.scroll, l.box) }
	s.OnChanged = func(string) {
		*target, f.typed = s.codes[max(s.SelectedIndex(), 0)], true
	}
	return l
}

// letterhead asks what the list is printed on (UA-120).
func (f *schoolForm) letterhead() *labelled {
	c := &followedCheck{}
	c.ExtendBaseWidget(c)
	c.Text, c.Checked = f.window.say("settings_screen.letterhead", nil), f.school.Letterhead
	c.OnChanged = func(on bool) { f.school.Letterhead, f.typed = on, true }
	l := newLabelled(f.window.say("settings_screen.field.letterhead", nil), c)
	c.gained = func() { follow(f.scroll, l.box) }
	return l
}
