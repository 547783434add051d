package season

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// backupPart makes a copy now, and lists those that the program has made itself.
func (s *Screen) backupPart() fyne.CanvasObject {
	w := s.window
	backup := widgets.NewButton(w.Say("season_screen.backup", nil), theme.DocumentSaveIcon(), s.onBackup)
	backup.Importance = widget.HighImportance
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.backup_about", nil)), container.NewHBox(backup), s.made, s.told, s.list)
}

// onBackup asks where the copy goes: to a stick, not beside the registry.
func (s *Screen) onBackup() {
	w, r := s.window, s.window.Registrar()
	w.SaveAs(w.Say("season_screen.backup_place", nil), datedName(r, registrar.ExtensionBackup), func(path string) {
		frame.RunLong(w, w.Say("season_screen.backing_up", nil), func(ctx context.Context, _ frame.Progress) (string, error) {
			_, err := r.Backup(ctx, path)
			return path, err
		}, s.onBackedUp)
	})
}

func (s *Screen) onBackedUp(path string, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.made.SetText(w.Say("backup.made", map[string]any{"file": path}))
	s.made.Show()
	s.readBackups()
	w.DoneForGood(w.Say("season_screen.backed_up", map[string]any{"file": filepath.Base(path)}))
}

// datedName is the name of a copy of a registry made today.
func datedName(r *registrar.Registrar, ending string) string {
	name := strings.TrimSuffix(filepath.Base(r.Path()), filepath.Ext(r.Path()))
	return data.FileName(name+"-"+string(r.Today()), ending)
}

// readBackups lists the copies in the background.
func (s *Screen) readBackups() {
	r := s.window.Registrar()
	frame.Run(s.window, &s.listing, func(ctx context.Context) (season.Copies, error) { return r.Season.Copies(ctx) }, s.onCopies)
}

// onCopies says when the last copy was made, and lists those of the program itself.
func (s *Screen) onCopies(copies season.Copies, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.told.RemoveAll()
	for _, sentence := range copies.Sentences() {
		label := widgets.Wrapped(w.Say(sentence.ID, sentence.Args))
		if sentence.ID == "backup.late" {
			label.Importance = widget.WarningImportance
		}
		s.told.Add(label)
	}
	s.listKept(copies.Kept)
}

// listKept lists the automatic backups with the way back to each.
func (s *Screen) listKept(kept []registrar.Kept) {
	w := s.window
	s.list.RemoveAll()
	about := widgets.Wrapped(w.Say("season_screen.kept_none", nil))
	if len(kept) > 0 {
		folder := filepath.Dir(kept[0].Path)
		about.SetText(w.Say("season_screen.kept", nil))
		open := widgets.NewButton(w.Say("season_screen.folder", nil), theme.FolderOpenIcon(), func() { s.onFolder(folder) })
		s.list.Add(container.NewBorder(nil, nil, nil, container.NewCenter(open), about))
	} else {
		s.list.Add(about)
	}
	for _, k := range kept {
		s.list.Add(s.keptRow(k))
	}
	s.scroll.Content.Refresh()
}

// keptRow is one automatic backup, with the way back to it.
func (s *Screen) keptRow(k registrar.Kept) fyne.CanvasObject {
	w := s.window
	words := widget.NewLabel(w.Say("season_screen.kept_row", map[string]any{"made": w.Clock(k.Made).Format("02.01.2006 15:04"), "size": frame.SizeOf(w, k.Size)}))
	restore := widgets.NewButton(w.Say("season_screen.restore", nil), nil, func() { w.Go(frame.Route{Screen: frame.Restoring, File: k.Path}) })
	restore.Importance = widget.LowImportance
	return container.NewHBox(widget.NewIcon(theme.HistoryIcon()), words, layout.NewSpacer(), restore)
}

func (s *Screen) onFolder(folder string) { s.window.OpenOutside(&s.opening, folder) }
