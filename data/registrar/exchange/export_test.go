package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

func TestOutgoingOfASite(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	t.Run("KG-005 nothing is sent before the centre has enrolled the school", func(t *testing.T) {
		_, err := r.Exchange.Outgoing(desktest.Ctx)
		desktest.WantCode(t, "outgoing", err, "exchange.not_enrolled")
		_, err = r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
		desktest.WantCode(t, "export", err, "exchange.not_enrolled")
	})
	a, b := applicant(t, r, 1), applicant(t, r, 2)
	next := nextOf(t, r, a)
	centre := desktest.Enrol(t, r, "bishkek-7")
	t.Run("KG-061 what is finished is entered on the site by hand, and by messages where the centre has enrolled the school", func(t *testing.T) {
		if now := nextOf(t, r, a); next != data.NextOnSite || now != data.NextExport {
			t.Errorf("%s, then %s", next, now)
		}
	})
	draft := desktest.MustAdd(t, r, "surname=Чернова", "phone=0555000333")
	t.Run("KG-058 a form that is not finished does not go, and it is said why", func(t *testing.T) {
		if row := rowOf(t, r, draft); row.Action != "" || why(row) != "exchange.why_unfinished" {
			t.Errorf("%q %s", row.Action, why(row))
		}
	})
	first := export(t, r)
	m := opened(t, first.Paths[0], centre)
	t.Run("design §9 entries first, with everything of the form and the very octets of the photos", func(t *testing.T) {
		if m.Type != message.TypeEntries || m.Sequence != 1 || m.Previous != "" || m.School != "bishkek-7" || m.Campaign != "ort-2021" || m.Branch == "" || m.Anchor == "" || m.Sender.Name != "Ліцей" {
			t.Errorf("%+v", m.Envelope)
		}
		if len(m.Records) != 2 || m.Records[0].Graduate.ID != a || m.Records[0].Graduate.Key != "+996555100001" || m.Records[0].Graduate.Fields["settlement"] != "село Жаңы-Үмүт" {
			t.Errorf("%+v", m.Records)
		}
		front := m.Records[0].Documents[0]
		content, err := m.File(front.File)
		if err != nil || front.Place != "passport_front" || !bytes.Equal(content, desktest.Picture(t, 13)) {
			t.Errorf("%+v %v", front, err)
		}
	})
	t.Run("KG-065 sent is not received", func(t *testing.T) {
		if next := nextOf(t, r, a); next == data.NextExport {
			t.Error(next)
		}
		s, err := r.Exchange.State()
		if err != nil || len(s.Waiting) != 1 || s.Sent != 1 || s.Accepted != 0 {
			t.Errorf("%+v %v", s, err)
		}
		row := rowOf(t, r, a)
		if row.Action != "" || why(row) != "" || row.Sent.Seen != m.ID || row.Acknowledged != nil {
			t.Errorf("%+v", row)
		}
		_, err = r.Exchange.Export(desktest.Ctx, exchange.Order{To: t.TempDir()}, nil)
		desktest.WantCode(t, "again", err, "exchange.nothing_new")
	})
	desktest.Set(t, r, a, "street=ул. Токтогула")
	receipt, _ := desktest.Pay(t, r, b, "4567", "900")
	desktest.Must(r.Form.Finish(desktest.Ctx, applicantDraft(t, r, draft)))
	t.Run("design §9 what has changed is told field by field", func(t *testing.T) {
		row := rowOf(t, r, a)
		if row.Action != exchange.ActionChange || !slices.Equal(row.Changes, []registrar.FieldChange{{Field: "street", Before: "ул. Манаса", After: "ул. Токтогула"}}) {
			t.Errorf("%s %v", row.Action, row.Changes)
		}
		if row := rowOf(t, r, b); len(row.Changes) != 1 || row.Changes[0] != (registrar.FieldChange{Field: data.PaymentField(receipt), After: "4567 900"}) {
			t.Errorf("%v", row.Changes)
		}
	})
	second := opened(t, export(t, r).Paths[0], centre)
	t.Run("design §9 then amendments, with nothing that was sent before", func(t *testing.T) {
		actions := map[string]string{}
		for _, rec := range second.Records {
			actions[rec.Graduate.ID] = rec.Graduate.Action
		}
		if second.Type != message.TypeAmendments || second.Sequence != 2 || second.Previous != m.Hash || actions[a] != "change" || actions[b] != "change" || actions[draft] != "add" {
			t.Errorf("%+v %v", second.Envelope, actions)
		}
		for _, d := range second.Records[0].Documents {
			if d.File != "" || d.SHA256 == "" {
				t.Errorf("%+v", d)
			}
		}
		if before, err := message.ParseRecord(m.Records[0].Text()); err != nil || second.Records[0].Graduate.Before != before.Hash() {
			t.Errorf("before %s, %v", second.Records[0].Graduate.Before, err)
		}
	})
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{b}, "переїхала"))
	t.Run("design §9 who is removed is withdrawn with the reason, once", func(t *testing.T) {
		m := opened(t, export(t, r).Paths[0], centre)
		if len(m.Records) != 1 || m.Records[0].Graduate.Action != exchange.ActionWithdraw || m.Records[0].Graduate.Reason != "переїхала" || m.Records[0].Graduate.Surname == "" {
			t.Errorf("%+v", m.Records)
		}
		if row := rowOf(t, r, b); row.Action != "" {
			t.Errorf("%s again", row.Action)
		}
		desktest.Must(r.Table.Restore(desktest.Ctx, []string{b}))
		if row := rowOf(t, r, b); row.Action != exchange.ActionAdd {
			t.Errorf("come back: %q", row.Action)
		}
		if next := nextOf(t, r, b); next != data.NextExport {
			t.Errorf("come back, next %s", next)
		}
	})
	t.Run("KG-013 the history tells what was sent, and undoing touches it never", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: "message.sent"})
		for _, e := range events {
			if e.To != data.ToCentre || e.SHA256 == "" {
				t.Errorf("to %q, file %q", e.To, e.SHA256)
			}
		}
		if len(events) != 2+1+3+1+1+1 {
			t.Errorf("%d events", len(events))
		}
	})
	t.Run("KG-013 what exactly was sent of somebody, in which message, to whom; an erasure takes it along", func(t *testing.T) {
		told, err := r.Exchange.SentOf(desktest.Ctx, a)
		desktest.Must(err)
		if len(told) != 2 || told[0].ID != second.ID || told[0].To != data.ToCentre || told[0].Action != exchange.ActionChange || told[1].Hash != m.Hash ||
			!slices.Contains(told[0].Values, exchange.Value{Field: "street", Value: "ул. Токтогула"}) || !slices.Contains(told[1].Values, exchange.Value{Field: "street", Value: "ул. Манаса"}) {
			t.Errorf("%d: %+v", len(told), told)
		}
		_, err = r.Season.Erase(desktest.Ctx, []string{a}, "просьба")
		desktest.Must(err)
		_, err = r.Exchange.SentOf(desktest.Ctx, a)
		desktest.WantCode(t, "erased", err, "graduate.unknown")
	})
	desktest.Sound(t, r)
}

