package exchange

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// centre are the keys of the centre at which the school of the tests is enrolled.
var centre *message.Identity

// enrolled opens a school of the centre: of its graduates the first three have finished their forms.
func enrolled(t testing.TB, language string) (*frame.Window, *frametest.Files, *Screen) {
	t.Helper()
	w, files := frametest.WithPrepared(t, "ort-2021", language, 6, "enrolled", func(r *registrar.Registrar) {
		centre = desktest.Enrol(t, r, "bishkek-7")
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		for i, row := range rows[:3] {
			fill(t, r, row.Graduate.ID, byte(i))
		}
	})
	files.ToFolder = t.TempDir()
	w.Go(frame.Route{Screen: frame.Exchange})
	return w, files, screens.Of(w)
}

// fill fills and finishes a form.
func fill(t testing.TB, r *registrar.Registrar, id string, n byte) {
	t.Helper()
	desktest.Set(t, r, id, "sex=f", "birth_date=6.3.2003", "document_kind=passport", "document_series=ID", fmt.Sprintf("document_number=765432%d", n),
		"settlement=село Жаңы-Үмүт", "street=ул. Манаса", "language=ru", "subjects=mathematics,english")
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, 10+3*n+byte(i)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
}

// written are the files for the centre, in their order.
func written(t testing.TB, files *frametest.Files) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(files.ToFolder, "*.age"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// asCentre opens a file as its centre.
func asCentre(t testing.TB, path string) *message.Opened {
	t.Helper()
	content := frametest.ReadFile(t, path)
	m, err := message.Open(bytes.NewReader(content), int64(len(content)), message.Opening{Identities: []*message.Identity{centre}, Signers: message.AnySigner})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// fromCentre writes the centre's file of a number to the school that has sent a message.
func fromCentre(t testing.TB, to *message.Opened, sequence int, previous string, alter func(*message.Message)) (path, hash string) {
	t.Helper()
	return writtenBy(t, centre, message.Seal{Recipients: []string{to.From.Recipient}}, to, sequence, previous, alter)
}

// writtenBy is [fromCentre] for the keys of any centre, sealed as is said.
func writtenBy(t testing.TB, centre *message.Identity, seal message.Seal, to *message.Opened, sequence int, previous string, alter func(*message.Message)) (path, hash string) {
	t.Helper()
	m := &message.Message{Envelope: message.Envelope{Format: message.Format, Type: message.TypeReceipt, ID: fmt.Sprintf("%032d", sequence), Created: "2020-02-25T08:00:00Z", Program: "1.0",
		Campaign: to.Campaign, School: to.School, Sequence: sequence, Previous: previous, To: to.From.Fingerprint(), From: centre.Keys(), Accepted: to.Sequence}}
	alter(m)
	path = filepath.Join(t.TempDir(), fmt.Sprintf("answer (%d).zip.age", sequence))
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if hash, err = message.Write(f, m, nil, centre, seal); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path, hash
}

// receipt are the verdicts of the centre on the records of a message, one after the other.
func receipt(to *message.Opened, verdicts ...string) func(*message.Message) {
	return func(m *message.Message) {
		m.Answers = &message.Reference{ID: to.ID, Sequence: to.Sequence, Hash: to.Hash}
		for i, verdict := range verdicts {
			g := to.Records[i].Graduate
			r := message.Receipt{Graduate: g.ID, Key: g.Key, Attempt: g.Attempt, Verdict: verdict}
			if verdict == message.VerdictRejected {
				r.Codes, r.Note = "centre.bad_key", "Фото темное"
			}
			m.Receipts = append(m.Receipts, r)
		}
	}
}

// coveringSheet saves the covering sheet by its button, and asks for it in the history: design §9.
func coveringSheet(t *testing.T, w *frame.Window, files *frametest.Files) {
	t.Helper()
	files.ToSave = filepath.Join(t.TempDir(), "sheet.pdf")
	frametest.FrontTap(t, w, "Сопроводительный лист…")
	if content := frametest.ReadFile(t, files.ToSave); !bytes.HasPrefix(content, []byte("%PDF")) {
		t.Error("no covering sheet")
	}
	printed := desktest.EventsOf(t, w.Registrar(), registrar.HistoryFilter{Kind: registry.EventPrinted})
	if len(printed) == 0 || printed[len(printed)-1].Note != "message" {
		t.Errorf("printed %+v", printed)
	}
}

func stateIn(s *Screen, id string) string {
	at := slices.IndexFunc(s.known.out.Rows, func(r exchange.Row) bool { return r.Graduate.ID == id })
	return stateOf(s.known.out.Rows[at])
}

func TestRoundTrip(t *testing.T) {
	w, files, s := enrolled(t, "ru")
	ids := s.sending.Table.Keys()
	t.Run("KG-058 who goes, with the photos and scans, and why somebody does not", func(t *testing.T) {
		frametest.MustSee(t, w, "Пойдёт: новых 3, изменённых 0, снятых 0 · не пойдёт: 3 · фото и сканов: 9", "бланк не завершён", "Паспорт, лицевая сторона")
		frametest.Shot(t, w, "exchange-send")
	})
	t.Run("KG-013 the button writes them into a folder, and says where the file lies and what comes next", func(t *testing.T) {
		s.MainAction()
		frametest.MustSee(t, w, "entries-ort-2021-bishkek-7-0001.zip.age", "человек: 3", files.ToFolder, "прочитано обратно и сверено", "Дождитесь файла центра")
		frametest.Shot(t, w, "exchange-written")
		coveringSheet(t, w, files)
		frametest.Confirm(w)
		if len(written(t, files)) != 1 {
			t.Fatal(written(t, files))
		}
	})
	first := asCentre(t, written(t, files)[0])
	t.Run("KG-065 sent is not received: the missing receipt is warned of", func(t *testing.T) {
		frametest.MustSee(t, w, "Центр ещё не подтвердил получение: сообщение № 1", "ждём", "Записать для центра…")
		if !s.write.Disabled() {
			t.Error("there is something to write")
		}
	})
	desktest.Set(t, w.Registrar(), ids[0], "street=ул. Токтогула")
	t.Run("design §9 what has changed stands field by field, as it was and as it becomes", func(t *testing.T) {
		s.sending.Table.MoveTo(ids[0])
		frametest.MustSee(t, w, "изменено", "было: ул. Манаса", "станет: ул. Токтогула", "Записать для центра (1)")
		frametest.Shot(t, w, "exchange-change")
	})
	t.Run("KG-013 what exactly was sent of somebody, in which message and to whom", func(t *testing.T) {
		frametest.Tap(t, w, "Что отправлено…")
		if said := frametest.DialogWords(w); !strings.Contains(said, "Сообщение № 1: новая запись") || !strings.Contains(said, "ул. Манаса") || !strings.Contains(said, "Кому: Центр оценки") {
			t.Error(said)
		}
		frametest.Shot(t, w, "exchange-sent-of")
		frametest.Esc(w)
	})
	one, hash := fromCentre(t, first, 1, "", receipt(first, message.VerdictAccepted, message.VerdictRejected, message.VerdictAccepted))
	t.Run("UA-079 a file of the centre that is dropped is shown before anything is taken over", func(t *testing.T) {
		w.Drop(fyne.Position{}, []fyne.URI{storage.NewFileURI(one)})
		frametest.MustSee(t, w, "Подтверждение центра № 1 — answer (1).zip.age", "Пока не нажмёте «Принять», ничего не изменится", "не принято", "Фото темное")
		frametest.Shot(t, w, "exchange-came")
		if stateIn(s, ids[1]) != stateWaiting {
			t.Error("it counts before it was taken over")
		}
		s.MainAction()
		frametest.MustSee(t, w, "Принято answer (1).zip.age: изменено человек — 3.", "центр не принял")
		frametest.MustNotSee(t, w, "Центр ещё не подтвердил получение")
		s.sending.Table.MoveTo(ids[2])
		frametest.MustSee(t, w, "Центр, 24.02.2020: принято.")
		s.sending.Table.MoveTo(ids[1])
		frametest.MustSee(t, w, "Центр, 24.02.2020: не принято.", "Фото темное")
		frametest.MustNotSee(t, w, "bad_key")
		if stateIn(s, ids[1]) != stateRejected || stateIn(s, ids[2]) != stateSame {
			t.Error(stateIn(s, ids[1]), stateIn(s, ids[2]))
		}
	})
	t.Run("design §9 taken in twice it changes nothing", func(t *testing.T) {
		s.take(one)
		frametest.MustSee(t, w, "Этот файл уже принят")
		if !s.came.take.Disabled() {
			t.Error("it can be taken over again")
		}
		frametest.Tap(t, w, "Не принимать")
	})
	t.Run("KG-065 a payment's verdict differs from what was noted by hand: the centre's counts, and it is said", func(t *testing.T) {
		differs(t, w, s, ids[2], first, hash)
	})
	t.Run("the ticked ones alone are written, a rejected one too", func(t *testing.T) {
		s.sending.Table.Tick([]string{ids[1]})
		s.sending.refreshWrite()
		frametest.MustSee(t, w, "Записать отмеченных (1)")
		s.MainAction()
		frametest.Confirm(w)
		if m := asCentre(t, written(t, files)[0]); len(m.Records) != 1 || m.Records[0].Graduate.ID != ids[1] {
			t.Errorf("%d records", len(m.Records))
		}
		if stateIn(s, ids[1]) != stateWaiting || stateIn(s, ids[0]) != exchange.ActionChange {
			t.Error(stateIn(s, ids[1]), stateIn(s, ids[0]))
		}
	})
	t.Run("UA-068 what the centre has told of the envelope stands beside what it says of the record", func(t *testing.T) {
		desktest.Must(desktest.Alter(w.Registrar(), ids[0], func(g *data.Graduate) {
			g.SetFact(data.Fact{Kind: data.FactEnvelopeSent, On: "2020-01-28", By: "Key", Note: "RB123456785UA"})
		}))
		s.Shown()
		s.sending.Table.MoveTo(ids[0])
		frametest.MustSee(t, w, "Центр отправил конверт 28.01.2020 (RB123456785UA)")
	})
	t.Run("KG-013 all messages, with the fingerprints to compare by phone", func(t *testing.T) {
		frametest.ChooseAt(s.kinds, messages)
		frametest.MustSee(t, w, "Все записи № 1", "Изменения № 2", "Подтверждение центра № 1", "получено,", s.known.state.Own, s.known.state.Centre)
		frametest.Shot(t, w, "exchange-messages")
	})
	t.Run("design §9 where a message was lost everybody goes anew, after a question", func(t *testing.T) {
		frametest.Tap(t, w, "Файл потерялся…")
		frametest.MustSee(t, w, "все записи заново")
		frametest.FrontTap(t, w, "Записать всё заново…")
		frametest.Confirm(w)
		frametest.MustSee(t, w, "Все записи № 2")
	})
}

// differs has the centre refuse a receipt that was noted as confirmed here.
func differs(t *testing.T, w *frame.Window, s *Screen, id string, to *message.Opened, previous string) {
	r := w.Registrar()
	paid, _ := desktest.Pay(t, r, id, "4567", "900")
	if err := r.Payment.Judge(desktest.Ctx, id, paid, "accepted", "", ""); err != nil {
		t.Fatal(err)
	}
	path, _ := fromCentre(t, to, 2, previous, func(m *message.Message) {
		m.Type = message.TypeStatus
		m.States = []message.State{{Graduate: id, Key: to.Records[2].Graduate.Key, Attempt: "1", About: message.AboutPayment, Of: paid, State: "rejected", On: "2020-02-24", Note: "сумма не та"},
			{Graduate: "nobody", Key: "+996555999999", Attempt: "1", About: message.AboutPayment, Of: "x", State: "rejected", On: "2020-02-24"}}
	})
	s.take(path)
	frametest.MustSee(t, w, "Иначе, чем внесено здесь вручную: 1", "+996555999999")
	frametest.Shot(t, w, "exchange-differs")
	s.MainAction()
	frametest.MustSee(t, w, "строк не о нас — 1")
}
