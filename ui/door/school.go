package door

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// SchoolForm asks for the description of the school. What is typed is in school at
// once, so that a form built anew, in another language or for another campaign,
// shows it all. The page of a new school and the settings share it.
type SchoolForm struct {
	window   *frame.Window
	campaign *registrar.CampaignFile
	// School is what was typed.
	School data.School
	// Full asks for the code and the addresses too.
	Full bool
	// Fixed shows the school to whom may not change it: nothing can be typed.
	Fixed bool
	// OnSubmit is called on Enter in the last field, OnTyped whenever something is typed.
	OnSubmit func()
	OnTyped  func()

	scroll *container.Scroll
	name   *widgets.Labelled
	typed  []typedField
	advice *centreAdvice
	Typed  bool
}

// NewSchoolForm shows a school as a campaign knows it; the campaign may be nil until it
// is chosen.
func NewSchoolForm(w *frame.Window, c *registrar.CampaignFile, school data.School) *SchoolForm {
	return &SchoolForm{window: w, campaign: c, School: school}
}

// Build makes the fields; they scroll into view within scroll as the focus reaches
// them.
func (f *SchoolForm) Build(scroll *container.Scroll) fyne.CanvasObject {
	f.scroll, f.typed = scroll, nil
	s := &f.School
	f.name = f.entry("name", &s.Name, f.noName)
	rows := container.NewVBox(f.name.Box)
	if f.Full {
		rows.Add(widgets.Pair(f.entry("short_name", &s.ShortName), f.entry("code", &s.Code)))
		rows.Add(f.entry("address", &s.Address).Box)
		rows.Add(f.reached())
		if f.campaign.Hint.Title != "" {
			rows.Add(f.entry("point", &s.RegistrationPoint).Box)
		}
	} else {
		rows.Add(f.entry("short_name", &s.ShortName).Box)
	}
	f.advice = newCentreAdvice(f)
	rows.Add(widgets.Pair(f.institution(), f.centre()))
	rows.Add(f.advice.box)
	f.advice.show()
	if f.Full && f.asksCentrePhone() {
		rows.Add(f.centrePhone())
	}
	rows.Add(widgets.Pair(f.entry("head_title", &s.HeadTitle), f.entry("head_name", &s.HeadName)))
	rows.Add(widgets.Pair(f.entry("district_centre", &s.DistrictCentre), f.entry("district_contact", &s.DistrictCentreContact)))
	site := f.entry("site", &s.Site)
	if input, is := site.Input.(*widgets.FollowedEntry); is {
		input.OnSubmitted = func(string) { f.submit() }
	}
	if f.campaign.Has("lists") {
		rows.Add(widgets.Pair(f.letterhead(), site))
	} else {
		rows.Add(site.Box)
	}
	return rows
}

func (f *SchoolForm) submit() {
	if f.OnSubmit != nil {
		f.OnSubmit()
	}
}

// Valid says under each field what is wrong, goes to the first, and tells whether nothing is.
func (f *SchoolForm) Valid() bool { return f.window.SayLacks(f.lacks()...) }

// lacks are the fields that are typed into with what is wrong in each, from the first on.
func (f *SchoolForm) lacks() []frame.Lack {
	f.School.Name = strings.TrimSpace(f.School.Name)
	lacks := make([]frame.Lack, len(f.typed))
	for i, t := range f.typed {
		lacks[i] = frame.Lack{Field: t.field, Words: t.wrong()}
	}
	return lacks
}

// typedField is a field that is typed into, and what is wrong with what stands there.
type typedField struct {
	field *widgets.Labelled
	wrong func() string
}

// noName is what the name of the school lacks.
func (f *SchoolForm) noName() string {
	return f.window.SayIf(f.School.Name == "", "settings_screen.name_needed")
}

// setCampaign keeps of the school what the other campaign knows, and proposes the
// site of that campaign (KG-006) and the post of the head in its language (D10).
func (f *SchoolForm) setCampaign(c *registrar.CampaignFile) {
	f.School, _ = registrar.SchoolIn(c, f.campaign, f.School)
	f.campaign = c
	if f.School.HeadTitle == "" {
		f.School.HeadTitle = text.For(c.Language).Say("settings_screen.head_title", nil)
	}
}

func (f *SchoolForm) institution() *widgets.Labelled {
	titles, codes := []string{}, []string{}
	for _, t := range f.campaign.In(f.window.Settings.Language).InstitutionTypes {
		titles, codes = append(titles, t.Title), append(codes, t.Code)
	}
	return f.choice("institution_type", titles, codes, &f.School.InstitutionType)
}

func (f *SchoolForm) centre() *widgets.Labelled {
	titles, codes := []string{}, []string{}
	for _, c := range f.campaign.Centres {
		titles, codes = append(titles, c.Title), append(codes, c.Code)
	}
	l := f.choice("centre", titles, codes, &f.School.Centre)
	f.advice.centre = l.Input.(*widgets.FollowedSelect)
	return l
}

