package campaign

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"graduand/data"
)

func TestReadTracking(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct{ name, operator, typed, want string }{
		{"UA-155 thirteen digits", "ukrposhta", "0500012345678", "0500012345678"},
		{"UA-155 as they stand on the receipt", "ukrposhta", " 05000 1234\u00a05678 ", "0500012345678"},
		{"UA-155 thirteen digits have no check digit that is known", "ukrposhta", "0500012345679", "0500012345679"},
		{"UA-155 S10", "ukrposhta", "RB123456785UA", "RB123456785UA"},
		{"UA-155 S10 in small letters with spaces", "ukrposhta", "rb 123 456 785 ua", "RB123456785UA"},
		{"UA-155 S10 in Cyrillic letters that look like Latin", "ukrposhta", "сх 473124829 ва", "CX473124829BA"},
		{"UA-155 S10 whose check digit is 0 for 10", "ukrposhta", "RB000000080UA", "RB000000080UA"},
		{"UA-155 S10 whose check digit is 5 for 11", "ukrposhta", "RB000000005UA", "RB000000005UA"},
		{"UA-156 fourteen digits", "novaposhta", "20 4500 1234 5678", "20450012345678"},
		{"UA-156 of another beginning, since nobody has published them", "novaposhta", "51-2345-6789-0123", "51234567890123"},
		{"UA-154 nothing typed is no number", "novaposhta", " \u00a0", ""},
		{"UA-154 nor by courier", "courier", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if number, err := zno.ReadTracking(test.operator, test.typed); err != nil || number != test.want {
				t.Errorf("%q, %v", number, err)
			}
		})
	}
}

func TestRefusedTracking(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct{ name, operator, typed, code, args string }{
		{"UA-155 a digit too few", "ukrposhta", "050001234567", "tracking.bad_form", "12"},
		{"UA-155 a slip in S10", "ukrposhta", "RB123456786UA", "tracking.bad_check", "6 5"},
		{"UA-155 two digits in the other's place", "ukrposhta", "RB132456785UA", "tracking.bad_check", "5 3"},
		{"UA-155 letters that Latin has no like of", "ukrposhta", "ЯБ123456785UA", "tracking.bad_signs", "ЯБ"},
		{"UA-156 a number of the other operator", "novaposhta", "RB123456785UA", "tracking.bad_form", "13"},
		{"UA-156 a digit too many", "novaposhta", "204500123456789", "tracking.bad_form", "15"},
		{"UA-063 a courier has no number", "courier", "20450012345678", "tracking.none", ""},
		{"UA-154 an operator that there is not", "pigeon", "1", "tracking.no_operator", "pigeon"},
	} {
		t.Run(test.name, func(t *testing.T) {
			number, err := zno.ReadTracking(test.operator, test.typed)
			var refused *data.Error
			if !errors.As(err, &refused) || refused.Code != test.code || number != "" {
				t.Fatalf("%q, %v", number, err)
			}
			for _, part := range strings.Fields(test.args) {
				if !strings.Contains(fmt.Sprint(refused.Args), part) {
					t.Errorf("%v does not tell %s", refused.Args, part)
				}
			}
		})
	}
	t.Run("S10 every slip of one digit is found, but those that the standard lets pass", func(t *testing.T) {
		missed := 0
		for i := range 8 {
			for d := range 10 {
				typed := []byte("RB123456785UA")
				if typed[2+i] == byte('0'+d) {
					continue
				}
				typed[2+i] = byte('0' + d)
				if _, err := zno.ReadTracking("ukrposhta", string(typed)); err == nil {
					missed++
				}
			}
		}
		// Both rests 0 and 6 have the check digit 5, the one that lets slips pass.
		if missed == 0 || missed > 8 {
			t.Errorf("%d slips of 72 pass", missed)
		}
	})
}

func TestTrackingLink(t *testing.T) {
	zno := builtin(t, "zno-2020")
	for _, test := range []struct{ operator, number, want string }{
		{"ukrposhta", "RB123456785UA", "https://track.ukrposhta.ua/tracking_UA.html?barcode=RB123456785UA"},
		{"novaposhta", "20450012345678", "https://novaposhta.ua/tracking/?cargo_number=20450012345678"},
		{"novaposhta", "a&b=c d", "https://novaposhta.ua/tracking/?cargo_number=a%26b%3Dc+d"},
		{"novaposhta", "", ""},
		{"courier", "1", ""},
	} {
		t.Run("UA-155 UA-156 "+test.operator+" "+test.number, func(t *testing.T) {
			if link := zno.PostalOperator(test.operator).TrackingLink(test.number); link != test.want {
				t.Error(link)
			}
		})
	}
}

func TestOperators(t *testing.T) {
	zno := builtin(t, "zno-2020")
	t.Run("UA-062 UA-063 who leaves a postmark, and whose day the centre records", func(t *testing.T) {
		courier := map[string]bool{}
		for i := range zno.PostalOperators {
			courier[zno.PostalOperators[i].Code] = zno.PostalOperators[i].Courier
		}
		if want := map[string]bool{"ukrposhta": false, "novaposhta": false, "courier": true}; !reflect.DeepEqual(courier, want) {
			t.Error(courier)
		}
	})
	t.Run("UA-064 the registered letter with notice comes first", func(t *testing.T) {
		o := zno.PostalOperator("ukrposhta")
		if first := o.Items[0]; first.Code != "registered_notice" || first.WeightLimit != 2000 || o.Item(first.Code) != &o.Items[0] || o.Item("pigeon") != nil {
			t.Errorf("%+v", first)
		}
	})
	t.Run("F-13 operators and kinds are named to the reader", func(t *testing.T) {
		if o := zno.In("en").PostalOperator("ukrposhta"); o.Item("parcel").Title != "Parcel" || zno.PostalOperator("ukrposhta").Item("parcel").Title != "Посилка" {
			t.Errorf("%+v", o)
		}
	})
	for _, broken := range []struct{ name, old, new, code, key string }{
		{"a courier with numbers", "courier = true", "courier = true\ntracking_pattern = '\\d'", "campaign.bad_value", "postal_operator[3].courier"},
		{"another check digit", `tracking_check = "s10"`, `tracking_check = "s11"`, "campaign.bad_value", "postal_operator[1].tracking_check"},
		{"an example that is none", `["20450012345678"]`, `["2045001234567"]`, "campaign.bad_example", "postal_operator[2].tracking_examples[1]"},
		{"a kind twice", `code = "declared"`, `code = "registered"`, "campaign.duplicate_code", "postal_operator[1].item[3].code"},
		{"a form of the post without a heading", `"Маса (г)"`, `" "`, "campaign.empty", "postal_operator[1].grouped.columns[6]"},
		{"a form of the post without words", `sender = "Відправник"`, ``, "campaign.empty", "postal_operator[1].grouped.sender"},
		{"less than nothing", "weight_limit = 1000", "weight_limit = -1", "campaign.bad_value", "postal_operator[2].item[1].weight_limit"},
	} {
		t.Run("UA-155 refused: "+broken.name, func(t *testing.T) {
			_, err := Load([]byte(strings.Replace(string(zno.Source()), broken.old, broken.new, 1)), "1.0")
			var refused *data.Error
			if !errors.As(err, &refused) || refused.Code != broken.code || refused.Args["key"] != broken.key {
				t.Error(err)
			}
		})
	}
}
