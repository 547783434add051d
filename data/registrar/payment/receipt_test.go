package payment_test

import (
	"bytes"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/picture"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/imaging/pdf/pdftest"
)

// KG-064: 3700 typed for 370 is asked about before it is kept, and is shown as a surplus.
func TestASumBeyondWhatIsDue(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	said, err := r.Payment.Compare(id, payment.Receipt{Number: "17", Amount: "3700"})
	desktest.Must(err)
	if len(said) != 1 || said[0].Rule != "payment_over" || said[0].Args["over"] != 3330 {
		t.Errorf("it says %v", said)
	}
	if said, err := r.Payment.Compare(id, payment.Receipt{Number: "17", Amount: "370"}); err != nil || len(said) != 0 {
		t.Errorf("of the right sum it says %v, %v", said, err)
	}
	desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Pay(t, r, id, "17", "3700")
	rows, err := r.Payment.Rows(registrar.Filter{}, "")
	desktest.Must(err)
	if total := payment.Total(rows); rows[0].Over != 3330 || total.Over != 3330 || total.Due-total.Paid != total.Left-total.Over {
		t.Errorf("the rows %+v, the total %+v", rows, total)
	}
}

// KG-064: of a receipt that two pupils entered the school is told in its lists until somebody confirms
// it, whatever the centre answers.
func TestAReceiptOfTwoIsDoubted(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Pay(t, r, id, "12345", "370")
	second, _ := desktest.Pay(t, r, other, "12345", "370")
	desktest.Must(r.Payment.Judge(desktest.Ctx, other, second, "accepted", "", ""))
	doubted := func() []string {
		rows, err := r.Payment.Rows(registrar.Filter{}, payment.Doubted)
		desktest.Must(err)
		return surnames(rows)
	}
	tasked := func() int {
		o, err := r.Season.Overview()
		desktest.Must(err)
		for _, task := range o.Tasks {
			if task.Code == "receipts" {
				return task.Number
			}
		}
		return 0
	}
	if got := doubted(); !slices.Equal(got, []string{"Асанова", "Бекова"}) || tasked() != 2 {
		t.Errorf("doubted are %v, the overview counts %d", got, tasked())
	}
	desktest.Must(r.Table.Record(desktest.Ctx, []string{other}, data.Fact{Kind: data.FactConfirmed, Of: "payment_repeated"}))
	if got := doubted(); !slices.Equal(got, []string{"Асанова"}) || tasked() != 1 {
		t.Errorf("after it was confirmed doubted are %v, the overview counts %d", got, tasked())
	}
}

func TestCompareReceipt(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "subjects=mathematics,chemistry")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	first, _ := desktest.Pay(t, r, id, "0017 а", "370")
	again := payment.Receipt{Number: "№ 0017 А", Amount: "370"}
	t.Run("KG-064 it says what adding would warn of, and adds nothing", func(t *testing.T) {
		for _, whose := range []string{id, other} {
			before := desktest.Events(t, r)
			said, err := r.Payment.Compare(whose, again)
			desktest.Must(err)
			if desktest.Events(t, r) != before {
				t.Error("it is in the history")
			}
			warned, err := r.Payment.Add(desktest.Ctx, whose, again)
			desktest.Must(err)
			if said[0].Rule != "payment_repeated" || said[0].Args["other"] != "Асанова" || !slices.Equal(rulesOf(said), rulesOf(warned)) {
				t.Errorf("it says %v, adding warns of %v", said, warned)
			}
			payments := desktest.MustFind(t, r, whose).Current().Payments
			desktest.Must(r.Payment.Cancel(desktest.Ctx, whose, payments[len(payments)-1].ID, "дважды"))
		}
	})
	t.Run("KG-066 a cancelled receipt does not count, another number is free", func(t *testing.T) {
		free, err := r.Payment.Compare(id, payment.Receipt{Number: "0018", Amount: "370"})
		desktest.Must(err)
		desktest.Must(r.Payment.Cancel(desktest.Ctx, id, first, "неверный номер"))
		cancelled, err := r.Payment.Compare(other, again)
		desktest.Must(err)
		if len(free)+len(cancelled) > 0 {
			t.Errorf("warned of %v and %v", free, cancelled)
		}
	})
	t.Run("KG-064 what could not be added is refused as there", func(t *testing.T) {
		_, err := r.Payment.Compare(id, payment.Receipt{Number: "1", Amount: "триста"})
		desktest.WantCode(t, "no sum", err, "payment.bad_amount")
		_, err = r.Payment.Compare(id, payment.Receipt{Amount: "370"})
		desktest.WantCode(t, "no number", err, "payment.no_number")
		_, err = r.Payment.Compare("nobody", again)
		desktest.WantCode(t, "nobody", err, "graduate.unknown")
	})
}