// applicantDraft fills a form that was begun.
func applicantDraft(t *testing.T, r *registrar.Registrar, id string) string {
	t.Helper()
	desktest.Set(t, r, id, "given_name=Айгуль", "patronymic=Нурлановна", "sex=ж", "birth_date=6.3.2003", "document_kind=passport", "document_series=ID", "document_number=7654321",
		"settlement=село Жаңы-Үмүт", "street=ул. Манаса", "language=ru", "subjects=mathematics,english")
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, byte(200+i)))
	}
	desktest.LookAt(t, r, id)
	return id
}

func TestOutgoingOfPaper(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	centre := desktest.Enrol(t, r, "kharkiv-7")
	id := pupil(t, r, "1111111")
	unsent := desktest.MustAdd(t, r, append(slices.Clone(desktest.ZnoValues), "surname=Інша", "card_number=2222222", "document_number=987654321", "phone=+380500000019")...)
	t.Run("UA-066 the record goes when the papers have gone", func(t *testing.T) {
		if row := rowOf(t, r, unsent); row.Action != "" || why(row) != "exchange.why_not_sent" {
			t.Errorf("%q %s", row.Action, why(row))
		}
		if row := rowOf(t, r, id); row.Action != exchange.ActionAdd || nextOf(t, r, id) != data.NextExport || nextOf(t, r, unsent) == data.NextExport {
			t.Errorf("%q %s, next %s, %s", row.Action, why(row), nextOf(t, r, id), nextOf(t, r, unsent))
		}
	})
	t.Run("UA-027 without the number of the card nobody goes, nor two with one", func(t *testing.T) {
		none := pupil(t, r, "3333333")
		desktest.Set(t, r, none, "card_number=", "surname=Безномерна")
		if row := rowOf(t, r, none); why(row) != "exchange.why_no_key" {
			t.Error(why(row))
		}
	})
	m := opened(t, export(t, r).Paths[0], centre)
	t.Run("UA-066 the record with subjects, conditions and no photo that is glued", func(t *testing.T) {
		if len(m.Records) != 1 || len(m.Records[0].Subjects) != 3 || m.Records[0].Graduate.CardNumber != "1111111" || len(m.Records[0].Documents) != 0 || m.Records[0].Graduate.Route != "school" {
			t.Errorf("%+v", m.Records)
		}
		if next := nextOf(t, r, id); next != data.NextAwaitIn {
			t.Error(next)
		}
	})
	t.Run("UA-107 who has given the registration up is still to be withdrawn at the centre", func(t *testing.T) {
		gone := pupil(t, r, "5555555")
		export(t, r)
		note(t, r, gone, data.Fact{Kind: data.FactWithdrawing, On: "2020-02-11"}, data.Fact{Kind: data.FactWithdrawalSent, On: "2020-02-11"}, data.Fact{Kind: data.FactWithdrawn, On: "2020-02-12"})
		if next := nextOf(t, r, gone); next != data.NextExport {
			t.Error(next)
		}
		if m := opened(t, export(t, r).Paths[0], centre); m.Records[0].Graduate.Action != exchange.ActionWithdraw || nextOf(t, r, gone) != "" {
			t.Errorf("%+v, next %s", m.Records, nextOf(t, r, gone))
		}
	})
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2")))
	desktest.Must(r.Answer.Retry(desktest.Ctx, id))
	desktest.Set(t, r, id, "card_number=4444444")
	t.Run("UA-102 another attempt goes as a new one, when it is sent", func(t *testing.T) {
		if row := rowOf(t, r, id); why(row) != "exchange.why_not_sent" {
			t.Error(why(row))
		}
		note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-02-10"})
		m := opened(t, export(t, r).Paths[0], centre)
		if g := m.Records[0].Graduate; g.Action != exchange.ActionAdd || g.Attempt != "2" || g.Kind != "retry" || g.Key != "4444444" {
			t.Errorf("%+v", g)
		}
	})
	desktest.Sound(t, r)
}

