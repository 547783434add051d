package answer

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/envelope"
	"graduand/data/registry"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// lives prepares people at every stage, in the order of the list.
func lives(r *registrar.Registrar) {
	rows, err := r.Table.List(registrar.Filter{})
	must(err)
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	note := func(id string, facts ...data.Fact) {
		must(r.Write(frametest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
			return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error {
				for _, f := range facts {
					g.SetFact(f)
				}
				return nil
			})
		}))
	}
	for _, id := range ids[:8] {
		note(id, data.Fact{Kind: data.FactSent, On: "2020-01-10"}, data.Fact{Kind: data.FactReceivedByCentre, On: "2020-01-13"})
	}
	must(r.Answer.Refused(frametest.Ctx, ids[1], answer.Refusal{Minutes: "12", On: "2020-01-20", Reasons: []string{"2", "5"}}))
	must(r.Write(frametest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error { // as a message has told it
		return w.ChangeAll(ids[1:2], "", func(g *data.Graduate) error {
			a := *g.Current().Answer
			a.Added.Note = "копія без підпису"
			g.SetAnswer(a)
			return nil
		})
	}))
	must(r.Answer.Registered(frametest.Ctx, ids[2], "0000002", "2020-01-20"))
	must(r.Answer.Registered(frametest.Ctx, ids[3], "0000003", "2020-01-20"))
	must(r.Answer.Registered(frametest.Ctx, ids[4], "0000004", "2020-01-20"))
	must(r.Envelope.Arrived(frametest.Ctx, ids[3:5], envelope.Arrival{Tracking: "0500012345678", On: "2020-01-25"}))
	must(r.Answer.Seen(frametest.Ctx, ids[5:6], "registered", ""))
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func open(t *testing.T, language string) (*frame.Window, *Screen, []string) {
	t.Helper()
	w, _ := frametest.WithPrepared(t, "zno-2020", language, 9, "answers", lives)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	must(err)
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	return w, screenOf(w), ids
}

// stageOf is the stage that a row shows.
func (s *Screen) stageOf(id string) answer.Stage { return s.rows[id].Stage }

func TestAnswersScreen(t *testing.T) {
	w, s, ids := open(t, "uk")
	t.Run("UA-153 late ones first, with the day that is over", func(t *testing.T) {
		first := s.Table.Rows()[0]
		if s.stageOf(first.Key) != answer.Late || !strings.HasPrefix(first.Cells[3].Text, "27.01.2020 (−") {
			t.Errorf("%+v", first.Cells)
		}
		frametest.MustSee(t, w, "Відповіді й конверти", "строк відповіді минув", "Протокол № 12, п. 2, 5;", "копія без підпису", "Сертифікат № 0000002")
	})
	t.Run("UA-152 who has sent nothing is shown when asked for", func(t *testing.T) {
		if slices.Contains(s.Table.Keys(), ids[8]) {
			t.Error("there")
		}
		s.State.SetSelected("ще не надіслано")
		if !slices.Equal(s.Table.Keys(), ids[8:]) {
			t.Error(s.Table.Keys())
		}
		s.State.SetSelectedIndex(0)
	})
	t.Run("UA-151 the number is copied", func(t *testing.T) {
		frametest.ChangeField(t, w, ids[0], data.FieldCardNumber, "7654321")
		s.Table.MoveTo(ids[0])
		frametest.Tap(t, w, "Копіювати номер картки")
		if got := w.Clipboard().Content(); got != "7654321" {
			t.Error(got)
		}
	})
	t.Run("UA-149 the button says what is next", func(t *testing.T) {
		for at, want := range map[int]string{0: "Зареєстровано…", 1: "Нова спроба…", 2: "Конверт надійшов…", 3: "Вручити конверт…", 5: "Зареєстровано…"} {
			s.Table.MoveTo(ids[at])
			if s.next.Text != want {
				t.Errorf("%d: %s", at, s.next.Text)
			}
		}
	})
	t.Run("UA-082 of who is registered another attempt is a re-registration, in the menu too", func(t *testing.T) {
		s.Table.MoveTo(ids[2])
		frametest.MustSee(t, w, "Перереєстрація…")
		frametest.MustNotSee(t, w, "Нова спроба…")
		if items := s.onMenu(ids[2]); !slices.ContainsFunc(items, func(i *fyne.MenuItem) bool { return i.Label == "Перереєстрація…" }) {
			t.Errorf("%+v", items)
		}
	})
	t.Run("F-13 in four languages", func(t *testing.T) {
		for language, words := range map[string]string{"uk": "Вручити конверт", "ru": "Вручить конверт", "ky": "Конвертти тапшыруу", "en": "Hand over"} {
			w.ChangeLanguage(language)
			frametest.MustSee(t, w, words)
		}
	})
}

