package season_test

import (
	"slices"
	"testing"

	"graduand/data/registrar/desktest"
)

func TestUnfinished(t *testing.T) {
	t.Run("F-15 who has no number and who is not ready, where the campaign has cards", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		desktest.MustAdd(t, r, "surname=Сорока", "given_name=Яна", "card_number=0412352")
		gone := desktest.MustAdd(t, r, "surname=Вибув", "given_name=Ян")
		desktest.MustAdd(t, r, "surname=Дзюба", "given_name=Іван")
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{gone}, ""))
		u, err := r.Season.Unfinished()
		if err != nil || !slices.Equal(u.NoNumber, []string{"Дзюба Іван"}) || !slices.Contains(u.NotReady, "Дзюба Іван") || len(u.NotOnSite) > 0 {
			t.Errorf("%+v, %v", u, err)
		}
	})
	t.Run("F-15 who is not at the site, where it is the place of record", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		desktest.CompleteORT(t, r)
		u, err := r.Season.Unfinished()
		if err != nil || len(u.NoNumber) > 0 || len(u.NotOnSite) != 1 {
			t.Errorf("%+v, %v", u, err)
		}
		if ids, names := u.Said(); !slices.Contains(ids, "season.not_on_site") || len(ids) != len(names) {
			t.Errorf("%v, %v", ids, names)
		}
	})
}