func TestExportLeavesNothingHalf(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	desktest.Enrol(t, r, "bishkek-7")
	applicant(t, r, 1)
	applicant(t, r, 2)
	folder := t.TempDir()
	t.Run("F-07 cancelled, there is no file and nobody was sent", func(t *testing.T) {
		ctx, cancel := context.WithCancel(desktest.Ctx)
		_, err := r.Exchange.Export(ctx, exchange.Order{To: folder}, func(done, _ int) { cancel() })
		if err == nil || len(listed(t, folder)) > 0 {
			t.Errorf("%v, %v", err, listed(t, folder))
		}
		s, err := r.Exchange.State()
		if err != nil || s.Sent != 0 {
			t.Errorf("%+v %v", s, err)
		}
	})
	t.Run("F-07 no folder, no room", func(t *testing.T) {
		_, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: filepath.Join(folder, "no", "file")}, nil)
		desktest.WantCode(t, "no folder", err, "registry.no_folder")
	})
	t.Run("design §9 the name is safe, says nothing to a reader, and replaces no file", func(t *testing.T) {
		sent, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: folder}, nil)
		desktest.Must(err)
		if name := filepath.Base(sent.Paths[0]); name != "entries-ort-2021-bishkek-7-0001.zip.age" || sent.Messages[0].Name != name {
			t.Error(name)
		}
		_, err = r.Exchange.Export(desktest.Ctx, exchange.Order{To: sent.Paths[0]}, nil)
		if code := data.CodeOf(err); code != "exchange.nothing_new" && code != "exchange.file_there" {
			t.Error(err)
		}
		if names := listed(t, folder); len(names) != 1 || strings.Contains(names[0], "Асанова") {
			t.Error(names)
		}
	})
}