func TestRegisteredDialog(t *testing.T) {
	w, s, ids := open(t, "uk")
	s.Table.MoveTo(ids[5])
	s.MainAction()
	frametest.MustSee(t, w, "На сайті центру", "PIN-код не вписуйте")
	t.Run("UA-080 a PIN is refused where it was typed", func(t *testing.T) {
		frametest.FillIn(t, w, "Номер сертифіката", "0123456 4321")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Схоже, разом із номером вписано PIN-код")
	})
	t.Run("UA-153 no answer before the papers were sent", func(t *testing.T) {
		frametest.FillIn(t, w, "Номер сертифіката", "0123456")
		frametest.FillIn(t, w, "День повідомлення", "09.01.2020")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "раніше, ніж документи надіслано")
	})
	t.Run("F-02 entered, and taken back by Ctrl+Z", func(t *testing.T) {
		frametest.FillIn(t, w, "День повідомлення", "24.01.2020")
		frametest.Confirm(w)
		if got := s.stageOf(ids[5]); got != answer.AwaitEnvelope {
			t.Errorf("%s: %s", got, frametest.Visible(w))
		}
		w.OnUndo()
		if got := s.stageOf(ids[5]); got != answer.ToEnter {
			t.Error(got)
		}
	})
}

func TestRefusedDialog(t *testing.T) {
	w, s, ids := open(t, "uk")
	s.Table.MoveTo(ids[0])
	frametest.Tap(t, w, "Відмовлено…")
	t.Run("UA-087 the reasons in the words of the law", func(t *testing.T) {
		frametest.MustSee(t, w, "5. неналежного оформлення документів", "6. неможливості створення")
	})
	t.Run("UA-097 minutes and a reason are asked for", func(t *testing.T) {
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Впишіть номер протоколу", "Позначте причину відмови")
	})
	ticks := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())
	t.Run("UA-098 UA-100 what came back follows from the reasons, and may be said otherwise", func(t *testing.T) {
		ticks[4].TypedRune(' ')
		frametest.MustSee(t, w, "Позначте, що повернули", "Реєстраційна картка без частини із заявою")
		papers := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[6:]
		if len(papers) != 2 || !papers[0].Checked || papers[1].Checked {
			t.Fatalf("%d papers", len(papers))
		}
		papers[1].TypedRune(' ')
		ticks[0].TypedRune(' ')
		if again := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[6:]; !again[1].Checked {
			t.Error("what was ticked by hand is gone")
		}
	})
	t.Run("UA-095 the letter", func(t *testing.T) {
		frametest.FillIn(t, w, "Номер протоколу", "14")
		frametest.FillIn(t, w, "День, коли надійшло", "вчора?")
		frametest.Confirm(w)
		frametest.FillIn(t, w, "День, коли надійшло", "")
		frametest.Confirm(w)
		a := frametest.GraduateOf(t, w, ids[0]).Current().Answer
		if a == nil || a.Minutes != "14" || !slices.Equal(a.Reasons, []string{"1", "5"}) || len(a.Kept) != 0 || len(a.Returned) != 2 {
			t.Errorf("%+v\n%s", a, frametest.Visible(w))
		}
	})
}

