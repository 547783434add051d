package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/exchange/exchangetest"
)

// Design §9, F-05: a message that is spoilt in any way ends in one sentence and exit 2, and nothing is
// written.
func TestVerifyRefusesEverySpoiltMessage(t *testing.T) {
	folder := t.TempDir()
	save := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	school, centre := exchangetest.Identity(), exchangetest.Identity()
	good := exchangetest.New(school, centre.Keys())
	secret, _, err := centre.Text()
	if err != nil {
		t.Fatal(err)
	}
	identity, signer := save("centre.agekey", []byte(secret)), save("school.minisign.pub", []byte(school.Keys().Signer))
	verify := func(message []byte) (code int, told, said string) {
		var stdout, stderr bytes.Buffer
		path := save("message.zip.age", message)
		code = run([]string{"verify", path, "--identity", identity, "--signer", signer, "--lang", "en"}, &stdout, &stderr, clock)
		return code, stdout.String(), stderr.String()
	}
	if code, told, said := verify(good.File); code != exitDone || said != "" || !strings.Contains(told, "people 2") {
		t.Fatalf("the good one: %d %s %s", code, told, said)
	}
	for _, f := range exchangetest.Faults() {
		if f.Code == "message.wrong_address" {
			continue // of one key out of two nobody can tell
		}
		t.Run(f.Name, func(t *testing.T) {
			code, told, said := verify(good.Spoilt(&f))
			if code != exitRefused || told != "" || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "graduandctl: ") || strings.Contains(said, f.Code) {
				t.Errorf("%d %q %q", code, told, said)
			}
		})
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 3 {
		t.Errorf("%v %v", left, err)
	}
}
