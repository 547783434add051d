package table

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// collectDialog asks for whom and for what a class teacher's workbook is made.
type collectDialog struct {
	window *frame.Window
	// ticked are the graduates who are ticked in the list, class is the one it shows.
	ticked []string
	class  string
	// whom are the classes, «the ticked ones» before them where there are any, and «all»;
	// words, names of classes and filters are of each of them.
	whom         *widgets.DialogSelect
	to           *frame.Recipient
	words, names []string
	filters      []registrar.Filter
	fields       []table.CollectField
	ticks        []*widgets.DialogCheck
	box          *frame.Box
	asked        frame.Turn
}

// collectable is what there is to choose from.
type collectable struct {
	classes []string
	fields  []table.CollectField
}

// AskCollect asks what a workbook for a class teacher is to have, and writes it. It
// proposes the ticked graduates, else the class, else all.
func AskCollect(w *frame.Window, ticked []string, class string) {
	r, d := w.Registrar(), &collectDialog{window: w, ticked: ticked, class: class}
	frame.Run(w, &d.asked, func(context.Context) (collectable, error) {
		fields, err := r.Table.CollectFields(registrar.Filter{})
		return collectable{r.Table.Classes(), fields}, err
	}, d.onAsked)
}

func (d *collectDialog) onAsked(from collectable, err error) {
	w := d.window
	if err != nil {
		w.Fail(err)
		return
	}
	d.fields = from.fields
	chosen := -1
	if len(d.ticked) > 0 {
		chosen = 0
		d.offer(w.Say("collect_screen.ticked", map[string]any{"number": len(d.ticked)}), "", registrar.Filter{Only: d.ticked})
	}
	for _, class := range from.classes {
		if class == d.class && chosen < 0 {
			chosen = len(d.filters)
		}
		words := w.ClassWords(class)
		if class != registrar.NoClass {
			words = w.Say("collect_screen.class", map[string]any{"class": class})
		}
		d.offer(words, class, registrar.Filter{Class: class})
	}
	d.offer(w.Say("ui.all_classes", nil), "", registrar.Filter{})
	d.show(max(chosen, 0))
}

func (d *collectDialog) offer(words, class string, f registrar.Filter) {
	d.words, d.names, d.filters = append(d.words, words), append(d.names, class), append(d.filters, f)
}

func (d *collectDialog) show(chosen int) {
	w := d.window
	leave := func() { d.box.Leave() }
	d.whom = widgets.NewDialogSelect(d.words, leave)
	d.whom.Selected = d.words[chosen]
	d.to = frame.NewRecipient(w)
	d.whom.OnChanged = func(string) { d.ofClass() }
	boxes := container.NewVBox()
	for _, f := range d.fields {
		tick := widgets.NewDialogCheck(w.TitleOfField(f.Code), f.Usual, leave)
		d.ticks = append(d.ticks, tick)
		boxes.Add(tick)
	}
	about := widgets.Wrapped(w.Say("collect_screen.about", nil))
	about.Importance = widget.WarningImportance
	content := container.NewVBox(widgets.FieldCaption(w.Say("collect_screen.whom", nil)), d.whom, widgets.FieldCaption(w.Say("collect_screen.fields", nil)),
		widgets.ScrolledTo(boxes, bulkWidth, collectHeight, w.Scale()), d.to.Field.Box, about)
	d.box = w.Ask(w.Say("collect_screen.title", nil), content, bulkWidth,
		frame.Choice{Label: w.Say("collect_screen.save", nil), Ready: d.ready, Chosen: d.onSave}, frame.Choice{Label: w.Say("ui.cancel", nil)})
	d.ofClass()
	w.Canvas().Focus(d.whom)
}

// at is the place of what was chosen.
func (d *collectDialog) at() int { return max(d.whom.SelectedIndex(), 0) }

// ofClass asks for the teacher of the class that was chosen.
func (d *collectDialog) ofClass() {
	d.to.About(registrar.EventCollection, d.names[d.at()])
}

// collectHeight is the height of the ticks of the fields.
const collectHeight = 190

func (d *collectDialog) codes() []string {
	var codes []string
	for i, tick := range d.ticks {
		if tick.Checked {
			codes = append(codes, d.fields[i].Code)
		}
	}
	return codes
}

// ready wants at least one field.
func (d *collectDialog) ready() bool { return len(d.codes()) > 0 }

func (d *collectDialog) onSave() {
	w, at, whom := d.window, d.at(), d.to.Said()
	name := w.Say("collect_screen.file", map[string]any{"class": w.ClassWords(d.names[at])})
	w.SaveAs(w.Say("collect_screen.title", nil), data.FileName(strings.TrimSpace(name), ".xlsx"), func(path string) { d.save(path, whom, d.filters[at]) })
}

func (d *collectDialog) save(path, whom string, f registrar.Filter) {
	w, r, codes := d.window, d.window.Registrar(), d.codes()
	frame.RunLong(w, w.Say("collect_screen.title", nil), func(ctx context.Context, _ frame.Progress) (int, error) {
		return r.Table.SaveCollection(registrar.GoesTo(ctx, whom), f, codes, path)
	}, func(n int, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.DoneForGood(w.Say("collect_screen.saved", map[string]any{"file": filepath.Base(path), "number": n}))
	})
}

// OpenCollected asks for a workbook that came back.
func OpenCollected(w *frame.Window) {
	w.Files.Open(w.Say("collect_screen.open", nil), []string{".xlsx", ".ods"}, func(path string) { readCollection(w, path, w.Fail) })
}

// readCollection reads a workbook and shows what it proposes, or says what is wrong with
// it.
func readCollection(w *frame.Window, path string, failed func(error)) {
	r := w.Registrar()
	frame.RunLong(w, w.Say("collect_screen.reading", nil), func(ctx context.Context, _ frame.Progress) (*table.CollectedFile, error) {
		content, err := registrar.ReadFile(path, registrar.MaximumRoster)
		if err != nil {
			return nil, err
		}
		return r.Table.ReadCollection(ctx, path, content)
	}, func(file *table.CollectedFile, err error) {
		if err != nil {
			failed(err)
			return
		}
		showCollected(w, file)
	})
}

// showCollected shows what a workbook proposes, before anything is taken.
func showCollected(w *frame.Window, file *table.CollectedFile) {
	d := newProposals(w, file.Name, file.Proposals, file.Problems)
	for _, part := range file.Unread {
		d.say(w.Say("collect.unread_column", map[string]any{"column": part.Column, "header": part.Header}))
	}
	if file.Missing > 0 {
		d.say(w.Say("cli.collect.missing", map[string]any{"count": file.Missing}))
	}
	d.show(w.Say("collect_screen.read", map[string]any{"file": file.Name}))
}
