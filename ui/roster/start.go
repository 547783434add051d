package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// showStart is the first page: choose a file or drop it. refused says why the last
// one was not taken, "" for none.
func (s *Screen) showStart(refused string) {
	s.forget()
	s.file, s.judged, s.result = nil, nil, nil
	s.choose = widgets.NewButton(s.say("choose", nil), theme.FolderOpenIcon(), s.onChoose)
	s.choose.Importance = widget.HighImportance
	column := container.NewVBox(
		widgets.Heading(s.say("start_title", nil)),
		widgets.Wrapped(s.say("start_hint", nil)))
	if refused != "" {
		column.Add(refusedBox(refused))
	}
	column.Add(container.NewHBox(s.choose))
	column.Add(widgets.ImportAir())
	column.Add(container.NewVBox(container.NewHBox(widget.NewIcon(theme.InfoIcon()), widgets.BoldWords(s.say("understands", nil)))))
	for _, id := range []string{"understands_files", "understands_columns", "understands_rows", "understands_file"} {
		column.Add(widgets.BulletLine(s.say(id, nil)))
	}
	s.setPage(s.calm(column))
}

// calm puts the few words of a page where the eye falls.
func (s *Screen) calm(words fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&widgets.Readable{Width: 620 * s.window.Scale()}, container.NewVBox(widgets.ImportAir(), words)))
}

// refusedBox says why a file was not taken.
func refusedBox(sentence string) fyne.CanvasObject {
	label := widgets.Wrapped(sentence)
	label.Importance = widget.DangerImportance
	return container.NewBorder(nil, nil, widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())), nil, label)
}
