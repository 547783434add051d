package registrar

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"graduand/data"
)

// whoMay says for each right which roles have it, and whether it rests when the work in
// the file is over (F-06).
var whoMay = map[Right]struct {
	roles []Role
	rests bool
}{
	RightLook:       {[]Role{RoleHead, RoleResponsible, RoleReader, RoleGraduate}, false},
	RightFill:       {[]Role{RoleHead, RoleResponsible, RoleGraduate}, true},
	RightRegister:   {[]Role{RoleHead, RoleResponsible}, true},
	RightHistory:    {[]Role{RoleHead, RoleResponsible, RoleReader}, false},
	RightPrint:      {[]Role{RoleHead, RoleResponsible}, false},
	RightPrintFinal: {[]Role{RoleHead, RoleResponsible}, false},
	RightAccess:     {[]Role{RoleHead, RoleResponsible}, true},
	RightSchool:     {[]Role{RoleHead, RoleResponsible}, true},
	RightBackup:     {[]Role{RoleHead, RoleResponsible}, false},
	RightExamine:    {[]Role{RoleHead, RoleResponsible, RoleReader}, false},
	RightPassword:   {[]Role{RoleHead, RoleResponsible, RoleReader}, false},
	RightAccounts:   {[]Role{RoleHead}, false},
	RightClose:      {[]Role{RoleHead}, false},
	RightErase:      {[]Role{RoleHead}, false},
}

// call is one method of a Registrar that changes or shows something. What it is given
// passes every check before that of the right.
type call struct {
	method string
	right  Right
	do     func(r *Registrar, id, folder string) error
}

// second drops all results but the error.
func second[T any](_ T, err error) error { return err }

// shows turns a method that has no error into one: what is hidden is refused.
func shows(r *Registrar, right Right, shown bool) error {
	if shown {
		return nil
	}
	if err := r.may(right); err != nil {
		return err
	}
	return io.ErrUnexpectedEOF
}

