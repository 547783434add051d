package ui

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/graduates"
	"graduand/ui/photo"
)

// bulkCommands are the commands of the menu for what is done for many at once.
func (c *commanded) bulkCommands(w *frame.Window) []*fyne.MenuItem {
	registers := func() bool { return w.InFront(frame.Graduates) && w.May(registrar.RightRegister) }
	of := func(id, key string, do func(*graduates.Screen)) *fyne.MenuItem {
		return w.When(w.Command(id, key, needing(w, registrar.RightRegister, c.inList(w, id, do))), registers)
	}
	on := func(id string, right registrar.Right, do func(*graduates.Screen)) *fyne.MenuItem {
		return w.When(w.Command(id, "", needing(w, right, c.onGraduates(w, do))), may(w, right))
	}
	photos := func(id string, do func(*photo.Screen)) *fyne.MenuItem {
		return w.When(w.Command(id, "", c.onPhoto(w, do)), may(w, registrar.RightRegister))
	}
	collect := fyne.NewMenuItem(w.Say("menu.collect", nil), nil)
	collect.ChildMenu = fyne.NewMenu("",
		on("menu.collect_out", registrar.RightPrint, (*graduates.Screen).OnCollect),
		on("menu.collect_in", registrar.RightRegister, (*graduates.Screen).OnCollected))
	return []*fyne.MenuItem{of("menu.bulk", "K", (*graduates.Screen).OnBulk),
		of("menu.paste", "", (*graduates.Screen).OnPasteClipboard), collect,
		photos("menu.photo_folder", (*photo.Screen).OnFolder),
		photos("menu.photo_judge", (*photo.Screen).OnJudgeAll)}
}

// onPhoto goes to the photos and does something there, for whom has the right to it.
func (c *commanded) onPhoto(w *frame.Window, do func(*photo.Screen)) func() {
	return needing(w, registrar.RightRegister, func() {
		w.Go(frame.Route{Screen: frame.Photo})
		do(c.photo)
	})
}
