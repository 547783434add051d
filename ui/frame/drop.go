package frame

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar"
	"graduand/ui/widgets"
)

// kindOf tells what a dropped file is.
func (w *Window) kindOf(path string) DropKind {
	ending := strings.ToLower(filepath.Ext(path))
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir(), slices.Contains(w.pictureEndings(), ending), slices.Contains(strangePictures, ending):
		return DropPicture
	case slices.Contains(TableKinds, ending):
		return DropTable
	}
	switch ending {
	case MessageEnding:
		return DropMessage
	case CampaignEnding:
		return DropCampaign
	case RegistryEnding:
		return DropRegistry
	case registrar.ExtensionBackup:
		return DropBackup
	}
	return dropUnknown
}

// pictureEndings are those of photos, and of scans where the campaign takes PDFs.
func (w *Window) pictureEndings() []string {
	if w.registrar == nil || len(w.registrar.Campaign().Photo.PDF) > 0 {
		return Scans
	}
	return Pictures
}

// dropped are the files that were let go over the window at once.
type dropped struct {
	kind DropKind
	// now are those of one kind that are taken together, later the others that are known, unknown the
	// rest.
	now, later, unknown []string
}

// sortDropped takes those of the first known kind; of most kinds one file at a time.
func (w *Window) sortDropped(paths []string) (d dropped) {
	for _, path := range paths {
		switch kind := w.kindOf(path); {
		case kind == dropUnknown:
			d.unknown = append(d.unknown, path)
		case d.kind == dropUnknown, kind == d.kind && kind == DropPicture:
			d.kind, d.now = kind, append(d.now, path)
		default:
			d.later = append(d.later, path)
		}
	}
	return d
}

// Drop takes files that were let go over the window, on any page: what the page in front wants goes to
// it, all else where it belongs. What is not taken is said. A dialog that is open keeps its work.
func (w *Window) Drop(at fyne.Position, uris []fyne.URI) {
	w.touched()
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	d := w.sortDropped(paths)
	switch {
	case len(paths) == 0 || w.covered:
	case len(w.boxes) > 0:
		w.tellDropped("ui.drop_dialog", nil)
	case w.alone == nil && w.registrar == nil:
	case len(d.now) == 0 && w.open() && !w.IsGraduate():
		w.tellDropped("ui.drop_unknown", paths)
	case len(d.later)+len(d.unknown) > 0:
		w.askDropped(at, d)
	default:
		w.take(at, d)
	}
}

// askDropped says of files of several kinds which of them are taken now.
func (w *Window) askDropped(at fyne.Position, d dropped) {
	if len(d.now) == 0 {
		w.take(at, d)
		return
	}
	said := container.NewVBox(widgets.Wrapped(w.Say("ui.drop_now", map[string]any{"files": w.namedFiles(d.now)})))
	if len(d.later) > 0 {
		said.Add(widgets.Wrapped(w.Say("ui.drop_later", map[string]any{"files": w.namedFiles(d.later)})))
	}
	if len(d.unknown) > 0 {
		said.Add(widgets.Wrapped(w.Say("ui.drop_unknown", w.dropWords(d.unknown))))
	}
	w.Ask(w.Say("ui.drop_title", nil), said, 560, Choice{Label: w.Say("ui.drop_take", nil), Chosen: func() { w.take(at, d) }}, Choice{Label: w.Say("ui.cancel", nil)})
}

// take gives files of one kind to the page in front, else leads to where they belong.
func (w *Window) take(at fyne.Position, d dropped) {
	w.droppedAt = at
	var front any = w.screens[w.current]
	if !w.open() {
		front = w.alone
	}
	if taker, takes := front.(Dropper); takes && len(d.now) > 0 && taker.Dropped(d.kind, d.now) {
		return
	}
	switch {
	case w.IsGraduate():
		w.tellDropped("ui.drop_own", nil)
	case d.kind == DropRegistry:
		w.takeRegistry(d.now[0])
	case d.kind == DropBackup:
		w.Go(Route{Screen: Restoring, File: d.now[0]})
	case !w.open():
		w.tellDropped("ui.drop_closed", nil)
	case d.kind == DropPicture:
		w.Go(Route{Screen: PhotoFolder, Files: d.now})
	default:
		w.Go(Route{Screen: map[DropKind]string{DropTable: Table, DropMessage: Exchange, DropCampaign: SettingsPage}[d.kind], File: d.now[0]})
	}
}

// takeRegistry opens a registry, or takes a form in that a graduate has brought from home, where that
// can be.
func (w *Window) takeRegistry(path string) {
	if !w.open() || !w.HasPage(Access) {
		w.Open(path)
		return
	}
	w.atDoor(path, func(e registrar.Entrance, err error) {
		switch {
		case err == nil && e.Home:
			w.Go(Route{Screen: Access, File: path})
		case !errors.Is(err, context.Canceled):
			w.Open(path)
		}
	})
}

// tellDropped says in a dialog, once, why nothing was done with dropped files.
func (w *Window) tellDropped(id string, files []string) {
	if front := w.frontBox(); front != nil && front.Topic == droppedTopic {
		return
	}
	box := w.Ask(w.Say("ui.drop_title", nil), widgets.Wrapped(w.Say(id, w.dropWords(files))), 560, Choice{Label: w.Say("ui.close", nil)})
	box.Topic = droppedTopic
}

// droppedTopic marks the dialog that says why nothing was done.
const droppedTopic = HelpOver

// dropWords are what sentences about dropped files name.
func (w *Window) dropWords(files []string) map[string]any {
	return map[string]any{"files": w.namedFiles(files), "tables": strings.Join(TableKinds[:4], " "), "pictures": strings.Join(w.pictureEndings(), " "),
		"message": MessageEnding, "campaign": CampaignEnding, "registry": RegistryEnding, "backup": registrar.ExtensionBackup}
}

// namedFiles names files, the rest of many by their number.
func (w *Window) namedFiles(paths []string) string {
	var names []string
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	return w.Named(names)
}