// heavy gives somebody photos of so many octets: a JPEG bears octets behind its end.
func heavy(t *testing.T, r *registrar.Registrar, seed, octets int) string {
	t.Helper()
	id := applicant(t, r, seed)
	picture := desktest.Picture(t, byte(seed))
	desktest.Attach(t, r, id, "face_photo", append(picture, make([]byte, octets-len(picture))...))
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	return id
}

func TestExportInSeveralMessages(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	centre := desktest.Enrol(t, r, "bishkek-7")
	for seed := range 4 {
		heavy(t, r, seed, 20<<20)
	}
	sent := export(t, r)
	t.Run("design §9 at most 64 MiB of photos a message, whole persons, entries and then amendments", func(t *testing.T) {
		if len(sent.Paths) != 2 || sent.Messages[0].People != 3 || sent.Messages[1].People != 1 {
			t.Fatalf("%+v", sent.Messages)
		}
		first, second := opened(t, sent.Paths[0], centre), opened(t, sent.Paths[1], centre)
		if first.Type != message.TypeEntries || second.Type != message.TypeAmendments || second.Sequence != 2 || second.Previous != first.Hash || second.Records[0].Graduate.Action != exchange.ActionAdd {
			t.Errorf("%+v %+v", first.Envelope, second.Envelope)
		}
	})
}

func TestExportByAnOlderProgram(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	desktest.Enrol(t, r, "bishkek-7")
	applicant(t, r, 1)
	newer := export(t, r).Messages[0]
	newer.ID, newer.Hash, newer.Sequence, newer.Program = "0123", "aa", 2, "99.0"
	desktest.Must(r.Write(desktest.Ctx, registry.RightPrintFinal, nil, func(w *registry.Edit) error {
		return w.Commit(func(c *registry.Change) error { return c.PutMessage(registry.EventMessageSent, newer) })
	}))
	applicant(t, r, 2)
	t.Run("design §9 what the centre would refuse as a downgrade is not written: the program says to update it", func(t *testing.T) {
		for _, anew := range []bool{false, true} {
			folder := t.TempDir()
			_, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: folder, Anew: anew}, nil)
			desktest.WantCode(t, "export", err, "exchange.older_program")
			if names := listed(t, folder); len(names) > 0 {
				t.Error(names)
			}
		}
	})
}

// failing gives nothing random while a message lies in a folder: the transaction that notes it fails.
type failing struct {
	io.Reader
	folder string
}

func (f *failing) Read(p []byte) (int, error) {
	if found, err := filepath.Glob(filepath.Join(f.folder, "*"+message.Ending)); err != nil || len(found) > 0 {
		return 0, errors.New("nothing random")
	}
	return f.Reader.Read(p)
}

func TestExportThatIsNotNotedLeavesNothing(t *testing.T) {
	o := desktest.Options()
	hand := &failing{o.Rand, "none"}
	o.Rand = hand
	r := desktest.MustCreateWith(t, "ort-2021", o)
	desktest.Enrol(t, r, "bishkek-7")
	id := applicant(t, r, 1)
	folder := t.TempDir()
	t.Run("F-07 design §9 a message that could not be noted is not there, and the next has its number", func(t *testing.T) {
		hand.folder = folder
		_, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: folder}, nil)
		if err == nil || len(listed(t, folder)) > 0 {
			t.Errorf("%v, %v", err, listed(t, folder))
		}
		if s, err := r.Exchange.State(); err != nil || s.Interrupted || s.Sent != 0 || nextOf(t, r, id) != data.NextExport {
			t.Errorf("%+v %v", s, err)
		}
		hand.folder = "none"
		if sent := export(t, r); sent.Messages[0].Sequence != 1 || strings.Contains(sent.Messages[0].Branch, "-") {
			t.Errorf("%+v", sent.Messages[0])
		}
	})
	desktest.Sound(t, r)
}
