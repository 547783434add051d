package registry_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"path/filepath"

	"graduand/data"
	"graduand/data/printer/printertest"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/intake"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/post"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/roster"
	"graduand/data/registry"
)

// call is one method of a Registrar that changes or shows something. What it is given
// passes every check before that of the right.
type call struct {
	method string
	right  registrar.Right
	do     func(r *registrar.Registrar, id, folder string) error
}

// second drops all results but the error.
func second[T any](_ T, err error) error { return err }

// shows turns a method that has no error into one: what is hidden is refused.
func shows(r *registrar.Registrar, right registrar.Right, shown bool) error {
	if shown {
		return nil
	}
	if err := r.MayNow(right); err != nil {
		return err
	}
	return io.ErrUnexpectedEOF
}

var calls = []call{
	{method: "Table.List", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Table.List(registrar.Filter{})) }},
	{method: "Table.Find", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Table.Find(id)) }},
	{method: "Table.Check", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Table.Check(registrar.Filter{})) }},
	{method: "Table.Lacking", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Table.Lacking()) }},
	{method: "Table.Count", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return shows(r, registrar.RightLook, r.Table.Count() > 0)
	}},
	{method: "Table.Classes", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return shows(r, registrar.RightLook, len(r.Table.Classes()) > 0)
	}},
	{method: "Printing.Draw", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Printing.Draw(io.Discard, ".pdf", printing.Job{Document: printing.Card}))
	}},
	{method: "Roster.Read", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Roster.Read(desktest.Ctx, "x.csv", smallRoster, roster.Options{}))
	}},
	{method: "CentreList.Read", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.CentreList.Read(desktest.Ctx, "x.csv", smallRoster, centrelist.Options{}))
	}},
	{method: "CentreList.Recognises", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.CentreList.Recognises(desktest.Ctx, "x.csv", smallRoster))
	}},
	{method: "CentreList.Judge", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.CentreList.Judge(&centrelist.List{}))
	}},
	{method: "CentreList.Write", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.CentreList.Write(desktest.Ctx, &centrelist.List{}))
	}},
	{method: "Roster.ReadChosen", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		file, err := r.Roster.Preview(desktest.Ctx, "x.csv", smallRoster)
		if err != nil {
			return err
		}
		return second(r.Roster.ReadChosen(desktest.Ctx, file, roster.Choice{}))
	}},
	{method: "Exchange.State", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Exchange.State()) }},
	{method: "Exchange.TurnKeys", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Exchange.TurnKeys(desktest.Ctx))
	}},
	{method: "Exchange.Join", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Exchange.Join(desktest.Ctx, &registrar.Invitation{Campaign: &registrar.CampaignFile{}})
	}},
	{method: "Exchange.TurnTo", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Exchange.TurnTo(desktest.Ctx, &registrar.Invitation{Campaign: &registrar.CampaignFile{}})
	}},
	{method: "Exchange.Outgoing", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Exchange.Outgoing(desktest.Ctx))
	}},
	{method: "Exchange.SentOf", right: registrar.RightHistory, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Exchange.SentOf(desktest.Ctx, id))
	}},
	{method: "Exchange.Export", right: registrar.RightPrintFinal, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Exchange.Export(desktest.Ctx, exchange.Order{To: folder}, nil))
	}},
	{method: "Exchange.Look", right: registrar.RightLook, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Exchange.Look(desktest.Ctx, folder))
	}},
	{method: "Exchange.Receive", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Exchange.Receive(desktest.Ctx, exchange.Incoming{}))
	}},
	{method: "Exchange.History", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Exchange.History(desktest.Ctx))
	}},
	{method: "Season.Copies", right: registrar.RightExamine, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Season.Copies(desktest.Ctx))
	}},
	{method: "Season.Held", right: registrar.RightErase, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Season.Held([]string{id}))
	}},
	{method: "Season.Unfinished", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Season.Unfinished())
	}},
	{method: "Table.Change", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Table.Change(desktest.Ctx, id, desktest.Assigns("street=Лесная")))
	}},
	{method: "Table.Weigh", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error {
		_, err := r.Table.Weigh(id, nil)
		return err
	}},
	{method: "Form.Attach", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Form.Attach(desktest.Ctx, id, "face_photo", "", smallPicture)
	}},
	{method: "Photo.Of", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Photo.Of(id)) }},
	{method: "Photo.Look", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Photo.Look(desktest.Ctx, id, "passport_front"))
	}},
	{method: "Photo.LookAll", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Photo.LookAll(desktest.Ctx, id)) }},
	{method: "Photo.JudgeAll", right: registrar.RightFill, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Photo.JudgeAll(desktest.Ctx, nil, nil))
	}},
	{method: "Photo.Confirm", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Photo.Confirm(desktest.Ctx, id, "passport_front", "original", true)
	}},
	{method: "Photo.Override", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Photo.Override(desktest.Ctx, id, "passport_front", "P05", "так")
	}},
	{method: "Photo.Turn", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Photo.Turn(desktest.Ctx, id, "passport_front", 90)
	}},
	{method: "Photo.Cropping", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		_, err := r.Photo.Cropping(desktest.Ctx, id, "passport_front", 100)
		return err
	}},
	{method: "Photo.Crop", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Photo.Crop(desktest.Ctx, id, "passport_front", nil)
	}},
	{method: "Photo.Match", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Photo.Match(desktest.Ctx, nil, "face_photo", nil, nil))
	}},
	{method: "Photo.Settle", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Photo.Settle(desktest.Ctx, nil, nil))
	}},
	{method: "Photo.List", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Photo.List(registrar.Filter{}))
	}},
	{method: "Photo.Attach", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Photo.Attach(desktest.Ctx, nil, nil))
	}},
	{method: "Form.Attachment", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Form.Attachment(desktest.Ctx, id, "passport_front"))
	}},
	{method: "Form.SaveAttachment", right: registrar.RightPrint, do: func(r *registrar.Registrar, id, folder string) error {
		return r.Form.SaveAttachment(desktest.Ctx, id, "passport_front", filepath.Join(folder, "x.png"))
	}},
	{method: "NoteShown", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error {
		return r.NoteShown(desktest.Ctx, "list", []string{id}, false)
	}},
	{method: "NoteShown", right: registrar.RightPrint, do: func(r *registrar.Registrar, id, _ string) error {
		return r.NoteShown(desktest.Ctx, "list", []string{id}, true)
	}},
	{method: "Form.Of", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Form.Of(id)) }},
	{method: "Form.SitePages", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Form.SitePages(id)) }},
	{method: "Form.Detach", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error { return r.Form.Detach(desktest.Ctx, id, "face_photo") }},
	{method: "TakeOver", right: registrar.RightFill, do: func(r *registrar.Registrar, _, _ string) error { return r.TakeOver(desktest.Ctx) }},
	{method: "Form.DropUnread", right: registrar.RightErase, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Form.DropUnread(desktest.Ctx, id)
	}},
	{method: "Form.Finish", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error { return r.Form.Finish(desktest.Ctx, id) }},
	{method: "Form.GiveBack", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Form.GiveBack(desktest.Ctx, []string{id}, "x")
	}},
	{method: "Intake.Kit", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Intake.Kit(id)) }},
	{method: "Intake.Receive", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Intake.Receive(desktest.Ctx, []string{id}, intake.Receipt{})
	}},
	{method: "Intake.Complete", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Intake.Complete(desktest.Ctx, []string{id})
	}},
	{method: "Intake.Mark", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Intake.Mark(desktest.Ctx, id, "card", nil)
	}},
	{method: "Intake.Ask", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Intake.Ask(desktest.Ctx, id, "card.1", true, "")
	}},
	{method: "Intake.TakeBack", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Intake.TakeBack(desktest.Ctx, []string{id}, "")
	}},
	{method: "Payment.Add", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Payment.Add(desktest.Ctx, id, payment.Receipt{}))
	}},
	{method: "Payment.Compare", right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Payment.Compare(id, payment.Receipt{}))
	}},
	{method: "Payment.Cancel", right: registrar.RightFill, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Payment.Cancel(desktest.Ctx, id, "none", "")
	}},
	{method: "Payment.Judge", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Payment.Judge(desktest.Ctx, id, "none", "accepted", "", "")
	}},
	{method: "Table.Record", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "centre"})
	}},
	{method: "Table.TakeBack", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Table.TakeBack(desktest.Ctx, id, data.FactCalled, "1")
	}},
	{method: "Printing.SaveOriginals", right: registrar.RightPrint, do: func(r *registrar.Registrar, id, folder string) error {
		return second(r.Printing.SaveOriginals(desktest.Ctx, []string{id}, folder, nil))
	}},
	{method: "Table.ReadCollection", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Table.ReadCollection(desktest.Ctx, "no.xlsx", nil))
	}},
	{method: "Table.CollectFields", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Table.CollectFields(registrar.Filter{}))
	}},
	{method: "Table.SaveCollection", right: registrar.RightPrint, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, nil, filepath.Join(folder, "class.xlsx")))
	}},
	{method: "Table.Paste", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Table.Paste("5", []string{id}, []string{"house"}))
	}},
	{method: "Table.ProposeMany", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Table.ProposeMany([]string{id}, nil))
	}},
	{method: "Table.TakeProposed", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Table.TakeProposed(desktest.Ctx, nil, ""))
	}},
	{method: "Table.ChangeMany", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Table.ChangeMany(desktest.Ctx, []string{id}, nil))
	}},
	{method: "Table.Add", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Новый"), false))
	}},
	{method: "Roster.Fill", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Roster.Fill(desktest.Ctx, &roster.Roster{}))
	}},
	{method: "Roster.Import", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Roster.Import(desktest.Ctx, &roster.Roster{}))
	}},
	{method: "Roster.SaveProblems", right: registrar.RightPrint, do: func(r *registrar.Registrar, _, folder string) error {
		doubtful := roster.Roster{Rows: []roster.Row{{Outcome: roster.Doubtful}}}
		return second(r.Roster.SaveProblems(desktest.Ctx, filepath.Join(folder, "mend.xlsx"), &doubtful, "ru"))
	}},
	{method: "Table.Remove", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Table.Remove(desktest.Ctx, []string{id}, "выбыл")
	}},
	{method: "Table.Restore", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return r.Table.Restore(desktest.Ctx, []string{id}) }},
	{method: "Form.BringBack", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return desktest.BringBack(r, id, 3) }},
	{method: "Form.Undo", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Form.Undo(desktest.Ctx, id, 2, nil)) }},
	{method: "Form.UndoAll", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Form.UndoAll(desktest.Ctx, 2)) }},
	{method: "Form.UndoableAll", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Form.UndoableAll(desktest.Ctx, 2)) }},
	{method: "Access.ReadHome", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Access.ReadHome(desktest.Ctx, filepath.Join(folder, "no")))
	}},
	{method: "Access.TakeIn", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Access.TakeIn(desktest.Ctx, &access.Home{Filled: registrar.Filled{Graduate: id}}, nil))
	}},
	{method: "Printing.Draw", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Printing.Draw(io.Discard, ".pdf", printing.Job{Again: 3}))
	}},
	{method: "History", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.History(desktest.Ctx, registrar.HistoryFilter{}))
	}},
	{method: "Form.StateBefore", right: registrar.RightHistory, do: func(r *registrar.Registrar, id, _ string) error {
		return second(r.Form.StateBefore(desktest.Ctx, id, 3))
	}},
	{method: "Form.Undoable", right: registrar.RightHistory, do: func(r *registrar.Registrar, id, _ string) error { return second(r.Form.Undoable(desktest.Ctx, id, 2)) }},
	{method: "Accounts", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Accounts(desktest.Ctx)) }},
	{method: "HasPaperCode", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error { return second(r.HasPaperCode(desktest.Ctx)) }},
	{method: "Printing.Save", right: registrar.RightPrint, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Printing.Save(desktest.Ctx, filepath.Join(folder, "cards.pdf"), printing.Job{Document: printing.Card}))
	}},
	{method: "Printing.Save", right: registrar.RightPrintFinal, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Printing.Save(desktest.Ctx, filepath.Join(folder, "final.pdf"), printing.Job{Document: printing.Card, Final: true}))
	}},
	{method: "Printing.Print", right: registrar.RightPrint, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Printing.Print(desktest.Ctx, &printertest.Fake{All: []printing.Printer{{Name: "HP"}}}, printing.Job{Document: printing.Card}, printing.Sheets{}))
	}},
	{method: "Printing.Print", right: registrar.RightPrintFinal, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Printing.Print(desktest.Ctx, &printertest.Fake{All: []printing.Printer{{Name: "HP"}}}, printing.Job{Document: printing.Card, Final: true}, printing.Sheets{}))
	}},
	{method: "Payment.Rows", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Payment.Rows(registrar.Filter{}, ""))
	}},
	{method: "Access.Rows", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Access.Rows(registrar.Filter{}))
	}},
	{method: "Access.List", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Access.List(desktest.Ctx, nil)) }},
	{method: "Access.Create", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Access.Create(desktest.Ctx, []string{"nobody"}, nil))
	}},
	{method: "Access.Change", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Access.Change(desktest.Ctx, "nobody", "утерян")
	}},
	{method: "Access.Remove", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Access.Remove(desktest.Ctx, []string{"nobody"}, registrar.DoorOwn, "")
	}},
	{method: "Access.HandOver", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Access.HandOver(desktest.Ctx, []string{"nobody"}, registrar.DoorOwn, "10.02.2020", "")
	}},
	{method: "Access.TakeBackHandOver", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Access.TakeBackHandOver(desktest.Ctx, []string{"nobody"}, registrar.DoorOwn)
	}},
	{method: "Access.Read", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Access.Read(desktest.Ctx, "x.csv", smallRoster, nil))
	}},
	{method: "Access.Import", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Access.Import(desktest.Ctx, &access.Import{})
	}},
	{method: "Access.SaveSlips", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, folder string) error {
		return r.Access.SaveSlips(desktest.Ctx, filepath.Join(folder, "a.pdf"), nil, access.Slips{})
	}},
	{method: "Access.SaveWorkbook", right: registrar.RightAccess, do: func(r *registrar.Registrar, _, folder string) error {
		return r.Access.SaveWorkbook(desktest.Ctx, filepath.Join(folder, "a.xlsx"), nil)
	}},
	{method: "Access.TakeHome", right: registrar.RightAccess, do: func(r *registrar.Registrar, id, folder string) error {
		return r.Access.TakeHome(desktest.Ctx, id, filepath.Join(folder, "home.graduand"))
	}},
	{method: "Season.Deadline", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Season.Deadline()) }},
	{method: "Season.Overview", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Season.Overview()) }},
	{method: "Season.LookAtCampaign", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Season.LookAtCampaign(newerEdition(r)))
	}},
	{method: "Season.RenewCampaign", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.RenewCampaign(desktest.Ctx, newerEdition(r))
	}},
	{method: "Season.NameDay", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.NameDay(desktest.Ctx, "registration_end", "")
	}},
	{method: "Season.SetDayOff", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.SetDayOff(desktest.Ctx, "", "", false)
	}},
	{method: "Season.ForgetDayOff", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error { return r.Season.ForgetDayOff(desktest.Ctx, "") }},
	{method: "Season.SetLetterheadText", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.SetLetterheadText(desktest.Ctx, "Ліцей")
	}},
	{method: "Season.SetLetterheadImage", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.SetLetterheadImage(desktest.Ctx, desktest.LetterheadImage())
	}},
	{method: "Season.PutLetterhead", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.PutLetterhead(desktest.Ctx, data.Letterhead{Lines: []string{"Ліцей"}})
	}},
	{method: "Season.ChangeSchool", right: registrar.RightSchool, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Другая"})
	}},
	{method: "Backup", right: registrar.RightBackup, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Backup(desktest.Ctx, filepath.Join(folder, "copy")))
	}},
	{method: "WorkCopy", right: registrar.RightBackup, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.WorkCopy(desktest.Ctx, filepath.Join(folder, "work.graduand")))
	}},
	{method: "Doctor", right: registrar.RightExamine, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Doctor(desktest.Ctx)) }},
	{method: "Ills", right: registrar.RightExamine, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Ills(desktest.Ctx)) }},
	{method: "HoldsAnchor", right: registrar.RightExamine, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.HoldsAnchor(desktest.Ctx, "1-000000000000"))
	}},
	{method: "Anchor", right: registrar.RightHistory, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Anchor()) }},
	{method: "SetAside", right: registry.RightSetAside, do: func(r *registrar.Registrar, _, _ string) error {
		_, _, err := r.SetAside(desktest.Ctx)
		return err
	}},
	{method: "ConfirmPassword", right: registrar.RightPassword, do: func(r *registrar.Registrar, _, _ string) error {
		return r.ConfirmPassword(desktest.Ctx, "старый")
	}},
	{method: "ChangePassword", right: registrar.RightPassword, do: func(r *registrar.Registrar, _, _ string) error {
		return r.ChangePassword(desktest.Ctx, "старый", freshPassword)
	}},
	{method: "AddAccount", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error {
		return r.AddAccount(desktest.Ctx, registrar.Account{}, freshPassword)
	}},
	{method: "ReplaceAccount", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error {
		return r.ReplaceAccount(desktest.Ctx, "nobody", registrar.Account{}, freshPassword)
	}},
	{method: "RemoveAccount", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error { return r.RemoveAccount(desktest.Ctx, "nobody") }},
	{method: "NewPaperCode", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error { return second(r.NewPaperCode(desktest.Ctx)) }},
	{method: "Printing.SavePaperKey", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, folder string) error {
		return r.Printing.SavePaperKey(desktest.Ctx, filepath.Join(folder, "paper.pdf"))
	}},
	{method: "SetEscrow", right: registrar.RightAccounts, do: func(r *registrar.Registrar, _, _ string) error { return r.SetEscrow(desktest.Ctx, "age1wrong") }},
	{method: "Season.Close", right: registrar.RightClose, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Season.Close(desktest.Ctx)) }},
	{method: "Season.Move", right: registrar.RightClose, do: func(r *registrar.Registrar, _, folder string) error {
		return r.Season.Move(desktest.Ctx, filepath.Join(folder, "away"))
	}},
	{method: "Season.Reopen", right: registrar.RightClose, do: func(r *registrar.Registrar, _, _ string) error { return r.Season.Reopen(desktest.Ctx) }},
	{method: "Season.BeginNextYear", right: registrar.RightClose, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Season.BeginNextYear(desktest.Ctx, filepath.Join(folder, "next.graduand"), r.Campaign()))
	}},
	{method: "Season.LastYear", right: registrar.RightErase, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Season.LastYear()) }},
	{method: "Season.ForgetLastYear", right: registrar.RightErase, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Season.ForgetLastYear(desktest.Ctx)) }},
	{method: "Season.Erase", right: registrar.RightErase, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Season.Erase(desktest.Ctx, []string{"nobody"}, "просьба"))
	}},
	{method: "Season.EraseImages", right: registrar.RightErase, do: func(r *registrar.Registrar, _, _ string) error {
		return second(r.Season.EraseImages(desktest.Ctx, []string{"nobody"}, "просьба"))
	}},
	{method: "Season.EraseImagesWithCertificate", right: registrar.RightErase, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Season.EraseImagesWithCertificate(desktest.Ctx, []string{"nobody"}, "просьба", filepath.Join(folder, "cert.pdf")))
	}},
	{method: "Post.Lists", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Lists()) }},
	{method: "Post.Packages", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Packages()) }},
	{method: "Post.Offer", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Offer(registrar.Filter{})) }},
	{method: "Post.Finishable", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Finishable("none", true)) }},
	{method: "FinishList", right: registrar.RightLook, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.FinishList(desktest.Ctx, "none", registrar.Finishing{Path: filepath.Join(folder, "x.pdf")}))
	}},
	{method: "Post.Own", right: registrar.RightLook, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Own(registrar.Filter{})) }},
	{method: "Post.MakeLists", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.MakeLists(desktest.Ctx, nil)) }},
	{method: "Post.Add", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Post.Add(desktest.Ctx, "none", []string{id})
	}},
	{method: "Post.Take", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Post.Take(desktest.Ctx, "none", []string{id})
	}},
	{method: "Post.Rename", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Rename(desktest.Ctx, "none", "x") }},
	{method: "Post.Finish", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Finish(desktest.Ctx, "none", 1, 0) }},
	{method: "Post.Number", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Post.Number(desktest.Ctx, "none", "2020-02-10", "1")
	}},
	{method: "Post.Reopen", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Reopen(desktest.Ctx, "none") }},
	{method: "Post.Withdraw", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Withdraw(desktest.Ctx, "none", "x") }},
	{method: "Post.Make", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return second(r.Post.Make(desktest.Ctx, nil)) }},
	{method: "Post.Put", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Put(desktest.Ctx, "none", "none") }},
	{method: "Post.TakeOut", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.TakeOut(desktest.Ctx, "none", "none") }},
	{method: "Post.Drop", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Drop(desktest.Ctx, "none") }},
	{method: "Post.Close", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Post.Close(desktest.Ctx, "none", post.Count{})
	}},
	{method: "Post.Open", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Open(desktest.Ctx, "none") }},
	{method: "Post.Post", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error {
		return r.Post.Post(desktest.Ctx, "none", post.Posting{})
	}},
	{method: "Post.Unpost", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Unpost(desktest.Ctx, "none") }},
	{method: "Post.Received", right: registrar.RightRegister, do: func(r *registrar.Registrar, _, _ string) error { return r.Post.Received(desktest.Ctx, "none", "") }},
	{method: "Post.SendOwn", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error {
		return r.Post.SendOwn(desktest.Ctx, id, post.Posting{})
	}},
	{method: "Post.UnsendOwn", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return r.Post.UnsendOwn(desktest.Ctx, id) }},
	{method: "Post.OwnReceived", right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return r.Post.OwnReceived(desktest.Ctx, id, "") }},
	{method: "Season.EraseWithCertificate", right: registrar.RightErase, do: func(r *registrar.Registrar, _, folder string) error {
		return second(r.Season.EraseWithCertificate(desktest.Ctx, []string{"nobody"}, "просьба", filepath.Join(folder, "cert.pdf")))
	}},
}

