package photo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// finePhoto is a good one as large as a photo must be, and not larger: it is judged and shown often.
func finePhoto() imagingtest.Person {
	return imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
}

// withPictures is a school of three: the last has a photo that blocks, the second one that is
// fine and not looked at, the first none.
func withPictures(t *testing.T) (*frame.Window, *Screen, []string) {
	t.Helper()
	w, _ := frametest.WithPrepared(t, "ort-2021", "ru", 3, "with pictures", func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		fine := finePhoto()
		grey := fine
		grey.Grey = true
		desktest.Attach(t, r, rows[2].Graduate.ID, "face_photo", grey.JPEG(t))
		desktest.Attach(t, r, rows[1].Graduate.ID, "face_photo", fine.JPEG(t))
	})
	ids := frametest.IdsOf(t, w)
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	w.Go(frame.Route{Screen: frame.Photo})
	return w, photoScreens.Of(w), ids
}

func press(w *frame.Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestThoseInTroubleComeFirst(t *testing.T) {
	w, s, ids := withPictures(t)
	t.Run("KG-017 blocked, to be looked at, missing", func(t *testing.T) {
		if got := s.Table.Keys(); !slices.Equal(got, []string{ids[2], ids[1], ids[0]}) {
			t.Errorf("%v of %v", got, ids)
		}
		frametest.MustSee(t, w, "нельзя принять", "надо посмотреть", "не хватает файлов")
	})
	t.Run("KG-022, KG-029 the picture of the current one stands beside, with what is wrong", func(t *testing.T) {
		frametest.MustSee(t, w, "Что не так", "Всё равно принять…")
	})
	t.Run("KG-055 the arrows go through the people, and nothing of another stays", func(t *testing.T) {
		press(w, fyne.KeyDown)
		frametest.MustSee(t, w, "Осталось подтвердить: 6 вопросов")
		press(w, fyne.KeyDown)
		frametest.MustSee(t, w, "Файлов ещё нет")
		frametest.MustNotSee(t, w, "Осталось подтвердить")
	})
	t.Run("KG-017 the filter leaves those of one state", func(t *testing.T) {
		s.State.Choose(string(photo.StateRefused))
		s.ask()
		if got := s.Table.Keys(); !slices.Equal(got, []string{ids[2]}) {
			t.Errorf("%v", got)
		}
	})
}

func TestPicturesAreAnsweredByTheKeyboard(t *testing.T) {
	w, s, ids := withPictures(t)
	s.Table.MoveTo(ids[1])
	t.Run("KG-025 Enter gives the keyboard to the questions, one by one", func(t *testing.T) {
		press(w, fyne.KeyReturn)
		for range 6 {
			press(w, fyne.KeyLeft)
		}
		g := frametest.GraduateOf(t, w, ids[1])
		if said := g.Pictures[g.Get("face_photo")].Confirmed; len(said) != 6 {
			t.Fatalf("%+v", said)
		}
	})
	t.Run("KG-025 behind the last the next one with questions is current in the list", func(t *testing.T) {
		if s.Table.Cursor() != ids[2] || w.Canvas().Focused() != s.Table.Focusable() {
			t.Errorf("current is %s of %v, the keyboard is at %T", s.Table.Cursor(), ids, w.Canvas().Focused())
		}
	})
	t.Run("KG-025 Esc goes back to the list", func(t *testing.T) {
		press(w, fyne.KeyReturn)
		press(w, fyne.KeyEscape)
		if w.Canvas().Focused() != s.Table.Focusable() {
			t.Errorf("the keyboard is at %T", w.Canvas().Focused())
		}
	})
	t.Run("KG-017 who has no picture is opened in the form", func(t *testing.T) {
		s.Table.MoveTo(ids[0])
		press(w, fyne.KeyReturn)
		if !w.InFront(frame.Form) {
			t.Error(w.Current())
		}
	})
}

// KG-029: a picture is taken in spite of what blocks it for a reason only; that one is missing is
// said until the first letter of it.
func TestTheMissingReasonIsSaidUntilItIsTyped(t *testing.T) {
	w, _, ids := withPictures(t)
	frametest.Tap(t, w, w.Say("photo_screen.let", nil))
	frametest.Confirm(w)
	frametest.MustSee(t, w, "Напишите причину")
	test.Type(w.Canvas().Focused(), "ц")
	frametest.MustNotSee(t, w, "Напишите причину")
	test.Type(w.Canvas().Focused(), "ентр разрешил")
	frametest.Confirm(w)
	g := frametest.GraduateOf(t, w, ids[2])
	if let := g.Pictures[g.Get("face_photo")].Overridden; len(let) != 1 {
		t.Errorf("let through: %v", let)
	}
}

// KG-025: a key that is pressed before the answer before it is kept is about the next question,
// however late and in whatever order answers come.
func TestQuickKeysAnswerOneQuestionEach(t *testing.T) {
	for seed := range uint64(6) {
		w, s, ids := withPictures(t)
		s.Table.MoveTo(ids[1])
		press(w, fyne.KeyReturn)
		loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 25))}
		w.Runner = loop.Runner()
		keys := []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft}
		for _, key := range keys {
			press(w, key)
			if loop.Dice.IntN(2) == 0 {
				loop.Turn()
			}
		}
		loop.Rest()
		g, denied := frametest.GraduateOf(t, w, ids[1]), 0
		said := g.Pictures[g.Get("face_photo")].Confirmed
		for _, f := range said {
			if f.Kind == data.FactDenied {
				denied++
			}
		}
		if len(said) != len(keys) || denied != 1 {
			t.Fatalf("seed %d: %d answers, %d of them no: %+v", seed, len(said), denied, said)
		}
		if s.Table.Cursor() == ids[1] {
			t.Errorf("seed %d: behind the last answer the same picture is in front", seed)
		}
	}
}

