package exchange

import (
	"crypto/rand"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// On a small window, with large letters and in every language nothing lies on anything else, and all
// of it has room.
func TestRoom(t *testing.T) {
	w, files, s := enrolled(t, "uk")
	s.MainAction()
	frametest.Confirm(w)
	to := asCentre(t, written(t, files)[0])
	desktest.Set(t, w.Registrar(), to.Records[0].Graduate.ID, "street=ул. Токтогула")
	file, _ := fromCentre(t, to, 1, "", receipt(to, "accepted", "rejected", "held"))
	room := fyne.NewSize(1024, 600)
	for _, language := range text.Languages() {
		w.Settings.Scale, w.Settings.Language = 130, language
		w.Forget()
		w.Go(frame.Route{Screen: frame.Exchange})
		s = screens.Of(w)
		for _, page := range []struct {
			name string
			show func()
		}{{"send", func() { frametest.ChooseAt(s.kinds, toSend) }}, {"messages", func() { frametest.ChooseAt(s.kinds, messages) }}, {"came", func() { s.take(file) }}} {
			page.show()
			w.Fyne().Resize(room)
			if least := w.Fyne().Content().MinSize(); least.Width > room.Width || least.Height > room.Height-30 {
				t.Errorf("%s, %s: the least is %v", page.name, language, least)
			}
			if over := frametest.Overlaps(frametest.PageIn(w)); len(over) > 0 {
				t.Errorf("%s, %s: %v", page.name, language, over)
			}
			frametest.Shot(t, w, "exchange-"+language+"-"+page.name)
		}
		s.onLeaveFile()
	}
}

// Design §9: why everybody goes once more is said above the table.
func TestAnew(t *testing.T) {
	w, _, s := enrolled(t, "uk")
	t.Run("design §9 nothing is said before the first message", func(t *testing.T) {
		if len(s.sending.warning.Objects) > 0 {
			t.Error("a warning")
		}
	})
	for why, state := range map[string]exchange.State{"Реєстр відновлено з копії": {Enrolled: true, Anew: true}, "Програму було зупинено": {Enrolled: true, Anew: true, Interrupted: true}} {
		t.Run("design §9 "+why, func(t *testing.T) {
			s.known.state = state
			s.show()
			frametest.MustSee(t, w, why)
		})
	}
}

func TestWhoOnlyLooks(t *testing.T) {
	w := frametest.WithRole(t, "uk", registrar.RoleReader)
	w.Go(frame.Route{Screen: frame.Exchange})
	t.Run("KG-005 the reader is told who opens the exchange, and cannot", func(t *testing.T) {
		frametest.MustSee(t, w, "Обмін із центром ще не відкрито", "покличте керівника")
		if !screens.Of(w).start.Disabled() {
			t.Error("the reader may open the exchange")
		}
	})
	t.Run("UA-066 the reader sees who would go and why not, and writes nothing", func(t *testing.T) {
		w, _ := frametest.WithHead(t, "uk")
		desktest.Enrol(t, w.Registrar(), "kharkiv-7")
		frametest.LetIn(t, w, registrar.RoleReader)
		w.Go(frame.Route{Screen: frame.Exchange})
		s := screens.Of(w)
		frametest.MustSee(t, w, "Що надіслати", w.WhyLooking())
		if !s.read.Disabled() || !s.write.Disabled() {
			t.Error("the reader may write or take in")
		}
	})
}

func TestEnrolment(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	w.Go(frame.Route{Screen: frame.Exchange})
	s := screens.Of(w)
	centre, spoken := newIdentity(t), "DFGJ-2346-QRSU"
	to := &message.Opened{Message: message.Message{Envelope: message.Envelope{Campaign: "ort-2021", School: "bishkek-7"}}}
	path, _ := writtenBy(t, centre, message.Seal{Code: spoken}, to, 1, "", func(m *message.Message) {
		m.Type, m.To, m.Accepted = message.TypeEnrolment, "", 0
		m.Enrolment = &message.Enrolment{School: data.School{Name: "Школа № 7", DistrictCentre: "Свердловский центр"}, Phone: "+996555000007", Surname: "Асанова", GivenName: "Гүлнара",
			Password: "JLNQ-7891-WZDF", Site: "https://ort.example.kg", Centre: centre.Keys()}
	})
	t.Run("KG-005 before the centre has enrolled the school the page says what is done first", func(t *testing.T) {
		frametest.MustSee(t, w, "Обмін із центром ще не відкрито", "Код до нього центр каже голосом")
	})
	t.Run("KG-005 a wrong code is said under its field, and what was typed stays", func(t *testing.T) {
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
		frametest.FillIn(t, w, "Код", "ABCD-EFGH-JKLM")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Код не відкриває цього повідомлення")
	})
	t.Run("KG-005 the code opens it, and the exchange begins when the fingerprint agrees", func(t *testing.T) {
		frametest.FillIn(t, w, "Код", "dfgj 2346 qrsu")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Школа № 7", "bishkek-7", centre.Keys().Fingerprint())
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Обмін із центром відкрито", "Що надіслати", "Поки що нікого надсилати")
		if !s.known.state.Enrolled || s.known.state.Code != "bishkek-7" {
			t.Errorf("%+v", s.known.state)
		}
	})
}

// newIdentity are the keys of another centre.
// The rows that go stand first, then those that ask for a person; what the centre says of an envelope is said
// in its own words, and a button that is not for everybody says for whom it is.
func TestWhatComesFirst(t *testing.T) {
	w, files, s := enrolled(t, "uk")
	s.MainAction()
	frametest.Confirm(w)
	to := asCentre(t, written(t, files)[0])
	t.Run("design §11 what was written is behind, and the cursor on what is next", func(t *testing.T) {
		if rows := s.sending.Table.Rows(); stateIn(s, rows[0].Key) != stateBlocked || s.sending.Table.Cursor() != rows[0].Key {
			t.Errorf("%s, %q", stateIn(s, rows[0].Key), s.sending.Table.Cursor())
		}
	})
	file, _ := fromCentre(t, to, 1, "", receipt(to, "accepted", "rejected", "held"))
	s.take(file)
	s.MainAction()
	last := to.Records[2].Graduate.ID
	desktest.Set(t, w.Registrar(), last, "street=ул. Токтогула")
	t.Run("design §11 who goes, then whom the centre has rejected, then who cannot go", func(t *testing.T) {
		var order []string
		for _, row := range s.sending.Table.Rows() {
			order = append(order, stateIn(s, row.Key))
		}
		if got := strings.Join(order, " "); got != "change rejected blocked blocked blocked same" {
			t.Error(got)
		}
	})
	t.Run("UA-068 where an envelope is", func(t *testing.T) {
		for state, words := range map[string]string{"sent": "конверт надіслано", "returned": "конверт повернувся до центру"} {
			if got := s.verdictWords(exchange.News{About: message.AboutEnvelope, Verdict: state}); got != words {
				t.Errorf("%s: %s", state, got)
			}
		}
	})
	t.Run("F-06 who may not turn the keys reads who does", func(t *testing.T) {
		w, _ := frametest.WithHead(t, "uk")
		desktest.Enrol(t, w.Registrar(), "kharkiv-7")
		frametest.LetIn(t, w, registrar.RoleResponsible)
		w.Go(frame.Route{Screen: frame.Exchange})
		frametest.ChooseAt(screens.Of(w).kinds, messages)
		frametest.MustSee(t, w, "покличте керівника")
	})
}

// Design §9: the file of another centre, in an exchange that is open, turns the school to that one.
func TestTurningToAnotherCentre(t *testing.T) {
	w, files, s := enrolled(t, "uk")
	s.MainAction()
	frametest.Confirm(w)
	former := asCentre(t, written(t, files)[0])
	other, spoken := newIdentity(t), "DFGJ-2346-QRSU"
	path, _ := writtenBy(t, other, message.Seal{Code: spoken}, former, 1, "", func(m *message.Message) {
		m.Type, m.To, m.Accepted, m.Answers, m.School, m.Branch = message.TypeEnrolment, "", 0, nil, "north-9", ""
		m.Enrolment = &message.Enrolment{School: data.School{Name: "Школа № 7"}, Phone: "+996555000007", Surname: "Асанова", GivenName: "Гүлнара",
			Password: "JLNQ-7891-WZDF", Centre: other.Keys()}
	})
	t.Run("design §9 what it means is said before, and the former keys stay until then", func(t *testing.T) {
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
		frametest.FillIn(t, w, "Код", spoken)
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Перейти до іншого центру?", "north-9", "bishkek-7", "всіх заново", other.Keys().Fingerprint())
		if s.known.state.Code != "bishkek-7" {
			t.Errorf("%+v", s.known.state)
		}
		frametest.Shot(t, w, "exchange-turn-to")
	})
	t.Run("design §9 then everybody goes to the new one", func(t *testing.T) {
		frametest.Confirm(w)
		if s.known.state.Code != "north-9" || s.known.state.Centre != other.Keys().Fingerprint() || s.known.out.Count(exchange.ActionAdd) != 3 {
			t.Errorf("%+v, %d", s.known.state, s.known.out.Count(exchange.ActionAdd))
		}
	})
}

func newIdentity(t testing.TB) *message.Identity {
	t.Helper()
	id, err := message.NewIdentity(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestNewerRules(t *testing.T) {
	w, files, s := enrolled(t, "uk")
	s.MainAction()
	frametest.Confirm(w)
	to := asCentre(t, written(t, files)[0])
	r := w.Registrar()
	was := r.Campaign().Revision
	source := []byte(strings.Replace(string(r.Campaign().Source()), "revision = ", "revision = 9", 1))
	rules := func(m *message.Message) { m.Type, m.Accepted, m.CampaignFile = message.TypeCampaign, 0, source }
	t.Run("KG-001 rules that need a newer program are refused with whom to ask, before anything is taken over", func(t *testing.T) {
		path, _ := fromCentre(t, to, 1, "", func(m *message.Message) {
			rules(m)
			m.CampaignFile = []byte(strings.Replace(string(source), `minimum_program = "1.0"`, `minimum_program = "1.2"`, 1))
		})
		s.take(path)
		frametest.MustSee(t, w, "потребують Graduand 1.2 або новішого", "Нічого не змінено")
		frametest.Esc(w)
		if s.came != nil || r.Campaign().Revision != was {
			t.Errorf("the file is shown: %v, revision %d", s.came != nil, r.Campaign().Revision)
		}
	})
	path, hash := fromCentre(t, to, 1, "", rules)
	t.Run("UA-003 KG-001 a message with newer rules says what they change, and is taken over as one act", func(t *testing.T) {
		s.take(path)
		frametest.MustSee(t, w, "новішу редакцію правил", "Ось що зміниться")
		s.MainAction()
		rules, came := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: "campaign.changed"}), desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: "message.received"})
		if r.Campaign().Revision == was || len(rules) != 1 || len(came) != 1 || rules[0].At != came[0].At {
			t.Errorf("revision %d, %v %v", r.Campaign().Revision, rules, came)
		}
	})
	t.Run("design §9 the window that they make anew shows who is sent, not a file that was taken over", func(t *testing.T) {
		anew := screens.Of(w)
		if anew.came != nil || len(anew.known.out.Rows) == 0 {
			t.Errorf("a file: %v, %d rows", anew.came != nil, len(anew.known.out.Rows))
		}
		if w.Shows(s) || !w.Shows(anew) {
			t.Error("an answer to the page before would move the keyboard")
		}
	})
	t.Run("KG-001 rules that are here already do not stop the message: those behind it would wait for ever", func(t *testing.T) {
		path, _ := fromCentre(t, to, 2, hash, rules)
		s := screens.Of(w)
		s.take(path)
		frametest.MustSee(t, w, "Прийміть його, щоб наступні файли йшли по порядку")
		s.MainAction()
		if got := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: "message.received"}); len(got) != 2 {
			t.Errorf("%d taken in", len(got))
		}
	})
}

