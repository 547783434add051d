package photo

import (
	"context"
	"image"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// row is somebody with the pictures of the form.
type row struct {
	graduate *data.Graduate
	pictures []photo.Shown
	state    photo.State
}

// rowsOf are the graduates of a filter with their pictures, those in trouble first.
func rowsOf(r *registrar.Registrar, filter registrar.Filter) ([]row, error) {
	found, err := r.Photo.List(filter)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(found))
	for i, f := range found {
		rows[i] = row{f.Graduate, f.Pictures, f.State}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return rank(a.state) - rank(b.state) })
	return rows, nil
}

// at is which of the pictures stands at a place, -1 for none.
func (r row) at(place string) int {
	return slices.IndexFunc(r.pictures, func(s photo.Shown) bool { return s.Place == place })
}

// first is the place of the picture to look at first, "" where there is none.
func (r row) first() string {
	if len(r.pictures) == 0 {
		return ""
	}
	for _, is := range []func(photo.Shown) bool{photo.Shown.Refused, photo.Shown.Waits} {
		if at := slices.IndexFunc(r.pictures, is); at >= 0 {
			return r.pictures[at].Place
		}
	}
	return r.pictures[0].Place
}

// next is the place of another picture that is to be looked at, "" where there is none.
func (r row) next(place string) string {
	for _, s := range r.pictures {
		if s.Place != place && s.Waits() {
			return s.Place
		}
	}
	return ""
}

// names are those of the pictures; several in one field are numbered.
func (r row) names(w *frame.Window) []string {
	names := make([]string, len(r.pictures))
	for i, s := range r.pictures {
		names[i] = frame.Capital(w.TitleOfField(s.Field.Code))
		if strings.Contains(s.Place, ":") {
			names[i] += " " + strconv.Itoa(numberOf(r.pictures[:i+1], s.Field.Code))
		}
	}
	return names
}

// numberOf is how many of some pictures stand in a field.
func numberOf(pictures []photo.Shown, code string) (n int) {
	for _, s := range pictures {
		if s.Field.Code == code {
			n++
		}
	}
	return n
}

// unjudged is how many of the pictures nobody has judged as they are now.
func (r row) unjudged() (n int) {
	for _, s := range r.pictures {
		if !s.Current {
			n++
		}
	}
	return n
}

// faceName names the small picture of the face, "" where there is none.
func (r row) faceName() string {
	if at := r.faceAt(); at >= 0 {
		return r.pictures[at].File + " " + strconv.Itoa(r.pictures[at].Turn)
	}
	return ""
}

func (r row) faceAt() int {
	return slices.IndexFunc(r.pictures, func(s photo.Shown) bool { return s.Field.PictureOf() == registrar.PictureFace })
}

// face is the small picture of the face that the row wants, without a name where there is none.
func (r row) face(w *frame.Window) frame.Thumb {
	at := r.faceAt()
	if at < 0 {
		return frame.Thumb{}
	}
	desk, pixels, id, s := w.Registrar().Form, w.ThumbPixels(), r.graduate.ID, r.pictures[at]
	return frame.Thumb{Name: r.faceName(), Row: id, Make: func(ctx context.Context) (image.Image, error) {
		content, err := desk.Attachment(ctx, id, s.Place)
		if err != nil {
			return nil, err
		}
		return frame.Small(ctx, content, s.Turn, pixels)
	}}
}

// onSight makes the small pictures of the people in sight.
func (s *Screen) onSight() {
	var wanted []frame.Thumb
	for _, id := range s.Table.InSight() {
		wanted = append(wanted, s.rows[id].face(s.Window))
	}
	s.thumbs.Want(wanted)
}

// listing are the columns of the table.
func listing(w *frame.Window, faces *frame.Thumbs) widgets.Listing[row] {
	name := widgets.Column{Title: w.Say("column.name", nil), Width: 170, Stretch: true, TwoLines: true}
	class := widgets.Column{Title: w.Say("column.class", nil), Width: 50, Drop: 1}
	state := widgets.Column{Title: w.Say("photo_screen.column.state", nil), Width: 150, TwoLines: true}
	return widgets.Listing[row]{
		{Column: name, Cell: func(r row) widgets.Cell {
			name := r.faceName()
			return widgets.Cell{Text: r.graduate.FullName(), Picture: func() image.Image { return faces.Of(name) }}
		}},
		{Column: class, Cell: func(r row) widgets.Cell { return widgets.Text(r.graduate.Class) }},
		{Column: state, Cell: func(r row) widgets.Cell { return stateCell(w, r.state) }},
	}
}

func stateCell(w *frame.Window, state photo.State) widgets.Cell {
	icon, colour := stateLook(state)
	return widgets.Cell{Text: w.Say("photo_screen.state."+string(state), nil), Sort: strconv.Itoa(rank(state)), Icon: icon, Colour: colour}
}

func stateLook(state photo.State) (fyne.Resource, fyne.ThemeColorName) {
	switch state {
	case photo.StateRefused:
		return theme.ErrorIcon(), theme.ColorNameError
	case photo.StateWaits:
		return theme.QuestionIcon(), theme.ColorNamePrimary
	case photo.StateMissing:
		return theme.WarningIcon(), theme.ColorNameWarning
	case photo.StateComplete:
		return theme.ConfirmIcon(), theme.ColorNameSuccess
	}
	return theme.RadioButtonIcon(), theme.ColorNamePlaceHolder
}