// harmless are the methods that neither change nor show anything about people: what the
// campaign and the school say of themselves, what a caller has brought along, and the
// questions about rights. What desks are made of asks for the right that it is given.
var harmless = []string{"AtHome", "Calendar", "Campaign", "CentreList.Fields", "CentreList.Look", "ClockBehind", "Close", "Closed", "Deliver", "Demo", "Filled", "HandOut", "ID", "KeepDaily", "Listen", "May", "MayFill", "Me", "Now", "ParseDay", "Path", "Post.ReadTracking", "Printing.Document", "Printing.Documents", "Printing.WritePaperKey", "Roster.Fields", "Roster.Preview", "SavePaper", "School", "Season.Calendar", "Season.Contacts", "Season.KeepDaily", "Season.Letterhead", "Season.NextCampaigns", "Letterhead", "Looking", "Season.WriteCertificate", "Send", "Speak", "Spoken", "StepIn", "Tell", "Today", "TryPlace", "Write"}

// newerEdition is the campaign of a registry under the next revision.
func newerEdition(r *registrar.Registrar) []byte {
	c := r.Campaign()
	return bytes.Replace(c.Source(), fmt.Appendf(nil, "revision = %d", c.Revision), fmt.Appendf(nil, "revision = %d", c.Revision+1), 1)
}

var smallRoster = []byte("Фамилия;Имя;Класс;Логин;Пароль\nБекова;Айгуль;11-А;0555000777;DFGJ\nКим;Вера;11-А;0555000778;DFGJ\n")

// smallPicture is what every fence lets through.
var smallPicture = func() []byte {
	var b bytes.Buffer
	desktest.Must(png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
	return b.Bytes()
}()