var calls = []call{
	{"List", RightLook, func(r *Registrar, _, _ string) error { return second(r.List(Filter{})) }},
	{"Find", RightLook, func(r *Registrar, id, _ string) error { return second(r.Find(id)) }},
	{"Check", RightLook, func(r *Registrar, _, _ string) error { return second(r.Check(Filter{})) }},
	{"Count", RightLook, func(r *Registrar, _, _ string) error { return shows(r, RightLook, r.Count() > 0) }},
	{"Classes", RightLook, func(r *Registrar, _, _ string) error { return shows(r, RightLook, len(r.Classes()) > 0) }},
	{"Print", RightLook, func(r *Registrar, _, _ string) error {
		return second(r.Print(io.Discard, ".pdf", PrintJob{Document: DocumentCard}))
	}},
	{"ReadRoster", RightLook, func(r *Registrar, _, _ string) error {
		return second(r.ReadRoster(ctx, "x.csv", smallRoster, RosterOptions{}))
	}},
	{"ReadChosen", RightLook, func(r *Registrar, _, _ string) error {
		file, err := r.PreviewRoster(ctx, "x.csv", smallRoster)
		if err != nil {
			return err
		}
		return second(r.ReadChosen(ctx, file, RosterChoice{}))
	}},
	{"Change", RightFill, func(r *Registrar, id, _ string) error {
		return second(r.Change(ctx, id, assigns("street=Лесная")))
	}},
	{"Attach", RightFill, func(r *Registrar, id, _ string) error { return r.Attach(ctx, id, "face_photo", smallPicture) }},
	{"Attachment", RightLook, func(r *Registrar, id, _ string) error { return second(r.Attachment(ctx, id, "passport_front")) }},
	{"SaveAttachment", RightPrint, func(r *Registrar, id, folder string) error {
		return r.SaveAttachment(ctx, id, "passport_front", filepath.Join(folder, "x.png"))
	}},
	{"Form", RightLook, func(r *Registrar, id, _ string) error { return second(r.Form(id)) }},
	{"SitePages", RightLook, func(r *Registrar, id, _ string) error { return second(r.SitePages(id)) }},
	{"Detach", RightFill, func(r *Registrar, id, _ string) error { return r.Detach(ctx, id, "face_photo") }},
	{"Finish", RightFill, func(r *Registrar, id, _ string) error { return r.Finish(ctx, id) }},
	{"AddPayment", RightFill, func(r *Registrar, id, _ string) error { return second(r.AddPayment(ctx, id, Receipt{})) }},
	{"CompareReceipt", RightLook, func(r *Registrar, id, _ string) error { return second(r.CompareReceipt(id, Receipt{})) }},
	{"CancelPayment", RightFill, func(r *Registrar, id, _ string) error { return r.CancelPayment(ctx, id, "none", "") }},
	{"JudgePayment", RightRegister, func(r *Registrar, id, _ string) error { return r.JudgePayment(ctx, id, "none", "accepted", "", "") }},
	{"Record", RightRegister, func(r *Registrar, id, _ string) error {
		return r.Record(ctx, []string{id}, data.Fact{Kind: data.FactCalled, Note: "centre"})
	}},
	{"TakeBack", RightRegister, func(r *Registrar, id, _ string) error { return r.TakeBack(ctx, id, data.FactCalled, "1") }},
	{"SaveOriginals", RightPrint, func(r *Registrar, id, folder string) error {
		return second(r.SaveOriginals(ctx, []string{id}, folder, nil))
	}},
	{"ReadCollection", RightRegister, func(r *Registrar, _, _ string) error { return second(r.ReadCollection(ctx, "no.xlsx", nil)) }},
	{"CollectFields", RightLook, func(r *Registrar, _, _ string) error { return second(r.CollectFields(Filter{})) }},
	{"SaveCollection", RightPrint, func(r *Registrar, _, folder string) error {
		return second(r.SaveCollection(ctx, Filter{}, nil, filepath.Join(folder, "class.xlsx")))
	}},
	{"PasteBlock", RightRegister, func(r *Registrar, id, _ string) error {
		return second(r.PasteBlock("5", []string{id}, []string{"house"}))
	}},
	{"ProposeMany", RightRegister, func(r *Registrar, id, _ string) error { return second(r.ProposeMany([]string{id}, nil)) }},
	{"TakeProposed", RightRegister, func(r *Registrar, _, _ string) error { return second(r.TakeProposed(ctx, nil, "")) }},
	{"ChangeMany", RightRegister, func(r *Registrar, id, _ string) error { return second(r.ChangeMany(ctx, []string{id}, nil)) }},
	{"Add", RightRegister, func(r *Registrar, _, _ string) error { return second(r.Add(ctx, assigns("surname=Новый"), false)) }},
	{"Import", RightRegister, func(r *Registrar, _, _ string) error { return second(r.Import(ctx, &Roster{})) }},
	{"Remove", RightRegister, func(r *Registrar, id, _ string) error { return r.Remove(ctx, []string{id}, "выбыл") }},
	{"Restore", RightRegister, func(r *Registrar, id, _ string) error { return r.Restore(ctx, []string{id}) }},
	{"BringBack", RightRegister, func(r *Registrar, id, _ string) error { return r.BringBack(ctx, id, 2) }},
	{"ReadHome", RightRegister, func(r *Registrar, _, folder string) error {
		return second(r.ReadHome(ctx, filepath.Join(folder, "no")))
	}},
	{"TakeIn", RightRegister, func(r *Registrar, id, _ string) error {
		return second(r.TakeIn(ctx, &Home{Filled: Filled{Graduate: id}}, nil))
	}},
	{"History", RightHistory, func(r *Registrar, _, _ string) error { return second(r.History(ctx, HistoryFilter{})) }},
	{"StateAt", RightHistory, func(r *Registrar, id, _ string) error { return second(r.StateAt(ctx, id, 2)) }},
	{"Accounts", RightHistory, func(r *Registrar, _, _ string) error { return second(r.Accounts(ctx)) }},
	{"HasPaperCode", RightHistory, func(r *Registrar, _, _ string) error { return second(r.HasPaperCode(ctx)) }},
	{"PrintFile", RightPrint, func(r *Registrar, _, folder string) error {
		return second(r.PrintFile(ctx, filepath.Join(folder, "cards.pdf"), PrintJob{Document: DocumentCard}))
	}},
	{"PrintFile", RightPrintFinal, func(r *Registrar, _, folder string) error {
		return second(r.PrintFile(ctx, filepath.Join(folder, "final.pdf"), PrintJob{Document: DocumentCard, Final: true}))
	}},
	{"Payments", RightLook, func(r *Registrar, _, _ string) error { return second(r.Payments(Filter{}, "")) }},
	{"AccessRows", RightLook, func(r *Registrar, _, _ string) error { return second(r.AccessRows(Filter{})) }},
	{"Accesses", RightAccess, func(r *Registrar, _, _ string) error { return second(r.Accesses(ctx, nil)) }},
	{"WithoutAccess", RightAccess, func(r *Registrar, _, _ string) error { return second(r.WithoutAccess(nil)) }},
	{"CreateAccesses", RightAccess, func(r *Registrar, _, _ string) error { return second(r.CreateAccesses(ctx, []string{"nobody"}, nil)) }},
	{"ChangeAccess", RightAccess, func(r *Registrar, _, _ string) error { return r.ChangeAccess(ctx, "nobody", "утерян") }},
	{"HandOver", RightAccess, func(r *Registrar, _, _ string) error {
		return r.HandOver(ctx, []string{"nobody"}, DoorOwn, "10.02.2020", "")
	}},
	{"ReadAccesses", RightAccess, func(r *Registrar, _, _ string) error { return second(r.ReadAccesses(ctx, "x.csv", smallRoster, nil)) }},
	{"ImportAccesses", RightAccess, func(r *Registrar, _, _ string) error { return r.ImportAccesses(ctx, &AccessImport{}) }},
	{"SaveSlips", RightAccess, func(r *Registrar, _, folder string) error {
		return r.SaveSlips(ctx, filepath.Join(folder, "a.pdf"), nil)
	}},
	{"SaveAccesses", RightAccess, func(r *Registrar, _, folder string) error {
		return r.SaveAccesses(ctx, filepath.Join(folder, "a.xlsx"), nil)
	}},
	{"TakeHome", RightAccess, func(r *Registrar, id, folder string) error {
		return r.TakeHome(ctx, id, filepath.Join(folder, "home.graduand"))
	}},
	{"NameDay", RightSchool, func(r *Registrar, _, _ string) error { return r.NameDay(ctx, "registration_end", "") }},
	{"SetDayOff", RightSchool, func(r *Registrar, _, _ string) error { return r.SetDayOff(ctx, "", "", false) }},
	{"ForgetDayOff", RightSchool, func(r *Registrar, _, _ string) error { return r.ForgetDayOff(ctx, "") }},
	{"ChangeSchool", RightSchool, func(r *Registrar, _, _ string) error { return r.ChangeSchool(ctx, data.School{Name: "Другая"}) }},
	{"Backup", RightBackup, func(r *Registrar, _, folder string) error { return r.Backup(ctx, filepath.Join(folder, "copy")) }},
	{"Doctor", RightExamine, func(r *Registrar, _, _ string) error { return second(r.Doctor(ctx)) }},
	{"ChangePassword", RightPassword, func(r *Registrar, _, _ string) error { return r.ChangePassword(ctx, "старый", freshPassword) }},
	{"AddAccount", RightAccounts, func(r *Registrar, _, _ string) error { return r.AddAccount(ctx, Account{}, freshPassword) }},
	{"ReplaceAccount", RightAccounts, func(r *Registrar, _, _ string) error {
		return r.ReplaceAccount(ctx, "nobody", Account{}, freshPassword)
	}},
	{"RemoveAccount", RightAccounts, func(r *Registrar, _, _ string) error { return r.RemoveAccount(ctx, "nobody") }},
	{"NewPaperCode", RightAccounts, func(r *Registrar, _, _ string) error { return second(r.NewPaperCode(ctx)) }},
	{"SavePaperKey", RightAccounts, func(r *Registrar, _, folder string) error {
		return r.SavePaperKey(ctx, filepath.Join(folder, "paper.pdf"))
	}},
	{"SetEscrow", RightAccounts, func(r *Registrar, _, _ string) error { return r.SetEscrow(ctx, "age1wrong") }},
	{"CloseCampaign", RightClose, func(r *Registrar, _, _ string) error { return second(r.CloseCampaign(ctx)) }},
	{"MoveAway", RightClose, func(r *Registrar, _, folder string) error { return r.MoveAway(ctx, filepath.Join(folder, "away")) }},
	{"Reopen", RightClose, func(r *Registrar, _, _ string) error { return r.Reopen(ctx) }},
	{"Erase", RightErase, func(r *Registrar, _, _ string) error {
		return second(r.Erase(ctx, []string{"nobody"}, "просьба"))
	}},
	{"EraseImages", RightErase, func(r *Registrar, _, _ string) error {
		return second(r.EraseImages(ctx, []string{"nobody"}, "просьба"))
	}},
	{"EraseImagesWithCertificate", RightErase, func(r *Registrar, _, folder string) error {
		return second(r.EraseImagesWithCertificate(ctx, []string{"nobody"}, "просьба", filepath.Join(folder, "cert.pdf")))
	}},
	{"EraseWithCertificate", RightErase, func(r *Registrar, _, folder string) error {
		return second(r.EraseWithCertificate(ctx, []string{"nobody"}, "просьба", filepath.Join(folder, "cert.pdf")))
	}},
}

