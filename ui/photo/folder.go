package photo

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Folder answers: whose is each of these many pictures, and which is somebody to look at? It goes
// from files over the question which pictures they are to the lists of what is sure, in doubt and
// unmatched; then all that is sure is put in by one act.
type Folder struct {
	window *frame.Window
	page   *fyne.Container
	choose *widgets.Button

	folderChoice
	// shown is of which outcome the files are that the table shows, writing that the registry is
	// changing because of us.
	shown   photo.Outcome
	writing bool
	turn    frame.Turn

	rows   *folderRows
	form   *folderForm
	attach *widgets.Button
}

// folderChoice are files with all that was said of them.
type folderChoice struct {
	// name is how they are called together.
	name    string
	matched []photo.Proposal
	settled map[string]photo.Settled
}

// NewFolder makes the page, which begins with the choice of a folder.
func NewFolder(w *frame.Window) *Folder { return &Folder{window: w} }

// Build assembles the widgets.
func (s *Folder) Build() fyne.CanvasObject {
	s.page = container.NewStack()
	s.showStart()
	return s.page
}

// Shown puts the keyboard where the work begins.
func (s *Folder) Shown() {
	if s.matched == nil {
		s.window.Canvas().Focus(s.choose)
		return
	}
	s.focusRows()
}

// Changed holds the files against the registry anew when somebody else has changed it.
func (s *Folder) Changed(what registrar.Signal) {
	if what == registrar.GraduatesChanged && s.matched != nil && !s.writing {
		s.settle(func() {})
	}
}

// Arrive takes the files of a route.
func (s *Folder) Arrive(r frame.Route) {
	if len(r.Files) > 0 {
		s.take(r.Files)
	}
}

// Keep is the files with what was said of them.
func (s *Folder) Keep() any {
	if s.matched == nil {
		return nil
	}
	return s.folderChoice
}

// GiveBack shows them again.
func (s *Folder) GiveBack(kept any) {
	s.folderChoice = kept.(folderChoice)
	s.showFiles()
}

// Unsaved says that something was settled by hand and is not put in yet.
func (s *Folder) Unsaved() bool {
	return slices.ContainsFunc(s.matched, func(p photo.Proposal) bool { return p.Settled && p.Outcome == photo.Sure })
}

// MainAction chooses a folder, or puts in what is sure.
func (s *Folder) MainAction() {
	if s.matched == nil {
		chooseFolder(s.window)
		return
	}
	s.onAttach()
}

func (s *Folder) say(id string, args map[string]any) string {
	return s.window.Say("photo_folder."+id, args)
}

// chooseFolder asks for a folder with pictures and goes to the page that takes it.
func chooseFolder(w *frame.Window) {
	w.Files.Folder(w.Say("photo_folder.choose", nil), func(path string) { w.Go(frame.Route{Screen: frame.PhotoFolder, Files: []string{path}}) })
}

// showStart is the page before there are files.
func (s *Folder) showStart() {
	s.folderChoice = folderChoice{}
	s.choose = widgets.NewButton(s.window.Say("photo_screen.add_folder", nil), theme.FolderOpenIcon(), func() { chooseFolder(s.window) })
	column := container.NewVBox(widgets.ImportAir(), widgets.Heading(s.say("title", nil)), widgets.Wrapped(s.say("about", nil)), container.NewHBox(s.choose))
	s.setPage(container.NewVScroll(container.New(&widgets.Readable{Width: 620 * s.window.Scale()}, column)))
}

func (s *Folder) setPage(page fyne.CanvasObject) {
	s.page.Objects = []fyne.CanvasObject{page}
	s.page.Refresh()
}

// take takes files; what was settled about others is not thrown away unasked.
func (s *Folder) take(paths []string) {
	if !s.Unsaved() {
		s.list(paths)
		return
	}
	s.window.AskTwice(s.say("discard_title", nil), widgets.Wrapped(s.say("discard_text", map[string]any{"folder": s.name})), 460,
		frame.Choice{Label: s.window.Say("ui.stay", nil)},
		frame.Choice{Label: s.say("discard_yes", nil), Danger: true, Chosen: func() { s.list(paths) }})
}

