package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
)

// collectDialog asks for whom and for what a class teacher's workbook is made.
type collectDialog struct {
	window *Window
	// ticked are the graduates who are ticked in the list, class is the one it shows.
	ticked []string
	class  string
	// whom are the classes, «the ticked ones» before them where there are any, and «all»;
	// words, names of classes and filters are of each of them.
	whom         *dialogSelect
	words, names []string
	filters      []registrar.Filter
	fields       []registrar.CollectField
	ticks        []*dialogCheck
	box          *box
	asked        turn
}

// collectable is what there is to choose from.
type collectable struct {
	classes []string
	fields  []registrar.CollectField
}

// askCollect asks what a workbook for a class teacher is to have, and writes it. It
// proposes the ticked graduates, else the class, else all.
func askCollect(w *Window, ticked []string, class string) {
	r, d := w.Registrar(), &collectDialog{window: w, ticked: ticked, class: class}
	run(w, &d.asked, func(context.Context) (collectable, error) {
		fields, err := r.CollectFields(registrar.Filter{})
		return collectable{r.Classes(), fields}, err
	}, d.onAsked)
}

func (d *collectDialog) onAsked(from collectable, err error) {
	w := d.window
	if err != nil {
		w.fail(err)
		return
	}
	d.fields = from.fields
	chosen := -1
	if len(d.ticked) > 0 {
		chosen = 0
		d.offer(w.say("collect_screen.ticked", map[string]any{"number": len(d.ticked)}), "", registrar.Filter{Only: d.ticked})
	}
	for _, class := range from.classes {
		if class == d.class && chosen < 0 {
			chosen = len(d.filters)
		}
		d.offer(w.say("collect_screen.class", map[string]any{"class": class}), class, registrar.Filter{Class: class})
	}
	d.offer(w.say("ui.all_classes", nil), "", registrar.Filter{})
	d.show(max(chosen, 0))
}

func (d *collectDialog) offer(words, class string, f registrar.Filter) {
	d.words, d.names, d.filters = append(d.words, words), append(d.names, class), append(d.filters, f)
}

func (d *collectDialog) show(chosen int) {
	w := d.window
	leave := func() { d.box.leave() }
	d.whom = newDialogSelect(d.words, leave)
	d.whom.Selected = d.words[chosen]
	boxes := container.NewVBox()
	for _, f := range d.fields {
		tick := newDialogCheck(w.titleOfField(f.Code), f.Usual, leave)
		d.ticks = append(d.ticks, tick)
		boxes.Add(tick)
	}
	about := wrapped(w.say("collect_screen.about", nil))
	about.Importance = widget.WarningImportance
	content := container.NewVBox(fieldCaption(w.say("collect_screen.whom", nil)), d.whom, fieldCaption(w.say("collect_screen.fields", nil)),
		scrolledTo(boxes, bulkWidth, collectHeight, w.scale()), about)
	d.box = w.ask(w.say("collect_screen.title", nil), content, bulkWidth,
		choice{label: w.say("collect_screen.save", nil), ready: d.ready, chosen: d.onSave}, choice{label: w.say("ui.cancel", nil)})
	w.Canvas().Focus(d.whom)
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
	w, at := d.window, max(d.whom.SelectedIndex(), 0)
	name := w.say("collect_screen.file", map[string]any{"class": d.names[at]})
	w.Files.Save(w.say("collect_screen.title", nil), strings.TrimSpace(name)+".xlsx", func(path string) { d.save(path, d.filters[at]) })
}

func (d *collectDialog) save(path string, f registrar.Filter) {
	w, r, codes := d.window, d.window.Registrar(), d.codes()
	if filepath.Ext(path) == "" {
		path += ".xlsx"
	}
	runLong(w, w.say("collect_screen.title", nil), func(ctx context.Context, _ Progress) (int, error) {
		return r.SaveCollection(ctx, f, codes, path)
	}, func(n int, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.done(w.say("collect_screen.saved", map[string]any{"file": filepath.Base(path), "number": n}), nil)
	})
}

// openCollected asks for a workbook that came back.
func openCollected(w *Window) {
	w.Files.Open(w.say("collect_screen.open", nil), []string{".xlsx"}, func(path string) { readCollection(w, path, w.fail) })
}

// takeTable takes a table that was dropped: a workbook of ours that came back, else a
// roster.
func takeTable(w *Window, path string) {
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") || !w.May(registrar.RightRegister) {
		w.Go(Route{Screen: screenImport, File: path})
		return
	}
	readCollection(w, path, func(err error) {
		if code := registrar.CodeOf(err); code == "collect.not_ours" || strings.HasPrefix(code, "roster.") {
			w.Go(Route{Screen: screenImport, File: path})
			return
		}
		w.fail(err)
	})
}

// readCollection reads a workbook and shows what it proposes, or says what is wrong with
// it.
func readCollection(w *Window, path string, failed func(error)) {
	r := w.Registrar()
	runLong(w, w.say("collect_screen.reading", nil), func(ctx context.Context, _ Progress) (*registrar.CollectedFile, error) {
		content, err := registrar.ReadFile(path, registrar.MaximumRoster)
		if err != nil {
			return nil, err
		}
		return r.ReadCollection(ctx, path, content)
	}, func(file *registrar.CollectedFile, err error) {
		if err != nil {
			failed(err)
			return
		}
		showCollected(w, file)
	})
}

// showCollected shows what a workbook proposes, before anything is taken.
func showCollected(w *Window, file *registrar.CollectedFile) {
	d := newProposals(w, file.Name, file.Proposals, file.Problems)
	for _, part := range file.Unread {
		d.say(w.say("collect.unread_column", map[string]any{"column": part.Column, "header": part.Header}))
	}
	if file.Missing > 0 {
		d.say(w.say("cli.collect.missing", map[string]any{"count": file.Missing}))
	}
	d.show(w.say("collect_screen.read", map[string]any{"file": file.Name}))
}
