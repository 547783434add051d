package main

import (
	"fmt"
	"path/filepath"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/payment"
)

type paymentCommand struct {
	File    string   `arg:"" help:"The registry."`
	Action  string   `arg:"" enum:"list,add,cancel,judge" help:"list [ID…] | add ID --amount --number | cancel ID RECEIPT | judge ID RECEIPT --status"`
	Words   []string `arg:"" optional:"" help:"The graduate's id, and the receipt's as list shows it."`
	Type    string   `help:"add: the code of the payment type (default: the campaign's first)."`
	Amount  string   `help:"add: the sum in whole units."`
	Number  string   `help:"add: the number of the receipt."`
	Picture string   `help:"add: a photo or scan of the receipt." placeholder:"FILE"`
	Reason  string   `help:"cancel: why."`
	Status  string   `help:"judge: what the centre's site says, a code of the campaign."`
	On      string   `help:"judge: the day it was seen (default: today)." placeholder:"DATE"`
	Note    string   `help:"judge: what else is to be kept."`
	Class   string   `help:"list: only this class."`
	State   string   `help:"list: only those who are unpaid, pending, refused or done, or doubted: another receipt has the same number or photo." enum:",unpaid,pending,refused,done,doubted" default:""`
	JSON    bool     `help:"list: one JSON object a line."`
}

func (c *paymentCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	switch {
	case c.Action == "list":
		return c.list(s)
	case c.Action == "add" && len(c.Words) == 1:
		return c.add(s)
	case c.Action != "add" && len(c.Words) == 2:
		return c.change(s)
	}
	return &registrar.Error{Code: "cli.no_receipt"}
}

func (c *paymentCommand) add(s *session) error {
	receipt := payment.Receipt{Type: c.Type, Amount: c.Amount, Number: c.Number}
	if c.Picture != "" {
		var err error
		if receipt.Picture, err = registrar.ReadFile(c.Picture, registrar.MaximumAttachment); err != nil {
			return err
		}
		receipt.PictureName = filepath.Base(c.Picture)
	}
	warnings, err := s.registrar.Payment.Add(s.ctx, c.Words[0], receipt)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintln(s.stderr, s.phrase(w))
	}
	form, err := s.registrar.Form.Of(c.Words[0])
	if err != nil {
		return err
	}
	receipts := form.Graduate.Current().Payments
	_, err = fmt.Fprintln(s.stdout, receipts[len(receipts)-1].ID)
	return err
}

// change cancels a receipt, or notes what the centre's site says of it.
func (c *paymentCommand) change(s *session) error {
	if c.Action == "cancel" {
		return s.registrar.Payment.Cancel(s.ctx, c.Words[0], c.Words[1], c.Reason)
	}
	on, err := s.registrar.ParseDay(c.On)
	if err != nil {
		return err
	}
	return s.registrar.Payment.Judge(s.ctx, c.Words[0], c.Words[1], c.Status, on, c.Note)
}

// paymentLine is the contract of «payment list --json»: one a receipt, and one with an
// empty receipt for who has none.
type paymentLine struct {
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	Due      int    `json:"due"`
	// Confirmed is false where the campaign file marks what is due as unconfirmed.
	Confirmed bool   `json:"due_confirmed"`
	Paid      int    `json:"paid"`
	Receipt   string `json:"receipt"`
	Type      string `json:"type"`
	Amount    int    `json:"amount"`
	Number    string `json:"number"`
	Added     string `json:"added"`
	Status    string `json:"status"`
	Cancelled bool   `json:"cancelled"`
	Reason    string `json:"cancel_reason"`
	// Verdict is the code of what the centre says, with the day and the note.
	Verdict string `json:"verdict"`
	Seen    string `json:"verdict_on"`
	Note    string `json:"verdict_note"`
	Picture bool   `json:"picture"`
	// Over is what was paid beyond what is due, Doubted says that another receipt has the same
	// number or photo, and that nobody has confirmed it.
	Over    int  `json:"over"`
	Doubted bool `json:"doubted"`
}

func (c *paymentCommand) list(s *session) error {
	if !s.registrar.Campaign().Has(registrar.CapabilityPayments) {
		return &registrar.Error{Code: "payment.none"}
	}
	rows, err := s.registrar.Payment.Rows(registrar.Filter{Class: c.Class, Only: c.Words}, payment.State(c.State))
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	if err := s.shows("payment list", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		for _, line := range s.paymentLines(row) {
			if c.JSON {
				if err := s.line(line); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(w, "%s\t%s\t%d / %d%s\t%s\t%s\t%d\t%s\n", line.Graduate, line.Name, line.Paid, line.Due, s.text().Word(registrar.Doubt(line.Confirmed)), line.Receipt, line.Number, line.Amount, line.Status)
		}
	}
	return w.Flush()
}

func (s *session) paymentLines(row payment.Row) []paymentLine {
	first := paymentLine{Graduate: row.Graduate.ID, Name: row.Graduate.FullName(), Due: row.Due, Confirmed: row.Confirmed, Paid: row.Paid, Over: row.Over}
	receipts := row.Graduate.Current().Payments
	if len(receipts) == 0 {
		return []paymentLine{first}
	}
	var lines []paymentLine
	for i := range receipts {
		p, line := &receipts[i], first
		line.Receipt, line.Type, line.Amount, line.Number = p.ID, p.Type, p.Amount, p.Number
		line.Added, line.Status, line.Cancelled = string(p.Added.On), s.registrar.Campaign().PaymentStatus(p), p.Cancelled != nil
		line.Picture = p.File != ""
		line.Doubted = row.Doubted(p.ID)
		if line.Cancelled {
			line.Status, line.Reason = s.say("payment.is_cancelled", nil), p.Cancelled.Note
		}
		if p.Verdict != nil {
			line.Verdict, line.Seen, line.Note = string(p.Verdict.Kind), string(p.Verdict.On), p.Verdict.Note
		}
		lines = append(lines, line)
	}
	return lines
}