func TestWhatIsRefused(t *testing.T) {
	w, files, s := enrolled(t, "uk")
	t.Run("F-05 a file that is no message is refused in one sentence, and nothing is lost", func(t *testing.T) {
		s.take(frametest.WriteFile(t, "x.zip.age", "nothing"))
		frametest.MustSee(t, w, "Цей файл — не повідомлення")
		frametest.Esc(w)
	})
	t.Run("a file of the centre that is dropped on another page leads here", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(frametest.WriteFile(t, "y.zip.AGE", ""))})
		frametest.MustSee(t, w, "Файл порожній")
		if frametest.Esc(w); !w.InFront(frame.Exchange) {
			t.Error(w.Current())
		}
	})
	t.Run("design §9 a gap is refused with what to do", func(t *testing.T) {
		s.MainAction()
		frametest.Confirm(w)
		to := asCentre(t, written(t, files)[0])
		path, _ := fromCentre(t, to, 3, strings.Repeat("a", 64), receipt(to, "accepted", "accepted", "accepted"))
		s.take(path)
		frametest.MustSee(t, w, "прийшло раніше")
		frametest.Esc(w)
		frametest.MustSee(t, w, "чекаємо", "ще не підтвердив")
	})
	t.Run("in another language everything stays where it was, a file of the centre too", func(t *testing.T) {
		to := asCentre(t, written(t, files)[0])
		path, _ := fromCentre(t, to, 1, "", receipt(to, "accepted", "accepted", "held"))
		s.take(path)
		w.ChangeLanguage("en")
		frametest.MustSee(t, w, "Exchange", "answer (1).zip.age", "Nothing changes before you press")
	})
}
