package photo

import (
	"slices"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
)

// chosenPlace is where the file goes as it is chosen, "" for nowhere.
func (f *folderForm) chosenPlace() string {
	if at := f.place.SelectedIndex(); at >= 0 {
		return f.place.Codes[at]
	}
	return ""
}

// offerPlaces offers the fields that files go into, of several files one for each privilege that
// the chosen one claims, and chooses the one that is wanted.
func (f *folderForm) offerPlaces() {
	s := f.screen
	wanted := registrar.PlaceOf(f.wanted)
	f.place.OnChanged = nil
	f.place.Codes, f.place.Options = nil, nil
	for _, of := range photo.Fields(s.window.Registrar().Campaign()) {
		for _, of := range f.placesIn(of) {
			f.place.Codes = append(f.place.Codes, of)
			f.place.Options = append(f.place.Options, s.placeWords(registrar.PlaceOf(of)))
		}
	}
	f.place.ClearSelected()
	at := slices.IndexFunc(f.place.Codes, func(code string) bool {
		at := registrar.PlaceOf(code)
		return at.Field == wanted.Field && (at.For == wanted.For || wanted.For == "")
	})
	if at >= 0 {
		f.place.SetSelectedIndex(at)
	}
	f.place.OnChanged = func(string) {
		f.wanted = f.chosenPlace()
		f.refreshTake()
	}
}

// placesIn are the places in a field.
func (f *folderForm) placesIn(of *registrar.Field) (places []string) {
	if of.Kind != registrar.KindFiles {
		return []string{of.Code}
	}
	if g := f.found[f.whose]; g != nil {
		for _, code := range g.Current().Privileges {
			places = append(places, of.Code+":"+code)
		}
	}
	return places
}

// onTake takes the file as it was chosen, and goes on.
func (f *folderForm) onTake() {
	if f.take.Disabled() || f.take.Hidden {
		return
	}
	s := f.screen
	before := s.matched
	photo.Say(s.window.Registrar().Campaign(), before, s.settled, f.name, photo.Settled{Graduate: f.whose, Place: f.chosenPlace()})
	s.settle(func() {
		s.tellLeft(photo.TakenFrom(before, s.matched))
		s.next()
	})
}

// onAgain forgets what was said of the file.
func (f *folderForm) onAgain() {
	s := f.screen
	delete(s.settled, f.name)
	s.settle(s.focusRows)
}