// harmless are the methods that neither change nor show anything about people: what the
// campaign and the school say of themselves, what a caller has brought along, and the
// questions about rights.
var harmless = []string{"AtHome", "Calendar", "Campaign", "Close", "Closed", "Contacts", "Document", "Documents", "FieldTitle", "Fields", "Filled", "Listen", "May", "MayFill", "Me",
	"NextDate", "ParseDay", "Path", "PaymentStatus", "PreviewRoster", "RosterFields", "School", "Today", "WriteCertificate", "WritePaperKey", "WriteProblems", "Words"}

var smallRoster = []byte("Фамилия;Имя;Класс;Логин;Пароль\nБекова;Айгуль;11-А;0555000777;DFGJ\nКим;Вера;11-А;0555000778;DFGJ\n")

// smallPicture is what every fence lets through.
var smallPicture = func() []byte {
	var b bytes.Buffer
	must(png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
	return b.Bytes()
}()

// situation is how somebody stands before a registry.
type situation struct {
	name string
	prep func(t *testing.T, r *Registrar, id string)
	// refuses is the code for a right, "" when it is allowed.
	refuses func(Right) string
}

// signInAs puts somebody of a role in the place of the one who opened by key.
func signInAs(role Role) func(*testing.T, *Registrar, string) {
	return func(_ *testing.T, r *Registrar, id string) {
		r.who = Account{ID: "slot", Name: "Кто-то", Role: role}
		if role == RoleGraduate {
			r.who.ID, r.own = id, r.index.byID[id].key
		}
	}
}

func byRole(role Role) situation {
	return situation{string(role), signInAs(role), func(right Right) string {
		if slices.Contains(whoMay[right].roles, role) {
			return ""
		}
		return "account.not_allowed"
	}}
}

func situations() []situation {
	over := func(right Right, code string) string {
		if whoMay[right].rests {
			return code
		}
		return ""
	}
	return []situation{
		byRole(RoleHead), byRole(RoleResponsible), byRole(RoleReader), byRole(RoleGraduate),
		{"must change", func(t *testing.T, r *Registrar, id string) { signInAs(RoleHead)(t, r, id); r.who.MustChange = true }, func(right Right) string {
			if right == RightPassword {
				return ""
			}
			return "account.must_change"
		}},
		{"closed", func(t *testing.T, r *Registrar, id string) {
			if err := r.setState(ctx, stateClosed, EventClosed); err != nil {
				t.Fatal(err)
			}
		}, func(right Right) string { return over(right, "registry.closed") }},
		{"moved", func(t *testing.T, r *Registrar, id string) {
			if err := r.setState(ctx, stateMoved, EventMoved); err != nil {
				t.Fatal(err)
			}
		}, func(right Right) string { return over(right, "registry.moved") }},
		{"locked", func(t *testing.T, r *Registrar, _ string) { mustClose(t, r) }, func(Right) string { return "vault.locked" }},
	}
}

// refusals are the codes by which a right is refused.
var refusals = []string{"account.not_allowed", "account.must_change", "registry.closed", "registry.moved", "vault.locked"}

func TestRolesAndRights(t *testing.T) {
	made := mustCreate(t, "ort-2021")
	id := mustAdd(t, made, "surname=Асанова", "class=11-А", "phone=0555000101")
	if err := made.Attach(ctx, id, "passport_front", smallPicture); err != nil {
		t.Fatal(err)
	}
	mustClose(t, made)
	content := mustRead(t, made.Path())
	for _, s := range situations() {
		for _, c := range calls {
			t.Run("F-06 "+s.name+" "+c.method+" "+string(c.right), func(t *testing.T) {
				r, err := Open(ctx, copyIn(t, content), SignIn{}, testOptions())
				if err != nil {
					t.Fatal(err)
				}
				defer r.Close()
				s.prep(t, r, id)
				before := r.head
				code, want := "", s.refuses(c.right)
				if err := c.do(r, id, t.TempDir()); slices.Contains(refusals, data.CodeOf(err)) {
					code = data.CodeOf(err)
				}
				if code != want {
					t.Errorf("got %q, want %q", code, want)
				}
				if want != "" && r.head != before {
					t.Error("refused, and yet there is an event")
				}
				if allowed := r.May(c.right); allowed != (want == "") {
					t.Errorf("May says %v", allowed)
				}
			})
		}
	}
}

func TestEveryMethodHasItsRight(t *testing.T) {
	known := map[string]bool{}
	for _, name := range harmless {
		known[name] = true
	}
	rights := map[Right]bool{}
	for _, c := range calls {
		known[c.method], rights[c.right] = true, true
	}
	of := reflect.TypeFor[*Registrar]()
	for i := range of.NumMethod() {
		if name := of.Method(i).Name; !known[name] {
			t.Errorf("F-06 %s is neither in the table nor harmless", name)
		}
		delete(known, of.Method(i).Name)
	}
	for name := range known {
		t.Errorf("F-06 there is no method %s", name)
	}
	for _, right := range Rights() {
		if !rights[right] {
			t.Errorf("F-06 no method is tried for %s", right)
		}
	}
}
