package centre_test

import (
	"os"
	"testing"

	"graduand/data/centre"
)

func TestRollWithLinesThatAreNoSchool(t *testing.T) {
	path := t.TempDir() + "/schools.csv"
	if err := os.WriteFile(path, []byte("school,phone,surname,given_name,remark\n,,,,one\nkharkiv-7,0501112233,Коваль,Ольга,\n,,,,two\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if all, err := centre.ReadRoll(t.Context(), path); err != nil || len(all) != 1 || all[0].School != "kharkiv-7" {
		t.Error(all, err)
	}
}
