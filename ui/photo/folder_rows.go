package photo

import (
	"cmp"
	"image"
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// outcomes are those that files are shown by, what a person has to do first.
var outcomes = []photo.Outcome{photo.Doubtful, photo.Unmatched, photo.Sure, photo.There, photo.LeftOut, photo.Refused}

// folderRows is the table of files with an outcome.
type folderRows struct {
	screen  *Folder
	listing widgets.Listing[photo.Proposal]
	table   *widgets.Table
	thumbs  *frame.Thumbs
	filters *fyne.Container
	all     *widgets.Button
	nobody  *widget.Label
}

func newFolderRows(s *Folder) *folderRows {
	w := s.window
	r := &folderRows{screen: s, filters: container.NewStack(), nobody: widgets.Wrapped("")}
	r.thumbs = frame.NewThumbs(w, func(row string) { r.table.Redraw(row) })
	column := func(id string, width float32, drop int) widgets.Column {
		return widgets.Column{Name: id, Title: s.say("column."+id, nil), Width: width, TwoLines: true, Drop: drop}
	}
	note := column("note", 190, 0)
	note.Stretch = true
	r.listing = widgets.Listing[photo.Proposal]{
		{Column: column("file", 220, 0), Cell: func(p photo.Proposal) widgets.Cell {
			return widgets.Cell{Text: fileWords(p.Name), Short: path.Base(p.Name), Picture: func() image.Image { return r.thumbs.Of(p.Path) }}
		}},
		{Column: column("whose", 150, 0), Cell: whoseCell},
		{Column: column("place", 130, 1), Cell: func(p photo.Proposal) widgets.Cell {
			return widgets.Text(s.placeWords(registrar.Attached{Field: p.Field, For: p.For}))
		}},
		{Column: note, Cell: s.noteCell},
	}
	r.table = widgets.NewTable(r.listing.Columns())
	r.table.Plain, r.table.Pictures = true, frame.ThumbSide
	r.table.OnCursor = func(name string) { s.form.show(name) }
	r.table.OnOpened = func(string) { s.form.focus() }
	r.table.OnRemove = func() { s.onLeaveOut() }
	r.table.OnSight = r.onSight
	r.all = widgets.NewButton("", theme.ConfirmIcon(), s.onTakeAll)
	r.nobody.Alignment = fyne.TextAlignCenter
	return r
}

func (r *folderRows) build() fyne.CanvasObject {
	list := container.NewStack(r.table, widgets.InTheMiddle(r.screen.window.Scale(), r.nobody))
	return container.NewBorder(container.NewVBox(r.filters, container.NewHBox(r.all)), nil, nil, nil, list)
}

// onSight makes the small pictures of the rows in sight.
func (r *folderRows) onSight() {
	var wanted []frame.Thumb
	pixels := r.screen.window.ThumbPixels()
	for _, name := range r.table.InSight() {
		if p := r.screen.at(name); p != nil {
			wanted = append(wanted, frame.Thumb{Name: p.Path, Row: name, Make: frame.SmallFile(p.Path, pixels)})
		}
	}
	r.thumbs.Want(wanted)
}

// refresh shows the files of the outcome that was chosen, and how many each has.
func (r *folderRows) refresh() {
	s := r.screen
	var present []photo.Outcome
	var names []string
	for _, of := range outcomes {
		if n := s.count(of); n > 0 || of == photo.Sure || of == s.shown {
			present, names = append(present, of), append(names, s.say("filter."+string(of), map[string]any{"number": n}))
		}
	}
	r.filters.Objects = []fyne.CanvasObject{widgets.ChoiceButtons(names, slices.Index(present, s.shown), func(at int) { s.showOutcome(present[at]) })}
	var rows []widgets.Row
	for _, p := range s.matched {
		if p.Outcome == s.shown {
			rows = append(rows, r.listing.Row(p.Name, p))
		}
	}
	near := r.table.Near(rows)
	r.table.SetRows(rows)
	r.nobody.SetText(s.window.SayIf(len(rows) == 0, "photo_folder.none"))
	switch {
	case r.table.Cursor() != "":
		s.form.show(r.table.Cursor())
	case near != "":
		r.table.MoveTo(near)
	case len(rows) > 0:
		r.table.MoveTo(rows[0].Key)
	default:
		s.form.show("")
	}
	takes := len(s.takable())
	widgets.SetHidden(r.all, s.shown != photo.Doubtful || takes < 2)
	r.all.SetText(s.say("take_all", map[string]any{"number": takes}))
	r.onSight()
}

// fileWords are the name of a file with the folder in which it lies behind it.
func fileWords(name string) string {
	folder, base := path.Split(name)
	if folder == "" {
		return base
	}
	return base + " · " + strings.TrimSuffix(folder, "/")
}

func whoseCell(p photo.Proposal) widgets.Cell {
	if len(p.Candidates) == 0 {
		return widgets.Text("—")
	}
	words := p.Candidates[0].Name
	if class := p.Candidates[0].Class; class != "" {
		words += ", " + class
	}
	return widgets.Text(words)
}

// placeWords are where a file goes: the field, and what it proves there.
func (s *Folder) placeWords(at registrar.Attached) string {
	words := frame.Capital(s.window.TitleOfField(at.Field))
	if privilege := s.window.Registrar().Campaign().Privilege(at.For); privilege != nil {
		words += ": " + privilege.Title
	}
	return words
}

// noteCell is all that is in doubt about a file, the worst first, else what the rules say of it.
func (s *Folder) noteCell(p photo.Proposal) widgets.Cell {
	if p.Why == photo.PlaceTaken {
		return widgets.Text(s.window.Say(p.Why, p.WhyArgs))
	}
	if p.Why != "" {
		cell := s.reasonsCell(p)
		cell.Icon, cell.Colour = theme.QuestionIcon(), theme.ColorNameWarning
		if p.Outcome == photo.Refused {
			cell.Icon, cell.Colour = theme.ErrorIcon(), theme.ColorNameError
		}
		return cell
	}
	if p.Outcome == photo.There || p.Outcome == photo.LeftOut {
		return widgets.Text(s.window.Say("photo.outcome_"+string(p.Outcome), nil))
	}
	cell := s.verdictCell(p.Judged)
	if p.Replaces {
		cell.Text, cell.Short = s.say("replaces", nil)+" "+cell.Text, s.say("replaces", nil)+" "+cmp.Or(cell.Short, cell.Text)
	}
	return cell
}

// reasonsCell tells the reasons whole; where there is less room, the only one by what is wrong, and
// of several each briefly, for no row has room for their sentences.
func (s *Folder) reasonsCell(p photo.Proposal) widgets.Cell {
	var whole, short []string
	for _, d := range p.Reasons() {
		words := s.window.Say(d.Why, d.Args)
		whole, short = append(whole, words), append(short, s.briefly(d, words))
	}
	cell := widgets.Cell{Text: strings.Join(whole, " "), Short: text.FirstSentence(whole[0])}
	if len(short) > 1 {
		cell.Short = frame.Capital(strings.Join(short, "; "))
	}
	return cell
}

// brief are doubts in few words.
var brief = map[string]string{
	"photo.several":         "briefly_several",
	"photo.name_of_other":   "briefly_name_of_other",
	"photo.same_as":         "briefly_same_as",
	"photo.other_class":     "briefly_other_class",
	"photo.other_letters":   "briefly_other_letters",
	"photo.half_a_name":     "briefly_half_a_name",
	"photo.second_file":     "briefly_second_file",
	"photo.which_side":      "briefly_which_side",
	"photo.which_privilege": "briefly_which_privilege",
	"photo.has_another":     "briefly_has_another",
}

// briefly is a doubt in few words, its first sentence where it has none.
func (s *Folder) briefly(d photo.Doubt, words string) string {
	if id := brief[d.Why]; id != "" {
		return s.say(id, d.Args)
	}
	return strings.TrimSuffix(text.FirstSentence(words), ".")
}

// verdictCell is the gravest that the rules say of a picture.
func (s *Folder) verdictCell(j *photo.Judged) widgets.Cell {
	if j == nil || !s.window.Registrar().Campaign().JudgesPictures() {
		return widgets.Cell{}
	}
	told := j.Told()
	for _, of := range []struct {
		verdict string
		icon    fyne.Resource
		colour  fyne.ThemeColorName
	}{{data.PictureBlock, theme.ErrorIcon(), theme.ColorNameError}, {data.PictureWarn, theme.WarningIcon(), theme.ColorNameWarning}} {
		at := slices.IndexFunc(told, func(f photo.Finding) bool { return f.Verdict == of.verdict })
		if at >= 0 {
			words := s.window.Say(told[at].Text, told[at].Args)
			return widgets.Cell{Text: words, Short: text.FirstSentence(words), Icon: of.icon, Colour: of.colour}
		}
	}
	return widgets.Cell{Text: s.window.Say("photo_screen.fine", nil), Icon: theme.ConfirmIcon(), Colour: theme.ColorNameSuccess}
}
