package campaign

import "testing"

// UA-151: what a scanner sends is the number of the card, whatever stands around it.
func TestScannedCardNumber(t *testing.T) {
	zno, ort := builtin(t, "zno-2020"), builtin(t, "ort-2021")
	lettered, err := Load([]byte(steppe(t)), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		c      *Campaign
		signs  string
		number string
		fits   bool
	}{
		{"UA-151 the digits are the number", zno, "1234567", "1234567", true},
		{"UA-151 a zero at the beginning belongs to it", zno, "0412352", "0412352", true},
		{"UA-151 the asterisks of a Code 39 do not", zno, "*1234567*", "1234567", true},
		{"UA-151 spaces around it and within do not", zno, "  123 4567 ", "1234567", true},
		{"UA-151 nor do dashes that its pattern does not have", zno, "-123-4567-", "1234567", true},
		{"UA-151 too short a number comes back and fits nothing", zno, "*1234*", "1234", false},
		{"UA-151 a number of a parcel is none", zno, "RB123456785UA", "RB123456785UA", false},
		{"UA-151 letters are part of the number where the campaign says so", lettered, "*ST0042*", "ST0042", true},
		{"UA-151 nothing fits where the centre numbers no cards", ort, "1234567", "1234567", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if number, fits := test.c.Scanned(test.signs); number != test.number || fits != test.fits {
				t.Errorf("%q, %v", number, fits)
			}
		})
	}
	t.Run("UA-151 a letter is a sign of a number where the example has letters", func(t *testing.T) {
		if zno.ScansSign('S') || !lettered.ScansSign('S') || !zno.ScansSign('7') || !zno.ScansSign('*') || zno.ScansSign('+') {
			t.Error("other signs")
		}
	})
}