// KG-064: the photo of the receipt before is soon taken; it is told when it is attached, names the
// receipt, and what was cancelled is held against nobody.
func TestAPhotoOfAnotherReceiptIsToldAndACancelledOneCountsNoMore(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "subjects=mathematics,chemistry")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	picture := desktest.Paper(9)
	pay := func(whose, number string) (string, []data.Finding) {
		t.Helper()
		receipt := payment.Receipt{Number: number, Amount: "370", Picture: picture}
		said, err := r.Payment.Compare(whose, receipt)
		desktest.Must(err)
		warned, err := r.Payment.Add(desktest.Ctx, whose, receipt)
		desktest.Must(err)
		if !slices.Equal(rulesOf(said), rulesOf(warned)) {
			t.Errorf("it says %v, adding warns of %v", said, warned)
		}
		all := desktest.MustFind(t, r, whose).Current().Payments
		return all[len(all)-1].ID, warned
	}
	first, warned := pay(id, "17")
	if len(warned) > 0 {
		t.Errorf("the first is warned of: %v", warned)
	}
	second, warned := pay(other, "18")
	if len(warned) != 1 || warned[0].Rule != "file_of_other" || warned[0].Args["other"] != "Асанова" || warned[0].Args["number"] != "18" || warned[0].Field != data.PaymentField(second) {
		t.Errorf("the same photo at another: %v", warned)
	}
	third, warned := pay(id, "19")
	desktest.Must(r.Payment.Cancel(desktest.Ctx, other, second, "чужой снимок"))
	if of := filesOfOthers(t, r, id); !slices.Equal(of, []string{data.PaymentField(third)}) || len(warned) != 1 {
		t.Errorf("after the cancelling: %v; the same photo at two receipts of one: %v", of, warned)
	}
	desktest.Must(r.Payment.Cancel(desktest.Ctx, id, third, "дважды"))
	if of := filesOfOthers(t, r, id); len(of) > 0 {
		t.Errorf("%s stands alone and is asked about: %v", first, of)
	}
	desktest.Sound(t, r)
}

func rulesOf(found []data.Finding) (rules []string) {
	for _, f := range found {
		rules = append(rules, f.Rule)
	}
	return rules
}

// filesOfOthers are the fields of a graduate whose files another has.
func filesOfOthers(t *testing.T, r *registrar.Registrar, id string) (fields []string) {
	t.Helper()
	found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
	desktest.Must(err)
	for _, f := range found {
		if f.Rule == "file_of_other" {
			fields = append(fields, f.Field)
		}
	}
	return fields
}

// KG-063, KG-065: a receipt that nobody can read is told of before it is added and in the check, by
// the rules that the campaign names for receipts; printed in black it is a receipt nevertheless.
func TestAReceiptThatNobodyCanReadIsToldOf(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	told := func(number string, content []byte) []string {
		t.Helper()
		receipt := payment.Receipt{Number: number, Amount: "100", Picture: content}
		said, err := r.Payment.Compare(id, receipt)
		desktest.Must(err)
		warned, err := r.Payment.Add(desktest.Ctx, id, receipt)
		desktest.Must(err)
		if !slices.Equal(rulesOf(said), rulesOf(warned)) {
			t.Errorf("it says %v, adding warns of %v", said, warned)
		}
		return rulesOf(warned)
	}
	inCheck := func() []string {
		t.Helper()
		found, err := r.Table.Check(registrar.Filter{})
		desktest.Must(err)
		return rulesOf(slices.DeleteFunc(found, func(f data.Finding) bool { return f.Rule != "receipt_picture" }))
	}
	if rules := told("1", desktest.BlackPaper(5)); len(rules)+len(inCheck()) > 0 {
		t.Errorf("one in black: %v", rules)
	}
	tiny := desktest.Picture(t, 9)
	if rules := told("2", tiny); !slices.Equal(rules, []string{"receipt_picture"}) || len(inCheck()) != 1 {
		t.Errorf("one of few pixels: %v, %v", rules, inCheck())
	}
	t.Run("KG-065 what was never judged is judged with all others, once", func(t *testing.T) {
		desktest.Forget(t, r, id)
		if len(inCheck()) != 0 {
			t.Error("judged already")
		}
		for _, want := range []int{2, 0} {
			if n, err := r.Photo.JudgeAll(desktest.Ctx, nil, nil); n != want || err != nil {
				t.Errorf("%d, %v", n, err)
			}
		}
		if len(inCheck()) != 1 {
			t.Error("not told of")
		}
	})
	t.Run("KG-066 cancelled, or decided by the centre, it is not told of", func(t *testing.T) {
		payments := desktest.MustFind(t, r, id).Current().Payments
		desktest.Must(r.Payment.Cancel(desktest.Ctx, id, payments[1].ID, "нечётко"))
		if found := inCheck(); len(found) != 0 {
			t.Errorf("%v", found)
		}
	})
	desktest.Sound(t, r)
}

