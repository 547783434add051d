package table

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/table"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// Several fields are changed at once: one event for each person, one way back for all, and
// nothing while a value is refused.
func TestBulkOfSeveralFields(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	ids := frametest.IdsOf(t, w)[:3]
	if _, err := w.Registrar().Table.ChangeMany(frametest.Ctx, ids[:1], []table.Many{{Field: "street", Value: "вул. Стара", How: table.Put}}); err != nil {
		t.Fatal(err)
	}
	now := func() []string {
		return slices.Concat(frametest.ValuesOf(t, w, "street")[:3], frametest.ValuesOf(t, w, "language")[:3], frametest.ValuesOf(t, w, "birth_date")[:3])
	}
	before := now()
	d := &bulkDialog{window: w, ids: ids, marked: true}
	d.ask()
	fill := func(at int, field string, give func(*bulkLine)) {
		frametest.Choose(d.lines[at].field, field)
		give(d.lines[at])
	}
	text := func(words string) func(*bulkLine) { return func(l *bulkLine) { l.entry.SetText(words) } }
	frametest.MustNotSee(t, w, "Прибрати")
	fill(0, "Вулиця", text("вул. Спільна"))
	t.Run("KG-041 a line more waits for its value, and the other says what it does", func(t *testing.T) {
		frametest.FrontTap(t, w, "Ще одне поле")
		if focused := w.Canvas().Focused(); focused != d.lines[1].field {
			t.Errorf("the keyboard is in %T", focused)
		}
		frametest.MustSee(t, w, "Зміниться в 3 із 3. Інше значення буде затерто: 3", "«вул. Стара» – 1")
		if w.Canvas().FocusNext(); w.Canvas().Focused() != d.lines[1].input() {
			t.Errorf("from the field the Tab key leads to %T", w.Canvas().Focused())
		}
		if d.box.Confirm(); len(w.Boxes()) != 1 || !slices.Equal(now(), before) || d.lines[1].about.Importance != widget.DangerImportance {
			t.Error("a line has no value, and it goes on")
		}
	})
	t.Run("KG-041 the same field twice is none", func(t *testing.T) {
		fill(1, "Вулиця", text("вул. Інша"))
		frametest.MustSee(t, w, "Поле «Вулиця» вже є вище")
		if d.box.Confirm(); len(w.Boxes()) != 1 || len(d.agreed) > 0 {
			t.Error("it goes on")
		}
	})
	t.Run("KG-041 a refused value is told at its line and changes nothing of the others", func(t *testing.T) {
		fill(1, "Дата народження", text("колись"))
		if a := d.lines[1].about; !strings.Contains(a.Text, "колись") || a.Importance != widget.DangerImportance || d.lines[0].about.Text != "" {
			t.Errorf("%q, %q", d.lines[0].about.Text, a.Text)
		}
		w.Canvas().Focus(d.lines[0].entry)
		if d.box.Confirm(); len(w.Boxes()) != 1 || !slices.Equal(now(), before) || w.Canvas().Focused() != d.lines[1].entry {
			t.Errorf("%v, and the keyboard is in %T", now(), w.Canvas().Focused())
		}
		frametest.Shot(t, w, "bulk-lines-refused")
	})
	t.Run("KG-041 a line is taken away, and the dialog is that of one line again", func(t *testing.T) {
		high := d.box.Content().MinSize().Height
		frametest.FrontTap(t, w, "Прибрати")
		if len(d.lines) != 1 || d.lines[0].chosen().Code != "birth_date" || d.box.Content().MinSize().Height >= high {
			t.Errorf("%d lines", len(d.lines))
		}
		fill(0, "Вулиця", text("вул. Спільна"))
		frametest.FrontTap(t, w, "Ще одне поле")
		fill(1, "Мова завдань", func(l *bulkLine) { frametest.Choose(l.one, "кримськотатарська") })
	})
	t.Run("KG-041 all is one change, undone by one", func(t *testing.T) {
		frametest.MustSee(t, w, "Усі поля разом: зміниться в 3 із 3. Буде затерто чи очищено значень: 3.")
		frametest.Shot(t, w, "bulk-lines")
		d.box.Confirm()
		want := slices.Concat([]string{"вул. Спільна", "вул. Спільна", "вул. Спільна", "crh", "crh", "crh"}, before[6:])
		if got := now(); !slices.Equal(got, want) {
			t.Errorf("%v", got)
		}
		for _, id := range ids {
			events, err := w.Registrar().History(frametest.Ctx, registrar.HistoryFilter{Graduate: id})
			if err != nil || len(events[len(events)-1].Changes) != 2 {
				t.Errorf("%v: the last event is %+v", err, events[len(events)-1])
			}
		}
		frametest.MustSee(t, w, "Змінено: 3, «Вулиця, Мова завдань»: "+about(w, d.changes)["names"].(string))
		if frametest.Tap(t, w, "Повернути"); !slices.Equal(now(), before) {
			t.Errorf("undone, it is %v", now())
		}
		if w.OnRedo(); !slices.Equal(now(), want) {
			t.Errorf("done again, it is %v", now())
		}
	})
}

