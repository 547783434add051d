package season

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// keptBackup is an automatic backup beside the registry.
type keptBackup struct {
	path string
	made time.Time
	size int64
}

// backupPart makes a copy now, and lists those that the program has made itself.
func (s *Screen) backupPart() fyne.CanvasObject {
	w := s.window
	backup := widgets.NewButton(w.Say("season_screen.backup", nil), theme.DocumentSaveIcon(), s.onBackup)
	backup.Importance = widget.HighImportance
	return container.NewVBox(widgets.Wrapped(w.Say("season_screen.backup_about", nil)), container.NewHBox(backup), s.made, s.list)
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
	s.scroll.Content.Refresh()
	w.Done(w.Say("season_screen.backed_up", map[string]any{"file": filepath.Base(path)}), nil)
}

// datedName is the name of a copy of a registry made today.
func datedName(r *registrar.Registrar, ending string) string {
	name := strings.TrimSuffix(filepath.Base(r.Path()), filepath.Ext(r.Path()))
	return data.FileName(name+"-"+string(r.Today()), ending)
}

// readBackups lists the automatic backups in the background.
func (s *Screen) readBackups() {
	folder := registrar.BackupFolder(s.window.Registrar().Path())
	frame.Run(s.window, &s.listing, func(context.Context) ([]keptBackup, error) { return keptBackups(folder) }, s.onBackups)
}

// keptBackups are the backups in a folder, newest first. A folder that is not there has
// none.
func keptBackups(folder string) ([]keptBackup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &registrar.Error{Code: "file.cannot_read", Args: map[string]any{"file": folder}, Err: err}
	}
	var kept []keptBackup
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || filepath.Ext(e.Name()) != registrar.ExtensionBackup {
			// One that has gone meanwhile is no backup any more.
			continue
		}
		kept = append(kept, keptBackup{filepath.Join(folder, e.Name()), madeAt(e.Name(), info.ModTime()), info.Size()})
	}
	slices.SortFunc(kept, func(a, b keptBackup) int { return cmp.Or(b.made.Compare(a.made), cmp.Compare(b.path, a.path)) })
	return kept, nil
}

// madeAt reads the time in the name of an automatic backup, which copying the file does
// not change.
func madeAt(name string, otherwise time.Time) time.Time {
	const stamp = "2006-01-02_15-04-05"
	made, err := time.ParseInLocation(stamp, name[:min(len(stamp), len(name))], time.Local)
	if err != nil {
		return otherwise
	}
	return made
}

func (s *Screen) onBackups(kept []keptBackup, err error) {
	w := s.window
	if err != nil {
		w.Fail(err)
		return
	}
	s.list.RemoveAll()
	about := widgets.Wrapped(w.Say("season_screen.kept_none", nil))
	if len(kept) > 0 {
		folder := filepath.Dir(kept[0].path)
		about.SetText(w.Say("season_screen.kept", map[string]any{"folder": filepath.Base(folder)}))
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
func (s *Screen) keptRow(k keptBackup) fyne.CanvasObject {
	w := s.window
	words := widget.NewLabel(w.Say("season_screen.kept_row", map[string]any{"made": k.made.Format("02.01.2006 15:04"), "size": (k.size + 1023) / 1024}))
	restore := widgets.NewButton(w.Say("season_screen.restore", nil), nil, func() { w.Go(frame.Route{Screen: frame.Restoring, File: k.path}) })
	restore.Importance = widget.LowImportance
	return container.NewHBox(widget.NewIcon(theme.HistoryIcon()), words, layout.NewSpacer(), restore)
}

func (s *Screen) onFolder(folder string) { s.window.OpenOutside(&s.opening, folder) }