func TestPlanPage(t *testing.T) {
	w, s, ids := open(t, "uk")
	s.Table.MoveTo(ids[1])
	s.MainAction()
	t.Run("UA-102 what to do, in order", func(t *testing.T) {
		frametest.MustSee(t, w, "1. Розпочати нову спробу тут", "2. Усунути кожну причину", "2. надання недостовірної інформації", "3. Отримати картку з новим номером", "4. Скласти новий комплект",
			"Виготовити заново:", "5. Надіслати тим самим шляхом", "Останній день невідомий")
	})
	t.Run("UA-104 nothing is ticked before it has begun", func(t *testing.T) {
		if ticks := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content()); len(ticks) != 2 || !ticks[0].Disabled() {
			t.Error(len(ticks))
		}
	})
	frametest.Confirm(w)
	t.Run("UA-103 begun, the page goes on", func(t *testing.T) {
		if frametest.GraduateOf(t, w, ids[1]).Current().Kind != data.RetryRegistration || len(w.Boxes()) != 1 || s.stageOf(ids[1]) != answer.Again {
			t.Error(frametest.Visible(w))
		}
	})
	t.Run("UA-104 a reason is ticked, and the keyboard stays there", func(t *testing.T) {
		ticks := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())
		w.Canvas().Focus(ticks[1])
		ticks[1].TypedRune(' ')
		if frametest.GraduateOf(t, w, ids[1]).Current().Fact(data.FactMended, "5") == nil {
			t.Error("not stored")
		}
		again := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())
		if !again[1].Checked || w.Canvas().Focused() != fyne.Focusable(again[1]) {
			t.Errorf("%v %T", again[1].Checked, w.Canvas().Focused())
		}
	})
	t.Run("UA-103 Enter leads to the form", func(t *testing.T) {
		frametest.Confirm(w)
		if frametest.Came.Graduate != ids[1] || frametest.Came.Screen != frame.Form {
			t.Errorf("%+v", frametest.Came)
		}
	})
	t.Run("UA-082 re-registration begins in the centre's service", func(t *testing.T) {
		s := screenOf(w)
		frametest.ChangeField(t, w, ids[2], data.FieldSurname, "Новенко")
		s.Table.MoveTo(ids[2])
		frametest.Tap(t, w, "Перереєстрація…")
		frametest.MustSee(t, w, "2. Змінити дані в сервісі центру", "→ Новенко", "Отриманий раніше Сертифікат")
		frametest.Confirm(w)
		tick := frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[0]
		tick.TypedRune(' ')
		if frametest.GraduateOf(t, w, ids[2]).Current().Fact(data.FactEntered, "") == nil {
			t.Error("not noted")
		}
		frametest.Esc(w)
	})
}

func TestWithdrawalDialogs(t *testing.T) {
	w, s, ids := open(t, "uk")
	do := func(id string, row int) {
		s.Table.MoveTo(ids[row])
		at := slices.IndexFunc(actions, func(a action) bool { return a.id == id })
		actions[at].do(s, actions[at].of(s.chosen()))
	}
	do("withdraw", 2)
	frametest.MustSee(t, w, "відкриється друк заяви про відмову")
	frametest.Confirm(w)
	t.Run("UA-108 the application is printed next, and again when asked for", func(t *testing.T) {
		for range 2 {
			if frametest.Came.Screen != frame.Printing || frametest.Came.Paper != "withdrawal" || !slices.Equal(frametest.Came.Only, ids[2:3]) {
				t.Errorf("%+v", frametest.Came)
			}
			w.Go(frame.Route{Screen: frame.Answer})
			s.Table.MoveTo(ids[2])
			s.OnPrint()
		}
		w.Go(frame.Route{Screen: frame.Answer})
	})
	t.Run("UA-107 an unknown day is told at once", func(t *testing.T) {
		s.MainAction()
		frametest.Confirm(w)
		frametest.MustSee(t, w, "відмова не вважається")
		frametest.Confirm(w)
		if got := s.rows[ids[2]].Status; got != data.StatusRegistered {
			t.Error(got)
		}
	})
	t.Run("UA-107 in time", func(t *testing.T) {
		do("withdrawal_sent", 2)
		frametest.FillIn(t, w, "День штемпеля (порожньо — невідомий)", "28.01.2020")
		frametest.Confirm(w)
		if got := s.rows[ids[2]].Status; got != data.StatusWithdrawn {
			t.Error(got)
		}
		if next := s.nextOf(s.chosen()); next == nil || next.id != "withdrawal_confirmed" {
			t.Errorf("next is %+v", next)
		}
		do("withdrawal_back", 2)
		if got := s.rows[ids[2]].Status; got != data.StatusRegistered {
			t.Error(got)
		}
	})
	t.Run("UA-106 an appeal with its end", func(t *testing.T) {
		do("appeal", 1)
		frametest.FillIn(t, w, "Примітка (залишиться в історії)", "скарга")
		frametest.Confirm(w)
		do("appeal_decided", 1)
		frametest.Confirm(w)
		if s.rows[ids[1]].Next != data.NextAnswer {
			t.Error(s.rows[ids[1]].Next, frametest.Visible(w))
		}
	})
}