// However many lines there are, the dialog stays in the window, and its ticks scroll in nothing
// that scrolls.
func TestBulkLinesStayInTheWindow(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ky", 3)
	w.Fyne().Resize(frametest.WindowSizes[len(frametest.WindowSizes)-1])
	d := &bulkDialog{window: w, ids: frametest.IdsOf(t, w)}
	d.ask()
	frametest.Choose(d.lines[0].field, w.TitleOfField("subjects"))
	for range 4 {
		d.onMore()
	}
	if dialog, window := d.box.Content().Size().Height, w.Canvas().Size().Height; dialog > window {
		t.Errorf("the dialog is %.0f high, the window %.0f", dialog, window)
	}
	if scrollers := frametest.FindAll[*widgets.DialogCheck](d.scroll.Content); len(scrollers) == 0 || d.lines[0].holder.Objects[0] != d.lines[0].boxes {
		t.Error("the ticks scroll within what scrolls")
	}
	frametest.Shot(t, w, "bulk-lines-many")
	if bottom := d.scroll.Offset.Y + d.scroll.Size().Height; d.scroll.Offset.Y == 0 || d.lines[4].whole.Position().Y+d.lines[4].whole.Size().Height > bottom {
		t.Errorf("the line that was added is out of sight at %v", d.lines[4].whole.Position())
	}
	for len(d.lines) > 1 {
		d.onDrop(d.lines[len(d.lines)-1])
	}
	if d.lines[0].holder.Objects[0] == d.lines[0].boxes {
		t.Error("an only line fills the window with its ticks")
	}
}

// What is added to codes that stand there overwrites nothing, and nothing of it is told as lost.
func TestWhatIsAddedInBulkOverwritesNothing(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	d := &bulkDialog{window: w, ids: frametest.IdsOf(t, w), marked: true}
	d.ask()
	line := d.lines[0]
	frametest.Choose(line.field, w.TitleOfField("subjects"))
	ukrainian := table.Proposed{Graduate: d.ids[0], Field: "subjects", Before: "physics", After: "physics,ukrainian"}
	for how, want := range map[int]int{0: 0, 2: 1} {
		line.how.SetSelectedIndex(how)
		if _, lost := line.tell([]table.Proposed{ukrainian}); lost != want {
			t.Errorf("%s: %d values are told as lost", hows[how], lost)
		}
	}
}

// KG-041: behind the last choice or tick Enter confirms, and so does Ctrl+S; neither adds a line or
// takes one away.
func TestBulkIsConfirmedByTheKeyboard(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)[:2]
	open := func(field string) *bulkDialog {
		d := &bulkDialog{window: w, ids: ids, marked: true}
		d.ask()
		frametest.Choose(d.lines[0].field, field)
		return d
	}
	t.Run("KG-041 Enter behind a choice", func(t *testing.T) {
		d := open("Стать")
		d.lines[0].one.SetSelectedIndex(0)
		w.Canvas().Focus(d.lines[0].one)
		if frametest.Enter(d.lines[0].one); len(w.Boxes()) != 0 || len(d.lines) != 1 {
			t.Errorf("%d dialogs, %d lines", len(w.Boxes()), len(d.lines))
		}
	})
	t.Run("KG-041 Enter between lines goes on, and takes none away", func(t *testing.T) {
		d := open("Стать")
		d.onMore()
		w.Canvas().Focus(d.lines[0].one)
		if frametest.Enter(d.lines[0].one); w.Canvas().Focused() != d.lines[1].field {
			t.Errorf("the keyboard is in %T", w.Canvas().Focused())
		}
		d.box.Close()
	})
	t.Run("KG-041 Ctrl+S", func(t *testing.T) {
		d := open("Стать")
		d.lines[0].one.SetSelectedIndex(1)
		if w.MainCommand().Action(); len(w.Boxes()) != 0 {
			t.Errorf("%d dialogs", len(w.Boxes()))
		}
	})
}