// The keys of the menu are about the picture beside the list; elsewhere they say what to do.
func TestTheMenuIsAboutThePictureInFront(t *testing.T) {
	w, s, ids := withPictures(t)
	s.Table.MoveTo(ids[1])
	w.CropCommand().Action()
	if len(w.Boxes()) != 1 {
		t.Fatal("no frame over the picture")
	}
	frametest.MustSee(t, w, "Сохранить кадр")
	frametest.Esc(w)
	w.GuidesCommand().Action()
	frametest.MustSee(t, w, "Показать линии")
	w.Go(frame.Route{Screen: frame.Form})
	w.CropCommand().Action()
	frametest.MustSee(t, w, "Сначала откройте фотографию")
}

func TestPhotosFit(t *testing.T) {
	w, s, ids := withPictures(t)
	s.Table.MoveTo(ids[2])
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		for _, dark := range []bool{false, true} {
			w.Settings.Language, w.Settings.Dark = language, dark
			w.Forget()
			for _, size := range frametest.WindowSizes {
				w.Go(frame.Route{Screen: frame.Photo})
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				look := fmt.Sprintf("photos-%.0f-", size.Width) + language + map[bool]string{true: "-dark", false: "-light"}[dark]
				frametest.Shot(t, w, look)
				frametest.Fits(t, look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
			}
		}
	}
}

// KG-017: of a search that finds one the pictures are shown at once; of one that finds several it is
// said that somebody is to choose.
func TestWhoIsFoundIsShown(t *testing.T) {
	w, _, _, ids := school(t, "uk")
	s, choose := photoScreens.Of(w), "Виберіть випускника в таблиці"
	desktest.MustAdd(t, w.Registrar(), "surname=Бекова", "given_name=Асель", "class=11-А", "phone=0555000109")
	s.Table.MoveTo(ids[0])
	s.Search.SetText("Омуров")
	if s.Table.Count() != 1 || s.shown != ids[2] || s.place != "face_photo" {
		t.Errorf("%d found, %q shown", s.Table.Count(), s.shown)
	}
	frametest.MustNotSee(t, w, choose)
	s.Search.SetText("Бекова")
	if s.Table.Count() != 2 || s.shown != "" {
		t.Errorf("%d found, %q shown", s.Table.Count(), s.shown)
	}
	frametest.MustSee(t, w, choose)
	s.Search.SetText("ніхто")
	frametest.MustNotSee(t, w, choose)
}

// UA-049: where photos are glued a file is optional, not needless: it is said what it is for.
func TestPhotosToGlueAreOptional(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	desktest.MustAdd(t, w.Registrar(), "surname=Бойко", "given_name=Ірина", "class=11-А", "phone=0671234502")
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	w.Go(frame.Route{Screen: frame.Photo})
	frametest.MustSee(t, w, "необов’язково", "вони необов’язкові", "аркуш")
	frametest.MustNotSee(t, w, "не потрібні")
}

// TestTheRowsAskForThePictureOnce: the pictures of whom new rows make the current one are asked for once.
func TestTheRowsAskForThePictureOnce(t *testing.T) {
	w, s, ids := withPictures(t)
	later := frametest.Delay(t, w)
	s.Next = ids[1]
	s.ask()
	later.Do(0)
	if len(later.Work) != 1 {
		t.Errorf("%d questions follow the rows", len(later.Work))
	}
}