func TestHandOverOneAfterTheOther(t *testing.T) {
	w, s, ids := open(t, "uk")
	s.Table.Select(ids[3], ids[4])
	s.MainAction()
	t.Run("UA-074 Enter hands over and shows the next person", func(t *testing.T) {
		frametest.MustSee(t, w, "(1 з 2)", "Сертифікат № 0000003", "Реєстраційне повідомлення")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "(2 з 2)", "Сертифікат № 0000004")
	})
	t.Run("UA-074 what is missing needs a reason", func(t *testing.T) {
		frametest.FindAll[*widgets.Tick](w.Boxes()[0].Content())[1].TypedRune(' ')
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Впишіть, чому чогось бракує")
		frametest.FillIn(t, w, "Чому бракує", "не вклали")
		frametest.Confirm(w)
		if len(w.Boxes()) != 0 || frametest.GraduateOf(t, w, ids[4]).Current().Fact(data.FactEnvelopeLacked, "") == nil {
			t.Error(frametest.Visible(w))
		}
		for _, id := range ids[3:5] {
			if s.stageOf(id) != answer.Done {
				t.Error(s.stageOf(id))
			}
		}
	})
}

func TestEnvelopeOnItsWay(t *testing.T) {
	w, s, ids := open(t, "uk")
	desktest.Must(desktest.Alter(w.Registrar(), ids[2], func(g *data.Graduate) {
		g.SetFact(data.Fact{Kind: data.FactEnvelopeSent, On: "2020-01-28", By: "Key", Note: "0500012345678"})
	}))
	s.Shown()
	t.Run("UA-068 where it is stands in the row and below the table, with its number", func(t *testing.T) {
		s.Table.MoveTo(ids[2])
		frametest.MustSee(t, w, "конверт надіслано", "центр надіслав конверт 28.01.2020, Key (0500012345678)")
	})
	t.Run("UA-072 the number is there when it comes", func(t *testing.T) {
		s.MainAction()
		if in := frametest.FindAll[*widgets.Entry](w.Boxes()[0].Content()); len(in) == 0 || in[0].Text != "0500012345678" {
			t.Errorf("%+v", in)
		}
	})
}

func TestRegisterOfEnvelopes(t *testing.T) {
	_, s, ids := open(t, "uk")
	s.Table.Select(ids[3], ids[4])
	t.Run("UA-074 the register for those whose envelope has come", func(t *testing.T) {
		s.OnPrint()
		if frametest.Came.Screen != frame.Printing || frametest.Came.Paper != registrar.PaperEnvelopes || len(frametest.Came.Only) != 2 {
			t.Errorf("%+v", frametest.Came)
		}
	})
}

func TestPastedStates(t *testing.T) {
	w, s, ids := open(t, "uk")
	frametest.ChangeField(t, w, ids[0], data.FieldCardNumber, "7654321")
	w.Clipboard().SetContent("7654321\tЗареєстровано\n999\treceived")
	s.OnPaste()
	t.Run("UA-078 a preview names what was not understood", func(t *testing.T) {
		frametest.MustSee(t, w, "Зрозуміло рядків: 1 з 2", "Рядок 2: Картки № 999 ні в кого немає", "Рядок 1: 7654321")
		frametest.Confirm(w)
		if got := s.stageOf(ids[0]); got != answer.ToEnter {
			t.Error(got)
		}
	})
	t.Run("UA-078 nothing to paste is said", func(t *testing.T) {
		w.Clipboard().SetContent("")
		s.OnPaste()
		frametest.MustSee(t, w, "немає жодного рядка")
	})
}

