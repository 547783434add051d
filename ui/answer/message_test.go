package answer

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registry"
	"graduand/ui/frame/frametest"
)

// refusedByMessage prepares somebody whom the centre has refused by a message.
func refusedByMessage(r *registrar.Registrar) {
	rows, err := r.Table.List(registrar.Filter{})
	must(err)
	must(r.Write(frametest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
		return w.ChangeAll([]string{rows[0].Graduate.ID}, "", func(g *data.Graduate) error {
			g.SetAnswer(data.Answer{State: data.AnswerRefused, On: "2021-02-19", Added: data.Fact{Kind: data.FactKind(data.AnswerRefused), On: "2021-02-20", Note: "оплата не подтверждена", Via: "00"}})
			return nil
		})
	}))
}

func TestAnswersThatComeByMessagesAlone(t *testing.T) {
	w, _ := frametest.WithPrepared(t, "ort-2021", "ru", 3, "refused", refusedByMessage)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	must(err)
	s := screenOf(w)
	w.Go(w.NextRoute(data.NextRetry, rows[0].Graduate.ID))
	t.Run("KG-001 what is next leads here, and what only a letter of the centre says is not typed", func(t *testing.T) {
		frametest.MustSee(t, w, "оплата не", "подтверждена")
		var can []string
		for _, a := range s.possible(s.chosen()) {
			can = append(can, a.id)
		}
		if !slices.Equal(can, []string{"plan", "appeal", "answer_back"}) {
			t.Errorf("%q", can)
		}
	})
}
