package exchange_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/exchange/exchangetest"
	"graduand/data/registrar/exchange"
)

// ruled is a message of a centre that brings a campaign file, sealed by a code.
func ruled(t *testing.T, centre *message.Identity, source string) string {
	t.Helper()
	m := &message.Message{Envelope: message.Envelope{Format: message.Format, Type: message.TypeCampaign, ID: strings.Repeat("1", 32), Created: "2020-02-20T10:00:00Z",
		Program: "1.0", Campaign: "zno-2020", School: "kharkiv-7", Sequence: 1, From: centre.Keys()}, CampaignFile: []byte(source)}
	var file bytes.Buffer
	if _, err := message.Write(&file, m, nil, centre, message.Seal{Code: "k7mq-2xwd-9rtb"}); err != nil {
		t.Fatal(err)
	}
	return savedAs(t, "rules.zip.age", file.Bytes())
}

func savedAs(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestVerify(t *testing.T) {
	centre := exchangetest.Identity()
	signer := savedAs(t, "centre.pub", []byte(centre.Keys().Signer))
	codes := func(v *exchange.Verified) (all []string) {
		for _, finding := range v.Findings {
			all = append(all, data.CodeOf(finding))
		}
		return all
	}
	source, err := os.ReadFile("../../../assets/campaigns/zno-2020.toml")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("design §10 rules that are good, sealed by a code", func(t *testing.T) {
		v, err := exchange.Verify(ruled(t, centre, string(source)), exchange.Check{Code: "k7mq-2xwd-9rtb", Signer: signer})
		if err != nil || len(v.Findings) > 0 || v.Type != message.TypeCampaign || v.People != 0 || v.From != centre.Keys().Fingerprint() {
			t.Errorf("%v %+v", err, v)
		}
	})
	t.Run("design §10 rules that this program does not understand are a finding", func(t *testing.T) {
		v, err := exchange.Verify(ruled(t, centre, "format = 99\n"), exchange.Check{Code: "k7mq-2xwd-9rtb", Signer: signer})
		if err != nil || len(codes(v)) != 1 || codes(v)[0] != "campaign.too_new" {
			t.Errorf("%v %v", err, v)
		}
	})
	t.Run("design §10 nobody says who should have signed it", func(t *testing.T) {
		v, err := exchange.Verify(ruled(t, centre, string(source)), exchange.Check{Code: "k7mq-2xwd-9rtb"})
		if err != nil || len(codes(v)) != 1 || codes(v)[0] != "message.unproven" {
			t.Errorf("%v %v", err, v)
		}
	})
	t.Run("design §10 a folder is no message, and a key may not be as large as one", func(t *testing.T) {
		if _, err := exchange.Verify(t.TempDir(), exchange.Check{Code: "x"}); data.CodeOf(err) != "file.is_folder" {
			t.Error(err)
		}
		large := savedAs(t, "large.agekey", make([]byte, 1<<20))
		if _, err := exchange.Verify(ruled(t, centre, string(source)), exchange.Check{Identity: large}); data.CodeOf(err) != "file.too_large" {
			t.Error(err)
		}
	})
}