func TestMoreActions(t *testing.T) {
	w, s, ids := open(t, "uk")
	s.Table.MoveTo(ids[2])
	t.Run("UA-076 by keyboard alone, with the ways to get it", func(t *testing.T) {
		s.onMore()
		list := frametest.FindAll[*widgets.OneOf](w.Boxes()[0].Content())[0]
		can := s.possible(s.chosen())
		frametest.ChooseAt(list, slices.IndexFunc(can, func(a action) bool { return a.id == "kept" }))
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Конверт лишається в центрі", "під час проходження першого тестування", "У центрі — до")
		frametest.Confirm(w)
		if got := s.stageOf(ids[2]); got != answer.AtCentre {
			t.Error(got)
		}
	})
	t.Run("F-06 a reader looks and changes nothing", func(t *testing.T) {
		frametest.LetIn(t, w, registrar.RoleReader)
		w.Go(frame.Route{Screen: frame.Answer})
		s := screenOf(w)
		if len(s.possible(s.chosen())) != 0 || len(s.chosen()) == 0 {
			t.Errorf("a reader may about %v", s.chosen())
		}
		frametest.MustSee(t, w, "лише дивитися")
	})
}

func TestFitsSmallWindows(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		w, s, ids := open(t, language)
		w.Fyne().Resize(fyne.NewSize(1024, 600))
		s.Table.MoveTo(ids[1])
		for _, pairs := range [][]string{frametest.Overlaps(frametest.PageIn(w)), frametest.CutWords(s.Table)} {
			if len(pairs) > 0 {
				t.Errorf("%s: %v", language, pairs)
			}
		}
	}
}

func TestACardIsScannedAtTheAnswers(t *testing.T) {
	w, s, ids := open(t, "uk")
	number := func(id string) string { return s.rows[id].Graduate.Current().CardNumber }
	t.Run("UA-152 the card on a letter leads to its row, whatever was chosen", func(t *testing.T) {
		scanned := number(ids[3])
		s.State.Choose(string(answer.Refused))
		frametest.Scanned = nil
		if frametest.Scan(w, scanned, fyne.KeyReturn); s.Table.Cursor() != ids[3] || len(frametest.Scanned) > 0 || w.Front() != frame.Screen(s) {
			t.Errorf("%s is current of %v, elsewhere %v", s.Table.Cursor(), ids, frametest.Scanned)
		}
		frametest.MustSee(t, w, "Картка "+scanned)
	})
	t.Run("UA-152 of whom nothing was sent is looked for elsewhere", func(t *testing.T) {
		const scanned = "7000008"
		desktest.Set(t, w.Registrar(), ids[8], "card_number="+scanned)
		if frametest.Scan(w, scanned, fyne.KeyReturn); !slices.Equal(frametest.Scanned, []string{scanned}) {
			t.Errorf("%q is not looked for: %v", scanned, frametest.Scanned)
		}
	})
}

func TestRegistrationsOneAfterTheOther(t *testing.T) {
	w, s, _ := open(t, "uk")
	t.Run("UA-080 a number that is entered leads on to the next one who awaits an answer", func(t *testing.T) {
		keys := s.Table.Keys()
		s.Table.MoveTo(keys[0])
		for i := range 2 {
			at := s.Table.Cursor()
			s.MainAction()
			frametest.FillIn(t, w, "Номер сертифіката", "777000"+string(rune('1'+i)))
			frametest.Confirm(w)
			if now := s.Table.Cursor(); s.stageOf(at) != answer.AwaitEnvelope || now == at || nextByStage[s.stageOf(now)] != "registered" {
				t.Errorf("from %s at %s to %s at %s", at, s.stageOf(at), now, s.stageOf(now))
			}
		}
	})
}
