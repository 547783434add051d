package campaign

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

// alike are so many kits of so many sheets, with two photos each.
func alike(kits, sheets int) []KitBulk { return slices.Repeat([]KitBulk{{sheets, 2}}, kits) }

func TestPacking(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name  string
		in    Contents
		limit int
		want  string
	}{
		// 18 + 4.99 × (2 + 10 × 3) + 10 × (0.8 + 0.03), 0.1 × 2 + 10 × 0.8
		{"F-09 a class of ten", Contents{2, alike(10, 3)}, 2000, "10 kits 186 g 8.2 mm"},
		{"F-09 a class that is too thick for one envelope", Contents{3, alike(27, 3)}, 2000, "18 kits 318 g 14.7 mm, 9 kits 161 g 7.2 mm"},
		{"UA-064 one kit by itself", Contents{0, alike(1, 2)}, 2000, "1 kits 29 g 0.7 mm"},
		{"F-09 by weight before by thickness", Contents{1, alike(4, 3)}, 60, "2 kits 55 g 1.7 mm, 2 kits 50 g 1.6 mm"},
		{"no limit of weight", Contents{0, alike(10, 3)}, 0, "10 kits 176 g 8.0 mm"},
		{"a kit that is too heavy for any is not torn apart", Contents{0, []KitBulk{{200, 2}, {3, 2}}}, 0, "1 kits 1017 g 20.5 mm, 1 kits 34 g 0.8 mm"},
		{"a thick list before the first kit", Contents{150, alike(1, 3)}, 0, "0 kits 767 g 15.0 mm, 1 kits 34 g 0.8 mm"},
		{"a letter without kits", Contents{Sheets: 1}, 0, "0 kits 23 g 0.1 mm"},
	} {
		t.Run(test.name, func(t *testing.T) {
			packed := zno.Packing.Pack(test.in, test.limit)
			var have []string
			for _, e := range packed {
				have = append(have, fmt.Sprintf("%d kits %d g %.1f mm", e.Kits, e.Grams, e.MM))
			}
			if strings.Join(have, ", ") != test.want {
				t.Error(strings.Join(have, ", "))
			}
		})
	}
	t.Run("F-09 nothing is lost, whatever the limit", func(t *testing.T) {
		for limit := range 400 {
			kits, packed := 0, zno.Packing.Pack(Contents{2, alike(37, 1+limit%5)}, limit)
			for _, e := range packed {
				kits += e.Kits
			}
			if kits != 37 || Grams(packed) < 37*5 {
				t.Fatalf("limit %d: %d kits in %d envelopes", limit, kits, len(packed))
			}
		}
	})
	t.Run("a campaign that does not say what papers weigh", func(t *testing.T) {
		if packed := builtin(t, "ort-2021").Packing.Pack(Contents{1, alike(1, 1)}, 0); packed != nil {
			t.Error(packed)
		}
	})
	for _, broken := range []struct{ name, old, new, key string }{
		{"less than nothing", "photo_grams = 0.4", "photo_grams = -0.4", "packing.photo_grams"},
		{"no number", "kit_mm = 0.5", "kit_mm = nan", "packing.kit_mm"},
		{"sheets of no thickness", "\nsheet_mm = 0.1", "\nsheet_mm = 0.0", "packing.sheet_mm"},
		{"an envelope for no sheet", "envelope_mm = 15.0", "envelope_mm = 0.05", "packing.envelope_mm"},
	} {
		t.Run("UA-003 refused: "+broken.name, func(t *testing.T) {
			_, err := Load([]byte(strings.Replace(string(zno.Source()), broken.old, broken.new, 1)), "1.0")
			var refused *data.Error
			if !errors.As(err, &refused) || refused.Code != "campaign.bad_value" || refused.Args["key"] != broken.key {
				t.Error(err)
			}
		})
	}
}

func TestKitBulk(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct {
		name, changes string
		want          KitBulk
	}{
		{"UA-049 card and copy, with two photos", "", KitBulk{2, 2}},
		{"UA-015 the medical conclusion besides", "conditions=0102", KitBulk{3, 2}},
		{"UA-056 scans have no photos glued on", "marks=uncontrolled_territory,extern gives_scans=yes", KitBulk{2, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			have, err := zno.KitBulk(zno.Person(pupil(zno, changed(test.changes)...), &zno.Demo.School, today))
			if err != nil || have != test.want {
				t.Errorf("%+v, %v", have, err)
			}
		})
	}
}