func TestReceiptsAreJudgedOnlyWhereTheCampaignSaysSo(t *testing.T) {
	c, err := registrar.Campaign("", []byte(desktest.SourceWith(t, "ort-2021", `receipts = ["R01", "R03", "P01", "P03", "P05"]`, "receipts = []")))
	desktest.Must(err)
	if judged, err := picture.JudgeReceipt(c, desktest.Picture(t, 9), "", "2021-02-15"); judged != nil || err != nil {
		t.Errorf("%+v, %v", judged, err)
	}
}

// KG-062, KG-063: a receipt may be a PDF as every scan may be: judged by the same rules, refused in
// the same words, given back as it came.
func TestAReceiptAsPDF(t *testing.T) {
	pdftest.KeepCompiled()
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	add := func(number, name string, content []byte) ([]data.Finding, error) {
		receipt := payment.Receipt{Number: number, Amount: "100", Picture: content, PictureName: name}
		_, compared := r.Payment.Compare(id, receipt)
		found, err := r.Payment.Add(desktest.Ctx, id, receipt)
		if registrar.CodeOf(err) != registrar.CodeOf(compared) {
			t.Errorf("%s: adding says %v, comparing %v", name, err, compared)
		}
		return found, err
	}
	scan := pdftest.Written(pdftest.Sheet, pdftest.Sheet)
	if found, err := add("1", "квитанция.PDF", scan); len(found) > 0 || err != nil {
		t.Fatalf("%v, %v", found, err)
	}
	p := desktest.MustFind(t, r, id).Current().Payments[0]
	if content, err := r.Form.Attachment(desktest.Ctx, id, data.PaymentField(p.ID)); err != nil || !bytes.Equal(content, scan) {
		t.Errorf("%d octets, %v", len(content), err)
	}
	if judged := desktest.MustFind(t, r, id).Pictures[p.File].Judged; judged == nil || judged.Pages != 2 || judged.Of("P01").Verdict != data.PictureNotJudged {
		t.Errorf("%+v", judged)
	}
	empty := pdftest.Written(pdftest.Page{Width: 300, Height: 200})
	if found, err := add("2", "", empty); err != nil || !slices.Equal(rulesOf(found), []string{"receipt_picture"}) {
		t.Errorf("KG-063 a page on which nothing stands: %v, %v", found, err)
	}
	_, err := add("3", "квитанция.jpg", scan)
	desktest.WantCode(t, "under a picture's name", err, "photo.not_what_it_says")
	_, err = add("3", "", pdftest.Locked())
	desktest.WantCode(t, "with a password", err, "attachment.pdf_password")
	if n, err := r.Printing.SaveOriginals(desktest.Ctx, nil, t.TempDir(), nil); n != 2 || err != nil {
		t.Errorf("%d originals are saved, %v", n, err)
	}
	desktest.Sound(t, r)
}

func TestAReceiptIsNoPDFWhereNoScanIs(t *testing.T) {
	c, err := registrar.Campaign("", []byte(desktest.SourceWith(t, "ort-2021", `pdf = ["passport", "scan"]`, `pdf = ["passport"]`)))
	desktest.Must(err)
	if _, err := picture.JudgeReceipt(c, pdftest.Written(pdftest.Sheet), "", "2021-02-15"); registrar.CodeOf(err) != "attachment.is_pdf" || c.TakesPDFReceipts() {
		t.Errorf("%v", err)
	}
}