// list finds the files in folders, and then asks which pictures they are.
func (s *Folder) list(paths []string) {
	frame.RunLong(s.window, s.say("listing", nil), func(ctx context.Context, _ frame.Progress) ([]photo.File, error) { return photo.FilesIn(ctx, paths) },
		func(files []photo.File, err error) { s.onListed(calledTogether(paths), files, err) })
}

// calledTogether is what several paths are called: the one, or the folder in which they lie.
func calledTogether(paths []string) string {
	if len(paths) == 1 {
		return filepath.Base(paths[0])
	}
	return filepath.Base(filepath.Dir(paths[0]))
}

func (s *Folder) onListed(name string, files []photo.File, err error) {
	switch {
	case err != nil:
		s.window.Fail(err)
	case len(files) == 0:
		s.window.Done(s.say("empty", map[string]any{"folder": name}), nil)
	default:
		s.askKind(name, files)
		return
	}
	s.leaveEmpty()
}

// leaveEmpty goes back to the photos where no files are on the page.
func (s *Folder) leaveEmpty() {
	if s.matched == nil {
		s.window.Go(frame.Route{Screen: frame.Photo})
	}
}

// askKind asks into which field files go whose names say none.
func (s *Folder) askKind(name string, files []photo.File) {
	w, c := s.window, s.window.Registrar().Campaign()
	fields, usual := photo.Fields(c), photo.Usual(c, name)
	kinds := widgets.NewOneOf(func(int) {})
	var options []widgets.Option
	for _, f := range fields {
		options = append(options, widgets.Option{Title: frame.Capital(w.TitleOfField(f.Code))})
	}
	kinds.Offer(options...)
	kinds.Set(max(slices.IndexFunc(fields, func(f *registrar.Field) bool { return f.Code == usual }), 0))
	content := container.NewVBox(widgets.Wrapped(s.say("files", map[string]any{"count": len(files), "folder": name})),
		widgets.FieldCaption(s.say("kind", nil)), kinds, widgets.Small(s.say("kind_note", nil)))
	box := w.Ask(s.say("title", nil), content, 520,
		frame.Choice{Label: s.say("read", nil), Chosen: func() { s.match(name, files, fields[kinds.Chosen()].Code) }},
		frame.Choice{Label: w.Say("ui.cancel", nil), Chosen: s.leaveEmpty})
	kinds.OnEscape = box.Leave
	w.Canvas().Focus(kinds)
}

// match reads the files and finds whose they are.
func (s *Folder) match(name string, files []photo.File, usual string) {
	r := s.window.Registrar()
	frame.RunLong(s.window, s.say("reading", nil), func(ctx context.Context, progress frame.Progress) ([]photo.Proposal, error) {
		return r.Photo.Match(ctx, files, usual, nil, progress)
	}, func(matched []photo.Proposal, err error) {
		if err != nil {
			s.window.Fail(err)
			s.leaveEmpty()
			return
		}
		s.folderChoice = folderChoice{name, matched, map[string]photo.Settled{}}
		s.showFiles()
		s.tell()
		s.focusRows()
	})
}

// settle says anew what becomes of the files, as it was said of them, and then does what follows.
func (s *Folder) settle(then func()) {
	r, matched, settled := s.window.Registrar(), s.matched, maps.Clone(s.settled)
	frame.Run(s.window, &s.turn, func(ctx context.Context) ([]photo.Proposal, error) { return r.Photo.Settle(ctx, matched, settled) },
		func(proposals []photo.Proposal, err error) {
			if err != nil {
				s.window.Fail(err)
				return
			}
			s.matched = proposals
			s.refresh()
			then()
		})
}

// count is how many files have an outcome.
func (s *Folder) count(of photo.Outcome) (n int) {
	for i := range s.matched {
		if s.matched[i].Outcome == of {
			n++
		}
	}
	return n
}

// at is a file by its name, nil for none.
func (s *Folder) at(name string) *photo.Proposal {
	i := slices.IndexFunc(s.matched, func(p photo.Proposal) bool { return p.Name == name })
	if i < 0 {
		return nil
	}
	return &s.matched[i]
}

// tell says in the status line what was found, where nothing is left to do.
func (s *Folder) tell() {
	if s.count(photo.There) == len(s.matched) {
		s.window.Done(s.say("all_there", map[string]any{"count": len(s.matched)}), nil)
	}
}