// reached are the fields by which the school is reached, each judged when it is left.
func (f *SchoolForm) reached() fyne.CanvasObject {
	phone, email := f.entry("phone", &f.School.Phone, f.noPhone), f.entry("email", &f.School.Email, f.noEmail)
	f.judged(phone, f.noPhone)
	f.judged(email, f.noEmail)
	return widgets.Pair(phone, email)
}

// judged says what is wrong in a field when it is left, and goes on saying it until it is good.
func (f *SchoolForm) judged(l *widgets.Labelled, wrong func() string) {
	e := l.Input.(*widgets.FollowedEntry)
	typed := e.OnChanged
	e.OnChanged = func(words string) {
		faulty := l.Faulty()
		typed(words)
		if faulty {
			l.SetFault(wrong())
		}
	}
	e.OnLeave = func() { l.SetFault(wrong()) }
}

// asksCentrePhone says that the campaign does not know how one of its centres is called.
func (f *SchoolForm) asksCentrePhone() bool {
	for i := range f.campaign.Centres {
		if f.campaign.Centres[i].Phone == "" {
			return true
		}
	}
	return false
}

// centrePhone asks how the centre of the school is called (UA-142).
func (f *SchoolForm) centrePhone() fyne.CanvasObject {
	noPhone := func() string {
		return refusal(f.window, registrar.CheckSchoolPhone(f.campaign, f.School.CentrePhone))
	}
	phone := f.entry("centre_phone", &f.School.CentrePhone, noPhone)
	f.judged(phone, noPhone)
	return phone.Box
}

func (f *SchoolForm) noPhone() string {
	return refusal(f.window, registrar.CheckSchoolPhone(f.campaign, f.School.Phone))
}

func (f *SchoolForm) noEmail() string {
	return refusal(f.window, registrar.CheckEmail(f.School.Email))
}

// entry asks for a text, of which more may be wrong than its letters.
func (f *SchoolForm) entry(id string, target *string, wrong ...func() string) *widgets.Labelled {
	e := &widgets.FollowedEntry{}
	e.ExtendBaseWidget(e)
	e.PlaceHolder, e.Text = f.window.Say("settings_screen.hint."+id, nil), *target
	e.OnSubmitted = func(string) { f.window.Canvas().FocusNext() }
	widgets.Enable(e, !f.Fixed)
	l := widgets.NewLabelled(f.window.Say("settings_screen.field."+id, nil), e)
	f.typed = append(f.typed, typedField{l, func() string {
		for _, is := range wrong {
			if words := is(); words != "" {
				return words
			}
		}
		_, err := data.CleanText(data.Term("settings_screen.field."+id), *target)
		return refusal(f.window, err)
	}})
	e.Gained = func() { widgets.Follow(f.scroll, l.Box) }
	e.OnChanged = func(typed string) {
		*target, f.Typed = typed, true
		l.SetFault("")
		f.advice.show()
		if f.OnTyped != nil {
			f.OnTyped()
		}
	}
	return l
}

// choice asks for one of the codes, or for none.
func (f *SchoolForm) choice(id string, titles, codes []string, target *string) *widgets.Labelled {
	s := &widgets.FollowedSelect{Codes: append([]string{""}, codes...)}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = f.window.Say("settings_screen.not_chosen", nil)
	s.Options = append([]string{s.PlaceHolder}, titles...)
	for i, code := range s.Codes {
		if code != "" && code == *target {
			s.Selected = s.Options[i]
		}
	}
	widgets.Enable(s, !f.Fixed)
	l := widgets.NewLabelled(f.window.Say("settings_screen.field."+id, nil), s)
	s.Gained = func() { widgets.Follow(f.scroll, l.Box) }
	s.OnChanged = func(string) {
		*target, f.Typed = s.Codes[max(s.SelectedIndex(), 0)], true
		f.advice.show()
	}
	return l
}

// letterhead asks what the list is printed on (UA-120).
func (f *SchoolForm) letterhead() *widgets.Labelled {
	c := widgets.NewCheck(f.window.Say("settings_screen.letterhead", nil), func(on bool) { f.School.Letterhead, f.Typed = on, true })
	c.Checked = f.School.Letterhead
	widgets.Enable(c, !f.Fixed)
	l := widgets.NewLabelled(f.window.Say("settings_screen.field.letterhead", nil), c)
	c.Gained = func() { widgets.Follow(f.scroll, l.Box) }
	return l
}

// CampaignTitle is the title of a campaign with its year.
func CampaignTitle(c *registrar.CampaignFile) string {
	if year := strconv.Itoa(c.Year); !strings.Contains(c.Title, year) {
		return c.Title + ", " + year
	}
	return c.Title
}

// LegalBasis is the legal basis of a campaign with its edition.
func LegalBasis(c *registrar.CampaignFile) string {
	return strings.Trim(c.LegalBasis+"; "+c.Edition, "; ")
}
