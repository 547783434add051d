package registry_test

import (
	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/envelope"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
)

// what is written of answers, payments and envelopes by a desk.
func answering(method string, do func(r *registrar.Registrar, id string) error) call {
	return call{method: method, right: registrar.RightRegister, do: func(r *registrar.Registrar, id, _ string) error { return do(r, id) }}
}

func readingAnswers(method string, do func(r *registrar.Registrar, id string) error) call {
	return call{method: method, right: registrar.RightLook, do: func(r *registrar.Registrar, id, _ string) error { return do(r, id) }}
}

func init() {
	spotted := func(g *data.Graduate) []answer.Spotted {
		return []answer.Spotted{{Pair: registry.Pair{Key: "1"}, Graduate: g, State: &registrar.Item{Code: "received", Means: "received"}}}
	}
	calls = append(calls,
		readingAnswers("Answer.Rows", func(r *registrar.Registrar, _ string) error {
			return second(r.Answer.Rows(registrar.Filter{}, ""))
		}),
		readingAnswers("Answer.Propose", func(r *registrar.Registrar, id string) error { return second(r.Answer.Propose(id, nil)) }),
		readingAnswers("Answer.Plan", func(r *registrar.Registrar, id string) error { return second(r.Answer.Plan(desktest.Ctx, id)) }),
		readingAnswers("Answer.ReadSeen", func(r *registrar.Registrar, _ string) error { return second(r.Answer.ReadSeen("1\treceived")) }),
		readingAnswers("Payment.ReadVerdicts", func(r *registrar.Registrar, _ string) error { return second(r.Payment.ReadVerdicts("1\taccepted")) }),
		readingAnswers("Envelope.Contents", func(r *registrar.Registrar, id string) error { return second(r.Envelope.Contents(id)) }),
		readingAnswers("Envelope.Ways", func(r *registrar.Registrar, _ string) error { return second(r.Envelope.Ways()) }),
		answering("Answer.Registered", func(r *registrar.Registrar, id string) error {
			return r.Answer.Registered(desktest.Ctx, id, "1234567", "")
		}),
		answering("Answer.Refused", func(r *registrar.Registrar, id string) error {
			return r.Answer.Refused(desktest.Ctx, id, answer.Refusal{Minutes: "1", Reasons: []string{"1"}})
		}),
		answering("Answer.TakeBack", func(r *registrar.Registrar, id string) error { return r.Answer.TakeBack(desktest.Ctx, id) }),
		answering("Answer.Retry", func(r *registrar.Registrar, id string) error { return r.Answer.Retry(desktest.Ctx, id) }),
		answering("Answer.ReRegister", func(r *registrar.Registrar, id string) error { return r.Answer.ReRegister(desktest.Ctx, id) }),
		answering("Answer.Mend", func(r *registrar.Registrar, id string) error { return r.Answer.Mend(desktest.Ctx, id, "1", true) }),
		answering("Answer.Withdraw", func(r *registrar.Registrar, id string) error { return r.Answer.Withdraw(desktest.Ctx, id) }),
		answering("Answer.WithdrawalSent", func(r *registrar.Registrar, id string) error {
			return second(r.Answer.WithdrawalSent(desktest.Ctx, id, answer.Sent{}))
		}),
		answering("Answer.WithdrawalConfirmed", func(r *registrar.Registrar, id string) error {
			return r.Answer.WithdrawalConfirmed(desktest.Ctx, id, "")
		}),
		answering("Answer.TakeBackWithdrawal", func(r *registrar.Registrar, id string) error { return r.Answer.TakeBackWithdrawal(desktest.Ctx, id) }),
		answering("Answer.Appeal", func(r *registrar.Registrar, id string) error { return r.Answer.Appeal(desktest.Ctx, id, "", "") }),
		answering("Answer.AppealDecided", func(r *registrar.Registrar, id string) error {
			return r.Answer.AppealDecided(desktest.Ctx, id, "", data.AppealGranted, "")
		}),
		answering("Answer.Seen", func(r *registrar.Registrar, id string) error {
			return r.Answer.Seen(desktest.Ctx, []string{id}, "received", "")
		}),
		answering("Answer.SeenAll", func(r *registrar.Registrar, id string) error {
			return second(r.Answer.SeenAll(desktest.Ctx, spotted(&data.Graduate{ID: id}), ""))
		}),
		answering("Answer.Looked", func(r *registrar.Registrar, id string) error { return r.Answer.Looked(desktest.Ctx, []string{id}, "") }),
		answering("Payment.JudgeAll", func(r *registrar.Registrar, id string) error {
			return second(r.Payment.JudgeAll(desktest.Ctx, []payment.Verdict{{Graduate: &data.Graduate{ID: id}, Receipt: &data.Payment{ID: "none"}, State: &registrar.Item{Code: "accepted"}}}, ""))
		}),
		answering("Envelope.Arrived", func(r *registrar.Registrar, id string) error {
			return r.Envelope.Arrived(desktest.Ctx, []string{id}, envelope.Arrival{})
		}),
		answering("Envelope.HandOver", func(r *registrar.Registrar, id string) error {
			return r.Envelope.HandOver(desktest.Ctx, id, envelope.Handing{})
		}),
		answering("Envelope.Kept", func(r *registrar.Registrar, id string) error { return r.Envelope.Kept(desktest.Ctx, []string{id}, "") }),
		answering("Envelope.Returned", func(r *registrar.Registrar, id string) error {
			return r.Envelope.Returned(desktest.Ctx, []string{id}, "")
		}),
		answering("Envelope.Emailed", func(r *registrar.Registrar, id string) error {
			return r.Envelope.Emailed(desktest.Ctx, []string{id}, "")
		}),
		answering("Envelope.TakeBack", func(r *registrar.Registrar, id string) error {
			return r.Envelope.TakeBack(desktest.Ctx, []string{id})
		}),
	)
}
